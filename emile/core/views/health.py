"""What a proxy or a monitoring service asks; nothing in it is about anybody."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from emile.core import health
from emile.core.views.pages import open_to_all


@never_cache
@open_to_all
def ready(request: HttpRequest) -> HttpResponse:
    """Whether requests may be sent here: 503 as long as the database can't be reached."""
    found = health.look()
    return JsonResponse(found.document, status=200 if found.is_ready else 503)


@never_cache
@open_to_all
def alive(request: HttpRequest) -> HttpResponse:
    """Whether the process answers; what it needs is not asked."""
    return JsonResponse({"web": "ok"})
