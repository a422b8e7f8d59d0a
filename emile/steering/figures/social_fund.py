"""The common indicators of the European Social Fund Plus: regulation (EU) 2021/1057, annex I.

A code that the journal does not hold says so: it is never a nought.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from candidates.enums import Employment, ResidentialKind
from emile.steering.figures.formulas import OWN_HOMES, Pick, Sums
from emile.steering.figures.measures import Measure, Milestone


NOT_COLLECTED = "Non recueilli"
NO_ANSWER = "Aucune réponse"
TRAINS = (Employment.QUALIFYING_TRAINING, Employment.OTHER_TRAINING)
OUT_OF_WORK = (Employment.SEEKING, Employment.NOT_SEEKING)
WORKS = tuple(kind for kind in Employment if kind not in (*TRAINS, *OUT_OF_WORK))
EXCLUDED_FROM_HOUSING = tuple(kind for kind in ResidentialKind if kind not in OWN_HOMES)


def _at(measure: Measure, point: str, answers: Iterable[str]) -> Pick:
    return Pick(measure, frozenset(f"{point}/{answer}" for answer in answers))


ENTERED = Pick(Measure.LIVING, frozenset({"entry/asked"}))
ENDED = Pick(Measure.LIVING, frozenset({"exit/asked"}))
ORIENTED = Pick(Measure.MILESTONE, frozenset({Milestone.ORIENTED}))
CLOSED = Pick(Measure.MILESTONE, frozenset({Milestone.CLOSED}))
WORK_AT_ENTRY = _at(Measure.EMPLOYMENT, "entry", Employment)
WORK_AT_END = _at(Measure.EMPLOYMENT, "exit", Employment)
HOME_AT_ENTRY = _at(Measure.LODGING, "entry", ResidentialKind)


@dataclass(frozen=True, slots=True)
class Code:
    """``pick`` is what is counted, ``known`` those of whom it is known, ``people`` those of whom it
    should be; None where the platform does not collect it. ``how`` says it in words."""

    code: str
    label: str
    how: str
    pick: Pick | None = None
    known: Pick | None = None
    people: Pick | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One code over one period. ``number`` is None when nobody can say; ``known`` out of ``people``
    are those whose answer is known."""

    code: Code
    number: int | None
    known: int | None = None
    people: int | None = None

    @property
    def told(self) -> str:
        if self.number is not None:
            return str(self.number)
        return NO_ANSWER if self.code.pick else NOT_COLLECTED


def lines(sums: Sums) -> list[Line]:
    return [_line(code, sums) for code in CODES]


def _line(code: Code, sums: Sums) -> Line:
    if code.pick is None or code.known is None or code.people is None:
        return Line(code, None)
    known, people = code.known.number_in(sums), code.people.number_in(sums)
    begun = ORIENTED if code.people is ENTERED else CLOSED
    # Households came or ended, and nobody noted how their adults lived: no nought either.
    is_silent = known == 0 and (people > 0 or begun.number_in(sums) > 0)
    return Line(code, None if is_silent else code.pick.number_in(sums), known, people)


CODES: Sequence[Code] = (
    Code(
        "EECO01",
        "Nombre total de participants",
        "Adultes dont la situation à l’entrée a été notée pendant la période.",
        ENTERED,
        ENTERED,
        ENTERED,
    ),
    Code(
        "EECO02",
        "Chômeurs, y compris de longue durée",
        "Adultes qui recherchent un emploi à l’entrée.",
        _at(Measure.EMPLOYMENT, "entry", (Employment.SEEKING,)),
        WORK_AT_ENTRY,
        ENTERED,
    ),
    Code(
        "EECO03",
        "Chômeurs de longue durée",
        "La durée de recherche d’emploi n’est pas dans la situation à l’entrée.",
    ),
    Code(
        "EECO04",
        "Personnes inactives",
        "Adultes qui ne recherchent pas d’emploi à l’entrée, ou en formation hors alternance.",
        _at(Measure.EMPLOYMENT, "entry", (Employment.NOT_SEEKING, *TRAINS)),
        WORK_AT_ENTRY,
        ENTERED,
    ),
    Code(
        "EECO05",
        "Personnes en emploi, y compris indépendant",
        "Adultes en contrat, en intérim, en alternance ou à leur compte à l’entrée.",
        _at(Measure.EMPLOYMENT, "entry", WORKS),
        WORK_AT_ENTRY,
        ENTERED,
    ),
    Code(
        "EECO06",
        "Enfants de moins de 18 ans",
        "Les participants sont des adultes\u00a0: les enfants n’ont pas de situation à l’entrée.",
    ),
    Code(
        "EECO07",
        "Jeunes de 18 à 29 ans",
        "Le journal, dont viennent tous les chiffres, ne porte pas l’âge.",
    ),
    Code(
        "EECO08",
        "Participants de 55 ans et plus",
        "Le journal, dont viennent tous les chiffres, ne porte pas l’âge.",
    ),
    Code(
        "EECO09",
        "Premier cycle du secondaire ou moins (CITE 0 à 2)",
        "Le niveau de diplôme n’est pas dans la situation à l’entrée.",
    ),
    Code(
        "EECO10",
        "Deuxième cycle du secondaire (CITE 3) ou post-secondaire (CITE 4)",
        "Le niveau de diplôme n’est pas dans la situation à l’entrée.",
    ),
    Code(
        "EECO11",
        "Enseignement supérieur (CITE 5 à 8)",
        "Le niveau de diplôme n’est pas dans la situation à l’entrée.",
    ),
    Code(
        "EECO12",
        "Participants en situation de handicap",
        "La santé n’entre dans aucun chiffre\u00a0: seules ses conséquences sur le logement sont notées.",
    ),
    Code(
        "EECO13",
        "Ressortissants de pays tiers",
        "La nationalité sert au droit au séjour et n’entre dans aucun chiffre.",
    ),
    Code("EECO14", "Participants d’origine étrangère", "L’origine n’est demandée à personne."),
    Code(
        "EECO15",
        "Minorités, y compris communautés marginalisées",
        "L’appartenance à une minorité n’est demandée à personne.",
    ),
    Code(
        "EECO16",
        "Personnes sans domicile ou exclues du logement",
        "Adultes chez un tiers, hébergés, en résidence sociale, en location précaire ou sans abri à "
        "l’entrée.",
        _at(Measure.LODGING, "entry", EXCLUDED_FROM_HOUSING),
        HOME_AT_ENTRY,
        ENTERED,
    ),
    Code(
        "EECO17",
        "Participants vivant en zone rurale",
        "Le journal porte le département de départ, pas le degré d’urbanisation de la commune.",
    ),
    Code(
        "EECR01",
        "Inactifs engagés dans une recherche d’emploi à la sortie",
        "Les situations sont comptées point par point, sans relier l’entrée à la sortie d’une personne.",
    ),
    Code(
        "EECR02",
        "En études ou en formation à la sortie",
        "Adultes en formation hors alternance dans la situation de fin d’accompagnement.",
        _at(Measure.EMPLOYMENT, "exit", TRAINS),
        WORK_AT_END,
        ENDED,
    ),
    Code(
        "EECR03",
        "Ayant obtenu une qualification à la sortie",
        "Une formation terminée est notée, la qualification obtenue ne l’est pas.",
    ),
    Code(
        "EECR04",
        "En emploi, y compris indépendant, à la sortie",
        "Adultes en contrat, en intérim, en alternance ou à leur compte dans la situation de fin "
        "d’accompagnement.",
        _at(Measure.EMPLOYMENT, "exit", WORKS),
        WORK_AT_END,
        ENDED,
    ),
    Code(
        "EECR05",
        "En emploi six mois après la sortie",
        "Les adultes sont interrogés six et douze mois après l’installation, pas après la sortie.",
    ),
    Code(
        "EECR06",
        "Situation améliorée sur le marché du travail six mois après la sortie",
        "Les adultes sont interrogés six et douze mois après l’installation, pas après la sortie.",
    ),
)
