"""How what a board holds lives: offers, then what is expected without them. One table each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from emile.core.workflow import Act, Guard, Step, SubjectT, Target, Workflow
from operators.actors import Actor, Platform
from territories.enums import ExpectedStatus, OfferStatus
from territories.models import Offer, TerritoryNeed, UsualHome
from territories.models.expected import ALREADY_WRITTEN, Expected
from territories.models.kept import Kept
from territories.models.offer import ASK, EDITABLE, KEEPERS


DRAFT, AVAILABLE, PAUSED = OfferStatus.DRAFT, OfferStatus.AVAILABLE, OfferStatus.PAUSED
FILLED, WITHDRAWN = OfferStatus.FILLED, OfferStatus.WITHDRAWN
CURRENT, RETIRED = ExpectedStatus.CURRENT, ExpectedStatus.RETIRED
NO_STANDING = ("",)


def keeps_boards(actor: Actor, kept: Kept) -> bool:
    """Of which territories is another matter: ``territories.policies.keeps_board_of``."""
    return actor.kind in KEEPERS


def is_the_platform(actor: Actor | Platform, offer: Offer) -> bool:
    """The clock, or whoever holds its letter, who speaks for the employer or the landlord."""
    return isinstance(actor, Platform)


def it_is_not_past(kept: Kept, on: date) -> str | None:
    if kept.is_past(on):
        return "Sa date limite est passée\u00a0: modifiez-la d’abord."
    return None


def it_is_written_once(expected: Expected, on: date) -> str | None:
    return ALREADY_WRITTEN if expected.has_twin() else None


def as_it_was(offer: Offer, on: date) -> str:
    """What was never published is a draft again."""
    return AVAILABLE if offer.published_on else DRAFT


def step(
    name: str,
    label: str,
    done: str,
    sources: tuple[str, ...],
    target: Target,
    *guards: Guard,
    allowed: Callable[[Any, Any], bool] = keeps_boards,
) -> Step:
    return Step(
        name, label, done, sources, target, allowed=allowed, guards=guards, standings=NO_STANDING
    )


# From nothing: it is the first row of every journal, and no button.
ADD = step("add", "Ajouter une offre", "a écrit l’offre", (), None)
NOT_PAST = it_is_not_past
# fmt: off
STEPS = (
    step("publish",  "Publier",             "a publié l’offre",                 (DRAFT,),            AVAILABLE, NOT_PAST),
    step("confirm",  "Toujours valable",    "a confirmé l’offre",               (AVAILABLE,),        None,      NOT_PAST),
    step("resume",   "Remettre en ligne",   "a remis l’offre en ligne",         (PAUSED,),           AVAILABLE, NOT_PAST),
    step("reopen",   "Rouvrir",             "a rouvert l’offre",                (FILLED, WITHDRAWN), as_it_was),
    step("edit",     "Modifier",            "a modifié l’offre",                EDITABLE,            None),
    step("pause",    "Mettre en pause",     "a mis l’offre en pause",           (AVAILABLE,),        PAUSED),
    step("fill",     "Noter comme pourvue", "a noté l’offre comme pourvue",     (AVAILABLE, PAUSED), FILLED),
    step("withdraw", "Retirer",             "a retiré l’offre",                 EDITABLE,            WITHDRAWN),

    # Of the clock, then of those who answer its letter
    step(ASK,                "Demander confirmation",   "a demandé si l’offre tient toujours", (AVAILABLE,), None,                allowed=is_the_platform),
    step("confirm_by_link",  "Oui, toujours valable",   "a confirmé l’offre par le lien reçu", (AVAILABLE,), None, NOT_PAST, allowed=is_the_platform),
    step("withdraw_by_link", "Non, elle ne l’est plus", "a retiré l’offre par le lien reçu",   (AVAILABLE,), WITHDRAWN,      allowed=is_the_platform),
)
# fmt: on
# Done by a button, without a question; what the page says afterwards.
AT_ONCE = {
    "publish": "L’offre est publiée.",
    "confirm": "L’offre est confirmée.",
    "pause": "L’offre est en pause\u00a0: elle n’est plus proposée.",
    "resume": "L’offre est de nouveau proposée.",
    "fill": "L’offre est notée comme pourvue.",
    "reopen": "L’offre est rouverte.",
}
# Whoever does one of these has just looked at it: it stands.
CONFIRMING = frozenset(
    {"publish", "confirm", "confirm_by_link", "edit", "resume", "reopen", "restore"}
)


class KeptWorkflow(Workflow[SubjectT]):
    """The engine of whatever is kept on a board: ``add`` is the first row of its journals."""

    working_standings = NO_STANDING
    moved_meanwhile = "quelqu’un l’a changé. Rouvrez la page pour voir où cela en est."

    def __init__(self, model: type[Kept], *, add: Step, steps: Sequence[Step]) -> None:
        super().__init__(steps)
        self.rows: Any = model._default_manager
        self.add = add
        # How the journal tells each.
        self.told = {one.name: one.done for one in (add, *steps)}

    def lock(self, subject: SubjectT) -> SubjectT:
        held = self.rows.select_for_update(of=("self",)).get(pk=subject.pk)
        locked: SubjectT = self.rows.with_next_entry().for_detail().get(pk=held.pk)
        return locked

    def reserve_entry(self, locked: Any) -> int:
        entry_id: int = locked.next_entry_id
        return entry_id

    def move(self, act: Act[Any]) -> None:
        kept = act.subject
        kept.status = act.step.destination(kept, act.occurred_on)
        if act.step.name in CONFIRMING:
            kept.confirmed_on = max(kept.confirmed_on, act.occurred_on)
        if act.step.name == "edit":
            # What somebody is writing elsewhere is not overtaken by a click on a button.
            kept.version += 1
        kept.save()

    def open_journal(self, kept: SubjectT, *, actor: Actor, on: date, now: datetime) -> None:
        """The first row of what has just been written."""
        added = self.rows.with_next_entry().get(pk=kept.pk)
        self.journal(Act(self.add, added, actor, on, now, self.reserve_entry(added), "", ""))

    def journal(self, act: Act[Any]) -> None:
        act.subject.events.create(
            pk=act.entry_id,
            sequence=act.subject.next_sequence,
            kind=act.step.name,
            occurred_on=act.occurred_on,
            recorded_at=act.now,
            actor_user_id=act.actor.user_id,
            actor_organisation_id=act.actor.organisation_id,
            actor_kind=act.actor.kind,
            payload=act.payload,
            from_status=act.from_stage,
            to_status=act.subject.status,
        )


class OfferWorkflow(KeptWorkflow[Offer]):
    moved_meanwhile = "l’offre a changé de statut. Rouvrez-la pour voir où elle en est."

    def move(self, act: Act[Offer]) -> None:
        if act.step.name == "publish":
            act.subject.published_on = act.occurred_on
        super().move(act)


OFFER_WORKFLOW = OfferWorkflow(Offer, add=ADD, steps=STEPS)

# What a territory expects: the same for its needs and its usual homes.
NOTE = step("add", "Ajouter", "a écrit cette ligne", (), None)
# fmt: off
EXPECTED_STEPS = (
    step("confirm", "Toujours vrai", "a confirmé que c’est toujours vrai", (CURRENT,), None,    NOT_PAST),
    step("edit",    "Modifier",      "a modifié cette ligne",              (CURRENT,), None),
    step("retire",  "Retirer",       "a retiré cette ligne",               (CURRENT,), RETIRED),
    step("restore", "Remettre",      "a remis cette ligne",                (RETIRED,), CURRENT, it_is_written_once),
)
# fmt: on
EXPECTED_AT_ONCE = {
    "confirm": "C’est confirmé.",
    "retire": "C’est retiré\u00a0: plus personne n’en tient compte.",
    "restore": "C’est remis\u00a0: les équipes en tiennent de nouveau compte.",
}
NEED_WORKFLOW: KeptWorkflow[TerritoryNeed] = KeptWorkflow(
    TerritoryNeed, add=NOTE, steps=EXPECTED_STEPS
)
HOME_WORKFLOW: KeptWorkflow[UsualHome] = KeptWorkflow(UsualHome, add=NOTE, steps=EXPECTED_STEPS)
WORKFLOWS: Mapping[type[Kept], KeptWorkflow[Any]] = {
    Offer: OFFER_WORKFLOW,
    TerritoryNeed: NEED_WORKFLOW,
    UsualHome: HOME_WORKFLOW,
}
