"""What the file says already of each theme of the diagnosis: to confirm, never to type again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candidates.enums import LanguageLevel, Theme
from candidates.models import (
    ContactPoint,
    HouseholdMember,
    Parcours,
    Person,
    ResidentialSpell,
    SocialHousingApplication,
)
from candidates.selectors.household import current_members
from emile.core.templatetags.emile import short_day


@dataclass(frozen=True, slots=True)
class KnownFact:
    """``value`` is empty when nobody has said."""

    label: str
    value: str


def known_facts(parcours: Parcours, today: date) -> dict[Theme, list[KnownFact]]:
    """Expects ``for_detail()``. Three queries, whatever the household."""
    members = current_members(parcours, today)
    adults = [member.person for member in members if not member.is_child_on(today)]
    return {
        Theme.ADMINISTRATIVE: [KnownFact(adult.full_name, _stay(adult, today)) for adult in adults],
        Theme.SOCIAL_HOUSING: list(_applications(parcours)),
        Theme.HOUSEHOLD: [_composition(members, parcours, today), *_children(members, today)],
        Theme.HOME: [*_whereabouts(parcours), *_lodgings(adults)],
        Theme.LITERACY: [KnownFact(adult.full_name, _language(adult)) for adult in adults],
        Theme.MOBILITY: list(_mobility(adults)),
        Theme.DIGITAL: list(_contacts(adults)),
    }


def _stay(adult: Person, today: date) -> str:
    if adult.nationality and adult.is_lawfully_present_on(today) and not adult.permits.all():
        return str(adult.get_nationality_display())
    return "\u00a0; ".join(
        f"{permit.get_kind_display()} jusqu’au {short_day(permit.expires_on)}"
        if permit.expires_on
        else f"{permit.get_kind_display()}, date à demander"
        for permit in adult.permits.all()
    )


def _applications(parcours: Parcours) -> Iterator[KnownFact]:
    found = SocialHousingApplication.objects.filter(household=parcours.household_id)
    applications = list(found.select_related("departement").order_by("pk"))
    if not applications:
        yield KnownFact("Demande de logement social", "")
    for one in applications:
        until = f", valable jusqu’au {short_day(one.expires_on)}" if one.expires_on else ""
        yield KnownFact(str(one.departement), f"{one.number}{until}")


def _composition(members: list[HouseholdMember], parcours: Parcours, today: date) -> KnownFact:
    kind = parcours.household.type_on(today).label
    return KnownFact("Composition", f"{kind}, {len(members)} au foyer")


def _children(members: list[HouseholdMember], today: date) -> Iterator[KnownFact]:
    for member in members:
        if member.is_child_on(today):
            age = member.person.age_on(today)
            told = member.person.schooling
            known = [f"{age} ans" if age is not None else "", told]
            yield KnownFact(member.person.full_name, ", ".join(filter(None, known)))


def _whereabouts(parcours: Parcours) -> Iterator[KnownFact]:
    household = parcours.household
    yield KnownFact("Dort à", str(household.sleeps_in or ""))
    yield KnownFact("Précarité de logement", str(household.get_housing_precarity_display()))
    yield KnownFact("Logement accessible", _yes_no(household.needs_accessible_home))


def _lodgings(adults: list[Person]) -> Iterator[KnownFact]:
    current = ResidentialSpell.objects.filter(person__in=adults, until__isnull=True)
    spells = {spell.person_id: spell for spell in current}
    for adult in adults:
        spell = spells.get(adult.pk)
        told = f"{spell.get_kind_display()}, depuis le {short_day(spell.since)}" if spell else ""
        yield KnownFact(adult.full_name, told)


def _mobility(adults: list[Person]) -> Iterator[KnownFact]:
    for adult in adults:
        yield KnownFact(f"{adult.full_name}, permis de conduire", adult.licences_told)
        yield KnownFact(f"{adult.full_name}, véhicule", adult.get_vehicle_display().lower())


def _contacts(adults: list[Person]) -> Iterator[KnownFact]:
    points = ContactPoint.objects.filter(person__in=adults).order_by("pk")
    by_person: dict[int, list[str]] = {}
    for point in points:
        by_person.setdefault(point.person_id, []).append(str(point.get_kind_display()).lower())
    for adult in adults:
        yield KnownFact(
            f"{adult.full_name}, pour écrire ou appeler", ", ".join(by_person.get(adult.pk, []))
        )


def _language(adult: Person) -> str:
    return str(LanguageLevel(adult.language_level).label) if adult.language_level else ""


def _yes_no(value: bool | None) -> str:
    return {True: "oui", False: "non", None: ""}[value]
