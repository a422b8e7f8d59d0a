"""Where the demonstration settles people, and who orients them. Employers and homes are invented."""

from dataclasses import dataclass

from operators.demo import DemoAccount
from operators.enums import OrganisationKind


@dataclass(frozen=True, slots=True)
class Destination:
    """``home_commune`` is the INSEE code of the commune of the homes found there.

    ``host`` is the e-mail of whoever welcomes, ``territory`` the key of the programme's file.
    """

    territory: str
    host: str
    home_commune: str
    town: str
    employer: str
    landlord: str


CANTAL = Destination(
    "cantal",
    "accueil@demo.emile.example",
    "15014",
    "Aurillac",
    "Maison d’accueil des Volcans",
    "Bailleur du Cantal",
)
# With how many households go to each.
DESTINATIONS = {
    CANTAL: 30,
    Destination(
        "lozere",
        "accueil@demo.emile.example",
        "48095",
        "Mende",
        "Résidence des Causses (fictive)",
        "Bailleur de la Lozère",
    ): 18,
    Destination(
        "cher",
        "accueil.cher@demo.emile.example",
        "18033",
        "Bourges",
        "Ateliers du Berry (fictifs)",
        "Bailleur du Cher",
    ): 20,
    Destination(
        "indre",
        "accueil.indre@demo.emile.example",
        "36044",
        "Châteauroux",
        "Cuisines de la Brenne (fictives)",
        "Bailleur de l’Indre",
    ): 20,
    Destination(
        "maurienne",
        "accueil.maurienne@demo.emile.example",
        "73248",
        "Saint-Jean-de-Maurienne",
        "Hôtel des Arves (fictif)",
        "Bailleur de la Maurienne",
    ): 12,
}

PRESCRIBER, HOST = OrganisationKind.PRESCRIBER, OrganisationKind.HOST
# fmt: off
TEAMS = (
    DemoAccount("accueil.cher@demo.emile.example", "Opérateur d’accueil (Le Relais, Cher)", "Lucas", "Berrier",
                "Le Relais", HOST),
    DemoAccount("accueil.indre@demo.emile.example", "Opérateur d’accueil (GEIQ Alisé, Indre)", "Aude", "Brenneau",
                "GEIQ Alisé", HOST),
    DemoAccount("accueil.maurienne@demo.emile.example", "Opérateur d’accueil (Mission locale, Maurienne)", "Rémi", "Arvan",
                "Mission Locale Jeunes Pays de Maurienne", HOST),
    DemoAccount("orienteur.paris@demo.emile.example", "Structure qui oriente (mission locale)", "Claire", "Exemple",
                "Mission locale de la Place (fictive)", PRESCRIBER, "75"),
    DemoAccount("orienteur.95@demo.emile.example", "Structure qui oriente (SIAO)", "Hugo", "Modèle",
                "SIAO des Trois-Rivières (fictif)", PRESCRIBER, "95"),
    DemoAccount("orienteur.lyon@demo.emile.example", "Structure qui oriente (association)", "Nora", "Spécimen",
                "Association Le Pas de la Porte (fictive)", PRESCRIBER, "69"),
)
# fmt: on
# Who orients, by the département where a household sleeps; the rest of the region is shared.
PRESCRIBERS = {
    "93": "orienteur@demo.emile.example",
    "75": "orienteur.paris@demo.emile.example",
    "95": "orienteur.95@demo.emile.example",
    "69": "orienteur.lyon@demo.emile.example",
}
OTHER_PRESCRIBERS = (
    "orienteur@demo.emile.example",
    "orienteur.paris@demo.emile.example",
    "orienteur.95@demo.emile.example",
)
