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
from territories.services.kept import assign, check_right, editing, performing
from territories.workflow import WORKFLOWS
from territories.workflow.expected import lock_board


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
    lock_board(territory)
    added = EXPECTED[kind](territory=territory, confirmed_on=on, **values)
    _refuse_twin(added)
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
    """Raises StaleVersion when somebody else rewrote it since ``version``, DomainError when what it
    becomes is already written."""
    with editing(expected, version=version, actor=actor, on=on, now=now) as act:
        changed = assign(act.subject, changes)
        _refuse_twin(act.subject)
        act.subject.full_clean(exclude=["public_id"])
        act.payload["fields"] = sorted(changed)
    return act.subject


@transaction.atomic
def move_expected(
    *, actor: Actor, expected: ExpectedT, step: str, on: date, now: datetime
) -> ExpectedT:
    """Confirm it, retire it, take it back: see ``territories.workflow``."""
    with performing(step, expected, actor=actor, on=on, now=now) as act:
        pass
    return act.subject


def _refuse_twin(expected: Expected) -> None:
    """While its board is locked."""
    if expected.has_twin():
        raise DomainError(ALREADY_WRITTEN, code="twin")
