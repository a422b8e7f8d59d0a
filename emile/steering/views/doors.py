"""What the pages below show of the steering: a link to it."""

from django.urls import reverse

from emile.core.registry import Door
from operators.actors import Actor
from operators.enums import OrganisationKind


def settings_doors(actor: Actor, _: None) -> list[Door]:
    if actor.kind != OrganisationKind.COORDINATOR:
        return []
    return [
        Door("Modèles de messages", reverse("steering:message_templates")),
        Door("Exploitation", reverse("steering:operations")),
    ]
