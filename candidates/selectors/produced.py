"""What may be printed of a file, and what was."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from candidates.enums import PARTNER_CARDS, ProducedKind, Stage
from candidates.models import Diagnosis, ImmersionStay, Parcours, ProducedDocument
from candidates.selectors.agreements import is_placed
from candidates.selectors.stay import stays_of
from emile.core.templatetags.emile import short_day
from operators.actors import Actor


NO_AGREEMENT = (
    "Le ménage n’a pas encore donné son accord pour partager ses informations\u00a0: il se note dans "
    "«\u00a0Foyer\u00a0»."
)
# What each is for, as its button is read.
PURPOSES = {
    ProducedKind.PERSON_SUMMARY: "À remettre à la personne\u00a0: où elle en est, qui l’aide, quels papiers apporter.",
    ProducedKind.HOST_CARD: "Pour préparer l’accueil\u00a0: qui vient, avec quel projet, quel logement trouver.",
    ProducedKind.EMPLOYER_CARD: "Les adultes qui cherchent un emploi, et rien de leur vie privée.",
    ProducedKind.LANDLORD_CARD: "Qui vivra dans le logement, lequel il faut, quel travail le paiera.",
    ProducedKind.DIAGNOSIS: "Le diagnostic signé ou en cours, thème par thème.",
    ProducedKind.STAY_PROGRAMME: "Le séjour jour par jour, en gros caractères, à remettre au ménage.",
    ProducedKind.VALIDATION_RECORD: "Le projet, la réponse de chaque partie et l’empreinte de ce qu’elle a lu.",
    ProducedKind.INSTALLATION_SHEET: "Pour le jour des clés\u00a0: compteurs, école, travail, numéros utiles.",
}


@dataclass(frozen=True, slots=True)
class Printable:
    """One document that this file may give; ``refusal`` says what is missing for that."""

    kind: ProducedKind
    stay: ImmersionStay | None
    refusal: str
    last: ProducedDocument | None
    has_moved: bool

    @property
    def key(self) -> str:
        return f"{self.kind.value}:{self.stay.public_id}" if self.stay else self.kind.value

    @property
    def label(self) -> str:
        day = f", {short_day(self.stay.first_day)}" if self.stay else ""
        return f"{self.kind.label}{day}"

    @property
    def purpose(self) -> str:
        return PURPOSES[self.kind]

    @property
    def may_be_asked(self) -> bool:
        """Nobody is making it, and the last one no longer says it all."""
        if self.refusal:
            return False
        return self.last is None or not (
            self.last.is_pending or (self.last.is_ready and not self.has_moved)
        )


@dataclass(frozen=True, slots=True)
class PrintPage:
    printables: list[Printable]

    @property
    def is_working(self) -> bool:
        return any(one.last is not None and one.last.is_pending for one in self.printables)

    def find(self, key: str) -> Printable | None:
        return next((one for one in self.printables if one.key == key), None)


def last_sequence(parcours: Parcours) -> int:
    """The number of the last act: what was read at the same number reads the same."""
    last: int = parcours.events.aggregate(last=Max("sequence"))["last"]
    return last


def print_page(actor: Actor, parcours: Parcours) -> PrintPage:
    """Expects ``for_detail()``."""
    sequence = last_sequence(parcours)
    mine = ProducedDocument.objects.filter(
        parcours=parcours, organisation=actor.organisation_id, role=actor.kind
    )
    # The latest of each comes last, and stays.
    latest = {(one.kind, one.stay_id): one for one in reversed(mine.for_list())}
    return PrintPage(
        [
            _printable(
                parcours, kind, stay, latest.get((kind, stay.pk if stay else None)), sequence
            )
            for kind, stay in _offered(actor, parcours)
        ]
    )


def _printable(
    parcours: Parcours,
    kind: ProducedKind,
    stay: ImmersionStay | None,
    last: ProducedDocument | None,
    sequence: int,
) -> Printable:
    needs_agreement = kind in PARTNER_CARDS and parcours.household.agrees_to_share is not True
    return Printable(
        kind=kind,
        stay=stay,
        refusal=NO_AGREEMENT if needs_agreement else "",
        last=last,
        has_moved=last is not None and last.sequence != sequence,
    )


def _offered(actor: Actor, parcours: Parcours) -> list[tuple[ProducedKind, Any]]:
    """Those that have something to say at this stage."""
    stays = stays_of(actor, parcours).planned().order_by("days")
    has_diagnosis = Diagnosis.objects.filter(parcours=parcours).exists()
    is_settling = parcours.stage in {Stage.INSTALLATION, Stage.FOLLOW_UP}
    placed = is_placed(parcours)
    return [
        (ProducedKind.PERSON_SUMMARY, None),
        *([(ProducedKind.DIAGNOSIS, None)] if has_diagnosis else []),
        *((kind, None) for kind in PARTNER_CARDS),
        *((ProducedKind.STAY_PROGRAMME, stay) for stay in stays),
        *([(ProducedKind.VALIDATION_RECORD, None)] if placed and _is_asked(parcours) else []),
        *([(ProducedKind.INSTALLATION_SHEET, None)] if placed and is_settling else []),
    ]


def _is_asked(parcours: Parcours) -> bool:
    """The parties have a project to answer about."""
    return parcours.stage in {Stage.VALIDATION, Stage.INSTALLATION, Stage.FOLLOW_UP}
