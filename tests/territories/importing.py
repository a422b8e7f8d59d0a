"""Files and imports, as those who make them do."""

import csv
import io
import zipfile
from xml.sax.saxutils import escape

from django.utils import timezone

from emile.core.context import database_context
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.enums import OfferKind
from territories.imports.columns import guess
from territories.imports.tables import read_table
from territories.jobs import carry_on_import
from territories.models import OfferImport, Territory
from territories.services.imports import match_columns, move_import, upload_file


TITLES = ("Référence", "Commune", "Type de logement", "Loyer", "Surface", "Bailleur")
A_HOME = ("A-1", "15014", "T3", "520", "65", "Bailleur des Exemples")


def csv_of(*rows, titles=TITLES, separator=";", encoding="utf-8"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows([titles, *rows])
    return out.getvalue().encode(encoding)


def workbook_of(*rows, titles=TITLES, extra=None):
    """The least that is a workbook; ``extra`` are other members of the archive."""
    sheet = "".join(
        f'<row r="{number}">{"".join(map(_cell, row))}</row>'
        for number, row in enumerate([titles, *rows], 1)
    )
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{spreadsheet}" xmlns:r="{office}"><sheets>'
        '<sheet name="Offres" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{spreadsheet}"><sheetData>{sheet}'
        "</sheetData></worksheet>",
        **(extra or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _cell(value):
    if isinstance(value, (int, float)):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def checked(actor, content, *, kind=OfferKind.HOME, territory="cantal", is_all_or_nothing=False):
    """A file sent, its columns guessed, its lines checked."""
    now, table = timezone.now(), read_table(content)
    with database_context(actor.database_context):
        imported = upload_file(
            actor=actor,
            kind=kind,
            territory=Territory.objects.get(slug=territory) if territory else None,
            name="offres.csv",
            content=content,
            table=table,
            on=timezone.localdate(now),
            now=now,
        )
        match_columns(
            actor=actor,
            imported=imported,
            columns=guess(kind, table.headers),
            is_all_or_nothing=is_all_or_nothing,
            now=now,
        )
    return worked_on(imported)


def confirmed(imported, step="confirm"):
    move_import(actor=sender_of(imported), imported=imported, step=step, now=timezone.now())
    return worked_on(imported)


def sender_of(imported):
    return Actor(
        imported.author_id, imported.organisation_id, OrganisationKind(imported.author_kind)
    )


def brought(actor, content, **how):
    return confirmed(checked(actor, content, **how))


def worked_on(imported):
    carry_on_import(import_id=imported.pk)
    return OfferImport.objects.get(pk=imported.pk)
