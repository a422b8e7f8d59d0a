"""What the teams are told of a passation decided ahead: how many files, which day, never a name."""

from typing import Any

from candidates.models import PlannedHandOver
from emile.core.emails import absolute, key_of, render
from emile.core.outbox import send_email
from operators.actors import Actor
from operators.models import Organisation
from operators.selectors import addresses


def tell_planned(planned: PlannedHandOver, *, count: int) -> None:
    """To those who give and those who take: the latter read nothing before that day."""
    _tell(planned, "hand_over_planned", but=planned.planned_for_id, count=count)


def tell_cancelled(planned: PlannedHandOver, *, by: Actor) -> None:
    _tell(planned, "hand_over_cancelled", but=by.organisation_id)


def tell_carried_out(planned: PlannedHandOver, *, passed: int) -> None:
    """To whoever decided it: nobody was there when it was done."""
    left = planned.files.count() - passed
    _send(planned, "hand_over_done", planned.planned_by.email, passed=passed, left=left)


def _tell(planned: PlannedHandOver, template: str, *, but: int, **context: Any) -> None:
    teams = Organisation.objects.active().filter(pk__in=[planned.giver_id, planned.receiver_id])
    for team in teams.exclude(pk=but).order_by("pk"):
        for address in addresses(team):
            _send(planned, template, address, **context)


def _send(planned: PlannedHandOver, template: str, address: str, **context: Any) -> None:
    link = absolute(planned.get_absolute_url())
    subject, body = render(f"candidates/{template}", {"planned": planned, "link": link, **context})
    send_email(
        recipient=address,
        subject=subject,
        body=body,
        key=key_of(template, planned.public_id, address),
        organisation_id=planned.planned_for_id,
    )
