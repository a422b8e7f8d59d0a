"""« En 20 secondes »: who, what they wish, what holds the file back, what comes next."""

from collections.abc import Sequence
from datetime import date

from candidates.models import DocumentRequest, Parcours
from candidates.selectors.household import moving_adults
from candidates.selectors.timeline import Entry
from emile.core.templatetags.emile import count


# Beyond, it is not read in twenty seconds.
MOST_BRAKES = 3


def in_brief(
    parcours: Parcours,
    today: date,
    *,
    missing: Sequence[DocumentRequest],
    entries: Sequence[Entry],
) -> list[tuple[str, str]]:
    """A question and its answer in a sentence, each. Expects ``for_detail()``: one query."""
    return [
        ("Qui", _who(parcours, today)),
        ("Souhait", _wish(parcours, today)),
        ("Ce qui freine", _obstacles(parcours, missing)),
        ("Prochaine étape", _next_step(entries)),
    ]


def _who(parcours: Parcours, today: date) -> str:
    members = parcours.household.members_on(today)
    children = sum(member.is_child_on(today) for member in members)
    people = [count(len(members) - children, "adulte")]
    if children:
        people.append(count(children, "enfant"))
    return f"{parcours.household.type_on(today).label}\u00a0: {' et '.join(people)}"


def _wish(parcours: Parcours, today: date) -> str:
    """Two adults may want the same work: it is told once."""
    projects = [
        adult.retained_project.label
        for adult in moving_adults(parcours, today)
        if adult.retained_project
    ]
    told = [parcours.first_wish] if parcours.first_wish else []
    return ", ".join(dict.fromkeys([*told, *projects])) or "Pas encore dit"


def _obstacles(parcours: Parcours, missing: Sequence[DocumentRequest]) -> str:
    brakes = parcours.brakes.filter(resolved_on__isnull=True).order_by("since", "pk")
    told = [brake.label for brake in brakes[:MOST_BRAKES]]
    if missing:
        told.append(count(len(missing), "pièce") + " à recevoir")
    return ", ".join(told) or "Rien de connu"


def _next_step(entries: Sequence[Entry]) -> str:
    """The last one that somebody noted where this reader may read it."""
    return next((one.next_step for one in entries if one.next_step), "pas encore notée")
