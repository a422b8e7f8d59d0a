"""Information to many: to whom, how far it is, and why somebody is not written to."""

from django.db import models


class MailingAudience(models.TextChoices):
    HOUSEHOLDS = "households", "Ménages"
    PRESCRIBERS = "prescribers", "Structures qui orientent"


class MailingState(models.TextChoices):
    DRAFT = "draft", "Brouillon"
    WRITING = "writing", "En cours d’envoi"
    WRITTEN = "written", "Envoyé"
    STOPPED = "stopped", "Arrêté"
    BROKEN = "broken", "Interrompu"


class Barrier(models.TextChoices):
    """Why one of those that were aimed at is not written to. The first that holds is told."""

    OVER = "over", "Parcours terminé"
    HIDDEN = "hidden", "Ne doit pas être retrouvé"
    SUSPENDED = "suspended", "Dossier suspendu"
    NOBODY = "nobody", "Plus personne à qui écrire"
    NO_EMAIL = "no_email", "Pas d’adresse électronique"
    UNSAFE = "unsafe", "Un message n’y est pas sans risque"
    UNSURE = "unsure", "On ne sait pas si un message est sans risque"
    REFUSED = "refused", "Adresse refusée lors d’un envoi"
    PASSED_ON = "passed_on", "Dossier passé en d’autres mains"


class LetterFate(models.TextChoices):
    """What became of each letter of a mailing."""

    TO_WRITE = "to_write", "À écrire"
    WAITING = "waiting", "Dans la file"
    SENT = "sent", "Envoyés"
    FAILED = "failed", "En échec"
    DROPPED = "dropped", "Écartés au dernier moment"
    RECALLED = "recalled", "Repris avant leur départ"
