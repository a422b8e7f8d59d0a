"""What every act on a board has in common: the right to keep it, the version, what is rewritten."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import models

from emile.core.errors import DomainError, StaleVersion
from emile.core.workflow import Act
from operators.actors import Actor
from territories import policies
from territories.models import Territory
from territories.models.kept import Kept
from territories.workflow import WORKFLOWS


KeptT = TypeVar("KeptT", bound=Kept)


def check_right(actor: Actor, territory: Territory, on: date) -> None:
    if not policies.keeps_board_of(actor, territory, on):
        raise DomainError(policies.WHO_KEEPS, code="permission")


@contextmanager
def performing(
    step: str, kept: KeptT, *, actor: Actor, on: date, now: datetime
) -> Iterator[Act[KeptT]]:
    """A step of its workflow, by somebody who keeps the board of its territory."""
    check_right(actor, kept.territory, on)
    with WORKFLOWS[type(kept)].perform(step, kept, actor=actor, on=on, now=now) as act:
        yield act


@contextmanager
def editing(
    kept: KeptT, *, version: int, actor: Actor, on: date, now: datetime
) -> Iterator[Act[KeptT]]:
    """The caller rewrites ``act.subject``, which is then saved once. Raises StaleVersion."""
    with performing("edit", kept, actor=actor, on=on, now=now) as act:
        if act.subject.version != version:
            raise StaleVersion(current=act.subject.version)
        yield act


def assign(row: models.Model, values: Mapping[str, Any]) -> list[str]:
    """Set what changed; the names of those fields."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return changed


def rewrite(row: models.Model, values: Mapping[str, Any]) -> list[str]:
    """The same, checked. The caller saves."""
    if changed := assign(row, values):
        row.full_clean(exclude=["offer", "public_id"])
    return changed
