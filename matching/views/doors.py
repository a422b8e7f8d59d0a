"""What the pages of a file and of an offer show of the matching: a link to it."""

from django.urls import reverse

from candidates.models import Parcours
from emile.core.registry import Door
from matching.policies import may_seek
from operators.actors import Actor
from territories.models import Offer


def file_doors(actor: Actor, parcours: Parcours) -> list[Door]:
    if not (may_seek(actor) and parcours.is_open):
        return []
    return [Door("Voir ce qui convient", reverse("matching:position", args=[parcours.public_id]))]


def offer_doors(actor: Actor, offer: Offer) -> list[Door]:
    if not may_seek(actor) or offer.published_on is None:
        return []
    url = reverse("matching:offer_households", args=[offer.public_id])
    return [Door("Ménages à qui elle convient", url)]


def settings_doors(actor: Actor, _: None) -> list[Door]:
    return [Door("Barème du classement des offres", reverse("matching:weights"))]
