"""Papers as files: a PDF and a photo made here, sent and checked as a worker does."""

from io import BytesIO
from typing import Any

from django.db import transaction
from django.utils import timezone
from PIL import Image

from candidates import services
from candidates.enums import DocumentKind
from candidates.models import Parcours, SupportingDocument
from candidates.services.quarantine import examine
from emile.core.context import database_context, system
from emile.core.uploads import SentFile, inspect
from emile.core.uploads.scanners import LimitedScanner, Scanner
from operators.actors import Actor
from tests.factories.acts import act


def pdf(*objects: bytes, pages: int = 1, trailer: bytes = b"", version: bytes = b"1.4") -> bytes:
    """A whole PDF, made by hand: its pages are empty; ``objects`` are added to it."""
    kids = b" ".join(b"%d 0 R" % (3 + rank) for rank in range(pages))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * pages,
        *objects,
    ]
    content, places = bytearray(b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % version), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    content += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(bodies) + 1, trailer)
    content += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(content)


def picture(format_: str = "JPEG", size: tuple[int, int] = (400, 300), **options: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "beige").save(out, format_, **options)
    return out.getvalue()


def send_paper(
    actor: Actor,
    parcours: Parcours,
    *,
    kind: DocumentKind = DocumentKind.BENEFITS,
    content: bytes = b"",
    is_checked: bool = True,
    **fields: Any,
) -> SupportingDocument:
    """In the state a worker leaves it in, or still in quarantine."""
    content = content or pdf()
    act(
        services.upload_document,
        actor,
        parcours,
        file=SentFile(content, inspect(content)),
        kind=kind,
        **fields,
    )
    with database_context(system("test")), transaction.atomic():
        document = SupportingDocument.objects.filter(parcours=parcours).latest("pk")
    return let_out(document) if is_checked else document


def let_out(document: SupportingDocument, scanner: Scanner | None = None) -> SupportingDocument:
    examine(document_id=document.pk, scanner=scanner or LimitedScanner(), clock=timezone.now)
    with database_context(system("test")), transaction.atomic():
        document.refresh_from_db()
    return document
