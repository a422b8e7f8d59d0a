"""The lines of the action plan, one at a time, and what they lead to."""

from dateutil.relativedelta import relativedelta
from django import forms
from django.urls import reverse

from candidates.enums import REMEDIES, ActionOwner, ActionState, PlanAxis
from candidates.forms.act import ActForm, EditForm
from candidates.models import Brake, Parcours
from candidates.workflow.clock import preparation_limit
from emile.core.forms import choice, day
from emile.core.templatetags.emile import short_day


class InPlan:
    """An act whose button is in the plan: that is where the person goes on."""

    parcours: Parcours

    def next_url(self) -> str:
        return reverse("candidates:file_diagnosis", args=[self.parcours.public_id]) + "#plan"


class BrakeField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Brake) -> str:
        return obj.label


def brake_field(parcours: Parcours) -> forms.ModelChoiceField:
    """Those that are not lifted; one link from each proposes it."""
    return BrakeField(
        label="Quel frein cette action doit-elle lever\u00a0?",
        queryset=parcours.brakes.filter(resolved_on__isnull=True).order_by("pk"),
        to_field_name="public_id",
        required=False,
        empty_label="Aucun en particulier",
    )


def action_fields() -> dict[str, forms.Field]:
    return {
        "label": forms.CharField(label="Que faire\u00a0?", max_length=200),
        "axis": choice("Axe", PlanAxis.choices),
        "owner": choice("Qui s’en charge\u00a0?", ActionOwner.choices),
        "owner_name": forms.CharField(
            label="Son nom",
            max_length=100,
            required=False,
            help_text="La personne de l’équipe ou le partenaire.",
        ),
        "due_on": day("Avant le", required=False),
    }


class AddActionForm(InPlan, ActForm):
    submit = "Ajouter au plan"

    def prepare(self) -> None:
        self.fields.update(action_fields())
        self.fields["owner"].initial = ActionOwner.HOUSEHOLD
        for name in {"axis", "label"} & set(self.asked):
            self.fields[name].initial = self.asked[name]
        self.fields["brake"] = brake_field(self.parcours)
        for brake in self.fields["brake"].queryset:
            if str(brake.public_id) == self.asked.get("brake"):
                self._propose(brake)

    def _propose(self, brake: Brake) -> None:
        """What may lift the brake that the link names."""
        self.fields["brake"].initial = brake.public_id
        if remedy := REMEDIES.get(brake.kind):
            self.fields["axis"].initial, self.fields["label"].initial = remedy


class EditActionForm(InPlan, EditForm):
    """An action that is over is opened again by giving it another state."""

    def prepare(self) -> None:
        self.fields.update(action_fields())
        self.fields["state"] = choice("Où en est-elle\u00a0?", ActionState.choices)
        self.order_fields(["state"])
        for name in ("version", "state", *action_fields()):
            self.fields[name].initial = getattr(self.about, name)
        self.fields["brake"] = brake_field(self.parcours)
        if brake := self.about.brake:
            self.fields["brake"].queryset |= Brake.objects.filter(pk=brake.pk)
            self.fields["brake"].initial = brake.public_id


class ExtendForm(InPlan, ActForm):
    submit = "Prolonger"
    until = day("Nouvelle limite")

    def prepare(self) -> None:
        limit = preparation_limit(self.parcours, self.today)
        self.intro = f"La préparation doit aujourd’hui se terminer le {short_day(limit)}."
        self.fields["until"].initial = limit + relativedelta(months=1)


class OpenPositioningForm(ActForm):
    intro = "Le ménage est prêt à être proposé à un territoire."
    submit = "Passer au positionnement"
