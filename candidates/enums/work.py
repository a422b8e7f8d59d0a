"""Contracts, and what a job says of how well somebody has landed."""

from django.db import models


class Employment(models.TextChoices):
    """What an adult lives from, or looks for, on one day."""

    PERMANENT = "permanent", "CDI"
    LONG_FIXED = "long_fixed", "CDD de plus de 6 mois"
    SHORT_FIXED = "short_fixed", "CDD de 6 mois ou moins"
    LONG_INTERIM = "long_interim", "Intérim de plus de 6 mois"
    SHORT_INTERIM = "short_interim", "Intérim de 6 mois ou moins"
    PUBLIC = "public", "Fonction publique"
    INTEGRATION = "integration", "CDDI ou contrat aidé"
    APPRENTICESHIP = "apprenticeship", "Alternance"
    SELF_EMPLOYED = "self_employed", "À son compte"
    QUALIFYING_TRAINING = "qualifying_training", "Formation qualifiante"
    OTHER_TRAINING = "other_training", "Autre formation"
    SEEKING = "seeking", "Recherche un emploi"
    NOT_SEEKING = "not_seeking", "Ne recherche pas d’emploi"


class DynamicExit(models.TextChoices):
    """« Sortie dynamique » is the name of the first three together, and of none of them alone."""

    LASTING = "lasting", "Emploi durable"
    TRANSITION = "transition", "Emploi de transition"
    POSITIVE = "positive", "Sortie positive"
    OTHER = "other", "Autre situation"
    UNKNOWN = "unknown", "Situation inconnue"


# Lasting: open-ended, or more than six months, or in public service, or of one's own.
EXIT_OF: dict[str, DynamicExit] = {
    Employment.PERMANENT: DynamicExit.LASTING,
    Employment.LONG_FIXED: DynamicExit.LASTING,
    Employment.LONG_INTERIM: DynamicExit.LASTING,
    Employment.PUBLIC: DynamicExit.LASTING,
    Employment.SELF_EMPLOYED: DynamicExit.LASTING,
    Employment.SHORT_FIXED: DynamicExit.TRANSITION,
    Employment.SHORT_INTERIM: DynamicExit.TRANSITION,
    Employment.INTEGRATION: DynamicExit.TRANSITION,
    Employment.APPRENTICESHIP: DynamicExit.POSITIVE,
    Employment.QUALIFYING_TRAINING: DynamicExit.POSITIVE,
    Employment.OTHER_TRAINING: DynamicExit.OTHER,
    Employment.SEEKING: DynamicExit.OTHER,
    Employment.NOT_SEEKING: DynamicExit.OTHER,
}
WORKS_OR_TRAINS = tuple(
    kind for kind in Employment if kind not in {Employment.SEEKING, Employment.NOT_SEEKING}
)


class Sector(models.TextChoices):
    CARE = "care", "Services à la personne, santé"
    HOSPITALITY = "hospitality", "Hôtellerie, restauration"
    BUILDING = "building", "Bâtiment"
    CLEANING = "cleaning", "Propreté"
    LOGISTICS = "logistics", "Logistique, transport"
    FOOD = "food", "Agriculture, agroalimentaire"
    INDUSTRY = "industry", "Industrie"
    RETAIL = "retail", "Commerce"
    OTHER = "other", "Autre"
