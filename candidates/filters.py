"""The filters of the list of households: they live in the address."""

import re
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, Value
from dsfr.forms import DsfrBaseForm

from candidates.enums import Stage, Standing
from candidates.models import ContactPoint, HouseholdMember, Parcours
from candidates.reference import normalise
from emile.core.search import Norm
from territories.models import Territory


# Of a telephone number, as far as one remembers it; fewer may be part of a name.
FEWEST_DIGITS = 6
WAITING = [
    ("me", "Qui attendent mon organisation"),
    ("late", "Qui attendent mon organisation et sont en retard"),
    ("others", "Chez les autres"),
]


# Each word is a subquery over names.
MOST_WORDS = 6


class ParcoursFilter(django_filters.FilterSet):
    """Over a queryset already scoped to ``actor``."""

    q = django_filters.CharFilter(
        label="Nom, téléphone ou référence", method="search", max_length=100
    )
    stage = django_filters.ChoiceFilter(
        label="Étape", choices=Stage.choices, empty_label="Toutes les étapes"
    )
    standing = django_filters.ChoiceFilter(
        label="Statut", choices=Standing.choices, empty_label="Tous les statuts"
    )
    territory = django_filters.ModelChoiceFilter(
        label="Territoire",
        queryset=Territory.objects.order_by("name", "pk"),
        empty_label="Tous les territoires",
    )
    waiting = django_filters.ChoiceFilter(
        label="À qui de jouer",
        choices=WAITING,
        empty_label="Peu importe",
        method="whose_move",
    )

    class Meta:
        model = Parcours
        form = DsfrBaseForm
        fields: list[str] = []

    def __init__(self, *args: Any, actor: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.today = actor, today

    def whose_move(self, queryset: Any, name: str, value: str) -> Any:
        match value:
            case "me":
                return queryset.waiting_for(self.actor.organisation_id, self.today)
            case "late":
                waiting = queryset.waiting_for(self.actor.organisation_id, self.today)
                return waiting.filter(due_on__lt=self.today)
            case _:
                return queryset.elsewhere(self.actor.organisation_id, self.today)

    def search(self, queryset: Any, name: str, value: str) -> Any:
        """A reference, a phone number, or words of names: accents and small typos are forgiven."""
        if reference := normalise(value):
            return queryset.filter(household__reference=reference)
        members = HouseholdMember.objects.filter(household=OuterRef("household"))
        digits = re.sub(r"\D", "", value)
        if len(digits) >= FEWEST_DIGITS and not any(map(str.isalpha, value)):
            phones = ContactPoint.objects.filter(
                person__memberships__household=OuterRef("household"),
                value__endswith=digits[-9:],
            )
            return queryset.filter(Exists(phones))
        for word in value.split()[:MOST_WORDS]:
            term = Norm(Value(word))
            queryset = queryset.filter(
                Exists(
                    members.filter(
                        Q(person__name_norm__contains=term)
                        | Q(person__name_norm__trigram_word_similar=term)
                    )
                )
            )
        return queryset
