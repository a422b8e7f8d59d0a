"""Finding a help sheet: by its words, or by the stage of a file."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet

from candidates.models import HelpSheet
from candidates.selectors.settings import names_of, with_last_change
from emile.core.questions import plain


def help_sheets_for(stage: str | OuterRef) -> QuerySet[HelpSheet]:
    """Of which the first is proposed on the files of a stage."""
    return HelpSheet.objects.published().filter(stage=stage).in_order()


def published_sheets(query: str = "") -> list[HelpSheet]:
    """The sheets that hold every word of the query, in their order."""
    words = plain(query).split()
    return [
        sheet
        for sheet in HelpSheet.objects.published().in_order()
        if all(word in plain(f"{sheet.title} {sheet.body}") for word in words)
    ]


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A sheet, published or not, with who last changed it."""

    sheet: HelpSheet
    changed_by: str
    changed_at: datetime | None


def sheets_with_authors() -> list[WrittenSheet]:
    sheets = list(with_last_change(HelpSheet.objects.in_order()))
    names = names_of(sheets)
    return [
        WrittenSheet(sheet, names.get(sheet.changed_by_id, ""), sheet.changed_at)
        for sheet in sheets
    ]
