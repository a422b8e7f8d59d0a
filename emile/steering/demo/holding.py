"""What some of the twenty keep of their territory: a home that two ask for, a month’s place."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db import transaction

from candidates import services
from candidates.enums import Link, Stage
from candidates.models import Parcours
from candidates.workflow import clock
from emile.core.context import database_context, speak_for
from emile.core.outbox import without_nudges
from emile.steering.demo.population import HOUSEHOLDS
from emile.steering.demo.teller import TERRITORY, Cast, Story
from territories.enums import OfferKind, Typology
from territories.models import Offer, WelcomeSlot
from territories.models.hold import Thing
from territories.models.welcome import month_of


DAYS_AGO = 2
# By the candidate’s name, in the order in which they ask: the second comes too late for the home.
ASKS = {
    "Petrenko": OfferKind.HOME,
    "Traoré-Girard": OfferKind.HOME,
    "Wiśniewski": None,
}


def keep_places(cast: Cast, now: datetime) -> None:
    """Once everything is offered, and everyone has come as far as they will."""
    told = {household.people[0].fields["last_name"]: household for household in HOUSEHOLDS}
    with transaction.atomic(), without_nudges(), database_context(None):
        things = _things(now)
        for name, asked in ASKS.items():
            story = Story(told[name], cast, now)
            story.clock = now - timedelta(days=DAYS_AGO)
            speak_for(cast.coordinator.database_context)
            story.parcours = _file_of(name)
            _ask(story, things[asked])


def _file_of(name: str) -> Parcours:
    return Parcours.objects.get(
        household__members__link=Link.CANDIDATE, household__members__person__last_name=name
    )


def _things(now: datetime) -> dict[OfferKind | None, Thing]:
    """A small home with one place, and next month."""
    offers = Offer.objects.filter(territory__slug=TERRITORY).open_on(now.date()).order_by("pk")
    slots = WelcomeSlot.objects.filter(territory__slug=TERRITORY)
    return {
        OfferKind.HOME: offers.filter(home__typology=Typology.T2, places=1)[0],
        None: slots.get(month=month_of(now.date()) + relativedelta(months=1)),
    }


def _ask(story: Story, thing: Thing) -> None:
    is_proposed = story.parcours.stage == Stage.POSITIONING
    story.act(
        story.cast.upstream if is_proposed else story.cast.host,
        services.hold_offer,
        placement=story.parcours.placements.live().get(),
        thing=thing,
        until=clock.delay_after(clock.HOLD, story.today),
        or_wait=True,
    )
