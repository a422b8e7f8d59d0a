"""« Pilotage »: what the programme adds up to, each figure with its definition and its day."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from emile.core.http import read_only
from emile.core.tables import csv_download
from emile.core.templatetags.emile import month, short_day
from emile.steering.figures.words import UNITS, plain
from emile.steering.forms import FrameForm
from emile.steering.models import Family
from emile.steering.selectors import dashboard as selectors
from emile.steering.selectors.dashboard import FUNNEL_COLUMNS, SECTIONS, STAGE_COLUMNS
from emile.steering.selectors.figure_page import figure_page
from emile.steering.selectors.figures import (
    Figure,
    Frame,
    counted_at,
    figures,
    scope_name,
)
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


READERS = (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL)


@requires(*READERS)
@read_only
def dashboard(request: AppRequest, slug: str = "") -> HttpResponse:
    if slug not in SECTIONS:
        raise Http404
    today = timezone.localdate()
    form = FrameForm(request.GET, today=today)
    context = {
        **_about(request, form),
        "page": selectors.dashboard(SECTIONS[slug], form.frame, form.frame.as_of or today),
        "sections": _sections(request, slug),
        "funnel_columns": FUNNEL_COLUMNS,
        "stage_columns": STAGE_COLUMNS,
    }
    return render(request, "steering/dashboard.html", context)


def _about(request: AppRequest, form: FrameForm) -> dict[str, Any]:
    """What every page of figures says of them: of whom, of when, known until when."""
    return {
        "form": form,
        "frame": form.frame,
        "scope": scope_name(form.frame),
        "counted_at": counted_at(),
        "query": request.GET.urlencode(),
    }


def _sections(request: AppRequest, slug: str) -> list[dict[str, Any]]:
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return [
        {
            "label": one.label,
            "url": (
                reverse("steering:dashboard_section", args=[one.slug])
                if one.slug
                else reverse("steering:dashboard")
            )
            + query,
            "is_current": one.slug == slug,
        }
        for one in SECTIONS.values()
    ]


@requires(*READERS)
@read_only
def figure(request: AppRequest, code: str) -> HttpResponse:
    """One of them, month after month, and the files that it counts."""
    today = timezone.localdate()
    form = FrameForm(request.GET, today=today)
    page = figure_page(form.frame, code, request.actor, form.frame.as_of or today)
    if page is None:
        raise Http404
    context = {**_about(request, form), "page": page, "month_columns": ["Mois", "Valeur"]}
    return render(request, "steering/figure.html", context)


@requires(*READERS)
@read_only
def dashboard_csv(request: AppRequest) -> HttpResponse:
    """The same figures, one per line, each with what it means."""
    today = timezone.localdate()
    frame = FrameForm(request.GET, today=today).frame
    found = figures(frame, frame.as_of or today)
    name = f"emile-chiffres-{frame.first:%Y-%m}-{frame.last:%Y-%m}"
    return csv_download(_lines(frame, found), name)


COLUMNS = (
    "Famille",
    "Code",
    "Indicateur",
    "Valeur",
    "Unité",
    "Effectif",
    "Parmi",
    "De",
    "À",
    "Périmètre",
    "Composition",
    "Tels que connus le",
    "Définition",
    "Version de la définition",
)


def _lines(frame: Frame, found: Sequence[Figure]) -> Iterator[Sequence[str]]:
    yield COLUMNS
    for figure in found:
        indicator, result = figure.indicator, figure.result
        yield (
            str(Family(indicator.family).label),
            indicator.code,
            indicator.label,
            plain(result.value),
            UNITS[figure.unit],
            str(result.part),
            "" if result.whole is None else str(result.whole),
            month(frame.first),
            month(frame.last),
            scope_name(frame),
            frame.household_type,
            short_day(frame.as_of or timezone.localdate()),
            indicator.sentence,
            str(indicator.version),
        )
