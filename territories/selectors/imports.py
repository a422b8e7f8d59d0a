"""An import as people read it: how far it is, what its lines do, what they may do with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet

from emile.core.templatetags.emile import count, number, short_day
from territories.enums import ImportStatus, LineState, OfferKind, Origin
from territories.models import ColumnMapping, ImportedFile, ImportLine, OfferImport
from territories.models.imports import reference_of
from territories.selectors.offers import PLURALS


TONES = {
    ImportStatus.CHECKED: "info",
    ImportStatus.DONE: "success",
    ImportStatus.STOPPED: "error",
}
STATE_TONES = {
    LineState.NEW: "new",
    LineState.CHANGED: "info",
    LineState.UNCHANGED: "",
    LineState.REFUSED: "error",
}
# How each state is counted.
NOUNS = {
    LineState.NEW: "nouvelle,nouvelles",
    LineState.CHANGED: "modifiée,modifiées",
    LineState.UNCHANGED: "inchangée,inchangées",
    LineState.REFUSED: "refusée,refusées",
}
LINES = "ligne,lignes"


@dataclass(frozen=True, slots=True)
class ImportRow:
    imported: OfferImport
    title: str
    details: str
    tone: str


@dataclass(frozen=True, slots=True)
class LineRow:
    line: ImportLine
    label: str
    tone: str

    @property
    def reference(self) -> str:
        return reference_of(self.line.identifier)


@dataclass(frozen=True, slots=True)
class ImportPage:
    """``tabs`` are the states of its lines: label, address, whether it is this one.

    ``confirm_label`` is empty when there is nothing to confirm.
    """

    title: str
    tone: str
    facts: list[tuple[str, str]]
    tabs: list[tuple[str, str, bool]]
    progress_label: str
    confirm_label: str
    may_match: bool
    may_resume: bool
    may_abandon: bool


def title_of(imported: OfferImport) -> str:
    return imported.file_name or Origin(imported.source).label


def rows_of(imports: Sequence[OfferImport]) -> list[ImportRow]:
    """Expects ``for_list()``. No query."""
    return [
        ImportRow(
            imported=one,
            title=title_of(one),
            details=", ".join(_counted(one)) or count(one.row_count, LINES),
            tone=TONES.get(ImportStatus(one.status), ""),
        )
        for one in imports
    ]


def _counted(imported: OfferImport) -> Iterator[str]:
    for state, how_many in imported.counts.items():
        if how_many:
            yield count(how_many, NOUNS[LineState(state)])
    if imported.gone_count:
        yield count(imported.gone_count, "retirée,retirées")


def import_page(imported: OfferImport, state: str, *, may_move: bool) -> ImportPage:
    """``state`` is that of the lines that are shown, empty for all of them; ``may_move``, whether
    the reader may carry it on."""
    status, url = ImportStatus(imported.status), imported.get_absolute_url()
    lines = count(imported.valid_count, "ligne valable,lignes valables")
    is_waiting = may_move and status in {ImportStatus.UPLOADED, ImportStatus.CHECKED}
    may_resume = may_move and status == ImportStatus.STOPPED
    kept = _kept_counts(imported)
    blocked = imported.is_all_or_nothing and imported.refused_count
    return ImportPage(
        title=title_of(imported),
        tone=TONES.get(status, ""),
        facts=_facts_of(imported),
        tabs=[
            (f"Toutes ({number(sum(kept.values()))})", url, not state),
            *(
                (f"{_plural(one)} ({number(how_many)})", f"{url}?etat={one}", one == state)
                for one, how_many in kept.items()
            ),
        ],
        progress_label=f"{number(imported.done_count)} lignes sur {number(imported.row_count)}",
        confirm_label=f"Importer {_the(imported.valid_count, lines)}"
        if may_move and status == ImportStatus.CHECKED and imported.valid_count and not blocked
        else "",
        may_match=is_waiting,
        may_resume=may_resume,
        may_abandon=is_waiting or may_resume,
    )


def _kept_counts(imported: OfferImport) -> dict[str, int]:
    """Of the lines one can read: a visit keeps none of those that change nothing."""
    counts = imported.counts
    if imported.source != Origin.FILE:
        del counts[LineState.UNCHANGED]
    return counts


def _plural(state: str) -> str:
    return NOUNS[LineState(state)].split(",")[1].capitalize()


def _the(how_many: int, counted: str) -> str:
    return f"les {counted}" if how_many > 1 else "la ligne valable"


def _facts_of(imported: OfferImport) -> list[tuple[str, str]]:
    where = imported.territory.name if imported.territory else "Selon la commune de chaque ligne"
    facts = [
        ("Offres", PLURALS[OfferKind(imported.kind)]),
        ("Territoire", where),
        ("Reçu le", short_day(imported.created_at)),
        ("Lignes", number(imported.row_count)),
    ]
    if imported.organisation:
        facts.append(("Par", imported.organisation.name))
    if imported.is_all_or_nothing:
        facts.append(("Condition", "Tout ou rien"))
    if imported.gone_count:
        facts.append(("Retirées à la source", number(imported.gone_count)))
    return facts


def lines_of(imported: OfferImport, state: str) -> QuerySet[ImportLine]:
    """In the order of ``keyset_page``, whose first is the highest: ``place`` goes down the file."""
    lines = imported.lines.annotate(place=F("number") * -1).select_related("offer")
    return lines.filter(state=state) if state in LineState.values else lines


def line_rows(lines: Sequence[ImportLine]) -> list[LineRow]:
    return [
        LineRow(line, LineState(line.state).label, STATE_TONES[LineState(line.state)])
        for line in lines
    ]


def refused_rows(imported: OfferImport) -> Iterator[Sequence[str]]:
    """What must be put right, title first: a row for each reason."""
    yield "Ligne", "Référence", "Colonne", "Motif"
    refused = imported.lines.filter(state=LineState.REFUSED).order_by("number")
    for line in refused.iterator():
        for label, why in line.details:
            yield str(line.number), reference_of(line.identifier), label, why


def packed_rows(imported: OfferImport) -> bytes:
    """Raises ImportedFile.DoesNotExist once nothing is left to do with it."""
    return bytes(ImportedFile.objects.get(owner=imported).rows)


def remembered(organisation_id: int, kind: OfferKind, shape: str) -> Mapping[str, str] | None:
    """How the organisation last matched the columns of a file of that shape."""
    found = ColumnMapping.objects.filter(
        organisation=organisation_id, kind=kind, shape=shape
    ).first()
    return found.columns if found else None


def source_facts(source: Origin, *, is_on: bool) -> list[tuple[str, str]]:
    """Whether it is visited, and how its last visit went. One query."""
    visits = OfferImport.objects.of_source(source).order_by("-created_at", "-pk")
    if not is_on:
        return [(source.label, "Connecteur désactivé\u00a0: identifiants absents.")]
    last = visits.first()
    if last is None:
        return [(source.label, "Activé, jamais visité encore.")]
    said = ", ".join(_counted(last)) or "rien de nouveau"
    status = last.get_status_display().lower()
    return [
        (source.label, f"Dernière visite le {short_day(last.created_at)} ({status})\u00a0: {said}.")
    ]
