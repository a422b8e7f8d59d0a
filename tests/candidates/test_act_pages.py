"""The header of a file leads with what the file waits for, and to where its acts are."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.models import Parcours
from candidates.selectors.awaited import with_awaited
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
    plan_stay,
    propose,
    tick_everything,
)


pytestmark = pytest.mark.django_db


def offered_to(actor, parcours):
    with database_context(actor.database_context):
        files = with_awaited(Parcours.objects.for_detail(), timezone.localdate())
        return offered_acts(actor, files.get(pk=parcours.pk))


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
    acts = offered_to(actor, parcours)
    urls = {act.label: act.url for act in [acts.first, *acts.others]}

    section, heading = urls[invitation].split("#")

    assert section == reverse("candidates:file_project", args=[parcours.public_id])
    assert f'id="{heading}"' in signed_in(actor).get(section).text


def test_the_page_of_an_act_says_whose_file_it_is(signed_in, prescriber, coordinator, upstream):
    parcours = at_diagnosis(prescriber, coordinator, upstream)

    page = signed_in(upstream).get(reverse("candidates:act", args=[parcours.public_id, "note"]))

    heading = page.text[: page.text.index("</h1>")]
    assert parcours.household.reference in heading
    assert page.context["parcours"].people in heading


@pytest.mark.parametrize(("bring", "kind"), [(proposed, "host"), (at_reflection, "upstream")])
def test_the_header_of_a_section_does_not_lead_to_itself(
    signed_in, prescriber, coordinator, upstream, host, bring, kind
):
    actor = {"host": host, "upstream": upstream}[kind]
    parcours = bring(prescriber, coordinator, upstream, host)
    section = reverse("candidates:file_project", args=[parcours.public_id])
    browser = signed_in(actor)

    assert browser.get(parcours.get_absolute_url()).context["acts"].first.url.startswith(section)
    acts = browser.get(section).context["acts"]
    assert acts.first is None
    assert not [act for act in acts.others if act.url.startswith(section)]


def before_the_host(bring):
    return lambda *cast: bring(*cast[:-1])


def with_a_stay(days_from_now):
    def bring(*cast):
        parcours = at_immersion(*cast)
        plan_stay(cast[-1], parcours, timezone.localdate() + timedelta(days=days_from_now))
        return parcours

    return bring


def with_a_job(*cast):
    parcours = at_installation(*cast)
    commit_job(cast[-1], parcours)
    return parcours


def with_both_tracks(*cast):
    parcours = with_a_job(*cast)
    commit_home(cast[-1], parcours)
    return parcours


def ready_to_settle(*cast):
    return tick_everything(cast[-1], with_both_tracks(*cast))


@pytest.mark.parametrize(
    ("bring", "kind", "awaited"),
    [
        (before_the_host(at_diagnosis), "upstream", "Compléter le diagnostic"),
        (before_the_host(at_preparation), "upstream", "Projets et territoires souhaités"),
        (before_the_host(at_positioning), "upstream", "Proposer à un territoire"),
        (at_immersion, "host", "Organiser le séjour"),
        # Five days long.
        (with_a_stay(-3), "host", "Préparer le séjour"),
        (with_a_stay(-4), "host", "Partager le bilan du séjour"),
        (at_installation, "host", "Noter l’emploi ou la formation"),
        (with_a_job, "host", "Noter le logement"),
        (with_both_tracks, "host", "Liste avant l’entrée"),
        (ready_to_settle, "host", "Noter l’installation"),
        (at_follow_up, "host", "Noter une visite de suivi"),
    ],
)
def test_a_file_leads_with_what_its_stage_waits_for(
    prescriber, coordinator, upstream, host, bring, kind, awaited
):
    actor = {"host": host, "upstream": upstream}[kind]
    parcours = bring(prescriber, coordinator, upstream, host)

    assert offered_to(actor, parcours).first.label == awaited


@pytest.mark.parametrize("bring", [at_installation, ready_to_settle, at_follow_up])
def test_nothing_leads_those_from_whom_nothing_is_awaited(
    prescriber, coordinator, upstream, host, bring
):
    acts = offered_to(coordinator, bring(prescriber, coordinator, upstream, host))

    assert acts.first is None
    assert acts.at_hand


def test_a_stay_to_prepare_is_opened_and_one_to_tell_is_told(
    prescriber, coordinator, upstream, host
):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    stay = plan_stay(host, parcours, timezone.localdate())
    page = reverse("candidates:stay_detail", args=[parcours.public_id, stay.public_id])
    form = reverse("candidates:act_about", args=[parcours.public_id, "report_stay", stay.public_id])

    assert offered_to(host, parcours).first.url == page
    with database_context(host.database_context):
        stay.days = [stay.first_day - timedelta(days=9), stay.first_day]
        stay.save()
    assert offered_to(host, parcours).first.url == form


@pytest.mark.parametrize(
    ("days_from_now", "leading"), [(-4, "Partager le bilan du séjour"), (3, "Programme à imprimer")]
)
def test_the_page_of_a_stay_leads_with_its_programme_then_with_its_report(
    signed_in, prescriber, coordinator, upstream, host, days_from_now, leading
):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    first_day = timezone.localdate() + timedelta(days=days_from_now)
    stay = plan_stay(host, parcours, first_day)
    url = reverse("candidates:stay_detail", args=[parcours.public_id, stay.public_id])

    buttons = signed_in(host).get(url).text.split('class="fr-btn fr-btn--sm"')

    assert leading in buttons[1].split("</a>")[0]
    assert len(buttons) == 2


def test_each_track_has_its_button_where_it_is_told(
    signed_in, prescriber, coordinator, upstream, host
):
    parcours = at_installation(prescriber, coordinator, upstream, host)
    section = reverse("candidates:file_installation", args=[parcours.public_id])

    page = signed_in(host).get(section)

    assert {"commit_job", "commit_home"} <= set(page.context["here"])
    assert page.text.count(">Noter le logement</a>") == 2
