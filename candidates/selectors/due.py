"""What people are to be reminded of, read from the database alone, for any day."""

from collections.abc import Mapping
from datetime import date
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
    WORKING_STANDINGS,
    MilestoneKind,
    ReminderKind,
    Stage,
)
from candidates.models import (
    DeadlinePolicy,
    HouseholdMember,
    Parcours,
    ParcoursEvent,
    Placement,
    ResidencePermit,
    SocialHousingApplication,
)
from candidates.models.household import is_child_q
from candidates.models.person import LAWFUL_BY_NATIONALITY
from candidates.selectors.follow_up import all_visited
from candidates.selectors.news import to_ask
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
NEWS = {
    MilestoneKind.M6: ReminderKind.NEWS_M6,
    MilestoneKind.M12: ReminderKind.NEWS_M12,
}
# The file that a household has now.
FILE = "household__all_parcours"
Delays = Mapping[str, DeadlinePolicy]


def due(on: date, limits: Mapping[int, date]) -> QuerySet[Any]:
    """Kind, file, organisation, occurrence and date of all that may be said that day, said already
    or not.

    ``limits`` are the ends of preparation of the files whose due date is another one.
    """
    delays = {
        one.code: one for one in DeadlinePolicy.objects.on(on).filter(code__in=REMINDER_DELAYS)
    }
    first, *others = (
        _dated(on, delays),
        *_stalls(on, delays),
        _six_months(on, delays, limits),
        _permits(on, delays),
        _housing_numbers(on, delays),
        _silent(on, delays),
        *_news(on),
    )
    return first.union(*others)


def _files() -> QuerySet[Any]:
    """Neither asleep nor over."""
    return Parcours.objects.filter(standing__in=WORKING_STANDINGS)


def _dated(on: date, delays: Delays) -> QuerySet[Any]:
    """A due date that comes near, or has passed."""
    to_visit = Q(stage=Stage.FOLLOW_UP) & ~all_visited()
    kind = Case(
        When(due_on__gte=on, then=Value(ReminderKind.SOON)),
        When(to_visit, then=Value(ReminderKind.VISIT)),
        default=Value(ReminderKind.LATE),
    )
    return _told(_files().filter(due_on__lte=delays[SOON].ahead_of(on)), kind)


def _stalls(on: date, delays: Delays) -> list[QuerySet[Any]]:
    """A stall is one due date that has passed: its next steps are the managers, then the
    coordinator, unless it is the coordinator's own."""
    coordinator = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR).order_by("pk")
    lasts = _files().filter(due_on__lte=delays[MANAGER_AFTER].run_out_by(on))
    lasts_longer = _files().filter(due_on__lte=delays[COORDINATOR_AFTER].run_out_by(on))
    elsewhere = lasts_longer.exclude(
        owner_organisation__kinds__contains=[OrganisationKind.COORDINATOR]
    )
    return [
        _told(lasts, Value(ReminderKind.LATE_MANAGER)),
        _told(
            elsewhere,
            Value(ReminderKind.LATE_COORDINATOR),
            body=Subquery(coordinator.values("pk")[:1]),
        ),
    ]


def _six_months(on: date, delays: Delays, limits: Mapping[int, date]) -> QuerySet[Any]:
    """The due date of a file that prepares is that limit, but while a host operator is asked."""
    last, first = (delays[code].ahead_of(on) for code in (SIX_MONTHS_LAST, SIX_MONTHS_FIRST))
    near = {pk: limit for pk, limit in limits.items() if on <= limit <= max(first, last)}
    asked = Exists(Placement.objects.proposed().filter(parcours=OuterRef("pk")))
    known: Combinable = F("due_on")
    if near:
        whens = (When(pk=pk, then=Value(limit)) for pk, limit in near.items())
        known = Case(*whens, default=F("due_on"), output_field=DateField())
    preparing = _files().filter(~asked | Q(pk__in=near), stage__in=PREPARING).annotate(limit=known)
    kind = Case(
        When(limit__lte=last, then=Value(ReminderKind.SIX_MONTHS_LAST)),
        default=Value(ReminderKind.SIX_MONTHS_FIRST),
    )
    return _told(preparing.filter(limit__gte=on, limit__lte=max(first, last)), kind, "limit")


def _permits(on: date, delays: Delays) -> QuerySet[Any]:
    """Of each adult of the household who needs one, the one that lasts longest."""
    last, first = (delays[code].ahead_of(on) for code in (PERMIT_LAST, PERMIT_FIRST))
    longer = Q(expires_on__gt=OuterRef("expires_on")) | Q(
        expires_on=OuterRef("expires_on"), pk__gt=OuterRef("pk")
    )
    home = "person__memberships__household"
    adults = HouseholdMember.objects.on(on).filter(~is_child_q(on))
    near = (
        ResidencePermit.objects.filter(
            ~Exists(ResidencePermit.objects.filter(longer, person=OuterRef("person"))),
            expires_on__gte=on,
            expires_on__lte=max(first, last),
            person__died_on__isnull=True,
            person__memberships__in=adults,
            **{f"{home}__all_parcours__standing__in": WORKING_STANDINGS},
        )
        .exclude(person__nationality__in=LAWFUL_BY_NATIONALITY)
        .distinct()
    )
    kind = Case(
        When(expires_on__lte=last, then=Value(ReminderKind.PERMIT_LAST)),
        default=Value(ReminderKind.PERMIT_FIRST),
    )
    return _told_of_household(near, kind, f"{home}__all_parcours")


def _housing_numbers(on: date, delays: Delays) -> QuerySet[Any]:
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
    near = numbers.filter(
        ~Exists(renewed),
        expires__gte=on,
        expires__lte=delays[HOUSING_NUMBER].ahead_of(on),
        **{f"{FILE}__standing__in": WORKING_STANDINGS},
    )
    kind = Value(ReminderKind.HOUSING_NUMBER)
    return _told_of_household(near, kind, FILE, "expires")


def _silent(on: date, delays: Delays) -> QuerySet[Any]:
    """No act for so long; asking where a file stands is no news of it.

    A follow-up has months between its visits: they are what is waited for.
    """
    since = delays[SILENT].run_out_by(on)
    acts = ParcoursEvent.objects.standing().filter(parcours=OuterRef("pk")).exclude(kind="remind")
    last = Subquery(acts.order_by("-occurred_on").values("occurred_on")[:1])
    quiet = _files().exclude(stage=Stage.FOLLOW_UP).filter(stage_since__lte=since)
    return _told(
        quiet.annotate(last_on=last).filter(last_on__lte=since),
        Value(ReminderKind.SILENT),
        "last_on",
    )


def _news(on: date) -> list[QuerySet[Any]]:
    """Asked by the host operator that has kept the file, once for all the adults."""
    over = Parcours.objects.after_settling()
    return [
        _columns(
            to_ask(question, on).filter(
                parcours__in=over,
                parcours__accesses__role=OrganisationKind.HOST,
                parcours__accesses__until__isnull=True,
            ),
            Value(kind),
            file=F("parcours_id"),
            body=F("parcours__accesses__organisation_id"),
            about=F("settled_on"),
        )
        for question, kind in NEWS.items()
    ]


def _told(
    files: QuerySet[Any],
    kind: Combinable,
    about: str = "due_on",
    *,
    body: Combinable | None = None,
) -> QuerySet[Any]:
    """To the organisation that has the file in hand, of that date of it."""
    return _columns(
        files, kind, file=F("pk"), body=body or F("owner_organisation_id"), about=F(about)
    )


def _told_of_household(
    rows: QuerySet[Any], kind: Combinable, file: str, about: str = "expires_on"
) -> QuerySet[Any]:
    """The same, of one thing among several that a household has."""
    return _columns(
        rows,
        kind,
        file=F(f"{file}__pk"),
        body=F(f"{file}__owner_organisation_id"),
        about=F(about),
        thing="pk",
    )


def _columns(
    rows: QuerySet[Any],
    kind: Combinable,
    *,
    file: Combinable,
    body: Combinable,
    about: Combinable,
    thing: str = "",
) -> QuerySet[Any]:
    day = Cast(about, CharField())
    key = Concat(Cast(thing, CharField()), Value(" "), day) if thing else day
    told = rows.annotate(
        told_kind=Cast(kind, CharField()),
        told_file=file,
        told_body=body,
        told_key=key,
        told_on=about,
    )
    return told.order_by().values_list("told_kind", "told_file", "told_body", "told_key", "told_on")
