"""What an actor may do to what territories offer."""

from datetime import date

from operators.actors import Actor
from territories.models import OfferImport, Territory
from territories.models.offer import CALLERS, READERS


WHO_KEEPS = (
    "Les offres de ce territoire sont tenues par son opérateur d’accueil et par la coordination."
)

WHO_MOVES_IMPORT = (
    "Cet import est à l’organisation qui a envoyé le fichier\u00a0: elle seule le mène."
)


def reads_boards(actor: Actor) -> bool:
    return actor.kind in READERS


def keeps_board_of(actor: Actor, territory: Territory, day: date) -> bool:
    return Territory.objects.kept_by(actor, day).filter(pk=territory.pk).exists()


def moves_import(actor: Actor, imported: OfferImport) -> bool:
    """A file is brought in the name of the organisation that sent it; a visit is nobody's."""
    return imported.organisation_id == actor.organisation_id


def may_call(actor: Actor) -> bool:
    """Know whom to ask for at an employer's or a landlord's."""
    return actor.kind in CALLERS
