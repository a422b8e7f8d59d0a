"""« Fonds social européen plus »: its common indicators, as far as the journal knows them."""

from collections.abc import Iterator, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from emile.core.http import read_only
from emile.core.tables import csv_download
from emile.core.templatetags.emile import month, number, short_day
from emile.steering.figures.formulas import Window
from emile.steering.figures.social_fund import Line, lines
from emile.steering.forms import ProgrammePeriodForm
from emile.steering.selectors.figures import Frame, counted_at, sums_of
from emile.steering.selectors.lens import EVERYTHING, lens_of
from operators.http import AppRequest, requires


SHOWN = ("Code", "Indicateur", "Nombre", "Réponses connues", "Comment EMILE le compte")
WRITTEN = (
    "Code",
    "Indicateur",
    "Nombre",
    "Réponses connues",
    "Adultes concernés",
    "Comment EMILE le compte",
    "De",
    "À",
    "Tels que connus le",
)


@requires(*EVERYTHING)
@read_only
def social_fund(request: AppRequest) -> HttpResponse:
    form = _form(request)
    found = lines(sums_of(form.frame, Window.PERIOD))
    context = {
        "form": form,
        "frame": form.frame,
        "counted_at": counted_at(),
        "query": request.GET.urlencode(),
        "columns": SHOWN,
        "outputs": [_shown(line) for line in found if line.code.code.startswith("EECO")],
        "results": [_shown(line) for line in found if line.code.code.startswith("EECR")],
    }
    return render(request, "steering/social_fund.html", context)


@requires(*EVERYTHING)
@read_only
def social_fund_csv(request: AppRequest) -> HttpResponse:
    frame = _form(request).frame
    found = lines(sums_of(frame, Window.PERIOD))
    name = f"emile-fse-plus-{frame.first:%Y-%m}-{frame.last:%Y-%m}"
    return csv_download(_written(frame, found), name)


def _form(request: AppRequest) -> ProgrammePeriodForm:
    today = timezone.localdate()
    return ProgrammePeriodForm(request.GET, today=today, lens=lens_of(request.actor))


def _shown(line: Line) -> Sequence[str]:
    known = ""
    if line.known is not None and line.people is not None:
        known = f"{number(line.known)} sur {number(line.people)}"
    return (line.code.code, line.code.label, line.told, known, line.code.how)


def _written(frame: Frame, found: Sequence[Line]) -> Iterator[Sequence[str]]:
    yield WRITTEN
    for line in found:
        yield (
            line.code.code,
            line.code.label,
            line.told,
            "" if line.known is None else str(line.known),
            "" if line.people is None else str(line.people),
            line.code.how,
            month(frame.first),
            month(frame.last),
            short_day(frame.as_of or timezone.localdate()),
        )
