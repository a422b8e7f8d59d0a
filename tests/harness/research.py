"""What an archive says of its release, for those that no database holds."""

from typing import Any

from django.utils import timezone

from emile.steering.models import ReleaseDecision, ResearchRelease


def told_of() -> dict[str, Any]:
    now = timezone.now()
    release = ResearchRelease(
        laboratory="Dares",
        agreement="Convention 2026-12",
        purpose="Mesurer les délais entre les étapes.",
        decision=ReleaseDecision.APPROVED,
        decided_at=now,
    )
    return {"release": release, "counted_at": now}
