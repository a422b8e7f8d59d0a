"""« Besoins et logements habituels »: what a territory knows without a dated offer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.http import read_only, render_form
from emile.core.once import once
from operators.http import AppRequest, requires
from territories.enums import ExpectedKind
from territories.forms.expected import FORMS
from territories.models import FreshnessRule, Territory
from territories.models.expected import EXPECTED
from territories.models.offer import KEEPERS, READERS
from territories.selectors.expected import ADD_LABELS, expected_url, lists_of
from territories.selectors.offers import journal_of
from territories.services.expected import add_expected, edit_expected, move_expected
from territories.views.kept import attempt, attempt_edition, check_keeps, too_late
from territories.workflow import EXPECTED_AT_ONCE, WORKFLOWS


@requires(*READERS)
@read_only
def expected_list(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    territories = Territory.objects.visible_to(request.actor).marked_for(request.actor, today)
    territory = get_object_or_404(territories, public_id=public_id)
    rule = FreshnessRule.in_force(today)
    keeps: bool = territory.is_kept  # type: ignore[attr-defined]
    context = {
        "territory": territory,
        "lists": lists_of(territory, request.actor, today, rule, keeps=keeps),
        "fresh_days": rule.fresh_days,
        "keeps": keeps,
    }
    return render(request, "territories/expected/list.html", context)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def expected_add(request: AppRequest, public_id: UUID, kind: ExpectedKind) -> HttpResponse:
    territory = _territory(request, public_id)
    check_keeps(request, territory)
    form = FORMS[kind](request.POST or None, territory=territory, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        return attempt(
            request,
            add_expected,
            said="C’est ajouté\u00a0: les équipes qui préparent les ménages le voient.",
            back=expected_url(territory),
            territory=territory,
            kind=kind,
            values=form.values,
        )
    return _show_form(request, form, territory, heading=ADD_LABELS[kind])


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def expected_edit(request: AppRequest, kind: ExpectedKind, public_id: UUID) -> HttpResponse:
    expected = _kept(request, kind, public_id)
    territory = expected.territory
    back = expected_url(territory)
    if refusal := too_late(request, expected, "edit", back=back):
        return refusal
    today = timezone.localdate()
    form = FORMS[kind](request.POST or None, territory=territory, today=today, kept=expected)
    if request.method == "POST" and form.is_valid():
        how = {"expected": expected, "changes": form.values}
        said = "La modification est enregistrée."
        return attempt_edition(request, edit_expected, form, said=said, back=back, **how)
    return _show_form(
        request,
        form,
        territory,
        heading=f"Modifier «\u00a0{expected}\u00a0»",
        journal=journal_of(expected, WORKFLOWS[type(expected)].told),
    )


@requires(*KEEPERS)
@require_POST
@once
def expected_move(
    request: AppRequest, kind: ExpectedKind, public_id: UUID, step: str
) -> HttpResponse:
    if step not in EXPECTED_AT_ONCE:
        raise Http404
    expected = _kept(request, kind, public_id)
    back, said = expected_url(expected.territory), EXPECTED_AT_ONCE[step]
    return attempt(request, move_expected, said=said, back=back, expected=expected, step=step)


def _territory(request: AppRequest, public_id: UUID) -> Territory:
    return get_object_or_404(Territory.objects.visible_to(request.actor), public_id=public_id)


def _kept(request: AppRequest, kind: ExpectedKind, public_id: UUID) -> Any:
    """One that the actor may change."""
    rows: Any = EXPECTED[kind].objects
    expected = get_object_or_404(rows.visible_to(request.actor).for_detail(), public_id=public_id)
    check_keeps(request, expected.territory)
    return expected


def _show_form(
    request: AppRequest, form: Any, territory: Territory, **context: Any
) -> HttpResponse:
    context |= {"territory": territory, "list_url": expected_url(territory)}
    return render_form(request, "territories/expected/form.html", form=form, **context)
