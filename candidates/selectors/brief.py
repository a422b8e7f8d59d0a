"""« En 20 secondes »: who, what they wish, what holds the file back, what comes next."""

from datetime import date

from candidates.models import DocumentRequest, Note, Parcours
from candidates.selectors.household import moving_adults
from emile.core.templatetags.emile import count, day
from operators.actors import Actor


# Beyond, it is not read in twenty seconds.
MOST_BRAKES = 3


def in_brief(
    *, actor: Actor, parcours: Parcours, today: date, missing: list[DocumentRequest]
) -> list[tuple[str, str]]:
    """A question and its answer in a sentence, each. Expects ``for_detail()``: two queries."""
    return [
        ("Qui", _who(parcours, today)),
        ("Souhait", _wish(parcours, today)),
        ("Ce qui freine", _obstacles(parcours, missing)),
        ("Prochaine étape", _next_step(actor, parcours)),
    ]


def _who(parcours: Parcours, today: date) -> str:
    members = parcours.household.members_on(today)
    children = sum(member.is_child_on(today) for member in members)
    people = [count(len(members) - children, "adulte")]
    if children:
        people.append(count(children, "enfant"))
    return f"{parcours.household.type_on(today).label}\u00a0: {' et '.join(people)}"


def _wish(parcours: Parcours, today: date) -> str:
    projects = [
        adult.retained_project.label
        for adult in moving_adults(parcours, today)
        if adult.retained_project
    ]
    told = [parcours.first_wish] if parcours.first_wish else []
    return ", ".join([*told, *projects]) or "Pas encore dit"


def _obstacles(parcours: Parcours, missing: list[DocumentRequest]) -> str:
    brakes = parcours.brakes.filter(resolved_on__isnull=True).order_by("since", "pk")
    told = [brake.label for brake in brakes[:MOST_BRAKES]]
    if missing:
        told.append(count(len(missing), "pièce") + " à recevoir")
    return ", ".join(told) or "Rien de connu"


def _next_step(actor: Actor, parcours: Parcours) -> str:
    """The last one that somebody noted where this reader may read it."""
    noted = Note.objects.visible_to(actor).exchanges().filter(parcours=parcours)
    last = noted.exclude(next_step="").order_by("-event__occurred_on", "-pk").first()
    if last is None:
        return "Personne ne l’a notée"
    return f"{last.next_step}, pour le {day(last.next_on)}" if last.next_on else last.next_step
