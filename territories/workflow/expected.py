"""How what a territory expects lives: its needs and its usual homes, without dated offers."""

from datetime import date
from typing import TypeVar

from territories.enums import ExpectedStatus
from territories.models import Territory, TerritoryNeed, UsualHome
from territories.models.expected import ALREADY_WRITTEN, Expected
from territories.workflow.kept import KeptWorkflow, it_is_not_past, step


ExpectedT = TypeVar("ExpectedT", bound=Expected)
CURRENT, RETIRED = ExpectedStatus.CURRENT, ExpectedStatus.RETIRED


def it_is_written_once(expected: Expected, on: date) -> str | None:
    return ALREADY_WRITTEN if expected.has_twin() else None


def lock_board(territory: Territory) -> None:
    """Nobody else writes what it expects until the end of the transaction: of two people who write
    the same thing at once, the second is told."""
    Territory.objects.select_for_update(no_key=True).get(pk=territory.pk)


class ExpectedWorkflow(KeptWorkflow[ExpectedT]):
    def lock(self, subject: ExpectedT) -> ExpectedT:
        lock_board(subject.territory)
        return super().lock(subject)


# The same for its needs and its usual homes.
NOTE = step("add", "Ajouter", "a écrit cette ligne", (), None)
# fmt: off
EXPECTED_STEPS = (
    step("confirm", "Toujours vrai", "a confirmé que c’est toujours vrai", (CURRENT,), None,    it_is_not_past),
    step("edit",    "Modifier",      "a modifié cette ligne",              (CURRENT,), None),
    step("retire",  "Retirer",       "a retiré cette ligne",               (CURRENT,), RETIRED),
    step("restore", "Remettre",      "a remis cette ligne",                (RETIRED,), CURRENT, it_is_written_once),
)
# fmt: on
EXPECTED_AT_ONCE = {
    "confirm": "C’est confirmé.",
    "retire": "C’est retiré\u00a0: plus personne n’en tient compte.",
    "restore": "C’est remis\u00a0: les équipes en tiennent de nouveau compte.",
}
NEED_WORKFLOW: KeptWorkflow[TerritoryNeed] = ExpectedWorkflow(
    TerritoryNeed, add=NOTE, steps=EXPECTED_STEPS
)
HOME_WORKFLOW: KeptWorkflow[UsualHome] = ExpectedWorkflow(UsualHome, add=NOTE, steps=EXPECTED_STEPS)
