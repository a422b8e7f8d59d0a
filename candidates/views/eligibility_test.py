"""A test that anybody may take: nothing is written, nothing is kept, not even in the address."""

from collections import Counter

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from candidates.eligibility import Judgement, judge
from candidates.enums import Verdict
from candidates.forms.eligibility_test import EligibilityTestForm
from candidates.selectors.criteria import rules_on
from emile.core.http import render_form
from emile.core.templatetags.emile import count


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def eligibility_test(request: HttpRequest) -> HttpResponse:
    form = EligibilityTestForm(request.POST or None)
    if not (request.method == "POST" and form.is_valid()):
        return render_form(request, "candidates/orientation/test.html", form=form)
    today = timezone.localdate()
    judgements = judge(rules_on(today).rules.all(), form.facts_on(today))
    result = {"judgements": judgements, "headline": _headline(judgements)}
    return render(request, "candidates/orientation/test_result.html", result)


def _headline(judgements: list[Judgement]) -> str:
    verdicts = Counter(judgement.verdict for judgement in judgements)
    if refused := verdicts[Verdict.NOT_MET]:
        verb = "n’est pas rempli" if refused == 1 else "ne sont pas remplis"
        return f"{count(refused, 'critère')} {verb}"
    if unknown := verdicts[Verdict.UNKNOWN]:
        return f"{count(unknown, 'critère')} à vérifier, aucun refus"
    return "Tous les critères semblent remplis"
