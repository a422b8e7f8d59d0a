"""The message of the day: references and dates, never a name of the household."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse

from candidates.enums import LADDER, ReminderKind
from candidates.models import Digest, Parcours
from candidates.selectors.digests import DueReminder, Workload, said_before, workloads
from emile.core.emails import absolute, render
from emile.core.outbox import send_email
from emile.core.templatetags.emile import count, short_day
from operators.models import Organisation, User


# Of a longer list, the rest is on the platform.
SHOWN = 40
# Under which heading, and what is said of the date.
WORDS: dict[str, tuple[str, str]] = {
    ReminderKind.LATE: ("En retard", "à faire avant le {}"),
    ReminderKind.VISIT: ("Visites de suivi à faire", "visite attendue le {}"),
    ReminderKind.LATE_MANAGER: (
        "Retards qui durent, dans votre organisation",
        "à faire avant le {}",
    ),
    ReminderKind.LATE_COORDINATOR: (
        "Retards qui durent, chez les autres",
        "à faire avant le {}",
    ),
    ReminderKind.PERMIT_LAST: ("Titres à renouveler", "un titre est valable jusqu’au {}"),
    ReminderKind.SIX_MONTHS_LAST: (
        "La préparation se termine dans moins d’un mois",
        "jusqu’au {}",
    ),
    ReminderKind.UNDELIVERED: (
        "Messages qui ne sont pas arrivés",
        "celui du {} n’est pas arrivé, coordonnées à vérifier",
    ),
    ReminderKind.SOON: ("À faire dans les prochains jours", "à faire avant le {}"),
    ReminderKind.UNREAD: ("Messages non lus", "écrit le {}"),
    ReminderKind.PERMIT_FIRST: ("Titres à renouveler bientôt", "un titre est valable jusqu’au {}"),
    ReminderKind.SIX_MONTHS_FIRST: (
        "La préparation se termine dans moins de deux mois",
        "jusqu’au {}",
    ),
    ReminderKind.HOUSING_NUMBER: (
        "Demandes de logement social à renouveler",
        "valable jusqu’au {}",
    ),
    ReminderKind.SILENT: ("Sans nouvelles", "dernier acte noté le {}"),
    ReminderKind.NEWS_M6: (
        "Nouvelles à demander, 6\u00a0mois après l’installation",
        "installation faite le {}",
    ),
    ReminderKind.NEWS_M12: (
        "Nouvelles à demander, 12\u00a0mois après l’installation",
        "installation faite le {}",
    ),
}
ORDER = list(WORDS)


@dataclass(frozen=True, slots=True)
class Line:
    reference: str
    text: str
    url: str
    # What was sent already of the same stall.
    already: str


@dataclass(frozen=True, slots=True)
class Count:
    organisation: str
    load: Workload


def tell_digests(
    digests: Sequence[Digest], written: Mapping[int, Sequence[DueReminder]], on: date
) -> None:
    """One letter for each, whatever there is to say. A handful of queries for all of them."""
    told = [one for reminders in written.values() for one in reminders]
    bodies = {one.organisation_id for one in told}
    files = Parcours.objects.select_related("household").in_bulk({one.parcours_id for one in told})
    people = User.objects.in_bulk(written)
    names = dict(Organisation.objects.filter(pk__in=bodies).values_list("pk", "name"))
    loads, already = workloads(bodies, on), said_before(told)
    for digest in digests:
        mine = _gathered(written[digest.user_id])
        lines = [
            (one.kind, _line(one, number, files[one.parcours_id], already))
            for one, number in mine[:SHOWN]
        ]
        user = people[digest.user_id]
        subject, body = render(
            "candidates/digest",
            {
                "user": user,
                "day": on,
                "count": len(mine),
                "more": len(mine) - len(lines),
                "sections": [
                    (WORDS[kind][0], [line for _, line in some])
                    for kind, some in groupby(lines, key=lambda line: line[0])
                ],
                "counts": [
                    Count(names[body], loads[body])
                    for body in sorted({one.organisation_id for one, _ in mine})
                    if body in loads
                ],
                "to_do": absolute(reverse("candidates:to_do")),
                "choose": absolute(reverse("candidates:my_messages")),
            },
        )
        send_email(
            recipient=user.email, subject=subject, body=body, key=f"digest:{user.pk}:{on:%Y-%m-%d}"
        )


def _gathered(reminders: Sequence[DueReminder]) -> list[tuple[DueReminder, int]]:
    """In the order of the letter; the messages of a file make one line, with how many there are."""
    gathered: dict[object, tuple[DueReminder, int]] = {}
    for one in sorted(reminders, key=lambda one: (ORDER.index(one.kind), one.about_on)):
        key = one.parcours_id if one.kind == ReminderKind.UNREAD else one
        _, number = gathered.get(key, (one, 0))
        gathered[key] = one, number + 1
    return list(gathered.values())


def _line(
    one: DueReminder,
    number: int,
    parcours: Parcours,
    already: Mapping[tuple[int, str], str],
) -> Line:
    text = WORDS[one.kind][1].format(short_day(one.about_on))
    url = parcours.get_absolute_url()
    if one.kind == ReminderKind.UNREAD:
        text = f"{count(number, 'nouveau message,nouveaux messages')}, le dernier {text}"
        url = reverse("candidates:file_exchanges", args=[parcours.public_id]) + "#conversation"
    return Line(
        reference=parcours.household.reference,
        text=text,
        url=absolute(url),
        already=already.get((one.parcours_id, one.occurrence), "") if one.kind in LADDER else "",
    )
