"""What holds a step back, in French: the five guards that block, and the warnings that ask why.

Each looks at facts, never at a ticked box, and answers with a sentence or None.
"""

from datetime import date

from django.db.models import Exists, OuterRef

from candidates.eligibility import is_eligible
from candidates.enums import (
    MilestoneKind,
    Outcome,
    Theme,
    ThemeState,
    Verdict,
    YesNoUnknown,
)
from candidates.models import (
    Attendance,
    CallAttempt,
    Closure,
    Diagnosis,
    DiagnosisTheme,
    EligibilityDecision,
    HousingCommitment,
    ImmersionReport,
    MilestoneVisit,
    Parcours,
    ParcoursEvent,
    counts_q,
)
from candidates.selectors import agreements, moving_adults
from candidates.selectors.settling import (
    last_installation,
    milestone_dates,
    missing_tracks,
    visited,
)
from emile.core.templatetags.emile import short_day
from operators.enums import OrganisationKind
from territories.models import Mandate


# So many visits without an answer, before a follow-up ends « sans nouvelles ».
TRIES_WITHOUT_NEWS = 3

# Guards: the five things that block.


def the_household_is_eligible(parcours: Parcours, on: date) -> str | None:
    decision = (
        EligibilityDecision.objects.filter(counts_q(), parcours=parcours)
        .select_related("evaluation")
        .order_by("-event_id")
        .first()
    )
    if decision is None:
        return "Évaluez d’abord les sept critères."
    if decision.override_reason or is_eligible(decision.evaluation.results.values()):
        return None
    missing = sum(verdict != Verdict.MET for verdict in decision.evaluation.results.values())
    return (
        f"{missing} critère{'s' if missing > 1 else ''} sur sept {'ne sont' if missing > 1 else 'n’est'} "
        f"pas rempli{'s' if missing > 1 else ''}\u00a0: complétez le dossier, ou dérogez en donnant votre motif."
    )


def everyone_agrees(parcours: Parcours, on: date) -> str | None:
    missing = agreements.missing_parties(parcours, on)
    if not missing:
        return None
    return "Il manque l’accord de : " + ", ".join(missing) + "."


def adults_stay_lawfully(parcours: Parcours, on: date) -> str | None:
    """Criterion 6 is judged again here; unknown is not yes."""
    to_check = [
        adult.full_name
        for adult in moving_adults(parcours, on)
        if adult.is_lawfully_present_on(on) is not True
    ]
    if not to_check:
        return None
    return "Le titre de séjour est à vérifier ou expiré pour : " + ", ".join(to_check) + "."


def both_tracks_are_complete(parcours: Parcours, on: date) -> str | None:
    missing = missing_tracks(parcours)
    if not missing:
        return None
    return "Il manque " + " et ".join(missing) + ". La coordination peut accorder une dérogation."


def dates_are_in_order(parcours: Parcours, on: date) -> str | None:
    """The household moves in after everyone agreed, and under a mandate of its host operator."""
    validated_on = agreements.validated_on(parcours)
    if validated_on and on < validated_on:
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


# Warnings: unusual, possible with a reason.


def nobody_called(parcours: Parcours, on: date) -> str | None:
    if CallAttempt.objects.filter(counts_q(), parcours=parcours, outcome="reached").exists():
        return None
    return "La personne n’a pas encore été jointe au téléphone."


def nobody_was_informed(parcours: Parcours, on: date) -> str | None:
    if Attendance.objects.filter(counts_q(), parcours=parcours, was_present=True).exists():
        return None
    return "Le ménage n’a pas encore reçu l’information sur le programme."


def themes_were_not_asked(parcours: Parcours, on: date) -> str | None:
    lines = DiagnosisTheme.objects.filter(diagnosis__parcours=parcours)
    asked = set(lines.exclude(state=ThemeState.NOT_ASKED).values_list("theme", flat=True))
    if not asked:
        return "Aucun thème n’a encore été abordé."
    left = [theme.label for theme in Theme if theme not in asked]
    return "Thèmes pas encore abordés\u00a0: " + ", ".join(left) + "." if left else None


def papers_were_not_seen(parcours: Parcours, on: date) -> str | None:
    if Diagnosis.objects.filter(parcours=parcours, saw_adult_papers=True).exists():
        return None
    return "Les papiers des adultes n’ont pas été vus."


def nobody_has_a_project(parcours: Parcours, on: date) -> str | None:
    if any(adult.retained_project_id for adult in moving_adults(parcours, on)):
        return None
    return "Aucun adulte n’a encore de projet retenu pour EMILE."


def no_territory_is_wished(parcours: Parcours, on: date) -> str | None:
    return None if parcours.wishes.exists() else "Aucun territoire souhaité n’est indiqué."


def the_plan_is_empty(parcours: Parcours, on: date) -> str | None:
    return None if parcours.plan_actions.exists() else "Le plan d’action est vide."


def no_stay_was_held(parcours: Parcours, on: date) -> str | None:
    """For this placement: a stay elsewhere, for another one, says nothing of this territory."""
    reports = ImmersionReport.objects.filter(
        counts_q(), stay__placement__in=parcours.placements.active()
    )
    return None if reports.exists() else "Aucun séjour d’immersion n’a eu lieu."


def a_party_refuses(parcours: Parcours, on: date) -> str | None:
    """The placement has ended by now: back to positioning, with the reason and without penalty."""
    if agreements.active_placement(parcours) is not None:
        return None
    return (
        "Une partie n’est pas d’accord\u00a0: le dossier revient au positionnement, "
        "sans reproche au ménage. Dites pourquoi."
    )


def the_home_is_elsewhere(parcours: Parcours, on: date) -> str | None:
    homes = HousingCommitment.objects.filter(counts_q(), placement__in=parcours.placements.active())
    home = homes.select_related("commune").order_by("event_id").last()
    if home is None or parcours.territory is None:
        return None
    if parcours.territory.communes.filter(pk=home.commune_id).exists():
        return None
    return f"{home.commune.name} n’est pas dans le territoire {parcours.territory}."


def few_tries_were_made(parcours: Parcours, on: date) -> str | None:
    """« Sans nouvelles » is said after three visits that nobody answered."""
    closed_without_news = Closure.objects.filter(
        counts_q(), parcours=parcours, outcome=Outcome.NO_NEWS
    )
    if not closed_without_news.exists():
        return None
    unanswered = MilestoneVisit.objects.filter(
        counts_q(),
        parcours=parcours,
        still_there=YesNoUnknown.UNKNOWN,
        works_or_trains=YesNoUnknown.UNKNOWN,
    )
    tries = unanswered.values("event_id").distinct().count()
    if tries >= TRIES_WITHOUT_NEWS:
        return None
    return f"Essais sans réponse notés\u00a0: {tries} sur les {TRIES_WITHOUT_NEWS} attendus."


def the_milestone_is_ahead(parcours: Parcours, on: date) -> str | None:
    """Asked of the visit being noted, the one whose act has no row yet."""
    noted = Exists(ParcoursEvent.objects.filter(pk=OuterRef("event_id")))
    visit = MilestoneVisit.objects.filter(~noted, parcours=parcours).first()
    installation = last_installation(parcours)
    if visit is None or installation is None:
        return None
    due_on = milestone_dates(installation)[MilestoneKind(visit.milestone)]
    if on >= due_on:
        return None
    return (
        f"Le point «\u00a0{visit.get_milestone_display()}\u00a0» est prévu le {short_day(due_on)}."
    )


def visits_are_missing(parcours: Parcours, on: date) -> str | None:
    done = visited(parcours)
    missing = [kind.label for kind in MilestoneKind if kind not in done]
    return "Points de suivi non faits\u00a0: " + ", ".join(missing) + "." if missing else None


def this_goes_back(parcours: Parcours, on: date) -> str | None:
    """A return is never silent."""
    return "Le dossier revient à une étape précédente : dites pourquoi, sans reproche au ménage."


def this_departs_from_the_rule(parcours: Parcours, on: date) -> str | None:
    return "C’est une dérogation : dites pourquoi elle est accordée."
