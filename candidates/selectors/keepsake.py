"""« Ce que je garde, ce que je perds »: said to the household before it answers, from its own file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candidates.enums import BrakeKind, Keeps, Moves, Nationality, ResidentialKind
from candidates.models import ImmersionStay, Parcours, ResidentialSpell, SocialHousingApplication
from candidates.selectors.household import current_members
from emile.core.templatetags.emile import short_day


ILE_DE_FRANCE = ("75", "77", "78", "91", "92", "93", "94", "95")
SHELTERS = (
    ResidentialKind.SHELTER,
    ResidentialKind.EMERGENCY,
    ResidentialKind.SOCIAL_RESIDENCE,
    ResidentialKind.INTERMEDIATE,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing of the household's life, and what becomes of it. Sentences are for the household."""

    subject: str
    verdict: Keeps
    sentence: str


def what_is_kept(parcours: Parcours, today: date) -> list[Kept]:
    """Expects ``for_detail()``. Unknown is to be checked: it is never promised."""
    return [
        *_applications(parcours, today),
        _right_to_housing(parcours),
        *_shelter(parcours, today),
        Kept(
            "Mes aides de la CAF",
            Keeps.TO_CHECK,
            "Mon dossier change de CAF quand je déménage. Je donne ma nouvelle adresse tout de suite. "
            "L’aide au logement est calculée à nouveau avec le nouveau loyer.",
        ),
        *_permits(parcours, today),
        Kept(
            "Le droit de changer d’avis",
            Keeps.KEEPS,
            "Je peux dire non jusqu’à mon départ. On ne me le reproche pas, et mon dossier continue.",
        ),
    ]


def _applications(parcours: Parcours, today: date) -> Iterator[Kept]:
    subject = "Ma demande de logement social en Île-de-France"
    demands = SocialHousingApplication.objects.filter(
        household=parcours.household_id, departement__code__in=ILE_DE_FRANCE
    )
    demand = demands.order_by("-expires_on", "pk").first()
    if demand is None:
        yield Kept(
            subject,
            Keeps.TO_CHECK,
            "Nous ne savons pas si j’ai une demande. Si j’en ai une, j’apporte mon numéro unique.",
        )
    elif demand.expires_on is None or demand.expires_on < today:
        yield Kept(
            subject,
            Keeps.TO_CHECK,
            "Nous devons vérifier si ma demande est encore valable. Sinon, je la renouvelle.",
        )
    else:
        yield Kept(
            subject,
            Keeps.KEEPS,
            f"Je la garde si je la renouvelle avant le {short_day(demand.expires_on)}. "
            "Si je signe le bail d’un logement social dans le nouveau territoire, elle s’arrête.",
        )


def _right_to_housing(parcours: Parcours) -> Kept:
    subject = "Mon recours DALO"
    if parcours.brakes.filter(kind=BrakeKind.PROCEDURE, resolved_on=None).exists():
        return Kept(
            subject,
            Keeps.LOSES,
            "J’ai un recours DALO. Si j’accepte un logement durable ailleurs, le recours s’arrête. Avant "
            "de signer, j’en parle à la structure qui m’accompagne.",
        )
    return Kept(
        subject,
        Keeps.TO_CHECK,
        "Nous ne savons pas si j’ai un recours DALO. Si j’en ai un, je le dis avant de signer un bail.",
    )


def _shelter(parcours: Parcours, today: date) -> Iterator[Kept]:
    """Of the stay first, since the place must wait for whoever comes back from it."""
    leaving = [one.person_id for one in current_members(parcours, today) if one.moves == Moves.YES]
    spells = ResidentialSpell.objects.filter(person__in=leaving, until=None)
    stay = ImmersionStay.objects.planned().filter(parcours=parcours).order_by("-days").first()
    if stay is not None and stay.last_day >= today:
        yield _shelter_during(stay)
    if spells.filter(kind__in=SHELTERS).exists():
        yield Kept(
            "Ma place d’hébergement, après mon départ",
            Keeps.LOSES,
            "Quand j’entre dans mon nouveau logement, je rends ma place. Je ne la rends pas avant.",
        )
    elif not spells.exists():
        yield Kept(
            "Là où je dors aujourd’hui",
            Keeps.TO_CHECK,
            "Nous devons vérifier ce que devient l’endroit où je dors, avant que je parte.",
        )


def _shelter_during(stay: ImmersionStay) -> Kept:
    subject = "Ma place d’hébergement pendant le séjour"
    match stay.shelter_is_kept:
        case True:
            until = stay.shelter_kept_until
            day = f" jusqu’au {short_day(until)}" if until else ""
            return Kept(
                subject, Keeps.KEEPS, f"Ma place est gardée{day}. Je la retrouve au retour."
            )
        case False:
            return Kept(
                subject,
                Keeps.LOSES,
                "Ma place n’est pas gardée. L’équipe doit trouver une solution avant que je parte.",
            )
        case _:
            return Kept(subject, Keeps.TO_CHECK, "L’équipe demande si ma place est gardée.")


def _permits(parcours: Parcours, today: date) -> Iterator[Kept]:
    """For everybody who moves and needs one: a name is said when there are several."""
    subject = "Mon titre de séjour"
    people = [
        one.person
        for one in current_members(parcours, today)
        if one.is_moving_adult_on(today) and one.person.nationality != Nationality.FRENCH
    ]
    for person in people:
        whose = f"{subject} ({person.full_name})" if len(people) > 1 else subject
        if person.nationality == Nationality.EUROPEAN:
            yield Kept(
                whose,
                Keeps.KEEPS,
                "Avec une nationalité de l’Union européenne, je n’ai pas besoin de titre.",
            )
        elif person.is_lawfully_present_on(today):
            yield Kept(
                whose,
                Keeps.KEEPS,
                "Mon titre reste valable dans toute la France. Je donne ma nouvelle adresse à la "
                "préfecture de mon nouveau département.",
            )
        else:
            yield Kept(
                whose,
                Keeps.TO_CHECK,
                "Mon titre doit être valable le jour où le projet est décidé et le jour où je "
                "m’installe.",
            )
