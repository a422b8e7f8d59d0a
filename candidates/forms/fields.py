"""The answers that Django has no field for."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from dsfr.widgets import InlineCheckboxSelectMultiple

from candidates.enums import DrivingLicence


WHOLE_DATE = re.compile(r"(?P<day>\d{1,2})\D(?P<month>\d{1,2})\D(?P<year>\d{4})")
ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
MONTH = re.compile(r"(?P<month>\d{1,2})\D(?P<year>\d{4})")
YEAR = re.compile(r"(?P<year>\d{4})")
EARLIEST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A day, or the first day of the month or of the year that is all one knows."""

    day: date
    is_approximate: bool

    def __str__(self) -> str:
        """As it is typed."""
        if not self.is_approximate:
            return f"{self.day:%d/%m/%Y}"
        return f"{self.day:%Y}" if self.day.month == 1 else f"{self.day:%m/%Y}"


class BirthDateField(forms.CharField):
    """« 14/07/1989 », « 07/1989 » or « 1989 »."""

    default_error_messages = {
        "invalid": "Écrivez 14/07/1989, ou 07/1989, ou 1989 si c’est tout ce que l’on sait.",
        "future": "Cette date de naissance est dans le futur.",
        "too_old": "Vérifiez l’année de naissance.",
    }

    def __init__(self, *, today: date | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.today = today

    def clean(self, value: Any) -> BirthDate | None:
        text = super().clean(value)
        if not text:
            return None
        found = next(
            (
                match
                for pattern in (WHOLE_DATE, ISO_DATE, MONTH, YEAR)
                if (match := pattern.fullmatch(text))
            ),
            None,
        )
        if found is None:
            raise self._error("invalid")
        parts = {name: int(number) for name, number in found.groupdict().items()}
        try:
            day = date(parts["year"], parts.get("month", 1), parts.get("day", 1))
        except ValueError as error:
            raise self._error("invalid") from error
        if day.year < EARLIEST_YEAR:
            raise self._error("too_old")
        if self.today and day > self.today:
            raise self._error("future")
        return BirthDate(day=day, is_approximate="day" not in parts)

    def _error(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class PhoneField(forms.CharField):
    """A number as one says it in France, or with its country code; kept as +33…"""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return text
        try:
            number = phonenumbers.parse(text, "FR")
        except phonenumbers.NumberParseException:
            number = phonenumbers.PhoneNumber()
        if not phonenumbers.is_valid_number(number):
            raise ValidationError("Ce numéro de téléphone n’existe pas.", code="phone")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class LicencesField(forms.MultipleChoiceField):
    """The licences held: None as long as nothing is ticked, an empty list for « Aucun permis »."""

    NONE = "none"

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            help_text="Rien de coché veut dire que l’on ne sait pas encore.",
            choices=[(self.NONE, "Aucun permis"), *DrivingLicence.choices],
            required=False,
            widget=InlineCheckboxSelectMultiple,
        )

    def clean(self, value: Any) -> list[str] | None:
        ticked = super().clean(value)
        if self.NONE not in ticked:
            return ticked or None
        if len(ticked) > 1:
            raise ValidationError(
                "«\u00a0Aucun permis\u00a0» ne va pas avec un permis.", code="none"
            )
        return []

    def ticked(self, licences: list[str] | None) -> list[str]:
        """What is ticked when the page opens."""
        return [self.NONE] if licences == [] else licences or []
