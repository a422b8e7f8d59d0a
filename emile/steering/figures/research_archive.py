"""The archive that researchers receive: the rows, what each column means, how they were protected."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import Choices
from django.template.loader import render_to_string

from candidates.enums import DecidedBy, HouseholdType, Outcome, ResidentialKind
from emile.core.tables import as_csv
from emile.steering.figures.anonymity import QUASI_IDENTIFIERS, K, Protected, class_sizes


PSEUDONYM, QUASI, SEEN = "pseudonyme", "quasi-identifiant", "observation"
STEPS = {
    "opened": "Dossier ouvert",
    "oriented": "Orientation",
    "called": "Premier contact",
    "eligible": "Éligibilité prononcée",
    "informed": "Information donnée",
    "diagnosed": "Diagnostic signé",
    "proposed": "Première proposition à un territoire",
    "accepted": "Accepté par un territoire",
    "stayed": "Séjour d’immersion fait",
    "validated": "Projet validé",
    "settled": "Installation faite",
    "there_at_m6": "Toujours là six mois après",
    "working_at_m6": "En emploi ou en formation six mois après",
    "closed": "Fin de l’accompagnement",
    "exit": "Sortie du programme",
}
DATE = "AAAA-MM, AAAA-Tn ou AAAA selon le rapport de k-anonymat"


class Column(NamedTuple):
    """``name`` in the file, ``field`` of a row, what it means, and the codes it may hold."""

    name: str
    field: str
    meaning: str
    values: str | Mapping[str, str]

    @property
    def nature(self) -> str:
        if self.field == "household":
            return PSEUDONYM
        return QUASI if self.field in QUASI_IDENTIFIERS else SEEN

    @property
    def told_values(self) -> str:
        if isinstance(self.values, str):
            return self.values
        return " | ".join(f"{code} = {label}" for code, label in self.values.items())


def _codes(choices: type[Choices]) -> dict[str, str]:
    return {str(value): str(label) for value, label in choices.choices}


HOMES = {**_codes(ResidentialKind), "several": "Plusieurs, selon les adultes"}
COLUMNS = (
    Column(
        "menage",
        "household",
        "Ménage, sous un pseudonyme propre à cette livraison",
        "m et 20 signes",
    ),
    Column("etape", "step", "Étape atteinte, la première fois", STEPS),
    Column("periode", "month", "Quand elle l’a été", DATE),
    Column("cohorte", "cohort", "Quand le ménage a été orienté", DATE),
    Column(
        "origine", "origin", "Département de départ, ou sa région", "code officiel géographique"
    ),
    Column(
        "territoire",
        "territory",
        "Territoire d’accueil à cette étape\u00a0; vide aussi pour des ménages tirés sans lien avec leur "
        "situation",
        "nom court du territoire",
    ),
    Column("composition", "household_type", "Composition du ménage", _codes(HouseholdType)),
    Column("enfants", "children", "Nombre d’enfants qui partent", "0, 1, 2 ou 3+"),
    Column(
        "age",
        "age",
        "Âge de la personne orientée, le mois de l’orientation",
        "18-25 (ou moins), 26-39, 40-54, 55+",
    ),
    Column("logement_entree", "lodging", "Logement à l’entrée", HOMES),
    Column("motif", "reason", "Motif de la sortie du programme", "code du motif"),
    Column("decide_par", "decided_by", "Qui a décidé de la sortie", _codes(DecidedBy)),
    Column("issue", "outcome", "Comment l’accompagnement s’est terminé", _codes(Outcome)),
    Column(
        "emploi",
        "employment",
        "Un adulte au moins est en emploi ou en formation, à l’entrée, à l’installation, six mois "
        "après ou à la fin",
        "yes = oui | no = non | vide = personne ne l’a dit",
    ),
    Column("logement", "home", "Logement aux mêmes moments", HOMES),
)


def archive_of(found: Protected, reasons: Mapping[str, str], about: Mapping[str, Any]) -> bytes:
    """``reasons`` of exits are rows of the settings; ``about`` says who receives it, for what, and
    from when the data are."""
    columns = [
        column._replace(values=reasons) if column.field == "reason" else column
        for column in COLUMNS
    ]
    context = {"found": found, "k": K, "columns": columns, "sizes": sizes_of(found), **about}
    parts = {
        "donnees.csv": _csv(_data(found)),
        "dictionnaire.csv": _csv(_dictionary(columns)),
        "LISEZ-MOI.txt": _text("steering/research/readme.txt", context),
        "k-anonymat.txt": _text("steering/research/anonymity.txt", context),
        "conditions.txt": _text("steering/research/conditions.txt", context),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text.encode())
    return out.getvalue()


def facts_of(found: Protected) -> dict[str, Any]:
    """What the page says of it."""
    return {
        "read": found.read,
        "rows": len(found.rows),
        "left_out": found.left_out,
        "households": len({row.household for row in found.rows}),
        "smallest": found.smallest,
        "coarser": list(found.coarser),
    }


def sizes_of(found: Protected) -> list[tuple[str, int]]:
    """How many classes there are of each size."""
    sizes = class_sizes(found.rows).values()
    bands = ((5, 9), (10, 19), (20, 49), (50, None))
    return [
        (
            f"{low} à {high}" if high else f"{low} et plus",
            sum(low <= size and (high is None or size <= high) for size in sizes),
        )
        for low, high in bands
    ]


def _data(found: Protected) -> Iterable[Sequence[str]]:
    yield [column.name for column in COLUMNS]
    for row in found.rows:
        yield [getattr(row, column.field) for column in COLUMNS]


def _dictionary(columns: Iterable[Column]) -> Iterable[Sequence[str]]:
    yield ["variable", "definition", "nature", "valeurs"]
    for column in columns:
        yield [column.name, column.meaning, column.nature, column.told_values]


def _csv(rows: Iterable[Sequence[str]]) -> str:
    return "".join(as_csv(rows))


def _text(name: str, context: Mapping[str, Any]) -> str:
    return render_to_string(name, dict(context))
