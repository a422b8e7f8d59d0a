"""What the teams of the demonstration say of the field. Nobody is meant, nothing of it happened."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from candidates.enums import Stage
from emile.core.context import database_context
from emile.core.outbox import without_nudges
from emile.steering.demo.teller import TERRITORY, Cast
from emile.steering.models import FieldTheme
from emile.steering.services.field_reports import answer_report, report_difficulty
from operators.enums import OrganisationKind
from territories.models import Territory


@dataclass(frozen=True, slots=True)
class Remark:
    """Told so many days ago; answered the next day where there is an answer."""

    who: OrganisationKind
    days_ago: int
    theme: FieldTheme
    text: str
    stage: str = ""
    is_local: bool = True
    answer: str = ""
    is_for_committee: bool = False


REMARKS = (
    Remark(
        OrganisationKind.HOST,
        34,
        FieldTheme.MOBILITY,
        "Plusieurs emplois repérés commencent à cinq heures du matin, avant le premier car. Sans permis, "
        "les ménages ne peuvent pas les accepter.",
        stage=Stage.POSITIONING,
        answer="Une navette à la demande est à l’étude avec la région. En attendant, dites l’heure de début "
        "dans chaque offre\u00a0: le rapprochement en tient compte.",
        is_for_committee=True,
    ),
    Remark(
        OrganisationKind.HOST,
        19,
        FieldTheme.HOUSING,
        "Les T2 du parc social partent en quelques jours, alors que l’avis de toutes les parties prend deux "
        "semaines.",
        stage=Stage.VALIDATION,
        is_for_committee=True,
    ),
    Remark(
        OrganisationKind.PRESCRIBER,
        12,
        FieldTheme.PERMITS,
        "Les récépissés arrivent à échéance avant le séjour\u00a0: le rendez-vous de renouvellement se prend "
        "trois mois à l’avance.",
        stage=Stage.PREPARATION,
        is_local=False,
        answer="Le rappel à cent vingt jours part désormais à la structure qui oriente aussi.",
    ),
    Remark(
        OrganisationKind.UPSTREAM,
        6,
        FieldTheme.CHILDREN,
        "Les familles demandent si une place en crèche existe avant de partir en séjour, et personne ne peut "
        "leur répondre.",
        stage=Stage.IMMERSION,
    ),
    Remark(
        OrganisationKind.UPSTREAM,
        2,
        FieldTheme.PLATFORM,
        "Sur un téléphone, joindre la photo d’un papier prend beaucoup de temps quand le réseau est faible.",
        is_local=False,
    ),
)


def tell_of_the_field(cast: Cast, now: datetime) -> None:
    """Expects a transaction."""
    territory = Territory.objects.get(slug=TERRITORY)
    tellers = {actor.kind: actor for actor in (cast.prescriber, cast.upstream, cast.host)}
    for remark in REMARKS:
        teller, told_at = tellers[remark.who], now - timedelta(days=remark.days_ago)
        with database_context(teller.database_context):
            report = report_difficulty(
                actor=teller,
                now=told_at,
                theme=remark.theme,
                stage=remark.stage,
                territory=territory if remark.is_local else None,
                text=remark.text,
            )
        if not remark.answer and not remark.is_for_committee:
            continue
        with database_context(cast.coordinator.database_context), without_nudges():
            answer_report(
                actor=cast.coordinator,
                report=report,
                version=0,
                answer=remark.answer,
                is_for_committee=remark.is_for_committee,
                now=told_at + timedelta(days=1),
            )
