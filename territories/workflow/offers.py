"""How an offer lives: the table of its steps, and how each is journalled."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from emile.core.workflow import Act, Guard, Step, Target, Workflow
from operators.actors import Actor, Platform
from territories.enums import OfferStatus
from territories.models import Offer, OfferEvent
from territories.models.offer import EDITABLE, KEEPERS


DRAFT, AVAILABLE, PAUSED = OfferStatus.DRAFT, OfferStatus.AVAILABLE, OfferStatus.PAUSED
FILLED, WITHDRAWN = OfferStatus.FILLED, OfferStatus.WITHDRAWN
NO_STANDING = ("",)


def keeps_boards(actor: Actor, offer: Offer) -> bool:
    """Of which territories is another matter: ``territories.policies.keeps_board_of``."""
    return actor.kind in KEEPERS


def came_by_link(actor: Actor | Platform, offer: Offer) -> bool:
    """Whoever holds the letter speaks for the employer or the landlord."""
    return isinstance(actor, Platform)


def it_is_not_past(offer: Offer, on: date) -> str | None:
    if offer.is_past(on):
        return "Sa date limite est passée\u00a0: modifiez-la d’abord."
    return None


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
    allowed: Callable[[Any, Offer], bool] = keeps_boards,
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

    # Of those who answer a letter
    step("confirm_by_link",  "Oui, toujours valable",   "a confirmé l’offre par le lien reçu", (AVAILABLE,), None, NOT_PAST, allowed=came_by_link),
    step("withdraw_by_link", "Non, elle ne l’est plus", "a retiré l’offre par le lien reçu",   (AVAILABLE,), WITHDRAWN,      allowed=came_by_link),
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
# How the journal tells each.
TOLD = {one.name: one.done for one in (ADD, *STEPS)}
# Whoever does one of these has just looked at the offer: it stands.
CONFIRMING = frozenset({"publish", "confirm", "confirm_by_link", "edit", "resume", "reopen"})


class OfferWorkflow(Workflow[Offer]):
    working_standings = NO_STANDING
    moved_meanwhile = "l’offre a changé de statut. Rouvrez-la pour voir où elle en est."

    def lock(self, subject: Offer) -> Offer:
        held = Offer.objects.select_for_update(of=("self",)).get(pk=subject.pk)
        return Offer.objects.with_next_entry().for_detail().get(pk=held.pk)

    def reserve_entry(self, locked: Offer) -> int:
        entry_id: int = locked.next_entry_id  # type: ignore[attr-defined]
        return entry_id

    def move(self, act: Act[Offer]) -> None:
        offer = act.subject
        offer.status = act.step.destination(offer, act.occurred_on)
        if act.step.name in CONFIRMING:
            offer.confirmed_on = max(offer.confirmed_on, act.occurred_on)
        if act.step.name == "publish":
            offer.published_on = act.occurred_on
        if act.step.name == "edit":
            # What somebody is writing elsewhere is not overtaken by a click on a button.
            offer.version += 1
        offer.save()

    def open_journal(self, offer: Offer, *, actor: Actor, on: date, now: datetime) -> None:
        """The first row of an offer that has just been written."""
        added = Offer.objects.with_next_entry().get(pk=offer.pk)
        self.journal(Act(ADD, added, actor, on, now, self.reserve_entry(added), "", ""))

    def journal(self, act: Act[Offer]) -> None:
        OfferEvent.objects.create(
            pk=act.entry_id,
            offer=act.subject,
            sequence=act.subject.next_sequence,  # type: ignore[attr-defined]
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


OFFER_WORKFLOW = OfferWorkflow(STEPS)
