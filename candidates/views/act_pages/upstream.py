"""From the orientation to the positioning."""

from django.db import models

from candidates import services
from candidates.forms import (
    brakes,
    diagnosis,
    eligibility,
    information,
    plan,
    wishes,
)
from candidates.models import Brake, Parcours
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor


def its_brakes(actor: Actor, parcours: Parcours) -> models.QuerySet[Brake]:
    """Those that are not lifted yet."""
    return parcours.brakes.filter(resolved_on__isnull=True)


UPSTREAM: dict[str, ActPage] = {
    "orient": ActPage(eligibility.ConfirmOrientationForm, services.confirm_orientation),
    "log_call": ActPage(
        eligibility.CallForm, services.log_call, template="candidates/log_call.html"
    ),
    "declare_eligible": ActPage(
        eligibility.EligibleForm,
        services.declare_eligible,
        template="candidates/declare_eligible.html",
    ),
    "ask_prescriber": ActPage(eligibility.ReturnForm, services.ask_prescriber),
    "record_attendance": ActPage(information.AttendanceForm, services.record_attendance),
    "begin_diagnosis": ActPage(information.BeginDiagnosisForm, services.begin_diagnosis),
    "edit_diagnosis": ActPage(
        diagnosis.DiagnosisForm,
        services.edit_diagnosis,
        template="candidates/act_laid_out.html",
        keeps_draft=True,
    ),
    "sign_diagnosis": ActPage(
        diagnosis.SignForm, services.sign_diagnosis, template="candidates/sign_diagnosis.html"
    ),
    "add_brake": ActPage(brakes.BrakeForm, services.add_brake, is_aside=True),
    "resolve_brake": ActPage(
        brakes.ResolveBrakeForm, services.resolve_brake, "brake", find_in=its_brakes
    ),
    "edit_wishes": ActPage(
        wishes.WishesForm,
        services.edit_wishes,
        template="candidates/act_laid_out.html",
        keeps_draft=True,
    ),
    "open_positioning": ActPage(plan.OpenPositioningForm, services.open_positioning),
}
# One theme of the diagnosis, at an address of its own: the same act, on a shorter page.
THEME_PAGE = ActPage(
    diagnosis.ThemeForm,
    services.edit_diagnosis,
    template="candidates/diagnosis_theme.html",
    keeps_draft=True,
)
