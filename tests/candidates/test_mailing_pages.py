"""« Informer », page by page: what is shown, what is refused, and to whom it exists."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from candidates.enums import LetterFate
from candidates.models import Mailing, MailingRecipient
from candidates.reference.words import sensitive_word
from candidates.selectors.mailing_progress import progress_of
from emile.core.context import database_context, system
from emile.core.models import LEFT, MessageState, OutboxMessage
from operators.actors import Actor
from operators.enums import OrganisationKind
from tests.factories import (
    at_immersion,
    confirm_mailing,
    draft_mailing,
    orient,
    reachable,
    write_what_was_confirmed,
)


pytestmark = pytest.mark.django_db
LIST = reverse("candidates:mailing_list")


def as_system():
    return database_context(system("test"))


def url_of(mailing, name="mailing_detail", *more):
    return reverse(f"candidates:{name}", args=[mailing.public_id, *more])


def households(prescriber, how_many):
    return [reachable(orient(prescriber)) for _ in range(how_many)]


def again(mailing):
    with as_system():
        return Mailing.objects.get(pk=mailing.pk)


def test_progress_costs_the_same_whatever_its_length(
    signed_in, coordinator, prescriber, count_queries
):
    households(prescriber, 1)
    small = confirm_mailing(coordinator, draft_mailing(coordinator))
    households(prescriber, 6)
    large = confirm_mailing(coordinator, draft_mailing(coordinator))
    write_what_was_confirmed()
    browser = signed_in(coordinator)
    browser.get(LIST)

    costs = [count_queries(lambda one=one: browser.get(url_of(one))) for one in (small, large)]
    lists = count_queries(lambda: browser.get(LIST))

    assert costs[0] == costs[1] <= 15
    assert lists <= 15


def test_the_counts_are_taken_in_one_query(coordinator, prescriber, count_queries):
    households(prescriber, 3)
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    write_what_was_confirmed()

    with database_context(coordinator.database_context), transaction.atomic():
        assert count_queries(lambda: progress_of(mailing, timezone.now())) == 1


def test_every_letter_is_counted_once_whatever_became_of_it(coordinator, prescriber):
    states = (*MessageState, None)
    households(prescriber, len(states))
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    write_what_was_confirmed()
    letters = OutboxMessage.objects.filter(gives_way=True).order_by("pk")
    for letter, state in zip(letters, states, strict=True):
        if state is None:
            with as_system():
                letter.delete()
        else:
            at = timezone.now()
            OutboxMessage.objects.filter(pk=letter.pk).update(
                state=state,
                sent_at=at if state in LEFT else None,
                delivered_at=at if state == MessageState.DELIVERED else None,
                bounced_at=at if state == MessageState.BOUNCED else None,
            )

    with as_system():
        progress = progress_of(again(mailing), timezone.now())

    assert progress.total == len(states)
    assert (progress.sent, progress.failed, progress.remaining) == (2, 3, 1)
    assert progress.counts[LetterFate.DROPPED] == progress.counts[LetterFate.RECALLED] == 1


def test_the_file_says_that_the_household_was_informed(signed_in, coordinator, prescriber):
    (parcours,) = households(prescriber, 1)
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    write_what_was_confirmed()
    page = reverse("candidates:file_exchanges", args=[parcours.public_id])

    linked = signed_in(coordinator).get(page).text
    told = signed_in(prescriber).get(page).text

    assert "Rencontre de jeudi" in linked
    assert url_of(mailing) in linked
    assert "Rencontre de jeudi" in told
    assert url_of(mailing) not in told


@pytest.mark.parametrize(
    "subject",
    [
        "Votre dossier violences",
        "AVIS D’EXPULSION",
        "Prise en charge médicale",
        "Votre RQTH",
        "Titre\u00a0de séjour",
        "sans-abri",
        "Places au CHRS",
    ],
)
def test_a_subject_says_nothing_of_people(signed_in, submit, coordinator, subject):
    mailing = draft_mailing(coordinator)
    signed_in(coordinator)

    answer = submit(url_of(mailing, "mailing_words"), {"subject": subject, "text": "Un texte."})

    assert answer.status_code == 422
    assert "garde" in answer.text
    assert "Un texte." in answer.text
    assert again(mailing).subject == "Rencontre de jeudi"


@pytest.mark.parametrize("subject", ["Rencontre de jeudi", "Vos versaments", "Réunion à Aurillac"])
def test_ordinary_words_are_not_refused(subject):
    assert sensitive_word(subject) == ""


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("mailing_words", {"subject": "", "text": ""}),
        ("mailing_words", {"subject": "x" * 500, "text": "y" * 9000}),
        ("mailing_words", {"subject": "a\0b", "text": "a\0b"}),
        ("mailing_words", {"subject": "a\x1bb", "text": "a\x07b"}),
        ("mailing_audience", {"stages": ["nulle part"]}),
        ("mailing_audience", {"stages": ["\0"], "territory": "\0"}),
        ("mailing_audience", {"territory": "atlantide"}),
    ],
)
def test_hostile_answers_are_refused_in_words(signed_in, submit, coordinator, name, form):
    mailing = draft_mailing(coordinator)
    signed_in(coordinator)

    assert submit(url_of(mailing, name), form).status_code == 422
    assert again(mailing).subject == "Rencontre de jeudi"


def test_a_header_can_not_be_slipped_into_the_subject(signed_in, submit, coordinator):
    mailing = draft_mailing(coordinator)
    signed_in(coordinator)

    submit(
        url_of(mailing, "mailing_words"),
        {"subject": "Rencontre\r\nBcc: tous@exemple.test", "text": "Jeudi."},
    )

    assert again(mailing).subject == "Rencontre Bcc: tous@exemple.test"


@pytest.mark.parametrize(
    "query", ["?cas=nimporte", "?cas=%00", "?apres=xxx", "?cas=sent", "?avant=W10="]
)
def test_a_forged_address_shows_a_list(signed_in, coordinator, prescriber, query):
    households(prescriber, 1)
    draft = draft_mailing(coordinator)
    left = confirm_mailing(coordinator, draft_mailing(coordinator))
    browser = signed_in(coordinator)

    for mailing in (draft, left):
        assert browser.get(url_of(mailing, "mailing_recipients") + query).status_code == 200


@pytest.mark.parametrize("path", ["nouveau/nimporte/", "nouveau/prescribers/"])
def test_an_audience_that_is_not_open_does_not_exist(signed_in, upstream, path):
    assert signed_in(upstream).get(f"{LIST}{path}").status_code == 404


def test_an_unknown_step_does_not_exist(signed_in, submit, coordinator):
    mailing = draft_mailing(coordinator)
    signed_in(coordinator)

    assert submit(url_of(mailing, "mailing_move", "effacer")).status_code == 404


def test_a_draft_is_deleted(signed_in, submit, coordinator):
    mailing = draft_mailing(coordinator)
    signed_in(coordinator)

    assert submit(url_of(mailing, "mailing_move", "supprimer")).url == LIST
    with as_system():
        assert not Mailing.objects.exists()


# Whom PostgreSQL shows it to


def test_postgresql_shows_a_mailing_to_those_who_write_it(prescriber, coordinator, upstream, host):
    reachable(at_immersion(prescriber, coordinator, upstream, host))
    confirm_mailing(upstream, draft_mailing(upstream))

    def seen_by(actor):
        with database_context(actor.database_context):
            return (Mailing.objects.count(), MailingRecipient.objects.count())

    worn = Actor(upstream.user_id, upstream.organisation_id, OrganisationKind.HOST)
    assert seen_by(upstream) == seen_by(coordinator) == (1, 1)
    assert seen_by(host) == seen_by(prescriber) == seen_by(worn) == (0, 0)
    assert (Mailing.objects.count(), MailingRecipient.objects.count()) == (0, 0)


def test_the_coordinator_reads_what_others_have_sent_and_not_their_drafts(
    signed_in, coordinator, prescriber, upstream, host
):
    reachable(at_immersion(prescriber, coordinator, upstream, host))
    draft = draft_mailing(upstream)
    left = confirm_mailing(upstream, draft_mailing(upstream))
    browser = signed_in(coordinator)

    assert browser.get(url_of(draft)).status_code == 404
    page = browser.get(url_of(left)).text
    assert "Rencontre de jeudi" in page
    assert "Arrêter" not in page
