"""Households drawn from the priors: the same seed and the same day give the same ones.

Everything is decided here, who they are and what will happen; ``living`` only tells it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp
from random import Random
from typing import Any, TypeVar

from dateutil.relativedelta import relativedelta

from candidates.enums import (
    ContactKind,
    DrivingLicence,
    HouseholdType,
    InformationMode,
    LanguageLevel,
    Link,
    Nationality,
    Outcome,
    ResidentialKind,
    Sex,
    Stage,
    Vehicle,
)
from candidates.services import NewPerson
from emile.steering.demo import names, priors
from emile.steering.demo.destinations import (
    DESTINATIONS,
    OTHER_PRESCRIBERS,
    PRESCRIBERS,
    Destination,
)
from emile.steering.demo.population import FictitiousHousehold, adult, child


Drawn = TypeVar("Drawn")
# A range that is never given to anybody.
PHONES = "+3363998{:04d}"
WHOSE = {
    ContactKind.SHARED_PHONE: "le téléphone de sa sœur",
    ContactKind.THIRD_PARTY: "une amie de confiance",
    ContactKind.ORGANISATION: "l’accueil de la structure",
}
# By age, from birth on.
SCHOOLS = (
    *("assistante maternelle", "crèche", "", "petite section", "moyenne section"),
    *("grande section", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e"),
    *("seconde", "première", "terminale"),
)
ENOUGH_FRENCH = tuple(LanguageLevel)[tuple(LanguageLevel).index(LanguageLevel.A2) :]
PASSED = tuple(priors.FUNNEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnHousehold(FictitiousHousehold):
    """``goal`` is the stage that it will not get past, should time let it come there; ``ending`` is
    then how it leaves, for ``reason``, after a ``nap`` or not."""

    prescriber: str
    destination: Destination
    second_choice: Destination
    meets_criteria: bool
    reason: str
    nap: str
    mode: InformationMode
    outcome: Outcome
    departure: str
    delays: Mapping[str, int]
    incidents: frozenset[str]


def draw_households(count: int, *, seed: int, today: date, first: int = 1) -> list[DrawnHousehold]:
    """Each has its own dice, so that it does not depend on the others."""
    return [
        _draw(Random(f"{seed}/{number}"), number, today)  # noqa: S311
        for number in range(first, first + count)
    ]


def pick(dice: Random, weights: Mapping[Drawn, float]) -> Drawn:
    return dice.choices(list(weights), list(weights.values()))[0]


def _draw(dice: Random, number: int, today: date) -> DrawnHousehold:
    days = dice.randrange(priors.DAYS)
    oriented_on = today - timedelta(days=days)
    people = _people(dice, number, oriented_on)
    delays = {name: _delay(dice, delay) for name, delay in priors.DELAYS.items()}
    meets_criteria = _meets_criteria(people, oriented_on + timedelta(days=delays["call"] + 5))
    is_committed = dice.random() < priors.IS_COMMITTED
    goal = _goal(dice, meets_criteria=meets_criteria) if is_committed else Stage.ORIENTATION
    commune = pick(dice, priors.COMMUNES)
    destination = pick(dice, DESTINATIONS)
    second = dice.choice([place for place in DESTINATIONS if place != destination])
    return DrawnHousehold(
        people,
        goal,
        days,
        commune,
        dice.choice(priors.OCCUPATIONS[pick(dice, priors.SECTORS)]),
        pick(dice, priors.PRECARITIES),
        is_committed or None,
        "close" if goal == Stage.CLOSED else "leave",
        prescriber=PRESCRIBERS.get(commune[:2]) or dice.choice(OTHER_PRESCRIBERS),
        destination=destination,
        second_choice=second,
        meets_criteria=meets_criteria,
        reason=_reason(dice, goal, meets_criteria=meets_criteria),
        nap=_nap(dice, meets_criteria=meets_criteria),
        mode=pick(dice, priors.INFORMED),
        outcome=pick(dice, priors.OUTCOMES),
        departure=pick(dice, priors.DEPARTURES),
        delays=delays,
        incidents=_incidents(dice, goal),
        needs={
            "has_pets": dice.random() < priors.HAS_PETS,
            "needs_accessible_home": dice.random() < priors.NEEDS_AN_ACCESSIBLE_HOME,
        },
    )


def _delay(dice: Random, delay: priors.Delay) -> int:
    return max(1, round(delay.median * exp(dice.gauss(0, delay.spread))))


def _goal(dice: Random, *, meets_criteria: bool) -> Stage:
    if not meets_criteria and dice.random() >= priors.IS_OVERRIDDEN:
        return Stage.ELIGIBILITY
    still_there: float = priors.ELIGIBLE
    for stage, passed in priors.FUNNEL.items():
        if dice.random() >= passed / still_there:
            return stage
        still_there = passed
    return Stage.CLOSED


def _reason(dice: Random, goal: Stage, *, meets_criteria: bool) -> str:
    """Why it stops at its goal."""
    if goal == Stage.ELIGIBILITY:
        return "no_news" if meets_criteria else "not_eligible"
    possible = {
        code: share
        for code, share in priors.EXITS.items()
        if goal in priors.EXIT_STAGES.get(code, (goal,))
    }
    return pick(dice, possible)


def _nap(dice: Random, *, meets_criteria: bool) -> str:
    """The reason of a suspension that comes before; empty when it leaves at once."""
    if not meets_criteria:
        return "not_eligible_yet" if dice.random() < priors.IS_CURABLE else ""
    return pick(dice, priors.SUSPENSIONS) if dice.random() < priors.SLEEPS_FIRST else ""


def _incidents(dice: Random, goal: Stage) -> frozenset[str]:
    """The fast track skips the stages before the installation, and whatever happens there."""
    happen = {name for name, share in priors.INCIDENTS.items() if dice.random() < share}
    if goal in PASSED and PASSED.index(goal) < PASSED.index(Stage.INSTALLATION):
        happen.discard("takes_the_fast_track")
    return frozenset(happen)


def _meets_criteria(people: Sequence[NewPerson], day: date) -> bool:
    """Of the seven, the two that who they are decides: the others are answered yes."""
    grown_up = [one for one in people if one.link != Link.CHILD]
    return grown_up[0].fields["language_level"] in ENOUGH_FRENCH and all(
        one.permit is None or one.permit["expires_on"] >= day for one in grown_up
    )


def _people(dice: Random, number: int, on: date) -> tuple[NewPerson, ...]:
    kind, family = pick(dice, priors.TYPES), dice.choice(names.FAMILIES)
    if dice.random() < 0.2:
        family = f"{family}-{dice.choice(names.FAMILIES)}"
    nationality = pick(dice, priors.NATIONALITIES)
    women = 0.85 if kind == HouseholdType.SINGLE_PARENT else 0.45
    sex = Sex.WOMAN if dice.random() < women else Sex.MAN
    lodging = pick(dice, priors.LODGINGS)
    candidate = _adult(dice, number, on, family, sex, nationality, lodging)
    people = [candidate]
    if kind in {HouseholdType.COUPLE, HouseholdType.COUPLE_WITH_CHILDREN}:
        other = Sex.MAN if sex == Sex.WOMAN else Sex.WOMAN
        people.append(_adult(dice, None, on, family, other, nationality, lodging))
    if kind in {HouseholdType.SINGLE_PARENT, HouseholdType.COUPLE_WITH_CHILDREN}:
        eldest = min(17, on.year - candidate.fields["birth_date"].year - 18)
        first_names = dice.sample(names.CHILDREN, k=pick(dice, priors.CHILDREN))
        people += [_child(dice, on, name, family, eldest) for name in first_names]
    return tuple(people)


def _adult(
    dice: Random,
    number: int | None,
    on: date,
    family: str,
    sex: Sex,
    nationality: Nationality,
    lodging: ResidentialKind,
) -> NewPerson:
    """The candidate has a ``number``, and with it a way to be reached."""
    age = round(dice.gauss(priors.AGE_MEAN, priors.AGE_SPREAD))
    age = min(max(age, priors.YOUNGEST), priors.OLDEST)
    is_french = nationality == Nationality.FRENCH
    levels = priors.LEVELS_OF_THE_FRENCH if is_french else priors.LEVELS_OF_THE_OTHERS
    contact = pick(dice, priors.CONTACTS)
    first_name = dice.choice(names.WOMEN if sex == Sex.WOMAN else names.MEN)
    permit = None
    if nationality == Nationality.OTHER:
        expires_on = on + timedelta(days=dice.randint(*priors.PERMIT_DAYS))
        permit = pick(dice, priors.PERMITS), expires_on
    person = adult(
        first_name,
        family,
        on - relativedelta(years=age) - timedelta(days=dice.randrange(365)),
        PHONES.format(number) if number else "",
        sex=sex,
        link=Link.CANDIDATE if number else Link.PARTNER,
        level=pick(dice, levels),
        nationality=nationality,
        permit=permit,
        lodging=lodging,
        contact=contact,
        whose=WHOSE.get(contact, ""),
        **_mobility(dice.random()),
    )
    if number and dice.random() < priors.HAS_AN_EMAIL:
        email = {"kind": ContactKind.EMAIL, "value": f"menage-{number}@personne.example"}
        return replace(person, contacts=[*person.contacts, {**email, "is_message_safe": True}])
    return person


def _mobility(draw: float) -> dict[str, Any]:
    if draw >= 1 - priors.WAS_NOT_ASKED:
        return {}
    has_licence = draw < priors.HAS_A_LICENCE
    return {
        "licences": [DrivingLicence.B] if has_licence else [],
        "prepares_licence_b": not has_licence
        and draw < priors.HAS_A_LICENCE + priors.PREPARES_A_LICENCE,
        "vehicle": Vehicle.OWN if draw < priors.HAS_A_CAR else Vehicle.NONE,
    }


def _child(dice: Random, on: date, first_name: str, family: str, eldest: int) -> NewPerson:
    age = dice.randint(0, max(eldest, 0))
    born = on - relativedelta(years=age) - timedelta(days=dice.randrange(1, 300))
    return child(first_name, family, born, SCHOOLS[age])
