"""What the teams print of a file: its diagnosis, its validation, the day of the keys, a stay."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from candidates.enums import AnswerMeans, BrakeKind
from candidates.models import ImmersionStay, Parcours, ParcoursEvent
from candidates.pdf.cards import coordination
from candidates.pdf.paper import Paper, Part, Pen, Table, listed, told
from candidates.selectors.agreements import PartySeat, RoundTable, active_placement
from candidates.selectors.diagnosis import DiagnosisPage, ThemeBlock, diagnosis_page
from candidates.selectors.move_in import MoveInSheet, move_in_sheet
from candidates.selectors.project import Item, Line, hash_of
from candidates.selectors.settling import table_as_it_stood
from candidates.selectors.stay import stay_page
from emile.core.templatetags.emile import phone, short_day
from operators.models import Organisation, User


# Of the project, the lines that tell where the household goes, or that people typed.
TELLING = (
    Item.WITH_WHOM,
    Item.WORK_NOTES,
    Item.LET_BY,
    Item.COMMUNE,
    Item.HOME_NOTES,
    Item.PLACE,
    Item.OPERATOR,
)
NOT_YET = "Pas encore de réponse"


def diagnosis(parcours: Parcours, pen: Pen, today: date) -> Paper:
    page = diagnosis_page(parcours=parcours, today=today)
    return Paper(
        "Diagnostic socio-professionnel",
        _signed(page),
        [
            Part("En résumé", text=pen.place(page.diagnosis.summary if page.diagnosis else "")),
            *(
                Part(
                    f"Projet\u00a0: {adult.full_name}",
                    facts=told(
                        (
                            "Projet de cœur",
                            adult.aspirational_project and adult.aspirational_project.label,
                        ),
                        ("Projet retenu", adult.retained_project and adult.retained_project.label),
                        ("Sait faire", pen.place(adult.skills)),
                        ("Français", adult.get_language_level_display()),
                        ("Permis de conduire", adult.licences_told),
                    ),
                )
                for adult in page.adults
            ),
            Part(
                "Les territoires",
                facts=told(
                    ("Souhaités", pen.place(listed(str(one.territory) for one in page.wishes))),
                    ("Refusés", pen.place(listed(str(one.territory) for one in page.refused))),
                    ("Ce qui compte", pen.place(page.what_matters)),
                ),
            ),
            *(_theme(block, pen) for block in page.themes if not _is_silent(block)),
            Part("Les autres thèmes", facts=_silent(page)),
        ],
    )


def _signed(page: DiagnosisPage) -> str:
    if page.signature is None:
        return "Ce diagnostic n’est pas encore signé."
    signed = page.signature.event
    lead = f"Signé le {short_day(signed.occurred_on)}, version {page.signature.version}."
    if page.signature.version != page.version:
        lead += f" Complété depuis\u00a0: version {page.version}."
    return lead


def _is_silent(block: ThemeBlock) -> bool:
    """Nothing to say of it, or nothing said yet."""
    is_blank = block.line is None or not (block.line.text or block.line.needs)
    return is_blank and not block.brakes


def _silent(page: DiagnosisPage) -> list[tuple[str, str]]:
    """Told together, each under where it stands."""
    silent = [block for block in page.themes if _is_silent(block)]
    states = dict.fromkeys(block.state for block in silent)
    return [
        (state.label, listed(block.theme.label for block in silent if block.state == state))
        for state in states
    ]


def _theme(block: ThemeBlock, pen: Pen) -> Part:
    line = block.line
    brakes = (
        pen.place(one.label) if one.kind == BrakeKind.OTHER else one.label for one in block.brakes
    )
    return Part(
        block.theme.label,
        text=pen.place(line.text if line else ""),
        facts=told(
            ("Où on en est", block.state.label),
            ("Besoins", listed(line.need_labels) if line else ""),
            ("À régler", listed(brakes)),
        ),
    )


# Validation


def validation_record(parcours: Parcours, pen: Pen, today: date) -> Paper:
    """What everyone was asked, and what each answered: who, when, how, noted by whom."""
    placement = active_placement(parcours)
    table = table_as_it_stood(parcours, placement, today) if placement else None
    if table is None:
        return Paper("Relevé de validation", "Aucun projet n’est soumis aux parties.", [])
    missing = [_party(seat, pen) for seat in table.seats if not seat.agrees]
    return Paper(
        "Relevé de validation",
        f"Avis attendus ou défavorables\u00a0: {listed(missing)}."
        if missing
        else "Toutes les parties sont d’accord sur le projet ci-dessous.",
        [
            *(
                Part(section.label, facts=told(*((one.label, _line(one, pen)) for one in lines)))
                for section, lines in table.sections
            ),
            Part("Les réponses", table=_answers(table, pen)),
            Part("Empreintes", table=_prints(table, pen)),
        ],
    )


def _line(line: Line, pen: Pen) -> str:
    return pen.place(line.shown) if line.item in TELLING else line.shown


def _party(seat: PartySeat, pen: Pen) -> str:
    """An employer or a landlord by its role alone, when its name would tell where."""
    return seat.label if pen.place(seat.name) or not seat.name else seat.party.label


def _answers(table: RoundTable, pen: Pen) -> Table:
    noted = _noted(table)
    return Table(
        "Ce que chaque partie a répondu",
        ("Partie", "Réponse", "Le", "Comment", "Noté au journal"),
        [
            (
                _party(seat, pen),
                _answer(seat),
                short_day(seat.agreement.noted_on) if seat.agreement else "",  # type: ignore[attr-defined]
                _means(seat, pen),
                _entry(seat, noted, pen),
            )
            for seat in table.seats
        ],
    )


def _answer(seat: PartySeat) -> str:
    if seat.agreement is None:
        return "À redemander\u00a0: le projet a changé" if seat.is_called_back else NOT_YET
    return "D’accord" if seat.agreement.agrees else "Pas d’accord"


def _means(seat: PartySeat, pen: Pen) -> str:
    """On somebody’s behalf, by whom the answer was given is the proof that is kept."""
    if seat.agreement is None:
        return ""
    if seat.agreement.means == AnswerMeans.SELF:
        return "Par la partie elle-même"
    by = pen.place(seat.agreement.answered_by)
    return f"{seat.agreement.get_means_display()}{f', par {by}' if by else ''}"


def _noted(table: RoundTable) -> dict[int, tuple[ParcoursEvent, str, str]]:
    """The journal row of each answer, with who wrote it and for which organisation."""
    given = [seat.agreement.event_id for seat in table.seats if seat.agreement]
    events = ParcoursEvent.objects.in_bulk(given)
    people = User.objects.in_bulk({one.actor_user_id for one in events.values()})
    teams = Organisation.objects.in_bulk({one.actor_organisation_id for one in events.values()})
    return {
        key: (
            one,
            people[one.actor_user_id].get_full_name() if one.actor_user_id in people else "",
            teams[one.actor_organisation_id].name if one.actor_organisation_id in teams else "",
        )
        for key, one in events.items()
    }


def _entry(seat: PartySeat, noted: dict[int, tuple[ParcoursEvent, str, str]], pen: Pen) -> str:
    if seat.agreement is None:
        return ""
    event, person, team = noted[seat.agreement.event_id]
    return listed([f"Acte n°\u00a0{event.sequence}", pen.place(person), pen.place(team)])


def _prints(table: RoundTable, pen: Pen) -> Table:
    """One for the whole project, then that of what each party was asked about."""
    whole = hash_of(line for lines in table.content.values() for line in lines)
    return Table(
        "Empreinte (SHA-256) de ce sur quoi chaque avis porte\u00a0: elle change si une ligne change",
        ("Contenu", "Empreinte"),
        [
            ("Tout le projet", _grouped(whole)),
            *((_party(seat, pen), _grouped(seat.content_hash)) for seat in table.seats),
        ],
    )


def _grouped(digest: str) -> str:
    """By eight, as one compares two of them aloud."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


# The day of the keys


def installation_sheet(parcours: Parcours, pen: Pen, today: date) -> Paper:
    sheet = move_in_sheet(parcours, today)
    names = [one.person.full_name for one in (*sheet.adults, *sheet.children)]
    return Paper(
        "Votre entrée dans le logement",
        "Les lignes vides se remplissent à la main, le jour des clés.",
        [
            Part(
                "Le logement",
                facts=told(("Pour", listed(names)), *_home(sheet, pen)),
                blanks=[
                    "Adresse",
                    "Étage, code, boîte aux lettres",
                    "Nombre de clés et de badges reçus",
                    "État des lieux fait le",
                ],
            ),
            Part(
                "Les compteurs",
                blanks=[
                    "Électricité, numéro et chiffre du jour",
                    "Gaz, numéro et chiffre du jour",
                    "Eau, chiffre du jour",
                    "Où couper l’eau et le courant",
                ],
            ),
            Part("L’école et la garde", blanks=list(_schools(sheet, pen))),
            Part("Le travail ou la formation", items=list(_jobs(sheet, pen))),
            Part(
                "Les numéros utiles",
                facts=told(
                    ("L’équipe qui vous accueille", pen.place(_host(sheet))),
                    ("En cas d’urgence", "112\u00a0; par SMS\u00a0: 114"),
                ),
                blanks=["Le bailleur, pour une panne", "Le médecin", "La mairie"],
            ),
            Part("Ce qui reste à faire", items=[line.label for line in sheet.checklist.left]),
        ],
        is_plain=True,
    )


def _home(sheet: MoveInSheet, pen: Pen) -> Iterator[tuple[str, str]]:
    if home := sheet.home:
        yield "Commune", pen.place(home.commune.name if home.commune else "")
        yield "Bailleur", pen.place(home.landlord)
        yield "Disponible le", short_day(home.available_on)


def _schools(sheet: MoveInSheet, pen: Pen) -> Iterator[str]:
    for child in sheet.children:
        yield listed([child.person.full_name, pen.place(child.person.schooling)])
    if sheet.children:
        yield "Cantine, transport scolaire"


def _jobs(sheet: MoveInSheet, pen: Pen) -> Iterator[str]:
    for job in sheet.jobs:
        told_of = [job.occupation.label, pen.place(job.with_whom)]
        yield f"{job.person.full_name}\u00a0: {listed(told_of)}, à partir du {short_day(job.starts_on)}."


def _host(sheet: MoveInSheet) -> str:
    if sheet.placement is None:
        return ""
    host = sheet.placement.host
    return listed([host.name, phone(host.phone) if host.phone else ""])


# A stay


def stay_programme(stay: ImmersionStay, parcours: Parcours, today: date) -> dict[str, Any]:
    """What its own template prints, in large type: hours and days are more than facts."""
    return {
        "stay": stay,
        "page": stay_page(stay, parcours, today),
        "coordination": coordination(),
    }
