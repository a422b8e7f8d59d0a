"""The two tracks, and what must be done and paid before moving in."""

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


class ChecklistCondition(models.TextChoices):
    """Whom an item of the installation's checklist is for, told from the household itself."""

    EVERYONE = "everyone", "Tous les ménages"
    CHILDREN = "children", "Ménages avec enfants"
    SCHOOL_AGE = "school_age", "Ménages avec enfants d’âge scolaire"
    PERMIT = "permit", "Adultes qui ont un titre de séjour"
    PETS = "pets", "Ménages avec un animal"
    SOCIAL_HOUSING = "social_housing", "Ménages qui demandent un logement social"


class CheckState(models.TextChoices):
    TO_DO = "to_do", "À faire"
    DONE = "done", "Fait"
    NOT_NEEDED = "not_needed", "Pas nécessaire"


class Expense(models.TextChoices):
    """What an installation costs before the first pay."""

    DEPOSIT = "deposit", "Dépôt de garantie"
    FIRST_RENT = "first_rent", "Premier loyer"
    FEES = "fees", "Frais d’agence ou de dossier"
    MOVING = "moving", "Déménagement"
    TRAVEL = "travel", "Voyage"
    FURNITURE = "furniture", "Meubles et équipement"
    ENERGY = "energy", "Ouverture des compteurs"
    INSURANCE = "insurance", "Assurance du logement"
    VEHICLE = "vehicle", "Véhicule, permis, assurance auto"
    CHILDCARE = "childcare", "École, cantine, mode de garde"
    FOOD = "food", "Alimentation du premier mois"
    OTHER = "other", "Autre dépense"


class Payer(models.TextChoices):
    PROGRAMME = "programme", "Programme EMILE"
    FSL = "fsl", "Fonds de solidarité logement (FSL)"
    ACTION_LOGEMENT = "action_logement", "Action Logement"
    CAF = "caf", "CAF ou MSA"
    FRANCE_TRAVAIL = "france_travail", "France Travail"
    LOCAL = "local", "Département, CCAS ou commune"
    EMPLOYER = "employer", "Employeur"
    CHARITY = "charity", "Association"
    HOUSEHOLD = "household", "Le ménage"
    OTHER = "other", "Autre"


class AidAnswer(models.TextChoices):
    TO_ASK = "to_ask", "À demander"
    ASKED = "asked", "Demandée"
    GRANTED = "granted", "Accordée"
    PAID = "paid", "Versée"
    REFUSED = "refused", "Refusée"
    NOT_NEEDED = "not_needed", "Plus nécessaire"
