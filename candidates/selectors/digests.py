"""Who is to be told what today, once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, Max, Min, Q

from candidates.enums import LADDER, DigestRhythm, ExchangeChannel, ReminderKind
from candidates.models import MessagePreference, Parcours, ParcoursEvent, Reminder
from candidates.selectors.due import Matter, sayable, windows
from emile.core.calendar import is_working_day
from emile.core.templatetags.emile import short_day
from operators.actors import Actor
from operators.enums import MembershipRole


# Who is told, in the organisation that each one names: whoever has the file in hand there; failing
# that its managers, or everybody. Whoever stands in is told for those who are away. The ladder's
# second step is for managers alone. Whoever has entered a conversation is told what follows, and
# nobody what they have read.
WHO = """
    WITH sayable (matter, parcours_id, organisation_id, occurrence, about_on) AS (
        {sayable}
        UNION ALL
        SELECT %s, file.id, file.owner_organisation_id, behind.day::text, behind.day
        FROM unnest(%s::bigint[], %s::date[]) AS behind (id, day)
        JOIN candidates_parcours file ON file.id = behind.id
    ),
    due AS (
        SELECT near.kind, parcours_id, organisation_id, occurrence, about_on
        FROM sayable
        JOIN unnest(%s::text[], %s::text[], %s::date[], %s::date[])
            AS near (matter, kind, first, last)
            ON near.matter = sayable.matter AND about_on BETWEEN near.first AND near.last
    ),
    ranked AS (
        SELECT due.*, coalesce(cover.user_id, member.user_id) AS user_id,
            rank() OVER (
                PARTITION BY due.kind, due.parcours_id, due.organisation_id, due.occurrence
                ORDER BY CASE
                    WHEN due.kind = %s THEN 1
                    WHEN member.user_id IN (file.owner_user_id, file.lead_worker_id) THEN 0
                    WHEN due.kind = %s AND EXISTS (
                        SELECT FROM candidates_note entered
                        WHERE entered.parcours_id = due.parcours_id
                            AND entered.author_id = member.user_id AND entered.channel = %s
                    ) THEN 0
                    WHEN member.role = %s THEN 1
                    ELSE 2
                END
            ) AS rank
        FROM due
        JOIN candidates_parcours file ON file.id = due.parcours_id
        JOIN operators_membership member
            ON member.organisation_id = due.organisation_id AND member.is_active
        JOIN operators_organisation body ON body.id = member.organisation_id AND body.is_active
        JOIN operators_user person ON person.id = member.user_id AND person.is_active
        LEFT JOIN operators_absence away
            ON away.membership_id = member.id AND %s BETWEEN away.since AND away.until
        LEFT JOIN operators_membership cover
            ON cover.id = away.substitute_id AND cover.is_active
            AND EXISTS (SELECT FROM operators_user WHERE id = cover.user_id AND is_active)
        WHERE due.kind <> %s OR member.role = %s
    )
    SELECT DISTINCT ON (user_id, parcours_id, kind, occurrence)
        ranked.user_id, kind, parcours_id, organisation_id, occurrence, about_on
    FROM ranked
    LEFT JOIN candidates_messagepreference wish ON wish.user_id = ranked.user_id
    WHERE ranked.rank = 1
        AND coalesce(wish.rhythm, %s) = ANY(%s)
        AND kind <> ALL(coalesce(wish.muted, '{{}}'))
        AND NOT EXISTS (
            SELECT FROM candidates_reminder said
            WHERE said.user_id = ranked.user_id AND said.parcours_id = ranked.parcours_id
                AND said.kind = ranked.kind AND said.occurrence = ranked.occurrence
        )
        AND CASE WHEN kind = %s THEN EXISTS (
            SELECT FROM candidates_note message
            WHERE message.id = split_part(occurrence, ' ', 1)::bigint
                AND message.author_id <> ranked.user_id
                AND NOT EXISTS (
                    SELECT FROM candidates_conversationread seen
                    WHERE seen.user_id = ranked.user_id
                        AND seen.organisation_id = ranked.organisation_id
                        AND seen.parcours_id = message.parcours_id AND seen.up_to >= message.id
                )
        ) ELSE true END
    ORDER BY ranked.user_id, parcours_id, kind, occurrence, organisation_id
"""

# Whom each step of a stall tells.
STEPS = {
    ReminderKind.LATE: "à qui suit le dossier",
    ReminderKind.VISIT: "à qui suit le dossier",
    ReminderKind.LATE_MANAGER: "aux responsables",
}


@dataclass(frozen=True, slots=True)
class DueReminder:
    """``occurrence`` is never said twice of one file to one person; ``about_on`` is its date."""

    user_id: int
    kind: str
    parcours_id: int
    organisation_id: int
    occurrence: str
    about_on: date


@dataclass(frozen=True, slots=True)
class Workload:
    """What an organisation's « À faire » counts, that day."""

    total: int
    late: int


def rhythms_of(day: date) -> list[DigestRhythm]:
    """Whose message leaves that day: nobody's on days off; that of the week on its first working
    day."""
    if not is_working_day(day):
        return []
    before = (day - timedelta(days=back) for back in range(1, day.weekday() + 1))
    if any(is_working_day(one) for one in before):
        return [DigestRhythm.DAILY]
    return [DigestRhythm.DAILY, DigestRhythm.WEEKLY]


def due_reminders(on: date, limits: Mapping[int, date]) -> list[DueReminder]:
    """What is to be said that day and was not said yet, to those whose message leaves that day.

    Two queries, however many the files. ``limits`` are the ends of preparation of the files whose
    due date is another one.
    """
    rhythms = rhythms_of(on)
    if not rhythms:
        return []
    statement, parameters = sayable()
    near = windows(on)
    late_manager, manager = ReminderKind.LATE_MANAGER, MembershipRole.MANAGER
    parameters = [
        *parameters,
        Matter.LIMIT,
        list(limits),
        list(limits.values()),
        [one.matter for one in near],
        [one.kind for one in near],
        [one.first for one in near],
        [one.last for one in near],
        late_manager,
        ReminderKind.UNREAD,
        ExchangeChannel.MESSAGE,
        manager,
        on,
        late_manager,
        manager,
        DigestRhythm.DAILY,
        rhythms,
        ReminderKind.UNREAD,
    ]
    with connection.cursor() as cursor:
        cursor.execute(WHO.format(sayable=statement), parameters)
        return [DueReminder(*row) for row in cursor.fetchall()]


def workloads(organisation_ids: Collection[int], on: date) -> dict[int, Workload]:
    waiting = Parcours.objects.waiting(on).filter(owner_organisation__in=organisation_ids)
    counted = (
        waiting.order_by()
        .values_list("owner_organisation")
        .annotate(total=Count("pk"), overdue=Count("pk", filter=Q(due_on__lt=on)))
    )
    return {body: Workload(total, late) for body, total, late in counted}


def said_before(due: Collection[DueReminder]) -> dict[tuple[int, str], str]:
    """Of the stalls among them, by file and occurrence: who was told already, and when. Two queries.

    A stall that nobody was told of is not there.
    """
    stalls = {(one.parcours_id, one.occurrence): one.about_on for one in due if one.kind in LADDER}
    if not stalls:
        return {}
    files = {parcours_id for parcours_id, _ in stalls}
    told: dict[tuple[int, str], list[str]] = {}
    said = (
        Reminder.objects.filter(parcours__in=files, kind__in=STEPS)
        .values_list("parcours", "occurrence", "kind")
        .annotate(first=Min("said_on"))
        .order_by("first", "kind")
    )
    for parcours_id, occurrence, kind, day in said:
        told.setdefault((parcours_id, occurrence), []).append(f"{STEPS[kind]} le {short_day(day)}")
    asked = ParcoursEvent.objects.standing().filter(parcours__in=files, kind="remind").order_by()
    asked_on = dict(asked.values_list("parcours").annotate(last=Max("occurred_on")))
    for stall, due_on in stalls.items():
        day = asked_on.get(stall[0])
        if day and day > due_on:
            told.setdefault(stall, []).append(f"relance d’une équipe le {short_day(day)}")
    return {stall: f"déjà envoyé\u00a0: {', '.join(steps)}" for stall, steps in told.items()}


def wish_of(actor: Actor) -> MessagePreference:
    """The usual one of whoever has not chosen."""
    chosen = MessagePreference.objects.filter(user=actor.user_id).first()
    return chosen or MessagePreference(user_id=actor.user_id)
