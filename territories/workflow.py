"""How an offer lives: the table of its steps, and how each is journalled."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from emile.core.copying import copy_in
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


def brings(actor: Actor | Platform, offer: Offer) -> bool:
    return actor.kind in KEEPERS or isinstance(actor, Platform)


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
# Of a file or of a source that names the offer: done to many at once, and no button.
# fmt: off
BROUGHT = (
    step("bring",      "Importer",              "a importé l’offre",                        (DRAFT,),     AVAILABLE, allowed=brings),
    step("update",     "Mettre à jour",         "a mis l’offre à jour par un import",       EDITABLE,     None, allowed=brings),
    step("find",       "Retrouver",             "a retrouvé l’offre, inchangée",            (AVAILABLE,), None, allowed=brings),
    step("lose",       "Ne plus trouver",       "n’a plus trouvé l’offre à sa source",      EDITABLE,     WITHDRAWN, allowed=brings),
    step("find_again", "Trouver de nouveau",    "a trouvé de nouveau l’offre à sa source",  (WITHDRAWN,), as_it_was, allowed=brings),
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
TOLD = {one.name: one.done for one in (ADD, *STEPS, *BROUGHT)}
# Whoever does one of these has just looked at the offer: it stands.
CONFIRMING = frozenset(
    {"publish", "confirm", "confirm_by_link", "edit", "resume", "reopen"}
    | {"bring", "update", "find", "find_again"}
)
PUBLISHING = frozenset({"publish", "bring"})
REWRITING = frozenset({"edit", "update"})


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
        self.advance(act)
        act.subject.save()

    def advance(self, act: Act[Offer]) -> None:
        offer = act.subject
        offer.status = act.step.destination(offer, act.occurred_on)
        if act.step.name in CONFIRMING:
            offer.confirmed_on = max(offer.confirmed_on, act.occurred_on)
        if act.step.name in PUBLISHING:
            offer.published_on = act.occurred_on
        if act.step.name in REWRITING:
            # What somebody is writing elsewhere is not overtaken by a click on a button.
            offer.version += 1

    def open_journal(self, offer: Offer, *, actor: Actor, on: date, now: datetime) -> None:
        """The first row of an offer that has just been written."""
        added = Offer.objects.with_next_entry().get(pk=offer.pk)
        self.journal(Act(ADD, added, actor, on, now, self.reserve_entry(added), "", ""))

    def journal(self, act: Act[Offer]) -> None:
        entry = self.entry_of(act, act.subject.next_sequence)  # type: ignore[attr-defined]
        entry.pk = act.entry_id
        entry.save(force_insert=True)

    def entry_of(self, act: Act[Offer], sequence: int) -> OfferEvent:
        return OfferEvent(
            offer_id=act.subject.pk,
            sequence=sequence,
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


class BroughtWorkflow(OfferWorkflow):
    """The same, many at once: as many statements for a thousand offers as for one."""

    def perform_on_all(
        self,
        name: str,
        offers: Sequence[Offer],
        *,
        actor: Actor | Platform,
        on: date,
        now: datetime,
        payload: dict[str, Any],
        fields: Sequence[str] = (),
    ) -> None:
        """``offers`` are held or new, as their fact left them; ``fields`` are those it changed.

        Raises TransitionRefused when one of them is not where the step starts from.
        """
        acts = [
            Act(
                self.check(name, offer, actor),
                offer,
                actor,
                on,
                now,
                0,
                offer.status,
                "",
                "",
                payload,
            )
            for offer in offers
        ]
        last = OfferEvent.objects.filter(offer__in=[offer for offer in offers if offer.pk])
        numbers = dict(last.order_by().values_list("offer").annotate(Max("sequence")))
        for act in acts:
            self.advance(act)
        added = [offer for offer in offers if not offer.pk]
        rewritten = [offer for offer in offers if offer.pk]
        copy_in(added)
        Offer.objects.bulk_create(
            rewritten,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["status", "version", "confirmed_on", *fields],
        )
        copy_in([self.entry_of(act, numbers.get(act.subject.pk, 0) + 1) for act in acts])


OFFER_WORKFLOW = OfferWorkflow(STEPS)
BROUGHT_WORKFLOW = BroughtWorkflow(BROUGHT)
