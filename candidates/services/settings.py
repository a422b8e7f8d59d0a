"""Changing the coordinator's lists: a new version from a day on, never a deletion.

Whoever changes a list holds all its rows until the end, so that two changes follow each other.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from candidates import policies
from candidates.models import EventKind
from candidates.selectors.settings import SettingList, label_of, same_words
from emile.core.errors import DomainError, StaleVersion
from operators.actors import Actor
from territories.models.setting import Setting


DAY = timedelta(days=1)
CODE_LENGTH = 40


class SettingRefused(DomainError):
    """``field`` is the answer to correct; empty for the whole form."""

    def __init__(self, message: str, *, code: str, field: str = "") -> None:
        super().__init__(message, code=code)
        self.field = field


def check_right(actor: Actor) -> None:
    if not policies.can_keep_settings(actor):
        raise SettingRefused("Seule la coordination tient les réglages.", code="permission")


def check_day(since: date, today: date) -> None:
    if since < today:
        raise SettingRefused(
            "Choisissez aujourd’hui ou un jour à venir\u00a0: le passé ne change pas.",
            code="past",
            field="starts_on",
        )


@transaction.atomic
def add_setting(
    *,
    actor: Actor,
    settings: SettingList,
    since: date,
    after: str,
    today: date,
    values: Mapping[str, Any],
) -> Setting:
    """A row that did not exist; or that comes back, under the code it had.

    ``after`` is the code of the row it follows, empty for the first place. Raises SettingRefused.
    """
    check_right(actor)
    check_day(since, today)
    versions = _hold(settings)
    label = values["label"]
    alike = [row for row in versions if same_words(label_of(row), label)]
    known = [row for row in versions if alike and row.code == alike[-1].code]
    if known and (known[-1].until is None or known[-1].until >= since):
        raise SettingRefused(
            f"Ce libellé existe déjà dans la liste «\u00a0{settings.title}\u00a0».",
            code="duplicate",
            field="label",
        )
    row = settings.model(
        **settings.scope,
        **values,
        code=known[-1].code if known else _new_code(label, {one.code for one in versions}),
        since=since,
        version=known[-1].version + 1 if known else 1,
    )
    if values.get("is_mandatory"):
        _release_mandatory(versions, except_code=row.code, since=since)
    row.full_clean()
    row.save()
    _place(settings, row.code, after, today)
    return row


@transaction.atomic
def change_setting(
    *,
    actor: Actor,
    settings: SettingList,
    code: str,
    version: int,
    since: date,
    after: str,
    today: date,
    values: Mapping[str, Any],
) -> Setting:
    """The same row with other words from ``since`` on; a version that starts that day is corrected.

    Changing a row about to be retired keeps it. Raises StaleVersion and SettingRefused.
    """
    check_right(actor)
    check_day(since, today)
    versions = _hold(settings)
    head = _head(versions, code, version)
    if since < head.since:
        raise SettingRefused(
            f"Une version commence déjà le {head.since:%d/%m/%Y}\u00a0: choisissez ce jour-là ou un "
            "jour qui suit.",
            code="order",
            field="starts_on",
        )
    label = values.get("label", "")
    if any(
        row.code != code and (row.until is None or row.until >= since)
        for row in versions
        if label and same_words(label_of(row), label)
    ):
        raise SettingRefused(
            "Un autre élément de la liste porte déjà ce libellé.", code="duplicate", field="label"
        )
    _keep_one_mandatory(versions, head, since, values)
    changed = head.until is not None or any(
        getattr(head, name) != value for name, value in values.items()
    )
    row: Setting = _new_version(head, since, values) if changed else head
    if not settings.is_fixed:
        _place(settings, code, after, today)
    return row


@transaction.atomic
def retire_setting(
    *, actor: Actor, settings: SettingList, code: str, version: int, since: date, today: date
) -> Setting:
    """No longer offered from ``since`` on. Raises StaleVersion and SettingRefused."""
    check_right(actor)
    check_day(since, today)
    versions = _hold(settings)
    head: Setting = _head(versions, code, version)
    others = [row for row in versions if row.code != code and row.until is None]
    if settings.is_fixed:
        refusal = "Ce réglage se modifie, il ne se retire pas."
    elif getattr(head, "is_mandatory", False):
        refusal = "Rendez d’abord obligatoire un autre type d’événement."
    elif not any(row.since <= since for row in others):
        refusal = "C’est le dernier de la liste\u00a0: ajoutez-en d’abord un autre."
    elif since <= head.since:
        refusal = f"Il commence le {head.since:%d/%m/%Y}\u00a0: il peut être retiré à partir du lendemain."
    else:
        head.until = since - DAY
        head.version += 1
        head.full_clean()
        head.save()
        return head
    raise SettingRefused(refusal, code="kept")


def _hold(settings: SettingList) -> list[Any]:
    """Every version of the list, the oldest first, once nobody else is changing any."""
    list(settings.rows().select_for_update().order_by("pk").values_list("pk"))
    return list(settings.rows().order_by("since", "pk"))


def _head(versions: list[Any], code: str, version: int) -> Any:
    """The last version of the row, as it was shown to whoever changes it."""
    head = [row for row in versions if row.code == code][-1]
    if head.version != version:
        raise StaleVersion(current=head.version)
    return head


def _new_version(head: Any, since: date, values: Mapping[str, Any]) -> Any:
    """The head itself when it starts that day; otherwise a copy, which follows it."""
    row = head
    if since > head.since:
        row = type(head).objects.get(pk=head.pk)
        row.pk, row.since = None, since
        head.until = since - DAY
        head.full_clean()
        head.save()
    row.until = None
    row.version += 1
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row


def _keep_one_mandatory(
    versions: list[Any], head: Any, since: date, values: Mapping[str, Any]
) -> None:
    if not isinstance(head, EventKind) or head.is_mandatory == values["is_mandatory"]:
        return
    if head.is_mandatory:
        raise SettingRefused(
            "Un type est toujours obligatoire\u00a0: pour en changer, cochez cette case sur un autre.",
            code="mandatory",
            field="is_mandatory",
        )
    _release_mandatory(versions, except_code=head.code, since=since)


def _release_mandatory(versions: list[Any], *, except_code: str, since: date) -> None:
    """The kind that was mandatory is no longer, from the same day."""
    for row in versions:
        if row.is_mandatory and row.until is None and row.code != except_code:
            if row.since > since:
                raise SettingRefused(
                    f"«\u00a0{row.label}\u00a0» devient obligatoire le {row.since:%d/%m/%Y}\u00a0: "
                    "choisissez ce jour-là ou un jour qui suit.",
                    code="order",
                    field="starts_on",
                )
            _new_version(row, since, {"is_mandatory": False})


def _new_code(label: str, taken: set[str]) -> str:
    stem = slugify(label).replace("-", "_")[: CODE_LENGTH - 4].strip("_")
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}_{number}"
    return code


def _place(settings: SettingList, code: str, after: str, today: date) -> None:
    """Put the row after another one; all versions of a row have its rank."""
    codes = [row.code for row in settings.heads(today) if row.code != code]
    codes.insert(codes.index(after) + 1 if after in codes else 0, code)
    for rank, one in enumerate(codes):
        settings.rows().filter(code=one).exclude(rank=rank).update(rank=rank)
