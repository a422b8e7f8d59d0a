"""« Écrire »: messages between the organisations of a file, who reads them and who has."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import DocumentState, ExchangeChannel, NoteLevel, ReminderKind
from candidates.models import CaseAccess, Note, ParcoursEvent, Reminder, SupportingDocument
from candidates.selectors.digests import rhythms_of
from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from operators.enums import MembershipRole, OrganisationKind
from operators.models import User
from tests.factories import (
    at_diagnosis,
    at_positioning,
    let_out,
    make_membership,
    note,
    orient,
    propose,
    suspend,
)
from tests.factories.papers import pdf


pytestmark = pytest.mark.django_db
ASKED = "La date du départ est-elle arrêtée\u00a0?"
ANSWERED = "Pas encore, nous attendons le bailleur."


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    return at_diagnosis(prescriber, coordinator, upstream)


def write(actor, parcours, text=ASKED, **said):
    said = {"channel": ExchangeChannel.MESSAGE, "initiated_by": None, "was_reached": None} | said
    note(actor, parcours, text=text, **said)
    with database_context(system("test")):
        return Note.objects.select_related("event").filter(parcours=parcours).latest("pk")


def conversation_of(parcours):
    return reverse("candidates:file_exchanges", args=[parcours.public_id])


def box_of(parcours):
    return reverse("candidates:act", args=[parcours.public_id, "note"])


def typed(**said):
    return {"text": ASKED, "level": "shared", "channel": "message", "on": "2026-01-01"} | said


def notes_of(parcours):
    with database_context(system("test")):
        return list(Note.objects.filter(parcours=parcours).exclude(channel="").order_by("pk"))


def label_of(page):
    return next(one.label for one in page.context["sections"] if "échanges" in one.label)


def unread_in_list(browser):
    page = browser.get(reverse("candidates:parcours_list"), {"messages": "unread"})
    return {row.parcours.pk for row, *_ in page.context["rows"]}


# Who reads


def test_the_box_names_every_organisation_that_will_read(signed_in, upstream, parcours):
    page = signed_in(upstream).get(conversation_of(parcours)).text

    assert "Les équipes du dossier" in page
    for name in ("CHRS de test", "Amont de test", "GIP Habitat et Interventions Sociales"):
        assert f"{name} (" in page
    assert "Mon organisation seule\u00a0: Amont de test" in page


def test_those_who_only_read_any_more_are_named_with_their_last_day(
    signed_in, upstream, prescriber, parcours
):
    until = timezone.now() + timedelta(days=30)
    with database_context(system("test")):
        CaseAccess.objects.filter(parcours=parcours, role="prescriber").update(
            until=timezone.now() - timedelta(minutes=1), reads_until=until
        )

    assert "en lecture jusqu’au" in signed_in(upstream).get(conversation_of(parcours)).text
    assert signed_in(prescriber).get(conversation_of(parcours)).context["can_write"] is False
    answer = signed_in(prescriber).post(box_of(parcours), typed(once=uuid4()))
    assert answer.status_code == 302
    assert notes_of(parcours) == []


def test_host_operators_that_were_asked_together_do_not_read_each_other(
    signed_in, prescriber, coordinator, upstream, host, other_host, told_to
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    propose(upstream, parcours, other_host, "lozere")

    write(host, parcours, "Une question sur le ménage.")

    page = signed_in(other_host).get(conversation_of(parcours)).text
    assert "Une question sur le ménage." not in page
    assert "Accueil de test" not in page.split('id="conversation"')[1]
    assert all("message" not in one.title for one in told_to(other_host, parcours))
    read = signed_in(upstream).get(conversation_of(parcours)).text
    assert "Une question sur le ménage." in read


def test_what_is_answered_to_one_host_operator_is_not_read_by_the_other(
    signed_in, prescriber, coordinator, upstream, host, other_host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    propose(upstream, parcours, other_host, "lozere")
    asked = write(host, parcours)
    box = signed_in(upstream).get(box_of(parcours), {"reponse": asked.event.sequence})
    assert "Accueil de test" in box.context["form"].audience
    assert "Autre accueil" not in box.context["form"].audience

    write(upstream, parcours, ANSWERED, answers_to=asked)

    for url in (conversation_of(parcours), parcours.get_absolute_url()):
        page = signed_in(other_host).get(url)
        assert ANSWERED not in page.text
        assert "non lu" not in label_of(page)
    at = next_morning()
    services.write_digests(on=at.date(), now=at)
    assert host.user_id in unread_told()
    assert other_host.user_id not in unread_told()
    assert ANSWERED in signed_in(host).get(conversation_of(parcours)).text


def test_what_is_for_ones_own_organisation_is_read_there_only(
    signed_in, upstream, prescriber, coordinator, parcours
):
    colleague = make_membership(OrganisationKind.UPSTREAM, name="Amont de test")
    write(upstream, parcours, "Entre nous.", level=NoteLevel.CONFIDENTIAL)

    assert "Entre nous." in signed_in(upstream).get(conversation_of(parcours)).text
    for stranger in (prescriber, coordinator):
        page = signed_in(stranger).get(conversation_of(parcours))
        assert "Entre nous." not in page.text
        assert "non lu" not in label_of(page)
    colleague = colleague.as_actor(OrganisationKind.UPSTREAM)
    assert label_of(signed_in(colleague).get(parcours.get_absolute_url())).endswith("(1 non lu)")


def test_an_organisation_that_lost_the_file_reads_and_counts_nothing(
    signed_in, prescriber, upstream, parcours
):
    write(upstream, parcours)
    assert unread_in_list(signed_in(prescriber)) == {parcours.pk}
    with database_context(system("test")):
        CaseAccess.objects.filter(parcours=parcours, role="prescriber").update(
            until=timezone.now() - timedelta(minutes=1)
        )

    browser = signed_in(prescriber)
    assert browser.get(conversation_of(parcours)).status_code == 404
    assert browser.post(box_of(parcours), typed(once=uuid4())).status_code == 404
    assert unread_in_list(browser) == set()


# Writing


def test_a_message_is_sent_once_however_often_the_button_is_pressed(
    signed_in, prescriber, parcours
):
    browser = signed_in(prescriber)
    sent = typed(once=uuid4(), subject="Date du départ")

    answers = [browser.post(box_of(parcours), sent) for _ in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0].url.endswith("#conversation")
    (message,) = notes_of(parcours)
    assert (message.subject, message.text, message.channel) == ("Date du départ", ASKED, "message")
    # A message is written when it is sent; nobody outside started it.
    assert (message.initiated_by, message.was_reached) == ("", None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "a" * 5001}, "text"),
        ({"subject": "a" * 121}, "subject"),
        ({"level": ""}, "level"),
    ],
)
def test_what_is_refused_is_told_beside_its_field_and_nothing_is_lost(
    signed_in, submit, prescriber, parcours, wrong, field
):
    signed_in(prescriber)

    answer = submit(box_of(parcours), typed(subject="Objet gardé") | wrong)

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (422, [field])
    kept = typed(subject="Objet gardé") | wrong
    assert {name: form[name].value() for name in ("text", "subject", "level")} == {
        name: kept[name] for name in ("text", "subject", "level")
    }
    assert notes_of(parcours) == []


def test_a_call_is_noted_from_the_same_box(signed_in, submit, prescriber, parcours, told_to):
    signed_in(prescriber)

    answer = submit(
        box_of(parcours),
        typed(channel="phone", was_reached="yes", on=f"{timezone.localdate()}"),
    )

    assert answer.status_code == 302
    assert told_to(prescriber, parcours)[0].title == (
        "Échange\u00a0: téléphone, à notre initiative, personne jointe"
    )


def test_a_draft_is_kept_and_the_message_ends_it(signed_in, submit, prescriber, parcours):
    browser = signed_in(prescriber)
    submit(box_of(parcours), typed(action="autosave"))

    assert notes_of(parcours) == []
    assert browser.get(box_of(parcours)).context["form"]["text"].value() == ASKED
    submit(box_of(parcours), typed())
    assert browser.get(box_of(parcours)).context["form"]["text"].value() is None


# Answers


def test_an_answer_goes_with_the_first_message_and_in_the_timeline(
    signed_in, submit, prescriber, upstream, parcours, told_to
):
    first = write(prescriber, parcours, subject="Départ")
    write(prescriber, parcours, "Autre chose.")
    browser = signed_in(upstream)
    page = browser.get(box_of(parcours), {"reponse": first.event.sequence})
    assert ASKED in page.text
    assert "level" not in page.context["form"].fields
    assert "Les équipes du dossier" in page.text

    submit(box_of(parcours), {"text": ANSWERED, "answers_to": first.event.sequence})
    second = notes_of(parcours)[-1]
    sequence = ParcoursEvent.objects.filter(parcours=parcours).latest("sequence").sequence
    signed_in(prescriber)
    submit(box_of(parcours), {"text": "Merci.", "answers_to": sequence})

    assert (second.answers_to_id, second.level) == (first.pk, "shared")
    # One level: an answer to an answer goes to the first message.
    assert notes_of(parcours)[-1].answers_to_id == first.pk
    told = signed_in(upstream).get(conversation_of(parcours)).context["page"].conversations
    assert [one.first.note.text for one in told] == [ASKED, "Autre chose."]
    assert [one.note.text for one in told[0].answers] == [ANSWERED, "Merci."]
    assert [one.text for one in told_to(upstream, parcours)][:4] == [
        "Merci.",
        ANSWERED,
        "Autre chose.",
        ASKED,
    ]


def test_an_answer_is_read_by_those_who_read_the_first_message(
    signed_in, submit, upstream, parcours
):
    first = write(upstream, parcours, level=NoteLevel.CONFIDENTIAL)
    colleague = make_membership(OrganisationKind.UPSTREAM, name="Amont de test")
    signed_in(colleague.as_actor(OrganisationKind.UPSTREAM))

    submit(
        box_of(parcours),
        {"text": ANSWERED, "answers_to": first.event.sequence, "level": "shared"},
    )

    assert notes_of(parcours)[-1].level == NoteLevel.CONFIDENTIAL


def test_what_one_may_not_read_is_not_answered(signed_in, submit, upstream, prescriber, parcours):
    hidden = write(upstream, parcours, "Entre nous.", level=NoteLevel.CONFIDENTIAL)
    browser = signed_in(prescriber)
    shown = browser.get(box_of(parcours), {"reponse": hidden.event.sequence})
    assert "Entre nous." not in shown.text

    answer = submit(box_of(parcours), typed(answers_to=hidden.event.sequence))

    assert answer.status_code == 422
    assert "n’est plus dans le dossier" in answer.text
    assert answer.context["form"]["text"].value() == ASKED
    assert 'name="answers_to"' not in answer.text
    assert len(notes_of(parcours)) == 1


@pytest.mark.parametrize("asked", ["x", "-1", "99999999999999999999", "²", "0"])
def test_an_address_that_answers_nothing_opens_an_empty_box(signed_in, prescriber, parcours, asked):
    page = signed_in(prescriber).get(box_of(parcours), {"reponse": asked})

    assert page.status_code == 200
    assert page.context["form"].answered is None


# Corrections


def test_an_answer_to_our_side_only_is_never_shown_to_more(signed_in, submit, prescriber, parcours):
    first = write(prescriber, parcours, level=NoteLevel.CONFIDENTIAL)
    answer = write(prescriber, parcours, ANSWERED, answers_to=first, level=NoteLevel.SHARED)
    url = reverse("candidates:correct", args=[parcours.public_id, answer.event.sequence])
    form = signed_in(prescriber).get(url).context["form"]
    assert [level for level, _ in form.fields["level"].choices] == [NoteLevel.CONFIDENTIAL]

    with database_context(prescriber.database_context):
        services.rewrite_exchange(
            actor=prescriber,
            event=answer.event,
            now=timezone.now(),
            reason="Pour tous.",
            text=ANSWERED,
            level=NoteLevel.SHARED,
            channel=ExchangeChannel.MESSAGE,
            on=timezone.localdate(),
        )

    assert notes_of(parcours)[-1].level == NoteLevel.CONFIDENTIAL


def test_a_message_written_again_keeps_its_answers(
    signed_in, submit, prescriber, upstream, parcours
):
    first = write(prescriber, parcours, subject="Départ")
    write(upstream, parcours, ANSWERED, answers_to=first)
    url = reverse("candidates:correct", args=[parcours.public_id, first.event.sequence])
    form = signed_in(prescriber).get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    answers = {name: "" if value is None else value for name, value in shown.items()}
    assert (answers["subject"], answers["channel"]) == ("Départ", "message")

    submit(url, answers | {"text": "Quand part-elle\u00a0?", "reason": "Plus clair."})

    told = signed_in(upstream).get(conversation_of(parcours)).context["page"].conversations
    assert [one.first.note.text for one in told] == ["Quand part-elle\u00a0?"]
    assert [one.note.text for one in told[0].answers] == [ANSWERED]


def test_a_message_taken_back_leaves_its_answers_and_is_unread_no_more(
    signed_in, submit, prescriber, upstream, parcours
):
    first = write(prescriber, parcours)
    write(upstream, parcours, ANSWERED, answers_to=first)
    url = reverse("candidates:correct", args=[parcours.public_id, first.event.sequence])
    signed_in(prescriber)

    today = f"{timezone.localdate()}"
    submit(url, typed(fate="withdraw", reason="Mauvais dossier.", on=today, initiated_by="team"))

    page = signed_in(upstream).get(conversation_of(parcours))
    assert "non lu" not in label_of(page)
    assert ASKED not in page.text.split('id="conversation"')[1]
    assert "Premier message retiré" in page.text
    assert ANSWERED in page.text


# Attachments


def attached(**said):
    file = SimpleUploadedFile("attestation.pdf", pdf(), content_type="application/pdf")
    return typed(file=file, kind="benefits") | said


def test_a_paper_is_joined_and_read_once_it_is_checked(
    signed_in, submit, prescriber, upstream, parcours
):
    signed_in(prescriber)
    assert submit(box_of(parcours), attached()).status_code == 302
    (message,) = notes_of(parcours)
    with database_context(system("test")):
        paper = SupportingDocument.objects.get()
    assert message.attachment_id == paper.pk
    download = reverse("candidates:document_download", args=[parcours.public_id, paper.public_id])

    waiting = signed_in(upstream).get(conversation_of(parcours)).text.split('id="conversation"')[1]
    assert "En cours de vérification" in waiting
    assert download not in waiting
    assert let_out(paper).state == DocumentState.AVAILABLE
    assert download in signed_in(upstream).get(conversation_of(parcours)).text


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"level": "confidential"}, "file"),
        ({"kind": ""}, "kind"),
        ({"file": SimpleUploadedFile("page.pdf", b"<html>bonjour</html>")}, "file"),
    ],
)
def test_a_paper_that_cannot_be_joined_is_refused_with_nothing_written(
    signed_in, submit, prescriber, parcours, said, field
):
    signed_in(prescriber)

    answer = submit(box_of(parcours), attached(**said))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["text"].value() == ASKED
    assert notes_of(parcours) == []
    with database_context(system("test")):
        assert not SupportingDocument.objects.exists()


def test_a_host_that_was_only_asked_writes_without_papers(
    signed_in, submit, prescriber, coordinator, upstream, host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    browser = signed_in(host)
    assert "file" not in browser.get(box_of(parcours)).context["form"].fields

    assert submit(box_of(parcours), attached()).status_code == 302

    with database_context(system("test")):
        assert not SupportingDocument.objects.exists()
    assert notes_of(parcours)[-1].text == ASKED


# Unread


def test_opening_the_conversation_is_reading_it_and_each_reads_for_oneself(
    signed_in, prescriber, upstream, parcours
):
    colleague = make_membership(OrganisationKind.PRESCRIBER, name="CHRS de test")
    colleague = colleague.as_actor(OrganisationKind.PRESCRIBER)
    write(upstream, parcours)
    browser = signed_in(prescriber)
    assert label_of(browser.get(parcours.get_absolute_url())).endswith("(1 non lu)")
    assert unread_in_list(browser) == {parcours.pk}

    page = browser.get(conversation_of(parcours))
    assert page.context["page"].conversations[0].first.is_unread
    again = browser.get(conversation_of(parcours))

    assert not again.context["page"].conversations[0].first.is_unread
    assert "non lu" not in label_of(again)
    assert unread_in_list(browser) == set()
    assert unread_in_list(signed_in(colleague)) == {parcours.pk}
    assert unread_in_list(signed_in(upstream)) == set()


def test_what_follows_is_unread_again(signed_in, prescriber, upstream, parcours):
    write(upstream, parcours)
    browser = signed_in(prescriber)
    browser.get(conversation_of(parcours))
    write(upstream, parcours, "Et encore.")

    (last, first) = browser.get(conversation_of(parcours)).context["page"].conversations

    assert (last.first.is_unread, first.first.is_unread) == (True, False)


def test_what_was_written_before_somebody_came_is_not_unread(
    signed_in, prescriber, upstream, parcours
):
    write(upstream, parcours)
    newcomer = make_membership(
        OrganisationKind.PRESCRIBER,
        name="CHRS de test",
        joined_at=timezone.now() + timedelta(days=2),
    )

    assert unread_in_list(signed_in(newcomer.as_actor(OrganisationKind.PRESCRIBER))) == set()


def test_an_exchange_that_was_noted_is_no_message(signed_in, prescriber, upstream, parcours):
    note(upstream, parcours)

    assert unread_in_list(signed_in(prescriber)) == set()


def test_the_coordinator_is_told_of_what_it_has_in_hand_or_has_entered(
    signed_in, prescriber, coordinator, upstream, parcours
):
    theirs, ours = parcours, orient(prescriber)
    write(prescriber, theirs)
    write(prescriber, ours)
    assert unread_in_list(signed_in(coordinator)) == {ours.pk}

    write(coordinator, theirs, "Que décidez-vous\u00a0?")
    assert unread_in_list(signed_in(coordinator)) == {ours.pk}
    write(upstream, theirs, ANSWERED)

    assert unread_in_list(signed_in(coordinator)) == {ours.pk, theirs.pk}


def test_to_do_counts_the_files_behind_its_link(signed_in, prescriber, upstream, parcours):
    write(upstream, parcours)
    write(upstream, parcours, "Et encore.")
    browser = signed_in(prescriber)

    page = browser.get(reverse("candidates:to_do"))

    assert page.context["page"].unread == 1
    assert "avec un message non lu" in page.text
    assert "?messages=unread" in page.text


def test_what_somebody_has_read_is_shown_to_nobody_else(
    signed_in, prescriber, upstream, coordinator, parcours
):
    write(upstream, parcours)
    signed_in(prescriber).get(conversation_of(parcours))

    seen = {}
    for actor in (prescriber, upstream, coordinator):
        with database_context(actor.database_context), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM candidates_conversationread")
            seen[actor] = cursor.fetchone()[0]
    assert seen == {prescriber: 1, upstream: 0, coordinator: 0}


# The message of the day


def next_morning():
    day = timezone.localdate() + timedelta(days=1)
    while not rhythms_of(day):
        day += timedelta(days=1)
    return timezone.localtime().replace(
        year=day.year, month=day.month, day=day.day, hour=8, minute=0
    )


def letters():
    rows = OutboxMessage.objects.filter(key__startswith="digest:").order_by("pk")
    return {one.recipient: one for one in rows}


def address_of(actor):
    return User.objects.get(pk=actor.user_id).email


def unread_told():
    with database_context(system("test")):
        told = Reminder.objects.filter(kind=ReminderKind.UNREAD)
        return sorted(told.values_list("user", flat=True))


def test_the_message_of_the_day_counts_them_by_file_and_quotes_nothing(
    prescriber, coordinator, upstream, parcours
):
    write(upstream, parcours, subject="Objet secret")
    write(upstream, parcours, "Et encore.")
    at = next_morning()

    services.write_digests(on=at.date(), now=at)

    letter = letters()[address_of(prescriber)]
    line = f"{parcours.household.reference}\u00a0: 2 nouveaux messages, le dernier écrit le "
    assert line in letter.body
    assert reverse("candidates:file_exchanges", args=[parcours.public_id]) in letter.body
    for secret in (ASKED, "Et encore.", "Objet secret", "Exemple Awa"):
        assert secret not in letter.subject + letter.body
    assert unread_told() == [prescriber.user_id] * 2
    # Neither whoever wrote, nor the coordinator who has nothing to do with it.
    later = at + timedelta(days=7)
    services.write_digests(on=later.date(), now=later)
    assert unread_told() == [prescriber.user_id] * 2


def test_what_was_read_is_not_told(signed_in, prescriber, upstream, parcours):
    write(upstream, parcours)
    signed_in(prescriber).get(conversation_of(parcours))
    at = next_morning()

    services.write_digests(on=at.date(), now=at)

    assert unread_told() == []


def test_whoever_follows_the_file_is_told_rather_than_everybody(
    prescriber, coordinator, upstream, parcours
):
    manager = make_membership(
        OrganisationKind.PRESCRIBER, name="CHRS de test", role=MembershipRole.MANAGER
    )
    write(upstream, parcours)
    at = next_morning()

    services.write_digests(on=at.date(), now=at)

    assert unread_told() in ([prescriber.user_id], [manager.user_id])


def test_nothing_is_told_of_a_file_that_sleeps(prescriber, coordinator, upstream, parcours):
    write(upstream, parcours)
    suspend(upstream, parcours)
    at = next_morning()

    services.write_digests(on=at.date(), now=at)

    assert unread_told() == []
