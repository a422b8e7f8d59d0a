"""The costs of an installation and the aids asked for them, line by line."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.models import InstallationAid, Parcours, ParcoursEvent
from candidates.models.aid import AID_FIELDS
from candidates.services.placement import put_version_back
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from operators.actors import Actor


@transaction.atomic
def add_aid(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, **line: Any
) -> InstallationAid:
    """``line`` holds what ``AID_FIELDS`` names."""
    with PARCOURS_WORKFLOW.perform("add_aid", parcours, actor=actor, on=on, now=now) as act:
        aid = InstallationAid(parcours=act.subject, **line)
        aid.full_clean()
        aid.save()
        act.payload |= {"aid": aid.pk, "cents": aid.programme_cents}
    return aid


@transaction.atomic
def edit_aid(
    *,
    actor: Actor,
    parcours: Parcours,
    aid: InstallationAid,
    version: int,
    on: date,
    now: datetime,
    **line: Any,
) -> Parcours:
    """``line`` holds what ``AID_FIELDS`` names. Raises StaleVersion."""
    with PARCOURS_WORKFLOW.perform("edit_aid", parcours, actor=actor, on=on, now=now) as act:
        current = act.subject.installation_aids.get(pk=aid.pk)
        if current.version != version:
            raise StaleVersion(current=current.version)
        for name, value in line.items():
            setattr(current, name, value)
        current.version += 1
        current.full_clean()
        current.save()
        act.payload |= {
            "aid": current.pk,
            "version": current.version,
            "cents": current.programme_cents,
        }
    return act.subject


def forget_aid(event: ParcoursEvent) -> None:
    InstallationAid.objects.filter(pk=event.payload["aid"]).delete()


def put_aid_back(event: ParcoursEvent) -> None:
    aid = InstallationAid.objects.get(pk=event.payload["aid"])
    put_version_back(aid, event.payload["version"] - 1, AID_FIELDS)
