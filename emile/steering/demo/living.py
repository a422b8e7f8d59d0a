"""What happens to a drawn household, until today or until it stops: fewer acts than in ``story``, and
more of what goes wrong."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import Parcours
from emile.steering.demo.arriving import (
    immersion,
    installation,
    positioning,
    reflection,
    validation,
)
from emile.steering.demo.colleagues import take_in_hand
from emile.steering.demo.departing import diagnosis, eligibility, information, preparation
from emile.steering.demo.drawing import DrawnHousehold
from emile.steering.demo.ending import close, follow_up, give_news, leave, leave_territory
from emile.steering.demo.life import Life, StillThere
from emile.steering.demo.preparing import orientation
from emile.steering.demo.teller import Cast


def live_as_drawn(household: DrawnHousehold, cast: Cast, now: datetime) -> Parcours:
    life = Life(household, cast, now)
    orientation(life)
    last = OPEN_STAGES.index(Stage.FOLLOW_UP if household.ending == "close" else household.goal)
    with suppress(StillThere):
        for stage in OPEN_STAGES[1:last]:
            CHAPTERS[stage](life)
        if household.ending == "close":
            follow_up(life)
            close(life)
            give_news(life)
        elif household.goal == Stage.FOLLOW_UP:
            leave_territory(life)
        else:
            leave(life)
    take_in_hand(life)
    life.post()
    return life.parcours


CHAPTERS: dict[Stage, Callable[[Life], None]] = {
    Stage.ELIGIBILITY: eligibility,
    Stage.INFORMATION: information,
    Stage.DIAGNOSIS: diagnosis,
    Stage.PREPARATION: preparation,
    Stage.POSITIONING: positioning,
    Stage.IMMERSION: immersion,
    Stage.REFLECTION: reflection,
    Stage.VALIDATION: validation,
    Stage.INSTALLATION: installation,
}
