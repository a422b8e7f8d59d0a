"""What the life of a household calls for, in French sentences, and the files that are near its own."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q, QuerySet

from candidates.enums import Moves
from candidates.models import (
    ExpectedBirth,
    Household,
    HouseholdMember,
    Parcours,
    ParcoursEvent,
    Person,
    Separation,
    counts_q,
)
from emile.core.templatetags.emile import short_day
from operators.actors import Actor


MAJORITY = 18
# Told six months before, since papers take that long.
TOLD_BEFORE = relativedelta(months=6)
# A birth that nobody has told of since is not announced for ever.
EXPECTED_FOR = timedelta(days=90)
CONFIRMING = ("edit_household", "edit_person", "add_member", "record_birth")
# Among the ids of people: the situation of the household as one.
THE_HOUSEHOLD = 0


def expected_birth(parcours: Parcours, today: date) -> ExpectedBirth | None:
    """The child on the way; None once a birth was noted after it was announced."""
    return expected_births(today).filter(parcours=parcours).order_by("event_id").last()


def expected_births(today: date) -> QuerySet[ExpectedBirth]:
    """Those of every file that are still waited for."""
    born = ParcoursEvent.objects.standing().filter(
        parcours=OuterRef("parcours"), kind="record_birth", pk__gt=OuterRef("event_id")
    )
    return ExpectedBirth.objects.filter(counts_q(), ~Exists(born), due_on__gt=today - EXPECTED_FOR)


def came_of_age_on(person: Person) -> date | None:
    return person.birth_date + relativedelta(years=MAJORITY) if person.birth_date else None


def came_of_age_here(member: HouseholdMember, opened_on: date, on: date) -> bool:
    """Was a child when the file was opened: their papers are then to be checked, and no refusal."""
    day = came_of_age_on(member.person)
    return day is not None and opened_on < day <= on


def life_alerts(
    parcours: Parcours, today: date, *, birth: ExpectedBirth | None = None
) -> list[str]:
    """Expects ``for_detail()``: no query."""
    household = parcours.household
    members = household.members_on(today)
    told = [sentence for member in members if (sentence := _majority(member, parcours, today))]
    if birth is not None:
        size = household.home_size_on(today, expected=1)
        told.append(
            f"Une naissance est attendue vers le {short_day(birth.due_on)}\u00a0: le logement "
            f"adapté sera un T{size}."
        )
    if all(member.is_child_on(today) for member in members):
        told.append(
            "Il n’y a plus d’adulte dans le foyer\u00a0: notez la sortie du programme, ou l’arrivée "
            "de l’adulte qui continue."
        )
    return told


def _majority(member: HouseholdMember, parcours: Parcours, today: date) -> str:
    person, day = member.person, came_of_age_on(member.person)
    if day is None or member.moves == Moves.NO:
        return ""
    if today < day <= today + TOLD_BEFORE:
        return (
            f"{person.full_name} aura {MAJORITY} ans le {short_day(day)}\u00a0: son titre de séjour "
            "sera à vérifier, et son accord demandé."
        )
    is_new = came_of_age_here(member, parcours.opened_on, today)
    if is_new and person.is_lawfully_present_on(today) is not True:
        return (
            f"{person.full_name} a {MAJORITY} ans depuis le {short_day(day)}\u00a0: à vérifier, le "
            "titre de séjour et le souhait de partir."
        )
    return ""


def shared_children(household: Household, today: date) -> set[int]:
    """Of a household that must not be found, the people who live in another one too.

    What is noted of them is read in both: nothing there may say where either is.
    """
    if not household.must_not_be_found:
        return set()
    here = household.members.on(today).values("person")
    elsewhere = HouseholdMember.objects.on(today).exclude(household=household)
    return set(elsewhere.filter(person__in=here).values_list("person_id", flat=True))


def files_nearby(actor: Actor, parcours: Parcours) -> list[tuple[str, Parcours]]:
    """The other files of the same people that this actor may open: before, after, apart.

    Those who must not find each other are not linked.
    """
    # One list of keys, which the database reads first: an « or » would look at every visible file.
    near = Parcours.objects.filter(household=parcours.household_id).values("pk")
    if not parcours.household.hides_whereabouts:
        near = near.union(
            Separation.objects.filter(parcours=parcours).values("opened"),
            Separation.objects.filter(opened=parcours).values("parcours"),
        )
    is_same_household = Q(household=parcours.household_id)
    hidden = Q(household__must_not_be_found=True)
    found = (
        Parcours.objects.visible_to(actor)
        .filter(is_same_household | ~hidden, pk__in=near)
        .exclude(pk=parcours.pk)
        .select_related("household")
        .order_by("opened_on", "pk")
    )
    return [(_relation(parcours, other), other) for other in found]


def _relation(parcours: Parcours, other: Parcours) -> str:
    if other.household_id != parcours.household_id:
        return "Après la séparation"
    return "Parcours précédent" if other.opened_on <= parcours.opened_on else "Parcours suivant"


def to_confirm(parcours: Parcours) -> set[int] | None:
    """Of a household that came back, the people of whom nobody has written again since.

    None for a first parcours: nothing was carried over. ``THE_HOUSEHOLD`` stands for itself.
    """
    if parcours.previous_id is None:
        return None
    acts = parcours.events.standing().filter(kind__in=CONFIRMING)
    written = {
        THE_HOUSEHOLD if kind == "edit_household" else person
        for kind, person in acts.values_list("kind", "payload__person")
    }
    people = {member.person_id for member in parcours.household.members.all()}
    return {THE_HOUSEHOLD, *people} - written
