"""The caseworkers of each team beside its manager, and which of them has which household in hand."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zlib import crc32

from candidates import services
from candidates.enums import WORKING_STANDINGS, Standing
from emile.core.context import speak_for
from emile.steering.demo.population import FictitiousHousehold
from emile.steering.demo.teller import Story
from operators.demo import DemoAccount
from operators.models import Membership, User
from operators.services import declare_absence


# By the e-mail of their manager.
CASEWORKERS: Mapping[str, Sequence[tuple[str, str]]] = {
    "coordination@demo.emile.example": (("Basile", "Corvin"), ("Maud", "Lestrange")),
    "orienteur@demo.emile.example": (("Amélie", "Tessard"), ("Karim", "Belgarde")),
    "amont@demo.emile.example": (("Yann", "Delorme-Petit"), ("Leïla", "Montclar")),
    "accueil@demo.emile.example": (("Gaëlle", "Fabrègues"), ("Bruno", "Carlat")),
    "accueil.cher@demo.emile.example": (("Odile", "Sancerret"), ("Driss", "Vierzon")),
    "accueil.indre@demo.emile.example": (("Marius", "Brenaud"), ("Sonia", "Levroux")),
    "accueil.maurienne@demo.emile.example": (("Inaya", "Modanet"), ("Pierre", "Valloir")),
    "orienteur.paris@demo.emile.example": (("Élise", "Fictif"), ("Moussa", "Échantillon")),
    "orienteur.95@demo.emile.example": (("Rose", "Gabarit"), ("Tom", "Prototype")),
    "orienteur.lyon@demo.emile.example": (("Jade", "Maquette"), ("Adil", "Canevas")),
}
# One file in so many is in the hands of the team as a whole.
NOBODYS = 5
BEGUN = (Standing.IN_PROGRESS, Standing.STEP_DONE)
AWAY_SINCE, AWAY_FOR = timedelta(days=2), timedelta(days=12)
ABSENT, SUBSTITUTE = "amont.1@demo.emile.example", "amont@demo.emile.example"


def with_caseworkers(managers: Sequence[DemoAccount]) -> list[DemoAccount]:
    """Each manager, then the team."""
    return [
        one
        for manager in managers
        for one in (
            manager,
            *(
                DemoAccount(
                    email=manager.email.replace("@", f".{rank}@"),
                    role=manager.role,
                    first_name=first_name,
                    last_name=last_name,
                    organisation=manager.organisation,
                    kind=manager.kind,
                    departement=manager.departement,
                    is_manager=False,
                )
                for rank, (first_name, last_name) in enumerate(
                    CASEWORKERS.get(manager.email, ()), start=1
                )
            ),
        )
    ]


def send_one_away(members: Mapping[str, Membership], now: datetime) -> None:
    """Whoever signs in for the upstream operator stands in for a colleague."""
    substitute = members[SUBSTITUTE]
    declare_absence(
        actor=substitute.as_actor(),
        membership=members[ABSENT],
        substitute=substitute,
        since=now.date() - AWAY_SINCE,
        until=now.date() + AWAY_FOR,
        now=now,
    )


def followed_by(household: FictitiousHousehold, team: Sequence[int]) -> User:
    """Of a team, given by the ids of its members: the same one at each seed."""
    return User.objects.get(pk=team[_draw(household, "lead") % len(team)])


def take_in_hand(story: Story) -> None:
    """Somebody of the organisation whose move it is says so, for most of the files."""
    speak_for(story.cast.coordinator.database_context)
    parcours = story.read()
    drawn = _draw(story.household, "owner")
    team = story.cast.members.get(parcours.owner_organisation_id or 0, ())
    # Done by those whose move it is, it would begin their stage.
    is_begun_by_it = parcours.owner_organisation_id == story.cast.coordinator.organisation_id
    possible = BEGUN if is_begun_by_it else WORKING_STANDINGS
    if parcours.standing not in possible or not team or drawn % NOBODYS == 0:
        return
    story.act(
        story.cast.coordinator,
        services.assign_worker,
        lead_worker=parcours.lead_worker,
        owner_user=User.objects.get(pk=team[drawn // NOBODYS % len(team)]),
    )


def _draw(household: FictitiousHousehold, what: str) -> int:
    """From who they are, so that it does not depend on the other households."""
    person = household.people[0].fields
    return crc32(
        f"{what} {person['first_name']} {person['last_name']} {person['birth_date']}".encode()
    )
