"""How a hold lives: the table of its steps, and how each is journalled."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import QuerySet

from emile.core.workflow import Act, Workflow
from operators.actors import Actor, Platform
from territories.enums import HoldStage
from territories.models import Hold, HoldEvent
from territories.models.hold import UNDECIDED, Thing
from territories.models.offer import CALLERS
from territories.workflow import kept


WAITING, ENDED = HoldStage.WAITING, HoldStage.ENDED
HELD, VISITED, FILED = HoldStage.HELD, HoldStage.VISITED, HoldStage.FILED
ATTRIBUTED, OCCUPIED = HoldStage.ATTRIBUTED, HoldStage.OCCUPIED


def places_households(actor: Actor | Platform, hold: Hold) -> bool:
    """For which households is another matter, settled where files are; the platform, when an offer
    is withdrawn by its letter."""
    return isinstance(actor, Platform) or actor.kind in CALLERS


def it_has_not_run_out(hold: Hold, on: date) -> str | None:
    if hold.is_over(on):
        return "Cette réservation a pris fin\u00a0: retenez l’offre de nouveau si elle est libre."
    return None


def as_it_was(hold: Hold, on: date) -> str:
    """The caller has written where it goes back to."""
    return hold.stage


step = partial(kept.step, allowed=places_households)

# From nothing: the first row of every journal.
HOLD = step("hold", "Retenir", "a retenu une place", (), HELD)
WAIT = step("wait", "Attendre son tour", "a pris rang", (), WAITING)
RUNS = it_has_not_run_out
# fmt: off
STEPS = (
    step("take_turn", "Retenir",             "a retenu la place qui se libérait", (WAITING,),                        HELD),
    step("extend",    "Prolonger",           "a prolongé la réservation",         UNDECIDED,                         None),
    step("visit",     "Visite ou entretien fait", "a noté la visite",             (HELD,),                           VISITED,    RUNS),
    step("file",      "Dossier déposé",      "a noté le dépôt du dossier",        (HELD, VISITED),                   FILED,      RUNS),
    step("attribute", "Attribuée",           "a noté l’attribution",              UNDECIDED,                         ATTRIBUTED),
    step("occupy",    "Occupée",             "a noté l’entrée",                   (ATTRIBUTED,),                     OCCUPIED),
    step("release",   "Libérer",             "a libéré la place",                 (WAITING, *UNDECIDED, ATTRIBUTED), ENDED),
    # Of whoever takes back the act that had moved it
    step("put_back",  "Remettre",            "a remis la réservation",            tuple(HoldStage),                  as_it_was),
)
# fmt: on


class HoldWorkflow(Workflow[Hold]):
    working_standings = kept.NO_STANDING
    moved_meanwhile = "cette réservation a changé d’état. Rouvrez la page pour voir où elle en est."

    def lock(self, subject: Hold) -> Hold:
        """Its offer first, so that places are counted by one at a time."""
        lock_thing(subject.thing)
        return Hold.objects.with_next_entry().select_related("offer", "slot").get(pk=subject.pk)

    def reserve_entry(self, locked: Hold) -> int:
        entry_id: int = locked.next_entry_id  # type: ignore[attr-defined]
        return entry_id

    def move(self, act: Act[Hold]) -> None:
        act.subject.stage = act.step.destination(act.subject, act.occurred_on)
        act.subject.save()

    def open_journal(self, hold: Hold, *, actor: Actor | Platform, on: date, now: datetime) -> None:
        """The first row of a hold that has just been written."""
        opening = WAIT if hold.stage == WAITING else HOLD
        opened = Hold.objects.with_next_entry().get(pk=hold.pk)
        self.journal(Act(opening, opened, actor, on, now, self.reserve_entry(opened), "", ""))

    def journal(self, act: Act[Hold]) -> None:
        HoldEvent.objects.create(
            pk=act.entry_id,
            hold=act.subject,
            sequence=act.subject.next_sequence,  # type: ignore[attr-defined]
            kind=act.step.name,
            occurred_on=act.occurred_on,
            recorded_at=act.now,
            actor_user_id=act.actor.user_id,
            actor_organisation_id=act.actor.organisation_id,
            actor_kind=act.actor.kind,
            payload=act.payload,
            from_stage=act.from_stage,
            to_stage=act.subject.stage,
        )


def lock_thing(thing: Thing) -> None:
    """Read again, and held: nobody else counts, gives or takes its places until the end of the
    transaction."""
    rows: QuerySet[Any] = type(thing)._default_manager.select_for_update(of=("self",), no_key=True)
    thing.refresh_from_db(from_queryset=rows)


HOLD_WORKFLOW = HoldWorkflow(STEPS)
