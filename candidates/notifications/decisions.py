"""What the teams are told of a decision: whose move it is now, and until when.

Each letter is written in the transaction of its act, once the file has moved, and never to the
organisation that acted. A reference at most: no name of a person, and no reason.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from candidates.enums import NEVER_IN_LETTERS, PlacementStatus, Stage
from candidates.models import Parcours, Placement, PlacementChange
from candidates.notifications.moments import tell_stays_without_project
from candidates.selectors.holders import holders_of
from candidates.selectors.paper_list import PaperLine
from emile.core.emails import absolute, key_of, render
from emile.core.outbox import send_email
from emile.core.workflow import Act
from operators.enums import OrganisationKind
from operators.models import Organisation
from operators.selectors import addresses, reached_for


PRESCRIBER, COORDINATOR = OrganisationKind.PRESCRIBER, OrganisationKind.COORDINATOR
UPSTREAM, HOST = OrganisationKind.UPSTREAM, OrganisationKind.HOST
# What tells that somebody decided about the household's parcours: taken, refused, moved, ended. Read
# twice, such a letter would look like a second decision. The others ask, remind or inform.
DECISIONS = frozenset(
    {
        "entrusted",
        "eligible",
        "placement_accepted",
        "placement_declined",
        "placement_withdrawn",
        "placement_ended",
        "sent_back",
        "household_agrees",
        "project_validated",
        "project_refused",
        "fast_track",
        "settled",
        "exited",
    }
)
RELEASES: dict[str, str] = {
    PlacementStatus.WITHDRAWN: "placement_withdrawn",
    PlacementStatus.ENDED: "placement_ended",
}


def tell_eligible(act: Act[Parcours], *, upstream: Organisation) -> None:
    _tell(act, "entrusted", {upstream.pk})
    _tell(act, "eligible", _holders(act, PRESCRIBER) - {upstream.pk}, upstream=upstream)


def tell_complement_asked(act: Act[Parcours]) -> None:
    _tell(act, "complement_asked", _holders(act, PRESCRIBER))


def tell_reminded(act: Act[Parcours]) -> int:
    """To the organisation that has the hand, and to its referent for this file, or to whoever stands in; how many letters."""
    awaited = act.payload["awaited"]
    asking = Organisation.objects.get(pk=act.actor.organisation_id)
    also = reached_for(awaited, act.subject.owner_user_id, act.occurred_on)
    return _tell(act, "reminded", {awaited}, also=also, asking=asking)


def tell_documents_asked(act: Act[Parcours]) -> None:
    _tell(act, "documents_asked", _holders(act, PRESCRIBER))


def tell_papers_missing(act: Act[Parcours], missing: Sequence[PaperLine]) -> int:
    """What is missing and of how many people, without a name; how many letters."""
    told = Counter(line.paper.label for line in missing if line.paper.kind not in NEVER_IN_LETTERS)
    others = sum(line.paper.kind in NEVER_IN_LETTERS for line in missing)
    papers = sorted(told.items())
    return _tell(act, "papers_missing", _holders(act, PRESCRIBER), papers=papers, others=others)


def tell_proposed(act: Act[Parcours], placement: Placement) -> None:
    _tell(act, "placement_proposed", {placement.host_id}, placement=placement)
    if act.actor.kind == COORDINATOR:
        _tell(act, "placement_proposed_for", _holders(act, UPSTREAM), placement=placement)


def tell_accepted(act: Act[Parcours], placement: Placement) -> None:
    _tell(act, "placement_accepted", _holders(act, UPSTREAM), host=placement.host)
    tell_released_hosts(act)


def tell_declined(act: Act[Parcours], placement: Placement) -> None:
    _tell(act, "placement_declined", _holders(act, UPSTREAM), host=placement.host)


def tell_sent_back(act: Act[Parcours]) -> None:
    _tell(act, "sent_back", _holders(act, UPSTREAM))
    tell_released_hosts(act)


def tell_stay_reported(act: Act[Parcours]) -> None:
    _tell(act, "stay_reported", _holders(act, UPSTREAM))


def tell_household_answer(act: Act[Parcours]) -> None:
    """Nothing as long as an adult has not answered."""
    if act.subject.stage == Stage.VALIDATION:
        _tell(act, "household_agrees", _holders(act, HOST))
    tell_released_hosts(act)


def tell_round_table(act: Act[Parcours]) -> None:
    """Nothing as long as the answers move nothing."""
    if act.subject.stage == act.from_stage:
        return
    if act.subject.stage == Stage.INSTALLATION:
        _tell(act, "project_validated", _holders(act, PRESCRIBER, UPSTREAM, HOST))
    else:
        _tell(act, "project_refused", _holders(act, UPSTREAM))
        tell_released_hosts(act)


def tell_fast_track(act: Act[Parcours], placement: Placement) -> None:
    """Everyone has a few days to answer, the host operator that was not asked before first of all."""
    _tell(act, "fast_track", _holders(act, PRESCRIBER, COORDINATOR, UPSTREAM) | {placement.host_id})
    tell_released_hosts(act)


def tell_settled(act: Act[Parcours]) -> None:
    _tell(act, "settled", _holders(act, PRESCRIBER, UPSTREAM))


def tell_exited(act: Act[Parcours]) -> None:
    _tell(act, "exited", _holders(act, PRESCRIBER, COORDINATOR, UPSTREAM, HOST))
    tell_released_hosts(act)


def tell_shelter_lost(act: Act[Parcours]) -> None:
    _tell(act, "shelter_lost", _holders(act, PRESCRIBER, COORDINATOR))


def tell_handed_over(act: Act[Parcours], *, receiver: Organisation) -> None:
    """To whoever takes the file, then to the other teams, who will speak to them."""
    _tell(act, "handed_over", {receiver.pk})
    others = _holders(act, PRESCRIBER, UPSTREAM, HOST) - {receiver.pk}
    _tell(act, "team_changed", others, receiver=receiver)


def tell_released_hosts(act: Act[Parcours]) -> None:
    """Those whose proposal the act withdrew, or whose project it ended: not why, nor who said no. A stay
    of that project leaves the calendars.

    The file may be closed to them by now: their link goes elsewhere.
    """
    changes = PlacementChange.objects.filter(event=act.entry_id, to_status__in=RELEASES)
    for status, host_id in changes.values_list("to_status", "placement__host").order_by("pk"):
        _tell(act, RELEASES[status], {host_id}, path=reverse("candidates:to_do"))
    tell_stays_without_project(act)


def _holders(act: Act[Parcours], *roles: OrganisationKind) -> set[int]:
    return set(holders_of(act.subject.pk, roles))


def _tell(
    act: Act[Parcours],
    template: str,
    to: Iterable[int],
    *,
    path: str = "",
    also: Iterable[str] = (),
    **context: Any,
) -> int:
    parcours, sent = act.subject, 0
    link = absolute(path or parcours.get_absolute_url())
    readers = Organisation.objects.active().filter(pk__in=to).exclude(pk=act.actor.organisation_id)
    for reader in readers.order_by("pk"):
        subject, body = render(
            f"candidates/{template}",
            {"parcours": parcours, "reader": reader, "link": link, **context},
        )
        for address in dict.fromkeys([*addresses(reader), *also]):
            sent += 1
            send_email(
                recipient=address,
                subject=subject,
                body=body,
                key=key_of(template, act.entry_id, address),
                parcours_id=parcours.pk,
                organisation_id=reader.pk,
                act_id=act.entry_id,
                is_decision=template in DECISIONS,
            )
    return sent
