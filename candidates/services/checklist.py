"""Ticking what is done before the household moves in."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from candidates.enums import CheckState
from candidates.models import ChecklistMark, Parcours
from candidates.selectors.checklist import checklist
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from operators.actors import Actor


@transaction.atomic
def edit_checklist(
    *,
    actor: Actor,
    parcours: Parcours,
    version: int,
    states: Mapping[str, CheckState],
    on: date,
    now: datetime,
) -> Parcours:
    """Say of each line, by its key, whether it is done. Only what changes is noted.

    Raises StaleVersion when somebody else ticked something meanwhile.
    """
    with PARCOURS_WORKFLOW.perform("edit_checklist", parcours, actor=actor, on=on, now=now) as act:
        current = checklist(act.subject, on)
        if current.version != version:
            raise StaleVersion(current=current.version)
        changed = [
            ChecklistMark(
                event_id=act.entry_id,
                parcours=act.subject,
                item=line.item,
                person=line.person,
                state=states[line.key],
            )
            for line in current.lines
            if states.get(line.key, line.state) != line.state
        ]
        for mark in changed:
            mark.full_clean(exclude=["event"])
            mark.save()
        act.payload["changed"] = len(changed)
    return act.subject
