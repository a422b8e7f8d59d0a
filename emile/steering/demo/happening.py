"""What happens to a household at its goal, beyond waiting there."""

from datetime import timedelta
from typing import Any

from candidates import services
from candidates.enums import ExchangeChannel, NoteLevel, ReasonUse, Tonight
from candidates.models import Note, Reason
from emile.core.context import speak_for
from emile.steering.demo.teller import Story
from operators.actors import Actor


def suspend(story: Story) -> None:
    story.act(
        story.cast.upstream,
        services.suspend_parcours,
        suspension_reason=Reason.objects.get(use=ReasonUse.SUSPENSION, code="job_running"),
        review_on=story.now.date() + timedelta(days=20),
    )


def lose_shelter(story: Story) -> None:
    prescriber = story.cast.prescriber
    story.act(prescriber, services.lose_shelter, tonight=Tonight.THIRD_PARTY, phone="")


def expect_a_child(story: Story) -> None:
    speak_for(story.cast.coordinator.database_context)
    household = story.parcours.household
    story.act(
        story.cast.prescriber,
        services.expect_birth,
        household=household,
        due_on=story.now.date() + timedelta(days=100),
    )


def talk(story: Story) -> None:
    """The orienting body asks, the operator answers and writes again: this last one, nobody has
    read yet. Each keeps a word to itself."""
    cast = story.cast
    _write(
        story,
        cast.prescriber,
        "La date du départ est-elle arrêtée\u00a0? La famille nous demande quand rendre la chambre.",
        subject="Date du départ",
    )
    asked = _latest(story)
    _write(
        story,
        cast.prescriber,
        "Prévoir un temps avec le ménage avant d’en parler aux autres équipes.",
        level=NoteLevel.CONFIDENTIAL,
    )
    story.wait_until(story.now.date())
    _write(
        story,
        cast.upstream,
        "Pas encore\u00a0: nous attendons une réponse. Gardez la chambre d’ici là.",
        answers_to=asked,
    )
    _write(
        story,
        cast.upstream,
        "Pouvez-vous nous confirmer le numéro où joindre le ménage cette semaine\u00a0?",
        subject="Joindre le ménage",
    )


def _write(story: Story, actor: Actor, text: str, **said: Any) -> None:
    described = {"level": NoteLevel.SHARED, "channel": ExchangeChannel.MESSAGE} | said
    story.act(actor, services.write, text=text, **described)


def _latest(story: Story) -> Note:
    return Note.objects.filter(parcours=story.parcours).latest("pk")
