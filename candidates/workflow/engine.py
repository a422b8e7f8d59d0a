"""The parcours' workflow: how a step is projected on the file and written in its journal."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from candidates.enums import OPEN_STANDINGS, WORKING_STANDINGS, NoteLevel, Standing
from candidates.models import Note, Parcours, ParcoursEvent
from candidates.models.journal import ASIDE_ACTS
from candidates.workflow import clock
from candidates.workflow.table import HAND_OVERS, STEPS
from emile.core.workflow import Act, TransitionRefused, Workflow
from operators.actors import Actor


PROJECTED = (
    "stage",
    "standing",
    "stage_since",
    "owner_organisation_id",
    "owner_user_id",
    "due_on",
    "territory_id",
)
# Two columns of the journal have another name: it also holds the state before the act.
WRITTEN_AS = {"stage": "to_stage", "standing": "to_standing"}


class ParcoursWorkflow(Workflow[Parcours]):
    working_standings = WORKING_STANDINGS
    moved_meanwhile = "le dossier a changé d’étape ou de statut. Rouvrez-le pour voir où il en est."

    def lock(self, subject: Parcours) -> Parcours:
        """Wait for the row, then read it again: the act waited for may have closed the file to us.

        Row-level security answers a waiting query from before that act; only a new one sees it.
        """
        waited = Parcours.objects.select_for_update(of=("self",)).filter(pk=subject.pk)
        rows = (
            Parcours.objects.with_next_entry()
            .select_related("household")
            .prefetch_related("accesses")
        )
        try:
            return rows.get(pk__in=list(waited.values_list("pk", flat=True)))
        except Parcours.DoesNotExist as error:
            raise TransitionRefused(
                "Ce dossier n’est plus ouvert à votre organisation.", code="state"
            ) from error

    def reserve_entry(self, locked: Parcours) -> int:
        entry_id: int = locked.next_entry_id  # type: ignore[attr-defined]
        return entry_id

    def check_date(self, act: Act[Parcours]) -> None:
        super().check_date(act)
        if act.occurred_on < act.subject.opened_on:
            raise TransitionRefused(
                f"Cette date précède l’ouverture du dossier, le {act.subject.opened_on:%d/%m/%Y}.",
                code="date",
            )
        slept = clock.last_suspended_on(act.subject) if act.step.name == "resume" else None
        if slept and act.occurred_on < slept:
            raise TransitionRefused(
                f"Cette date précède la suspension du dossier, le {slept:%d/%m/%Y}.", code="date"
            )

    def move(self, act: Act[Parcours]) -> None:
        """Stage, standing, whose move, until when. Accesses given by the step already count."""
        parcours = act.subject
        _forget_prefetched_accesses(parcours)
        destination = act.step.destination(parcours, act.occurred_on)
        if destination != act.from_stage:
            parcours.stage_since = act.occurred_on
            parcours.owner_user = None
        parcours.stage = destination
        parcours.standing = self._standing_after(act)
        if parcours.standing not in OPEN_STANDINGS:
            parcours.owner_organisation = parcours.owner_user = parcours.due_on = None
        elif act.step.name not in clock.ACTS_WITHOUT_TURN:
            turn = clock.turn(parcours, parcours.stage, parcours.stage_since, act.occurred_on)
            parcours.owner_organisation_id = turn.owner_id
            parcours.due_on = turn.due_on
            if parcours.standing == Standing.SUSPENDED:
                parcours.due_on = clock.review_on(parcours)
        parcours.version += 1
        parcours.save(update_fields=[*PROJECTED, "version"])

    def _standing_after(self, act: Act[Parcours]) -> str:
        parcours = act.subject
        if act.step.arrives is not None:
            return act.step.arrives
        if act.from_standing not in WORKING_STANDINGS:
            return act.from_standing
        if parcours.stage != act.from_stage:
            return Standing.TO_DO
        if act.from_standing == Standing.TO_DO and not self._is_owners(act):
            return Standing.TO_DO
        return self._standing_in_progress(parcours, act.occurred_on)

    def _standing_in_progress(self, parcours: Parcours, on: date) -> str:
        """« Étape terminée » when nothing holds the hand-over back any more."""
        if (name := HAND_OVERS.get(parcours.stage)) is None:
            return Standing.IN_PROGRESS
        is_held_back = self[name].is_held_back(parcours, on)
        return Standing.IN_PROGRESS if is_held_back else Standing.STEP_DONE

    def _is_owners(self, act: Act[Parcours]) -> bool:
        return act.actor.organisation_id == act.subject.owner_organisation_id

    def open_journal(
        self, parcours: Parcours, *, actor: Actor, on: date, now: datetime, step: str = "open"
    ) -> None:
        """The first row of a file that has just been created; ``step`` says on what occasion."""
        opened = Parcours.objects.with_next_entry().get(pk=parcours.pk)
        write_entry(
            Act(
                step=self[step],
                subject=opened,
                actor=actor,
                occurred_on=on,
                now=now,
                entry_id=self.reserve_entry(opened),
                from_stage="",
                from_standing="",
                payload={"profile": opened.household.profile_on(on)},
            )
        )

    def journal(self, act: Act[Parcours]) -> None:
        write_entry(act)
        if act.reason:
            write_reason(act, NoteLevel.SHARED)

    @contextmanager
    def correct(
        self, event: ParcoursEvent, *, actor: Actor, now: datetime, reason: str
    ) -> Iterator[Act[Parcours]]:
        """Take back an act: the file goes where it was, the facts stop counting.

        What else the act had changed is for the caller to undo, inside the block.
        """
        with transaction.atomic(savepoint=False):
            parcours = self.lock(event.parcours)
            if not parcours.events.correctable_by(actor).filter(pk=event.pk).exists():
                raise TransitionRefused(
                    "Cet acte ne peut plus être corrigé\u00a0: il l’a déjà été, ou un autre acte "
                    "l’a suivi.",
                    code="state",
                )
            act = Act(
                step=self["correct"],
                subject=parcours,
                actor=actor,
                occurred_on=timezone.localdate(now),
                now=now,
                entry_id=self.reserve_entry(parcours),
                from_stage=parcours.stage,
                from_standing=parcours.standing,
                reason=reason.strip(),
                payload={"kind": event.kind, "sequence": event.sequence},
            )
            yield act
            _put_back(parcours, event)
            write_entry(act, corrects=event)
            confided = Note.objects.confidential().filter(event=event).exists()
            write_reason(act, NoteLevel.CONFIDENTIAL if confided else NoteLevel.SHARED)


def _forget_prefetched_accesses(parcours: Parcours) -> None:
    getattr(parcours, "_prefetched_objects_cache", {}).pop("accesses", None)


def projection(event: ParcoursEvent) -> dict[str, Any]:
    """What the file looked like once that act was done."""
    return {name: getattr(event, WRITTEN_AS.get(name, name)) for name in PROJECTED}


def _put_back(parcours: Parcours, event: ParcoursEvent) -> None:
    """As it was before the act. One beside the stages that others have followed had moved nothing."""
    acts = parcours.events.standing()
    if event.kind in ASIDE_ACTS and acts.filter(sequence__gt=event.sequence).exists():
        return
    before = acts.filter(sequence__lt=event.sequence).latest("sequence")
    for name, value in projection(before).items():
        setattr(parcours, name, value)
    parcours.version += 1
    parcours.save(update_fields=[*PROJECTED, "version"])


def write_reason(act: Act[Parcours], level: NoteLevel) -> None:
    Note.objects.create(
        event_id=act.entry_id,
        parcours=act.subject,
        author_id=act.actor.user_id,
        organisation_id=act.actor.organisation_id,
        level=level,
        text=act.reason,
    )


def write_entry(act: Act[Parcours], *, corrects: ParcoursEvent | None = None) -> ParcoursEvent:
    """The act's row: what the file was, what it became."""
    parcours = act.subject
    return ParcoursEvent.objects.create(
        pk=act.entry_id,
        parcours=parcours,
        sequence=parcours.next_sequence,  # type: ignore[attr-defined]
        kind=act.step.name,
        occurred_on=act.occurred_on,
        recorded_at=act.now,
        actor_user_id=act.actor.user_id,
        actor_organisation_id=act.actor.organisation_id,
        actor_kind=act.actor.kind,
        payload=act.payload,
        from_stage=act.from_stage,
        from_standing=act.from_standing,
        to_stage=parcours.stage,
        to_standing=parcours.standing,
        stage_since=parcours.stage_since,
        owner_organisation_id=parcours.owner_organisation_id,
        owner_user_id=parcours.owner_user_id,
        due_on=parcours.due_on,
        territory_id=parcours.territory_id,
        corrects=corrects,
    )


PARCOURS_WORKFLOW = ParcoursWorkflow(STEPS)
