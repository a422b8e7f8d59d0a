"""What happens in the life of a household."""

from datetime import date
from typing import Any

from django import forms
from django.urls import reverse

from candidates.enums import Link, Moves, Nationality, Presence, Sex
from candidates.forms.act import ActForm
from candidates.forms.fields import BirthDateField
from candidates.forms.household import InHousehold
from candidates.models import HouseholdMember, Person
from emile.core.forms import choice, day, known_choice_field, yes_no_field


STAYS, LEAVES, BOTH = "stays", "leaves", "both"


class NewMemberForm(InHousehold, ActForm):
    """One name is enough; what links somebody to the person who was oriented is never supposed."""

    intro = (
        "Une personne rejoint le foyer. Pour un enfant qui vient de naître, notez une naissance."
    )
    submit = "Ajouter au foyer"
    first_name = forms.CharField(label="Prénom", max_length=100, required=False)
    last_name = forms.CharField(
        label="Nom d’usage", max_length=100, help_text="Un seul nom suffit."
    )
    birth_date = BirthDateField(
        label="Date de naissance",
        required=False,
        help_text="14/07/1989, ou 07/1989, ou 1989 si c’est tout ce que l’on sait.",
    )
    nationality = known_choice_field("Nationalité", Nationality.choices)
    link = choice(
        "Lien avec la personne orientée",
        [one for one in Link.choices if one[0] != Link.CANDIDATE],
    )
    presence = choice("Présence au foyer", Presence.choices)
    moves = choice("Part avec le foyer\u00a0?", Moves.choices)

    def prepare(self) -> None:
        self.fields["birth_date"].today = self.today
        self.fields["on"].label = "Depuis quel jour\u00a0?"
        if all(one.link != Link.CANDIDATE for one in running(self)):
            self.fields["link"].choices = Link.choices

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        born = answers.pop("birth_date")
        answers["person"] = {
            "first_name": answers.pop("first_name"),
            "last_name": answers.pop("last_name"),
            "nationality": answers.pop("nationality"),
            "birth_date": born.day if born else None,
            "birth_date_is_approximate": bool(born and born.is_approximate),
        }
        return answers


class ExpectBirthForm(InHousehold, ActForm):
    intro = "Le logement recherché tiendra compte de l’enfant à venir."
    due_on = day("Naissance attendue vers le")

    def prepare(self) -> None:
        self.fields["on"].label = "Quand l’avez-vous appris\u00a0?"

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on <= self.today:
            raise forms.ValidationError(
                "Cette date est passée\u00a0: notez plutôt la naissance.", code="past"
            )
        return due_on


class BirthForm(InHousehold, ActForm):
    intro = "L’enfant entre dans le foyer le jour de sa naissance."
    submit = "Noter la naissance"
    first_name = forms.CharField(label="Prénom de l’enfant", max_length=100)
    last_name = forms.CharField(label="Nom de l’enfant", max_length=100)
    sex = known_choice_field(
        "Sexe",
        Sex.choices,
        unknown="Sans réponse",
        help_text="Sert aux statistiques européennes, jamais au rapprochement avec une offre.",
    )

    def prepare(self) -> None:
        self.fields["on"].label = "Date de naissance"
        self.fields["on"].help_text = ""
        first = next(iter(running(self)), None)
        self.fields["last_name"].initial = first.person.last_name if first else ""

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            names = ("first_name", "last_name", "sex")
            answers["person"] = {name: answers.pop(name) for name in names}
        return answers


class MemberMovesForm(InHousehold, ActForm):
    """What was true until that day stays true of it."""

    presence = choice("Présence au foyer", Presence.choices)
    moves = choice("Part avec le foyer\u00a0?", Moves.choices)

    def prepare(self) -> None:
        self.intro = self.about.full_name
        self.fields["on"].label = "Depuis quel jour\u00a0?"
        member = next(one for one in running(self) if one.person_id == self.about.pk)
        self.fields["presence"].initial = member.presence
        self.fields["moves"].initial = member.moves


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        name: str = obj.full_name
        return name


class GoneForm(InHousehold, ActForm):
    """Somebody is not in the household any more: who goes on, when it was the person oriented."""

    successor = PersonField(
        Person.objects.none(),
        label="Qui continue le parcours\u00a0?",
        help_text="Cette personne devient la personne orientée.",
        widget=forms.RadioSelect,
        empty_label=None,
        required=False,
    )

    def prepare(self) -> None:
        members = running(self)
        is_candidate = any(
            one.link == Link.CANDIDATE and one.person_id == self.about.pk for one in members
        )
        adults = [
            one.person_id
            for one in members
            if not one.is_child_on(self.today) and one.person_id != self.about.pk
        ]
        if not (is_candidate and adults):
            del self.fields["successor"]
            return
        field = self.fields["successor"]
        field.queryset = Person.objects.filter(pk__in=adults).order_by("pk")
        field.required = True
        field.initial = adults[0]


class MemberLeavesForm(GoneForm):
    submit = "Noter le départ"

    def prepare(self) -> None:
        super().prepare()
        self.intro = (
            f"{self.about.full_name} ne vit plus avec le foyer. Pour deux adultes qui se séparent et "
            "continuent chacun leur parcours, notez une séparation."
        )


class DeathForm(GoneForm):
    submit = "Noter le décès"

    def prepare(self) -> None:
        super().prepare()
        self.intro = (
            f"{self.about.full_name} ne sera plus jamais appelé, ni au téléphone ni par message. Le "
            "parcours continue avec les autres."
        )
        self.fields["on"].label = "Date du décès"
        self.fields["on"].help_text = ""


class SeparateForm(InHousehold, ActForm):
    """Who stays, who goes; a child may be in both households."""

    intro = (
        "Un second dossier s’ouvre pour qui part. Les équipes gardent les deux\u00a0; ce qui sera noté "
        "ensuite dans l’un n’apparaîtra jamais dans l’autre."
    )
    submit = "Ouvrir les deux dossiers"
    must_not_be_found = yes_no_field(
        "Faut-il empêcher que l’un retrouve l’autre\u00a0?",
        unknown="Je ne sais pas",
        help_text="En cas de violence ou de menace. Les deux dossiers ne seront liés nulle part.",
    )

    def prepare(self) -> None:
        self.people = {}
        for member in running(self):
            name = f"side_{member.person.public_id.hex}"
            sides = [(STAYS, "Reste dans ce dossier"), (LEAVES, "Part dans le second dossier")]
            if member.is_child_on(self.today):
                sides.append((BOTH, "Vit dans les deux foyers"))
            self.fields[name] = choice(member.person.full_name, sides)
            self.fields[name].initial = STAYS
            self.people[name] = member.person
        self.order_fields([*self.people, "must_not_be_found"])

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        sides = {name: answers.pop(name) for name in self.people}
        for argument, side in (("leaving", LEAVES), ("in_both", BOTH)):
            answers[argument] = [
                person for name, person in self.people.items() if sides[name] == side
            ]
        # Not known is treated as a yes: what is hidden can be shown later.
        answers["must_not_be_found"] = answers["must_not_be_found"] is not False
        return answers


def running(form: ActForm) -> list[HouseholdMember]:
    """Who is in the household today, the person oriented first."""
    return form.parcours.household.members_on(form.today)


def synthesis_url(form: ActForm) -> str:
    return reverse("candidates:parcours_detail", args=[form.parcours.public_id])
