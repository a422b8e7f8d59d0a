"""Write what a territory expects, put it right, confirm it, retire it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from emile.core.errors import DomainError
from operators.actors import Actor
from territories.enums import ExpectedKind
from territories.models import Territory, TerritoryNeed, UsualHome
from territories.models.expected import ALREADY_WRITTEN, EXPECTED, Expected
from territories.services.kept import check_right, editing, performing, rewrite
from territories.workflow import WORKFLOWS


ExpectedT = TypeVar("ExpectedT", bound=Expected)


@transaction.atomic
def add_expected(
    *,
    actor: Actor,
    territory: Territory,
    kind: ExpectedKind,
    values: Mapping[str, Any],
    on: date,
    now: datetime,
) -> TerritoryNeed | UsualHome:
    """Raises ValidationError, or DomainError when it is already written, or when the actor does not
    keep this territory's board."""
    check_right(actor, territory, on)
    # Two people who write the same thing at once follow each other: the second is told.
    Territory.objects.select_for_update(no_key=True).get(pk=territory.pk)
    added = EXPECTED[kind](territory=territory, confirmed_on=on, **values)
    if added.has_twin():
        raise DomainError(ALREADY_WRITTEN, code="twin")
    added.full_clean()
    added.save()
    WORKFLOWS[type(added)].open_journal(added, actor=actor, on=on, now=now)
    return added


@transaction.atomic
def edit_expected(
    *,
    actor: Actor,
    expected: ExpectedT,
    version: int,
    changes: Mapping[str, Any],
    on: date,
    now: datetime,
) -> ExpectedT:
    """Raises StaleVersion when somebody else rewrote it since ``version``."""
    with editing(expected, version=version, actor=actor, on=on, now=now) as act:
        act.payload["fields"] = sorted(rewrite(act.subject, changes))
    return act.subject


@transaction.atomic
def move_expected(
    *, actor: Actor, expected: ExpectedT, step: str, on: date, now: datetime
) -> ExpectedT:
    """Confirm it, retire it, take it back: see ``territories.workflow``."""
    with performing(step, expected, actor=actor, on=on, now=now) as act:
        pass
    return act.subject
