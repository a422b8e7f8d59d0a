"""Keeping what somebody types on a long page until they send it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from candidates.models import ActDraft, Parcours
from operators.actors import Actor


@transaction.atomic
def keep_act_draft(
    *,
    actor: Actor,
    parcours: Parcours,
    path: str,
    typed: Mapping[str, list[str]],
    now: datetime,
) -> ActDraft:
    """One per person and page: two colleagues on the same page do not erase each other."""
    draft: ActDraft
    draft, _created = ActDraft.objects.update_or_create(
        path=path,
        organisation_id=actor.organisation_id,
        saved_by_id=actor.user_id,
        defaults={"parcours": parcours, "data": dict(typed), "saved_at": now},
    )
    return draft


@transaction.atomic
def forget_act_draft(*, actor: Actor, path: str, resumed: UUID | None = None) -> None:
    """One's own, and the colleague's that was taken over."""
    ActDraft.objects.visible_to(actor).filter(path=path).filter(
        Q(saved_by=actor.user_id) | Q(public_id=resumed)
    ).delete()
