"""What tells which act a stage waits for: read along with the file, on a list as on its pages."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Subquery

from candidates.models import ImmersionStay, Placement
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.tracks import with_tracks


def with_awaited(files: ParcoursQuerySet, today: date) -> ParcoursQuerySet:
    """With the first stay that nobody has told, and whether its last day has come; and which tracks
    are found or waived, of the placement that was accepted."""
    accepted = Placement.objects.active()
    of_file = accepted.filter(parcours=OuterRef("pk"))
    stays = ImmersionStay.objects.untold().filter(parcours=OuterRef("pk"), placement__in=accepted)
    return files.annotate(
        stay_id=Subquery(stays.order_by("days").values("public_id")[:1]),
        # The end of a range is the day after.
        stay_is_ending=Exists(stays.filter(days__endswith__lte=today + timedelta(days=1))),
        has_job=Exists(with_tracks(of_file).filter(has_job=True)),
        has_home=Exists(with_tracks(of_file).filter(has_home=True)),
    )
