"""The points of a follow-up, what is seen at each, and how it ended."""

from django.db import models


class MilestoneKind(models.TextChoices):
    """Counted in months after the installation; the last one only when the follow-up is extended."""

    M1 = "m1", "1 mois après l’installation"
    M3 = "m3", "3 mois après l’installation"
    M6 = "m6", "6 mois après l’installation"
    M12 = "m12", "Fin de l’accompagnement prolongé"


# Those of every follow-up.
MILESTONE_MONTHS = {MilestoneKind.M1: 1, MilestoneKind.M3: 3, MilestoneKind.M6: 6}
LONGEST_FOLLOW_UP = 12
# Asked of each adult who settled, in months too, even once the file is closed or left behind.
AFTER_THE_END = {MilestoneKind.M6: 6, MilestoneKind.M12: 12}
# So many tries without an answer, and nobody goes on trying.
TRIES_WITHOUT_NEWS = 3


class SnapshotPoint(models.TextChoices):
    """When in the parcours a situation was looked at."""

    ENTRY = "entry", "À l’entrée"
    DIAGNOSIS = "diagnosis", "Au diagnostic"
    INSTALLATION = "installation", "À l’installation"
    M1 = "m1", "1 mois après"
    M3 = "m3", "3 mois après"
    M6 = "m6", "6 mois après"
    M12 = "m12", "Fin de la prolongation"
    EXIT = "exit", "À la fin"


class YesNoUnknown(models.TextChoices):
    YES = "yes", "Oui"
    NO = "no", "Non"
    UNKNOWN = "unknown", "Sans réponse"


class TrainingState(models.TextChoices):
    NONE = "none", "Aucune"
    FRENCH = "french", "Cours de français"
    RUNNING = "running", "En cours"
    DONE = "done", "Terminée"


class Resources(models.TextChoices):
    WAGE = "wage", "Salaire ou revenu d’activité"
    UNEMPLOYMENT = "unemployment", "Allocation chômage"
    RSA = "rsa", "RSA"
    DISABILITY = "disability", "AAH ou pension d’invalidité"
    TRAINING = "training", "Rémunération de formation"
    PENSION = "pension", "Retraite"
    OTHER = "other", "Autre"
    NONE = "none", "Aucune"


class HealthAccess(models.TextChoices):
    """Whether care is within reach, never why it is needed."""

    COMPLETE = "complete", "Couverture et médecin traitant"
    NO_DOCTOR = "no_doctor", "Couverture, pas de médecin traitant"
    NO_COVER = "no_cover", "Pas encore de couverture"


class GettingAround(models.TextChoices):
    CAR = "car", "Véhicule personnel"
    SHARED = "shared", "Covoiturage ou véhicule prêté"
    TRANSPORT = "transport", "Transports en commun"
    ON_FOOT = "on_foot", "À pied ou à vélo"
    STUCK = "stuck", "Pas de solution"


class ChildrenAtSchool(models.TextChoices):
    NO_CHILD = "no_child", "Pas d’enfant à scolariser"
    ALL = "all", "Tous scolarisés ou gardés"
    SOME = "some", "Une partie seulement"
    NONE = "none", "Aucun pour le moment"


class Company(models.TextChoices):
    """Isolation is what breaks an installation: whom there is to talk to."""

    SURROUNDED = "surrounded", "Se sent entouré"
    SOMEWHAT = "somewhat", "Connaît quelques personnes"
    ALONE = "alone", "Se sent seul"


class Outcome(models.TextChoices):
    """How a follow-up ended. No negative word."""

    LASTING_JOB = "lasting_job", "Installé, en emploi durable"
    TRANSITION_JOB = "transition_job", "Installé, en emploi de transition"
    TRAINING = "training", "Installé, en formation ou autre sortie positive"
    SETTLED_WITHOUT_JOB = "settled_without_job", "Installé, en recherche d’emploi"
    LEFT_TERRITORY = "left_territory", "A quitté le territoire"
    NO_NEWS = "no_news", "Sans nouvelles après trois essais"
