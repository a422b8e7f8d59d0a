"""The two tracks, the visits, the end."""

from django.db import models


class JobSolution(models.TextChoices):
    HIRING = "hiring", "Promesse d’embauche"
    TRAINING = "training", "Entrée en formation dans un métier en tension"
    SELF_EMPLOYED = "self_employed", "Création d’activité"
    INTERIM = "interim", "Intérim"


class HousingSolution(models.TextChoices):
    SOCIAL = "social", "Logement social attribué"
    PRIVATE = "private", "Bail privé"
    INTERMEDIATE = "intermediate", "Intermédiation locative (IML)"
    RESIDENCE = "residence", "Résidence sociale"
    YOUNG_WORKERS = "young_workers", "Foyer de jeunes travailleurs (FJT)"
    TRANSITIONAL = "transitional", "Logement de transition"


class Track(models.TextChoices):
    JOB = "job", "Emploi ou formation"
    HOME = "home", "Logement"


class MilestoneKind(models.TextChoices):
    """Counted in months after the installation."""

    M1 = "m1", "1 mois après l’installation"
    M3 = "m3", "3 mois après l’installation"
    M6 = "m6", "6 mois après l’installation"


MILESTONE_MONTHS = {MilestoneKind.M1: 1, MilestoneKind.M3: 3, MilestoneKind.M6: 6}


class YesNoUnknown(models.TextChoices):
    YES = "yes", "Oui"
    NO = "no", "Non"
    UNKNOWN = "unknown", "Sans réponse"


class Outcome(models.TextChoices):
    """How a follow-up ended. No negative word."""

    LASTING_JOB = "lasting_job", "Installé, en emploi durable"
    TRANSITION_JOB = "transition_job", "Installé, en emploi de transition"
    TRAINING = "training", "Installé, en formation ou autre suite positive"
    SETTLED_WITHOUT_JOB = "settled_without_job", "Installé, en recherche d’emploi"
    LEFT_TERRITORY = "left_territory", "A quitté le territoire"
    NO_NEWS = "no_news", "Sans nouvelles après trois essais"


class ChecklistCondition(models.TextChoices):
    """Whom an item of the installation's checklist is for, told from the household itself."""

    EVERYONE = "everyone", "Tous les ménages"
    CHILDREN = "children", "Ménages avec enfants"
    SCHOOL_AGE = "school_age", "Ménages avec enfants d’âge scolaire"
    PERMIT = "permit", "Adultes qui ont un titre de séjour"
    PETS = "pets", "Ménages avec un animal"
    SOCIAL_HOUSING = "social_housing", "Ménages qui demandent un logement social"
