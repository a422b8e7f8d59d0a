"""An offer as people read it: in a row of the board, on its page, in its journal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from django.urls import reverse

from emile.core.prose import NBSP, euros, figure
from emile.core.registry import Fact
from emile.core.templatetags.emile import ago, count, phone, short_day
from operators.models import Organisation
from territories.enums import (
    ExpectedStatus,
    OfferKind,
    OfferStatus,
    Qualification,
    Schedule,
    Withdrawal,
)
from territories.models import (
    CommuneServices,
    FreshnessRule,
    HousingOffer,
    JobOffer,
    Offer,
    OfferOrigin,
    Territory,
    TerritoryNeed,
    TrainingOffer,
    UsualHome,
)
from territories.models.imports import reference_of
from territories.models.offer import ASK
from territories.models.terms import Skilled
from territories.selectors.answers import answer_rate


LIFT = {True: " avec ascenseur", False: " sans ascenseur", None: ""}
PLURALS = {
    OfferKind.HOME: "Logements",
    OfferKind.JOB: "Emplois",
    OfferKind.TRAINING: "Formations",
}
NOUNS = {
    OfferKind.HOME: "offre de logement,offres de logement",
    OfferKind.JOB: "offre d’emploi,offres d’emploi",
    OfferKind.TRAINING: "offre de formation,offres de formation",
}
PLACES = {
    OfferKind.HOME: "logement",
    OfferKind.JOB: "poste",
    OfferKind.TRAINING: "place",
}
TITLES = {
    OfferKind.HOME: "Offres de logement",
    OfferKind.JOB: "Offres d’emploi",
    OfferKind.TRAINING: "Offres de formation",
}
ADD_LABELS = {
    OfferKind.HOME: "Ajouter un logement",
    OfferKind.JOB: "Ajouter un emploi",
    OfferKind.TRAINING: "Ajouter une formation",
}
UNKNOWN = "Inconnu"
BoardRow: TypeAlias = Offer | TerritoryNeed | UsualHome
# What counts, of offers and of what is expected.
CURRENT = (OfferStatus.AVAILABLE, ExpectedStatus.CURRENT)
# Who did what nobody signed in for, by whether it was brought from elsewhere.
WITHOUT_ACCOUNT = {True: "Depuis sa source", False: "Sans compte, par courriel"}
# Nobody is asked again about what was confirmed less than a week ago.
RECENT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Badge:
    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    """``details`` is one line; ``may_confirm`` when one click says that it still stands."""

    offer: Offer
    title: str
    details: str
    badge: Badge
    may_confirm: bool

    @property
    def is_full(self) -> bool:
        free: int = self.offer.free_units  # type: ignore[attr-defined]
        return free == 0


@dataclass(frozen=True, slots=True)
class Line:
    """One act of an offer's journal."""

    on: date
    title: str
    who: str
    text: str = ""


def rows_of(offers: Iterable[Offer], day: date, rule: FreshnessRule) -> list[OfferRow]:
    """Expects ``for_list()``, ``marked_for(actor, day)``, ``with_free_units(day)``. No query."""
    return [
        OfferRow(
            offer=offer,
            title=title_of(offer),
            details=", ".join([*_in_short(offer.terms), *_what_is_left(offer)]),
            badge=badge_of(offer, day, rule),
            may_confirm=offer.is_mine and is_worth_confirming(offer, day),  # type: ignore[attr-defined]
        )
        for offer in offers
    ]


def is_worth_confirming(kept: BoardRow, day: date) -> bool:
    is_current = kept.status in CURRENT and not kept.is_past(day)
    return is_current and (day - kept.confirmed_on).days >= RECENT_DAYS


def title_of(offer: Offer) -> str:
    """« T3, 62 m² », « Aide-soignant, 4 postes »."""
    if offer.places == 1:
        return str(offer.terms)
    return f"{offer.terms}, {count(offer.places, PLACES[OfferKind(offer.kind)])}"


def badge_of(kept: BoardRow, day: date, rule: FreshnessRule) -> Badge:
    """Whether one may count on it, in one word."""
    is_offer = isinstance(kept, Offer)
    if kept.status not in CURRENT:
        tone = "warning" if kept.status == OfferStatus.PAUSED else "info"
        return Badge(kept.get_status_display(), tone)
    if kept.is_past(day):
        return Badge("Échue" if is_offer else "Passé", "error")
    if kept.is_stale(day, rule):
        return Badge("À confirmer", "warning")
    done = "Confirmée" if is_offer else "Confirmé"
    return Badge(f"{done} {ago(kept.confirmed_on, day)}", "success")


def facts_of(offer: Offer) -> list[tuple[str, str]]:
    """Everything that is known of it, unknowns said as such."""
    return [
        ("Commune", f"{offer.commune.name} ({offer.commune.departement.code})"),
        ("Territoire", offer.territory.name),
        *_facts_of_terms(offer.terms),
        ("À partir du", short_day(offer.available_from)),
        ("Valable jusqu’au", short_day(offer.valid_until) or "Sans date limite"),
        ("Proposé par", offer.provider_label),
        *_where_from(offer),
    ]


def _where_from(offer: Offer) -> Iterator[tuple[str, str]]:
    if origin := origin_of(offer):
        reference = reference_of(origin.identifier)
        yield "Provenance", f"{origin.label}, référence {reference}" if reference else origin.label


def origin_of(offer: Offer) -> OfferOrigin | None:
    """None for an offer that was typed here. Expects ``for_detail()``."""
    return getattr(offer, "origin", None)


def places_of(offer: Offer) -> str:
    """« 1 libre sur 3, 1 retenue, 1 attribuée, 2 ménages en attente ». For whom is never said.

    Expects ``with_free_units(day)``.
    """
    free, taken, waiting = offer.free_units, offer.taken_units, offer.wait  # type: ignore[attr-defined]
    held = offer.places - free - taken
    said = [f"{count(free, 'libre')} sur {offer.places}"]
    if held:
        said.append(count(held, "retenue"))
    if taken:
        said.append(count(taken, "attribuée"))
    if waiting:
        said.append(f"{count(waiting, 'ménage')} en attente")
    return ", ".join(said)


def _what_is_left(offer: Offer) -> Iterator[str]:
    """Nothing when all of it is free; when none is, a badge says it."""
    free: int = offer.free_units  # type: ignore[attr-defined]
    if 0 < free < offer.places:
        yield f"{count(free, 'place libre,places libres')} sur {offer.places}"


def contact_of(offer: Offer) -> list[tuple[str, str]]:
    """Whom to call. Names and numbers of people: the view asks who may see them."""
    return [
        (label, value)
        for label, value in (
            ("Personne à joindre", offer.contact_name),
            ("Téléphone", phone(offer.contact_phone) if offer.contact_phone else ""),
            ("Adresse électronique", offer.contact_email),
        )
        if value
    ]


def journal_of(kept: BoardRow | CommuneServices, acts: Mapping[str, str]) -> list[Line]:
    """The latest act first. Two queries."""
    events = list(kept.events.order_by("-sequence"))
    actors = Organisation.objects.filter(pk__in={event.actor_organisation_id for event in events})
    names: dict[int | None, str] = dict(actors.values_list("pk", "name"))
    return [
        Line(
            on=event.occurred_on,
            title=f"{who_did(event)} {acts[event.kind]}.",
            who=names.get(event.actor_organisation_id, WITHOUT_ACCOUNT[_is_brought(event)]),
            text=Withdrawal(why).label if (why := event.payload.get("why")) else "",
        )
        for event in events
    ]


@dataclass(frozen=True, slots=True)
class OfferPage:
    """``contact`` is empty for those who may not call; ``answers`` is None when who offers is not in
    the directory."""

    title: str
    badge: Badge
    facts: list[tuple[str, str]]
    contact: list[tuple[str, str]]
    journal: list[Line]
    board_url: str
    answers: Fact | None


def offer_page(
    *, offer: Offer, day: date, rule: FreshnessRule, may_call: bool, acts: Mapping[str, str]
) -> OfferPage:
    """``acts`` is what the journal says of each, by its name."""
    return OfferPage(
        title=title_of(offer),
        badge=badge_of(offer, day, rule),
        facts=[*facts_of(offer), ("Places", places_of(offer))],
        contact=contact_of(offer) if may_call else [],
        journal=journal_of(offer, acts),
        board_url=board_url(OfferKind(offer.kind), offer.territory),
        answers=answer_rate(offer.provider_id, day) if offer.provider_id else None,
    )


def board_url(kind: OfferKind, territory: Territory | None) -> str:
    query = f"?territory={territory.slug}" if territory else ""
    return reverse("territories:offer_list", args=[kind]) + query


def who_did(event: Any) -> str:
    if event.actor_organisation_id:
        return "L’équipe"
    return "La plateforme" if event.kind == ASK or _is_brought(event) else "La personne à joindre"


def _is_brought(event: Any) -> bool:
    """By an import, or by a visit to its source."""
    return "import" in event.payload


def _in_short(terms: HousingOffer | JobOffer | TrainingOffer) -> Iterator[str]:
    match terms:
        case HousingOffer():
            whole = "charges comprises" if terms.charges is not None else "hors charges"
            yield f"{euros(terms.whole_rent)} {whole}"
            if terms.floor is not None:
                yield _floor(terms) + LIFT[terms.has_lift if terms.floor else None]
            if terms.is_accessible:
                yield "accessible en fauteuil"
            if terms.is_furnished:
                yield "meublé"
        case JobOffer():
            yield terms.get_contract_display()
            if terms.weekly_hours:
                yield f"{figure(terms.weekly_hours)}{NBSP}h par semaine"
            if terms.schedule:
                yield Schedule(terms.schedule).label.lower()
            if terms.licence:
                yield f"permis {terms.licence} demandé"
        case TrainingOffer():
            if terms.weeks:
                yield count(terms.weeks, "semaine")
            if terms.is_paid is not None:
                yield "rémunérée" if terms.is_paid else "non rémunérée"
            if terms.leads_to:
                yield terms.leads_to


def _facts_of_terms(
    terms: HousingOffer | JobOffer | TrainingOffer,
) -> Sequence[tuple[str, str]]:
    match terms:
        case HousingOffer():
            return [
                ("Surface", f"{terms.surface}{NBSP}m²" if terms.surface else UNKNOWN),
                ("Loyer hors charges", euros(terms.rent)),
                ("Charges", _or_unknown(terms.charges)),
                ("Dépôt de garantie", _or_unknown(terms.deposit)),
                ("Étage", _floor(terms).capitalize() if terms.floor is not None else UNKNOWN),
                ("Ascenseur", known_or_not(terms.has_lift)),
                ("Accessible en fauteuil", known_or_not(terms.is_accessible)),
                ("Meublé", known_or_not(terms.is_furnished)),
                ("Classe énergétique", terms.energy_class or UNKNOWN),
            ]
        case JobOffer():
            return [
                ("Métier", str(terms.occupation)),
                ("Contrat", terms.get_contract_display()),
                *_facts_of_skills(terms),
                ("Horaires", terms.get_schedule_display() or UNKNOWN),
                ("Salaire net mensuel", _or_unknown(terms.monthly_pay)),
                ("Permis demandé", terms.get_licence_display() or "Aucun"),
                ("Formation à l’entrée", known_or_not(terms.offers_training)),
            ]
        case TrainingOffer():
            return [
                ("Métier", str(terms.occupation)),
                ("Diplôme ou titre visé", terms.leads_to or UNKNOWN),
                ("Durée", count(terms.weeks, "semaine") if terms.weeks else UNKNOWN),
                ("Rémunérée", known_or_not(terms.is_paid)),
                *_facts_of_skills(terms),
            ]


def _facts_of_skills(terms: Skilled) -> Iterator[tuple[str, str]]:
    hours = terms.weekly_hours
    yield "Durée de la semaine", f"{figure(hours)}{NBSP}h" if hours else UNKNOWN
    yield (
        "Qualification demandée",
        Qualification(terms.qualification).label if terms.qualification else UNKNOWN,
    )
    yield "Français demandé", terms.get_language_display() or UNKNOWN


def known_or_not(answer: bool | None) -> str:
    return {True: "Oui", False: "Non", None: UNKNOWN}[answer]


def _or_unknown(amount: Decimal | None) -> str:
    return UNKNOWN if amount is None else euros(amount)


def _floor(home: HousingOffer) -> str:
    match home.floor:
        case 0:
            return "rez-de-chaussée"
        case 1:
            return "1er étage"
        case _:
            return f"{home.floor}e étage"
