"""A household in five lines that name nobody: what one may say of it to a partner."""

from collections.abc import Callable
from datetime import date

from candidates.enums import HouseholdType, Moves
from candidates.models import HouseholdMember, Parcours, Person
from candidates.selectors.household import current_members, moving_adults


# Children are told by these ages, and never by their names or birth dates.
BANDS = ((2, "0 à 2 ans"), (5, "3 à 5 ans"), (17, "6 à 17 ans"))
NOT_KNOWN = "à préciser"


def profile_lines(parcours: Parcours, today: date) -> list[str]:
    """Who, for which work, with which French and how they get about, in which home, and where."""
    adults = moving_adults(parcours, today)
    return [
        f"Ménage\u00a0: {_composition(parcours, today)}.",
        f"Projet\u00a0: {_each(adults, _project)}.",
        f"Français et mobilité\u00a0: {_each(adults, _language_and_mobility)}.",
        f"Logement\u00a0: {_home(parcours, today)}.",
        f"Territoires souhaités\u00a0: {_wishes(parcours)}.",
    ]


def _composition(parcours: Parcours, today: date) -> str:
    members = current_members(parcours, today)
    kind = HouseholdType(parcours.household.type_on(today)).label.lower()
    adults = [_age(member.person, today) for member in members if not member.is_child_on(today)]
    children = [_band(member, today) for member in members if member.is_child_on(today)]
    told = [kind, f"{_count(len(adults), 'adulte')} ({', '.join(adults)})"]
    if children:
        told.append(f"{_count(len(children), 'enfant')} ({', '.join(children)})")
    return ", ".join(told)


def _age(person: Person, today: date) -> str:
    age = person.age_on(today)
    return "âge à préciser" if age is None else f"{age}\u00a0ans"


def _band(member: HouseholdMember, today: date) -> str:
    age = member.person.age_on(today)
    if age is None:
        return "âge à préciser"
    return next((band for last, band in BANDS if age <= last), "adulte")


def _project(adult: Person) -> str:
    project = adult.retained_project
    return project.label if project else NOT_KNOWN


def _language_and_mobility(adult: Person) -> str:
    language = f"niveau {adult.language_level or NOT_KNOWN}"
    vehicle = adult.get_vehicle_display().lower() or f"véhicule {NOT_KNOWN}"
    return f"{language}, {_licences(adult)}, {vehicle}"


def _licences(adult: Person) -> str:
    told = adult.licences_told or NOT_KNOWN
    return f"sans permis{told.removeprefix('aucun')}" if adult.licences == [] else f"permis {told}"


def _home(parcours: Parcours, today: date) -> str:
    household = parcours.household
    leaving = [member for member in current_members(parcours, today) if member.moves == Moves.YES]
    needs = [household.typology_on(today), f"pour {_count(len(leaving), 'personne')}"]
    if household.needs_accessible_home:
        needs.append("accessible")
    if household.has_pets:
        needs.append("avec un animal")
    if household.highest_rent is not None:
        needs.append(f"{household.highest_rent:.0f}\u00a0€ au plus, charges comprises")
    return ", ".join(needs)


def _wishes(parcours: Parcours) -> str:
    names = parcours.wishes.order_by("rank").values_list("territory__name", flat=True)
    return ", puis ".join(names) or NOT_KNOWN


def _each(adults: list[Person], tell: Callable[[Person], str]) -> str:
    """One adult's answer, or each one's in the order in which they were told."""
    if len(adults) == 1:
        return tell(adults[0])
    return "\u00a0; ".join(f"adulte {rank}, {tell(one)}" for rank, one in enumerate(adults, 1))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"
