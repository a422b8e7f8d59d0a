"""State services are told that the month of their territory is there to read: a link, no figure."""

from django.urls import reverse

from candidates.models import ProducedDocument
from candidates.selectors.monthly import state_services_of
from emile.core.emails import absolute, key_of, render
from emile.core.outbox import send_email
from operators.selectors import addresses
from territories.models import Territory


LETTER = "monthly_summary"


def tell_summary_is_ready(document: ProducedDocument, territory: Territory) -> None:
    link = absolute(reverse("candidates:monthly_summaries"))
    context = {"territory": territory, "month": document.month, "link": link}
    subject, body = render(f"candidates/{LETTER}", context)
    for service in state_services_of(territory):
        for address in addresses(service):
            send_email(
                recipient=address,
                subject=subject,
                body=body,
                key=key_of(LETTER, document.public_id, address),
                organisation_id=service.pk,
            )
