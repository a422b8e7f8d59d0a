"""What the platform remembers for people, and how often it tells them."""

from django.db import models


class ReminderKind(models.TextChoices):
    """Why somebody is told of a file. The order is that of the message: the most pressing first."""

    LATE = "late", "Échéance dépassée"
    VISIT = "visit", "Visite de suivi qui n’a pas été faite"
    LATE_MANAGER = "late_manager", "Retard qui dure dans mon équipe"
    LATE_COORDINATOR = "late_coordinator", "Retard qui dure dans une autre organisation"
    PERMIT_LAST = "permit_last", "Titre à renouveler, dernier rappel"
    SIX_MONTHS_LAST = "six_months_last", "Préparation au départ, dernier mois"
    UNDELIVERED = "undelivered", "Message qui n’est pas arrivé au ménage"
    SOON = "soon", "Échéance dans quelques jours"
    UNREAD = "unread", "Messages non lus"
    PERMIT_FIRST = "permit_first", "Titre à renouveler, premier rappel"
    SIX_MONTHS_FIRST = "six_months_first", "Préparation au départ, avant-dernier mois"
    HOUSING_NUMBER = "housing_number", "Demande de logement social à renouveler"
    SILENT = "silent", "Dossier sans nouvelles"
    NEWS_M6 = "news_m6", "Nouvelles à demander, 6 mois après l’installation"
    NEWS_M12 = "news_m12", "Nouvelles à demander, 12 mois après l’installation"


# A due date has passed: what is told then, step by step, of one and the same stall.
LATE_KINDS = (ReminderKind.LATE, ReminderKind.VISIT)
LADDER = (*LATE_KINDS, ReminderKind.LATE_MANAGER, ReminderKind.LATE_COORDINATOR)


class DigestRhythm(models.TextChoices):
    DAILY = "daily", "Chaque jour ouvré où il y a du nouveau"
    WEEKLY = "weekly", "Une fois par semaine, le lundi"
    NEVER = "never", "Jamais"
