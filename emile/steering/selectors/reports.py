"""Which reports one reads, and whom they are for."""

from django.utils.text import slugify

from candidates.selectors.activity import territories_of
from emile.steering.models import Report
from emile.steering.models.reports import ReportQuerySet
from emile.steering.selectors.lens import EVERYTHING, SCOPE_OF
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory


def reports_for(actor: Actor) -> ReportQuerySet:
    """The coordinator and the national level read all; a State service those of its territories;
    an organisation its own."""
    if actor.kind in EVERYTHING:
        return Report.objects.all()
    if actor.kind == OrganisationKind.STATE:
        return Report.objects.filter(territory__in=territories_of(actor))
    scope = SCOPE_OF[actor.kind]
    return Report.objects.filter(scope=scope, organisation=actor.organisation_id)


def state_services_of(territory: Territory) -> list[Organisation]:
    """Those of its départements."""
    departements = territory.communes.order_by().values("departement__code").distinct()
    services = Organisation.objects.active().of_kind(OrganisationKind.STATE)
    return list(services.filter(departement__in=departements).order_by("pk"))


def file_name(report: Report) -> str:
    """Without its ending: « emile-cantal-2026-10 »."""
    owner = report.territory or report.organisation
    parts = ["emile", slugify(owner.name) if owner else "programme", f"{report.first:%Y-%m}"]
    if not report.is_of_a_month:
        parts.append(f"{report.last:%Y-%m}")
    return "-".join(parts)
