"""The month of a territory on paper."""

from datetime import date

from django.template.loader import render_to_string

from candidates.models import ProducedDocument
from candidates.selectors.monthly import monthly_summary
from territories.models import Territory


def summary_html(document: ProducedDocument, territory: Territory, today: date) -> str:
    context = {
        "document": document,
        "page": monthly_summary(territory, today),
        "stage_columns": ["Étape", "Ménages"],
        "offer_columns": ["Nature", "Offertes", "Confirmées récemment"],
    }
    return render_to_string("candidates/pdf/monthly.html", context)
