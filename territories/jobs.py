"""What the clock does to offers, and what is too long for a page."""

from celery import shared_task
from django.utils import timezone

from territories.connectors.france_travail import from_settings
from territories.enums import Origin
from territories.forms.rows import make_reader
from territories.models import OfferImport
from territories.services.answers import ask_for_confirmations as ask
from territories.services.holds import tell_all_who_wait
from territories.services.import_runs import carry_on
from territories.services.imports import CARRY_ON, nudge
from territories.services.visits import visit


# A hundred thousand lines take less than a minute; a slow server has ten.
LONGEST_SECONDS = 600
# A visit waits for the source as often as it asks.
LONGEST_VISIT_SECONDS = 3000


@shared_task
def ask_for_confirmations() -> int:
    """The number of addresses is for the logs."""
    now = timezone.now()
    return ask(on=timezone.localdate(now), now=now)


@shared_task(name=CARRY_ON, soft_time_limit=LONGEST_SECONDS, time_limit=LONGEST_SECONDS + 30)
def carry_on_import(*, import_id: int) -> None:
    """Safe to run twice."""
    carry_on(import_id=import_id, make_reader=make_reader, clock=timezone.now)


@shared_task
def sweep_imports() -> int:
    """Find the imports that wait, or that a worker left half-way; how many is for the logs."""
    left_aside = OfferImport.objects.left_aside(timezone.now()).of_source(Origin.FILE)
    import_ids = list(left_aside.order_by("pk").values_list("pk", flat=True))
    for import_id in import_ids:
        nudge(import_id)
    return len(import_ids)


@shared_task(soft_time_limit=LONGEST_VISIT_SECONDS, time_limit=LONGEST_VISIT_SECONDS + 30)
def visit_france_travail() -> None:
    """Nothing without credentials. Safe to run twice: the second finds the first at it, or over."""
    if source := from_settings():
        visit(source=source, make_reader=make_reader, clock=timezone.now)


@shared_task
def tell_who_waits() -> int:
    """Those of holds that ran out at midnight. The number of offers and months is for the logs."""
    return tell_all_who_wait(on=timezone.localdate())
