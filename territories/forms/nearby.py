"""What there is near a commune, on one page."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from dsfr.forms import DsfrBaseForm

from emile.core.forms import Compared, day, said, yes_no_field
from territories.enums import Service
from territories.models import CommuneServices
from territories.models.nearby import NOT_YET


def service_field(service: Service, help_text: str = "") -> forms.TypedChoiceField:
    return yes_no_field(service.label, unknown="Pas encore dit", help_text=help_text)


class NearbyForm(Compared, DsfrBaseForm):
    """``values`` is what the service takes; ``told`` what was, None when nobody had told anything."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    childcare = service_field(Service.CHILDCARE, "Crèche ou assistante maternelle.")
    nursery_school = service_field(Service.NURSERY_SCHOOL)
    primary_school = service_field(Service.PRIMARY_SCHOOL)
    middle_school = service_field(Service.MIDDLE_SCHOOL)
    high_school = service_field(Service.HIGH_SCHOOL)
    doctor = service_field(Service.DOCTOR, "Un généraliste qui prend de nouveaux patients.")
    confirmed_on = day("Confirmé le", help_text="Le jour où on vous l’a dit sur place.")

    def __init__(self, *args: Any, told: CommuneServices | None, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        answers = told.answers if told else {}
        self.initial = {
            **{service.value: said(answer) for service, answer in answers.items()},
            "confirmed_on": today,
            "version": told.version if told else 0,
        }

    def clean_confirmed_on(self) -> date:
        confirmed_on: date = self.cleaned_data["confirmed_on"]
        if confirmed_on > self.today:
            raise ValidationError(NOT_YET, code="future")
        return confirmed_on

    @property
    def values(self) -> dict[str, Any]:
        return {
            "answers": {service: self.cleaned_data[service] for service in Service},
            "confirmed_on": self.cleaned_data["confirmed_on"],
        }

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout("version", *Service.values, "confirmed_on")
        helper.add_input(Submit("save", "Enregistrer"))
        return helper
