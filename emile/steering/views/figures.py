"""« Pilotage »: what the programme adds up to, each figure with its definition and its day."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.exports import ExportFormat, format_named, table_download
from emile.core.http import read_only
from emile.core.pagination import keyset_page
from emile.steering.forms import FrameForm
from emile.steering.selectors import dashboard as selectors
from emile.steering.selectors.dashboard import Section, sections_of
from emile.steering.selectors.figure_page import figure_page
from emile.steering.selectors.figures import (
    comparison_words,
    counted_at,
    figures,
    scope_name,
)
from emile.steering.selectors.figures_table import figures_table
from emile.steering.selectors.lens import READERS, UNMASKED, lens_of, reads
from emile.steering.services.exports import note_figures
from emile.steering.views.doors import figures_doors
from operators.http import AppRequest, requires


PAGE_SIZE = 50


@requires(*READERS)
@read_only
def dashboard(request: AppRequest) -> HttpResponse:
    return _dashboard(request, "")


@requires(*UNMASKED)
@read_only
def dashboard_section(request: AppRequest, slug: str) -> HttpResponse:
    return _dashboard(request, slug)


def _dashboard(request: AppRequest, slug: str) -> HttpResponse:
    lens, today = lens_of(request.actor), timezone.localdate()
    sections = {one.slug: one for one in sections_of(lens)}
    if slug not in sections:
        raise Http404
    form = FrameForm(request.GET, today=today, lens=lens)
    context = {
        **_about(request, form),
        "page": selectors.dashboard(sections[slug], form.frame, lens, form.frame.as_of or today),
        "sections": [*_links(request, sections.values(), slug), *figures_doors(request.actor)],
        "is_masked": lens.is_masked,
        "formats": ExportFormat.choices,
    }
    return render(request, "steering/dashboard.html", context)


def _about(request: AppRequest, form: FrameForm) -> dict[str, Any]:
    """What every page of figures says of them: of whom, of when, known until when."""
    frame = form.frame
    return {
        "form": form,
        "frame": frame,
        "against": "comparaison" if frame.other else "période d’avant",
        "comparison": comparison_words(frame),
        "scope": scope_name(frame),
        "counted_at": counted_at(),
        "query": request.GET.urlencode(),
    }


def _links(request: AppRequest, sections: Iterable[Section], slug: str) -> list[dict[str, Any]]:
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
        for one in sections
    ]


@requires(*READERS)
@read_only
def figure(request: AppRequest, code: str) -> HttpResponse:
    """One of them, month after month, and the files that it counts."""
    lens, today = lens_of(request.actor), timezone.localdate()
    form = FrameForm(request.GET, today=today, lens=lens)
    page = None
    if reads(lens.codes, form.frame.scope, code):
        page = figure_page(form.frame, code, request.actor, form.frame.as_of or today)
    if page is None:
        raise Http404
    context = {**_about(request, form), "page": page}
    if page.files is not None:
        # The figure says how many there are.
        context["files"] = keyset_page(
            page.files, request, field="happened_on", size=PAGE_SIZE, is_counted=False
        )
    return render(request, "steering/figure.html", context)


@requires(*READERS)
@require_http_methods(["GET", "HEAD"])
def figures_file(request: AppRequest) -> HttpResponse:
    """The same figures, one per line, each with what it means; ``format`` says in which file. That
    they were taken away is noted."""
    lens, now = lens_of(request.actor), timezone.now()
    today = timezone.localdate(now)
    frame = FrameForm(request.GET, today=today, lens=lens).frame
    found = [
        figure
        for figure in figures(frame, frame.as_of or today, codes=lens.codes)
        if reads(lens.codes, frame.scope, figure.indicator.code)
    ]
    table, as_format = figures_table(frame, found, now), format_named(request.GET.get("format", ""))
    note_figures(
        actor=request.actor,
        filters=table.filters,
        row_count=len(found),
        as_format=as_format,
        now=now,
    )
    name = f"emile-chiffres-{frame.first:%Y-%m}-{frame.last:%Y-%m}"
    return table_download(table, as_format, name)
