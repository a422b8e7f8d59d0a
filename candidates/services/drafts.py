"""An orientation on its way: kept as it is typed, then turned into a file."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.models import Draft, Parcours
from candidates.notifications import orientation as letters
from candidates.services.orientation import NewPerson, orient_household
from emile.core.errors import DomainError
from operators.actors import Actor
from operators.models import User


class DraftGone(DomainError):
    """Somebody of the same organisation confirmed or deleted it meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Ce brouillon n’existe plus\u00a0: une autre personne de votre structure l’a confirmé "
            "ou supprimé.",
            code="draft_gone",
        )


@transaction.atomic
def start_draft(*, actor: Actor, now: datetime) -> Draft:
    draft: Draft = Draft.objects.create(
        organisation_id=actor.organisation_id,
        author_id=actor.user_id,
        saved_by_id=actor.user_id,
        started_at=now,
        saved_at=now,
    )
    return draft


@transaction.atomic
def save_step(
    *, actor: Actor, draft: Draft, step: str, typed: Mapping[str, list[str]], now: datetime
) -> Draft:
    """Keep what one page holds, valid or not. The other pages, a colleague's included, stay."""
    draft = _locked(draft)
    draft.data[step] = dict(typed)
    draft.saved_by_id, draft.saved_at = actor.user_id, now
    draft.save(update_fields=["data", "saved_by", "saved_at"])
    return draft


@transaction.atomic
def delete_draft(*, draft: Draft) -> None:
    _locked(draft).delete()


@transaction.atomic
def submit_draft(
    *,
    actor: Actor,
    draft: Draft,
    household: dict[str, Any],
    people: Iterable[NewPerson],
    is_committed: bool | None,
    lead_worker: User,
    on: date,
    now: datetime,
) -> Parcours:
    """Open the file, write to the person who orients, and forget the draft."""
    draft = _locked(draft)
    parcours = orient_household(
        actor=actor,
        household=household,
        people=list(people),
        is_committed=is_committed,
        lead_worker=lead_worker,
        on=on,
        now=now,
    )
    letters.acknowledge(
        parcours,
        to=User.objects.get(pk=actor.user_id),
        organisation_id=actor.organisation_id,
    )
    draft.delete()
    return parcours


def _locked(draft: Draft) -> Draft:
    """Raises DraftGone."""
    locked: Draft | None = Draft.objects.select_for_update(of=("self",)).filter(pk=draft.pk).first()
    if locked is None:
        raise DraftGone
    return locked
