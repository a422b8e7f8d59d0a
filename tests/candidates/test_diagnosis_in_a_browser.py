"""The diagnosis in a real browser: readable on a phone, kept while it is typed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import BrakeKind, Hindered, Need, Theme, ThemeState
from candidates.models import ThemeAnswer
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import act, at_diagnosis, make_actor


KINDS = (OrganisationKind.PRESCRIBER, OrganisationKind.COORDINATOR, OrganisationKind.UPSTREAM)


@pytest.fixture
def parcours(server):
    prescriber, coordinator, upstream = map(make_actor, KINDS)
    parcours = at_diagnosis(prescriber, coordinator, upstream)
    for version, words in enumerate(("Code en cours.", "Code obtenu, conduite à payer.")):
        answer = ThemeAnswer(ThemeState.IN_PROGRESS, words, (Need.LICENCE, Need.TRANSPORT))
        act(
            services.edit_diagnosis,
            upstream,
            parcours,
            version=version,
            themes={Theme.MOBILITY: answer, Theme.HEALTH: ThemeAnswer(ThemeState.NOTHING)},
        )
    act(
        services.add_brake,
        upstream,
        parcours,
        theme=Theme.MOBILITY,
        kind=BrakeKind.LICENCE,
        hinders=Hindered.WORK,
        since=timezone.localdate(),
    )
    return parcours


@pytest.fixture
def desk(page, sign_in, parcours):
    sign_in(page, User.objects.get(memberships__organisation__kinds=["upstream"]))
    return page


def addresses(parcours) -> list[str]:
    act_page = [
        reverse("candidates:act", args=[parcours.public_id, step])
        for step in ("edit_diagnosis", "edit_wishes", "add_brake")
    ]
    of_file = [
        reverse(f"candidates:{name}", args=[parcours.public_id])
        for name in (
            "file_diagnosis",
            "diagnosis_grid",
            "diagnosis_summary",
            "diagnosis_versions",
        )
    ]
    theme = reverse("candidates:diagnosis_theme", args=[parcours.public_id, "mobility"])
    return [*of_file, theme, *act_page]


def test_the_pages_are_accessible_and_fit_a_phone(desk, parcours, axe, fits_a_phone):
    for address in addresses(parcours):
        desk.goto(address)
        axe(desk)
        fits_a_phone(desk)


def test_what_was_typed_survives_a_closed_browser(desk, parcours):
    url = reverse("candidates:diagnosis_theme", args=[parcours.public_id, "money"])
    desk.goto(url)
    desk.get_by_label("Ce qu’il faut savoir").fill("Une dette d’énergie.")
    desk.get_by_label("Où en est-on").select_option("in_progress")
    desk.get_by_text("Brouillon enregistré à").wait_for()

    desk.goto("about:blank")
    desk.goto(url)

    assert desk.get_by_label("Ce qu’il faut savoir").input_value() == "Une dette d’énergie."
