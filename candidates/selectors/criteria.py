"""What the seven criteria look at, gathered from a household."""

from datetime import date

from django.db.models import prefetch_related_objects

from candidates.eligibility import Facts, Judgement, judge
from candidates.enums import Link
from candidates.models import EligibilityRule, EligibilityRuleSet, HouseholdMember, Parcours, Person
from candidates.selectors.life import came_of_age_here
from territories.models import Commune, DepartureArea


def rules_on(day: date) -> EligibilityRuleSet:
    """The rule set in force. Raises DoesNotExist when the programme has none that day."""
    return EligibilityRuleSet.objects.on(day).prefetch_related("rules").latest("since")


def in_departure_area(communes: list[Commune | None], on: date) -> bool | None:
    """Where the household sleeps, or where it is domiciled: either is enough."""
    known = [commune for commune in communes if commune is not None]
    if not known:
        return None
    areas = DepartureArea.objects.on(on)
    return any(areas.containing(commune).exists() for commune in known)


def facts_of(parcours: Parcours, on: date) -> Facts:
    """Of a file shaped for its pages, only the departure area costs a query."""
    household = parcours.household
    prefetch_related_objects(
        [household],
        "members__person__permits",
        "sleeps_in__successor",
        "domiciled_in__successor",
    )
    members = household.members_on(on)
    candidate = next((one.person for one in members if one.link == Link.CANDIDATE), Person())
    return Facts(
        is_committed=parcours.prescriber_is_committed,
        in_departure_area=in_departure_area([household.sleeps_in, household.domiciled_in], on),
        age=candidate.age_on(on),
        language_level=candidate.language_level,
        housing_precarity=household.housing_precarity,
        adults_lawful=tuple(
            _stays_lawfully(member, parcours.opened_on, on)
            for member in members
            if not member.is_child_on(on)
        ),
        is_volunteer=household.is_volunteer,
    )


def _stays_lawfully(member: HouseholdMember, opened_on: date, on: date) -> bool | None:
    """Nobody is refused for having grown up: a child's expired paper is then to be checked."""
    lawful = member.person.is_lawfully_present_on(on)
    if lawful is False and came_of_age_here(member, opened_on, on):
        return None
    return lawful


def judgements_on(parcours: Parcours, on: date) -> list[Judgement]:
    """The criteria as they stand today, for the page."""
    in_force = EligibilityRuleSet.objects.on(on).order_by("-since")[:1]
    rules = EligibilityRule.objects.filter(rule_set__in=in_force.values("pk"))
    return judge(rules, facts_of(parcours, on))
