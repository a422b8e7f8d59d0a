"""What is kept of an offer or of a month, as people read it."""

from emile.core.templatetags.emile import month
from territories.models import Offer
from territories.models.hold import Thing
from territories.selectors.offers import title_of


def named(thing: Thing) -> str:
    """« T3, 65 m², Aurillac », « Accueil en décembre 2026 »."""
    if isinstance(thing, Offer):
        return f"{title_of(thing)}, {thing.commune.name}"
    return f"Accueil en {month(thing.month)}"
