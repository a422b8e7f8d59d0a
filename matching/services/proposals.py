"""From a bundle to a placement: the parcours moves by its own step, and what led to it is kept."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import WorkKind
from candidates.models import Parcours, Placement
from candidates.services import propose_placement
from candidates.services.project import begin_project
from emile.core.errors import DomainError
from matching.models import Proposal, PublishedWeights
from matching.selectors.cases import leaving_adults
from matching.selectors.proposal import bundle_of
from matching.selectors.snapshot import snapshot_of
from matching.verdict import RULES_VERSION
from operators.actors import Actor
from territories.enums import OfferKind
from territories.models import JobOffer, Mandate, Offer, TrainingOffer


class NoLongerSuits(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "Ce logement et cet emploi ne conviennent plus ensemble à ce ménage\u00a0: une offre ou "
            "le dossier a changé. Regardez de nouveau ce qui convient.",
            code="no_longer_suits",
        )


@transaction.atomic
def propose_bundle(
    *,
    actor: Actor,
    parcours: Parcours,
    home: Offer,
    job: Offer,
    mandate: Mandate,
    message: str,
    on: date,
    now: datetime,
    second_job: Offer | None = None,
) -> Placement:
    """Propose the household where this home and this job are, judged once more as they stand.

    ``second_job`` is what is kept in mind for another adult: it counts as asked for.

    Expects a file shaped by ``with_case``. Raises NoLongerSuits.
    """
    version, weights = PublishedWeights.objects.in_force()
    bundle = bundle_of(parcours, home, job, weights=weights, today=on)
    if bundle is None or mandate.territory_id != home.territory_id:
        raise NoLongerSuits
    placement = propose_placement(
        actor=actor,
        parcours=parcours,
        mandate=mandate,
        occupation=_work(job).occupation,
        message=message,
        on=on,
        now=now,
    )
    begin_project(
        placement=placement,
        person=leaving_adults(parcours, on)[bundle.adult],
        job=_job_fields(job),
        home=_home_fields(home),
    )
    proposal = Proposal(
        placement=placement,
        home=home,
        job=job,
        second_job=second_job,
        rules_version=RULES_VERSION,
        weights_version=version,
        score=bundle.score,
        snapshot=snapshot_of(bundle, home=home, job=job, weights=weights),
    )
    proposal.full_clean()
    proposal.save()
    return placement


def _work(offer: Offer) -> JobOffer | TrainingOffer:
    return offer.job if offer.kind == OfferKind.JOB else offer.training


def _job_fields(offer: Offer) -> Mapping[str, Any]:
    work = _work(offer)
    return {
        "kind": WorkKind.JOB if offer.kind == OfferKind.JOB else WorkKind.TRAINING,
        "occupation": work.occupation,
        "employer": offer.provider_label,
        "contract": work.contract if isinstance(work, JobOffer) else "",
        "weekly_hours": work.weekly_hours,
        "starts_on": offer.available_from,
    }


def _home_fields(offer: Offer) -> Mapping[str, Any]:
    home = offer.home
    return {
        "landlord": offer.provider_label,
        "typology": home.typology,
        "commune": offer.commune,
        "rent": home.rent,
        "charges": home.charges,
        "surface": home.surface,
        "available_on": offer.available_from,
    }
