"""From everyone’s yes to the visits of the follow-up, and the end."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta

from candidates import services
from candidates.enums import (
    AidAnswer,
    CheckState,
    Company,
    ContractKind,
    DynamicExit,
    Employment,
    Expense,
    GettingAround,
    HealthAccess,
    HousingSolution,
    JobSolution,
    MilestoneKind,
    Outcome,
    Payer,
    ResidentialKind,
    Resources,
    Stage,
    YesNoUnknown,
)
from candidates.selectors.checklist import checklist
from candidates.selectors.news import news_date
from emile.core.context import speak_for
from emile.steering.demo.agreeing import answer_again
from emile.steering.demo.teller import HOME_COMMUNE, Story
from territories.models import Commune


def installation(story: Story) -> None:
    host = story.cast.host
    story.wait(15)
    first, *_ = story.adults()
    story.act(
        host,
        services.commit_job,
        person=first,
        kind=JobSolution.HIRING,
        occupation=story.occupation,
        with_whom="Ateliers du Haut-Cantal (fictifs)",
        contract=ContractKind.LONG_FIXED,
        weekly_hours=Decimal(35),
        starts_on=story.today + timedelta(days=30),
        ends_on=story.today + timedelta(days=30) + relativedelta(months=8),
    )
    story.wait(10)
    story.act(
        host,
        services.commit_home,
        kind=HousingSolution.PRIVATE,
        commune=Commune.objects.get(code=HOME_COMMUNE),
        landlord="Habitat des Volcans (fictif)",
        attributed_on=story.today,
        available_on=story.today + timedelta(days=15),
    )
    story.wait(2)
    answer_again(story)
    story.wait(3)
    pay_for_the_home(story)
    story.wait(15)
    tick_the_list(story)
    story.act(
        host,
        services.settle,
        reason="Le camion était retenu pour ce jour-là\u00a0; la CAF suit la semaine prochaine.",
    )


def pay_for_the_home(story: Story) -> None:
    """A deposit that Action Logement lends, a move that the programme advances."""
    lines: list[dict[str, Any]] = [
        {
            "kind": Expense.DEPOSIT,
            "cost": Decimal(480),
            "due_on": story.today + timedelta(days=15),
            "payer": Payer.ACTION_LOGEMENT,
            "answer": AidAnswer.GRANTED,
            "asked_on": story.today,
            "granted_amount": Decimal(480),
            "advanced_by": Payer.PROGRAMME,
        },
        {
            "kind": Expense.MOVING,
            "cost": Decimal(350),
            "due_on": story.today + timedelta(days=15),
            "payer": Payer.PROGRAMME,
            "answer": AidAnswer.ASKED,
            "asked_on": story.today,
        },
    ]
    for line in lines:
        story.act(story.cast.host, services.add_aid, **line)


def tick_the_list(story: Story) -> None:
    """All but what comes after the keys."""
    speak_for(story.cast.host.database_context)
    listed = checklist(story.read(), story.today)
    story.act(
        story.cast.host,
        services.edit_checklist,
        version=listed.version,
        states={
            line.key: CheckState.DONE
            for line in listed.lines
            if line.item.code not in {"caf", "mail"}
        },
    )


def follow_up(story: Story) -> None:
    """Who closes does so before the sixth month."""
    installed = story.clock
    for milestone, months in (
        (MilestoneKind.M1, 1),
        (MilestoneKind.M3, 3),
        (MilestoneKind.M6, 6),
    ):
        is_over = story.household.goal == Stage.CLOSED and milestone == MilestoneKind.M6
        if is_over or installed + relativedelta(months=months) > story.now:
            return
        story.clock = installed + relativedelta(months=months)
        visit(story, milestone)


def visit(story: Story, milestone: MilestoneKind) -> None:
    yes = dict.fromkeys(("still_there", "works_or_trains", "thinks_of_staying"), YesNoUnknown.YES)
    story.act(
        story.cast.host,
        services.log_visit,
        milestone=milestone,
        answers=dict.fromkeys(story.adults(), yes),
        situations=dict.fromkeys(story.adults(), situation(story, milestone)),
    )


def situation(story: Story, milestone: MilestoneKind) -> dict[str, Any]:
    """People make acquaintances with time."""
    is_first = milestone == MilestoneKind.M1
    return {
        "employment": Employment.LONG_FIXED,
        "occupation": story.occupation,
        "weekly_hours": Decimal(35),
        "resources": Resources.WAGE,
        "lodging": ResidentialKind.PRIVATE_TENANT,
        "getting_around": GettingAround.TRANSPORT,
        "health_access": HealthAccess.NO_DOCTOR if is_first else HealthAccess.COMPLETE,
        "company": Company.SOMEWHAT if is_first else Company.SURROUNDED,
        "satisfaction": 3 if is_first else 4,
    }


def close(story: Story) -> None:
    """It goes on alone: it answers after six months, and not yet after a year."""
    story.wait(40)
    story.act(
        story.cast.host,
        services.close_parcours,
        outcome=Outcome.LASTING_JOB,
        reached=dict.fromkeys(story.adults(), DynamicExit.LASTING),
        reason="Le travail, le bail et le médecin sont là\u00a0: il préfère continuer seul.",
    )
    ask_news(story, MilestoneKind.M6, YesNoUnknown.YES)
    ask_news(story, MilestoneKind.M12, YesNoUnknown.UNKNOWN)


def ask_news(story: Story, milestone: MilestoneKind, said: YesNoUnknown) -> None:
    story.wait_until(news_date(story.installed_on(), milestone) + timedelta(days=5))
    answer = dict.fromkeys(("still_there", "works_or_trains"), said)
    story.act(story.cast.host, services.ask_news, answers=dict.fromkeys(story.adults(), answer))
