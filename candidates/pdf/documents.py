"""From a document that was asked for to its HTML: what it shows is read here, once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from candidates.enums import ProducedKind
from candidates.models import Parcours, ProducedDocument
from candidates.pdf.cards import employer_card, host_card, landlord_card, person_summary
from candidates.pdf.paper import Paper, Pen
from candidates.pdf.project import diagnosis, installation_sheet, stay_programme, validation_record


PAPERS: dict[str, Callable[[Parcours, Pen, date], Paper]] = {
    ProducedKind.PERSON_SUMMARY: person_summary,
    ProducedKind.HOST_CARD: host_card,
    ProducedKind.EMPLOYER_CARD: employer_card,
    ProducedKind.LANDLORD_CARD: landlord_card,
    ProducedKind.DIAGNOSIS: diagnosis,
    ProducedKind.VALIDATION_RECORD: validation_record,
    ProducedKind.INSTALLATION_SHEET: installation_sheet,
}


def html_of(document: ProducedDocument, parcours: Parcours, today: date) -> str:
    """Expects ``for_detail()``. Each kind hides what it must: one pen writes them all."""
    pen = Pen(parcours.household.hides_whereabouts)
    context: dict[str, Any] = {"document": document, "parcours": parcours, "hides": pen.hides}
    if document.kind == ProducedKind.STAY_PROGRAMME and document.stay:
        context |= stay_programme(document.stay, parcours, today)
        return render_to_string("candidates/pdf/programme.html", context)
    context["paper"] = PAPERS[document.kind](parcours, pen, today)
    return render_to_string("candidates/pdf/paper.html", context)
