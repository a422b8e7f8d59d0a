"""The pages of a draft taken together: what they lack, what they say, what they amount to."""

from datetime import date
from typing import Any

from django.forms import ChoiceField, ModelChoiceField

from candidates.eligibility import Facts
from candidates.enums import ContactKind
from candidates.forms.fields import PhoneField
from candidates.forms.orientation import BodyForm, CommitmentForm, SituationForm
from candidates.forms.people import IdentityForm, PersonForm
from candidates.forms.step import StepForm
from candidates.models import Draft, OrientationStep
from candidates.selectors.criteria import in_departure_area
from candidates.selectors.duplicates import SHARED_BY_NATURE, Identity
from emile.core.templatetags.emile import phone, short_day
from operators.actors import Actor
from territories.forms import TypeaheadField


class DraftForms:
    """Every page of a draft, judged. Whatever is valid counts, on pages that are not yet."""

    def __init__(self, draft: Draft, *, actor: Actor, today: date) -> None:
        def judged(form: type[StepForm], step: str) -> Any:
            return form.of_draft(draft, step, actor=actor, today=today, is_judged=True)

        self.today = today
        self.body: BodyForm = judged(BodyForm, OrientationStep.BODY)
        self.identity: IdentityForm = judged(IdentityForm, OrientationStep.IDENTITY)
        self.situation: SituationForm = judged(SituationForm, OrientationStep.SITUATION)
        self.commitment: CommitmentForm = judged(CommitmentForm, OrientationStep.COMMITMENT)

    @property
    def by_step(self) -> dict[OrientationStep, StepForm]:
        return {
            OrientationStep.BODY: self.body,
            OrientationStep.IDENTITY: self.identity,
            OrientationStep.SITUATION: self.situation,
            OrientationStep.COMMITMENT: self.commitment,
        }

    @property
    def unfinished(self) -> list[OrientationStep]:
        return [step for step, form in self.by_step.items() if not form.is_valid()]

    @property
    def people(self) -> list[PersonForm]:
        """The candidate first."""
        return [self.identity, *self.identity.members.filled]

    # What the domain makes of it

    @property
    def facts(self) -> Facts:
        situation, commitment = self.situation.answers, self.commitment.answers
        communes = [situation.get("sleeps_in"), situation.get("domiciled_in")]
        return Facts(
            is_committed=commitment.get("is_committed"),
            in_departure_area=in_departure_area(communes, self.today),
            age=self.identity.age,
            language_level=situation.get("language_level", ""),
            housing_precarity=situation.get("housing_precarity", ""),
            adults_lawful=tuple(
                person.is_lawfully_present for person in self.people if not person.is_child
            ),
            is_volunteer=commitment.get("is_volunteer"),
        )

    @property
    def identities(self) -> list[Identity]:
        """Those whose file may exist already: the adults."""
        return [
            Identity(
                first_name=person.answers.get("first_name", ""),
                last_name=person.answers.get("last_name", ""),
                birth_name=person.answers.get("birth_name", ""),
                birth_date=person.person_fields["birth_date"],
                is_approximate=person.person_fields["birth_date_is_approximate"],
                own_phones=self._phones_of(person, ContactKind.OWN_PHONE),
                shared_phones=self._phones_of(person, *SHARED_BY_NATURE),
            )
            for person in self.people
            if person.full_name and not person.is_child
        ]

    def _phones_of(self, person: PersonForm, *kinds: ContactKind) -> frozenset[str]:
        answers = self.situation.answers
        is_theirs = person is self.identity and answers.get("contact_kind") in kinds
        return frozenset(filter(None, [answers.get("phone")])) if is_theirs else frozenset()

    @property
    def opening(self) -> dict[str, Any]:
        """What opening the file asks, the people aside."""
        situation, commitment = self.situation.answers, dict(self.commitment.answers)
        lived = ("sleeps_in", "domiciled_in", "housing_precarity")
        return {
            "lead_worker": self.body.answers["lead_worker"],
            "is_committed": commitment.pop("is_committed"),
            "household": {name: situation[name] for name in lived} | commitment,
        }

    @property
    def described_people(self) -> list[dict[str, Any]]:
        """What each ``services.NewPerson`` is made of, the candidate first."""
        candidate = self.identity.described
        candidate["fields"]["language_level"] = self.situation.answers["language_level"]
        candidate["lodging"] = self.situation.answers["lodging"]
        candidate["contacts"] = self.situation.contacts
        return [candidate, *(member.described for member in self.identity.members.filled)]

    # What people read again before confirming

    @property
    def summary(self) -> dict[OrientationStep, list[tuple[str, str]]]:
        """Label and value of what matters on each page, "" where nothing was answered."""
        situation, commitment = self.situation, self.commitment
        return {
            OrientationStep.BODY: [("Accompagnement", shown(self.body, "lead_worker"))],
            OrientationStep.IDENTITY: [
                (person.link.label, _introduced(person)) for person in self.people
            ],
            OrientationStep.SITUATION: [
                ("Dort à", shown(situation, "sleeps_in")),
                ("Domiciliation", shown(situation, "domiciled_in")),
                ("Hébergement ou logement", shown(situation, "lodging")),
                ("Précarité de logement", shown(situation, "housing_precarity")),
                ("Niveau de français", shown(situation, "language_level")),
                ("Pour joindre la personne", shown(situation, "contact_kind")),
                ("Téléphone", shown(situation, "phone")),
            ],
            OrientationStep.COMMITMENT: [
                ("Votre engagement", shown(commitment, "is_committed")),
                ("Volontariat", shown(commitment, "is_volunteer")),
                ("Information donnée", shown(commitment, "informed_on")),
                ("Accord de partage", shown(commitment, "agrees_to_share")),
            ],
        }


def shown(form: StepForm, name: str) -> str:
    """An answer as people say it."""
    answer, field = form.answers.get(name), form.fields[name]
    if answer is None or answer == "":
        return ""
    if isinstance(answer, bool):
        return "oui" if answer else "non"
    if isinstance(answer, date):
        return short_day(answer)
    if isinstance(field, PhoneField):
        return phone(answer)
    if isinstance(field, TypeaheadField):
        return str(field.choice(answer).label)
    if isinstance(field, ModelChoiceField):
        return field.label_from_instance(answer)
    if isinstance(field, ChoiceField):
        choices: Any = field.choices
        return str(dict(choices)[answer])
    return str(answer)


def _introduced(person: PersonForm) -> str:
    """« Awa Exemple, 36 ans »."""
    age = person.age
    return person.full_name if age is None else f"{person.full_name}, {age} ans"
