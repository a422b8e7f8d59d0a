"""Documents as PDF, asked for and made as a worker would."""

from datetime import date

from django.utils import timezone

from candidates.enums import ProducedKind
from candidates.models import Parcours, ProducedDocument
from candidates.selectors.produced import print_page
from candidates.services.produced import ask_document, carry_on
from emile.core.context import database_context, system
from emile.steering.models import Report, Scope
from emile.steering.services import reports
from operators.actors import Actor
from territories.models import Territory


def ask_print(
    actor: Actor, parcours: Parcours, kind: ProducedKind = ProducedKind.PERSON_SUMMARY
) -> ProducedDocument:
    """The first of that kind which the page of the file offers."""
    with database_context(actor.database_context):
        read = Parcours.objects.visible_to(actor).for_detail().get(pk=parcours.pk)
        offered = print_page(actor, read).printables
        wanted = next(one for one in offered if one.kind == kind)
        return ask_document(actor=actor, parcours=read, wanted=wanted, now=timezone.now())


def make_print(document: ProducedDocument) -> ProducedDocument:
    carry_on(document_id=document.pk, clock=timezone.now)
    with database_context(system("test")):
        return ProducedDocument.objects.select_related("parcours").get(pk=document.pk)


def print_document(
    actor: Actor, parcours: Parcours, kind: ProducedKind = ProducedKind.PERSON_SUMMARY
) -> ProducedDocument:
    return make_print(ask_print(actor, parcours, kind))


def print_month(territory: str, month: date = date(2026, 10, 1)) -> Report:
    """As the clock asks for it."""
    with database_context(system("test")):
        report = Report.objects.create(
            scope=Scope.TERRITORY,
            territory=Territory.objects.get(slug=territory),
            first=month,
            last=month,
            asked_at=timezone.now(),
        )
    return make_report(report)


def make_report(report: Report) -> Report:
    reports.carry_on(report_id=report.pk, clock=timezone.now)
    return Report.objects.get(pk=report.pk)
