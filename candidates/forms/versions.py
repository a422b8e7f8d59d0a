"""Which two versions of a diagnosis to compare."""

from collections.abc import Sequence
from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.selectors.versions import Version
from emile.core.templatetags.emile import short_day


class CompareForm(DsfrBaseForm):
    """Read from the address; the two last versions unless it says otherwise."""

    de = forms.TypedChoiceField(label="Version d’avant", coerce=int)
    a = forms.TypedChoiceField(label="Version d’après", coerce=int)

    def __init__(self, *args: Any, versions: Sequence[Version], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(one.number, _label(one)) for one in versions if not one.is_signature]
        self.fields["de"].choices = [*choices, (0, "Avant le diagnostic")]
        self.fields["a"].choices = choices
        self.fields["de"].initial, self.fields["a"].initial = self._last_two

    def chosen(self) -> tuple[int, int]:
        """The older first, in whatever order they were given."""
        if self.is_valid():
            older, newer = sorted((self.cleaned_data["de"], self.cleaned_data["a"]))
            return older, newer
        return self._last_two

    @property
    def _last_two(self) -> tuple[int, int]:
        newest = max((int(number) for number, _ in self.fields["a"].choices), default=0)
        return max(newest - 1, 0), newest


def _label(version: Version) -> str:
    return f"Version {version.number}, {short_day(version.on)}, {version.who}"
