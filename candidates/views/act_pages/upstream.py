"""From the orientation to the positioning."""

from candidates import services
from candidates.forms import (
    diagnosis,
    eligibility,
    information,
    plan,
)
from candidates.views.act_pages.page import ActPage


UPSTREAM: dict[str, ActPage] = {
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
        plan.PlanForm, services.edit_plan, template="candidates/act_laid_out.html"
    ),
    "open_positioning": ActPage(plan.OpenPositioningForm, services.open_positioning),
}
