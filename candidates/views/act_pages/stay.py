"""The stay: organised, filled in line by line, put off, told."""

from django.db import models

from candidates import services
from candidates.forms import stay, stay_programme, stay_report
from candidates.models import ImmersionStay, Parcours, StayCost, StayVisit
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor


LAID_OUT = "candidates/stays/act.html"


def its_stays(actor: Actor, parcours: Parcours) -> models.QuerySet[ImmersionStay]:
    return parcours.stays.visible_to(actor)


def its_visits(actor: Actor, parcours: Parcours) -> models.QuerySet[StayVisit]:
    visits = StayVisit.objects.visible_to(actor).kept()
    return visits.filter(stay__parcours=parcours).select_related("stay")


def its_costs(actor: Actor, parcours: Parcours) -> models.QuerySet[StayCost]:
    costs = StayCost.objects.visible_to(actor).kept()
    return costs.filter(stay__parcours=parcours).select_related("stay")


STAY: dict[str, ActPage] = {
    "plan_stay": ActPage(stay.PlanStayForm, services.plan_stay, template=LAID_OUT),
    "edit_stay": ActPage(
        stay.EditStayForm, services.edit_stay, "stay", find_in=its_stays, template=LAID_OUT
    ),
    "reschedule_stay": ActPage(
        stay.RescheduleStayForm, services.reschedule_stay, "stay", find_in=its_stays
    ),
    "cancel_stay": ActPage(stay.CancelStayForm, services.cancel_stay, "stay", find_in=its_stays),
    "add_visit": ActPage(
        stay_programme.AddVisitForm,
        services.add_visit,
        "stay",
        find_in=its_stays,
        template=LAID_OUT,
        thing_label="Préparer le séjour",
        thing_page="stay_detail",
    ),
    "edit_visit": ActPage(
        stay_programme.EditVisitForm,
        services.edit_visit,
        "visit",
        find_in=its_visits,
        template=LAID_OUT,
    ),
    "remove_visit": ActPage(
        stay_programme.RemoveVisitForm, services.remove_visit, "visit", find_in=its_visits
    ),
    "add_cost": ActPage(stay_programme.AddCostForm, services.add_cost, "stay", find_in=its_stays),
    "edit_cost": ActPage(
        stay_programme.EditCostForm, services.edit_cost, "cost", find_in=its_costs
    ),
    "remove_cost": ActPage(
        stay_programme.RemoveCostForm, services.remove_cost, "cost", find_in=its_costs
    ),
    "report_stay": ActPage(
        stay_report.ReportForm,
        services.report_stay,
        "stay",
        find_in=its_stays,
        template=LAID_OUT,
        invitation="Partager le bilan du séjour",
        heading="stays",
    ),
    "report_household": ActPage(
        stay_report.HouseholdReportForm,
        services.report_household,
        "stay",
        find_in=its_stays,
        template="candidates/stays/household_report.html",
    ),
    "report_employer": ActPage(
        stay_report.EmployerReportForm, services.report_employer, "visit", find_in=its_visits
    ),
    "waive_stay": ActPage(stay.WaiveStayForm, services.waive_stay),
}
