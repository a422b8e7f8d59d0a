"""Information to many: written as a draft, confirmed once, stopped if need be."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction

from candidates import policies
from candidates.enums import LetterFate, MailingState
from candidates.models import Mailing, MailingRecipient
from candidates.selectors.mailing_progress import FATES
from candidates.selectors.mailings import MOST, reach_of, reached_ids
from emile.core.errors import DomainError
from emile.core.models import OutboxMessage
from emile.core.outbox import withdraw
from emile.core.workers import call_worker
from operators.actors import Actor
from operators.models import Membership, Organisation


# The entrance that writes the letters: above services, hence by its name.
CARRY_ON = "candidates.jobs.carry_on_mailing"
BATCH = 1000


class MailingRefused(DomainError):
    """It has gone further, or it can not leave as it is."""

    def __init__(self, why: str, *, code: str = "state") -> None:
        super().__init__(why, code=code)


class AudienceChanged(MailingRefused):
    """What was shown is what leaves: anything else is to be read again."""

    def __init__(self) -> None:
        super().__init__(
            "Les destinataires ou le texte ont changé depuis que vous les avez lus\u00a0: relisez.",
            code="seen",
        )


def nudge(mailing_id: int) -> None:
    call_worker(CARRY_ON, mailing_id=mailing_id)


@transaction.atomic
def start_mailing(*, actor: Actor, audience: str, now: datetime, **aimed: Any) -> Mailing:
    if not policies.can_inform(actor, audience):
        raise MailingRefused("Cet envoi n’est pas ouvert à votre structure.", code="permission")
    mailing = Mailing(
        organisation_id=actor.organisation_id,
        role=actor.kind.value,
        author_id=actor.user_id,
        audience=audience,
        created_at=now,
        **aimed,
    )
    mailing.full_clean()
    mailing.save()
    return mailing


@transaction.atomic
def edit_mailing(*, actor: Actor, mailing: Mailing, **changes: Any) -> Mailing:
    """Of a draft: whom it is for, or what it says."""
    held = _locked(actor, mailing)
    _must_be(held, MailingState.DRAFT)
    for name, value in changes.items():
        setattr(held, name, value)
    held.full_clean()
    held.save(update_fields=list(changes))
    return held


@transaction.atomic
def delete_mailing(*, actor: Actor, mailing: Mailing) -> None:
    held = _locked(actor, mailing)
    _must_be(held, MailingState.DRAFT)
    held.delete()


def seal_of(mailing: Mailing, ids: Sequence[int]) -> str:
    """Of what was shown: the text, and who gets it."""
    told = repr((mailing.subject, mailing.text, list(ids)))
    return hashlib.sha256(told.encode()).hexdigest()


@transaction.atomic
def send_mailing(*, actor: Actor, mailing: Mailing, seen: str, on: date, now: datetime) -> Mailing:
    """Settle who gets it, and have the letters written. Raises MailingRefused, and AudienceChanged
    when this is not what was shown."""
    held = _locked(actor, mailing)
    _must_be(held, MailingState.DRAFT)
    if not held.subject or not held.text:
        raise MailingRefused("Écrivez d’abord l’objet et le texte.", code="text")
    ids = reached_ids(actor, held, on)
    if seen != seal_of(held, ids):
        raise AudienceChanged
    if not ids:
        raise MailingRefused("Personne ne peut être joint.", code="nobody")
    if len(ids) > MOST:
        raise MailingRefused("C’est trop de monde à la fois.", code="too_many")
    held.left_out = dict(reach_of(actor, held, on).left_out)
    held.state, held.confirmed_at, held.author_id = MailingState.WRITING, now, actor.user_id
    held.full_clean()
    held.save()
    MailingRecipient.objects.bulk_create(_recipients(held, ids), batch_size=BATCH)
    transaction.on_commit(partial(nudge, held.pk), robust=True)
    return held


def _recipients(mailing: Mailing, ids: Sequence[int]) -> Iterator[MailingRecipient]:
    if mailing.is_to_households:
        for parcours_id in ids:
            yield MailingRecipient(mailing=mailing, parcours_id=parcours_id)
        return
    # As ``operators.selectors.addresses`` does of one.
    bodies = Organisation.objects.filter(pk__in=ids).order_by("pk")
    managers = Membership.objects.active().managers().filter(organisation__in=bodies)
    for body in bodies.exclude(email=""):
        yield MailingRecipient(mailing=mailing, organisation=body)
    alone = managers.filter(organisation__email="").order_by("organisation", "user")
    for body_id, user_id in alone.values_list("organisation", "user").distinct():
        yield MailingRecipient(mailing=mailing, organisation_id=body_id, user_id=user_id)


@transaction.atomic
def stop_mailing(*, actor: Actor, mailing: Mailing, now: datetime) -> int:
    """Write no more letter, and take back those that have not left; how many are taken back.

    It waits for the slice that is being written, and no other follows.
    """
    held = _locked(actor, mailing)
    _must_be(held, MailingState.WRITING, MailingState.WRITTEN, MailingState.BROKEN)
    waiting = held.recipients.filter(FATES[LetterFate.WAITING]).values("message")
    recalled = withdraw(OutboxMessage.objects.filter(pk__in=waiting), now=now)
    was_whole = not held.recipients.filter(FATES[LetterFate.TO_WRITE]).exists()
    if was_whole and not recalled:
        raise MailingRefused("Tout est déjà parti\u00a0: il n’y a plus rien à arrêter.")
    held.state, held.stopped_at, held.stopped_by_id = MailingState.STOPPED, now, actor.user_id
    held.leased_until = None
    held.full_clean()
    held.save()
    return recalled


@transaction.atomic
def resume_mailing(*, actor: Actor, mailing: Mailing) -> None:
    """Of one that has broken several times at the same place: try again where it is."""
    held = _locked(actor, mailing)
    _must_be(held, MailingState.BROKEN)
    held.state, held.attempts, held.leased_until = MailingState.WRITING, 0, None
    held.save(update_fields=["state", "attempts", "leased_until"])
    transaction.on_commit(partial(nudge, held.pk), robust=True)


def _locked(actor: Actor, mailing: Mailing) -> Mailing:
    """Raises MailingRefused for somebody else's, or one that is gone."""
    if not policies.can_send_mailing(actor, mailing):
        raise MailingRefused("Seule la structure qui écrit décide de son envoi.", code="permission")
    held = Mailing.objects.select_for_update(of=("self",)).filter(pk=mailing.pk).first()
    if held is None:
        raise MailingRefused("Ce brouillon a été supprimé.", code="gone")
    return held


def _must_be(mailing: Mailing, *states: MailingState) -> None:
    if mailing.state not in states:
        label = MailingState(mailing.state).label.lower()
        raise MailingRefused(
            f"Cela ne se fait plus ici\u00a0: cet envoi est «\u00a0{label}\u00a0»."
        )
