"""The points of a follow-up: when they are due, who went, what was seen."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q

from candidates.enums import (
    AFTER_THE_END,
    LONGEST_FOLLOW_UP,
    MILESTONE_MONTHS,
    OVER_STANDINGS,
    MilestoneKind,
    YesNoUnknown,
)
from candidates.models import (
    FollowUpExtension,
    Installation,
    MilestoneVisit,
    MissedVisit,
    Parcours,
    SituationSnapshot,
    counts_q,
)
from candidates.selectors.news import news_date, news_label, question_of, to_ask


@dataclass(frozen=True, slots=True)
class AdultVisit:
    visit: MilestoneVisit
    snapshot: SituationSnapshot | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point of the follow-up, with what each adult answered: the latest visit first.

    ``expected_on`` is when somebody goes next: a visit that was missed gives another day.
    """

    kind: MilestoneKind
    label: str
    due_on: date
    expected_on: date
    visits: list[AdultVisit]
    missed: list[MissedVisit]
    is_late: bool
    # Once the file is over, a question goes on: it waits to be asked.
    is_to_ask: bool
    # Nobody answered, which counts.
    is_silent: bool


def last_installation(parcours: Parcours) -> Installation | None:
    installations = Installation.objects.filter(counts_q(), parcours=parcours)
    return installations.order_by("event_id").last()


def extended_until(parcours: Parcours) -> date | None:
    extensions = FollowUpExtension.objects.filter(counts_q(), parcours=parcours)
    return extensions.order_by("event_id").values_list("until", flat=True).last()


def longest_until(installation: Installation) -> date:
    return installation.effective_on + relativedelta(months=LONGEST_FOLLOW_UP)


def milestone_dates(parcours: Parcours, installation: Installation) -> dict[MilestoneKind, date]:
    """Those of every follow-up, and the end of an extended one."""
    dates = {
        kind: installation.effective_on + relativedelta(months=months)
        for kind, months in MILESTONE_MONTHS.items()
    }
    if until := extended_until(parcours):
        dates[MilestoneKind.M12] = until
    return dates


def next_milestone_on(parcours: Parcours) -> date | None:
    """The date of the first milestone not visited yet, or the one that a missed visit gave; the
    last one's when all were."""
    installation = last_installation(parcours)
    if installation is None:
        return None
    dates, done = milestone_dates(parcours, installation), visited(parcours)
    put_off = {missed.milestone: missed.next_on for missed in missed_visits(parcours)}
    waiting = ((kind, day) for kind, day in dates.items() if kind not in done)
    return next((put_off.get(kind, day) for kind, day in waiting), max(dates.values()))


def milestones(parcours: Parcours, installation: Installation, today: date) -> list[Milestone]:
    visits = list(
        MilestoneVisit.objects.filter(counts_q(), parcours=parcours)
        .select_related("person")
        .prefetch_related("event")
        .order_by("-event_id", "pk")
    )
    taken = SituationSnapshot.objects.filter(counts_q(), parcours=parcours)
    seen = {(one.event_id, one.person_id): one for one in taken.select_related("occupation")}
    missed = list(missed_visits(parcours))
    is_over = parcours.standing in OVER_STANDINGS
    dates = milestone_dates(parcours, installation)
    if is_over:
        dates[MilestoneKind.M12] = news_date(installation.effective_on, MilestoneKind.M12)
    asked = _asked_now(parcours, installation, today) if is_over else None
    lines = []
    for kind, due_on in dates.items():
        made = [visit for visit in visits if visit.milestone == kind]
        failed = [one for one in missed if one.milestone == kind]
        expected_on = failed[-1].next_on if failed and not made else due_on
        is_asked_after = is_over and kind in AFTER_THE_END
        was_due = bool(made) or (is_asked_after and due_on <= today)
        lines.append(
            Milestone(
                kind=kind,
                label=news_label(kind) if is_asked_after else kind.label,
                due_on=due_on,
                expected_on=expected_on,
                visits=[AdultVisit(one, seen.get((one.event_id, one.person_id))) for one in made],
                missed=failed,
                is_late=expected_on < today and not made and not is_over,
                is_to_ask=kind == asked,
                is_silent=was_due and not any(visit.is_answer for visit in made),
            )
        )
    return lines


def _asked_now(parcours: Parcours, installation: Installation, today: date) -> MilestoneKind | None:
    """The question that somebody has still to be asked, once the file is over."""
    kind = question_of(installation.effective_on, today)
    if kind is None or not to_ask(kind, today).filter(parcours=parcours).exists():
        return None
    return kind


def missed_visits(parcours: Parcours) -> list[MissedVisit]:
    """In the order in which they were noted."""
    missed = MissedVisit.objects.filter(counts_q(), parcours=parcours)
    return list(missed.select_related("reason").prefetch_related("event").order_by("event_id"))


def visited(parcours: Parcours) -> set[str]:
    """The milestones at which somebody went, or tried to."""
    visits = MilestoneVisit.objects.filter(counts_q(), parcours=parcours)
    return set(visits.values_list("milestone", flat=True))


def waiting_milestones(parcours: Parcours) -> list[MilestoneKind]:
    """Of this follow-up, those at which nobody went yet."""
    kinds = [*MILESTONE_MONTHS, *([MilestoneKind.M12] if extended_until(parcours) else [])]
    done = visited(parcours)
    return [kind for kind in kinds if kind not in done]


def tries_without_news(parcours: Parcours) -> int:
    """Visits that nobody answered, and those that could not take place."""
    unanswered = MilestoneVisit.objects.filter(
        counts_q(),
        parcours=parcours,
        still_there=YesNoUnknown.UNKNOWN,
        works_or_trains=YesNoUnknown.UNKNOWN,
    )
    return unanswered.values("event_id").distinct().count() + len(missed_visits(parcours))


def all_visited() -> Q:
    """Of files, outer ones here: every milestone had its visit, that of an extension included."""
    visits = MilestoneVisit.objects.filter(counts_q(), parcours=OuterRef("pk"))
    extended = FollowUpExtension.objects.filter(counts_q(), parcours=OuterRef("pk"))
    done = Q(*(Exists(visits.filter(milestone=kind)) for kind in MILESTONE_MONTHS))
    return done & (~Exists(extended) | Exists(visits.filter(milestone=MilestoneKind.M12)))
