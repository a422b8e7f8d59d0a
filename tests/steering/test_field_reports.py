"""« Remontées de terrain »: told by anybody who signs in, without names, answered, counted."""

from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from emile.steering.models import FieldReport, FieldTheme
from emile.steering.selectors.field_reports import counted_by_theme
from operators.enums import OrganisationKind
from operators.models import User
from territories.models import Territory
from tests.factories import make_actor, tell_of_the_field


pytestmark = pytest.mark.django_db
LIST, TELL = reverse("steering:field_reports"), reverse("steering:field_report_tell")
TOLD = {"theme": "mobility", "stage": "", "territory": "", "text": "Plus de car après 18 h."}


@pytest.fixture
def national():
    return make_actor(OrganisationKind.NATIONAL)


@pytest.fixture
def cantal():
    return Territory.objects.get(slug="cantal")


def post(browser, url, **said):
    return browser.post(url, {"once": str(uuid4()), **said})


def answer(browser, report, text="Une navette est à l’étude.", *, version=0, **more):
    return post(browser, report.get_absolute_url(), answer=text, version=version, **more)


def told():
    with database_context(system("test")):
        return list(FieldReport.objects.select_related("territory"))


def read(report):
    (same,) = [one for one in told() if one.pk == report.pk]
    return same


@pytest.mark.parametrize("kind", OrganisationKind, ids=str)
def test_every_page_leads_there(signed_in, kind):
    browser = signed_in(make_actor(kind))

    assert TELL in browser.get(reverse("core:help")).text
    assert post(browser, TELL, **TOLD).status_code == 302
    assert "Plus de car après 18 h." in browser.get(LIST).text


def test_whoever_is_not_signed_in_is_not_led_there(client):
    assert TELL not in client.get(reverse("core:help")).text


def test_it_keeps_what_was_told_by_whom_and_where(signed_in, host):
    post(
        signed_in(host),
        TELL,
        **TOLD | {"stage": "immersion", "territory": "cantal"},
    )

    (report,) = told()
    assert (report.theme, report.stage, report.territory.slug) == (
        FieldTheme.MOBILITY,
        "immersion",
        "cantal",
    )
    assert (report.organisation_id, report.author_id) == (host.organisation_id, host.user_id)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", "Écrire à jeanne.exemple@mail.example", "Retirez l’adresse électronique"),
        ("text", "La joindre au 06 12 34 56 78.", "Retirez l’adresse électronique"),
        ("text", "+33 (0)6.12.34.56.78", "Retirez l’adresse électronique"),
        ("text", "0612345678", "Retirez l’adresse électronique"),
        ("text", "  ", "Décrivez la difficulté."),
        ("text", "x" * 2001, "2000 caractères"),
        ("text", "\0", "Le caractère nul"),
        ("theme", "", "Choisissez un thème."),
        ("theme", "meteo", "Choisissez un thème de la liste."),
        ("stage", "closed", "Choisissez une étape de la liste."),
        ("territory", "nulle-part", "Choisissez un territoire de la liste."),
    ],
)
def test_what_cannot_be_told_is_said_beside_its_field(signed_in, host, field, value, said):
    page = post(signed_in(host), TELL, **TOLD | {field: value})

    assert page.status_code == 422
    assert said in page.text
    assert told() == []


@pytest.mark.parametrize(
    "text", ["Depuis 2024, 12 000 logements vides.", "Le T2 à 412,50 € @ Aurillac", "Art. 0 123"]
)
def test_a_number_is_no_way_to_reach_somebody(signed_in, host, text):
    assert post(signed_in(host), TELL, **TOLD | {"text": text}).status_code == 302


def test_sent_twice_it_is_told_once(signed_in, host):
    browser, key = signed_in(host), str(uuid4())
    for _ in range(2):
        browser.post(TELL, {"once": key, **TOLD})

    assert len(told()) == 1


def test_an_organisation_reads_its_own_the_coordinator_and_the_national_level_all(
    signed_in, host, upstream, coordinator, national
):
    tell_of_the_field(host, text="Celle de l’accueil.")
    tell_of_the_field(upstream, text="Celle de l’amont.")

    def reads(actor):
        page = signed_in(actor).get(LIST).text
        return ["Celle de l’accueil." in page, "Celle de l’amont." in page]

    assert reads(host) == [True, False]
    assert reads(upstream) == [False, True]
    assert reads(coordinator) == [True, True]
    assert reads(national) == [True, True]


def test_the_database_says_the_same(host, upstream, coordinator, national):
    theirs = tell_of_the_field(host)

    def seen_by(actor):
        with database_context(actor.database_context):
            return (
                FieldReport.objects.count(),
                FieldReport.history.rel.related_model.objects.count(),
            )

    assert seen_by(host) == (1, 1)
    assert seen_by(upstream) == (0, 0)
    assert seen_by(coordinator) == (1, 1)
    assert seen_by(national) == (1, 1)
    with database_context(host.database_context):
        assert FieldReport.objects.filter(pk=theirs.pk).update(version=7) == 0
    with (
        pytest.raises(ProgrammingError),
        transaction.atomic(),
        database_context(upstream.database_context),
    ):
        FieldReport.objects.create(
            theme=FieldTheme.OTHER,
            text="Au nom d’un autre.",
            organisation_id=host.organisation_id,
            author_id=host.user_id,
            reported_at=timezone.now(),
        )


def test_the_coordinator_answers_and_the_author_is_told_without_a_word_of_it(
    signed_in, host, coordinator
):
    report = tell_of_the_field(host)
    assert answer(signed_in(coordinator), report, is_for_committee="on").status_code == 302

    report = read(report)
    assert (report.answer, report.is_for_committee) == ("Une navette est à l’étude.", True)
    assert report.answered_by_id == coordinator.user_id
    message = OutboxMessage.objects.get(recipient=User.objects.get(pk=host.user_id).email)
    assert LIST in message.body
    assert "navette" not in message.body
    assert report.text not in message.body
    assert "Une navette est à l’étude." in signed_in(host).get(LIST).text


def test_the_agenda_alone_is_no_answer(signed_in, host, coordinator):
    report = tell_of_the_field(host)
    answer(signed_in(coordinator), report, "", is_for_committee="on")

    report = read(report)
    assert (report.is_answered, report.is_for_committee) == (False, True)
    assert not OutboxMessage.objects.exists()


def test_whoever_answers_on_an_older_page_is_told_and_loses_nothing(signed_in, host, coordinator):
    report, browser = tell_of_the_field(host), signed_in(coordinator)
    answer(browser, report, "La première réponse.")
    page = answer(browser, report, "La seconde réponse.")

    assert read(report).answer == "La première réponse."
    for words in ("Une autre personne a modifié", "La première réponse.", "La seconde réponse."):
        assert words in page.text
    assert answer(browser, report, "La seconde réponse.", version=1).status_code == 302
    assert read(report).answer == "La seconde réponse."


def test_an_answer_names_nobody_either(signed_in, host, coordinator):
    report = tell_of_the_field(host)
    page = answer(signed_in(coordinator), report, "Appelez le 04 71 00 00 00.")

    assert page.status_code == 422
    assert not read(report).is_answered


def test_only_the_coordinator_answers(signed_in, host, national):
    report = tell_of_the_field(host)

    assert answer(signed_in(host), report).status_code == 403
    assert answer(signed_in(national), report).status_code == 403


def test_they_are_counted_by_theme_the_most_frequent_first(host, coordinator):
    for theme in (FieldTheme.HOUSING, FieldTheme.HEALTH, FieldTheme.HOUSING):
        tell_of_the_field(host, theme=theme)

    with database_context(coordinator.database_context):
        counted = counted_by_theme(FieldReport.objects.visible_to(coordinator))
    assert [(one.theme, one.told, one.unanswered) for one in counted] == [
        (FieldTheme.HOUSING, 2, 2),
        (FieldTheme.HEALTH, 1, 1),
    ]


def test_the_menu_of_the_coordinator_counts_those_without_answer(signed_in, host, coordinator):
    tell_of_the_field(host)
    page = signed_in(coordinator).get(LIST)

    waiting = {one.label: one.badge for one in page.context["menu"] if one.badge}
    with database_context(coordinator.database_context):
        assert waiting["Pilotage"]() == 1


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ("theme=housing", ["Un."]),
        ("state=sans-reponse", ["Un.", "Trois."]),
        ("state=avec-reponse", ["Deux."]),
        ("state=comite", ["Deux."]),
        ("territory=cantal", ["Trois."]),
        ("theme=meteo", ["Un.", "Deux.", "Trois."]),
        ("theme=housing&theme=%00&apres=rien", ["Un.", "Deux.", "Trois."]),
    ],
)
def test_filters(signed_in, host, coordinator, cantal, asked, texts):
    tell_of_the_field(host, text="Un.", theme=FieldTheme.HOUSING)
    second = tell_of_the_field(host, text="Deux.")
    tell_of_the_field(host, text="Trois.", territory=cantal)
    browser = signed_in(coordinator)
    answer(browser, second, is_for_committee="on")

    page = browser.get(f"{LIST}?{asked}")
    assert page.status_code == 200
    assert {one.text for one in page.context["page"].rows} == set(texts)


def test_the_list_costs_the_same_whatever_its_length(
    signed_in, coordinator, host, django_assert_max_num_queries
):
    browser = signed_in(coordinator)
    costs = []
    for many in (1, 5):
        for _ in range(many):
            tell_of_the_field(host)
        with django_assert_max_num_queries(15) as asked:
            browser.get(LIST)
        costs.append(len(asked))

    assert costs[0] == costs[1]
