"""What relays and providers tell us of the messages that they took: one route, for machines."""

from datetime import timedelta
from http import HTTPStatus

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from candidates import services
from emile.core.views import too_many_requests
from emile.steering.forms import ReportForm


MOST_BYTES = 16 * 1024
# Wrong secrets are counted with failed sign-ins, under a name that is no address.
CALLER = {"username": "comptes-rendus-de-remise"}


@csrf_exempt
@login_not_required
@require_POST
def delivery_report(request: HttpRequest) -> HttpResponse:
    """The answer says nothing of what we know: a message that nobody knows gets the same 204."""
    # Read first, and no further: what counts wrong secrets would parse it as a form, however long.
    body = request.read(MOST_BYTES + 1)
    if not AxesProxyHandler.is_allowed(request, CALLER):
        return too_many_requests(request, wait=timedelta(hours=settings.AXES_COOLOFF_TIME))
    if not _knows_the_secret(request):
        AxesProxyHandler.user_login_failed(delivery_report, CALLER, request)
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    if len(body) > MOST_BYTES:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    form = ReportForm.of_json(body)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=HTTPStatus.BAD_REQUEST)
    services.hear_of(form.report, now=timezone.now())
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _knows_the_secret(request: HttpRequest) -> bool:
    """Nobody does as long as there is none."""
    expected = settings.DELIVERY_REPORTS_TOKEN
    said = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(expected) and constant_time_compare(said, expected)
