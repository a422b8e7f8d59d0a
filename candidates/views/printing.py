"""« À imprimer »: what a worker makes of a file on paper, asked for, waited for, handed over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.models import ProducedDocument
from candidates.policies import FILE_KINDS
from candidates.selectors.produced import print_page
from candidates.services.produced import NotPrintable, ask_document
from candidates.views.file import open_file
from candidates.views.reading import logs_reading
from emile.core.http import download, read_only
from emile.core.once import once
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@logs_reading("à imprimer")
@once
def printing(request: AppRequest, public_id: UUID) -> HttpResponse:
    """One page says how far each is: it reloads itself while a worker is at it."""
    parcours = open_file(request, public_id)
    page = print_page(request.actor, parcours)
    if request.method == "POST":
        wanted = page.find(request.POST.get("document", ""))
        if wanted is None:
            messages.error(request, "Ce document ne se prépare pas pour ce dossier.")
            return redirect("candidates:printing", public_id)
        try:
            ask_document(actor=request.actor, parcours=parcours, wanted=wanted, now=timezone.now())
        except NotPrintable as refusal:
            messages.error(request, str(refusal))
        return redirect("candidates:printing", public_id)
    return render(request, "candidates/printing/file.html", {"parcours": parcours, "page": page})


@requires(*FILE_KINDS)
@logs_reading("document imprimé")
@read_only
def printed(request: AppRequest, public_id: UUID, document_id: UUID) -> HttpResponse:
    """Its bytes, for whoever may still open the file."""
    ready = ProducedDocument.objects.visible_to(request.actor).ready().select_related("parcours")
    document = get_object_or_404(ready, parcours__public_id=public_id, public_id=document_id)
    name = f"{document.kind}-{document.as_of:%Y-%m-%d}.pdf"
    return download(bytes(document.content), name=name, kind="application/pdf")
