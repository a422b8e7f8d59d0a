"""The acts of positioning, stay and reflection."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.html import format_html

from candidates.enums import Answer, AnswerMeans, ReasonUse
from candidates.forms.act import ActForm, ReasonField
from candidates.models import Placement
from candidates.selectors.placement import mandates_to_propose, project_before
from candidates.selectors.profile import profile_lines
from candidates.workflow import clock
from emile.core.forms import choice, day, text
from emile.core.templatetags.emile import short_day
from territories.forms import OccupationField
from territories.models import Mandate


# What is proposed to whoever needs time: a week.
ASK_AGAIN_AFTER = timedelta(days=7)


class MandateField(forms.ModelChoiceField):
    """A territory and the operator that welcomes there: one choice, since one goes with the other."""

    def label_from_instance(self, obj: Any) -> str:
        rank = {None: "", 1: " (1er souhait)"}.get(obj.wish_rank, f" ({obj.wish_rank}e souhait)")
        label = f"{obj.territory.name}{rank}, avec {obj.organisation.name}"
        hints = " ".join(_hints(obj))
        if not hints:
            return label
        return format_html('{}<span class="fr-hint-text">{}</span>', label, hints)


def _hints(mandate: Any) -> Iterator[str]:
    """What is worth knowing of a territory before the household is proposed there."""
    if mandate.is_refused:
        why = f"\u00a0: {mandate.refused_because}" if mandate.refused_because else ""
        yield f"Attention, le ménage a dit «\u00a0pas là\u00a0»{why}."
    if mandate.asked_before:
        yield "Ce ménage y a déjà été proposé."
    match mandate.waiting:
        case 0:
            yield "Aucune proposition n’y attend de réponse."
        case 1:
            yield "Une proposition y attend déjà une réponse."
        case count:
            yield f"{count} propositions y attendent déjà une réponse."


class ProposeForm(ActForm):
    submit = "Proposer"
    mandate = MandateField(
        Mandate.objects.none(),
        label="À quel territoire\u00a0?",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    occupation = OccupationField(
        label="Métier visé", help_text="Un métier, ou son code ROME. Le projet retenu est repris."
    )
    message = text(
        "Message à l’opérateur",
        help_text="Ce qui aide à dire oui\u00a0: motivation, contraintes, date possible.",
        required=False,
    )

    def prepare(self) -> None:
        self.fields["mandate"].queryset = mandates_to_propose(self.parcours, self.today)
        self.fields["occupation"].initial = project_before(self.parcours, self.today)
        due_on = clock.delay_after(clock.HOST_ANSWER, self.today)
        self.intro = (
            "L’opérateur d’accueil pourra ouvrir le dossier. Sa réponse est attendue avant le "
            f"{short_day(due_on)}. Trois propositions au plus peuvent attendre en même temps."
        )

    @property
    def profile(self) -> str:
        return "\n".join(profile_lines(self.parcours, self.today))


class AcceptForm(ActForm):
    """What follows is said before it happens."""

    submit = "Accepter"

    def prepare(self) -> None:
        placement: Placement = self.about
        self.intro = (
            f"Vous accueillez ce ménage pour le territoire «\u00a0{placement.territory.name}\u00a0». "
            "Les autres propositions sont retirées, et un séjour d’immersion peut être organisé."
        )


class DeclineForm(ActForm):
    intro = "Le dossier ne sera plus ouvert à votre organisation pour cette proposition."
    submit = "Refuser la proposition"
    decline_reason = ReasonField("Pourquoi\u00a0?")
    reason = text("Précisions", help_text="Lues par l’équipe qui prépare.", required=False)

    def prepare(self) -> None:
        self.fields["decline_reason"].among(ReasonUse.DECLINE, self.parcours.stage_since)


class WithdrawForm(ActForm):
    intro = "L’opérateur d’accueil ne pourra plus ouvrir le dossier pour cette proposition."
    submit = "Retirer la proposition"
    withdrawal_reason = ReasonField("Pourquoi\u00a0?")
    reason = text("Précisions", help_text="Lues par les équipes du dossier.", required=False)

    def prepare(self) -> None:
        self.fields["withdrawal_reason"].among(ReasonUse.WITHDRAWAL, self.parcours.stage_since)


class ReturnToPreparationForm(ActForm):
    submit = "Revenir à la préparation"
    intro = (
        "Les propositions en attente sont retirées et le positionnement accepté se termine : "
        "l’opérateur d’accueil ne pourra plus ouvrir le dossier. Le projet du ménage reste le sien."
    )


class HouseholdAnswerForm(ActForm):
    """Whatever the answer, it is the person's own, and nothing is asked in return."""

    answer = choice("Sa réponse", Answer.choices)
    ask_again_on = day(
        "Si la personne a besoin de temps, quand lui redemander\u00a0?", required=False
    )
    means = choice(
        "Comment l’a-t-elle donnée\u00a0?",
        [(one.value, one.label) for one in AnswerMeans if one != AnswerMeans.SELF],
    )
    reason = text(
        "Ce que la personne en dit",
        help_text="Si elle le souhaite. Lu par les équipes du dossier.",
        required=False,
    )

    def prepare(self) -> None:
        self.intro = (
            f"La réponse de {self.about.full_name}, recueillie à part. On peut dire non ou prendre "
            "son temps sans conséquence sur la suite."
        )
        self.fields["ask_again_on"].initial = self.today + ASK_AGAIN_AFTER

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        again = given.get("ask_again_on")
        if given.get("answer") != Answer.NEEDS_TIME:
            given["ask_again_on"] = None
        elif again is None:
            self.add_error("ask_again_on", "Indiquez quand redemander à la personne.")
        elif again < self.today:
            self.add_error("ask_again_on", "Choisissez aujourd’hui ou un jour à venir.")
        return given
