"""Changing the seven criteria: another rule set from a day on. Judgements keep theirs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from candidates.models import EligibilityEvaluation, EligibilityRuleSet
from candidates.services.settings import DAY, SettingRefused, check_day, check_right
from emile.core.errors import StaleVersion
from operators.actors import Actor


@transaction.atomic
def change_criteria(
    *,
    actor: Actor,
    version: int,
    since: date,
    today: date,
    rules: Mapping[str, Mapping[str, Any]],
) -> EligibilityRuleSet:
    """``rules`` gives some fields of a rule (its value, its cure) by criterion.

    A rule set that starts that very day is corrected, as long as nobody was judged with it.
    Raises StaleVersion and SettingRefused.
    """
    check_right(actor)
    check_day(since, today)
    head = EligibilityRuleSet.objects.select_for_update().latest("since")
    last = EligibilityRuleSet.objects.aggregate(last=Max("version"))["last"]
    if last != version:
        raise StaleVersion(current=last)
    old_rules = list(head.rules.order_by("rank"))
    rule_set = head
    if since > head.since:
        head.until = since - DAY
        head.full_clean()
        head.save()
        rule_set = EligibilityRuleSet(since=since)
    elif since < head.since or EligibilityEvaluation.objects.filter(rule_set=head).exists():
        raise SettingRefused(
            f"Les critères qui commencent le {head.since:%d/%m/%Y} sont déjà fixés\u00a0: choisissez "
            "un jour qui suit.",
            code="order",
            field="starts_on",
        )
    rule_set.version = last + 1
    rule_set.full_clean()
    rule_set.save()
    for rule in old_rules:
        if rule_set is not head:
            rule.pk = None
        rule.rule_set = rule_set
        for name, value in rules.get(rule.criterion, {}).items():
            setattr(rule, name, value)
        rule.full_clean()
        rule.save()
    return rule_set
