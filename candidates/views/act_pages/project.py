"""From the proposal to everybody’s agreement."""

from django.db import models
from django.utils import timezone

from candidates import services
from candidates.forms import (
    agreement,
    holds,
    placement,
    project,
    settling,
)
from candidates.models import Parcours, Person, Placement
from candidates.models.placement import PlacementQuerySet
from candidates.selectors import moving_adults
from candidates.selectors.holds import holds_of
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor
from territories.models.hold import HoldQuerySet


def its_placements(actor: Actor, parcours: Parcours) -> PlacementQuerySet:
    return Placement.objects.visible_to(actor).filter(parcours=parcours).for_detail()


def its_project(actor: Actor, parcours: Parcours) -> models.QuerySet[Placement]:
    return its_placements(actor, parcours).active()


def who_moves(actor: Actor, parcours: Parcours) -> models.QuerySet[Person]:
    adults = moving_adults(parcours, timezone.localdate())
    return Person.objects.filter(pk__in=[adult.pk for adult in adults])


def its_live_placements(actor: Actor, parcours: Parcours) -> PlacementQuerySet:
    return its_placements(actor, parcours).live()


def what_it_keeps(actor: Actor, parcours: Parcours) -> HoldQuerySet:
    today = timezone.localdate()
    return holds_of(parcours, its_live_placements(actor, parcours), today).for_list(today)


PROJECT: dict[str, ActPage] = {
    "propose_placement": ActPage(
        placement.ProposeForm, services.propose_placement, template="candidates/propose.html"
    ),
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
    "answer_household": ActPage(
        placement.HouseholdAnswerForm,
        services.answer_household,
        "person",
        find_in=who_moves,
        invitation="Noter la réponse de chaque adulte",
        heading="reflection",
    ),
    "edit_job": ActPage(
        project.JobForm,
        services.edit_job,
        "person",
        find_in=who_moves,
        template="candidates/act_laid_out.html",
        invitation="Préciser le projet",
        heading="project",
    ),
    "edit_home": ActPage(
        project.HomeForm,
        services.edit_home,
        "placement",
        find_in=its_project,
        template="candidates/act_laid_out.html",
    ),
    "edit_dates": ActPage(
        project.DatesForm,
        services.edit_dates,
        "placement",
        find_in=its_project,
        template="candidates/act_laid_out.html",
    ),
    "hold_offer": ActPage(
        holds.HoldForm, services.hold_offer, "placement", find_in=its_live_placements
    ),
    "follow_hold": ActPage(
        holds.FollowHoldForm, services.follow_hold, "hold", find_in=what_it_keeps
    ),
    "release_offer": ActPage(
        holds.ReleaseForm, services.release_offer, "hold", find_in=what_it_keeps
    ),
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
