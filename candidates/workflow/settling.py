"""What holds back an installation and a follow-up: a part of the guards, told the same way."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from candidates.enums import TRIES_WITHOUT_NEWS, MilestoneKind, Outcome
from candidates.models import (
    Closure,
    HousingCommitment,
    MilestoneVisit,
    MissedVisit,
    Parcours,
    ParcoursEvent,
    counts_q,
)
from candidates.selectors import agreements
from candidates.selectors.checklist import undone
from candidates.selectors.follow_up import (
    last_installation,
    milestone_dates,
    tries_without_news,
    waiting_milestones,
)
from candidates.selectors.tracks import fast_track_of, missing_tracks
from emile.core.templatetags.emile import short_day
from operators.enums import OrganisationKind
from territories.models import Mandate


# Of a list, as many as one reads at a glance.
AT_A_GLANCE = 4

# A visit is made on the day when both can: a few days before its point it is still that point's.
EARLY_VISIT = timedelta(days=7)

# Guards


def both_tracks_are_complete(parcours: Parcours, on: date) -> str | None:
    missing = missing_tracks(parcours)
    if not missing:
        return None
    return "Il manque " + " et ".join(missing) + ". La coordination peut accorder une dérogation."


def dates_are_in_order(parcours: Parcours, on: date) -> str | None:
    """The household moves in after everyone agreed, or on the fast track while they answer; and
    under a mandate of its host operator."""
    validated_on = agreements.validated_on(parcours)
    if validated_on and on < validated_on and fast_track_of(parcours) is None:
        return (
            "L’installation ne peut pas précéder l’accord de toutes les parties, "
            f"complet depuis le {short_day(validated_on)}."
        )
    placement = parcours.placements.active()
    mandates = Mandate.objects.on(on).of_kind(OrganisationKind.HOST)
    if mandates.filter(
        organisation__in=placement.values("host"), territory__in=placement.values("territory")
    ).exists():
        return None
    return f"L’opérateur d’accueil n’a pas de mandat pour ce territoire le {short_day(on)}."


def the_milestone_has_begun(parcours: Parcours, on: date) -> str | None:
    """A part of the order of dates: as long as the point before has not come, what is noted is that
    one at most, and this one is an error of the list."""
    kind, installation = _milestone_being_noted(parcours), last_installation(parcours)
    if kind is None or installation is None:
        return None
    dates = milestone_dates(parcours, installation)
    earlier = [day for one, day in dates.items() if day < dates.get(kind, day)]
    begins_on = max(earlier, default=installation.effective_on)
    if on >= begins_on:
        return None
    return (
        f"Le {short_day(on)} est trop tôt pour le point «\u00a0{kind.label}\u00a0», prévu le "
        f"{short_day(dates.get(kind, begins_on))}\u00a0: choisissez un autre point, ou corrigez la "
        "date."
    )


# Warnings


def the_checklist_is_open(parcours: Parcours, on: date) -> str | None:
    left = list(undone(parcours, on))
    if not left:
        return None
    more = f" et {len(left) - AT_A_GLANCE} autres" if len(left) > AT_A_GLANCE else ""
    return "Restent à faire avant l’entrée\u00a0: " + ", ".join(left[:AT_A_GLANCE]) + more + "."


def the_planned_day_is_past(parcours: Parcours, on: date) -> str | None:
    placement = agreements.active_placement(parcours)
    planned = placement.planned_move_on if placement else None
    if planned is None or on <= planned:
        return None
    return f"L’installation était prévue le {short_day(planned)}."


def the_home_is_elsewhere(parcours: Parcours, on: date) -> str | None:
    homes = HousingCommitment.objects.filter(counts_q(), placement__in=parcours.placements.active())
    home = homes.select_related("commune").order_by("event_id").last()
    if home is None or parcours.territory is None:
        return None
    if parcours.territory.communes.filter(pk=home.commune_id).exists():
        return None
    return f"{home.commune.name} n’est pas dans le territoire {parcours.territory}."


def this_is_the_fast_track(parcours: Parcours, on: date) -> str | None:
    return "La voie rapide saute des étapes : dites ce qui presse."


def few_tries_were_made(parcours: Parcours, on: date) -> str | None:
    """« Sans nouvelles » is said after three visits that nobody answered."""
    closed_without_news = Closure.objects.filter(
        counts_q(), parcours=parcours, outcome=Outcome.NO_NEWS
    )
    if not closed_without_news.exists():
        return None
    tries = tries_without_news(parcours)
    if tries >= TRIES_WITHOUT_NEWS:
        return None
    return f"Essais sans réponse notés\u00a0: {tries} sur les {TRIES_WITHOUT_NEWS} attendus."


def the_milestone_is_ahead(parcours: Parcours, on: date) -> str | None:
    kind, installation = _milestone_being_noted(parcours), last_installation(parcours)
    if kind is None or installation is None:
        return None
    due_on = milestone_dates(parcours, installation).get(kind)
    if due_on is None or on >= due_on - EARLY_VISIT:
        return None
    return f"Le point «\u00a0{kind.label}\u00a0» est prévu le {short_day(due_on)}."


def _milestone_being_noted(parcours: Parcours) -> MilestoneKind | None:
    """Of the visit, made or missed, whose act has no row yet."""
    noted = Exists(ParcoursEvent.objects.filter(pk=OuterRef("event_id")))
    for visits in (MilestoneVisit.objects, MissedVisit.objects):
        found = visits.filter(~noted, parcours=parcours).values_list("milestone", flat=True)
        if kind := found.first():
            return MilestoneKind(kind)
    return None


def visits_are_missing(parcours: Parcours, on: date) -> str | None:
    missing = [kind.label for kind in waiting_milestones(parcours)]
    return "Points de suivi non faits\u00a0: " + ", ".join(missing) + "." if missing else None


def the_follow_up_is_extended(parcours: Parcours, on: date) -> str | None:
    return "L’accompagnement dure six mois\u00a0: dites ce que ce temps de plus permettra."
