"""A file in a page: for the household in plain words, for a partner as much as its purpose asks."""

from collections.abc import Iterator
from datetime import date

from candidates.enums import (
    BrakeKind,
    Certainty,
    Moves,
    Stage,
    Standing,
    Theme,
)
from candidates.models import CaseAccess, HouseholdMember, Parcours, Person, Placement
from candidates.pdf.paper import Paper, Part, Pen, listed, told
from candidates.selectors.agreements import active_placement
from candidates.selectors.diagnosis import brakes_of
from candidates.selectors.documents import missing_documents
from candidates.selectors.household import (
    current_members,
    moving_adults,
    spoken_language,
    with_permits,
)
from candidates.selectors.project import home_of
from emile.core.context import database_context, system
from emile.core.prose import euros
from emile.core.templatetags.emile import clock, count, day, phone, short_day
from operators.enums import OrganisationKind
from operators.models import Organisation


# Where one is, as one would tell a friend.
STAGES = {
    Stage.ORIENTATION: "Ma demande est en train d’être écrite.",
    Stage.ELIGIBILITY: "Ma demande est envoyée. On vérifie que le programme est fait pour moi.",
    Stage.INFORMATION: "On va m’expliquer le programme.",
    Stage.DIAGNOSIS: "Je parle de ma situation et de mon projet avec l’équipe qui me prépare.",
    Stage.PREPARATION: "Je prépare mon départ avec l’équipe qui me prépare.",
    Stage.POSITIONING: "On cherche un territoire pour moi.",
    Stage.IMMERSION: "Un territoire m’attend pour un séjour. Je vais voir sur place.",
    Stage.REFLECTION: "J’ai vu le territoire. Je réfléchis, puis je dis oui ou non.",
    Stage.VALIDATION: "J’ai dit oui. Tout le monde donne son accord sur mon projet.",
    Stage.INSTALLATION: "Mon projet est accepté. On prépare mon arrivée.",
    Stage.FOLLOW_UP: "Je suis installé. Une équipe m’aide encore.",
    Stage.CLOSED: "Mon accompagnement est terminé.",
}
PAUSED = {
    Standing.SUSPENDED: "Mon dossier est en pause.",
    Standing.EXITED: "Je ne suis plus dans le programme. Je peux revenir\u00a0: je le demande.",
}
TEAMS = (
    (OrganisationKind.PRESCRIBER, "La structure qui m’a orienté"),
    (OrganisationKind.UPSTREAM, "L’équipe qui me prépare"),
)
COORDINATION = "La coordination du programme EMILE"
RIGHTS = [
    "Je choisis. Je peux dire non à un territoire, à un emploi, à un logement.",
    "Je peux arrêter quand je veux. Personne ne me le reproche.",
    "Je peux lire mon dossier, le faire corriger, et demander qui l’a lu.",
]


def person_summary(parcours: Parcours, pen: Pen, today: date) -> Paper:
    placement = active_placement(parcours)
    return Paper(
        "Mon dossier EMILE",
        "Cette feuille est pour moi. Si quelque chose est faux, je le dis\u00a0: ce sera corrigé.",
        [
            Part("Où j’en suis", items=list(_where_i_am(parcours, pen, today))),
            Part(
                "Les personnes de mon foyer",
                text=listed(one.person.full_name for one in _leaving(parcours, today)),
            ),
            Part("Mon projet", facts=list(_my_project(parcours, pen, placement, today))),
            Part(
                "Les papiers que je dois apporter",
                items=[
                    listed([one.get_kind_display(), one.person.full_name if one.person else ""])
                    + f"\u00a0: avant le {short_day(one.wanted_by)}"
                    for one in missing_documents(parcours)
                ],
            ),
            Part("Qui m’aide", facts=_my_teams(parcours, pen, placement)),
            Part("Mes droits", items=RIGHTS),
        ],
        is_plain=True,
    )


def _where_i_am(parcours: Parcours, pen: Pen, today: date) -> Iterator[str]:
    yield PAUSED.get(Standing(parcours.standing)) or STAGES[Stage(parcours.stage)]
    if not parcours.is_open or parcours.standing == Standing.SUSPENDED:
        return
    owner = pen.place(parcours.owner_organisation)
    if owner and parcours.due_on:
        yield f"Qui fait la suite\u00a0: {owner}, avant le {day(parcours.due_on)}."
    elif parcours.due_on:
        yield f"La suite est prévue avant le {day(parcours.due_on)}."
    for one in parcours.appointments.planned().from_day(today).order_by("starts_at"):
        yield f"Mon rendez-vous\u00a0: {day(one.starts_at)} à {clock(one.starts_at)}."


def _my_project(
    parcours: Parcours, pen: Pen, placement: Placement | None, today: date
) -> Iterator[tuple[str, str]]:
    for adult in moving_adults(parcours, today):
        if adult.retained_project:
            name = adult.first_name or adult.full_name
            yield f"Le métier que cherche {name}", adult.retained_project.label
    yield from told(("Là où je veux aller", pen.place(", puis ".join(_wishes(parcours)))))
    if placement:
        yield from told(
            ("Là où je vais", pen.place(placement.territory)),
            ("Le jour de mon arrivée", day(placement.planned_move_on)),
        )


def _my_teams(parcours: Parcours, pen: Pen, placement: Placement | None) -> list[tuple[str, str]]:
    """A shelter's name tells where one sleeps: the coordination then answers for them all."""
    helpers = [(label, _holder(parcours, role)) for role, label in TEAMS]
    helpers.append(("L’équipe qui m’accueille", placement.host if placement else None))
    return told(
        *((label, pen.place(_reachable(one))) for label, one in helpers),
        (COORDINATION, coordination()),
    )


def _holder(parcours: Parcours, role: OrganisationKind) -> Organisation | None:
    """Row-level security shows an organisation its own accesses only: asked as the platform."""
    with database_context(system("équipes du dossier")):
        held = CaseAccess.objects.current().filter(parcours=parcours, role=role)
        access = held.select_related("organisation").order_by("since", "pk").first()
    return access.organisation if access else None


def coordination() -> str:
    """Who answers for all the teams, without telling where any of them is."""
    known = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR)
    return _reachable(known.order_by("pk").first())


def _reachable(organisation: Organisation | None) -> str:
    if organisation is None:
        return ""
    return listed([organisation.name, phone(organisation.phone) if organisation.phone else ""])


# For a partner


def host_card(parcours: Parcours, pen: Pen, today: date) -> Paper:
    """To prepare a welcome: who comes, for what, with which help. No note, no health, no money."""
    adults = moving_adults(parcours, today)
    return Paper(
        "Un ménage à accueillir",
        "Fiche remise avec l’accord du ménage, pour préparer son accueil et rien d’autre.",
        [
            Part("Qui vient", items=[_person(one, today) for one in _leaving(parcours, today)]),
            *(
                Part(adult.full_name, facts=[*_at_work(adult, pen), *_papers(adult, today)])
                for adult in with_permits(adults)
            ),
            Part("Le logement à trouver", facts=_home_needed(parcours, today)),
            Part(
                "Ce que souhaite le ménage",
                text=pen.place(
                    parcours.aspirations.what_matters if hasattr(parcours, "aspirations") else ""
                ),
                facts=told(
                    ("Territoires souhaités", pen.place(", puis ".join(_wishes(parcours)))),
                    ("Langue parlée", spoken_language(parcours, today)),
                ),
            ),
            Part("Ce qui reste à régler", items=list(_brakes(parcours, pen))),
            _contact(parcours, pen),
        ],
    )


def employer_card(parcours: Parcours, pen: Pen, today: date) -> Paper:
    """To think of a job or of a training: the adults who look for one, and nothing of their life."""
    placement = active_placement(parcours)
    adults = [one for one in moving_adults(parcours, today) if one.retained_project]
    return Paper(
        "Un projet d’emploi ou de formation",
        "Fiche remise avec l’accord de la personne, pour un emploi ou une formation et rien d’autre.",
        [
            *(
                Part(adult.full_name, facts=[*_at_work(adult, pen), _may_work(adult, today)])
                for adult in with_permits(adults)
            ),
            Part("Quand", facts=_dates(placement)),
            _contact(parcours, pen),
        ],
    )


def landlord_card(parcours: Parcours, pen: Pen, today: date) -> Paper:
    """To let a home: who will live there, what is needed, what will pay for it."""
    placement = active_placement(parcours)
    home = home_of(placement) if placement else None
    leaving = _leaving(parcours, today)
    return Paper(
        "Un ménage à loger",
        "Fiche remise avec l’accord du ménage, pour lui louer un logement et rien d’autre.",
        [
            Part(
                "Qui y vivra",
                items=[
                    one.person.full_name if not one.is_child_on(today) else _child(one, today)
                    for one in leaving
                ],
            ),
            Part("Le logement à trouver", facts=_home_needed(parcours, today)),
            Part(
                "Le logement proposé",
                facts=told(
                    ("Commune", pen.place(home.commune if home else "")),
                    ("Type", home.get_typology_display() if home else ""),
                    ("Loyer hors charges", euros(home.rent) if home and home.rent else ""),
                ),
            ),
            Part("Le travail du ménage", items=list(_jobs(placement))),
            Part("Sa demande de logement social", items=list(_applications(parcours))),
            Part("Quand", facts=_dates(placement)),
            _contact(parcours, pen),
        ],
    )


def _leaving(parcours: Parcours, today: date) -> list[HouseholdMember]:
    return [one for one in current_members(parcours, today) if one.moves != Moves.NO]


def _person(member: HouseholdMember, today: date) -> str:
    age = member.person.age_on(today)
    later = "rejoindra le foyer plus tard" if member.moves == Moves.LATER else ""
    years = "" if age is None else f"{age}\u00a0an{'s' if age > 1 else ''}"
    return listed([member.person.full_name, years, later])


def _child(member: HouseholdMember, today: date) -> str:
    """To a landlord, a child is a room."""
    age = member.person.age_on(today)
    return "Un enfant" if age is None else f"Un enfant de {count(age, 'an')}"


def _at_work(adult: Person, pen: Pen) -> list[tuple[str, str]]:
    return told(
        ("Métier recherché", adult.retained_project and adult.retained_project.label),
        ("Sait faire", pen.place(adult.skills)),
        ("Français", adult.get_language_level_display()),
        ("Permis de conduire", adult.licences_told),
        ("Véhicule", adult.get_vehicle_display()),
    )


def _papers(adult: Person, today: date) -> list[tuple[str, str]]:
    valid = [one for one in adult.permits.all() if one.is_valid_on(today)]
    last = max((one.expires_on for one in valid if one.expires_on), default=None)
    return told(("Titre de séjour valable jusqu’au", short_day(last)))


def _may_work(adult: Person, today: date) -> tuple[str, str]:
    """Neither the nationality nor the permit: what an employer has to check is shown at hiring."""
    permits = [one for one in adult.permits.all() if one.is_valid_on(today)]
    is_known = adult.is_lawfully_present_on(today) and (
        not permits or any(one.allows_work for one in permits)
    )
    return "Droit de travailler en France", "oui" if is_known else "à vérifier"


def _home_needed(parcours: Parcours, today: date) -> list[tuple[str, str]]:
    household = parcours.household
    rent = household.highest_rent
    return told(
        ("Type", household.typology_on(today)),
        ("Pour", count(len(_leaving(parcours, today)), "personne")),
        (
            "Accessible",
            "oui, rez-de-chaussée ou ascenseur" if household.needs_accessible_home else "",
        ),
        ("Animal", "oui" if household.has_pets else ""),
        ("Loyer possible", f"{euros(rent)}, charges comprises" if rent else ""),
    )


def _brakes(parcours: Parcours, pen: Pen) -> Iterator[str]:
    for brake in brakes_of(parcours):
        if brake.resolved_on or brake.theme in {Theme.HEALTH, Theme.MONEY}:
            continue
        is_typed = brake.kind == BrakeKind.OTHER
        yield from filter(None, [pen.place(brake.label) if is_typed else brake.label])


def _jobs(placement: Placement | None) -> Iterator[str]:
    """What was found, not where: a landlord asks for a contract."""
    for job in placement.jobs.all() if placement else ():
        if job.certainty != Certainty.SEARCHING:
            contract = job.get_contract_display() or job.get_kind_display()
            start = f"à partir du {short_day(job.starts_on)}" if job.starts_on else ""
            told_of = [job.occupation.label, contract, job.get_certainty_display().lower(), start]
            yield f"{job.person.full_name}\u00a0: {listed(told_of)}."


def _applications(parcours: Parcours) -> Iterator[str]:
    """The number alone: a département would tell where one lives."""
    for one in parcours.household.housing_applications.order_by("pk"):
        until = f"valable jusqu’au {short_day(one.expires_on)}" if one.expires_on else ""
        yield listed([f"Numéro unique {one.number}", until])


def _dates(placement: Placement | None) -> list[tuple[str, str]]:
    return told(("Arrivée prévue le", short_day(placement.planned_move_on) if placement else ""))


def _contact(parcours: Parcours, pen: Pen) -> Part:
    team = _holder(parcours, OrganisationKind.UPSTREAM)
    facts = told(
        ("L’équipe qui prépare", pen.place(_reachable(team))),
        (COORDINATION, coordination()),
    )
    return Part("À qui répondre", facts=facts)


def _wishes(parcours: Parcours) -> list[str]:
    return list(parcours.wishes.order_by("rank").values_list("territory__name", flat=True))
