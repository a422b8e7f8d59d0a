"""The header of a file leads to where its acts are, even on the page that holds them."""

import pytest
from django.urls import reverse

from candidates.views.act_pages import offered_acts
from emile.core.context import database_context
from tests.factories import at_immersion, at_positioning, at_reflection, propose


pytestmark = pytest.mark.django_db


def proposed(prescriber, coordinator, upstream, host):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    return parcours


@pytest.mark.parametrize(
    ("bring", "kind", "invitation"),
    [
        (proposed, "host", "Répondre à la proposition"),
        (at_immersion, "host", "Partager le bilan du séjour"),
        (at_reflection, "upstream", "Noter la réponse de chaque adulte"),
    ],
)
def test_an_invitation_leads_to_its_buttons(
    signed_in, prescriber, coordinator, upstream, host, bring, kind, invitation
):
    actor = {"host": host, "upstream": upstream}[kind]
    parcours = bring(prescriber, coordinator, upstream, host)
    with database_context(actor.database_context):
        urls = {act.label: act.url for act in offered_acts(actor, parcours).main}

    section, heading = urls[invitation].split("#")

    assert section == reverse("candidates:file_project", args=[parcours.public_id])
    assert f'id="{heading}"' in signed_in(actor).get(section).text
