"""What the first page of a file says of the eligibility and of the papers."""

from dataclasses import dataclass

from candidates.enums import Stage
from candidates.models import DocumentRequest, Parcours
from candidates.selectors.documents import missing_documents
from candidates.selectors.eligibility import CallLog, call_log, message_to_operator


BEFORE_ELIGIBLE = (Stage.ORIENTATION, Stage.ELIGIBILITY)
# Until the diagnosis is begun, the word of the coordinator is news.
JUST_GIVEN = (Stage.INFORMATION, Stage.DIAGNOSIS)


@dataclass(frozen=True, slots=True)
class UpstreamSummary:
    """``calls`` is None once the household is eligible: its journal tells the rest."""

    calls: CallLog | None
    missing: list[DocumentRequest]
    message: str


def upstream_summary(parcours: Parcours) -> UpstreamSummary:
    """Two queries."""
    is_called = parcours.stage in BEFORE_ELIGIBLE
    return UpstreamSummary(
        calls=call_log(parcours) if is_called else None,
        missing=missing_documents(parcours),
        message=message_to_operator(parcours) if parcours.stage in JUST_GIVEN else "",
    )
