"""What happens to a household at its goal, beyond waiting there."""

from datetime import timedelta

from candidates import services
from candidates.enums import ReasonUse, Tonight
from candidates.models import Reason
from emile.core.context import speak_for
from emile.steering.demo.teller import Story


def suspend(story: Story) -> None:
    story.act(
        story.cast.upstream,
        services.suspend_parcours,
        suspension_reason=Reason.objects.get(use=ReasonUse.SUSPENSION, code="job_running"),
        review_on=story.now.date() + timedelta(days=20),
    )


def lose_shelter(story: Story) -> None:
    prescriber = story.cast.prescriber
    story.act(prescriber, services.lose_shelter, tonight=Tonight.THIRD_PARTY, phone="")


def expect_a_child(story: Story) -> None:
    speak_for(story.cast.coordinator.database_context)
    household = story.parcours.household
    story.act(
        story.cast.prescriber,
        services.expect_birth,
        household=household,
        due_on=story.now.date() + timedelta(days=100),
    )
