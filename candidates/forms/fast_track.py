"""« Voie rapide »: the job that starts in a few days, and where the household sleeps meanwhile."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from candidates.enums import JobSolution
from candidates.forms.laid_out import LaidOutForm
from candidates.forms.placement import MandateField
from candidates.forms.settling import AdultField
from candidates.selectors import agreements, moving_adults
from candidates.selectors.placement import mandates_to_propose, project_before
from emile.core.forms import choice, day
from territories.forms import CommuneField, OccupationField
from territories.models import Mandate


class FastTrackForm(LaidOutForm):
    intro = (
        "Un emploi ou une formation commence dans quelques jours\u00a0: l’installation s’ouvre tout de "
        "suite avec un logement provisoire. Chaque partie a dix jours pour donner son avis, et "
        "l’installation ne s’enregistre qu’après le dernier accord."
    )
    submit = "Ouvrir la voie rapide"
    mandate = MandateField(
        Mandate.objects.none(),
        label="Dans quel territoire\u00a0?",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    person = AdultField("Qui commence\u00a0?")
    kind = choice("Solution", JobSolution.choices)
    occupation = OccupationField(label="Métier", help_text="Nom ou code ROME.")
    with_whom = forms.CharField(
        label="Employeur ou organisme de formation", max_length=200, required=False
    )
    starts_on = day("Début le")
    commune = CommuneField(label="Commune du logement provisoire", help_text="Nom ou code postal.")
    landlord = forms.CharField(label="Qui loge le ménage\u00a0?", max_length=200, required=False)
    available_on = day("À partir du")
    ends_on = day("Jusqu’au", help_text="Si la durée est connue.", required=False)

    def prepare(self) -> None:
        self.fields["person"].among(moving_adults(self.parcours, self.today))
        self.fields["on"].label = "Décidé le"
        if placement := agreements.active_placement(self.parcours):
            # The territory has said yes already.
            del self.fields["mandate"]
            self.fields["occupation"].initial = placement.occupation
            return
        self.fields["mandate"].queryset = mandates_to_propose(self.parcours, self.today)
        self.fields["occupation"].initial = project_before(self.parcours, self.today)

    def parts(self) -> Iterable[Any]:
        if "mandate" in self.fields:
            yield Fieldset("Le territoire", "mandate")
        yield Fieldset(
            "L’emploi ou la formation", "person", "kind", "occupation", "with_whom", "starts_on"
        )
        yield Fieldset("Le logement provisoire", "commune", "landlord", "available_on", "ends_on")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        kept = {name: answers[name] for name in ("on", "reason") if name in answers}
        return kept | {
            "mandate": answers.get("mandate"),
            "job": {
                name: answers[name]
                for name in ("person", "kind", "occupation", "with_whom", "starts_on")
            },
            "lodging": {
                name: answers[name] for name in ("commune", "landlord", "available_on", "ends_on")
            },
        }
