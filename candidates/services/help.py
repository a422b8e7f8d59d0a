"""The help sheets that the coordinator writes."""

from django.db import transaction
from django.utils.text import slugify

from candidates.models import HelpSheet
from candidates.services.settings import SettingRefused, check_right
from emile.core.errors import StaleVersion
from operators.actors import Actor


SLUG_LENGTH = 60


@transaction.atomic
def add_help_sheet(
    *, actor: Actor, title: str, body: str, stage: str, is_published: bool, after: str
) -> HelpSheet:
    """Raises SettingRefused when a sheet has this title already."""
    check_right(actor)
    _hold_sheets()
    sheet = HelpSheet(
        slug=slugify(title)[:SLUG_LENGTH].strip("-"),
        title=title,
        body=body,
        stage=stage,
        is_published=is_published,
    )
    if HelpSheet.objects.filter(slug=sheet.slug).exists():
        raise SettingRefused("Une fiche porte déjà ce titre.", code="duplicate", field="title")
    sheet.full_clean()
    sheet.save()
    _place(sheet, after)
    return sheet


@transaction.atomic
def change_help_sheet(
    *,
    actor: Actor,
    sheet: HelpSheet,
    version: int,
    title: str,
    body: str,
    stage: str,
    is_published: bool,
    after: str,
) -> HelpSheet:
    """Its address stays: people keep it. Raises StaleVersion."""
    check_right(actor)
    _hold_sheets()
    sheet = HelpSheet.objects.get(pk=sheet.pk)
    if sheet.version != version:
        raise StaleVersion(current=sheet.version)
    sheet.title, sheet.body, sheet.stage = title, body, stage
    sheet.is_published = is_published
    sheet.version += 1
    sheet.full_clean()
    sheet.save()
    _place(sheet, after)
    return sheet


def _hold_sheets() -> None:
    """Two people change the list one after the other."""
    list(HelpSheet.objects.select_for_update().order_by("pk").values_list("pk"))


def _place(sheet: HelpSheet, after: str) -> None:
    slugs = [one.slug for one in HelpSheet.objects.in_order() if one.pk != sheet.pk]
    slugs.insert(slugs.index(after) + 1 if after in slugs else 0, sheet.slug)
    for rank, slug in enumerate(slugs):
        HelpSheet.objects.filter(slug=slug).exclude(rank=rank).update(rank=rank)
