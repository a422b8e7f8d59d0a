"""The people of a household, as the orienting body describes them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from candidates.enums import Link, Moves, Nationality, PermitKind, Presence, Sex
from candidates.forms.fields import BirthDateField
from candidates.forms.step import StepForm
from candidates.models import Person
from candidates.models.person import LAWFUL_BY_NATIONALITY
from emile.core.forms import day, known_choice_field


MAX_MEMBERS = 15


class PersonForm(StepForm):
    """Anybody of the household: one name is enough, and a birth year."""

    first_name = forms.CharField(label="Prénom", max_length=100, required=False)
    last_name = forms.CharField(label="Nom d’usage", max_length=100, required=False)
    birth_date = BirthDateField(
        label="Date de naissance",
        required=False,
        help_text="14/07/1989, ou 07/1989, ou 1989 si c’est tout ce que l’on sait.",
    )
    nationality = known_choice_field("Nationalité", Nationality.choices)
    permit_kind = known_choice_field(
        "Titre de séjour", PermitKind.choices, help_text="Hors Union européenne."
    )
    permit_expires_on = day(
        "Valable jusqu’au", required=False, help_text="La date écrite sur le titre."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["birth_date"].today = self.today

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = answers.get("first_name", ""), answers.get("last_name", "")
        if not (first or last or self.errors.keys() & {"first_name", "last_name"}):
            self.add_error(
                "last_name", ValidationError("Un seul nom suffit, mais il en faut un.", code="name")
            )
        elif not last:
            answers["first_name"], answers["last_name"] = "", first
        if answers.get("permit_expires_on") and not answers.get("permit_kind"):
            self.add_error(
                "permit_kind", ValidationError("Précisez de quel titre il s’agit.", code="permit")
            )
        return answers

    @property
    def link(self) -> Link:
        raise NotImplementedError

    @property
    def full_name(self) -> str:
        """As typed: a page that is not judged yet names the people too."""
        typed = (self[name].value() or "" for name in ("first_name", "last_name"))
        return " ".join(filter(None, map(str.strip, typed)))

    @property
    def person_fields(self) -> dict[str, Any]:
        """Fields of ``Person``."""
        answers = self.answers
        born: Any = answers.get("birth_date")
        taken = ("first_name", "last_name", "birth_name", "sex", "nationality")
        return {name: answers[name] for name in taken if name in answers} | {
            "birth_date": born.day if born else None,
            "birth_date_is_approximate": bool(born and born.is_approximate),
        }

    @property
    def permit(self) -> dict[str, Any] | None:
        """Fields of ``ResidencePermit``, of somebody who needs one."""
        answers = self.answers
        if not answers.get("permit_kind") or answers.get("nationality") in LAWFUL_BY_NATIONALITY:
            return None
        return {"kind": answers["permit_kind"], "expires_on": answers.get("permit_expires_on")}

    @property
    def age(self) -> int | None:
        return Person(birth_date=self.person_fields["birth_date"]).age_on(self.today)

    @property
    def is_child(self) -> bool:
        return self.link == Link.CHILD if self.age is None else self.age < 18

    @property
    def is_lawfully_present(self) -> bool | None:
        if self.answers.get("nationality") in LAWFUL_BY_NATIONALITY:
            return True
        permit = self.permit
        expires_on: date | None = permit["expires_on"] if permit else None
        return None if expires_on is None else expires_on >= self.today

    @property
    def described(self) -> dict[str, Any]:
        """What ``services.NewPerson`` is made of."""
        return {"link": self.link, "fields": self.person_fields, "permit": self.permit}


class MemberForm(PersonForm):
    """Somebody else of the household. What links them to the candidate is never presumed."""

    last_name = forms.CharField(
        label="Nom d’usage",
        max_length=100,
        required=False,
        help_text="Un seul nom suffit.",
    )
    kinship = forms.ChoiceField(
        label="Lien avec la personne orientée",
        choices=[("", "Choisir"), *[one for one in Link.choices if one[0] != Link.CANDIDATE]],
        error_messages={"required": "Choisissez le lien\u00a0: rien n’est supposé."},
    )
    presence = forms.ChoiceField(
        label="Présence au foyer", choices=Presence, initial=Presence.PERMANENT
    )
    moves = forms.ChoiceField(label="Départ", choices=Moves, initial=Moves.YES)

    @property
    def link(self) -> Link:
        return Link(self.answers.get("kinship") or Link.OTHER)

    @property
    def is_removed(self) -> bool:
        return bool(self["DELETE"].data)

    @property
    def described(self) -> dict[str, Any]:
        answers = self.answers
        return super().described | {
            "presence": Presence(answers["presence"]),
            "moves": Moves(answers["moves"]),
        }


class Members(forms.BaseFormSet):
    """The other people. One is added by sending one more ``TOTAL_FORMS``, removed by ``DELETE``."""

    deletion_widget = forms.HiddenInput

    @property
    def shown(self) -> list[MemberForm]:
        return [form for form in self.forms if not form.is_removed]

    @property
    def filled(self) -> list[MemberForm]:
        """Those of whom something valid is known, blocks left blank aside."""
        return [form for form in self.shown if form.has_changed() and form.answers]


MemberFormSet: type[Any] = forms.formset_factory(
    MemberForm,
    formset=Members,
    extra=0,
    max_num=MAX_MEMBERS,
    absolute_max=MAX_MEMBERS,
    can_delete=True,
)


class IdentityForm(PersonForm):
    """The candidate, and with them the people of the household."""

    template = "candidates/orientation/identity.html"
    birth_name = forms.CharField(
        label="Nom de naissance", max_length=100, required=False, help_text="S’il est différent."
    )
    sex = known_choice_field(
        "Sexe",
        Sex.choices,
        unknown="Sans réponse",
        help_text="Sert aux statistiques européennes, jamais au rapprochement avec une offre.",
    )
    layout = Layout(
        Row(Column("first_name"), Column("last_name")),
        Row(Column("birth_name"), Column("birth_date")),
        Row(Column("sex"), Column("nationality")),
        Row(Column("permit_kind"), Column("permit_expires_on")),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.members: Members = MemberFormSet(data, prefix="members", form_kwargs=options)

    @property
    def link(self) -> Link:
        return Link.CANDIDATE

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if not self.members.is_valid():
            self.add_error(
                None,
                ValidationError(
                    "Une réponse est à corriger pour une autre personne.", code="member"
                ),
            )
        return answers
