"""The files that were sent, and who has read them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from candidates.models import Parcours, SupportingDocument
from emile.core.models import ReadLog
from operators.models import Organisation, User


# In the log of reads: this, then the public id of the paper.
READ_AS = "piece:"


@dataclass(frozen=True, slots=True)
class Reading:
    who: str
    organisation: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SentPaper:
    """``readings`` are the latest first; empty for those who are not told them."""

    document: SupportingDocument
    readings: Sequence[Reading]


def page_of(document: SupportingDocument) -> str:
    return f"{READ_AS}{document.public_id}"


def sent_papers(parcours: Parcours, *, tells_readings: bool) -> list[SentPaper]:
    """The latest first. One query, or four when readings are told."""
    documents = list(SupportingDocument.objects.filter(parcours=parcours).for_list())
    readings = _readings(parcours) if tells_readings and documents else {}
    return [SentPaper(one, readings.get(one.public_id, ())) for one in documents]


def _readings(parcours: Parcours) -> dict[UUID, list[Reading]]:
    log = ReadLog.objects.filter(household_id=parcours.household_id, page__startswith=READ_AS)
    rows = list(log.order_by("-read_at", "-pk"))
    users = User.objects.in_bulk({row.user_id for row in rows})
    organisations = Organisation.objects.in_bulk({row.organisation_id for row in rows})
    told: dict[UUID, list[Reading]] = defaultdict(list)
    for row in rows:
        told[UUID(row.page.removeprefix(READ_AS))].append(
            Reading(
                users[row.user_id].get_full_name(),
                organisations[row.organisation_id].name,
                row.read_at,
            )
        )
    return told
