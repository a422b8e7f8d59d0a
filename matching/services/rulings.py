"""What people decide of a run: every decision is priced again, and kept with its reason."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.models import Parcours, Placement
from candidates.selectors.placement import mandates_to_propose
from emile.core.errors import DomainError, StaleVersion
from matching.arbitration.decide import Given, Outcome, decide
from matching.arbitration.explain import Effect, effect_of
from matching.arbitration.problem import Choice, Kind, Problem, Resource
from matching.engine.instance import EngineError
from matching.enums import ArbitrationStatus, RulingKind
from matching.models import Arbitration, Ruling
from matching.models.arbitration import standing_rulings
from matching.selectors.cases import with_case
from matching.selectors.pool import free_members
from matching.services.arbitration import NotTheCoordinator
from matching.services.proposals import propose_bundle
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models import Offer


ALREADY_PROPOSED = "Ce ménage a été proposé\u00a0: pour revenir en arrière, retirez la proposition dans son dossier."


@transaction.atomic
def rule(
    *,
    actor: Actor,
    run: Arbitration,
    version: int,
    parcours: Parcours,
    choice: int | None,
    reason: str,
    now: datetime,
) -> Effect:
    """Give a household something else, or nothing this time; the others are placed around it.

    Raises StaleVersion when somebody decided since ``version``, DomainError when it can't be.
    """
    kind = RulingKind.NOTHING if choice is None else RulingKind.GIVE
    with _Committee(actor, run, version) as committee:
        return committee.write(parcours.pk, kind, choice=choice, reason=reason, now=now)


@transaction.atomic
def undo_ruling(
    *, actor: Actor, run: Arbitration, version: int, parcours: Parcours, now: datetime
) -> None:
    """Leave it to the solver again. Nothing when nobody had decided."""
    with _Committee(actor, run, version) as committee:
        if parcours.pk in committee.standing:
            committee.write(parcours.pk, RulingKind.UNDO, now=now)


@transaction.atomic
def propose_lines(
    *,
    actor: Actor,
    run: Arbitration,
    version: int,
    parcours_ids: Collection[int],
    on: date,
    now: datetime,
) -> tuple[list[Placement], list[str]]:
    """Propose these households what the run gives them: the placements, and what refused the others.

    A household that was proposed already is passed over.
    """
    with _Committee(actor, run, version) as committee:
        files = with_case(Parcours.objects.visible_to(actor).open(), on)
        placements, refused = [], []
        for parcours in files.filter(pk__in=parcours_ids).order_by("pk"):
            choice = committee.outcome.given.get(parcours.pk)
            if choice is None or committee.is_proposed(parcours.pk):
                continue
            told: dict[str, Any] = {"choice": choice, "now": now}
            try:
                placement = _propose(
                    actor, parcours, committee.choice(parcours.pk, choice), on, now
                )
            except DomainError as refusal:
                refused.append(f"{parcours.household.reference}\u00a0: {refusal}")
                committee.note(parcours.pk, RulingKind.REFUSED, reason=str(refusal)[:500], **told)
            else:
                placements.append(placement)
                committee.note(parcours.pk, RulingKind.PROPOSE, placement=placement, **told)
        committee.decide_again()
    return placements, refused


@transaction.atomic
def _propose(
    actor: Actor, parcours: Parcours, choice: Choice, on: date, now: datetime
) -> Placement:
    mandate = mandates_to_propose(parcours, on).filter(territory=choice.territory).first()
    if mandate is None:
        raise DomainError(
            "Aucun opérateur n’y accueille de ménages aujourd’hui, ou une proposition y attend déjà.",
            code="no_mandate",
        )
    free = free_members(on)
    offers = Offer.objects.for_detail()
    return propose_bundle(
        actor=actor,
        parcours=parcours,
        home=offers.get(pk=_free_one(free, (Kind.HOME, choice.home))),
        job=offers.get(pk=_free_one(free, (Kind.JOB, choice.job))),
        mandate=mandate,
        message="",
        on=on,
        now=now,
    )


def _free_one(free: Mapping[Resource, Mapping[int, int]], wanted: Resource) -> int:
    """Among the offers that say the same as ``wanted`` today, one with a place that is free."""
    kind, key = wanted
    there = next((one for (sort, _), one in free.items() if sort is kind and key in one), {})
    found = next((offer for offer, places in sorted(there.items()) if places > 0), None)
    if found is None:
        what = "Le logement" if kind is Kind.HOME else "L’emploi"
        raise DomainError(
            f"{what} n’est plus libre, ou n’est plus à jour\u00a0: relancez l’arbitrage.",
            code="gone",
        )
    return found


class _Committee:
    """The run, held by whoever decides, with what was decided before."""

    def __init__(self, actor: Actor, run: Arbitration, version: int) -> None:
        if actor.kind != OrganisationKind.COORDINATOR:
            raise NotTheCoordinator
        self.actor, self._run, self._version = actor, run, version

    def __enter__(self) -> "_Committee":
        held = Arbitration.objects.select_for_update(of=("self",)).get(pk=self._run.pk)
        if held.status != ArbitrationStatus.DONE:
            raise DomainError("Ce calcul n’est pas terminé.", code="state")
        if held.version != self._version:
            raise StaleVersion(current=held.version)
        self.run = held
        self.problem = Problem.unpacked(bytes(held.problem))
        self.outcome = Outcome.kept(held.outcome)
        self.rulings = list(held.rulings.in_order())
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is None:
            self.run.version += 1
            self.run.outcome |= self.outcome.plain()
            self.run.save(update_fields=["version", "outcome"])

    @property
    def standing(self) -> dict[int, Ruling]:
        return standing_rulings(self.rulings)

    @property
    def given(self) -> Given:
        return {key: one.choice for key, one in self.standing.items()}

    def is_proposed(self, key: int) -> bool:
        last = self.standing.get(key)
        return last is not None and last.kind == RulingKind.PROPOSE

    def choice(self, key: int, index: int) -> Choice:
        return self.problem.by_key[key].choices[index]

    def write(self, key: int, kind: RulingKind, *, now: datetime, **said: Any) -> Effect:
        """One decision, and what it does to everybody."""
        if key not in self.problem.by_key:
            raise DomainError("Ce ménage n’est pas dans cet arbitrage.", code="unknown")
        if self.is_proposed(key):
            raise DomainError(ALREADY_PROPOSED, code="proposed")
        before = self.outcome.given
        ruling = self._ruling(key, kind, now=now, **said)
        self.rulings.append(ruling)
        self.decide_again()
        effect = effect_of(self.problem, before, self.outcome.given, besides=key)
        ruling.cost, ruling.lost = effect.cost, effect.lost
        ruling.full_clean()
        ruling.save()
        return effect

    def note(self, key: int, kind: RulingKind, *, now: datetime, **said: Any) -> None:
        """What was done of what the run gave; nothing of it changes for the others."""
        ruling = self._ruling(key, kind, now=now, **said)
        ruling.full_clean()
        ruling.save()
        self.rulings.append(ruling)

    def decide_again(self) -> None:
        try:
            self.outcome = decide(
                self.problem,
                self.given,
                fairness=self.run.fairness,
                fairest_mean=self.outcome.fairest,
            )
        except EngineError as refusal:
            raise DomainError(str(refusal), code="impossible") from refusal

    def _ruling(self, key: int, kind: RulingKind, *, now: datetime, **said: Any) -> Ruling:
        return Ruling(
            arbitration=self.run,
            sequence=len(self.rulings) + 1,
            parcours_id=key,
            kind=kind,
            author_id=self.actor.user_id,
            decided_at=now,
            **said,
        )
