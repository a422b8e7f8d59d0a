"""What a file may say of an offer: our columns, by kind, and which of its own each one is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from territories.enums import OfferKind
from territories.selectors.directories import plain


IDENTIFIER, COMMUNE, POSTAL_CODE = "identifier", "commune", "postal_code"


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is that of the question of the form; ``words`` are other titles it goes by."""

    name: str
    label: str
    example: str
    words: tuple[str, ...] = ()
    is_required: bool = False


def required(name: str, label: str, example: str, *words: str) -> Column:
    return Column(name, label, example, words, is_required=True)


def optional(name: str, label: str, example: str, *words: str) -> Column:
    return Column(name, label, example, words)


# fmt: off
WHERE = (
    optional(IDENTIFIER, "Référence", "A-001", "identifiant", "id", "numéro", "n°", "code", "référence offre"),
    required(COMMUNE, "Commune", "15014", "code insee", "insee", "ville", "code commune", "localité"),
    optional(POSTAL_CODE, "Code postal", "15000", "cp"),
)
WHO_AND_WHEN = (
    optional("available_from", "À partir du", "01/12/2026", "disponible le", "disponibilité", "date de début", "disponible à partir du"),
    optional("valid_until", "Jusqu’au", "", "date de fin", "valable jusqu’au", "date limite"),
    optional("contact_name", "Personne à joindre", "Dominique Spécimen", "contact", "interlocuteur"),
    optional("contact_phone", "Téléphone", "01 99 00 12 34", "tel", "téléphone contact"),
    optional("contact_email", "Adresse électronique", "contact@exemple.test", "courriel", "mail", "email", "e-mail"),
    optional("note", "Précisions", "", "commentaire", "remarques", "description", "observations"),
)
SKILLS = (
    optional("weekly_hours", "Heures par semaine", "35", "durée hebdomadaire", "temps de travail", "heures"),
    optional("qualification", "Qualification demandée", "Aucun diplôme demandé", "qualification", "diplôme", "niveau"),
    optional("language", "Niveau de français demandé", "A2", "français", "niveau de français"),
)
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    OfferKind.HOME: (
        *WHERE,
        required("typology", "Type de logement", "T3", "typologie", "type", "taille"),
        required("rent", "Loyer hors charges", "520", "loyer", "loyer hc", "loyer mensuel"),
        optional("charges", "Charges", "60", "charges mensuelles"),
        optional("deposit", "Dépôt de garantie", "520", "caution"),
        optional("surface", "Surface", "65", "superficie", "m2", "m²"),
        optional("floor", "Étage", "2"),
        optional("has_lift", "Ascenseur", "oui"),
        optional("is_accessible", "Accessible en fauteuil", "non", "pmr", "accessible", "accessibilité"),
        optional("is_furnished", "Meublé", "non"),
        optional("energy_class", "Classe énergétique", "C", "dpe", "classe dpe"),
        optional("places", "Nombre de logements", "1", "nombre"),
        required("provider_name", "Bailleur", "Bailleur des Exemples", "propriétaire", "organisme", "nom"),
        *WHO_AND_WHEN,
    ),
    OfferKind.JOB: (
        *WHERE,
        required("occupation", "Métier (code ROME)", "G1602", "code rome", "rome", "métier"),
        optional("title", "Intitulé", "Cuisinier ou cuisinière", "intitulé du poste", "poste", "titre"),
        required("contract", "Contrat", "CDI", "type de contrat"),
        *SKILLS,
        optional("schedule", "Horaires", "En journée"),
        optional("licence", "Permis demandé", "B", "permis"),
        optional("offers_training", "Formation à l’entrée", "oui", "formation possible"),
        optional("monthly_pay", "Salaire net mensuel", "1500", "salaire", "rémunération"),
        optional("places", "Nombre de postes", "1", "postes", "nombre"),
        required("provider_name", "Employeur", "Auberge des Exemples", "entreprise", "établissement", "nom"),
        *WHO_AND_WHEN,
    ),
    OfferKind.TRAINING: (
        *WHERE,
        required("occupation", "Métier (code ROME)", "J1501", "code rome", "rome", "métier"),
        optional("title", "Intitulé", "Formation d’aide-soignant", "intitulé de la formation", "formation", "titre"),
        optional("leads_to", "Diplôme ou titre visé", "", "diplôme", "certification"),
        optional("weeks", "Durée en semaines", "12", "durée", "semaines"),
        *SKILLS,
        optional("is_paid", "Rémunérée", "oui", "rémunération"),
        optional("places", "Nombre de places", "8", "places", "nombre"),
        required("provider_name", "Organisme de formation", "Organisme des Exemples", "organisme", "nom"),
        *WHO_AND_WHEN,
    ),
}
# fmt: on


def guess(kind: OfferKind, headers: Sequence[str]) -> dict[str, str]:
    """The title of the file that is read for each of our columns; each title is read once."""
    left = {plain(header): header for header in reversed(headers) if header}
    found: dict[str, str] = {}
    for words_of in (lambda one: (one.label, one.name), lambda one: one.words):
        for column in COLUMNS[kind]:
            known = next((plain(word) for word in words_of(column) if plain(word) in left), None)
            if known is not None and column.name not in found:
                found[column.name] = left.pop(known)
    return found


def lacking(kind: OfferKind, columns: Mapping[str, str]) -> list[str]:
    """The labels of what every line must say and no column of the file does."""
    return [
        column.label
        for column in COLUMNS[kind]
        if column.is_required and not columns.get(column.name)
    ]


def template_rows(kind: OfferKind) -> list[list[str]]:
    """A file to start from: our titles, and one line as an example."""
    columns = COLUMNS[kind]
    return [[column.label for column in columns], [column.example for column in columns]]
