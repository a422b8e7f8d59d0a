"""What people decide of a run: every decision is priced again, and kept with its reason."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from candidates.models import Parcours, Placement
from candidates.selectors.placement import mandates_to_propose
from emile.core.errors import DomainError, StaleVersion
from matching.arbitration.decide import Given, Outcome, decide
from matching.arbitration.explain import Effect, effect_of
from matching.arbitration.problem import NOBODY, Choice, Kind, Problem, Resource
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
        places = _Places(committee.problem, free_members(on))
        placements, refused = [], []
        for parcours in files.filter(pk__in=parcours_ids).order_by("pk"):
            choice = committee.outcome.given.get(parcours.pk)
            if choice is None or committee.is_proposed(parcours.pk):
                continue
            told: dict[str, Any] = {"choice": choice, "now": now}
            wanted, why = committee.choice(parcours.pk, choice), committee.reason(parcours.pk)
            try:
                placement = _propose(actor, parcours, wanted, places, on, now)
            except (DomainError, ValidationError) as refusal:
                said = sentence_of(refusal)
                refused.append(f"{parcours.household.reference}\u00a0: {said}")
                committee.note(parcours.pk, RulingKind.REFUSED, reason=said[:500], **told)
            else:
                places.take(wanted)
                placements.append(placement)
                committee.note(
                    parcours.pk, RulingKind.PROPOSE, placement=placement, reason=why, **told
                )
    return placements, refused


def sentence_of(refusal: DomainError | ValidationError) -> str:
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)


@transaction.atomic
def _propose(
    actor: Actor, parcours: Parcours, choice: Choice, places: "_Places", on: date, now: datetime
) -> Placement:
    if parcours.placements.proposed().exists():
        raise DomainError("Une proposition attend déjà une réponse.", code="asked_already")
    mandates = mandates_to_propose(parcours, on).filter(territory=choice.territory)
    # Where several operators welcome, the one that has the fewest proposals to answer.
    mandate = mandates.order_by(F("waiting").asc(nulls_first=True), "pk").first()
    if mandate is None:
        raise DomainError(
            "Aucun opérateur n’y accueille de ménages aujourd’hui.", code="no_mandate"
        )
    return propose_bundle(
        actor=actor,
        parcours=parcours,
        home=places.offer((Kind.HOME, choice.home)),
        job=places.offer((Kind.JOB, choice.job)),
        second_job=None if choice.second == NOBODY else places.offer((Kind.JOB, choice.second)),
        mandate=mandate,
        message="",
        on=on,
        now=now,
    )


class _Places:
    """What is free today of what a run counted."""

    def __init__(self, problem: Problem, free: Mapping[Resource, Mapping[int, int]]) -> None:
        self._problem = problem
        self._free = {offer: count for there in free.values() for offer, count in there.items()}
        # Those that say the same today.
        self._today = {offer: set(there) for there in free.values() for offer in there}

    def offer(self, wanted: Resource) -> Offer:
        """One of those that say the same, then or today, with a place that is free."""
        return Offer.objects.for_detail().get(pk=self._found(wanted))

    def take(self, choice: Choice) -> None:
        for resource in choice.resources:
            if resource[0] is not Kind.TERRITORY:
                self._free[self._found(resource)] -= 1

    def _found(self, wanted: Resource) -> int:
        kind, key = wanted
        then = self._problem.alike.get(wanted, (key,))
        alike = {offer for one in then for offer in (one, *self._today.get(one, ()))}
        found: int | None = next((one for one in sorted(alike) if self._free.get(one, 0) > 0), None)
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

    def reason(self, key: int) -> str:
        """What somebody said of what it is given."""
        return self.standing[key].reason if key in self.standing else ""

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
        """What was done of what the run gave: nothing of it changes for anybody."""
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
