from django.db import models


class ArbitrationStatus(models.TextChoices):
    """How far a run is."""

    COMPUTING = "computing", "Calcul en cours"
    DONE = "done", "Calculé"
    STOPPED = "stopped", "Arrêté"


class RulingKind(models.TextChoices):
    """What people decided of a line of a run."""

    GIVE = "give", "Autre choix"
    NOTHING = "nothing", "Rien cette fois"
    UNDO = "undo", "Décision retirée"
    PROPOSE = "propose", "Proposé"
    # The proposal could not be made any more.
    REFUSED = "refused", "N’a pas pu être proposé"
