"""The draft of a long page: kept while one types, shown again, taken over by a colleague."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from candidates.forms.act import ActForm
from candidates.models import ActDraft, Parcours
from candidates.services.act_drafts import forget_act_draft, keep_act_draft
from emile.core.once import IGNORED
from operators.http import AppRequest


# The buttons are not answers.
KEEP, FORGET = "keep_draft", "forget_draft"
NOT_ANSWERS = {*IGNORED, KEEP, FORGET, "action"}
# In the address: the colleague's draft that one takes over.
RESUMED = "brouillon"


@dataclass(frozen=True, slots=True)
class Drafts:
    """``mine`` fills the page; ``theirs`` are those of colleagues, which a link takes over."""

    mine: ActDraft | None
    theirs: list[ActDraft]


def drafts_of(request: AppRequest) -> Drafts:
    drafts = list(ActDraft.objects.visible_to(request.actor).of_page(request.path))
    resumed = _resumed(request)
    shown = [draft for draft in drafts if draft.public_id == resumed] or [
        draft for draft in drafts if draft.saved_by_id == request.actor.user_id
    ]
    mine = shown[0] if shown else None
    return Drafts(mine=mine, theirs=[draft for draft in drafts if draft != mine])


def fill_in(form: ActForm, drafts: Drafts) -> None:
    if drafts.mine:
        form.resume(drafts.mine.typed)


def answer_to_draft(request: AppRequest, parcours: Parcours, form: ActForm) -> HttpResponse | None:
    """None when the person sends the page for good."""
    if request.method != "POST":
        return None
    pressed = request.POST
    if pressed.get("action") == "autosave":
        context = {"draft": _keep(request, parcours)}
        return render(request, "candidates/partials/_draft_kept.html", context)
    if KEEP in pressed:
        _keep(request, parcours)
        messages.success(request, "Le brouillon est gardé\u00a0: rien n’est encore envoyé.")
        return redirect(form.next_url() or parcours.get_absolute_url())
    if FORGET in pressed:
        forget(request)
        messages.success(request, "Le brouillon est effacé.")
        return redirect(request.path)
    return None


def forget(request: AppRequest) -> None:
    forget_act_draft(actor=request.actor, path=request.path, resumed=_resumed(request))


def _keep(request: AppRequest, parcours: Parcours) -> ActDraft:
    return keep_act_draft(
        actor=request.actor,
        parcours=parcours,
        path=request.path,
        typed=typed_in(request.POST),
        now=timezone.now(),
    )


def typed_in(post: QueryDict) -> dict[str, list[str]]:
    """The answers of a page; PostgreSQL keeps no null character."""
    return {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in post.lists()
        if name not in NOT_ANSWERS
    }


def _resumed(request: AppRequest) -> UUID | None:
    try:
        return UUID(request.GET.get(RESUMED, ""))
    except ValueError:
        return None
