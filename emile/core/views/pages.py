"""The pages that everyone may read, and the door of the house."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from emile.core import questions
from emile.core.http import View, read_only
from emile.core.registry import menu


# RFC 9116 wants a date of expiry less than a year away.
SECURITY_CONTACT_IS_GOOD_FOR = timedelta(days=180)


def open_to_all(view: View) -> View:
    """Neither account nor transaction: these pages still stand when the database does not."""
    return transaction.non_atomic_requests(login_not_required(read_only(view)))


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """Signed out, what EMILE is; signed in, the first page of one's own menu."""
    actor = getattr(request, "actor", None)
    if actor and (links := menu.links_for(actor, request.path)):
        return redirect(links[0].url)
    return render(request, "pages/home.html")


@open_to_all
def page(request: HttpRequest, template: str) -> HttpResponse:
    """A page that is only words."""
    return render(request, template)


@open_to_all
def help_page(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "")[:100].strip()
    context = {"query": query, "questions": questions.search(query)}
    return render(request, "pages/help.html", context)


@open_to_all
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a vulnerability (RFC 9116)."""
    expires = (timezone.now() + SECURITY_CONTACT_IS_GOOD_FOR).replace(microsecond=0)
    lines = [
        f"Contact: {settings.SITE_URL}{reverse('core:help')}#faille",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: fr, en",
        f"Canonical: {settings.SITE_URL}{reverse('core:security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
