"""How an offer lives: the table of its steps, done by people one at a time or brought by a file."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from emile.core.copying import copy_in, copy_values
from emile.core.workflow import Act
from operators.actors import Actor, Platform
from territories.enums import OfferStatus
from territories.models import Offer, OfferEvent
from territories.models.offer import ASK, EDITABLE
from territories.workflow.kept import (
    KeptWorkflow,
    is_the_platform,
    it_is_not_past,
    keeps_boards,
    step,
)


DRAFT, AVAILABLE, PAUSED = OfferStatus.DRAFT, OfferStatus.AVAILABLE, OfferStatus.PAUSED
FILLED, WITHDRAWN = OfferStatus.FILLED, OfferStatus.WITHDRAWN
PUBLISHING = frozenset({"publish", "bring"})


def brings(actor: Actor | Platform, offer: Offer) -> bool:
    return keeps_boards(actor, offer) or is_the_platform(actor, offer)


def as_it_was(offer: Offer, on: date) -> str:
    """What was never published is a draft again."""
    return AVAILABLE if offer.published_on else DRAFT


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


class OfferWorkflow(KeptWorkflow[Offer]):
    moved_meanwhile = "l’offre a changé de statut. Rouvrez-la pour voir où elle en est."

    def advance(self, act: Act[Offer]) -> None:
        super().advance(act)
        if act.step.name in PUBLISHING:
            act.subject.published_on = act.occurred_on


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
        copy_values(
            OfferEvent,
            [self.values_of(act, numbers.get(act.subject.pk, 0) + 1) for act in acts],
        )


OFFER_WORKFLOW = OfferWorkflow(Offer, add=ADD, steps=STEPS)
BROUGHT_WORKFLOW = BroughtWorkflow(Offer, add=ADD, steps=BROUGHT)
# How an offer's journal tells each.
OFFER_TOLD = OFFER_WORKFLOW.told | BROUGHT_WORKFLOW.told
