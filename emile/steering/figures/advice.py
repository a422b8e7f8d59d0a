"""« Ce que vous pouvez faire ce mois-ci »: what the figures of a territory call for from its State
services. Pure: figures in, sentences out."""

from collections.abc import Iterator
from dataclasses import dataclass

from emile.core.templatetags.emile import count


NOTHING = "Rien n’appelle d’action particulière ce mois-ci."


@dataclass(frozen=True, slots=True)
class Offered:
    """Of one kind: how many are offered, and on how many of them one may count."""

    current: int
    fresh: int

    @property
    def to_confirm(self) -> int:
        return self.current - self.fresh


@dataclass(frozen=True, slots=True)
class Situation:
    """``staying`` to ``settling`` are households at these stages; ``accepted`` those of the month, and
    ``capacity`` how many a month the territory said it welcomes (None when it did not say)."""

    has_host: bool
    staying: int
    validating: int
    settling: int
    accepted: int
    capacity: int | None
    homes: Offered
    jobs: Offered

    @property
    def coming(self) -> int:
        return self.staying + self.validating + self.settling


def advice(situation: Situation) -> list[str]:
    """At most one sentence for each subject, the most urgent first."""
    return list(_advice(situation)) or [NOTHING]


def _advice(situation: Situation) -> Iterator[str]:
    if not situation.has_host:
        yield (
            "Aucun opérateur d’accueil n’a de mandat en cours\u00a0: demandez à la coordination du "
            "programme d’en désigner un."
        )
    yield from _homes(situation)
    if situation.validating:
        yield (
            f"{count(situation.validating, 'ménage attend,ménages attendent')} l’accord de toutes les "
            "parties\u00a0: vérifiez que le comité de validation a une date."
        )
    if situation.settling:
        theirs = "son" if situation.settling == 1 else "leur"
        yield (
            f"{count(situation.settling, 'ménage prépare,ménages préparent')} {theirs} arrivée\u00a0: "
            "prévenez les services de la scolarité, des droits et des titres de séjour."
        )
    yield from _jobs(situation)
    if situation.capacity and situation.accepted < situation.capacity:
        yield (
            f"La capacité annoncée est de {count(situation.capacity, 'ménage')} par mois, et "
            f"{_accepted(situation.accepted)} ce mois-ci\u00a0: voyez avec l’opérateur d’accueil ce qui "
            "manque pour en accueillir davantage."
        )


def _homes(situation: Situation) -> Iterator[str]:
    homes, coming = situation.homes, situation.coming
    if not homes.current:
        why = f" et {count(coming, 'ménage avance,ménages avancent')}" if coming else ""
        yield (
            f"Aucun logement n’est offert{why}\u00a0: sollicitez les bailleurs et le contingent de l’État."
        )
    elif homes.current < coming:
        yield (
            f"{count(homes.current, 'logement est offert,logements sont offerts')} pour "
            f"{count(coming, 'ménage')} en chemin\u00a0: sollicitez les bailleurs et le contingent de "
            "l’État."
        )
    if homes.to_confirm:
        yield _to_confirm(homes.to_confirm, "logement offert,logements offerts")


def _jobs(situation: Situation) -> Iterator[str]:
    if not situation.jobs.current:
        yield (
            "Aucun emploi n’est offert\u00a0: réunissez France Travail et les employeurs qui recrutent."
        )
    if situation.jobs.to_confirm:
        yield _to_confirm(situation.jobs.to_confirm, "emploi offert,emplois offerts")


def _to_confirm(number: int, noun: str) -> str:
    was = "n’a pas été confirmé" if number == 1 else "n’ont pas été confirmés"
    return f"{count(number, noun)} {was} récemment\u00a0: demandez à l’opérateur d’accueil de vérifier."


def _accepted(number: int) -> str:
    if not number:
        return "aucun n’a été accepté"
    return f"{count(number, 'a été accepté,ont été acceptés')}"
