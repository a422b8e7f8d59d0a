"""What people are to be reminded of, read from the database alone, for any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat

from candidates.enums import (
    AFTER_THE_END,
    WORKING_STANDINGS,
    ExchangeChannel,
    Link,
    MilestoneKind,
    NoteLevel,
    ReminderKind,
    Stage,
)
from candidates.models import (
    ContactPoint,
    DeadlinePolicy,
    Note,
    Parcours,
    ParcoursEvent,
    Placement,
    ResidencePermit,
    SocialHousingApplication,
    counts_q,
)
from candidates.models.note import said_to_rivals
from candidates.models.person import LAWFUL_BY_NATIONALITY
from candidates.selectors.follow_up import all_visited
from candidates.selectors.news import never_answered, settled_by
from operators.enums import OrganisationKind
from operators.models import Organisation


# The delays of reminders, in rows that the coordinator changes: codes of ``DeadlinePolicy``.
SOON, MANAGER_AFTER, COORDINATOR_AFTER = "remind_soon", "ladder_manager", "ladder_coordinator"
PERMIT_FIRST, PERMIT_LAST = "remind_permit_first", "remind_permit_last"
SIX_MONTHS_FIRST, SIX_MONTHS_LAST = "remind_six_months_first", "remind_six_months_last"
SILENT, HOUSING_NUMBER = "remind_silent", "remind_housing_number"
REMINDER_DELAYS = {
    SOON: "Prévenir d’une échéance qui approche",
    MANAGER_AFTER: "Retard\u00a0: prévenir les responsables de l’organisation",
    COORDINATOR_AFTER: "Retard\u00a0: prévenir la coordination",
    PERMIT_FIRST: "Titre à renouveler\u00a0: premier rappel",
    PERMIT_LAST: "Titre à renouveler\u00a0: dernier rappel",
    SIX_MONTHS_FIRST: "Fin de la préparation\u00a0: premier rappel",
    SIX_MONTHS_LAST: "Fin de la préparation\u00a0: dernier rappel",
    SILENT: "Dossier sans nouvelles",
    HOUSING_NUMBER: "Demande de logement social à renouveler",
}
PREPARING = (Stage.PREPARATION, Stage.POSITIONING)
# The file that a household has now.
FILE = "household__all_parcours"
HOME = "person__memberships__household"
DAY = timedelta(days=1)
# A message that nobody was told of since then, because the platform had stopped, is no news any more.
MESSAGES_FOR = timedelta(days=14)


class Matter(StrEnum):
    """What something that may be said is about."""

    DUE = "due"
    VISIT = "visit"
    ELSEWHERE = "elsewhere"
    LIMIT = "limit"
    PERMIT = "permit"
    NUMBER = "number"
    QUIET = "quiet"
    M6 = "m6"
    M12 = "m12"
    LOST = "lost"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Window:
    """When a matter is told of, and as what: its date is between two others, both included."""

    matter: Matter
    kind: ReminderKind
    last: date
    first: date = date.min


def windows(on: date) -> list[Window]:
    """Those of that day, from the delays in force. One query."""
    in_force = DeadlinePolicy.objects.on(on).filter(code__in=REMINDER_DELAYS)
    delays = {one.code: one for one in in_force}
    soon, manager = delays[SOON].ahead_of(on), delays[MANAGER_AFTER].run_out_by(on)
    permit, month = delays[PERMIT_LAST].ahead_of(on), delays[SIX_MONTHS_LAST].ahead_of(on)
    sixth, twelfth = (settled_by(on, months) for months in AFTER_THE_END.values())
    kinds, matters = ReminderKind, Matter
    return [
        Window(matters.DUE, kinds.LATE, on - DAY),
        Window(matters.VISIT, kinds.VISIT, on - DAY),
        *(
            window
            for dated in (matters.DUE, matters.VISIT)
            for window in (
                Window(dated, kinds.SOON, soon, on),
                Window(dated, kinds.LATE_MANAGER, manager),
            )
        ),
        Window(matters.ELSEWHERE, kinds.LATE_COORDINATOR, delays[COORDINATOR_AFTER].run_out_by(on)),
        Window(matters.LIMIT, kinds.SIX_MONTHS_LAST, month, on),
        Window(
            matters.LIMIT,
            kinds.SIX_MONTHS_FIRST,
            delays[SIX_MONTHS_FIRST].ahead_of(on),
            month + DAY,
        ),
        Window(matters.PERMIT, kinds.PERMIT_LAST, permit, on),
        Window(matters.PERMIT, kinds.PERMIT_FIRST, delays[PERMIT_FIRST].ahead_of(on), permit + DAY),
        Window(matters.NUMBER, kinds.HOUSING_NUMBER, delays[HOUSING_NUMBER].ahead_of(on), on),
        Window(matters.QUIET, kinds.SILENT, delays[SILENT].run_out_by(on)),
        Window(matters.M6, kinds.NEWS_M6, sixth, twelfth + DAY),
        Window(matters.M12, kinds.NEWS_M12, twelfth),
        Window(matters.LOST, kinds.UNDELIVERED, on),
        Window(matters.MESSAGE, kinds.UNREAD, on, on - MESSAGES_FOR),
    ]


@cache
def sayable() -> tuple[str, Sequence[Any]]:
    """In SQL, whatever the day: matter, file, organisation, occurrence and date.

    Of files that neither sleep nor are over, but the two questions to those who settled. Written
    once: no day is in it.
    """
    first, *others = (
        _dated(),
        _stalls_elsewhere(),
        _limits(),
        _permits(),
        _housing_numbers(),
        _quiet(),
        _news(Matter.M6, MilestoneKind.M6),
        _news(Matter.M12, MilestoneKind.M12),
        _lost(),
        _messages(),
    )
    statement, parameters = first.union(*others).query.sql_with_params()
    return statement, parameters


def _files() -> QuerySet[Any]:
    return Parcours.objects.filter(standing__in=WORKING_STANDINGS)


def _dated() -> QuerySet[Any]:
    to_visit = Q(stage=Stage.FOLLOW_UP) & ~all_visited()
    matter = Case(When(to_visit, then=Value(Matter.VISIT)), default=Value(Matter.DUE))
    return _told(_files(), matter)


def _stalls_elsewhere() -> QuerySet[Any]:
    """A stall is one due date that has passed; the coordinator learns of all but its own."""
    coordinator = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR).order_by("pk")
    elsewhere = _files().exclude(owner_organisation__kinds__contains=[OrganisationKind.COORDINATOR])
    body = Subquery(coordinator.values("pk")[:1])
    return _told(elsewhere, Value(Matter.ELSEWHERE), body=body)


def _limits() -> QuerySet[Any]:
    """The due date of a file that prepares is that limit, but while a host operator is asked."""
    asked = Exists(Placement.objects.proposed().filter(parcours=OuterRef("pk")))
    return _told(_files().filter(~asked, stage__in=PREPARING), Value(Matter.LIMIT))


def _permits() -> QuerySet[Any]:
    """Of each person of the household who needs one, and is of age by then, the longest one."""
    longer = Q(expires_on__gt=OuterRef("expires_on")) | Q(
        expires_on=OuterRef("expires_on"), pk__gt=OuterRef("pk")
    )
    of_age = Func(
        F("person__birth_date"),
        template="(%(expressions)s + interval '18 years')::date",
        output_field=DateField(),
    )
    is_child = Q(person__birth_date__isnull=True, person__memberships__link=Link.CHILD)
    permits = (
        ResidencePermit.objects.annotate(of_age_on=of_age)
        .filter(
            ~Exists(ResidencePermit.objects.filter(longer, person=OuterRef("person"))),
            Q(of_age_on__isnull=True) | Q(of_age_on__lte=F("expires_on")),
            ~is_child,
            expires_on__isnull=False,
            person__died_on__isnull=True,
            person__memberships__until__isnull=True,
            **{f"{HOME}__all_parcours__standing__in": WORKING_STANDINGS},
        )
        .exclude(person__nationality__in=LAWFUL_BY_NATIONALITY)
    )
    return _told_of_household(permits, Matter.PERMIT, f"{HOME}__all_parcours")


def _housing_numbers() -> QuerySet[Any]:
    """A number lasts a year, unless its last day was noted; another one may have followed it."""
    a_year_later = Func(
        F("filed_on"),
        template="(%(expressions)s + interval '1 year')::date",
        output_field=DateField(),
    )
    numbers = SocialHousingApplication.objects.annotate(
        expires=Coalesce("expires_on", a_year_later, output_field=DateField())
    )
    renewed = numbers.filter(
        household=OuterRef("household"),
        departement=OuterRef("departement"),
        expires__gt=OuterRef("expires"),
    )
    last = numbers.filter(~Exists(renewed), **{f"{FILE}__standing__in": WORKING_STANDINGS})
    return _told_of_household(last, Matter.NUMBER, FILE, "expires")


def _lost() -> QuerySet[Any]:
    """Of each way to reach somebody of the household, the message that did not arrive."""
    points = ContactPoint.objects.filter(
        undelivered_on__isnull=False,
        person__died_on__isnull=True,
        person__memberships__until__isnull=True,
        **{f"{HOME}__all_parcours__standing__in": WORKING_STANDINGS},
    )
    return _told_of_household(points, Matter.LOST, f"{HOME}__all_parcours", "undelivered_on")


def _quiet() -> QuerySet[Any]:
    """The day of the last act; asking where a file stands is no news of it.

    A follow-up has months between its visits: they are what is waited for.
    """
    acts = ParcoursEvent.objects.standing().filter(parcours=OuterRef("pk")).exclude(kind="remind")
    last = Subquery(acts.order_by("-occurred_on").values("occurred_on")[:1])
    quiet = _files().exclude(stage=Stage.FOLLOW_UP).annotate(last_on=last)
    return _told(quiet, Value(Matter.QUIET), "last_on")


def _news(matter: Matter, question: MilestoneKind) -> QuerySet[Any]:
    """Asked by the host operator that has kept the file, once for all the adults."""
    return _columns(
        never_answered(question).filter(
            parcours__in=Parcours.objects.after_settling(),
            parcours__accesses__role=OrganisationKind.HOST,
            parcours__accesses__until__isnull=True,
        ),
        Value(matter),
        file=F("parcours_id"),
        body=F("parcours__accesses__organisation_id"),
        about=F("settled_on"),
    )


def _messages() -> QuerySet[Any]:
    """To each organisation that acts on the file and reads them; to the coordinator, as
    ``unread_by`` says. Who has read them already is known of each person."""
    entered = Note.objects.filter(
        parcours=OuterRef("parcours"),
        organisation=OuterRef("reader"),
        channel=ExchangeChannel.MESSAGE,
        pk__lt=OuterRef("pk"),
    )
    of_rivals = Q(reader_role=OrganisationKind.HOST) & said_to_rivals(F("reader"))
    messages = Note.objects.annotate(
        reader=F("parcours__accesses__organisation_id"),
        reader_role=F("parcours__accesses__role"),
        reader_until=F("parcours__accesses__until"),
    ).filter(
        counts_q(),
        ~of_rivals,
        Q(level=NoteLevel.SHARED) | Q(organisation=F("reader")),
        ~Q(reader_role=OrganisationKind.COORDINATOR)
        | Q(parcours__owner_organisation=F("reader"))
        | Exists(entered),
        channel=ExchangeChannel.MESSAGE,
        parcours__standing__in=WORKING_STANDINGS,
        reader__isnull=False,
        reader_until__isnull=True,
    )
    return _columns(
        messages,
        Value(Matter.MESSAGE),
        file=F("parcours_id"),
        body=F("reader"),
        about=F("event__occurred_on"),
        thing="pk",
    )


def _told(
    files: QuerySet[Any],
    matter: Combinable,
    about: str = "due_on",
    *,
    body: Combinable | None = None,
) -> QuerySet[Any]:
    """To the organisation that has the file in hand, of that date of it."""
    return _columns(
        files, matter, file=F("pk"), body=body or F("owner_organisation_id"), about=F(about)
    )


def _told_of_household(
    rows: QuerySet[Any], matter: Matter, file: str, about: str = "expires_on"
) -> QuerySet[Any]:
    """The same, of one thing among several that a household has."""
    return _columns(
        rows,
        Value(matter),
        file=F(f"{file}__pk"),
        body=F(f"{file}__owner_organisation_id"),
        about=F(about),
        thing="pk",
    )


def _columns(
    rows: QuerySet[Any],
    matter: Combinable,
    *,
    file: Combinable,
    body: Combinable,
    about: Combinable,
    thing: str = "",
) -> QuerySet[Any]:
    day = Cast(about, CharField())
    key = Concat(Cast(thing, CharField()), Value(" "), day) if thing else day
    told = rows.annotate(
        told_of=Cast(matter, CharField()),
        told_file=file,
        told_body=body,
        told_key=key,
        told_on=about,
    )
    return told.order_by().values_list("told_of", "told_file", "told_body", "told_key", "told_on")
