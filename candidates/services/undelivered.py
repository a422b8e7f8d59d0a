"""A message did not arrive: whoever has the file is to verify how the person is reached."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from candidates.models import ContactPoint
from candidates.selectors.reached import ways_to
from emile.core.context import database_context, system
from emile.core.reports import Report, keep_report


PURPOSE = "comptes rendus de remise"


@transaction.atomic
def hear_of(report: Report, *, now: datetime) -> None:
    """Nothing reminds anybody there any more, until somebody writes it again."""
    lost = keep_report(report, now=now)
    if lost is None:
        return
    with database_context(system(PURPOSE)):
        points = ways_to(lost.channel, lost.recipient)
        for point in points:
            point.undelivered_on = timezone.localdate(lost.sent_at)
        ContactPoint.objects.bulk_update(points, ["undelivered_on"])
