"""A difficulty of the field is told, answered, put on the agenda of a committee."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from emile.core.emails import absolute, key_of, render
from emile.core.errors import StaleVersion
from emile.core.outbox import send_email
from emile.steering.models import FieldReport
from operators.actors import Actor


LETTER = "field_report_answered"


@transaction.atomic
def report_difficulty(*, actor: Actor, now: datetime, **told: Any) -> FieldReport:
    """``told``: theme, stage, territory and text."""
    report = FieldReport(
        organisation_id=actor.organisation_id, author_id=actor.user_id, reported_at=now, **told
    )
    report.full_clean()
    report.save()
    return report


@transaction.atomic
def answer_report(
    *,
    actor: Actor,
    report: FieldReport,
    version: int,
    answer: str,
    is_for_committee: bool,
    now: datetime,
) -> FieldReport:
    """Its author is told of an answer that is new. An answer may be worded again; its history is kept.

    Raises StaleVersion when somebody answered since ``version``. Expects the coordinator.
    """
    kept = FieldReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if kept.version != version:
        raise StaleVersion(current=kept.version)
    is_new = answer != kept.answer
    kept.is_for_committee = is_for_committee
    kept.version += 1
    if is_new:
        kept.answer = answer
        kept.answered_by_id = actor.user_id if answer else None
        kept.answered_at = now if answer else None
    kept.full_clean()
    kept.save()
    if is_new and answer:
        _tell(kept)
    return kept


def _tell(report: FieldReport) -> None:
    """Its author: a link, not a word of either text."""
    link = absolute(reverse("steering:field_reports"))
    subject, body = render(f"steering/{LETTER}", {"report": report, "link": link})
    send_email(
        recipient=report.author.email,
        subject=subject,
        body=body,
        key=key_of(LETTER, f"{report.public_id}:{report.version}", report.author.email),
        organisation_id=report.organisation_id,
    )
