"""Whether an employer or a landlord answers when asked if its offers still stand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Exists, OuterRef, Q

from emile.core.registry import Fact
from emile.core.templatetags.emile import count
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import OfferEvent
from territories.models.offer import ANSWERS, ASK


# Until the next letter.
ANSWER_DELAY = timedelta(days=7)
LOOKED_AT = relativedelta(months=12)
LEAST_ASKED = 3
OFFERING = frozenset({OrganisationKind.EMPLOYER, OrganisationKind.LANDLORD})
TITLE = "Taux de réponse"
DEFINITION = (
    "Part des demandes «\u00a0votre offre tient-elle toujours\u00a0?\u00a0» des douze derniers mois qui ont eu une "
    "réponse dans les sept jours, par le lien reçu ou notée par l’équipe. Mesuré à partir de trois "
    "demandes."
)


@dataclass(frozen=True, slots=True)
class AnswerRate:
    asked: int
    answered: int

    @property
    def is_measured(self) -> bool:
        return self.asked >= LEAST_ASKED

    def __str__(self) -> str:
        if not self.is_measured:
            return "Pas encore mesuré"
        share = round(100 * self.answered / self.asked)
        return f"{share}\u00a0% ({count(self.answered, 'réponse')} sur {self.asked} demandes)"


NEVER_ASKED = AnswerRate(0, 0)


def answer_rates(organisations: Collection[int], day: date) -> dict[int, AnswerRate]:
    """Over the requests whose delay is past. One query."""
    return _rates(Q(offer__provider__in=organisations), day)


def all_answer_rates(day: date) -> dict[int, AnswerRate]:
    """Of everybody who was asked. One query over a year of the journal: not for a page."""
    return _rates(Q(offer__provider__isnull=False), day)


def _rates(whose: Q, day: date) -> dict[int, AnswerRate]:
    answers = OfferEvent.objects.filter(
        offer=OuterRef("offer"),
        kind__in=ANSWERS,
        sequence__gt=OuterRef("sequence"),
        occurred_on__lte=OuterRef("occurred_on") + ANSWER_DELAY,
    )
    asked = OfferEvent.objects.filter(
        whose,
        kind=ASK,
        occurred_on__gt=day - LOOKED_AT,
        occurred_on__lt=day - ANSWER_DELAY,
    )
    counted = (
        asked.alias(is_answered=Exists(answers))
        .order_by()
        .values_list("offer__provider")
        .annotate(asked=Count("pk"), answered=Count("pk", filter=Q(is_answered=True)))
    )
    return {organisation: AnswerRate(asked, yes) for organisation, asked, yes in counted}


def answer_rate(organisation_id: int, day: date) -> Fact:
    rate = answer_rates([organisation_id], day).get(organisation_id, NEVER_ASKED)
    return Fact(TITLE, str(rate), DEFINITION)


def facts_of(organisation: Organisation, day: date) -> list[Fact]:
    """On the page of an employer or of a landlord."""
    if OFFERING.isdisjoint(organisation.kinds):
        return []
    return [answer_rate(organisation.pk, day)]
