"""How much the field tells, theme by theme."""

from dataclasses import dataclass

from django.db.models import Count, Q

from emile.steering.models import FieldReport, FieldTheme
from emile.steering.models.field_reports import FieldReportQuerySet
from operators.actors import Actor
from operators.enums import OrganisationKind


@dataclass(frozen=True, slots=True)
class ThemeCount:
    theme: FieldTheme
    told: int
    unanswered: int
    for_committee: int


def unanswered_by(actor: Actor) -> FieldReportQuerySet:
    """What waits for the coordinator, and for nobody else."""
    if actor.kind != OrganisationKind.COORDINATOR:
        return FieldReport.objects.none()
    return FieldReport.objects.visible_to(actor).unanswered()


def counted_by_theme(reports: FieldReportQuerySet) -> list[ThemeCount]:
    """Those of which something was told, the most frequent first. One query."""
    counted = (
        reports.order_by()
        .values_list("theme")
        .annotate(
            told=Count("pk"),
            unanswered=Count("pk", filter=Q(answer="")),
            for_committee=Count("pk", filter=Q(is_for_committee=True)),
        )
        .order_by("-told", "theme")
    )
    return [ThemeCount(FieldTheme(theme), *counts) for theme, *counts in counted]
