"""What holds a step back, in French: the five guards that block, and the warnings that ask why.

Each looks at facts, never at a ticked box, and answers with a sentence or None.
"""

from datetime import date

from django.db.models import Exists, OuterRef

from candidates.eligibility import is_eligible
from candidates.enums import (
    Theme,
    ThemeState,
    Verdict,
)
from candidates.models import (
    Attendance,
    CallAttempt,
    Diagnosis,
    DiagnosisTheme,
    EligibilityDecision,
    ImmersionReport,
    Parcours,
    ParcoursEvent,
    SessionInvitation,
    counts_q,
)
from candidates.selectors import agreements, moving_adults
from candidates.selectors.household import with_permits


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


def papers_reminded_once_a_day(parcours: Parcours, on: date) -> str | None:
    if not parcours.events.standing().filter(kind="remind_papers", occurred_on=on).exists():
        return None
    return "Les pièces manquantes ont déjà été rappelées aujourd’hui."


def everyone_agrees(parcours: Parcours, on: date) -> str | None:
    missing = agreements.missing_parties(parcours, on)
    if not missing:
        return None
    return "Il manque l’accord de : " + ", ".join(missing) + "."


def adults_stay_lawfully(parcours: Parcours, on: date) -> str | None:
    """Criterion 6 is judged again here; unknown is not yes."""
    to_check = [
        adult.full_name
        for adult in with_permits(moving_adults(parcours, on))
        if adult.is_lawfully_present_on(on) is not True
    ]
    if not to_check:
        return None
    return "Le titre de séjour est à vérifier ou expiré pour : " + ", ".join(to_check) + "."


# Warnings: unusual, possible with a reason.


def nobody_called(parcours: Parcours, on: date) -> str | None:
    if CallAttempt.objects.filter(counts_q(), parcours=parcours, outcome="reached").exists():
        return None
    return "La personne n’a pas encore été jointe au téléphone."


def nobody_was_informed(parcours: Parcours, on: date) -> str | None:
    told = Attendance.objects.of_information().filter(counts_q(), parcours=parcours)
    if told.filter(was_present=True).exists():
        return None
    return "Le ménage n’a pas encore reçu l’information sur le programme."


def the_session_is_full(parcours: Parcours, on: date) -> str | None:
    """Asked of the invitation being noted, the one whose act has no row yet."""
    noted = Exists(ParcoursEvent.objects.filter(pk=OuterRef("event_id")))
    invited = SessionInvitation.objects.filter(~noted, parcours=parcours)
    invitation = invited.select_related("session").first()
    if invitation is None or (capacity := invitation.session.capacity) is None:
        return None
    taken = SessionInvitation.objects.seated().filter(session=invitation.session).count()
    if taken <= capacity:
        return None
    return f"Il n’y a plus de place à cette réunion : {capacity} prévues, {taken} avec ce ménage."


def the_preparation_is_extended(parcours: Parcours, on: date) -> str | None:
    return "La préparation dépasse les six mois du programme : dites ce que ce temps permettra."


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


def two_projects_differ(parcours: Parcours, on: date) -> str | None:
    unexplained = [
        adult.full_name
        for adult in moving_adults(parcours, on)
        if adult.aspirational_project_id
        and adult.retained_project_id
        and adult.aspirational_project_id != adult.retained_project_id
        and not adult.project_gap
    ]
    if not unexplained:
        return None
    return "Le projet retenu n’est pas le projet de cœur pour : " + ", ".join(unexplained) + "."


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
    if agreements.is_placed(parcours):
        return None
    return (
        "Une partie n’est pas d’accord\u00a0: le dossier revient au positionnement, "
        "sans reproche au ménage. Dites pourquoi."
    )


def this_goes_back(parcours: Parcours, on: date) -> str | None:
    """A return is never silent."""
    return "Le dossier revient à une étape précédente : dites pourquoi, sans reproche au ménage."


def this_departs_from_the_rule(parcours: Parcours, on: date) -> str | None:
    return "C’est une dérogation : dites pourquoi elle est accordée."
