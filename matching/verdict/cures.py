"""What a household could change, one thing at a time, for an offer to suit it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from matching.verdict.facts import CAR_LICENCE, Adult, Case


@dataclass(frozen=True, slots=True)
class Cure:
    """``value`` is what is missing: a territory, a number of rooms, a licence, a level…"""

    kind: str
    value: int | str | Decimal

    def applied_to(self, case: Case, adult: Adult) -> tuple[Case, Adult]:
        """The household once this is done, ``adult`` being the one whom it concerns."""
        changed = self._adult(adult)
        adults = tuple(changed if one is adult else one for one in case.adults)
        return replace(self._case(case), adults=adults), changed

    def _adult(self, adult: Adult) -> Adult:
        value, held = str(self.value), adult.licences
        match self.kind:
            case "project":
                return replace(adult, projects=adult.projects | {value})
            case "licence":
                return replace(adult, licences=(held or frozenset()) | {value})
            case "car":
                # Of licences that nobody asked about, nothing is presumed.
                more = None if held is None else held | {CAR_LICENCE}
                return replace(adult, licences=more, has_vehicle=True)
            case "language":
                return replace(adult, language=value)
            case "qualification":
                return replace(adult, qualification=value)
        return adult

    def _case(self, case: Case) -> Case:
        match self.kind, self.value:
            case "wish", int(territory):
                # Whoever has no wish yet goes anywhere but there: it is enough not to refuse.
                also = {territory} - set(case.wishes) if case.wishes else ()
                refused = case.refused - {territory}
                return replace(case, wishes=(*case.wishes, *also), refused=refused)
            case "rooms", int(rooms):
                return replace(
                    case,
                    least_rooms=min(case.least_rooms, rooms),
                    most_rooms=max(case.most_rooms, rooms),
                )
            case "rent", Decimal() as rent:
                return replace(case, highest_rent=rent)
        return case
