"""The stages of a file, and how far it is in each."""

from django.db import models


class Stage(models.TextChoices):
    ORIENTATION = "orientation", "Orientation"
    ELIGIBILITY = "eligibility", "Contact et éligibilité"
    INFORMATION = "information", "Information collective"
    DIAGNOSIS = "diagnosis", "Diagnostic socio-professionnel"
    PREPARATION = "preparation", "Préparation à la mobilité"
    POSITIONING = "positioning", "Positionnement"
    IMMERSION = "immersion", "Séjour d’immersion"
    REFLECTION = "reflection", "Réflexion"
    VALIDATION = "validation", "Validation"
    INSTALLATION = "installation", "Préparation de l’installation"
    FOLLOW_UP = "follow_up", "Accompagnement"
    CLOSED = "closed", "Clôture"


# Tuples, not sets: these end up in migrations and must always print in the same order.
OPEN_STAGES = (
    Stage.ORIENTATION,
    Stage.ELIGIBILITY,
    Stage.INFORMATION,
    Stage.DIAGNOSIS,
    Stage.PREPARATION,
    Stage.POSITIONING,
    Stage.IMMERSION,
    Stage.REFLECTION,
    Stage.VALIDATION,
    Stage.INSTALLATION,
    Stage.FOLLOW_UP,
)


class Standing(models.TextChoices):
    TO_DO = "to_do", "À traiter"
    IN_PROGRESS = "in_progress", "En cours"
    STEP_DONE = "step_done", "Étape terminée"
    SUSPENDED = "suspended", "Suspension"
    EXITED = "exited", "Sortie"
    CLOSED = "closed", "Clos"


WORKING_STANDINGS = (Standing.TO_DO, Standing.IN_PROGRESS, Standing.STEP_DONE)


OPEN_STANDINGS = (*WORKING_STANDINGS, Standing.SUSPENDED)


OVER_STANDINGS = (Standing.EXITED, Standing.CLOSED)


class ReasonUse(models.TextChoices):
    """What a reason of the coordinator's lists is for."""

    SUSPENSION = "suspension", "Suspension"
    EXIT = "exit", "Sortie du programme"
    DECLINE = "decline", "Refus d’un positionnement"
    WITHDRAWAL = "withdrawal", "Proposition retirée"
    REFUSAL = "refusal", "Avis défavorable sur un projet"
    STAY_NOT_HELD = "stay_not_held", "Séjour qui n’a pas eu lieu"
    LEAVE_TERRITORY = "leave_territory", "Départ du territoire"
    DATE_SLIP = "date_slip", "Date d’installation déplacée"
    TRACK_LOST = "track_lost", "Emploi ou logement perdu"
    VISIT_MISSED = "visit_missed", "Visite de suivi qui n’a pas eu lieu"


class DecidedBy(models.TextChoices):
    HOUSEHOLD = "household", "Le ménage"
    PROGRAMME = "programme", "Le programme"
    EXTERNAL = "external", "Une cause extérieure"


class NoteLevel(models.TextChoices):
    SHARED = "shared", "Équipes du dossier"
    CONFIDENTIAL = "confidential", "Mon organisation"


class ExchangeChannel(models.TextChoices):
    """A message is written here, to be read by the teams; the others tell of what happened elsewhere."""

    MESSAGE = "message", "Message"
    PHONE = "phone", "Téléphone"
    VISIT = "visit", "Entretien"
    SMS = "sms", "SMS"
    EMAIL = "email", "Courriel"
    OTHER = "other", "Autre"


class Initiator(models.TextChoices):
    """Whose initiative an exchange was: the last contact from the household dates the file."""

    TEAM = "team", "À notre initiative"
    HOUSEHOLD = "household", "À l’initiative du ménage"
    OTHER = "other", "À l’initiative d’un tiers"
