"""Those who came within a year: what they needed tells what those to come will need."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import OuterRef, Subquery

from candidates.enums import Stage
from candidates.models import Parcours, ParcoursEvent
from candidates.models.parcours import ParcoursQuerySet
from matching.arbitration.foresight import PAST
from matching.selectors.cases import with_case
from matching.selectors.pool import seeking


# Each is a search of its own: the last ones tell enough.
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Arrived:
    """``files`` are the last of those whose place is not being looked for any more."""

    count: int
    files: list[Parcours]


def arrived_within_a_year(files: ParcoursQuerySet, today: date) -> Arrived:
    """All that reached the positioning, whatever became of them; with what ``case_of`` reads."""
    events = (
        ParcoursEvent.objects.standing()
        .filter(parcours=OuterRef("pk"), to_stage=Stage.POSITIONING)
        .filter(occurred_on__range=(today - relativedelta(months=PAST), today))
        .exclude(from_stage=Stage.POSITIONING)
    )
    last = events.order_by("-occurred_on").values("occurred_on")[:1]
    arrived = with_case(files, today).annotate(arrived_on=Subquery(last))
    arrived = arrived.filter(arrived_on__isnull=False)
    past = arrived.exclude(pk__in=seeking(files).values("pk")).order_by("-arrived_on", "-pk")
    return Arrived(arrived.count(), list(past[:MOST_FILES]))
