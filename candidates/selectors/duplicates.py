"""Is this person in the programme already? Answered without showing anything of the other file.

The search runs above row-level security, since the orienting body can't see the files of others.
What comes out is a sealed address and how strong the likeness is, nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import product
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.core import signing
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q, Value

from candidates.enums import ContactKind
from candidates.models import ContactPoint, HouseholdMember, Parcours, Person
from emile.core.context import database_context, system
from emile.core.search import Norm
from operators.actors import Actor


SALT = "candidates.duplicates"
# As long as one may stay on the page that shows the warning.
TOKEN_LIFE = timedelta(hours=12)
MOST_LOOKED_AT = 50
SHARED_BY_NATURE = (ContactKind.SHARED_PHONE, ContactKind.THIRD_PARTY)

# Two spellings of one word share at least this part of their trigrams: Dupond and Dupont do.
SAME_WORD = 0.5

SAME_NAME, CLOSE_NAME, ONE_WORD = 3, 2, 1
SAME_BIRTH, VAGUE_BIRTH, OTHER_BIRTH = 3, 1, -3
SAME_PHONE, SHARED_PHONE = 3, 1
PROBABLE, POSSIBLE = 5, 3


KeyT = TypeVar("KeyT")


class Strength(StrEnum):
    PROBABLE = "probable"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Identity:
    """What two people are compared on. A shared phone says little, so it is kept apart; the phone
    of the orienting body says nothing."""

    first_name: str = ""
    last_name: str = ""
    birth_name: str = ""
    birth_date: date | None = None
    is_approximate: bool = False
    own_phones: frozenset[str] = frozenset()
    shared_phones: frozenset[str] = frozenset()

    @property
    def spellings(self) -> list[frozenset[str]]:
        """The words of the name, whatever their order, under either last name."""
        last_names = filter(None, {self.last_name, self.birth_name})
        return [words(f"{self.first_name} {last_name}") for last_name in last_names]

    @property
    def phones(self) -> frozenset[str]:
        return self.own_phones | self.shared_phones

    @property
    def is_born_vaguely(self) -> bool:
        """1 January is what papers say when nobody knows."""
        born = self.birth_date
        return self.is_approximate or (born is not None and (born.day, born.month) == (1, 1))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody who may be the same person, in a file that stays closed.

    ``token`` can only be given back, by the organisation that received it, to ask to join.
    """

    token: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Likenesses:
    """``ours`` are files that the actor may open anyway."""

    ours: tuple[Parcours, ...]
    elsewhere: tuple[Likeness, ...]


# Comparing: names are already without accent nor capital


def words(name: str) -> frozenset[str]:
    return frozenset("".join(one if one.isalnum() else " " for one in name).split())


def trigrams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def is_same_word(one: str, other: str) -> bool:
    mine, theirs = trigrams(one), trigrams(other)
    return len(mine & theirs) >= SAME_WORD * len(mine | theirs)


def name_points(one: Identity, other: Identity) -> int:
    """0 as soon as a word of the shorter name is not in the other: twins share all but one."""
    return max(
        (
            _spelling_points(mine, theirs)
            for mine, theirs in product(one.spellings, other.spellings)
        ),
        default=0,
    )


def _spelling_points(mine: frozenset[str], theirs: frozenset[str]) -> int:
    shorter, longer = sorted((mine, theirs), key=lambda name: (len(name), sorted(name)))
    if not shorter:
        return 0
    if shorter <= longer:
        return SAME_NAME if len(shorter) > 1 else ONE_WORD
    left = set(longer - shorter)
    for word in sorted(shorter - longer):
        twin = next((known for known in sorted(left) if is_same_word(word, known)), None)
        if twin is None:
            return 0
        left.remove(twin)
    return CLOSE_NAME if len(shorter) > 1 else 0


def birth_points(one: Identity, other: Identity) -> int:
    """A vague date weighs little, for and against."""
    if one.birth_date is None or other.birth_date is None:
        return 0
    is_vague = one.is_born_vaguely or other.is_born_vaguely
    if one.birth_date == other.birth_date:
        return VAGUE_BIRTH if is_vague else SAME_BIRTH
    if is_vague and one.birth_date.year == other.birth_date.year:
        return 0
    return OTHER_BIRTH


def phone_points(one: Identity, other: Identity) -> int:
    if one.own_phones & other.own_phones:
        return SAME_PHONE
    return SHARED_PHONE if one.phones & other.phones else 0


def strength_of(one: Identity, other: Identity) -> Strength | None:
    """None for two people; without a common name nothing else counts."""
    name = name_points(one, other)
    points = name + birth_points(one, other) + phone_points(one, other) if name else 0
    if points >= PROBABLE:
        return Strength.PROBABLE
    return Strength.POSSIBLE if points >= POSSIBLE else None


# Searching


def find_likenesses(*, actor: Actor, identities: Iterable[Identity], on: date) -> Likenesses:
    """The open files that may be about one of these people, the likeliest first."""
    found: dict[UUID, Strength] = {}
    with database_context(system("doublons")):
        for identity in identities:
            for parcours_id, strength in _resembling(identity, on):
                _keep_strongest(found, parcours_id, strength)
    visible = Parcours.objects.visible_to(actor).filter(public_id__in=found)
    ours = tuple(visible.select_related("household").order_by("-opened_on", "pk"))
    known = {parcours.public_id for parcours in ours}
    elsewhere = [
        Likeness(token=seal(parcours_id, actor), strength=strength)
        for parcours_id, strength in found.items()
        if parcours_id not in known
    ]
    elsewhere.sort(key=lambda likeness: likeness.strength != Strength.PROBABLE)
    return Likenesses(ours=ours, elsewhere=tuple(elsewhere))


def seal(parcours_id: UUID, actor: Actor) -> str:
    return signing.dumps([str(parcours_id), actor.organisation_id], salt=SALT)


def unseal(token: str, actor: Actor) -> UUID | None:
    """None for a token that is not ours, was given to others, or is too old."""
    try:
        parcours_id, organisation_id = signing.loads(token, salt=SALT, max_age=TOKEN_LIFE)
    except signing.BadSignature:
        return None
    return UUID(parcours_id) if organisation_id == actor.organisation_id else None


def _resembling(identity: Identity, on: date) -> list[tuple[UUID, Strength]]:
    members = list(_near(identity, on))
    if not members:
        return []
    mine = _normalised(identity)
    strengths: dict[int, Strength] = {}
    for member in members:
        if strength := strength_of(mine, _identity_of(member)):
            _keep_strongest(strengths, member.household_id, strength)
    files = Parcours.objects.open().filter(household__in=strengths)
    return [
        (public_id, strengths[household_id])
        for household_id, public_id in files.values_list("household_id", "public_id")
    ]


def _keep_strongest(found: dict[KeyT, Strength], key: KeyT, strength: Strength) -> None:
    if found.get(key) != Strength.PROBABLE:
        found[key] = strength


def _near(identity: Identity, on: date) -> models.QuerySet[HouseholdMember]:
    """Those worth comparing: a near name, the same phone, or the same birth date if it says much."""
    name = Norm(Value(f"{identity.last_name} {identity.first_name}"))
    near = Q(person__name_norm__trigram_similar=name)
    if identity.birth_date and not identity.is_born_vaguely:
        near |= Q(person__birth_date=identity.birth_date)
    if identity.phones:
        reached = ContactPoint.objects.filter(person=OuterRef("person"), value__in=identity.phones)
        near |= Q(Exists(reached))
    return (
        HouseholdMember.objects.on(on)
        .filter(near)
        .annotate(
            first_name=Norm("person__first_name"),
            last_name=Norm("person__last_name"),
            birth_name=Norm("person__birth_name"),
            likeness=TrigramSimilarity("person__name_norm", name),  # type: ignore[arg-type]
        )
        .select_related("person")
        .prefetch_related("person__contact_points")
        .order_by("-likeness", "pk")[:MOST_LOOKED_AT]
    )


def _normalised(identity: Identity) -> Identity:
    """The same one, spelt as the database spells names to compare them."""
    names = [identity.first_name, identity.last_name, identity.birth_name]
    with connection.cursor() as cursor:
        cursor.execute("SELECT f_norm(%s), f_norm(%s), f_norm(%s)", names)
        first_name, last_name, birth_name = cursor.fetchone()
    return replace(identity, first_name=first_name, last_name=last_name, birth_name=birth_name)


def _identity_of(member: Any) -> Identity:
    """Of a row of ``_near``."""
    person: Person = member.person
    phones = list(person.contact_points.all())
    return Identity(
        first_name=member.first_name,
        last_name=member.last_name,
        birth_name=member.birth_name,
        birth_date=person.birth_date,
        is_approximate=person.birth_date_is_approximate,
        own_phones=frozenset(one.value for one in phones if one.kind == ContactKind.OWN_PHONE),
        shared_phones=frozenset(one.value for one in phones if one.kind in SHARED_BY_NATURE),
    )
