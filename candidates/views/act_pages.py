"""Which form and which service each step of the workflow has."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.forms import (
    agreement,
    beside,
    diagnosis,
    eligibility,
    household,
    information,
    placement,
    settling,
)
from candidates.forms.act import ActForm
from candidates.models import Household, ImmersionStay, Parcours, Person, Placement
from candidates.selectors import moving_adults
from candidates.workflow import PARCOURS_WORKFLOW
from operators.actors import Actor


@dataclass(frozen=True, slots=True)
class ActPage:
    """``service`` is called with ``actor``, ``parcours``, ``now`` and the form's cleaned data.

    ``about`` names the argument under which the service gets the object that the address points
    at, and ``find_in`` gives the objects of a file among which it is looked for, in the actor's
    scope.
    """

    form: type[ActForm]
    service: Callable[..., Any]
    about: str | None = None
    # Beside the stages: shown apart from what moves the file on.
    is_aside: bool = False
    find_in: Callable[[Actor, Parcours], models.QuerySet[Any]] | None = None
    template: str = "candidates/act.html"
    # For acts about one thing among several: what the file's header says, and the heading under
    # which the section shows their buttons. The link is of use on the section's own page too.
    invitation: str = ""
    section: str = "file_project"
    heading: str = ""

    def find(self, actor: Actor, parcours: Parcours, about_id: UUID | None) -> Any:
        """Raises Http404 when the file has no such thing, or none for this actor."""
        if self.find_in is None:
            return None
        return get_object_or_404(self.find_in(actor, parcours), public_id=about_id)


def its_placements(actor: Actor, parcours: Parcours) -> models.QuerySet[Placement]:
    return Placement.objects.visible_to(actor).filter(parcours=parcours).for_detail()


def its_stays(actor: Actor, parcours: Parcours) -> models.QuerySet[ImmersionStay]:
    return parcours.stays.filter(placement__in=its_placements(actor, parcours))


def who_moves(actor: Actor, parcours: Parcours) -> models.QuerySet[Person]:
    adults = moving_adults(parcours, timezone.localdate())
    return Person.objects.filter(pk__in=[adult.pk for adult in adults])


def its_household(actor: Actor, parcours: Parcours) -> models.QuerySet[Household]:
    return Household.objects.visible_to(actor).filter(pk=parcours.household_id)


def its_people(actor: Actor, parcours: Parcours) -> models.QuerySet[Person]:
    return Person.objects.filter(
        memberships__household__in=its_household(actor, parcours), memberships__until__isnull=True
    )


ACT_PAGES: dict[str, ActPage] = {
    "orient": ActPage(eligibility.ConfirmOrientationForm, services.confirm_orientation),
    "log_call": ActPage(eligibility.CallForm, services.log_call),
    "declare_eligible": ActPage(
        eligibility.EligibleForm,
        services.declare_eligible,
        template="candidates/declare_eligible.html",
    ),
    "ask_prescriber": ActPage(eligibility.ReturnForm, services.ask_prescriber),
    "record_attendance": ActPage(information.AttendanceForm, services.record_attendance),
    "begin_diagnosis": ActPage(information.BeginDiagnosisForm, services.begin_diagnosis),
    "edit_diagnosis": ActPage(
        diagnosis.DiagnosisForm, services.edit_diagnosis, template="candidates/act_laid_out.html"
    ),
    "sign_diagnosis": ActPage(
        diagnosis.SignForm, services.sign_diagnosis, template="candidates/sign_diagnosis.html"
    ),
    "edit_plan": ActPage(
        diagnosis.PlanForm, services.edit_plan, template="candidates/act_laid_out.html"
    ),
    "open_positioning": ActPage(diagnosis.OpenPositioningForm, services.open_positioning),
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
    "plan_stay": ActPage(placement.PlanStayForm, services.plan_stay),
    "edit_stay": ActPage(placement.EditStayForm, services.edit_stay, "stay", find_in=its_stays),
    "cancel_stay": ActPage(
        placement.CancelStayForm, services.cancel_stay, "stay", find_in=its_stays
    ),
    "report_stay": ActPage(
        placement.ReportForm,
        services.report_stay,
        "stay",
        find_in=its_stays,
        invitation="Partager le bilan du séjour",
        heading="stays",
    ),
    "waive_stay": ActPage(placement.WaiveStayForm, services.waive_stay),
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
    "commit_job": ActPage(settling.JobForm, services.commit_job),
    "commit_home": ActPage(settling.HomeForm, services.commit_home),
    "grant_derogation": ActPage(settling.DerogationForm, services.grant_derogation),
    "settle": ActPage(settling.SettleForm, services.settle),
    "visit": ActPage(settling.VisitForm, services.log_visit, template="candidates/visit.html"),
    "close": ActPage(settling.CloseForm, services.close_parcours),
    "return_to_preparation": ActPage(
        placement.ReturnToPreparationForm, services.return_to_preparation, is_aside=True
    ),
    "note": ActPage(beside.NoteForm, services.log_exchange, is_aside=True),
    "suspend": ActPage(beside.SuspendForm, services.suspend_parcours, is_aside=True),
    "resume": ActPage(beside.ResumeForm, services.resume_parcours),
    "exit": ActPage(beside.ExitForm, services.exit_parcours, is_aside=True),
    "edit_household": ActPage(
        household.HouseholdForm, services.edit_household, "household", find_in=its_household
    ),
    "edit_person": ActPage(
        household.PersonForm, services.edit_person, "person", find_in=its_people
    ),
    "record_permit": ActPage(
        household.PermitForm, services.record_permit, "person", find_in=its_people
    ),
    "record_contact": ActPage(
        household.ContactForm, services.record_contact, "person", find_in=its_people
    ),
}


@dataclass(frozen=True, slots=True)
class OfferedAct:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OfferedActs:
    """What this actor may do now, from the file's header."""

    main: list[OfferedAct]
    aside: list[OfferedAct]


def offered_acts(actor: Actor, parcours: Parcours) -> OfferedActs:
    """The steps that are about the file as a whole, and where the others have their buttons."""
    main: list[OfferedAct] = []
    aside: list[OfferedAct] = []
    for step in PARCOURS_WORKFLOW.offered(parcours, actor):
        page = ACT_PAGES.get(step.name)
        if page is None:
            continue
        if page.about is None:
            url = reverse("candidates:act", args=[parcours.public_id, step.name])
            (aside if page.is_aside else main).append(OfferedAct(step.label, url))
        elif page.invitation:
            url = reverse(f"candidates:{page.section}", args=[parcours.public_id])
            main.append(OfferedAct(page.invitation, f"{url}#{page.heading}"))
    return OfferedActs(main, aside)


def next_act(actor: Actor, parcours: Parcours) -> OfferedAct | None:
    """What the file waits for from this actor: the first of the acts that move it on."""
    return next(iter(offered_acts(actor, parcours).main), None)


def acts_about(actor: Actor, parcours: Parcours, about_id: UUID, *steps: str) -> list[OfferedAct]:
    """Those of these steps, in this order, that this actor may do now about one thing of the file."""
    offered = {step.name: step for step in PARCOURS_WORKFLOW.offered(parcours, actor)}
    return [
        OfferedAct(
            offered[name].label,
            reverse("candidates:act_about", args=[parcours.public_id, name, about_id]),
        )
        for name in steps
        if name in offered
    ]
