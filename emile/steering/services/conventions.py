"""The coordinator keeps the conventions of the operators."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from emile.core.errors import StaleVersion
from emile.steering.models import Convention, Objective
from operators.actors import Actor
from operators.models import Organisation


@transaction.atomic
def keep_convention(
    *,
    actor: Actor,
    convention: Convention | None = None,
    version: int,
    organisation: Organisation,
    reference: str,
    since: date,
    until: date,
    signed_on: date,
    amount: Decimal,
    objectives: Mapping[str, int],
) -> Convention:
    """A new one, or the same put right; ``objectives`` by code, those left out are none any more.

    Raises ValidationError when another one of the organisation holds on these days, StaleVersion when
    somebody edited it since ``version``.
    """
    kept = Convention()
    if convention is not None:
        kept = Convention.objects.select_for_update().get(pk=convention.pk)
        if kept.version != version:
            raise StaleVersion(current=kept.version)
        kept.version += 1
    kept.organisation, kept.reference, kept.amount = organisation, reference, amount
    kept.since, kept.until, kept.signed_on = since, until, signed_on
    kept.full_clean()
    kept.save()
    kept.objectives.exclude(code__in=objectives).delete()
    for code, target in objectives.items():
        Objective.objects.update_or_create(convention=kept, code=code, defaults={"target": target})
    return kept
