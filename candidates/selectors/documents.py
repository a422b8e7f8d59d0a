"""The papers that a file waits for."""

from candidates.models import DocumentRequest, Parcours


def missing_documents(parcours: Parcours) -> list[DocumentRequest]:
    """The most urgent first. One query."""
    missing = parcours.document_requests.missing().select_related("person")
    return list(missing.order_by("wanted_by", "pk"))
