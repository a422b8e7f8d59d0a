"""The filters of the board of offers: they live in the address."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, Value
from django.forms import CheckboxInput
from dsfr.forms import DsfrBaseForm

from emile.core.search import Norm
from territories.enums import ContractKind, OfferKind, OfferStatus, Typology
from territories.models import Commune, FreshnessRule, Offer
from territories.models.geography import CommuneQuerySet, searchable
from territories.models.offer import OfferQuerySet
from territories.selectors.boards import Where


STATES = [
    ("fresh", "Confirmées"),
    ("to_confirm", "À confirmer"),
    ("paused", "En pause"),
    ("past", "Échues"),
    ("over", "Pourvues ou retirées"),
    ("draft", "Brouillons"),
]
OVER = (OfferStatus.FILLED, OfferStatus.WITHDRAWN)
LONGEST_SEARCH = 100


def words(label: str) -> django_filters.CharFilter:
    return django_filters.CharFilter(label=label, method="search", max_length=LONGEST_SEARCH)


class OfferFilter(django_filters.FilterSet):
    """Over a queryset already scoped to who asks. Without ``state``, what is offered that day."""

    q = words("Métier, commune, employeur ou organisme")
    territory = django_filters.ChoiceFilter(
        label="Territoire", field_name="territory__slug", empty_label="Tous les territoires"
    )
    commune = django_filters.ChoiceFilter(
        label="Commune", field_name="commune__code", empty_label="Toutes les communes"
    )
    state = django_filters.ChoiceFilter(
        label="État", choices=STATES, empty_label="Disponibles", method="in_state"
    )
    free = django_filters.BooleanFilter(
        label="Libres seulement", widget=CheckboxInput, method="free_only"
    )

    class Meta:
        model = Offer
        form = DsfrBaseForm
        fields: list[str] = []

    def __init__(
        self, *args: Any, today: date, rule: FreshnessRule, where: Where, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.rule = today, rule
        if not where.kept:
            # Drafts are only for those who keep a board.
            self.filters["state"].extra["choices"] = STATES[:-1]
        territories = [(slug, str(one)) for slug, one in where.territories.items()]
        self.filters["territory"].extra["choices"] = territories
        if where.territory:
            communes = [(one.code, str(one)) for one in where.offering]
            self.filters["commune"].extra["choices"] = communes
        else:
            del self.filters["commune"]
        # After those that are proper to a kind of offer.
        self.filters.move_to_end("free")

    def filter_queryset(self, queryset: OfferQuerySet) -> OfferQuerySet:
        found: OfferQuerySet = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("state") else found.open_on(self.today)

    def in_state(self, offers: OfferQuerySet, name: str, state: str) -> OfferQuerySet:
        match state:
            case "to_confirm":
                return offers.to_confirm_on(self.today, self.rule)
            case "fresh":
                return offers.fresh_on(self.today, self.rule)
            case "paused":
                return offers.filter(status=OfferStatus.PAUSED)
            case "past":
                return offers.filter(valid_until__lt=self.today, status=OfferStatus.AVAILABLE)
            case "over":
                return offers.filter(status__in=OVER)
            case _:
                return offers.filter(status=OfferStatus.DRAFT)

    def free_only(self, offers: OfferQuerySet, name: str, is_asked: bool) -> OfferQuerySet:
        return offers.with_a_place_on(self.today) if is_asked else offers

    def search(self, offers: OfferQuerySet, name: str, typed: str) -> OfferQuerySet:
        """Every word is somewhere: occupation, commune, or who offers."""
        offers = offers.alias(told=Norm("provider_name"))
        for word in typed.split():
            asked, norm = searchable(Value(word)), Norm(Value(word))
            offers = offers.filter(
                Q(commune__all_names_norm__contains=asked)
                | Q(provider__name_norm__contains=norm)
                | Q(told__contains=norm)
                | self.said_q(word)
            )
        return offers

    def said_q(self, word: str) -> Q:
        """Where a kind of offer has words of its own."""
        return Q(pk__in=[])


class CommuneFilter(django_filters.FilterSet):
    """Over the communes of one territory."""

    q = words("Commune")

    class Meta:
        model = Commune
        form = DsfrBaseForm
        fields: list[str] = []

    def search(self, communes: CommuneQuerySet, name: str, typed: str) -> CommuneQuerySet:
        return communes.filter(all_names_norm__contains=searchable(Value(typed)))


class HomeFilter(OfferFilter):
    q = words("Commune ou bailleur")
    typology = django_filters.ChoiceFilter(
        label="Type de logement",
        field_name="home__typology",
        choices=Typology.choices,
        empty_label="Tous les logements",
    )
    rent = django_filters.NumberFilter(
        label="Loyer charges comprises, au plus", method="at_most", min_value=0, max_value=99999
    )
    accessible = django_filters.ChoiceFilter(
        label="Accessibilité",
        choices=[("yes", "Accessible en fauteuil")],
        empty_label="Peu importe",
        method="is_accessible",
    )

    def at_most(self, offers: OfferQuerySet, name: str, rent: Any) -> OfferQuerySet:
        return offers.renting_at_most(rent)

    def is_accessible(self, offers: OfferQuerySet, name: str, answer: str) -> OfferQuerySet:
        return offers.filter(home__is_accessible=True)


class SkilledFilter(OfferFilter):
    terms: str

    def said_q(self, word: str) -> Q:
        asked = searchable(Value(word))
        return Q(**{f"{self.terms}__occupation__label_norm__contains": asked}) | Q(
            titled__contains=Norm(Value(word))
        )

    def search(self, offers: OfferQuerySet, name: str, typed: str) -> OfferQuerySet:
        return super().search(offers.alias(titled=Norm(f"{self.terms}__title")), name, typed)


class JobFilter(SkilledFilter):
    terms = "job"
    contract = django_filters.ChoiceFilter(
        label="Contrat",
        field_name="job__contract",
        choices=ContractKind.choices,
        empty_label="Tous les contrats",
    )
    licence = django_filters.ChoiceFilter(
        label="Permis",
        choices=[("none", "Sans permis demandé")],
        empty_label="Peu importe",
        method="without_licence",
    )

    def without_licence(self, offers: OfferQuerySet, name: str, answer: str) -> OfferQuerySet:
        return offers.filter(job__licence="")


class TrainingFilter(SkilledFilter):
    terms = "training"


FILTERS: dict[str, type[OfferFilter]] = {
    OfferKind.HOME: HomeFilter,
    OfferKind.JOB: JobFilter,
    OfferKind.TRAINING: TrainingFilter,
}
