"""Who signs in on a demonstration: one fictitious person per role.

Data only, so that the launcher can print it before Django starts.
"""

from dataclasses import dataclass

from operators.enums import OrganisationKind


PASSWORD = "emile-demo-2026"  # noqa: S105


@dataclass(frozen=True, slots=True)
class DemoAccount:
    email: str
    role: str
    first_name: str
    last_name: str
    organisation: str
    kind: OrganisationKind
    departement: str = ""
    is_manager: bool = True


# fmt: off
DEMO_ACCOUNTS = (
    DemoAccount("coordination@demo.emile.example", "Coordination (GIP HIS)", "Inès", "Caradec",
                "GIP Habitat et Interventions Sociales", OrganisationKind.COORDINATOR),
    DemoAccount("orienteur@demo.emile.example", "Structure qui oriente (CHRS)", "Malik", "Fontaine",
                "CHRS Les Tilleuls (fictif)", OrganisationKind.PRESCRIBER, "93"),
    DemoAccount("amont@demo.emile.example", "Opérateur amont (ARES)", "Sophie", "Lemarchand",
                "ARES", OrganisationKind.UPSTREAM),
    DemoAccount("accueil@demo.emile.example", "Opérateur d’accueil (Aurore, Cantal)", "Paul", "Vidalenc",
                "Aurore", OrganisationKind.HOST),
    DemoAccount("etat@demo.emile.example", "Service de l’État (préfecture)", "Hélène", "Roussel",
                "Préfecture du Cantal", OrganisationKind.STATE, "15"),
    DemoAccount("national@demo.emile.example", "Pilotage national (DIHAL)", "Thomas", "Berthier",
                "DIHAL", OrganisationKind.NATIONAL),
    DemoAccount("employeur@demo.emile.example", "Employeur", "Nadia", "Chassagne",
                "Ateliers du Haut-Cantal (fictifs)", OrganisationKind.EMPLOYER, "15"),
    DemoAccount("bailleur@demo.emile.example", "Bailleur", "Julien", "Serre",
                "Habitat des Volcans (fictif)", OrganisationKind.LANDLORD, "15"),
)
# fmt: on

ACCOUNTS = tuple((account.email, account.role) for account in DEMO_ACCOUNTS)
