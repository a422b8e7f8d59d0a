"""A drawn household’s way, which stops at the present day."""

from datetime import datetime, timedelta

from candidates.enums import ReasonUse
from candidates.models import Reason
from emile.steering.demo.drawing import DrawnHousehold
from emile.steering.demo.teller import Cast, Story


class StillThere(Exception):
    """What comes next lies ahead of today."""


class Life(Story):
    household: DrawnHousehold

    def __init__(self, household: DrawnHousehold, cast: Cast, now: datetime) -> None:
        super().__init__(
            household, cast.around(household.prescriber, household.destination.host), now
        )

    def wait(self, days: int) -> None:
        if self.clock + timedelta(days=days) > self.now:
            raise StillThere
        super().wait(days)

    def linger(self, what: str) -> None:
        self.wait(self.household.delays[what])

    def has(self, incident: str) -> bool:
        return incident in self.household.incidents

    def reason(self, use: ReasonUse, code: str) -> Reason:
        return Reason.objects.get(use=use, code=code)
