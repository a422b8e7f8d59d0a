"""An offer as people read it: in a row of the board, on its page, in its journal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count
from django.urls import reverse

from emile.core.templatetags.emile import ago, count, number, phone, short_day
from operators.models import Organisation
from territories.enums import (
    OfferKind,
    OfferStatus,
    Qualification,
    Schedule,
    Withdrawal,
)
from territories.models import (
    HousingOffer,
    JobOffer,
    Offer,
    OfferEvent,
    Territory,
    TrainingOffer,
)
from territories.models.terms import Skilled


NBSP = "\u00a0"
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


@dataclass(frozen=True, slots=True)
class Line:
    """One act of an offer's journal."""

    on: date
    title: str
    who: str
    text: str = ""


def rows_of(offers: Iterable[Offer], day: date) -> list[OfferRow]:
    """Expects ``for_list()``, ``marked_for(actor, day)``, ``with_free_units(day)``. No query."""
    return [
        OfferRow(
            offer=offer,
            title=title_of(offer),
            details=", ".join([*_in_short(offer.terms), *_what_is_left(offer)]),
            badge=badge_of(offer, day),
            may_confirm=offer.is_mine and _is_worth_confirming(offer, day),  # type: ignore[attr-defined]
        )
        for offer in offers
    ]


def _is_worth_confirming(offer: Offer, day: date) -> bool:
    is_offered = offer.status == OfferStatus.AVAILABLE and not offer.is_past(day)
    return is_offered and (day - offer.confirmed_on).days >= RECENT_DAYS


def title_of(offer: Offer) -> str:
    """« T3, 62 m² », « Aide-soignant, 4 postes »."""
    if offer.places == 1:
        return str(offer.terms)
    return f"{offer.terms}, {count(offer.places, PLACES[OfferKind(offer.kind)])}"


def badge_of(offer: Offer, day: date) -> Badge:
    """Whether one may count on it, in one word."""
    if offer.status != OfferStatus.AVAILABLE:
        tone = "warning" if offer.status == OfferStatus.PAUSED else "info"
        return Badge(OfferStatus(offer.status).label, tone)
    if offer.is_past(day):
        return Badge("Échue", "error")
    if offer.is_stale(day):
        return Badge("À confirmer", "warning")
    return Badge(f"Confirmée {ago(offer.confirmed_on, day)}", "success")


def facts_of(offer: Offer) -> list[tuple[str, str]]:
    """Everything that is known of it, unknowns said as such."""
    return [
        ("Commune", f"{offer.commune.name} ({offer.commune.departement.code})"),
        ("Territoire", offer.territory.name),
        *_facts_of_terms(offer.terms),
        ("À partir du", short_day(offer.available_from)),
        ("Valable jusqu’au", short_day(offer.valid_until) or "Sans date limite"),
        ("Proposé par", offer.provider_label),
    ]


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
    """Nothing as long as all of it is free."""
    free: int = offer.free_units  # type: ignore[attr-defined]
    if free == 0:
        yield "aucune place libre"
    elif free < offer.places:
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


def journal_of(offer: Offer, acts: Mapping[str, str]) -> list[Line]:
    """The latest act first. Two queries."""
    events = list(offer.events.order_by("-sequence"))
    actors = Organisation.objects.filter(pk__in={event.actor_organisation_id for event in events})
    names: dict[int | None, str] = dict(actors.values_list("pk", "name"))
    return [
        Line(
            on=event.occurred_on,
            title=f"{who_did(event)} {acts[event.kind]}.",
            who=names.get(event.actor_organisation_id, "Sans compte, par courriel"),
            text=Withdrawal(why).label if (why := event.payload.get("why")) else "",
        )
        for event in events
    ]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """``tabs`` are the kinds: label, address, whether it is this one. ``others`` are the boards that
    the actor keeps, by territory, when none is chosen."""

    kind: OfferKind
    territory: Territory | None
    tabs: list[tuple[str, str, bool]]
    others: list[tuple[str, str]]
    may_add: bool

    @property
    def label(self) -> str:
        where = f"\u00a0: {self.territory.name}" if self.territory else ""
        return f"{TITLES[self.kind]}{where}"

    @property
    def add_label(self) -> str:
        return ADD_LABELS[self.kind]


def board_page(
    *, kind: OfferKind, territory: Territory | None, kept: Iterable[Territory], may_add: bool
) -> BoardPage:
    return BoardPage(
        kind=kind,
        territory=territory,
        tabs=[(PLURALS[one], board_url(one, territory), one == kind) for one in OfferKind],
        others=[] if territory else [(str(one), board_url(kind, one)) for one in kept],
        may_add=may_add,
    )


@dataclass(frozen=True, slots=True)
class OfferPage:
    """``contact`` is empty for those who may not call."""

    title: str
    badge: Badge
    facts: list[tuple[str, str]]
    contact: list[tuple[str, str]]
    journal: list[Line]
    board_url: str


def offer_page(*, offer: Offer, day: date, may_call: bool, acts: Mapping[str, str]) -> OfferPage:
    """``acts`` is what the journal says of each, by its name."""
    return OfferPage(
        title=title_of(offer),
        badge=badge_of(offer, day),
        facts=[*facts_of(offer), ("Places", places_of(offer))],
        contact=contact_of(offer) if may_call else [],
        journal=journal_of(offer, acts),
        board_url=board_url(OfferKind(offer.kind), offer.territory),
    )


def board_url(kind: OfferKind, territory: Territory | None) -> str:
    query = f"?territory={territory.slug}" if territory else ""
    return reverse("territories:offer_list", args=[kind]) + query


def links_to_boards(territory: Territory, day: date) -> list[tuple[str, str]]:
    """« 14 offres d’emploi » and the address of exactly those. One query."""
    open_offers = Offer.objects.filter(territory=territory).open_on(day).order_by()
    found = dict(open_offers.values_list("kind").annotate(how_many=Count("pk")))
    return [
        (count(found.get(kind, 0), NOUNS[kind]), board_url(kind, territory)) for kind in OfferKind
    ]


def who_did(event: OfferEvent) -> str:
    return "L’équipe" if event.actor_organisation_id else "La personne à joindre"


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
                yield f"{_figure(terms.weekly_hours)}{NBSP}h par semaine"
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
    yield "Durée de la semaine", f"{_figure(hours)}{NBSP}h" if hours else UNKNOWN
    yield (
        "Qualification demandée",
        Qualification(terms.qualification).label if terms.qualification else UNKNOWN,
    )
    yield "Français demandé", terms.get_language_display() or UNKNOWN


def euros(amount: Decimal) -> str:
    """« 1 250 € », « 412,50 € »."""
    whole, cents = divmod(int(amount * 100), 100)
    return f"{number(whole)}{f',{cents:02}' if cents else ''}{NBSP}€"


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


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
