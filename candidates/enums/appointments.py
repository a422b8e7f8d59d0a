"""Meeting a household, or calling it, at a time that was agreed."""

from django.db import models


class AppointmentKind(models.TextChoices):
    OFFICE = "office", "Dans nos bureaux"
    HOME = "home", "Chez la personne"
    PHONE = "phone", "Par téléphone"
    VIDEO = "video", "En visioconférence"
    ELSEWHERE = "elsewhere", "Ailleurs"


class AppointmentState(models.TextChoices):
    PLANNED = "planned", "Prévu"
    HELD = "held", "A eu lieu"
    MISSED = "missed", "N’a pas eu lieu"
    CANCELLED = "cancelled", "Annulé"


# What may be said of one that was planned.
APPOINTMENT_ENDS = (AppointmentState.HELD, AppointmentState.MISSED, AppointmentState.CANCELLED)
