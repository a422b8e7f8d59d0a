"""News of a household whose file is over: two questions for each adult who settled."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import YesNoUnknown
from candidates.forms.laid_out import LaidOutForm
from candidates.models import Person
from candidates.selectors.follow_up import last_installation
from candidates.selectors.news import news_label, next_question_on, question_of, unanswered
from emile.core.templatetags.emile import count, short_day


QUESTIONS = {
    "still_there": "Toujours là\u00a0?",
    "works_or_trains": "En emploi ou en formation\u00a0?",
}


class NewsForm(LaidOutForm):
    """Nobody answered: the try is noted, and counts."""

    submit = "Enregistrer les réponses"

    def prepare(self) -> None:
        installation = last_installation(self.parcours)
        settled_on = installation.effective_on if installation else self.today
        kind = question_of(settled_on, self.today)
        asked = unanswered(kind, self.today).filter(parcours=self.parcours) if kind else None
        lines = list(asked.select_related("person").order_by("pk")) if asked is not None else []
        self.adults: list[Person] = [line.person for line in lines]
        if kind and lines:
            self.intro = self._intro(news_label(kind), lines[0].tries)
        else:
            self.intro = _nothing_to_ask(next_question_on(settled_on, self.today))
        for adult in self.adults:
            for name, label in QUESTIONS.items():
                self.fields[_key(adult, name)] = forms.ChoiceField(
                    label=label,
                    choices=YesNoUnknown.choices,
                    initial=YesNoUnknown.UNKNOWN,
                    widget=InlineRadioSelect,
                )

    def _intro(self, when: str, tries: int) -> str:
        made = f" Déjà {count(tries, 'essai')}." if tries else ""
        return (
            f"{when}, deux questions à chaque adulte installé. Sans réponse, enregistrez tout de "
            f"même\u00a0: l’essai est noté, et compte.{made}"
        )

    def parts(self) -> Iterable[Any]:
        for adult in self.adults:
            yield Fieldset(adult.full_name, *(_key(adult, name) for name in QUESTIONS))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        answers = {
            adult: {name: YesNoUnknown(given[_key(adult, name)]) for name in QUESTIONS}
            for adult in self.adults
        }
        return {"on": given["on"], "answers": answers}


def _nothing_to_ask(next_on: date | None) -> str:
    if next_on is None:
        return "Il n’y a plus de question à poser à ce ménage."
    return f"Il n’y a pas de question à poser aujourd’hui. Prochaine question\u00a0: {short_day(next_on)}."


def _key(adult: Person, name: str) -> str:
    return f"{adult.public_id}-{name}"
