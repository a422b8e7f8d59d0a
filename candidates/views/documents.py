"""Papers that were sent: read one by one, by those who may at that very moment."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from candidates import policies
from candidates.models import Parcours, SupportingDocument
from candidates.policies import FILE_KINDS
from candidates.services.papers import open_document
from emile.core.uploads import FileFormat
from operators.http import AppRequest, requires


# A browser that opened it all the same would run, load and send nothing.
SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"


@requires(*FILE_KINDS)
@require_safe
def document_download(request: AppRequest, public_id: UUID, document_id: UUID) -> FileResponse:
    files = Parcours.objects.visible_to(request.actor).for_detail()
    parcours = get_object_or_404(files, public_id=public_id)
    if not policies.can_read_papers(request.actor, parcours):
        raise Http404
    document = get_object_or_404(
        SupportingDocument.objects.available().filter(parcours=parcours), public_id=document_id
    )
    try:
        content = open_document(actor=request.actor, document=document, now=timezone.now())
    except FileNotFoundError as error:
        raise Http404 from error
    return _as_attachment(content, document)


def _as_attachment(content: object, document: SupportingDocument) -> FileResponse:
    """Streamed, saved rather than shown, and kept by no cache."""
    kept_as = FileFormat(document.format)
    name = f"{slugify(document.get_kind_display())}-{document.parcours.household.reference}"
    response = FileResponse(
        content,
        as_attachment=True,
        filename=f"{name}.{kept_as.extension}",
        content_type=kept_as.media_type,
    )
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
