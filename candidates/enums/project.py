"""A placement, the stay that follows, and everybody's answer."""

from django.db import models


class PlacementStatus(models.TextChoices):
    PROPOSED = "proposed", "Proposé"
    ACCEPTED = "accepted", "Accepté"
    DECLINED = "declined", "Refusé par l’opérateur d’accueil"
    WITHDRAWN = "withdrawn", "Retiré"
    VALIDATED = "validated", "Validé"
    ENDED = "ended", "Terminé"


# One per parcours may be in these.
ACTIVE_PLACEMENTS = (PlacementStatus.ACCEPTED, PlacementStatus.VALIDATED)


class Certainty(models.TextChoices):
    """How sure a job or a home is."""

    SEARCHING = "searching", "À chercher"
    SPOTTED = "spotted", "Repéré"
    PROMISED = "promised", "Promis"
    SIGNED = "signed", "Signé"


# From then on, somebody else is committed: an employer, a landlord.
AGREED_TO = (Certainty.PROMISED, Certainty.SIGNED)


class WorkKind(models.TextChoices):
    JOB = "job", "Emploi salarié"
    TRAINING = "training", "Formation"
    SELF_EMPLOYED = "self_employed", "Création d’activité"


class Answer(models.TextChoices):
    YES = "yes", "Oui"
    NO = "no", "Non"
    NEEDS_TIME = "needs_time", "Besoin de temps"


class Party(models.TextChoices):
    """Who must agree before a project is validated."""

    ADULT = "adult", "Adulte du ménage"
    UPSTREAM = "upstream", "Équipe qui prépare"
    HOST = "host", "Équipe qui accueille"
    EMPLOYER = "employer", "Employeur ou organisme de formation"
    LANDLORD = "landlord", "Bailleur"


class Section(models.TextChoices):
    """What a project is made of, when parties are asked to agree."""

    HOUSEHOLD = "household", "Le ménage"
    JOB = "job", "L’emploi ou la formation"
    HOME = "home", "Le logement"
    TERRITORY = "territory", "Le territoire"
    DATES = "dates", "Les dates"


class AnswerMeans(models.TextChoices):
    """How an answer reached the person who records it."""

    SELF = "self", "Par la partie elle-même, ici"
    MEETING = "meeting", "En réunion"
    PHONE = "phone", "Par téléphone"
    WRITTEN = "written", "Par écrit"


class Keeps(models.TextChoices):
    """What becomes of something when the household leaves, in its own words."""

    KEEPS = "keeps", "Je garde"
    LOSES = "loses", "Je perds"
    TO_CHECK = "to_check", "À vérifier"
