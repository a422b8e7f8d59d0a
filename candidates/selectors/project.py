"""The project as the parties read it: what each line says, whom it concerns, what has changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from candidates.enums import AGREED_TO, Certainty, Moves, Party, Section
from candidates.models import Parcours, Placement, PlacementHome, PlacementJob
from candidates.selectors.household import current_members
from emile.core.prose import euros, figure
from emile.core.templatetags.emile import short_day


ADULT, UPSTREAM, HOST = Party.ADULT, Party.UPSTREAM, Party.HOST
EMPLOYER, LANDLORD = Party.EMPLOYER, Party.LANDLORD


class Item(Enum):
    """A line of the project: its label, how its change is told, and whom it concerns.

    A change calls back the answers of these parties and of nobody else: what a home costs is
    between its landlord and the adults who will pay for it.
    """

    # fmt: off
    PEOPLE     = (Section.HOUSEHOLD, "Personnes qui partent", "Les personnes qui partent ont changé",       (ADULT, UPSTREAM, HOST, LANDLORD))
    TARGET     = (Section.JOB, "Métier visé",              "Le métier visé est passé",                      (ADULT, UPSTREAM, HOST))
    WORK       = (Section.JOB, "Où on en est",             "L’avancement de l’emploi ou de la formation est passé", (ADULT, UPSTREAM, HOST, EMPLOYER))
    KIND       = (Section.JOB, "Solution",                 "La solution d’emploi ou de formation est passée", (ADULT, UPSTREAM, HOST, EMPLOYER))
    OCCUPATION = (Section.JOB, "Métier",                   "Le métier est passé",                           (ADULT, UPSTREAM, HOST, EMPLOYER))
    WITH_WHOM  = (Section.JOB, "Employeur ou organisme",   "L’employeur ou l’organisme de formation est passé", (ADULT, UPSTREAM, HOST, EMPLOYER))
    CONTRACT   = (Section.JOB, "Contrat",                  "Le contrat est passé",                          (ADULT, UPSTREAM, HOST, EMPLOYER))
    HOURS      = (Section.JOB, "Heures par semaine",       "Le nombre d’heures par semaine est passé",      (ADULT, UPSTREAM, HOST, EMPLOYER))
    START      = (Section.JOB, "Début",                    "Le début de l’emploi ou de la formation est passé", (ADULT, UPSTREAM, HOST, EMPLOYER))
    WORK_NOTES = (Section.JOB, "Précisions",               "Les précisions sur l’emploi ont changé",        (ADULT, UPSTREAM, HOST, EMPLOYER))
    HOME       = (Section.HOME, "Où on en est",            "L’avancement du logement est passé",            (ADULT, UPSTREAM, HOST, LANDLORD))
    LET_BY     = (Section.HOME, "Bailleur ou gestionnaire", "Le bailleur est passé",                        (ADULT, UPSTREAM, HOST, LANDLORD))
    TYPOLOGY   = (Section.HOME, "Type",                    "Le type de logement est passé",                 (ADULT, UPSTREAM, HOST, LANDLORD))
    COMMUNE    = (Section.HOME, "Commune",                 "La commune du logement est passée",             (ADULT, UPSTREAM, HOST, LANDLORD))
    RENT       = (Section.HOME, "Loyer hors charges",      "Le loyer hors charges est passé",               (ADULT, LANDLORD))
    CHARGES    = (Section.HOME, "Charges",                 "Le montant des charges est passé",              (ADULT, LANDLORD))
    SURFACE    = (Section.HOME, "Surface",                 "La surface du logement est passée",             (ADULT, LANDLORD))
    AVAILABLE  = (Section.HOME, "Disponible",              "La disponibilité du logement est passée",       (ADULT, HOST, LANDLORD))
    HOME_NOTES = (Section.HOME, "Précisions",              "Les précisions sur le logement ont changé",     (ADULT, HOST, LANDLORD))
    PLACE      = (Section.TERRITORY, "Territoire d’accueil", "Le territoire d’accueil est passé",           (ADULT, UPSTREAM, HOST))
    OPERATOR   = (Section.TERRITORY, "Opérateur d’accueil", "L’opérateur d’accueil est passé",              (ADULT, UPSTREAM, HOST))
    MOVE       = (Section.DATES, "Installation prévue",    "La date d’installation prévue est passée",      (ADULT, HOST, EMPLOYER, LANDLORD))
    # fmt: on

    def __init__(self, section: Section, label: str, told: str, parties: tuple[Party, ...]) -> None:
        self.section, self.label, self.told, self.parties = section, label, told, parties


# Words that people wrote, or names: an answer keeps their print and not the words.
UNTOLD = (Item.PEOPLE, Item.WORK_NOTES, Item.HOME_NOTES)
# What an item reads like before anything is known of it.
BLANK = {Item.WORK: Certainty.SEARCHING.label, Item.HOME: Certainty.SEARCHING.label}
# What an answer keeps of the content it was given on: by line, its value and how it read.
Shown = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the project: how it reads, and what is agreed to under that reading.

    Signing what was promised, or correcting the spelling of a name, is not another project:
    ``value`` stays the same and no answer is called back. ``of`` is the adult whose job it is.
    """

    item: Item
    shown: str
    value: str
    of: str = ""
    of_name: str = ""

    @property
    def label(self) -> str:
        return (
            f"{self.of_name}\u00a0: {_lower(self.item.label)}" if self.of_name else self.item.label
        )

    @property
    def code(self) -> str:
        return f"{self.item.name}:{self.of}" if self.of else self.item.name

    def concerns(self, party: Party, of: str = "") -> bool:
        """``of`` is the adult whose employer is asked: another's job is not its affair."""
        if party not in self.item.parties:
            return False
        return party != EMPLOYER or not self.of or self.of == of

    def kept(self) -> list[str]:
        if self.item in UNTOLD:
            return [hashlib.sha256(self.value.encode()).hexdigest()[:16] if self.value else "", ""]
        return [self.value, self.shown]


Content = dict[Section, tuple[Line, ...]]


def home_of(placement: Placement) -> PlacementHome | None:
    return getattr(placement, "home", None)


def content(parcours: Parcours, placement: Placement, on: date) -> Content:
    """Expects a placement shaped by ``for_detail()``."""
    lines = [
        *_household(parcours, on),
        Line(Item.TARGET, placement.occupation.label, placement.occupation.code),
        *_jobs(parcours, placement, on),
        *_home(home_of(placement)),
        Line(Item.PLACE, placement.territory.name, placement.territory.slug),
        Line(Item.OPERATOR, str(placement.host), str(placement.host.public_id)),
        _day(Item.MOVE, placement.planned_move_on),
    ]
    return {
        section: tuple(line for line in lines if line.item.section == section)
        for section in Section
    }


def _household(parcours: Parcours, on: date) -> Iterable[Line]:
    leaving = [one.person for one in current_members(parcours, on) if one.moves == Moves.YES]
    yield Line(
        Item.PEOPLE,
        ", ".join(person.full_name for person in leaving),
        ",".join(sorted(str(person.public_id) for person in leaving)),
    )


def _jobs(parcours: Parcours, placement: Placement, on: date) -> Iterable[Line]:
    """Those of the adults who move; their names are said when several have one."""
    leaving = {m.person_id for m in current_members(parcours, on) if m.is_moving_adult_on(on)}
    jobs = [job for job in placement.jobs.all() if job.person_id in leaving]
    if not jobs:
        yield _certainty(Item.WORK, Certainty.SEARCHING)
    for job in jobs:
        of = str(job.person.public_id)
        name = job.person.full_name if len(leaving) > 1 else ""
        for line in _job(job):
            yield Line(line.item, line.shown, line.value, of, name)


def _job(job: PlacementJob) -> Iterable[Line]:
    yield _certainty(Item.WORK, job.certainty)
    yield Line(Item.KIND, job.get_kind_display(), job.kind)
    yield Line(Item.OCCUPATION, job.occupation.label, job.occupation.code)
    yield Line(Item.WITH_WHOM, job.employer, job.employer)
    yield Line(Item.CONTRACT, job.get_contract_display(), job.contract)
    hours = job.weekly_hours
    yield Line(Item.HOURS, "" if hours is None else f"{figure(hours)}\u00a0h", _canonical(hours))
    yield _day(Item.START, job.starts_on)
    yield Line(Item.WORK_NOTES, job.details, job.details)


def _home(home: PlacementHome | None) -> Iterable[Line]:
    if home is None:
        yield _certainty(Item.HOME, Certainty.SEARCHING)
        return
    yield _certainty(Item.HOME, home.certainty)
    yield Line(Item.LET_BY, home.landlord, home.landlord)
    yield Line(Item.TYPOLOGY, home.get_typology_display(), home.typology)
    commune = home.commune
    yield Line(Item.COMMUNE, commune.name if commune else "", commune.code if commune else "")
    yield _money(Item.RENT, home.rent)
    yield _money(Item.CHARGES, home.charges)
    surface = home.surface
    yield Line(Item.SURFACE, f"{surface}\u00a0m²" if surface else "", str(surface or ""))
    yield _day(Item.AVAILABLE, home.available_on)
    yield Line(Item.HOME_NOTES, home.details, home.details)


def _certainty(item: Item, certainty: str) -> Line:
    """What is still to find is nothing that one agrees to, written down or not."""
    label = Certainty(certainty).label
    if certainty == Certainty.SEARCHING:
        return Line(item, label, "")
    return Line(item, label, Certainty.PROMISED if certainty in AGREED_TO else certainty)


def _money(item: Item, amount: Decimal | None) -> Line:
    return Line(item, "" if amount is None else euros(amount), _canonical(amount))


def _day(item: Item, on: date | None) -> Line:
    return Line(item, short_day(on), on.isoformat() if on else "")


def _canonical(number: Decimal | None) -> str:
    """Never read, but compared with what an answer kept: it does not follow how figures are shown."""
    if number is None:
        return ""
    whole = number == number.to_integral_value()
    return f"{number:.0f}" if whole else f"{number:.2f}".replace(".", ",")


# Answers


def concerned(party: Party, of: str, sections: Content) -> list[Line]:
    return [line for lines in sections.values() for line in lines if line.concerns(party, of)]


def hash_of(lines: Iterable[Line]) -> str:
    """Lines that say nothing yet are no part of what is agreed to."""
    said = sorted((line.code, line.value) for line in lines if line.value)
    canonical = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def kept(lines: Iterable[Line]) -> Shown:
    return {line.code: line.kept() for line in lines if line.value}


def changes(before: Mapping[str, list[str]], lines: Iterable[Line]) -> list[str]:
    """« Le loyer hors charges est passé de 420 € à 450 €. », for what an answer was given on."""
    now = {line.code: line for line in lines if line.value}
    told = []
    for code, line in now.items():
        value, shown = before.get(code, ["", ""])
        if value != line.kept()[0]:
            told.append(_change(line.item, line.of_name, shown, line.shown))
    told += [
        _change(Item[code.partition(":")[0]], "", shown, "")
        for code, (_, shown) in before.items()
        if code not in now
    ]
    return list(dict.fromkeys(told))


def _change(item: Item, name: str, before: str, after: str) -> str:
    whose = f"{name}\u00a0: " if name else ""
    told = _lower(item.told) if name else item.told
    if item in UNTOLD:
        return f"{whose}{told}."
    before, after = before or BLANK.get(item, ""), after or BLANK.get(item, "")
    if not before:
        return f"{whose}{_lower(item.label) if name else item.label}, qui manquait\u00a0: {after}."
    if not after:
        return f"{item.label}, qui n’est plus indiqué\u00a0: c’était {_quoted(before)}."
    return f"{whose}{told} de {_quoted(before)} à {_quoted(after)}."


def _quoted(text: str) -> str:
    """Figures stand by themselves; words are quoted, whatever their first letter."""
    return text if text[:1].isdigit() else f"«\u00a0{text}\u00a0»"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
