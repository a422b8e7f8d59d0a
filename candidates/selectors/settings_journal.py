"""Who changed which setting, and when: read from the history that the database keeps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, Model, OuterRef, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat

from candidates.models import EligibilityRuleSet, HelpSheet
from candidates.selectors.settings import LISTS, label_of
from emile.core.templatetags.emile import short_day
from operators.models import User


SHOWN = 100
DAY = timedelta(days=1)
Teller = Callable[[list[Any]], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One act on the settings: ``where`` names the list, ``what`` says what was done."""

    at: datetime
    where: str
    what: str
    who: str


def settings_journal() -> list[Change]:
    """The last hundred, the latest first. One query per kind of list."""
    models = {settings.model for settings in LISTS.values()}
    changes = [change for model in models for change in _changes_of(model, _told_of_row)]
    changes += _changes_of(EligibilityRuleSet, _told_of_criteria)
    changes += _changes_of(HelpSheet, _told_of_sheet)
    return sorted(changes, key=lambda change: change.at, reverse=True)[:SHOWN]


def _changes_of(model: type[Model], tell: Teller) -> Iterator[Change]:
    """What one act wrote is one line: the rows of a transaction have the same instant."""
    history: Any = model._meta.get_field("history").related_model
    authors = User.objects.filter(pk=OuterRef("author_id"))
    rows = (
        history.objects.annotate(
            author_id=Cast(KeyTextTransform("user", "pgh_context"), BigIntegerField())
        )
        .filter(author_id__isnull=False)
        .annotate(who=Subquery(authors.values(name=Concat("first_name", Value(" "), "last_name"))))
        .order_by("-pgh_id")[: SHOWN * 2]
    )
    for at, written in groupby(rows, key=lambda row: row.pgh_created_at):
        together = list(written)
        yield Change(at, _where(model, together[0]), tell(together), together[0].who or "")


def _where(model: type[Model], row: Any) -> str:
    if model is EligibilityRuleSet:
        return "Critères d’éligibilité"
    if model is HelpSheet:
        return "Fiches d’aide"
    return next(
        settings.title
        for settings in LISTS.values()
        if settings.model is model
        and all(getattr(row, name) == value for name, value in settings.scope.items())
    )


def _told_of_row(rows: list[Any]) -> str:
    """A new version also ends the one before: the act is told by what it added."""
    row = next((one for one in rows if one.pgh_label == "insert"), rows[0])
    name = f"«\u00a0{label_of(row)}\u00a0»"
    if row.pgh_label == "insert":
        done = "ajouté" if row.version == 1 else "modifié"
        return f"{name}, {done} à partir du {short_day(row.since)}"
    if row.until is not None:
        return f"{name}, retiré à partir du {short_day(row.until + DAY)}"
    return f"{name}, modifié à partir du {short_day(row.since)}"


def _told_of_criteria(rows: list[Any]) -> str:
    row = max(rows, key=lambda one: one.version)
    return f"Critères modifiés à partir du {short_day(row.since)}"


def _told_of_sheet(rows: list[Any]) -> str:
    done = "ajoutée" if rows[0].pgh_label == "insert" else "modifiée"
    return f"«\u00a0{rows[0].title}\u00a0», {done}"
