"""Who acts in the demonstration, and the clock of one household’s way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db.models import OuterRef, Subquery

from candidates.models import Installation, Parcours, ParcoursEvent, Person
from candidates.selectors import agreements, moving_adults
from emile.core.calendar import is_working_day
from emile.core.context import speak_for
from emile.core.outbox import date_as_sent
from emile.steering.demo.population import FictitiousHousehold
from operators.actors import Actor
from territories.models import Occupation


# Where the demonstration settles people, and the commune of the homes found there.
TERRITORY = "cantal"
HOME_COMMUNE = "15014"


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the demonstration who act on the files; ``teams`` has everyone, by e-mail.

    ``members`` has the users of each organisation, among whom files are spread.
    """

    prescriber: Actor
    coordinator: Actor
    upstream: Actor
    host: Actor
    teams: Mapping[str, Actor] = field(default_factory=dict)
    members: Mapping[int, Sequence[int]] = field(default_factory=dict)

    def around(self, prescriber: str, host: str) -> Self:
        """Those of one household: who orients it, who would welcome it."""
        return replace(self, prescriber=self.teams[prescriber], host=self.teams[host])


class Story:
    """One household’s way. Each act moves the clock on, and never past ``now``."""

    def __init__(self, household: FictitiousHousehold, cast: Cast, now: datetime) -> None:
        self.household, self.cast, self.now = household, cast, now
        self.clock = now - timedelta(days=household.days)
        self.parcours: Parcours = Parcours()

    @property
    def today(self) -> date:
        return self.clock.date()

    def wait(self, days: int) -> None:
        """Nobody works on a Sunday, nor on the first of May."""
        later = self.clock + timedelta(days=days)
        while not is_working_day(later.date()):
            later += timedelta(days=1)
        self.clock = min(later, self.now)

    def wait_until(self, day: date) -> None:
        self.wait(max((day - self.today).days, 0))

    def act(self, actor: Actor, service: Callable[..., Any], **fields: Any) -> Any:
        speak_for(actor.database_context)
        return service(actor=actor, parcours=self.parcours, on=self.today, now=self.clock, **fields)

    def read(self) -> Parcours:
        """The file as it has become."""
        return Parcours.objects.get(pk=self.parcours.pk)

    def adults(self) -> list[Person]:
        speak_for(self.cast.coordinator.database_context)
        return moving_adults(self.read(), self.today)

    @property
    def occupation(self) -> Occupation:
        return Occupation.objects.get(code=self.household.occupation)

    def post(self) -> None:
        """Whoever had to be told was told on the day of the act."""
        acts = ParcoursEvent.objects.filter(pk=OuterRef("act_id"))
        date_as_sent(parcours_id=self.parcours.pk, at=Subquery(acts.values("recorded_at")))

    def installed_on(self) -> date:
        speak_for(self.cast.coordinator.database_context)
        return Installation.objects.get(parcours=self.parcours).effective_on

    def placement(self) -> Any:
        speak_for(self.cast.coordinator.database_context)
        return agreements.active_placement(self.parcours)
