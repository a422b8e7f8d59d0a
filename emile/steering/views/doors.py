"""What the pages below show of the steering: a link to it."""

from typing import Any

from django.urls import reverse

from emile.core.registry import Door
from emile.steering.selectors.lens import EVERYTHING, OPENS_FILES, UNMASKED
from operators.actors import Actor
from operators.enums import OrganisationKind


CONVENTIONS = (*EVERYTHING, OrganisationKind.UPSTREAM, OrganisationKind.HOST)
# Pages that stand with the figures, and for whom.
BESIDE_FIGURES = {
    "reports": UNMASKED,
    "committees": EVERYTHING,
    "field_reports": EVERYTHING,
    "conventions": CONVENTIONS,
    "cost": EVERYTHING,
    "social_fund": EVERYTHING,
    "research": EVERYTHING,
    "export_list": OPENS_FILES,
}
LABELS = {
    "reports": "Rapports",
    "committees": "Comités",
    "field_reports": "Remontées de terrain",
    "conventions": "Conventions",
    "cost": "Coût et nuits évitées",
    "social_fund": "Fonds social européen plus",
    "research": "Recherche",
    "export_list": "Exports",
}


def figures_doors(actor: Actor) -> list[dict[str, Any]]:
    """As links of the side menu of figures."""
    return [
        {"label": LABELS[name], "url": reverse(f"steering:{name}"), "is_current": False}
        for name, kinds in BESIDE_FIGURES.items()
        if actor.kind in kinds
    ]


def settings_doors(actor: Actor, _: None) -> list[Door]:
    if actor.kind != OrganisationKind.COORDINATOR:
        return []
    return [
        Door("Modèles de messages", reverse("steering:message_templates")),
        Door("Exploitation", reverse("steering:operations")),
    ]
