"""One page to tick everything, one save."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import CheckState
from candidates.forms.act import EditForm
from candidates.forms.laid_out import LaidOutForm
from candidates.selectors.checklist import checklist


class ChecklistForm(LaidOutForm, EditForm):
    """Short answers, all visible: the list is gone through in one meeting, phone in hand."""

    intro = "Rien n’est obligatoire\u00a0: ce qui reste à faire est rappelé avant l’installation."
    # Nobody has ticked anything: version 0.
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def prepare(self) -> None:
        listed = checklist(self.parcours, self.today)
        self.fields["version"].initial = listed.version
        self.lines = listed.lines
        for line in self.lines:
            self.fields[line.key] = forms.ChoiceField(
                label=line.label,
                choices=CheckState.choices,
                initial=line.state,
                widget=InlineRadioSelect,
            )

    def parts(self) -> Iterable[Any]:
        yield "version"
        common = [line.key for line in self.lines if line.person is None]
        if common:
            yield Fieldset("Pour le ménage", *common)
        for person in dict.fromkeys(line.person for line in self.lines if line.person):
            own = [line.key for line in self.lines if line.person == person]
            yield Fieldset(f"Pour {person.full_name}", *own)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        return {
            "version": answers["version"],
            "on": answers["on"],
            "states": {line.key: CheckState(answers[line.key]) for line in self.lines},
        }
