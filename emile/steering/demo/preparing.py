"""From the orientation to a household that is ready to go somewhere."""

from datetime import timedelta

from candidates import services
from candidates.enums import (
    ActionOwner,
    BrakeKind,
    CallOutcome,
    DocumentKind,
    Hindered,
    InformationMode,
    Need,
    PlanAxis,
    Theme,
    ThemeState,
)
from candidates.models import Conclusion, ThemeAnswer
from emile.core.context import speak_for
from emile.steering.demo.colleagues import followed_by
from emile.steering.demo.teller import TERRITORY, Story
from operators.models import Organisation
from territories.models import Commune, Territory


def orientation(story: Story) -> None:
    speak_for(story.cast.prescriber.database_context)
    story.parcours = services.orient_household(
        actor=story.cast.prescriber,
        household={
            "sleeps_in": Commune.objects.get(code=story.household.commune),
            "housing_precarity": story.household.precarity,
            "is_volunteer": True,
            "informed_on": story.today,
            "agrees_to_share": True,
            **story.household.needs,
        },
        people=story.household.people,
        is_committed=story.household.is_committed,
        lead_worker=followed_by(
            story.household, story.cast.members[story.cast.prescriber.organisation_id]
        ),
        on=story.today,
        now=story.clock,
    )


def eligibility(story: Story) -> None:
    coordinator = story.cast.coordinator
    story.wait(2)
    story.act(
        coordinator,
        services.log_call,
        outcome=CallOutcome.NO_ANSWER,
        next_call_on=story.today + timedelta(days=3),
    )
    story.wait(3)
    story.act(coordinator, services.log_call, outcome=CallOutcome.REACHED)
    story.act(
        coordinator,
        services.ask_documents,
        kinds=[DocumentKind.TAX, DocumentKind.SOCIAL_HOUSING],
        wanted_by=story.today + timedelta(days=15),
    )
    story.wait(1)
    story.act(
        coordinator,
        services.declare_eligible,
        upstream=Organisation.objects.get(pk=story.cast.upstream.organisation_id),
        message="Joignable plutôt en fin de journée.",
    )


def information(story: Story) -> None:
    story.wait(12)
    story.act(
        story.cast.upstream,
        services.record_attendance,
        mode=InformationMode.INDIVIDUAL,
        was_present=True,
    )


def diagnosis(story: Story) -> None:
    story.wait(12)
    upstream = story.cast.upstream
    themes = dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOTHING))
    themes[Theme.MOBILITY] = ThemeAnswer(
        ThemeState.IN_PROGRESS, "Le permis B reste à préparer.", (Need.LICENCE,)
    )
    themes[Theme.WORK] = ThemeAnswer(
        ThemeState.DONE,
        "Deux ans d’expérience dans le métier visé.",
        (Need.RESUME, Need.INTERVIEW),
    )
    diagnosis = story.act(
        upstream,
        services.edit_diagnosis,
        version=0,
        themes=themes,
        conclusion=Conclusion(
            "Projet de mobilité mûri, souhaite une petite ville et un emploi stable.",
            saw_adult_papers=True,
        ),
    )
    story.act(
        upstream,
        services.add_brake,
        theme=Theme.MOBILITY,
        kind=BrakeKind.LICENCE,
        hinders=Hindered.WORK,
        since=story.today - timedelta(days=200),
    )
    story.wait(7)
    story.act(upstream, services.sign_diagnosis, version=diagnosis.version)


def preparation(story: Story) -> None:
    story.wait(14)
    upstream = story.cast.upstream
    story.act(
        upstream,
        services.edit_wishes,
        version=0,
        projects={adult.pk: (story.occupation, story.occupation, "") for adult in story.adults()},
        wishes=[Territory.objects.get(slug=TERRITORY)],
        what_matters="Une école et un médecin à proximité, une gare à moins d’une heure.",
    )
    story.act(
        upstream,
        services.add_action,
        axis=PlanAxis.WORK,
        label="Refaire le CV et préparer un entretien",
        owner=ActionOwner.UPSTREAM,
        due_on=story.today + timedelta(days=30),
    )
    story.act(
        story.cast.prescriber,
        services.add_action,
        axis=PlanAxis.SOCIAL,
        label="Mettre à jour la demande de logement social",
        owner=ActionOwner.PRESCRIBER,
        due_on=story.today + timedelta(days=21),
    )
    story.wait(14)
    story.act(upstream, services.open_positioning)
