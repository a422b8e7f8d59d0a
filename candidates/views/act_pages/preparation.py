"""Papers, meetings, the action plan and the trials at work."""

from django.db import models

from candidates import policies, services
from candidates.forms import (
    documents,
    information,
    plan,
    work_trials,
)
from candidates.models import (
    DocumentRequest,
    Parcours,
    PlanAction,
    SessionInvitation,
    SupportingDocument,
    WorkTrial,
    WorkTrialReport,
    counts_q,
)
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor


def its_missing_documents(actor: Actor, parcours: Parcours) -> models.QuerySet[DocumentRequest]:
    return parcours.document_requests.missing().select_related("person")


def its_documents(actor: Actor, parcours: Parcours) -> models.QuerySet[SupportingDocument]:
    """Those that this actor may read, or that wait to be read."""
    documents = parcours.documents.for_list()
    return documents if policies.can_read_papers(actor, parcours) else documents.none()


def its_invitations(actor: Actor, parcours: Parcours) -> models.QuerySet[SessionInvitation]:
    standing = SessionInvitation.objects.standing().filter(parcours=parcours)
    return standing.select_related("session__kind")


def its_actions(actor: Actor, parcours: Parcours) -> models.QuerySet[PlanAction]:
    return parcours.plan_actions.select_related("brake")


def its_trials(actor: Actor, parcours: Parcours) -> models.QuerySet[WorkTrial]:
    """Those that nobody has told yet."""
    told = WorkTrialReport.objects.filter(counts_q()).values("trial")
    trials = parcours.work_trials.filter(counts_q()).exclude(pk__in=told)
    return trials.select_related("person")


PREPARATION: dict[str, ActPage] = {
    "ask_documents": ActPage(documents.AskDocumentsForm, services.ask_documents, is_aside=True),
    "receive_document": ActPage(
        documents.ReceiveDocumentForm,
        services.receive_document,
        "request",
        find_in=its_missing_documents,
    ),
    "see_document": ActPage(documents.SeeDocumentForm, services.see_document, is_aside=True),
    "remind_papers": ActPage(documents.RemindPapersForm, services.remind_papers, is_aside=True),
    "upload_document": ActPage(
        documents.UploadDocumentForm, services.upload_document, is_aside=True
    ),
    "remove_document": ActPage(
        documents.RemoveDocumentForm, services.remove_document, "document", find_in=its_documents
    ),
    "invite_to_session": ActPage(information.InviteForm, services.invite_to_session),
    "answer_invitation": ActPage(
        information.InvitationAnswerForm,
        services.answer_invitation,
        "invitation",
        find_in=its_invitations,
    ),
    "attend_event": ActPage(information.EventForm, services.attend_event, is_aside=True),
    "add_action": ActPage(plan.AddActionForm, services.add_action, is_aside=True),
    "edit_action": ActPage(
        plan.EditActionForm, services.edit_action, "action", find_in=its_actions
    ),
    "plan_trial": ActPage(work_trials.PlanTrialForm, services.plan_trial, is_aside=True),
    "report_trial": ActPage(
        work_trials.ReportTrialForm, services.report_trial, "trial", find_in=its_trials
    ),
    "extend_preparation": ActPage(plan.ExtendForm, services.extend_preparation, is_aside=True),
}
