"""Who does what in the action plan, and how a trial at work goes."""

from django.db import models


class ActionOwner(models.TextChoices):
    HOUSEHOLD = "household", "Le ménage"
    UPSTREAM = "upstream", "L’équipe qui prépare"
    PRESCRIBER = "prescriber", "La structure qui oriente"
    HOST = "host", "L’équipe qui accueille"
    PARTNER = "partner", "Un partenaire"


class ActionState(models.TextChoices):
    TO_DO = "to_do", "À faire"
    IN_PROGRESS = "in_progress", "En cours"
    DONE = "done", "Faite"
    DROPPED = "dropped", "Sans suite"


class TrialPurpose(models.TextChoices):
    """The three purposes that the law gives to a PMSMP; one each time."""

    DISCOVER = "discover", "Découvrir un métier"
    CONFIRM = "confirm", "Confirmer un projet"
    RECRUIT = "recruit", "Initier un recrutement"


class TrialOutcome(models.TextChoices):
    COMPLETED = "completed", "Allée jusqu’à son terme"
    SHORTENED = "shortened", "Arrêtée avant son terme"
    NOT_HELD = "not_held", "N’a pas eu lieu"
