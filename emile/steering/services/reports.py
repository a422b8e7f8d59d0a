"""A report is asked for, by somebody or by the clock, made by a worker, archived, told of."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from emile.core.calendar import working_days_after
from emile.core.context import database_context, system
from emile.core.emails import absolute, key_of, render
from emile.core.models import ProducedState
from emile.core.odt import Block, Table, write_odt
from emile.core.outbox import send_email
from emile.core.producing import Clock, claim, keep
from emile.core.templatetags.emile import moment
from emile.core.workers import call_worker
from emile.steering.models import Report, Scope
from emile.steering.selectors.figures import Frame
from emile.steering.selectors.report_page import ReportPage, report_page
from emile.steering.selectors.reports import state_services_of
from operators.actors import Actor
from operators.selectors import addresses
from territories.models import Territory


# The entrance that makes it: above services, hence by its name.
CARRY_ON = "emile.steering.jobs.carry_on_report"
PURPOSE = "rapports"
LETTER = "monthly_report"
TEMPLATE = "steering/pdf/report.html"


@transaction.atomic
def ask_report(*, actor: Actor, frame: Frame, now: datetime) -> Report:
    """Have it made; the one that is being made, if there is one. ``frame`` is one that the actor
    reads."""
    is_local = frame.scope == Scope.TERRITORY
    owner_id = int(frame.scope_id) if frame.scope_id else None
    asked = Report(
        scope=frame.scope,
        territory_id=owner_id if is_local else None,
        organisation_id=None if is_local else owner_id,
        first=frame.first,
        last=frame.last,
        asked_by_id=actor.user_id,
        asked_at=now,
    )
    asked.full_clean(validate_constraints=False)
    # Two people ask at once: the unique index lets one through.
    Report.objects.bulk_create([asked], ignore_conflicts=True)
    same = Report.objects.for_list().filter(
        scope=asked.scope,
        territory=asked.territory_id,
        organisation=asked.organisation_id,
        first=asked.first,
        last=asked.last,
        asked_by__isnull=False,
    )
    report = same.latest("pk")
    transaction.on_commit(partial(nudge, report.pk), robust=True)
    return report


def ask_monthly_reports(*, on: date, now: datetime) -> int:
    """Those of last month that are not made yet; how many. Safe to call each day, or twice.

    On its first working day, each territory has the past month on paper. A day that was missed is made
    up for on the next one: the figures are then those known that day.
    """
    last_day = on.replace(day=1) - timedelta(days=1)
    if on < working_days_after(last_day, 1):
        return 0
    month = last_day.replace(day=1)
    territories = Territory.objects.taking_part_on(last_day).order_by("pk")
    with database_context(system(PURPOSE)), transaction.atomic():
        ask_of_month(territories, month, now=now)
        of_month = Report.objects.monthly().filter(first=month)
        of_month.filter(state=ProducedState.FAILED).update(state=ProducedState.ASKED, attempts=0)
        report_ids = list(of_month.pending().order_by("pk").values_list("pk", flat=True))
        for report_id in report_ids:
            transaction.on_commit(partial(nudge, report_id), robust=True)
    return len(report_ids)


def ask_of_month(territories: Iterable[Territory], month: date, *, now: datetime) -> None:
    """As the platform. Those that were asked already stay as they are."""
    Report.objects.bulk_create(
        [
            Report(scope=Scope.TERRITORY, territory=one, first=month, last=month, asked_at=now)
            for one in territories
        ],
        ignore_conflicts=True,
    )


def nudge(report_id: int) -> None:
    call_worker(CARRY_ON, report_id=report_id)


def carry_on(*, report_id: int, clock: Clock) -> None:
    """Make it. Safe to run twice: the second finds it leased, or over."""
    from emile.core.pdf import print_pdf

    with database_context(system(PURPOSE)):
        report = claim(Report.objects.for_list(), report_id, clock())
        if report is None:
            return
        page = read(report, clock())
        _keep(report, print_pdf(html_of(page)), note_of(page))


@transaction.atomic
def read(report: Report, now: datetime) -> ReportPage:
    report.as_of = now
    return report_page(report, now)


def html_of(page: ReportPage) -> str:
    return render_to_string(TEMPLATE, {"page": page})


def note_of(page: ReportPage) -> bytes:
    """One page of it, for whoever writes to somebody else."""
    blocks = [
        Block(
            "En bref",
            [f"Situation du {moment(page.as_of)}."],
            page.sentences,
            Table("Chiffres", page.columns, page.rows),
        )
    ]
    if page.local:
        blocks.append(Block("Ce que vous pouvez faire ce mois-ci", items=page.local.advice))
    return write_odt(
        f"EMILE, {page.scope}\u00a0: {page.period}",
        blocks,
        on=timezone.localtime(page.as_of),
    )


@transaction.atomic
def _keep(report: Report, content: bytes, note: bytes) -> None:
    """Those that the report of a month is for are told of it."""
    if keep(report, content, note=note) and report.asked_by_id is None and report.territory:
        _tell(report, report.territory)


def _tell(report: Report, territory: Territory) -> None:
    """State services: a link, no figure."""
    context = {
        "territory": territory,
        "month": report.first,
        "link": absolute(reverse("steering:reports")),
    }
    subject, body = render(f"steering/{LETTER}", context)
    for service in state_services_of(territory):
        for address in addresses(service):
            send_email(
                recipient=address,
                subject=subject,
                body=body,
                key=key_of(LETTER, report.public_id, address),
                organisation_id=service.pk,
            )
