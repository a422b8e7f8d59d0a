"""The filters of the list of households: they live in the address."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.forms import BoundField
from django.utils.functional import cached_property
from dsfr.forms import DsfrBaseForm

from candidates.enums import HouseholdType, Link, ListShape, Stage, Standing, Whose
from candidates.filters.papers import MISSING_PAPERS, missing_papers
from candidates.filters.search import search
from candidates.models import HouseholdMember, Parcours, ParcoursEvent
from candidates.models.parcours import ParcoursQuerySet
from candidates.reference import references_in
from candidates.selectors.conversation import unread_files
from candidates.selectors.cover import covered_files
from candidates.selectors.partners import OPERATE, ORIENT, Partners, files_with, partners_of
from operators.actors import Actor
from territories.models import Territory


WAITING = [
    ("me", "Qui attendent mon organisation"),
    ("late", "Qui attendent mon organisation et sont en retard"),
    ("others", "Chez les autres"),
]
LEADS = [
    ("none", "Sans référent"),
    ("me", "Mes dossiers"),
    (Whose.MINE, "Mes dossiers, et ceux que personne ne suit dans mon organisation"),
    ("covered", "Ceux que je remplace"),
]
STILL_DAYS = 30
AGEING = [("late", "En retard"), ("still", f"Sans mouvement depuis {STILL_DAYS} jours")]
MESSAGES = [("unread", "Messages non lus")]
# In the address.
SHAPE = "vue"
# A column of some two hundred references.
LONGEST_SEARCH = 3000
# What one looks for first; the others come in second.
AT_HAND = ("q", "stage", "waiting")

SAYS_NOTHING_OF_WHERE = {"stage", "household", "standing", "papers", "messages", SHAPE}


class ParcoursFilter(django_filters.FilterSet):
    """Over a queryset already scoped to ``actor``."""

    q = django_filters.CharFilter(
        label="Nom, téléphone, naissance, employeur ou références",
        method="search",
        max_length=LONGEST_SEARCH,
    )
    stage = django_filters.ChoiceFilter(
        label="Étape", choices=Stage.choices, empty_label="Toutes les étapes"
    )
    waiting = django_filters.ChoiceFilter(
        label="À qui de jouer",
        choices=WAITING,
        empty_label="Peu importe",
        method="whose_move",
    )
    ageing = django_filters.ChoiceFilter(
        label="Retard", choices=AGEING, empty_label="Peu importe", method="how_late"
    )
    lead = django_filters.ChoiceFilter(
        label="Référent", choices=LEADS, empty_label="Peu importe", method="whose_file"
    )
    papers = django_filters.ChoiceFilter(
        label="Pièces manquantes",
        choices=MISSING_PAPERS,
        empty_label="Peu importe",
        method="missing_papers",
    )
    messages = django_filters.ChoiceFilter(
        label="Messages", choices=MESSAGES, empty_label="Peu importe", method="with_messages"
    )
    territory = django_filters.ModelChoiceFilter(
        label="Territoire",
        queryset=Territory.objects.order_by("name", "pk"),
        to_field_name="slug",
        empty_label="Tous les territoires",
    )
    household = django_filters.ChoiceFilter(
        label="Type de ménage",
        choices=HouseholdType.choices,
        empty_label="Tous les ménages",
        method="household_type",
    )
    prescriber = django_filters.ChoiceFilter(
        label="Structure qui oriente", empty_label="Toutes les structures", method="oriented_by"
    )
    operator = django_filters.ChoiceFilter(
        label="Opérateur", empty_label="Tous les opérateurs", method="operated_by"
    )
    standing = django_filters.ChoiceFilter(
        label="Statut", choices=Standing.choices, empty_label="Tous les statuts"
    )

    class Meta:
        model = Parcours
        form = DsfrBaseForm
        fields: list[str] = []

    def __init__(self, *args: Any, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.today = actor, today
        # Asked for when they are shown, or when one was chosen.
        self.filters["prescriber"].extra["choices"] = lambda: self.partners.orienting
        self.filters["operator"].extra["choices"] = lambda: self.partners.operating

    @cached_property
    def partners(self) -> Partners:
        return partners_of(self.actor)

    @property
    def at_hand(self) -> list[BoundField]:
        return [self.form[name] for name in AT_HAND]

    @property
    def folded(self) -> list[BoundField]:
        return [self.form[name] for name in self.filters if name not in AT_HAND]

    @property
    def more_are_used(self) -> bool:
        return any(self.data.get(field.name) for field in self.folded)

    @property
    def shape(self) -> ListShape:
        is_board = self.data.get(SHAPE) == ListShape.BOARD
        return ListShape.BOARD if is_board else ListShape.TABLE

    def query(self, **changes: str) -> str:
        """The address of this list, page aside; an empty change takes a filter away."""
        kept = self._used() | changes
        return urlencode({name: value for name, value in kept.items() if value})

    @property
    def kept_query(self) -> str:
        """What may be saved under a name: not whom somebody was looked for by."""
        return self.query(q=" ".join(self.references))

    @property
    def in_words(self) -> list[tuple[str, str]]:
        """The label of each filter that is used, and the value that was chosen."""
        return [
            (str(field.label), str(dict(field.field.choices).get(field.value(), field.value())))
            for field in (self.form[name] for name in self._used() if name not in {"q", SHAPE})
        ]

    def _used(self) -> dict[str, str]:
        """By name, those that are understood, in an order that does not depend on the address."""
        self.form.is_valid()
        names = [name for name in self.filters if self.form.cleaned_data.get(name)]
        used = {name: str(self.data[name]) for name in names}
        return used | {SHAPE: ListShape.BOARD} if self.shape == ListShape.BOARD else used

    @property
    def references(self) -> list[str]:
        """Those that were pasted, when nothing else was typed."""
        return references_in(self._used().get("q", ""))

    @property
    def looks_for_somebody(self) -> bool:
        return "q" in self._used() and not self.references

    @property
    def says_where(self) -> bool:
        """To match would tell where a household is: who follows it, or whose move it is, is there."""
        return not self._used().keys() <= SAYS_NOTHING_OF_WHERE

    def search(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        return search(queryset, self.actor, value)

    def whose_move(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        match value:
            case "me":
                return queryset.waiting_for(self.actor.organisation_id, self.today)
            case "late":
                waiting = queryset.waiting_for(self.actor.organisation_id, self.today)
                return waiting.filter(due_on__lt=self.today)
            case _:
                return queryset.elsewhere(self.actor.organisation_id, self.today)

    def how_late(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        if value == "late":
            return queryset.open().filter(due_on__lt=self.today)
        lately = ParcoursEvent.objects.visible_to(self.actor).filter(
            parcours=OuterRef("pk"), occurred_on__gt=self.today - timedelta(days=STILL_DAYS)
        )
        return queryset.open().filter(~Exists(lately))

    def whose_file(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        if value == "me":
            return queryset.of_worker(self.actor.user_id)
        if value == Whose.MINE:
            return queryset.of_worker_or_nobody(self.actor.user_id, self.actor.organisation_id)
        if value == "covered":
            return covered_files(queryset, self.actor, self.today)
        return queryset.open().filter(lead_worker__isnull=True)

    def missing_papers(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        return missing_papers(queryset, value, actor=self.actor, today=self.today)

    def with_messages(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        return queryset.filter(Exists(unread_files(self.actor)))

    def household_type(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        """In SQL, what ``Household.type_on`` says of one."""
        members = HouseholdMember.objects.filter(household=OuterRef("household"))
        is_couple = Exists(members.on(self.today).filter(link=Link.PARTNER))
        has_children = Exists(members.children_on(self.today))
        with_partner = {HouseholdType.COUPLE, HouseholdType.COUPLE_WITH_CHILDREN}
        with_children = {HouseholdType.SINGLE_PARENT, HouseholdType.COUPLE_WITH_CHILDREN}
        return queryset.filter(
            Q(is_couple) if value in with_partner else ~Q(is_couple),
            Q(has_children) if value in with_children else ~Q(has_children),
        )

    def oriented_by(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        return queryset.filter(pk__in=files_with(self.actor, UUID(value), ORIENT))

    def operated_by(self, queryset: ParcoursQuerySet, name: str, value: str) -> ParcoursQuerySet:
        return queryset.filter(pk__in=files_with(self.actor, UUID(value), OPERATE))
