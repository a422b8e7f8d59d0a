"""Who changed which setting, and when: read from the history that the database keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, F, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat, JSONObject

from candidates.models import EligibilityRuleSet, HelpSheet
from candidates.selectors.settings import LISTS, label_of
from emile.core.templatetags.emile import short_day
from operators.models import User


SHOWN = 100
DAY = timedelta(days=1)
Teller = Callable[[list[Any]], str]
# What the tellers read of a row.
TOLD = ("pgh_label", "code", "label", "title", "use", "version", "since", "until")


@dataclass(frozen=True, slots=True)
class Change:
    """One act on the settings: ``where`` names the list, ``what`` says what was done."""

    at: datetime
    where: str
    what: str
    who: str


def settings_journal() -> list[Change]:
    """The last hundred, the latest first. One query."""
    names = {model._meta.label: model for model in tellers()}
    first, *others = map(_last_written, names.values())
    written = first.union(*others, all=True).order_by("-at", "model", "-number")
    acts = groupby(written[: SHOWN * 2], key=lambda row: (row["at"], row["model"]))
    changes = [_change(names[name], list(rows)) for (_, name), rows in acts]
    return changes[:SHOWN]


def _last_written(model: type[Model]) -> QuerySet[Any]:
    """What a person wrote in one table, in the words that all of them share."""
    history: Any = model._meta.get_field("history").related_model
    names = {field.attname for field in history._meta.concrete_fields}
    author = Cast(KeyTextTransform("user", "pgh_context"), BigIntegerField())
    authors = User.objects.filter(pk=OuterRef("author"))
    rows = history.objects.annotate(author=author).filter(author__isnull=False)
    return rows.order_by("-pgh_id").values(
        at=F("pgh_created_at"),
        model=Value(model._meta.label),
        number=F("pgh_id"),
        who=Subquery(authors.values(name=Concat("first_name", Value(" "), "last_name"))),
        said=JSONObject(**{name: name for name in TOLD if name in names}),
    )[: SHOWN * 2]


def _change(model: type[Model], rows: list[dict[str, Any]]) -> Change:
    """What one act wrote is one line: the rows of a transaction have the same instant."""
    history: Any = model._meta.get_field("history").related_model
    together = [_read(history, row["said"]) for row in rows]
    return Change(
        rows[0]["at"], _where(model, together[0]), tellers()[model](together), rows[0]["who"] or ""
    )


def _read(history: Any, said: dict[str, Any]) -> Any:
    """The row, with what is told of it and no more."""
    return history(
        **{name: history._meta.get_field(name).to_python(value) for name, value in said.items()}
    )


def _where(model: type[Model], row: Any) -> str:
    if model is EligibilityRuleSet:
        return "Critères d’éligibilité"
    if model is HelpSheet:
        return "Fiches d’aide"
    return next(
        settings.title
        for settings in LISTS.values()
        if settings.model is model and settings.holds(row)
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


def tellers() -> dict[type[Model], Teller]:
    """By model; lists may be added by the apps above."""
    return {
        **{settings.model: _told_of_row for settings in LISTS.values()},
        EligibilityRuleSet: _told_of_criteria,
        HelpSheet: _told_of_sheet,
    }
