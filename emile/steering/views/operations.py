"""« Exploitation »: what leaves, what does not, what the clock did, whether the rules hold."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.handling import AlreadyHandled, handle_message
from emile.core.http import read_only, render_form
from emile.core.models import STOPPED, Handling, MessageState, OutboxMessage
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.steering.forms import DiscardForm
from emile.steering.selectors import operations as selectors
from operators.enums import OrganisationKind
from operators.http import AppRequest, open_to_superusers, requires


PAGE_SIZE = 25
ADDRESSES = {
    "echecs": MessageState.FAILED,
    "a-verifier": MessageState.TO_CHECK,
    "non-remis": MessageState.BOUNCED,
}


@open_to_superusers
@requires(OrganisationKind.COORDINATOR)
@read_only
def operations(request: AppRequest) -> HttpResponse:
    now = timezone.now()
    context = {"page": selectors.operations(now), "now": now}
    return render(request, "steering/operations.html", context)


@open_to_superusers
@requires(OrganisationKind.COORDINATOR)
@read_only
def stopped_messages(request: AppRequest, state: str) -> HttpResponse:
    if state not in ADDRESSES:
        raise Http404
    found = OutboxMessage.objects.filter(state=ADDRESSES[state])
    page = keyset_page(found, request, field="created_at", size=PAGE_SIZE)
    files = selectors.files_of(page.rows)
    context = {
        "page": page,
        "state": ADDRESSES[state],
        "lines": [(message, files.get(message.parcours_id or 0)) for message in page.rows],
    }
    return render(request, "steering/messages.html", context)


@open_to_superusers
@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def message_retry(request: AppRequest, public_id: UUID) -> HttpResponse:
    said = "Le message va partir de nouveau."
    return _handle(request, public_id, Handling.RETRIED, said=said)


@open_to_superusers
@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def message_received(request: AppRequest, public_id: UUID) -> HttpResponse:
    said = "Le message est marqué comme reçu\u00a0: il ne partira plus."
    return _handle(request, public_id, Handling.RECEIVED, said=said)


@open_to_superusers
@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def message_discard(request: AppRequest, public_id: UUID) -> HttpResponse:
    message = get_object_or_404(OutboxMessage, public_id=public_id)
    if message.state not in STOPPED:
        messages.error(request, "Ce message n’attend plus de décision.")
        return redirect("steering:operations")
    form = DiscardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = "Le message est écarté\u00a0: il ne partira pas."
        reason = form.cleaned_data["reason"]
        return _handle(request, public_id, Handling.DISCARDED, said=said, reason=reason)
    return render_form(request, "steering/message_discard.html", form=form, message=message)


def _handle(
    request: AppRequest, public_id: UUID, verb: Handling, *, said: str, reason: str = ""
) -> HttpResponse:
    message = get_object_or_404(OutboxMessage, public_id=public_id)
    try:
        handle_message(
            user_id=request.user.pk or 0,
            message_id=message.pk,
            verb=verb,
            now=timezone.now(),
            reason=reason,
        )
    except AlreadyHandled as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("steering:operations")
