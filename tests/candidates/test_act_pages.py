"""The header of a file leads to where its acts are, even on the page that holds them."""

import pytest
from django.urls import reverse

from candidates.views.act_pages import offered_acts
from emile.core.context import database_context
from tests.factories import (
    at_diagnosis,
    at_follow_up,
    at_immersion,
    at_installation,
    at_positioning,
    at_preparation,
    at_reflection,
    commit_home,
    commit_job,
    propose,
    tick_everything,
)


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


def before_the_host(bring):
    return lambda *cast: bring(*cast[:-1])


def ready_to_settle(*cast):
    parcours, host = at_installation(*cast), cast[-1]
    commit_job(host, parcours)
    commit_home(host, parcours)
    return tick_everything(host, parcours)


@pytest.mark.parametrize(
    ("bring", "kind", "awaited"),
    [
        (before_the_host(at_diagnosis), "upstream", "Compléter le diagnostic"),
        (before_the_host(at_preparation), "upstream", "Projets et territoires souhaités"),
        (before_the_host(at_positioning), "upstream", "Proposer à un territoire"),
        (at_installation, "host", "Liste avant l’entrée"),
        (ready_to_settle, "host", "Installation faite"),
        (at_follow_up, "host", "Noter une visite de suivi"),
    ],
)
def test_a_file_leads_with_what_its_stage_waits_for(
    prescriber, coordinator, upstream, host, bring, kind, awaited
):
    actor = {"host": host, "upstream": upstream}[kind]
    parcours = bring(prescriber, coordinator, upstream, host)

    with database_context(actor.database_context):
        assert offered_acts(actor, parcours).first.label == awaited
