"""Publish what each term of the score earns."""

from datetime import datetime

from django.db import transaction

from emile.core.errors import DomainError, StaleVersion
from emile.core.locks import lock_name
from matching.models import PublishedWeights
from matching.verdict.score import Weights
from operators.actors import Actor
from operators.enums import OrganisationKind


class NotTheCoordinator(DomainError):
    def __init__(self) -> None:
        super().__init__("Le barème est tenu par la coordination.", code="permission")


@transaction.atomic
def publish_weights(
    *, actor: Actor, version: int, points: Weights, reason: str, now: datetime
) -> PublishedWeights:
    """In force at once. ``version`` is the one that was read: raises StaleVersion when it is past."""
    if actor.kind != OrganisationKind.COORDINATOR:
        raise NotTheCoordinator
    # There may be no row to lock yet.
    lock_name("published weights")
    current, _ = PublishedWeights.objects.in_force()
    if current != version:
        raise StaleVersion(current=current)
    weights = PublishedWeights(
        version=current + 1,
        points=dict(points),
        reason=reason,
        author_id=actor.user_id,
        published_at=now,
    )
    weights.full_clean()
    weights.save()
    return weights
