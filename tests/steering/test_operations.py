"""The page of those who run the platform, and what the clock tells it."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Standing
from candidates.models import Parcours
from emile.core.context import database_context, system
from emile.core.models import (
    Channel,
    Handling,
    JobOutcome,
    JobRun,
    MessageHandling,
    MessageState,
    OutboxMessage,
)
from emile.core.runs import scheduled
from emile.core.templatetags.emile import month
from emile.launcher.ports import LOOPBACK, any_free
from emile.steering import jobs
from emile.steering.invariants import INVARIANTS
from emile.steering.models import InvariantResult
from emile.steering.selectors.operations import JOBS, period_of
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import make_actor, orient, stop_message
from tests.factories.papers import send_paper
from tests.operators.factories import UserFactory


pytestmark = pytest.mark.django_db

PAGE = reverse("steering:operations")
TO_CHECK = reverse("steering:messages", args=["a-verifier"])
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def coordinator():
    return make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")


@pytest.fixture
def page(client, coordinator):
    client.force_login(User.objects.get(pk=coordinator.user_id), backend=BACKEND)
    return client


def stopped(key="arrêté", **fields):
    return stop_message(now=timezone.now(), key=key, **fields)


def press(client, name, message, **fields):
    url = reverse(f"steering:message_{name}", args=[message.public_id])
    once = fields.pop("once", str(uuid4()))
    answer = client.post(url, {"once": once, **fields}, follow=True)
    message.refresh_from_db()
    return answer


# What is shown


def test_the_page_says_what_waits_and_what_was_stopped(page):
    stopped("un")
    stopped("deux", state=MessageState.FAILED)
    now = timezone.now()
    stopped("trois", state=MessageState.WAITING, send_after=now - timedelta(hours=1))

    text = page.get(PAGE).text

    assert "attend depuis le" in text
    assert "À vérifier\u00a0: 1" in text
    assert "Échec\u00a0: 1" in text


def test_the_page_says_what_text_messages_cost_month_by_month(page, settings):
    settings.SMS_URL = "https://sms.exemple/envoi"
    this_month = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    last_month = this_month - timedelta(seconds=1)
    for n, sent_at in enumerate((this_month, last_month)):
        stopped(
            f"sms-{n}",
            channel=Channel.SMS,
            recipient="+33612345678",
            segments=n + 1,
            cost=(n + 1) * Decimal("0.06"),
            state=MessageState.SENT,
            sent_at=sent_at,
        )

    text = " ".join(page.get(PAGE).text.replace("\u00a0", " ").split())

    assert "<dt>Opérateur de SMS</dt> <dd> sms.exemple </dd>" in text
    assert f"<dt>SMS en {month(this_month)}</dt> <dd> 1 SMS, 1 segment, 0,06 € estimés" in text
    assert f"<dt>SMS en {month(last_month)}</dt> <dd> 1 SMS, 2 segments, 0,12 € estimés" in text


def test_without_provider_of_text_messages_the_page_says_where_reminders_go(page, settings):
    settings.SMS_IN_LETTER_BOX = False

    assert "aucun\u00a0: les rappels partent par courriel" in page.get(PAGE).text


def facts_of(answer):
    return " ".join(answer.text.replace("\u00a0", " ").split())


def test_the_page_says_what_waits_to_be_checked_and_that_nothing_looks_for_viruses(page, settings):
    settings.CLAMD_URL = ""
    prescriber = make_actor(OrganisationKind.PRESCRIBER)
    send_paper(prescriber, orient(prescriber), is_checked=False)

    text = facts_of(page.get(PAGE))

    assert "aucun : analyse limitée au fichier d’essai des antivirus" in text
    assert "<dt>Pièces en cours de vérification</dt> <dd> 1, la plus ancienne envoyée le" in text
    assert "<dt>Documents PDF à préparer</dt> <dd> 0 </dd>" in text


def test_an_antivirus_that_is_away_is_said_to_whoever_may_wake_it(page, settings):
    settings.CLAMD_URL = f"tcp://{LOOPBACK}:{any_free()}"

    text = facts_of(page.get(PAGE))

    assert "L’antivirus ne répond pas" in text
    assert "<dt>Antivirus</dt> <dd> il ne répond pas </dd>" in text


def test_the_settings_lead_to_it_for_the_coordinator_only(page, client):
    assert PAGE in page.get(reverse("candidates:settings_index")).text

    national = make_actor(OrganisationKind.NATIONAL, name="DIHAL")
    client.force_login(User.objects.get(pk=national.user_id), backend=BACKEND)

    assert PAGE not in client.get(reverse("candidates:settings_index")).text


def test_a_superuser_who_belongs_nowhere_may_act(client):
    root = UserFactory(is_superuser=True)
    client.force_login(root, backend=BACKEND)
    message = stopped()

    read = client.get(PAGE)
    press(client, "retry", message)

    assert read.status_code == 200
    assert message.state == MessageState.WAITING
    assert MessageHandling.objects.get().user_id == root.pk


def test_the_cost_is_the_same_whatever_is_stopped(page, coordinator, count_queries):
    prescriber = make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")

    def stop_one(number):
        message = stopped(f"n{number}", parcours_id=orient(prescriber).pk)
        MessageHandling.objects.create(
            message_id=message.pk,
            key="k",
            verb=Handling.RETRIED,
            user_id=coordinator.user_id,
            at=timezone.now(),
        )

    def read():
        assert page.get(PAGE).status_code == 200
        assert page.get(TO_CHECK).status_code == 200

    stop_one(0)
    read()
    with_one = count_queries(read)
    for number in range(1, 6):
        stop_one(number)

    assert count_queries(read) == with_one


def test_a_list_names_the_file_and_never_the_text(page):
    parcours = orient(make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test"))
    stopped(parcours_id=parcours.pk, body="Texte que personne ne lit ici.")

    text = page.get(TO_CHECK).text

    assert parcours.get_absolute_url() in text
    assert "personne ne lit" not in text


def test_a_list_that_does_not_exist_is_not_found(page):
    assert page.get(reverse("steering:messages", args=["envoyes"])).status_code == 404


# What is decided


def test_a_message_is_tried_again_once_however_many_presses(page, coordinator):
    message, once = stopped(), str(uuid4())

    press(page, "retry", message, once=once)
    press(page, "retry", message, once=once)
    refused = press(page, "retry", message)

    assert message.state == MessageState.WAITING
    assert MessageHandling.objects.get().user_id == coordinator.user_id
    assert "attend plus cette décision" in refused.text


def test_a_message_is_marked_as_received(page):
    message = stopped()

    press(page, "received", message)

    assert message.state == MessageState.SENT


def test_a_message_is_put_aside_for_a_reason_that_is_kept(page):
    message = stopped()

    refused = press(page, "discard", message)
    waited = message.state
    press(page, "discard", message, reason="Prévenue au téléphone")

    assert (refused.status_code, waited) == (422, MessageState.TO_CHECK)
    assert message.state == MessageState.DISCARDED
    assert "Prévenue au téléphone" in page.get(PAGE).text


def test_what_was_decided_already_offers_no_form(page):
    message = stopped(state=MessageState.DISCARDED)
    url = reverse("steering:message_discard", args=[message.public_id])

    assert page.get(url).status_code == 302


# The alert


def test_the_coordinator_is_warned_once_a_day(coordinator):
    Organisation.objects.filter(pk=coordinator.organisation_id).update(email="gip@exemple.test")
    stopped()

    counts = [jobs.warn_of_stopped_messages() for _ in range(2)]

    (letter,) = OutboxMessage.objects.filter(recipient="gip@exemple.test")
    assert counts == [1, 1]
    assert PAGE in letter.body


def test_an_alert_that_fails_asks_for_no_other(coordinator):
    Organisation.objects.filter(pk=coordinator.organisation_id).update(email="gip@exemple.test")
    message = stopped()
    jobs.warn_of_stopped_messages()
    message.delete()
    OutboxMessage.objects.update(state=MessageState.FAILED)

    assert jobs.warn_of_stopped_messages() == 0


# The jobs


def test_every_job_has_its_words():
    assert set(JOBS) == set(settings.CELERY_BEAT_SCHEDULE)


def test_a_run_is_kept_with_what_it_reported():
    jobs.look_at_invariants.apply()

    run = JobRun.objects.get()
    assert run.name in scheduled()
    assert (run.outcome, run.reported) == (JobOutcome.SUCCEEDED, 0)
    assert run.ended_at >= run.started_at


def test_a_run_that_fails_says_so_and_the_next_one_remembers(monkeypatch):
    job = jobs.look_at_invariants
    with monkeypatch.context() as broken:
        broken.setattr("emile.steering.services.watch.INVARIANTS", None)
        job.apply()
    failed = JobRun.objects.get()

    job.apply()

    run = JobRun.objects.get()
    assert (failed.outcome, failed.error_class) == (JobOutcome.FAILED, "TypeError")
    assert (run.outcome, run.error_class) == (JobOutcome.SUCCEEDED, "")
    assert run.last_failed_at == failed.last_failed_at


def test_a_job_that_did_not_come_back_is_late(page):
    name, entry = next(iter(settings.CELERY_BEAT_SCHEDULE.items()))
    every = period_of(entry["schedule"])
    now = timezone.now()
    run = JobRun.objects.create(
        name=entry["task"],
        started_at=now - 2 * every + timedelta(seconds=20),
        ended_at=now,
        outcome=JobOutcome.SUCCEEDED,
    )
    before = page.get(PAGE).text

    run.started_at = now - 2 * every - timedelta(seconds=1)
    run.save()

    late = "Un travail est en retard"
    assert late not in before
    assert late in page.get(PAGE).text
    assert JOBS[name] in page.get(PAGE).text


# The rules


def test_the_rules_hold_on_files_made_by_acts():
    orient(make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test"))

    broken = jobs.look_at_invariants()

    found = dict(InvariantResult.objects.values_list("code", "count"))
    assert broken == 0
    assert found == {one.code: 0 for one in INVARIANTS}


def test_a_file_that_departs_from_its_journal_is_counted_and_named(page):
    parcours = orient(make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test"))
    with database_context(system("essai")):
        Parcours.objects.filter(pk=parcours.pk).update(standing=Standing.STEP_DONE)

    broken = jobs.look_at_invariants()

    result = InvariantResult.objects.get(code="figures_recount")
    assert (broken, result.count) == (1, 1)
    assert parcours.get_absolute_url() in page.get(PAGE).text
