"""The papers without which a household can't settle: which files miss them."""

from datetime import date

from django.db.models import Exists, OuterRef

from candidates.enums import Nationality, Stage
from candidates.models import (
    DocumentRequest,
    HouseholdMember,
    Placement,
    ResidencePermit,
    SupportingDocument,
)
from candidates.models.household import HouseholdMemberQuerySet
from candidates.models.parcours import ParcoursQuerySet
from candidates.models.person import LAWFUL_BY_NATIONALITY
from operators.actors import Actor


MISSING_PAPERS = [
    ("before_move", "Titre de séjour qui expire avant l’installation prévue"),
    ("expired", "Titre de séjour expiré"),
    ("no_permit", "Titre de séjour inconnu"),
    ("asked", "Pièce demandée, pas encore reçue"),
    ("ends_soon", "Pièce envoyée qui expire dans les 60 jours"),
]
# Of a member.
DATED = ResidencePermit.objects.filter(person=OuterRef("person"), expires_on__isnull=False)


def missing_papers(
    files: ParcoursQuerySet, which: str, *, actor: Actor, today: date
) -> ParcoursQuerySet:
    """Open files only; of the adults who move, those who need a permit."""
    files, adults = files.open(), HouseholdMember.objects.moving_adults_on(today)
    here = adults.filter(household=OuterRef("household"))
    match which:
        case "before_move":
            adults = adults.filter(household=OuterRef("parcours__household"))
            planned = (
                Placement.objects.visible_to(actor)
                .active()
                .filter(
                    _permits_end_before(OuterRef(OuterRef("planned_move_on")), adults),
                    parcours=OuterRef("pk"),
                    planned_move_on__isnull=False,
                )
            )
            return files.exclude(stage=Stage.FOLLOW_UP).filter(Exists(planned))
        case "expired":
            return files.filter(_permits_end_before(today, here))
        case "no_permit":
            unknown = here.filter(~Exists(DATED), person__nationality=Nationality.OTHER)
            return files.filter(Exists(unknown))
        case "ends_soon":
            ending = SupportingDocument.objects.ending_soon(today).filter(parcours=OuterRef("pk"))
            return files.filter(Exists(ending))
        case _:
            asked = DocumentRequest.objects.missing().filter(parcours=OuterRef("pk"))
            return files.filter(Exists(asked))


def _permits_end_before(day: date | OuterRef, adults: HouseholdMemberQuerySet) -> Exists:
    """One adult's, all of them."""
    valid = DATED.filter(expires_on__gte=day)
    ended = adults.filter(Exists(DATED), ~Exists(valid))
    return Exists(ended.exclude(person__nationality__in=LAWFUL_BY_NATIONALITY))
