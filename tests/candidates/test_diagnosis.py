"""The diagnosis: one page written by several, ten themes, a signature."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Link, Nationality, Need, Stage, Standing, Theme, ThemeState
from candidates.models import (
    Conclusion,
    Diagnosis,
    DiagnosisSignature,
    Parcours,
    ParcoursEvent,
    ThemeAnswer,
)
from candidates.selectors.diagnosis import diagnosis_of
from candidates.services import NewPerson
from emile.core.context import database_context, system
from emile.core.errors import StaleVersion
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.models import User
from territories.models import Occupation
from tests.factories import a_candidate, at_diagnosis, at_information, at_preparation


pytestmark = pytest.mark.django_db


@pytest.fixture
def partner() -> NewPerson:
    return NewPerson(
        link=Link.PARTNER,
        fields={
            "first_name": "Idriss",
            "last_name": "Exemple",
            "birth_date": date(1988, 9, 3),
            "nationality": Nationality.FRENCH,
        },
    )


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_diagnosis(prescriber, coordinator, upstream)


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def address(parcours, step="edit_diagnosis") -> str:
    return reverse("candidates:act", args=[parcours.public_id, step])


def edit(actor, parcours, *, version=0, answers=None, **conclusion) -> Diagnosis:
    with database_context(actor.database_context):
        return services.edit_diagnosis(
            actor=actor,
            parcours=parcours,
            version=version,
            themes=answers or {},
            conclusion=Conclusion(**conclusion) if conclusion else None,
            on=timezone.localdate(),
            now=timezone.now(),
        )


def sign(actor, parcours, *, version, **fields) -> Parcours:
    with database_context(actor.database_context):
        return services.sign_diagnosis(
            actor=actor,
            parcours=parcours,
            version=version,
            on=timezone.localdate(),
            now=timezone.now(),
            **fields,
        )


def current(parcours) -> Parcours:
    with database_context(system("relecture")):
        return Parcours.objects.select_related("household").get(pk=parcours.pk)


def page_form(**answers) -> dict[str, object]:
    """What a browser sends of the page, blank but for ``answers``."""
    blank = {f"{theme}_{part}": "" for theme in Theme for part in ("state", "text")}
    blank |= {f"{theme}_state": ThemeState.NOT_ASKED for theme in Theme}
    return {"once": uuid4(), "version": 0, "on": timezone.localdate(), **blank, **answers}


def test_a_first_save_begins_the_ten_themes_and_leaves_one_row(parcours, upstream):
    diagnosis = edit(
        upstream, parcours, answers={Theme.MOBILITY: ThemeAnswer(ThemeState.BLOCKED, "Permis")}
    )

    assert diagnosis.version == 1
    assert [line.theme for line in diagnosis_of(parcours).themes.all()] == list(Theme)
    assert diagnosis.themes.get(theme=Theme.MOBILITY).text == "Permis"
    assert ParcoursEvent.objects.filter(kind="edit_diagnosis").count() == 1
    assert current(parcours).standing == Standing.IN_PROGRESS


def test_somebody_elses_save_is_not_overwritten(parcours, upstream):
    edit(upstream, parcours, summary="Version de l’une")

    with pytest.raises(StaleVersion):
        edit(upstream, parcours, version=0, summary="Version de l’autre")
    assert Diagnosis.objects.get().summary == "Version de l’une"


def test_each_adult_who_moves_has_projects(prescriber, coordinator, upstream, partner):
    people = [a_candidate(), partner]
    parcours = at_preparation(prescriber, coordinator, upstream, people=people)

    with database_context(system("relecture")):
        members = parcours.household.members.select_related("person__retained_project")
        assert [one.person.retained_project.code for one in members] == ["G1602", "G1602"]


def test_signing_without_any_diagnosis_asks_why(parcours, upstream):
    with pytest.raises(ReasonNeeded) as needed:
        sign(upstream, parcours, version=0)
    assert needed.value.warnings == (
        "Aucun thème n’a encore été abordé.",
        "Les papiers des adultes n’ont pas été vus.",
    )

    signed = sign(upstream, parcours, version=0, reason="Diagnostic fait sur papier.")

    assert signed.stage == Stage.PREPARATION
    assert DiagnosisSignature.objects.get().version == 1


def test_signing_names_the_themes_left_out(parcours, upstream):
    said = dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOTHING))
    said |= {Theme.MONEY: ThemeAnswer(ThemeState.NOT_ASKED)}
    edit(upstream, parcours, answers=said, saw_adult_papers=True)

    with pytest.raises(ReasonNeeded) as needed:
        sign(upstream, parcours, version=1)
    assert needed.value.warnings == ("Thèmes pas encore abordés\u00a0: Finances.",)


def test_a_version_that_was_not_read_is_not_signed(parcours, upstream):
    edit(upstream, parcours, summary="Synthèse")
    edit(upstream, parcours, version=1, summary="Nouvelle synthèse")

    with pytest.raises(TransitionRefused) as refusal:
        sign(upstream, parcours, version=1, reason="Papiers à venir.")
    assert refusal.value.code == "state"


def test_the_six_months_run_from_the_diagnosis(prescriber, coordinator, upstream):
    parcours = at_preparation(prescriber, coordinator, upstream)

    assert (parcours.due_on - timezone.localdate()).days in range(181, 185)


def test_two_people_write_two_themes_at_once(parcours, upstream):
    edit(upstream, parcours, answers={Theme.MOBILITY: ThemeAnswer(ThemeState.DONE, "Permis B")})
    edit(upstream, parcours, answers={Theme.MONEY: ThemeAnswer(ThemeState.DONE, "Budget tenu")})

    said = {line.theme: line.text for line in diagnosis_of(parcours).themes.all()}
    assert (said[Theme.MOBILITY], said[Theme.MONEY]) == ("Permis B", "Budget tenu")


def test_a_page_left_as_it_was_read_overwrites_nobody(parcours, upstream):
    blank = dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOT_ASKED))
    edit(upstream, parcours, answers={Theme.HEALTH: ThemeAnswer(ThemeState.NOTHING)})
    edit(upstream, parcours, version=1, answers={Theme.MONEY: ThemeAnswer(ThemeState.DONE, "A")})

    mine = blank | {
        Theme.HEALTH: ThemeAnswer(ThemeState.NOTHING),
        Theme.HOME: ThemeAnswer(ThemeState.DONE, "Hôtel"),
    }
    edit(upstream, parcours, version=1, answers=mine)

    said = {line.theme: line.text for line in diagnosis_of(parcours).themes.all()}
    assert (said[Theme.MONEY], said[Theme.HOME]) == ("A", "Hôtel")


def test_the_same_theme_written_twice_at_once_is_a_conflict(parcours, upstream):
    edit(upstream, parcours, answers={Theme.MONEY: ThemeAnswer(ThemeState.DONE, "A")})

    with pytest.raises(StaleVersion):
        edit(upstream, parcours, answers={Theme.MONEY: ThemeAnswer(ThemeState.DONE, "B")})
    assert diagnosis_of(parcours).themes.get(theme=Theme.MONEY).text == "A"


def test_who_wrote_each_theme_and_its_needs_are_shown(parcours, upstream, upstream_client):
    answer = ThemeAnswer(ThemeState.IN_PROGRESS, "À inscrire", (Need.LICENCE,))
    edit(upstream, parcours, answers={Theme.MOBILITY: answer})

    html = section(upstream_client, parcours)

    assert Need.LICENCE.label in html
    assert User.objects.get(pk=upstream.user_id).get_full_name() in html


def test_a_theme_is_written_on_its_own_page(parcours, upstream_client):
    url = reverse("candidates:diagnosis_theme", args=[parcours.public_id, "mobility"])
    typed = {
        "once": uuid4(),
        "version": 0,
        "on": timezone.localdate(),
        "mobility_state": ThemeState.DONE,
        "mobility_needs": [Need.VEHICLE],
        "mobility_text": "Permis B obtenu",
        "next": "1",
    }

    shown = upstream_client.get(url)
    response = upstream_client.post(url, typed)

    assert "permis de conduire" in shown.content.decode()
    assert response.url == reverse(
        "candidates:diagnosis_theme", args=[parcours.public_id, "digital"]
    )
    line = diagnosis_of(parcours).themes.get(theme=Theme.MOBILITY)
    assert line.answer == ThemeAnswer(ThemeState.DONE, "Permis B obtenu", ("vehicle",))


def test_a_theme_is_closed_from_the_section_in_one_click(parcours, upstream_client):
    assert "health_nothing" in section(upstream_client, parcours)
    url = reverse("candidates:diagnosis_theme", args=[parcours.public_id, "health"])

    upstream_client.post(
        url,
        {"once": uuid4(), "version": 0, "on": timezone.localdate(), "health_nothing": "1"},
    )

    assert diagnosis_of(parcours).themes.get(theme=Theme.HEALTH).state == ThemeState.NOTHING


def test_a_conflict_on_one_theme_keeps_what_a_colleague_wrote_on_another(
    parcours, upstream, upstream_client
):
    edit(upstream, parcours, answers={Theme.MONEY: ThemeAnswer(ThemeState.DONE, "Leur budget")})
    edit(
        upstream,
        parcours,
        version=1,
        answers={Theme.HEALTH: ThemeAnswer(ThemeState.DONE, "Leur santé")},
    )

    stale = upstream_client.post(address(parcours), page_form(money_text="Mon budget"))
    html = stale.content.decode()

    assert stale.status_code == 409
    assert "Mon budget" in html
    assert "Leur budget" in html
    kept = sorted(set(re.findall(r'name="health_text" value="([^"]*)"', html)))
    assert kept == ["Leur santé"]


def test_a_theme_that_does_not_exist_has_no_page(parcours, upstream_client):
    url = reverse("candidates:diagnosis_theme", args=[parcours.public_id, "weather"])

    assert upstream_client.get(url).status_code == 404


def section(client, parcours) -> str:
    url = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    return client.get(url).content.decode()


def test_a_signed_diagnosis_is_not_written_any_more(prescriber, coordinator, upstream):
    parcours = at_preparation(prescriber, coordinator, upstream)

    with pytest.raises(TransitionRefused) as refusal:
        edit(upstream, parcours, version=1)
    assert refusal.value.code == "state"


def test_only_the_upstream_operator_of_the_file_writes_it(parcours, prescriber, coordinator):
    for actor in (prescriber, coordinator):
        with pytest.raises(TransitionRefused) as refusal:
            edit(actor, parcours)
        assert refusal.value.code == "permission"


def test_nothing_to_say_closes_a_theme_in_one_click_and_keeps_the_rest(parcours, upstream_client):
    typed = page_form(money_text="Budget suivi par la structure", health_nothing="Rien à signaler")

    response = upstream_client.post(address(parcours), typed)

    assert response.url == f"{address(parcours)}#health"
    lines = {line.theme: line for line in diagnosis_of(parcours).themes.all()}
    assert lines[Theme.HEALTH].state == ThemeState.NOTHING
    assert lines[Theme.MONEY].state == ThemeState.IN_PROGRESS
    assert lines[Theme.WORK].state == ThemeState.NOT_ASKED


def test_a_stale_page_shows_both_versions_and_keeps_what_was_typed(
    parcours, upstream, upstream_client
):
    edit(upstream, parcours, summary="Leur synthèse")

    stale = upstream_client.post(address(parcours), page_form(summary="Ma synthèse"))
    page = stale.content.decode()

    assert stale.status_code == 409
    assert "Ma synthèse" in page
    assert "Leur synthèse" in page
    again = page_form(summary="Ma synthèse", version=1)
    assert upstream_client.post(address(parcours), again).status_code == 302
    assert diagnosis_of(parcours).summary == "Ma synthèse"


def test_the_section_tells_what_is_known(prescriber, coordinator, upstream, upstream_client):
    parcours = at_preparation(prescriber, coordinator, upstream)

    page = upstream_client.get(reverse("candidates:file_diagnosis", args=[parcours.public_id]))

    html = page.content.decode()
    assert "Prête à partir, projet en cuisine." in html
    assert "Signé" in html
    assert Occupation.objects.get(code="G1602").label in html


def test_before_the_diagnosis_the_section_tells_what_is_known_and_who_will_open_it(
    prescriber, coordinator, upstream, upstream_client, count_queries
):
    parcours = at_information(
        prescriber, coordinator, upstream, people=[a_candidate(language_level="B1")]
    )
    url = reverse("candidates:file_diagnosis", args=[parcours.public_id])

    html = upstream_client.get(url).text

    assert "Le diagnostic n’est pas encore commencé" in html
    assert "Amont de test le remplit avec lui" in html
    assert "B1 : tient une conversation" in html.replace("\u00a0", " ")
    assert "Pas encore abordé" not in html
    assert reverse("candidates:act", args=[parcours.public_id, "begin_diagnosis"]) in html
    assert reverse("candidates:diagnosis_grid", args=[parcours.public_id]) in html
    assert count_queries(lambda: upstream_client.get(url)) <= 25


def test_the_section_is_closed_to_strangers(parcours, client, other_prescriber):
    client.force_login(User.objects.get(pk=other_prescriber.user_id))

    for url in (
        reverse("candidates:file_diagnosis", args=[parcours.public_id]),
        address(parcours),
        address(parcours, "sign_diagnosis"),
    ):
        assert client.get(url).status_code == 404


def test_the_section_costs_the_same_whatever_the_household(
    prescriber, coordinator, upstream, upstream_client, partner, count_queries
):
    alone = at_preparation(prescriber, coordinator, upstream)
    couple = at_preparation(prescriber, coordinator, upstream, people=[a_candidate(), partner])

    def cost_of(parcours):
        url = reverse("candidates:file_diagnosis", args=[parcours.public_id])
        return count_queries(lambda: upstream_client.get(url))

    cost_of(alone)
    assert cost_of(alone) == cost_of(couple) <= 25
