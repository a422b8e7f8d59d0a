"""Appointments: made, then held, missed or cancelled."""

from datetime import date, datetime

from django.db import transaction

from candidates.enums import AppointmentKind, AppointmentState
from candidates.models import Appointment, Parcours
from candidates.notifications import moments as letters
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import TransitionRefused
from operators.actors import Actor
from operators.models import User


@transaction.atomic
def plan_appointment(
    *,
    actor: Actor,
    parcours: Parcours,
    worker: User,
    kind: AppointmentKind,
    starts_at: datetime,
    place: str,
    purpose: str,
    on: date,
    now: datetime,
) -> Appointment:
    with PARCOURS_WORKFLOW.perform(
        "plan_appointment", parcours, actor=actor, on=on, now=now
    ) as act:
        appointment = Appointment(
            parcours=act.subject,
            organisation_id=actor.organisation_id,
            worker=worker,
            kind=kind,
            starts_at=starts_at,
            place=place,
            purpose=purpose,
        )
        appointment.full_clean()
        appointment.save()
        act.payload |= {"appointment": appointment.pk, "kind": kind}
    letters.tell_appointment(act, appointment)
    return appointment


@transaction.atomic
def close_appointment(
    *,
    actor: Actor,
    parcours: Parcours,
    appointment: Appointment,
    state: AppointmentState,
    on: date,
    now: datetime,
) -> Appointment:
    """Say what became of it. Raises TransitionRefused when that was said already."""
    with PARCOURS_WORKFLOW.perform(
        "close_appointment", parcours, actor=actor, on=on, now=now
    ) as act:
        planned = Appointment.objects.planned().filter(pk=appointment.pk, parcours=act.subject)
        if not planned.update(state=state):
            raise TransitionRefused(
                "Ce rendez-vous est déjà passé ou annulé\u00a0: rouvrez le dossier pour voir ce qui "
                "en a été dit.",
                code="state",
            )
        appointment.state = state
        act.payload |= {"appointment": appointment.pk, "state": state}
    if state == AppointmentState.CANCELLED:
        letters.tell_appointment(act, appointment)
    return appointment
