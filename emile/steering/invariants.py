"""The rules that always hold, asked of the whole base: each one finds the files that break it.

Some are constraints already, and should never find anything: they are looked at all the same, since
a restored or imported base may have been written without them. What an actor may read (7), what a
score is made of (8) and what was forgotten (10) are not rows of a file: tests watch over them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Window,
)
from django.db.models.functions import Lag, RowNumber

from candidates.enums import ACTIVE_PLACEMENTS, OPEN_STANDINGS, Link, Moves, Party, Stage
from candidates.models import (
    FastTrack,
    HouseholdMember,
    Installation,
    Parcours,
    ParcoursEvent,
    PartyAgreement,
    Placement,
    ResidencePermit,
    counts_q,
)
from candidates.models.person import LAWFUL_BY_NATIONALITY
from operators.enums import OrganisationKind
from territories.models import Mandate


@dataclass(frozen=True, slots=True)
class Invariant:
    """``number`` is its rank in the rules of the programme; ``broken`` gives the files in breach."""

    number: int
    code: str
    label: str
    broken: Callable[[], QuerySet[Parcours]]


class EighteenYearsBefore(Func):
    template = "(%(expressions)s - interval '18 years')::date"


def _of_installations(found: QuerySet[Installation]) -> QuerySet[Parcours]:
    return Parcours.objects.filter(pk__in=found.values("parcours"))


def _installations() -> QuerySet[Installation]:
    return Installation.objects.filter(counts_q())


def _settled_without_everyone() -> QuerySet[Parcours]:
    """Somebody's last word is a no, or the operators or every adult never said yes."""
    answers = PartyAgreement.objects.filter(
        counts_q(),
        placement__parcours=OuterRef("parcours"),
        placement__status__in=ACTIVE_PLACEMENTS,
    )
    later = PartyAgreement.objects.filter(
        counts_q(),
        Q(person=OuterRef("person")) | Q(person__isnull=True),
        placement=OuterRef("placement"),
        party=OuterRef("party"),
        event_id__gt=OuterRef("event_id"),
    )
    refused = Exists(answers.filter(~Exists(later), agrees=False))
    said = [
        Exists(answers.filter(party=party, agrees=True))
        for party in (Party.ADULT, Party.UPSTREAM, Party.HOST)
    ]
    return _of_installations(_installations().filter(refused | ~Q(*said)))


def _opened_or_placed_twice() -> QuerySet[Parcours]:
    open_now = Parcours.objects.open()
    twice_open = open_now.values("household").annotate(how_many=Count("pk")).filter(how_many__gt=1)
    active = Placement.objects.active()
    twice_placed = active.values("parcours").annotate(how_many=Count("pk")).filter(how_many__gt=1)
    return Parcours.objects.filter(
        Q(pk__in=twice_placed.values("parcours"))
        | Q(standing__in=OPEN_STANDINGS, household__in=twice_open.values("household"))
    )


def _journal_has_a_gap() -> QuerySet[Parcours]:
    """A number is missing, or an act starts from where the one before did not leave the file."""
    order: Any = {"partition_by": F("parcours"), "order_by": F("sequence").asc()}
    rows = ParcoursEvent.objects.annotate(
        rank=Window(RowNumber(), **order),
        stage_left=Window(Lag("to_stage"), **order),
        standing_left=Window(Lag("to_standing"), **order),
    )
    broken = rows.filter(
        ~Q(sequence=F("rank"))
        | Q(rank__gt=1) & (~Q(from_stage=F("stage_left")) | ~Q(from_standing=F("standing_left")))
    )
    return Parcours.objects.filter(pk__in=broken.values("parcours"))


def _nobody_has_the_hand() -> QuerySet[Parcours]:
    return Parcours.objects.open().filter(
        Q(owner_organisation__isnull=True) | Q(due_on__isnull=True)
    )


def _settled_too_early() -> QuerySet[Parcours]:
    """Before the validation without « voie rapide », or outside the host operator's mandate."""
    validated = ParcoursEvent.objects.standing().filter(
        parcours=OuterRef("parcours"), from_stage=Stage.VALIDATION, to_stage=Stage.INSTALLATION
    )
    fast = FastTrack.objects.filter(counts_q(), placement__parcours=OuterRef("parcours"))
    mandates = Mandate.objects.filter(
        kind=OrganisationKind.HOST,
        organisation=OuterRef("host"),
        territory=OuterRef("territory"),
    ).on(OuterRef(OuterRef("effective_on")))
    placed = Placement.objects.active().filter(Exists(mandates), parcours=OuterRef("parcours"))
    found = _installations().annotate(
        validated_on=Subquery(validated.order_by("-sequence").values("occurred_on")[:1])
    )
    early = ~Exists(fast) & Q(effective_on__lt=F("validated_on"))
    return _of_installations(found.filter(early | ~Exists(placed)))


def _adult_without_permit() -> QuerySet[Parcours]:
    """On the day of the validation, or on that of the installation."""
    validations = ParcoursEvent.objects.standing().filter(
        from_stage=Stage.VALIDATION, to_stage=Stage.INSTALLATION
    )
    on_validation = validations.filter(Exists(_strangers("occurred_on"))).values("parcours")
    on_installation = _installations().filter(Exists(_strangers("effective_on"))).values("parcours")
    return Parcours.objects.filter(Q(pk__in=on_validation) | Q(pk__in=on_installation))


def _strangers(day: str) -> QuerySet[HouseholdMember]:
    """The adults who move with a file, and whom nothing says to stay lawfully that day."""
    valid = ResidencePermit.objects.filter(
        person=OuterRef("person"), expires_on__gte=OuterRef(OuterRef(day))
    )
    is_adult = Q(person__birth_date__lte=EighteenYearsBefore(OuterRef(day))) | (
        Q(person__birth_date__isnull=True) & ~Q(link=Link.CHILD)
    )
    there = Q(until__isnull=True) | Q(until__gt=OuterRef(day))
    return HouseholdMember.objects.filter(
        is_adult,
        there,
        ~Q(person__nationality__in=LAWFUL_BY_NATIONALITY),
        ~Exists(valid),
        household=OuterRef("parcours__household"),
        since__lte=OuterRef(day),
        moves=Moves.YES,
    )


def _differs_from_its_journal() -> QuerySet[Parcours]:
    """What the file says, which figures count, is not what its last act made of it."""
    last = ParcoursEvent.objects.filter(parcours=OuterRef("pk")).order_by("-sequence")
    told = Parcours.objects.annotate(
        told_stage=Subquery(last.values("to_stage")[:1]),
        told_standing=Subquery(last.values("to_standing")[:1]),
    )
    return told.filter(
        Q(told_stage__isnull=True) | ~Q(stage=F("told_stage")) | ~Q(standing=F("told_standing"))
    )


INVARIANTS = (
    Invariant(
        1,
        "everyone_agrees",
        "Pas d’installation sans l’accord de toutes les parties",
        _settled_without_everyone,
    ),
    Invariant(
        2,
        "one_parcours",
        "Un seul parcours ouvert par ménage, un seul positionnement accepté par parcours",
        _opened_or_placed_twice,
    ),
    Invariant(
        3,
        "one_journal_row",
        "Chaque changement d’étape ou de statut a sa ligne dans le journal, sans trou",
        _journal_has_a_gap,
    ),
    Invariant(
        4,
        "owner_and_due_date",
        "Chaque dossier ouvert a un responsable et une échéance",
        _nobody_has_the_hand,
    ),
    Invariant(
        5,
        "dates_in_order",
        "L’installation suit la validation, pendant le mandat de l’opérateur d’accueil",
        _settled_too_early,
    ),
    Invariant(
        6,
        "lawful_stay",
        "Le titre de séjour de chaque adulte est valable à la validation et à l’installation",
        _adult_without_permit,
    ),
    Invariant(
        9,
        "figures_recount",
        "Les totaux par étape et statut sont ceux que donne le journal recompté",
        _differs_from_its_journal,
    ),
)
