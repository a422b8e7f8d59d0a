"""What a household needs near its home: by the age of each child, and a doctor."""

from collections.abc import Iterable, Mapping, Sequence

from matching.verdict.facts import Case, Services


# Until which age a child needs each; below, it needs one of the services before.
UNTIL = {
    "childcare": 3,
    "nursery_school": 6,
    "primary_school": 11,
    "middle_school": 15,
    "high_school": 18,
}
CHILDCARE, DOCTOR = "childcare", "doctor"
NOUNS = {
    "childcare": "garde d’enfants",
    "nursery_school": "école maternelle",
    "primary_school": "école élémentaire",
    "middle_school": "collège",
    "high_school": "lycée",
}
Needs = Mapping[str, Sequence[int]]


def needs_of(ages: Iterable[int | None]) -> Needs:
    """By service, the ages of the children who need it; of an age that nobody knows, nothing."""
    needs: dict[str, list[int]] = {}
    for age in sorted(age for age in ages if age is not None):
        service = next((one for one, until in UNTIL.items() if age < until), None)
        if service:
            needs.setdefault(service, []).append(age)
    return needs


def provision(case: Case, services: Services) -> tuple[bool | None, str]:
    """Whether the children find what they need, in a sentence that tells of no name.

    School is owed to each; of two adults, one may mind those who do not go yet.
    """
    needs = needs_of(case.child_ages)
    there, missing, untold = (_answered(needs, services, one) for one in (True, False, None))
    if missing.keys() - {CHILDCARE} or (missing and len(case.adults) == 1):
        return False, f"À plus de 15 minutes du logement\u00a0: {_told(missing)}."
    to_ask = []
    if missing:
        to_ask.append(f"À plus de 15 minutes\u00a0: {_told(missing)}. Voyez qui garde l’enfant.")
    if untold:
        to_ask.append(f"À demander à la mairie\u00a0: {_told(untold)}.")
    if None in case.child_ages:
        to_ask.append("Âge d’un enfant à demander\u00a0: son école en dépend.")
    if to_ask:
        return None, " ".join(to_ask)
    if not there:
        return True, "Pas d’école ni de garde à trouver."
    return True, f"À moins de 15 minutes du logement\u00a0: {_told(there)}."


def has_all(case: Case, services: Services) -> bool:
    """Whether all that the household needs is known to be there."""
    if None in case.child_ages:
        return False
    return all(getattr(services, one) for one in (*needs_of(case.child_ages), DOCTOR))


def _answered(needs: Needs, services: Services, answer: bool | None) -> Needs:
    """Those of which that is told."""
    return {one: ages for one, ages in needs.items() if getattr(services, one) is answer}


def _told(needs: Needs) -> str:
    """« école élémentaire (7 ans, 9 ans), collège (12 ans) »; twins are told once."""
    return ", ".join(
        f"{NOUNS[one]} ({', '.join(_years(age) for age in sorted({*ages}))})"
        for one, ages in needs.items()
    )


def _years(age: int) -> str:
    if not age:
        return "moins d’un an"
    return f"{age}\u00a0an{'s' if age > 1 else ''}"
