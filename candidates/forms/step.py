"""A page of an orientation, whose draft may be anything."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict
from dsfr.forms import DsfrBaseForm

from candidates.models import Draft
from operators.actors import Actor
from territories.forms import TypeaheadField


class StepForm(DsfrBaseForm):
    """A page of an orientation, filled in from what was typed.

    Not judged, it shows a draft without a reproach; a place that is being searched for is looked
    up all the same.
    """

    template: ClassVar[str] = "candidates/orientation/step.html"
    layout: ClassVar[Layout | None] = None

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        actor: Actor,
        today: date,
        is_judged: bool = True,
        **options: Any,
    ) -> None:
        self.actor, self.today, self.is_judged = actor, today, is_judged
        super().__init__(data, **options)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = self.layout or Layout(*self.fields)
        return helper

    @property
    def answers(self) -> dict[str, Any]:
        """The valid answers, of a page that may hold others or was not opened yet."""
        return self.cleaned_data if self.is_bound and self.errors is not None else {}

    def full_clean(self) -> None:
        if self.is_judged or not self.is_bound:
            super().full_clean()
            return
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}
        for name, field in self.fields.items():
            if isinstance(field, TypeaheadField) and (typed := self[name].data).is_search:
                try:
                    field.clean(typed)
                except ValidationError as error:
                    self.add_error(name, error)

    @classmethod
    def of_draft(
        cls, draft: Draft, step: str, *, actor: Actor, today: date, is_judged: bool
    ) -> Self:
        """The page as the draft remembers it; blank when it was not opened yet."""
        typed = draft.data.get(step)
        data = MultiValueDict(typed) if typed is not None else None
        return cls(data, actor=actor, today=today, is_judged=is_judged)
