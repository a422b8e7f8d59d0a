"""How far each of them has come: the acts of every stage, on the days they would happen."""

from collections.abc import Callable
from datetime import datetime

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import Parcours
from emile.steering.demo import agreeing, happening, preparing, settling
from emile.steering.demo.colleagues import take_in_hand
from emile.steering.demo.population import FictitiousHousehold
from emile.steering.demo.teller import Cast, Story


Chapter = Callable[[Story], None]
# Each up to the act that leads to the next stage.
CHAPTERS: dict[Stage, Chapter] = {
    Stage.ELIGIBILITY: preparing.eligibility,
    Stage.INFORMATION: preparing.information,
    Stage.DIAGNOSIS: preparing.diagnosis,
    Stage.PREPARATION: preparing.preparation,
    Stage.POSITIONING: agreeing.positioning,
    Stage.IMMERSION: agreeing.immersion,
    Stage.REFLECTION: agreeing.reflection,
    Stage.VALIDATION: agreeing.validation,
    Stage.INSTALLATION: settling.installation,
}
ENDINGS: dict[str, Chapter] = {
    "propose": agreeing.propose,
    "suspend": happening.suspend,
    "lose_shelter": happening.lose_shelter,
    "expect_a_child": happening.expect_a_child,
    "close": settling.close,
}
# Where the teams write to each other.
TALKED_OF = (Stage.PREPARATION, Stage.INSTALLATION)


def live(household: FictitiousHousehold, cast: Cast, now: datetime) -> Parcours:
    """Bring one household from its orientation to its goal, ``household.days`` ago to now."""
    story = Story(household, cast, now)
    preparing.orientation(story)
    last = Stage.FOLLOW_UP if household.goal == Stage.CLOSED else household.goal
    for stage in OPEN_STAGES[1 : OPEN_STAGES.index(last)]:
        CHAPTERS[stage](story)
    if last == Stage.IMMERSION:
        agreeing.plan_a_stay(story)
    if last == Stage.FOLLOW_UP:
        settling.follow_up(story)
    if household.ending:
        story.wait(3)
        ENDINGS[household.ending](story)
    if last in TALKED_OF:
        happening.talk(story)
    take_in_hand(story)
    story.post()
    return story.parcours
