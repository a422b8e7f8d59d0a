"""Information to many, and whoever may be written to."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from candidates.enums import ContactKind, Link, MailingAudience, MailingState
from candidates.models import ContactPoint, Mailing, Parcours
from candidates.selectors.mailings import reached_ids
from candidates.services.mailing_runs import carry_on
from candidates.services.mailings import edit_mailing, seal_of, send_mailing, start_mailing
from emile.core.context import database_context, system
from operators.actors import Actor


def reachable(parcours: Parcours, *, address: str = "", is_safe: bool | None = True) -> Parcours:
    """The person oriented has an address; a message there is safe, not, or nobody knows."""
    with database_context(system("test")), transaction.atomic():
        candidate = parcours.household.members.get(link=Link.CANDIDATE)
        ContactPoint.objects.create(
            person_id=candidate.person_id,
            kind=ContactKind.EMAIL,
            value=address or f"menage-{parcours.pk}@personne.example",
            is_message_safe=is_safe,
        )
    return parcours


def draft_mailing(
    actor: Actor, audience: MailingAudience = MailingAudience.HOUSEHOLDS, **aimed: Any
) -> Mailing:
    with database_context(actor.database_context), transaction.atomic():
        mailing = start_mailing(actor=actor, audience=audience, now=timezone.now(), **aimed)
        return edit_mailing(
            actor=actor,
            mailing=mailing,
            subject="Rencontre de jeudi",
            text="Une rencontre a lieu jeudi à 14\u00a0h.",
        )


def confirm_mailing(actor: Actor, mailing: Mailing, on: date | None = None) -> Mailing:
    now = timezone.now()
    today = on or timezone.localdate(now)
    with database_context(actor.database_context), transaction.atomic():
        read = Mailing.objects.visible_to(actor).get(pk=mailing.pk)
        seen = seal_of(read, reached_ids(actor, read, today))
        return send_mailing(actor=actor, mailing=read, seen=seen, on=today, now=now)


def write_what_was_confirmed() -> None:
    """What a worker does."""
    with database_context(system("test")), transaction.atomic():
        waiting = list(Mailing.objects.left_aside(timezone.now()).values_list("pk", flat=True))
    for pk in waiting:
        carry_on(mailing_id=pk, clock=timezone.now)


def send_nothing(actor: Actor, *, now: datetime) -> Mailing:
    """A mailing that was confirmed, all of whose recipients are gone."""
    return Mailing.objects.create(
        organisation_id=actor.organisation_id,
        role=actor.kind.value,
        author_id=actor.user_id,
        audience=MailingAudience.HOUSEHOLDS,
        subject="Rencontre",
        text="Jeudi.",
        state=MailingState.WRITTEN,
        created_at=now,
        confirmed_at=now,
    )
