"""Research sets, asked for and made."""

from django.utils import timezone

from emile.core.context import database_context, system
from emile.steering.models import ResearchRelease
from emile.steering.services import research
from emile.steering.services.figures import follow_journal
from operators.actors import Actor


PURPOSE = "Mesurer les délais entre les étapes du parcours."


def ask_release(actor: Actor, **said: str) -> ResearchRelease:
    asked = {"laboratory": "Dares", "agreement": "Convention 2026-12", "purpose": PURPOSE} | said
    with database_context(actor.database_context):
        return research.ask_release(actor=actor, now=timezone.now(), **asked)


def approve_release(actor: Actor, release: ResearchRelease) -> ResearchRelease:
    """By ``actor``, and made of what is known now."""
    follow_journal(now=timezone.now())
    with database_context(actor.database_context):
        research.approve_release(actor=actor, release=release, now=timezone.now())
    research.carry_on(release_id=release.pk, clock=timezone.now)
    with database_context(system("test")):
        return ResearchRelease.objects.get(pk=release.pk)
