"""What operators are paid for, and what the programme costs and avoids."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.errors import StaleVersion
from emile.core.exports import Column, Kind, Table, Value, format_named, table_download
from emile.core.exports.files import ExportFormat
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.prose import euros
from emile.core.templatetags.emile import month, short_day
from emile.core.views import conflict
from emile.steering.figures.costs import Balance
from emile.steering.forms import ProgrammePeriodForm
from emile.steering.forms.conventions import ConventionForm, answers_of
from emile.steering.models import Convention
from emile.steering.selectors.costs import OBJECTIVES, balance, convention_page
from emile.steering.selectors.figures import Frame, counted_at, indicators
from emile.steering.selectors.lens import EVERYTHING, lens_of
from emile.steering.services.conventions import keep_convention
from emile.steering.services.exports import note_figures
from emile.steering.views.doors import CONVENTIONS
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


COORDINATOR = OrganisationKind.COORDINATOR
COLUMNS = (
    Column("Ligne", width=50),
    Column("Montant", Kind.MONEY, width=16),
    Column("Comment", width=80),
)


@requires(*CONVENTIONS)
@read_only
def conventions(request: AppRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = Convention.objects.visible_to(request.actor).for_list()
    pages = [convention_page(one, today) for one in mine.order_by("organisation__name", "-since")]
    context = {
        "pages": [page for page in pages if not page.is_past],
        "past": [page for page in pages if page.is_past],
        "keeps": request.actor.kind == COORDINATOR,
        "counted_at": counted_at(),
    }
    return render(request, "steering/conventions.html", context)


@requires(COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def convention_add(request: AppRequest) -> HttpResponse:
    return _keep(request, None)


@requires(COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def convention_edit(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = Convention.objects.visible_to(request.actor).for_list()
    return _keep(request, get_object_or_404(found, public_id=public_id))


def _keep(request: AppRequest, convention: Convention | None) -> HttpResponse:
    form = _form(request, convention)
    if request.method == "POST" and form.is_valid():
        try:
            keep_convention(actor=request.actor, convention=convention, **form.values)
        except ValidationError as error:
            form.add_error(None, error)
        except StaleVersion as stale:
            theirs = _form(request, Convention.objects.get(pk=convention.pk if convention else 0))
            return conflict(
                request,
                resume_url=request.path,
                conflicts=theirs.differences(),
                kept=theirs.sent_again(stale.current),
            )
        else:
            messages.success(request, "La convention est notée.")
            return redirect("steering:conventions")
    return render_form(request, "steering/convention_edit.html", form=form, convention=convention)


def _form(request: AppRequest, convention: Convention | None) -> ConventionForm:
    return ConventionForm(
        request.POST or None,
        initial=answers_of(convention) if convention else {},
        indicators=indicators(timezone.localdate(), OBJECTIVES),
    )


@requires(*EVERYTHING)
@read_only
def cost(request: AppRequest) -> HttpResponse:
    form, today = _period(request), timezone.localdate()
    found = balance(form.frame, today)
    context = {
        "form": form,
        "frame": form.frame,
        "found": found,
        "columns": [column.label for column in COLUMNS],
        "lines": [(label, euros(amount), how) for label, amount, how in _spent(found)],
        "counted_at": counted_at(),
        "query": request.GET.urlencode(),
        "formats": ExportFormat.choices,
        "keeps": request.actor.kind == COORDINATOR,
    }
    return render(request, "steering/cost.html", context)


@requires(*EVERYTHING)
@require_http_methods(["GET", "HEAD"])
def cost_file(request: AppRequest) -> HttpResponse:
    """The same lines; ``format`` says in which file. That they were taken away is noted."""
    frame, now = _period(request).frame, timezone.now()
    table = _table(frame, balance(frame, timezone.localdate(now)), now)
    as_format = format_named(request.GET.get("format", ""))
    note_figures(
        actor=request.actor,
        filters=table.filters,
        row_count=len(list(table.rows)),
        as_format=as_format,
        now=now,
    )
    return table_download(table, as_format, f"emile-cout-{frame.first:%Y-%m}-{frame.last:%Y-%m}")


def _period(request: AppRequest) -> ProgrammePeriodForm:
    today = timezone.localdate()
    return ProgrammePeriodForm(request.GET, today=today, lens=lens_of(request.actor))


def _table(frame: Frame, found: Balance, now: datetime) -> Table:
    filters = [("De", month(frame.first)), ("À", month(frame.last))]
    if frame.as_of:
        filters.append(("Tels que connus le", short_day(frame.as_of)))
    return Table(
        title="Coût et nuits évitées",
        columns=COLUMNS,
        rows=list(_rows(found)),
        made_at=now,
        filters=filters,
    )


def _spent(found: Balance) -> list[tuple[str, Decimal, str]]:
    total = ("Coût du programme", found.cost, "somme des lignes ci-dessus")
    return [*((one.label, one.amount, one.how) for one in found.spent), total]


def _rows(found: Balance) -> Iterator[Sequence[Value]]:
    yield from _spent(found)
    yield ("Hébergement évité", found.saved, f"{found.nights} nuits, chacune au prix de son jour")
    yield (
        "Coût évité",
        found.avoided,
        "hébergement évité − coût du programme" if not found.missing else "; ".join(found.missing),
    )
