"""What happens in the life of a household, whatever its stage."""

from django.db import models


class Tonight(models.TextChoices):
    """Where a household that has lost its lodging sleeps on the first night."""

    NOWHERE = "nowhere", "Nulle part\u00a0: rien n’est trouvé pour ce soir"
    STREET = "street", "Dehors ou dans un véhicule"
    THIRD_PARTY = "third_party", "Chez quelqu’un, pour quelques nuits"
    EMERGENCY = "emergency", "Hôtel ou centre d’urgence (115)"
    UNKNOWN = "unknown", "On ne sait pas"


class PlannedOutcome(models.TextChoices):
    """What became of each file, on the day of a passation decided before."""

    PASSED = "passed", "Passé"
    OVER = "over", "Pas passé\u00a0: le parcours est terminé"
    ELSEWHERE = "elsewhere", "Pas passé\u00a0: déjà en d’autres mains"
    REFUSED = "refused", "Pas passé\u00a0: l’autre équipe ne peut plus le prendre"
