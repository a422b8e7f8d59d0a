"""*Arbitrage*: ask for a run, read it, decide of a household, propose what it gives."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.models import Parcours
from candidates.services.reading import log_reading
from emile.core.errors import DomainError, StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from matching.enums import ArbitrationStatus
from matching.forms.arbitration import AskForm, RuleForm, WhatIfForm
from matching.models import Arbitration
from matching.pdf import arbitration_pdf
from matching.selectors.arbitration import arbitration_page
from matching.selectors.options import OptionsPage, options_page
from matching.selectors.what_if import wanted_occupations, what_if
from matching.services.arbitration import ask_arbitration
from matching.services.rulings import propose_lines, rule, undo_ruling
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires
from territories.models import Territory


COMMITTEE = (OrganisationKind.COORDINATOR,)
KEPT = 20


@requires(*COMMITTEE)
@require_http_methods(["GET", "POST"])
@once
def arbitrations(request: AppRequest) -> HttpResponse:
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        run = ask_arbitration(
            actor=request.actor,
            fairness=form.fairness,
            keeps_places=form.keeps_places,
            on=timezone.localdate(now),
            now=now,
        )
        if run.asked_at != now:
            messages.info(
                request,
                "Un calcul est déjà en cours\u00a0: le voici. Lancez le vôtre quand il sera fini.",
            )
        return redirect(run)
    runs = Arbitration.objects.visible_to(request.actor).for_list()[:KEPT]
    return render_form(request, "matching/arbitrations.html", form=form, runs=runs)


@requires(*COMMITTEE)
@read_only
def arbitration(request: AppRequest, public_id: UUID) -> HttpResponse:
    run = _run(request, public_id)
    if run.status != ArbitrationStatus.DONE:
        return render(request, "matching/arbitration_progress.html", {"run": run})
    page = arbitration_page(run, Parcours.objects.visible_to(request.actor))
    return render(request, "matching/arbitration.html", {"run": run, "page": page})


@requires(*COMMITTEE)
@require_http_methods(["POST"])
@once
def arbitration_propose(request: AppRequest, public_id: UUID) -> HttpResponse:
    """The lines that are ticked; the others wait."""
    run, now = _run(request, public_id), timezone.now()
    known = Parcours.objects.visible_to(request.actor)
    ticked = known.filter(public_id__in=_identifiers(request.POST.getlist("menages")))
    try:
        placements, refused = propose_lines(
            actor=request.actor,
            run=run,
            version=_version(request),
            parcours_ids=list(ticked.values_list("pk", flat=True)),
            on=timezone.localdate(now),
            now=now,
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(run)
    _tell(request, len(placements), refused)
    return redirect(run)


@requires(*COMMITTEE)
@require_http_methods(["GET", "POST"])
@once
def arbitration_change(request: AppRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    run, parcours = _finished(request, public_id), _file(request, file_id)
    page = options_page(run, parcours)
    if page is None:
        raise Http404
    form = RuleForm(request.POST or None, page=page, initial={"version": run.version})
    if request.method == "POST" and form.is_valid():
        return _rule(request, run, page, form)
    return _show(request, run, page, form)


@requires(*COMMITTEE)
@require_http_methods(["POST"])
@once
def arbitration_undo(request: AppRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    run, parcours = _run(request, public_id), _file(request, file_id)
    try:
        undo_ruling(
            actor=request.actor,
            run=run,
            version=_version(request),
            parcours=parcours,
            now=timezone.now(),
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La décision est retirée\u00a0: le calcul a choisi de nouveau.")
    return redirect(run)


@requires(*COMMITTEE)
@read_only
def arbitration_paper(request: AppRequest, public_id: UUID) -> HttpResponse:
    run = _finished(request, public_id)
    page = arbitration_page(run, Parcours.objects.visible_to(request.actor))
    name = f'inline; filename="arbitrage-{run.on:%Y-%m-%d}.pdf"'
    return HttpResponse(
        arbitration_pdf(run, page),
        content_type="application/pdf",
        headers={"Content-Disposition": name},
    )


@requires(*COMMITTEE)
@read_only
def arbitration_what_if(request: AppRequest, public_id: UUID) -> HttpResponse:
    run, today = _finished(request, public_id), timezone.localdate()
    files = Parcours.objects.visible_to(request.actor)
    form = WhatIfForm(
        request.GET or None,
        territories=Territory.objects.visible_to(request.actor).taking_part_on(today),
        occupations=wanted_occupations(run),
    )
    found = what_if(run, form.imagined, files, today) if form.is_valid() else None
    return render_form(
        request, "matching/arbitration_what_if.html", form=form, run=run, found=found
    )


def _rule(request: AppRequest, run: Arbitration, page: OptionsPage, form: RuleForm) -> HttpResponse:
    said = form.cleaned_data
    try:
        rule(
            actor=request.actor,
            run=run,
            version=said["version"],
            parcours=page.parcours,
            choice=form.chosen,
            reason=said["reason"],
            now=timezone.now(),
        )
    except StaleVersion as stale:
        # What each choice costs has just been computed again: nothing typed is lost.
        messages.error(request, f"{stale} Ce que coûte chaque choix est recalculé.")
        typed = {"choice": said["choice"], "reason": said["reason"], "version": stale.current}
        return _show(request, run, page, RuleForm(page=page, initial=typed))
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _show(request, run, page, form)
    messages.success(
        request, "C’est noté\u00a0: les autres ménages sont placés autour de ce choix."
    )
    return redirect(run)


def _show(request: AppRequest, run: Arbitration, page: OptionsPage, form: RuleForm) -> HttpResponse:
    response = render_form(
        request, "matching/arbitration_change.html", form=form, run=run, page=page
    )
    public_id, now = page.parcours.public_id, timezone.now()
    log_reading(actor=request.actor, public_id=public_id, page="arbitrage", now=now)
    return response


def _tell(request: AppRequest, proposed: int, refused: list[str]) -> None:
    if proposed:
        plural = "s" if proposed > 1 else ""
        messages.success(
            request,
            f"{proposed} ménage{plural} proposé{plural}\u00a0: les opérateurs d’accueil sont prévenus.",
        )
    for refusal in refused:
        messages.error(request, refusal)
    if not proposed and not refused:
        messages.info(request, "Aucun ménage coché n’attendait d’être proposé.")


def _run(request: AppRequest, public_id: UUID) -> Arbitration:
    return get_object_or_404(Arbitration.objects.visible_to(request.actor), public_id=public_id)


def _finished(request: AppRequest, public_id: UUID) -> Arbitration:
    runs = Arbitration.objects.visible_to(request.actor).filter(status=ArbitrationStatus.DONE)
    return get_object_or_404(runs, public_id=public_id)


def _file(request: AppRequest, public_id: UUID) -> Parcours:
    files = Parcours.objects.visible_to(request.actor).for_table()
    return get_object_or_404(files, public_id=public_id)


def _version(request: AppRequest) -> int:
    version = request.POST.get("version", "")
    return int(version) if version.isascii() and version.isdigit() and len(version) < 9 else -1


def _identifiers(texts: list[str]) -> list[UUID]:
    """Those that are any; what a stranger typed is left out."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
