"""What is established before a household goes anywhere."""

from django.db import models


class CallOutcome(models.TextChoices):
    REACHED = "reached", "Personne jointe"
    NO_ANSWER = "no_answer", "Pas de réponse"
    MESSAGE_LEFT = "message_left", "Message laissé"
    WRONG_NUMBER = "wrong_number", "Numéro qui ne correspond pas"


class Verdict(models.TextChoices):
    MET = "met", "rempli"
    NOT_MET = "not_met", "non rempli"
    UNKNOWN = "unknown", "à vérifier"


class InformationMode(models.TextChoices):
    SESSION = "session", "En réunion collective"
    INDIVIDUAL = "individual", "En entretien individuel"
    PHONE = "phone", "Par téléphone"


class Theme(models.TextChoices):
    """The ten themes of the programme's own diagnosis."""

    ADMINISTRATIVE = "administrative", "Administratif"
    SOCIAL_HOUSING = "social_housing", "Demande de logement social"
    WORK = "work", "Emploi et formation"
    MONEY = "money", "Finances"
    HOUSEHOLD = "household", "Foyer"
    HOME = "home", "Habitat"
    LITERACY = "literacy", "Lecture, écriture, calcul"
    MOBILITY = "mobility", "Mobilité"
    DIGITAL = "digital", "Numérique"
    HEALTH = "health", "Santé"


class ThemeState(models.TextChoices):
    NOT_ASKED = "not_asked", "Pas encore abordé"
    IN_PROGRESS = "in_progress", "En cours"
    NOTHING = "nothing", "Rien à signaler"
    DONE = "done", "Fait"
    BLOCKED = "blocked", "Bloqué"


class ProjectGap(models.TextChoices):
    """Why what an adult retains for EMILE is not what they would love to do."""

    STEP = "step", "Une étape vers le projet de cœur"
    TRAINING = "training", "Une formation ou un diplôme à obtenir d’abord"
    RECOGNITION = "recognition", "Un diplôme qui n’est pas reconnu en France"
    FEW_JOBS = "few_jobs", "Peu d’offres dans les territoires souhaités"
    TERMS = "terms", "Des horaires ou des conditions qui ne conviennent pas"
    HEALTH = "health", "Un métier que la santé ne permet pas"
    OTHER = "other", "Une autre raison"


class PlanAxis(models.TextChoices):
    WORK = "work", "Professionnel et formation"
    SOCIAL = "social", "Social"
    CITIZEN = "citizen", "Citoyen"
