"""A research set is asked for, decided by somebody else, made by a worker, downloaded, erased."""

import hashlib
import hmac
import secrets
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.models import ProducedState
from emile.core.producing import Clock, claim, keep
from emile.core.workers import call_worker
from emile.steering.figures.anonymity import Protected, ladder, protect
from emile.steering.figures.research_archive import archive_of, facts_of
from emile.steering.models import ReleaseDecision, ReleaseDownload, ResearchRelease
from emile.steering.selectors.figures import counted_at
from emile.steering.selectors.research_set import Pseudonym, exit_reasons, regions, research_rows
from operators.actors import Actor
from operators.enums import OrganisationKind


# The entrance that makes it: above services, hence by its name.
CARRY_ON = "emile.steering.jobs.carry_on_research"
PURPOSE = "jeu de recherche"
KEPT_DAYS = 30
ASKERS = (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL)


class NotDecidable(DomainError):
    def __init__(self, why: str) -> None:
        super().__init__(why, code="not_decidable")


def ask_release(
    *, actor: Actor, laboratory: str, agreement: str, purpose: str, now: datetime
) -> ResearchRelease:
    """Nothing is made before somebody else approves it."""
    if actor.kind not in ASKERS:
        raise NotDecidable("Votre organisation ne demande pas de jeu de recherche.")
    release = ResearchRelease(
        laboratory=laboratory,
        agreement=agreement,
        purpose=purpose,
        asked_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        asked_at=now,
    )
    release.save()
    return release


def approve_release(*, actor: Actor, release: ResearchRelease, now: datetime) -> ResearchRelease:
    """Have it made."""
    return _decide(actor, release, ReleaseDecision.APPROVED, now)


def refuse_release(
    *, actor: Actor, release: ResearchRelease, why: str, now: datetime
) -> ResearchRelease:
    return _decide(actor, release, ReleaseDecision.REFUSED, now, why)


@transaction.atomic
def _decide(
    actor: Actor, release: ResearchRelease, decision: ReleaseDecision, now: datetime, why: str = ""
) -> ResearchRelease:
    """The same decision taken twice is taken once; another one comes too late."""
    if actor.kind != OrganisationKind.COORDINATOR:
        raise NotDecidable("La coordination décide.")
    locked = ResearchRelease.objects.select_for_update(of=("self",)).defer("content")
    release = locked.get(pk=release.pk)
    if release.asked_by_id == actor.user_id:
        raise NotDecidable("Vous avez fait cette demande\u00a0: une autre personne doit décider.")
    if release.decision == decision:
        return release
    if not release.is_waiting:
        raise NotDecidable("Cette demande est déjà décidée.")
    release.decision, release.why_refused = decision, why
    release.decided_by_id, release.decided_at = actor.user_id, now
    release.save(update_fields=["decision", "why_refused", "decided_by", "decided_at"])
    if decision == ReleaseDecision.APPROVED:
        transaction.on_commit(partial(nudge, release.pk), robust=True)
    return release


def nudge(release_id: int) -> None:
    call_worker(CARRY_ON, release_id=release_id)


def carry_on(*, release_id: int, clock: Clock) -> None:
    """Make it. Safe to run twice: the second finds it leased, or over."""
    with database_context(system(PURPOSE)):
        # Half of the facts are no figures: the sweep comes back once they are all counted.
        if (known := counted_at()) is None:
            return
        release = claim(ResearchRelease.objects.for_list(), release_id, clock())
        if release is None:
            return
        release.as_of = known
        found = _read()
        content = archive_of(found, exit_reasons(), {"release": release, "counted_at": known})
        kept_until = timezone.localdate(clock()) + timedelta(days=KEPT_DAYS)
        keep(release, content, kept_until=kept_until, facts=facts_of(found))


@transaction.atomic
def _read() -> Protected:
    return protect(research_rows(pseudonyms()), ladder(regions()))


def pseudonyms() -> Pseudonym:
    """Under a key that nothing but this function knows, and that goes away with it."""
    key = secrets.token_bytes(32)

    def pseudonym(household_id: int) -> str:
        # A letter first: spreadsheets read « 12e4 » as a number.
        return "m" + hmac.new(key, str(household_id).encode(), hashlib.sha256).hexdigest()[:20]

    return pseudonym


def log_download(*, actor: Actor, release: ResearchRelease, now: datetime) -> None:
    ReleaseDownload.objects.create(
        release=release,
        user_id=actor.user_id,
        organisation_id=actor.organisation_id,
        at=now,
    )


def erase_releases(*, today: date) -> int:
    """Those whose time is over: their row stays, their bytes go."""
    with database_context(system(PURPOSE)), transaction.atomic():
        return ResearchRelease.objects.to_erase(today).update(
            state=ProducedState.ERASED, content=b""
        )
