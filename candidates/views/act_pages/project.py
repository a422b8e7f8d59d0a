"""From the proposal to everybody’s agreement."""

from django.db import models
from django.utils import timezone

from candidates import services
from candidates.forms import (
    agreement,
    placement,
    settling,
    stay,
)
from candidates.models import ImmersionStay, Parcours, Person, Placement
from candidates.selectors import moving_adults
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor


def its_placements(actor: Actor, parcours: Parcours) -> models.QuerySet[Placement]:
    return Placement.objects.visible_to(actor).filter(parcours=parcours).for_detail()


def its_stays(actor: Actor, parcours: Parcours) -> models.QuerySet[ImmersionStay]:
    return parcours.stays.filter(placement__in=its_placements(actor, parcours))


def who_moves(actor: Actor, parcours: Parcours) -> models.QuerySet[Person]:
    adults = moving_adults(parcours, timezone.localdate())
    return Person.objects.filter(pk__in=[adult.pk for adult in adults])


PROJECT: dict[str, ActPage] = {
    "propose_placement": ActPage(placement.ProposeForm, services.propose_placement),
    "accept_placement": ActPage(
        placement.AcceptForm,
        services.accept_placement,
        "placement",
        find_in=its_placements,
        invitation="Répondre à la proposition",
        heading="proposals",
    ),
    "decline_placement": ActPage(
        placement.DeclineForm, services.decline_placement, "placement", find_in=its_placements
    ),
    "withdraw_placement": ActPage(
        placement.WithdrawForm, services.withdraw_placement, "placement", find_in=its_placements
    ),
    "plan_stay": ActPage(stay.PlanStayForm, services.plan_stay),
    "edit_stay": ActPage(stay.EditStayForm, services.edit_stay, "stay", find_in=its_stays),
    "cancel_stay": ActPage(stay.CancelStayForm, services.cancel_stay, "stay", find_in=its_stays),
    "report_stay": ActPage(
        stay.ReportForm,
        services.report_stay,
        "stay",
        find_in=its_stays,
        invitation="Partager le bilan du séjour",
        heading="stays",
    ),
    "waive_stay": ActPage(stay.WaiveStayForm, services.waive_stay),
    "answer_household": ActPage(
        placement.HouseholdAnswerForm,
        services.answer_household,
        "person",
        find_in=who_moves,
        invitation="Noter la réponse de chaque adulte",
        heading="reflection",
    ),
    "edit_project": ActPage(placement.ProjectForm, services.edit_project),
    "answer_validation": ActPage(
        agreement.RoundTableForm,
        services.answer_validation,
        template="candidates/round_table.html",
    ),
    "validate": ActPage(settling.ValidateForm, services.validate_project),
    "return_to_preparation": ActPage(
        placement.ReturnToPreparationForm, services.return_to_preparation, is_aside=True
    ),
}
