"""One stay: its page for the teams, the programme to print, what was told of it side by side."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from candidates.models import ImmersionStay, Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors.agenda import stay_moments, visits_to_be_at
from candidates.selectors.stay import stay_page, stays_of
from candidates.selectors.stay_report import reports_page
from candidates.views.act_pages import acts_about
from candidates.views.act_pages.offered import OfferedAct
from candidates.views.file import open_file
from candidates.views.reading import logs_reading
from emile.core.agenda import as_calendar, calendar_response
from emile.core.http import read_only
from operators.http import AppRequest, requires


STAY_ACTS = ("report_stay", "edit_stay", "reschedule_stay", "cancel_stay")
VISIT_ACTS = ("edit_visit", "remove_visit")
COST_ACTS = ("edit_cost", "remove_cost")


@requires(*FILE_KINDS)
@logs_reading("séjour")
@read_only
def stay_detail(request: AppRequest, public_id: UUID, stay_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = stay_page(_find(request, parcours, stay_id), parcours, timezone.localdate())

    def offered(thing_id: UUID, *steps: str) -> list[OfferedAct]:
        return acts_about(request.actor, parcours, thing_id, *steps) if page.stay.is_open else []

    context = {
        "parcours": parcours,
        "page": page,
        "stay": page.stay,
        "acts": offered(stay_id, *STAY_ACTS),
        "is_over": page.stay.last_day <= timezone.localdate(),
        "add_visit": next(iter(offered(stay_id, "add_visit")), None),
        "add_cost": next(iter(offered(stay_id, "add_cost")), None),
        "days": [
            (one.day, [(visit, offered(visit.public_id, *VISIT_ACTS)) for visit in one.visits])
            for one in page.days
        ],
        "costs": [(cost, offered(cost.public_id, *COST_ACTS)) for cost in page.costs],
    }
    return render(request, "candidates/stays/detail.html", context)


@requires(*FILE_KINDS)
@logs_reading("programme du séjour")
@read_only
def stay_programme(request: AppRequest, public_id: UUID, stay_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = stay_page(_find(request, parcours, stay_id), parcours, timezone.localdate())
    context = {"parcours": parcours, "page": page, "stay": page.stay}
    return render(request, "candidates/stays/programme.html", context)


@requires(*FILE_KINDS)
@logs_reading("agenda du séjour")
@read_only
def stay_agenda(request: AppRequest, public_id: UUID, stay_id: UUID) -> HttpResponse:
    stay = _find(request, open_file(request, public_id), stay_id)
    told = stay_moments(stay, visits_to_be_at(stay), to_household=True)
    moments = [] if stay.is_cancelled else told
    content = as_calendar("Séjour", moments, now=timezone.now())
    return calendar_response(content, file_name="sejour.ics")


@requires(*FILE_KINDS)
@logs_reading("bilans du séjour")
@read_only
def stay_reports(request: AppRequest, public_id: UUID, stay_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    stay = _find(request, parcours, stay_id)
    page = reports_page(
        actor=request.actor, stay=stay, parcours=parcours, today=timezone.localdate()
    )

    def offered(thing_id: UUID, *steps: str) -> list[OfferedAct]:
        return acts_about(request.actor, parcours, thing_id, *steps) if stay.is_open else []

    context = {
        "parcours": parcours,
        "page": page,
        "stay": stay,
        "acts": offered(stay_id, "report_stay", "report_household"),
        "employers": [
            (view, offered(view.visit.public_id, "report_employer")) for view in page.employers
        ],
    }
    return render(request, "candidates/stays/reports.html", context)


def _find(request: AppRequest, parcours: Parcours, stay_id: UUID) -> ImmersionStay:
    return get_object_or_404(stays_of(request.actor, parcours), public_id=stay_id)
