"""A whole stay on a small phone, with the keyboard alone and no script; its sheet on paper."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page

from candidates.models import ImmersionReport, ImmersionStay, StayVisit
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import add_cost, add_visit, at_immersion, make_actor, plan_stay
from tests.harness.browser import PHONE


MOST_TABS = 80


@pytest.fixture
def cast(server):
    """The prescriber, the coordinator, the upstream operator and the host one, in that order."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    kinds = (OrganisationKind.UPSTREAM, OrganisationKind.HOST)
    return make_actor(OrganisationKind.PRESCRIBER), coordinator, *map(make_actor, kinds)


def reach(page: Page, wanted: Locator) -> Locator:
    """From where one is to there, with the Tab key."""
    focused = wanted.and_(page.locator(":focus"))
    for _ in range(MOST_TABS):
        if focused.count():
            return focused
        page.keyboard.press("Tab")
    raise AssertionError(f"{page.url}: the keyboard does not reach {wanted}")


def follow(page: Page, name: str) -> None:
    _leave_by(page, page.get_by_role("link", name=name, exact=True))


def press(page: Page, name: str) -> None:
    _leave_by(page, page.get_by_role("button", name=name, exact=True))


def _leave_by(page: Page, way: Locator) -> None:
    reach(page, way)
    with page.expect_navigation() as arrival:
        page.keyboard.press("Enter")
    assert arrival.value.ok, page.locator(".fr-alert, .fr-message--error").all_inner_texts()


def write(page: Page, label: str, text: str) -> None:
    """What a date or an hour looks like as one types it depends on the telephone: it is set."""
    # A label goes on with its help.
    field = reach(page, page.get_by_label(re.compile(rf"^\s*{re.escape(label)}(\s|$)")))
    if field.get_attribute("type") in {"date", "time"}:
        field.fill(text)
    else:
        page.keyboard.type(text)


def choose(page: Page, question: str) -> None:
    """The first answer."""
    group = page.get_by_role("group", name=question)
    reach(page, group.get_by_role("radio").first)
    page.keyboard.press("Space")


def test_a_stay_from_its_dates_to_its_report_with_the_keyboard(
    cast, page_without_javascript, sign_in
):
    page, today = page_without_javascript, timezone.localdate()
    parcours = at_immersion(*cast)
    page.set_viewport_size(PHONE)
    sign_in(page, User.objects.get(pk=cast[3].user_id))
    page.goto(reverse("candidates:act", args=[parcours.public_id, "plan_stay"]))

    write(page, "Premier jour", today.isoformat())
    write(page, "Qui attend le ménage à l’arrivée\u00a0?", "Camille Exemple")
    press(page, "Organiser le séjour")
    follow(page, "Logement")
    write(page, "De", "14:00")
    write(page, "À", "15:00")
    write(page, "Intitulé", "Visite d’un T3")
    press(page, "Ajouter, puis une autre")
    write(page, "Intitulé", "Boulangerie des Exemples")
    press(page, "Ajouter au programme")
    follow(page, "Programme à imprimer")
    assert page.get_by_text("Camille Exemple", exact=True).is_visible()
    assert page.get_by_text("Visite d’un T3").is_visible()
    follow(page, "Séjour")
    follow(page, "Partager le bilan du séjour")
    choose(page, "Déroulement")
    write(page, "Ce qui a été vu côté emploi ou formation", "Une boulangerie.")
    write(page, "Ce qui a été vu côté logement", "Un T3.")
    choose(page, "L’avis de votre équipe")
    press(page, "Partager le bilan")

    assert page.get_by_text("Continuer vers l’installation").is_visible()
    assert StayVisit.objects.count() == 2
    assert ImmersionReport.objects.get().stay == ImmersionStay.objects.get()


def test_the_pages_of_a_stay_suit_everyone_and_a_phone(cast, page, sign_in, axe, fits_a_phone):
    host, today = cast[3], timezone.localdate()
    parcours = at_immersion(*cast)
    stay = plan_stay(host, parcours, today, welcomer_phone="+33639981234")
    visit = add_visit(host, parcours, stay, contact_phone="+33639981234")
    add_cost(host, parcours, stay)
    sign_in(page, User.objects.get(pk=host.user_id))
    ids = [parcours.public_id, stay.public_id]
    acts = (
        ("edit_stay", stay),
        ("reschedule_stay", stay),
        ("cancel_stay", stay),
        ("add_visit", stay),
        ("edit_visit", visit),
        ("add_cost", stay),
        ("report_stay", stay),
        ("report_household", stay),
        ("report_employer", visit),
    )
    urls = [
        *(
            reverse(f"candidates:{name}", args=ids)
            for name in ("stay_detail", "stay_programme", "stay_reports")
        ),
        *(
            reverse("candidates:act_about", args=[parcours.public_id, step, thing.public_id])
            for step, thing in acts
        ),
    ]

    for url in urls:
        page.goto(url)
        axe(page)
        fits_a_phone(page)


def test_the_sheet_is_printed_without_menu(cast, page, sign_in):
    host = cast[3]
    parcours = at_immersion(*cast)
    stay = plan_stay(host, parcours, timezone.localdate())
    add_visit(host, parcours, stay)
    sign_in(page, User.objects.get(pk=host.user_id))
    page.goto(reverse("candidates:stay_programme", args=[parcours.public_id, stay.public_id]))

    page.emulate_media(media="print")

    assert page.get_by_text("Boulangerie des Exemples").is_visible()
    assert not page.get_by_role("banner").is_visible()
    assert not page.get_by_text("Pour l’imprimer").is_visible()
