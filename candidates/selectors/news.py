"""After the end: who is still to be asked for news, six then twelve months after they settled."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import (
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from candidates.enums import (
    AFTER_THE_END,
    TRIES_WITHOUT_NEWS,
    MilestoneKind,
    SnapshotPoint,
    YesNoUnknown,
)
from candidates.models import (
    HouseholdMember,
    MilestoneVisit,
    Parcours,
    SituationSnapshot,
    counts_q,
)
from operators.actors import Actor
from operators.enums import OrganisationKind


# Of what is due, as many as one asks in a day.
SHOWN = 20
# What was answered long before its date says nothing of that day.
EARLIEST = {kind: timedelta(days=30 * (months - 1)) for kind, months in AFTER_THE_END.items()}
SILENT = {"still_there": YesNoUnknown.UNKNOWN, "works_or_trains": YesNoUnknown.UNKNOWN}


@dataclass(frozen=True, slots=True)
class AwaitedNews:
    """A file whose household is to be asked; ``tries`` were made, that somebody did not answer."""

    parcours: Parcours
    label: str
    due_on: date
    tries: int


def question_of(settled_on: date, day: date) -> MilestoneKind | None:
    """What is asked that day: the twelfth month takes the place of the sixth. None before both."""
    asked = [kind for kind in AFTER_THE_END if news_date(settled_on, kind) <= day]
    return asked[-1] if asked else None


def next_question_on(settled_on: date, day: date) -> date | None:
    later = (news_date(settled_on, kind) for kind in AFTER_THE_END)
    return min((due_on for due_on in later if due_on > day), default=None)


def news_label(kind: MilestoneKind) -> str:
    return f"{AFTER_THE_END[kind]} mois après l’installation"


def news_date(settled_on: date, kind: MilestoneKind) -> date:
    return settled_on + relativedelta(months=AFTER_THE_END[kind])


def unanswered(kind: MilestoneKind, day: date) -> QuerySet[Any]:
    """One row for each adult who settled, is asked that question that day and has not answered it."""
    return _without_answer(kind).filter(_asked_on(kind, day))


def never_answered(kind: MilestoneKind) -> QuerySet[Any]:
    """Whatever the day: those to ask, as long as three tries have not been made."""
    return _without_answer(kind).filter(tries__lt=TRIES_WITHOUT_NEWS)


def _without_answer(kind: MilestoneKind) -> QuerySet[Any]:
    """It is how they lived on the day of the installation, with ``settled_on`` and how many ``tries``
    were made. Who died, or has a file of their own since a separation, is not asked.
    """
    told = MilestoneVisit.objects.filter(
        counts_q(),
        parcours=OuterRef("parcours"),
        milestone=kind,
        event__occurred_on__gte=ExpressionWrapper(
            OuterRef("settled_on") + EARLIEST[kind], output_field=DateField()
        ),
    )
    answered = told.exclude(**SILENT).filter(person=OuterRef("person"))
    tries = told.order_by().values("parcours").annotate(tries=Count("event", distinct=True))
    lives_in = HouseholdMember.objects.filter(person=OuterRef("person"), until__isnull=True)
    lives_here = lives_in.filter(household=OuterRef("parcours__household"))
    return (
        SituationSnapshot.objects.filter(
            counts_q(), point=SnapshotPoint.INSTALLATION, person__died_on__isnull=True
        )
        .filter(parcours__installations__event=F("event"))
        .annotate(
            settled_on=F("parcours__installations__effective_on"),
            tries=Coalesce(Subquery(tries.values("tries")), 0),
        )
        .filter(~Exists(answered))
        .filter(~Exists(lives_in) | Exists(lives_here))
    )


def _asked_on(kind: MilestoneKind, day: date) -> Q:
    asked = Q(settled_on__lte=settled_by(day, AFTER_THE_END[kind]))
    for months in AFTER_THE_END.values():
        if months > AFTER_THE_END[kind]:
            asked &= Q(settled_on__gt=settled_by(day, months))
    return asked


def settled_by(day: date, months: int) -> date:
    """The last day of which that many months have passed: six after the 31st of August is the 28th
    of February, like six after the 28th."""
    settled = day - relativedelta(months=months)
    while settled + timedelta(days=1) + relativedelta(months=months) <= day:
        settled += timedelta(days=1)
    return settled


def to_ask(kind: MilestoneKind, day: date) -> QuerySet[Any]:
    """After three tries, no answer is the answer."""
    return unanswered(kind, day).filter(tries__lt=TRIES_WITHOUT_NEWS)


def awaited_news(*, actor: Actor, today: date) -> list[AwaitedNews]:
    """Of the files that this host operator holds, those that have waited for the longest.

    The people of their households are for the caller to prefetch.
    """
    if actor.kind != OrganisationKind.HOST:
        return []
    files = Parcours.objects.visible_to(actor).after_settling()
    held = files.held_by(actor.organisation_id, actor.kind).values("pk")
    # Of each file one row for all its adults, and one question: each takes the place of the other.
    first, *later = (
        to_ask(kind, today).filter(parcours__in=held).values_list("parcours", "settled_on", "tries")
        for kind in AFTER_THE_END
    )
    asked = list(first.union(*later).order_by("settled_on", "parcours")[:SHOWN])
    waiting = files.select_related("household").in_bulk([pk for pk, *_ in asked])
    return [
        AwaitedNews(waiting[pk], news_label(kind), news_date(settled_on, kind), tries)
        for pk, settled_on, tries in asked
        if (kind := question_of(settled_on, today))
    ]
