"""The link of a letter about an offer. Opening it changes nothing: mail scanners open links too."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from emile.core.errors import DomainError
from emile.core.http import read_only
from emile.core.once import once
from territories.selectors.links import offer_of
from territories.selectors.offers import facts_of, title_of
from territories.services.answers import CLOSED, answer_by_link


ANSWERS = {"yes": True, "no": False}


@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
@once
def offer_answer(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    # Anything else asks again.
    stands = ANSWERS.get(request.POST.get("stands", ""))
    if stands is not None:
        try:
            answer_by_link(token=token, stands=stands, on=today, now=now)
        except DomainError as refusal:
            return _closed(request, str(refusal))
        return redirect("territories:offer_answered")
    offer = offer_of(token, today)
    if offer is None:
        return _closed(request, CLOSED)
    context = {"offer": offer, "title": title_of(offer), "facts": facts_of(offer)}
    return render(request, "territories/offers/answer.html", context)


@login_not_required
@read_only
def offer_answered(request: HttpRequest) -> HttpResponse:
    return render(request, "territories/offers/answered.html")


def _closed(request: HttpRequest, reason: str) -> HttpResponse:
    return render(request, "territories/offers/answer_closed.html", {"reason": reason}, status=410)
