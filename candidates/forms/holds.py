"""Keep an offer or a place for a household, follow it, give it back."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse

from candidates.forms.act import ActForm
from candidates.models import Placement
from candidates.selectors.holds import months_to_hold, offers_to_hold
from candidates.workflow import clock
from emile.core.forms import choice, day
from emile.core.templatetags.emile import count, short_day
from territories.enums import HoldEnd, HoldStage, OfferKind
from territories.models import Hold, Offer, WelcomeSlot
from territories.models.hold import Thing
from territories.selectors.holds import named
from territories.selectors.offers import PLURALS
from territories.workflow import HOLD_WORKFLOW


# Of a release, those that people choose.
WHY = (HoldEnd.HOUSEHOLD, HoldEnd.PROVIDER, HoldEnd.UNSUITABLE, HoldEnd.MISTAKE)
FREE_PLACES = "place libre,places libres"
LASTING = ("take_turn", "extend")
FOLLOWS = (*LASTING, "visit", "file", "attribute")


class PlaceForm(ActForm):
    """The day is today’s: a place can’t be kept, nor given back, in the past."""

    def prepare(self) -> None:
        del self.fields["on"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        answers["on"] = self.today
        return answers

    def next_url(self) -> str:
        section = reverse("candidates:file_project", args=[self.parcours.public_id])
        return f"{section}#holds"


class HoldForm(PlaceForm):
    submit = "Retenir"
    thing = forms.ChoiceField(label="Quelle offre, ou quelle place\u00a0?")
    until = day("Jusqu’au")
    or_wait = forms.BooleanField(
        label="S’il n’y a plus de place libre, prendre rang dans la file d’attente",
        required=False,
    )

    def prepare(self) -> None:
        super().prepare()
        placement: Placement = self.about
        self.intro = (
            f"Dans le territoire «\u00a0{placement.territory.name}\u00a0». La place est gardée pour ce "
            "ménage jusqu’au jour dit, puis se libère seule. Qui la retient n’est jamais montré aux "
            "autres équipes."
        )
        things: list[Thing] = [
            *offers_to_hold(placement, self.parcours, self.today),
            *months_to_hold(placement, self.parcours, self.today),
        ]
        self.things = {thing.public_id: thing for thing in things}
        self.fields["thing"].choices = [("", "Choisir"), *self._groups()]
        last = clock.delay_after(clock.LONGEST_HOLD, self.today)
        self.fields["until"].initial = clock.delay_after(clock.HOLD, self.today)
        self.fields["until"].help_text = f"Au plus tard le {short_day(last)}."

    def _groups(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        things = self.things.values()
        for kind in OfferKind:
            of_kind = [one for one in things if isinstance(one, Offer) and one.kind == kind]
            if of_kind:
                yield PLURALS[kind], [(str(one.public_id), _said(one)) for one in of_kind]
        months = [one for one in things if isinstance(one, WelcomeSlot)]
        if months:
            yield "Capacité d’accueil", [(str(one.public_id), _said(one)) for one in months]

    def clean_thing(self) -> Thing:
        return self.things[UUID(self.cleaned_data["thing"])]


class FollowHoldForm(PlaceForm):
    step = choice("Où en est-on\u00a0?", ())
    until = day("Jusqu’au", required=False)

    def prepare(self) -> None:
        super().prepare()
        hold: Hold = self.about
        self.intro = f"{named(hold.thing)}."
        follows: Collection[str] = FOLLOWS if hold.offer else LASTING
        if not self.parcours.placements.active().filter(territory=hold.thing.territory_id).exists():
            follows = set(follows) - {"attribute"}
        offered = [step for step in HOLD_WORKFLOW.offered(hold, self.actor) if step.name in follows]
        self.fields["step"].choices = [(step.name, step.label) for step in offered]
        if len(offered) == 1:
            self.fields["step"].initial = offered[0].name
        if any(step.name in LASTING for step in offered):
            self.fields["until"].initial = hold.until
            self.fields["until"].help_text = "Pour retenir ou prolonger."
        else:
            del self.fields["until"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("step") in LASTING and not given.get("until"):
            self.add_error("until", "Indiquez jusqu’à quel jour.")
        return given


class ReleaseForm(PlaceForm):
    submit = "Libérer"
    why = forms.TypedChoiceField(
        label="Pourquoi\u00a0?",
        choices=[(one.value, one.label) for one in WHY],
        coerce=HoldEnd,
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        super().prepare()
        hold: Hold = self.about
        if hold.stage == HoldStage.WAITING:
            self.intro = f"{named(hold.thing)}. Le ménage quitte la file d’attente."
        else:
            self.intro = (
                f"{named(hold.thing)}. La place est libre aussitôt\u00a0; s’il y a une file "
                "d’attente, la première équipe est prévenue."
            )


def _said(thing: Thing) -> str:
    """« T3, 65 m², Aurillac : libre », « … : 2 ménages attendent »."""
    if isinstance(thing, WelcomeSlot):
        free = max(0, thing.places - thing.in_use)  # type: ignore[attr-defined]
        waiting = 0
    else:
        free, waiting = thing.free_units, thing.wait  # type: ignore[attr-defined]
    if free > waiting:
        return f"{named(thing)}\u00a0: {count(free, FREE_PLACES)}"
    queue = f", {count(waiting, 'ménage')} en attente" if waiting else ""
    return f"{named(thing)}\u00a0: aucune place libre{queue}"
