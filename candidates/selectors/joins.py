"""What the coordinator looks at to say whether two people are one, and what was read meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from candidates.enums import Link
from candidates.models import JoinRequest, OrientationStep, Person
from emile.core.models import ReadLog
from emile.core.templatetags.emile import short_day
from operators.actors import Actor
from operators.models import User


LATEST_ANSWERED = 50


@dataclass(frozen=True, slots=True)
class JoinList:
    pending: tuple[JoinRequest, ...]
    answered: tuple[JoinRequest, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    read_at: datetime
    who: str
    page: str


@dataclass(frozen=True, slots=True)
class JoinPage:
    """``comparison`` has what was typed and what the file says; none once the draft is gone."""

    join: JoinRequest
    comparison: tuple[tuple[str, str, str], ...]
    readings: tuple[Reading, ...]


def join_list(actor: Actor) -> JoinList:
    joins = JoinRequest.objects.visible_to(actor).for_list()
    return JoinList(
        pending=tuple(joins.pending()),
        answered=tuple(joins.exclude(pk__in=joins.pending())[:LATEST_ANSWERED]),
    )


def join_page(join: JoinRequest) -> JoinPage:
    return JoinPage(join=join, comparison=_comparison(join), readings=readings_since(join))


def _comparison(join: JoinRequest) -> tuple[tuple[str, str, str], ...]:
    draft = join.draft
    if draft is None:
        return ()
    candidate = _candidate_of(join)
    born = short_day(candidate.birth_date)
    phones = ", ".join(contact.value for contact in candidate.contact_points.all())
    identity, situation = OrientationStep.IDENTITY, OrientationStep.SITUATION
    return (
        ("Prénom et nom", draft.typed_name, candidate.full_name),
        ("Nom de naissance", draft.typed(identity, "birth_name"), candidate.birth_name),
        ("Date de naissance", draft.typed(identity, "birth_date"), born),
        ("Contact", draft.typed(situation, "phone", "email"), phones),
    )


def _candidate_of(join: JoinRequest) -> Person:
    """The last one, of a household where nobody goes on."""
    members = join.parcours.household.members.filter(link=Link.CANDIDATE)
    return members.select_related("person").latest("since", "pk").person


def readings_since(join: JoinRequest) -> tuple[Reading, ...]:
    """What the organisation that joined has opened of the file while it could."""
    if join.answered_at is None:
        return ()
    reads = ReadLog.objects.filter(
        household_id=join.parcours.household_id,
        organisation_id=join.organisation_id,
        read_at__gte=join.answered_at,
    )
    if join.undone_at:
        reads = reads.filter(read_at__lte=join.undone_at)
    rows = list(reads.order_by("-read_at", "-pk"))
    readers = User.objects.in_bulk({row.user_id for row in rows})
    return tuple(
        Reading(read_at=row.read_at, who=readers[row.user_id].get_full_name(), page=row.page)
        for row in rows
    )
