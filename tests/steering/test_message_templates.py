"""The list of messages says all of them and nothing else; each is fit to be seen over a shoulder."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import override_settings
from django.urls import reverse

from candidates.reference.words import sensitive_word
from emile.core.models import Channel
from emile.steering import samples
from emile.steering.message_templates import TEMPLATES, preview
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor


FILES = Path(settings.BASE_DIR) / "templates"
# RFC 5322: what every letter box shows whole.
LONGEST_SUBJECT = 78
# A subject is read on a locked phone, by whoever is near. Besides the words that no subject of a
# mailing may carry, those that nothing of ours needs in one: what happened to somebody, where they
# sleep, their money, their trouble with the law, their origin or their faith.
SENSITIVE = (
    *("agress", r"viol\b", "plainte", "protégée"),
    *("hôpital", "malad", "hébergement", r"\brue\b", "insalubr", "logement social"),
    *("impayé", "aide alimentaire", "justice", "détenu", "condamn", "tribunal", "police"),
    *("nationalité", "religi", "étranger"),
)
EVERY = pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.name}-{one.to.value}")
ADDRESS = re.compile(r"https?://\S+")
# A space that breaks, or none, before a sign that wants one; typewriter quotes; a point médian.
UNTYPESET = re.compile(
    r".{0,15}(?:[^\u00a0\u202f][;!?»%€]|[^\u00a0]:(?=\s)|«[^\u00a0]|['\"]|\w·\w)"
)
HOLE = "ABSENT\u00a0: "


@pytest.fixture
def holes_shown():
    shown = deepcopy(settings.TEMPLATES)
    for engine in shown:
        engine["OPTIONS"]["string_if_invalid"] = f"{HOLE}%s"
    with override_settings(TEMPLATES=shown):
        yield


def written(kind: str) -> set[str]:
    found = (FILES / "emails").rglob(f"*_{kind}.txt")
    return {str(path.relative_to(FILES / "emails")).removesuffix(f"_{kind}.txt") for path in found}


def test_every_message_is_in_the_list_and_nothing_else():
    letters = {one.name for one in TEMPLATES if one.channel == Channel.EMAIL}
    texts = {one.name for one in TEMPLATES if one.channel == Channel.SMS}

    assert letters == written("subject") == written("body")
    assert texts == {path.stem for path in (FILES / "texts").glob("*.txt")}


def test_a_template_that_is_no_message_serves_others():
    bases = {
        str(path.relative_to(FILES))
        for path in (FILES / "emails").rglob("*.txt")
        if not path.stem.endswith(("_subject", "_body"))
    }
    every = [path.read_text(encoding="utf-8") for path in (FILES / "emails").rglob("*_body.txt")]

    assert {base for base in bases if not any(f'"{base}"' in text for text in every)} == set()


def test_each_line_has_its_own_title():
    titles = [one.title for one in TEMPLATES]

    assert len(set(titles)) == len(titles)


@EVERY
def test_a_subject_can_be_read_over_a_shoulder(template):
    subject = preview(template).subject

    assert sensitive_word(subject) == ""
    assert [word for word in SENSITIVE if re.search(word, subject, re.IGNORECASE)] == []
    assert 0 < len(subject) <= LONGEST_SUBJECT


@EVERY
def test_nobody_is_named_beyond_a_first_name(template):
    seen = preview(template)

    assert samples.SOMEBODY.last_name not in f"{seen.subject} {seen.body}"


@EVERY
def test_its_french_is_typeset(template):
    """A text message is plain: a curved quote would cost a second segment."""
    if template.channel == Channel.SMS:
        return
    seen = preview(template)

    for text in (seen.subject, ADDRESS.sub("", seen.body)):
        assert UNTYPESET.findall(text) == []


@EVERY
def test_it_says_all_that_it_announces(template, holes_shown):
    """A name that its context has not would leave a hole in the sentence."""
    seen = preview(template)

    for text in (seen.subject, seen.body):
        assert HOLE not in text
        assert "None" not in text


def test_a_hole_would_be_seen(holes_shown):
    assert engines["text"].from_string("{{ absent.name }}").render({}) == f"{HOLE}absent.name"


@EVERY
def test_a_text_message_says_little(template):
    if template.channel != Channel.SMS:
        return
    seen = preview(template)

    assert seen.measure is not None
    assert seen.measure.segments <= 2


@pytest.mark.django_db
def test_the_coordinator_reads_them_all(client):
    coordinator = make_actor(
        OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales"
    )
    client.force_login(
        User.objects.get(pk=coordinator.user_id),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    text = client.get(reverse("steering:message_templates")).text

    assert all(one.title in text for one in TEMPLATES)
    assert (
        reverse("steering:message_templates")
        in client.get(reverse("candidates:settings_index")).text
    )
