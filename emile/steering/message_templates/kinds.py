"""What is said of a message: what it is, when it leaves, to whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from emile.core.models import Channel


class Reader(models.TextChoices):
    """The order is that of the page."""

    HOUSEHOLD = "household", "Ménage"
    PROFESSIONAL = "professional", "Professionnel"
    ORGANISATION = "organisation", "Organisation qui suit le dossier"
    COORDINATOR = "coordinator", "Coordination"
    STATE = "state", "Service de l’État"
    PROVIDER = "provider", "Personne qui propose une offre"


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """``name`` is that of its files. One that says two things has two lines; ``sample`` is made up."""

    name: str
    title: str
    leaves: str
    to: Reader
    sample: Callable[[], dict[str, Any]]
    channel: Channel = Channel.EMAIL
