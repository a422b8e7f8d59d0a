"""Brakes: what stands in the way of a mobility project, and of which part of it."""

from django.db import models

from candidates.enums.upstream import PlanAxis, Theme


class BrakeKind(models.TextChoices):
    PERMIT = "permit", "Titre de séjour à obtenir ou à renouveler"
    NO_ADDRESS = "no_address", "Pas de domiciliation"
    COURT = "court", "Procédure de justice en cours"
    RIGHTS_CLOSED = "rights_closed", "Droits fermés ou en attente"
    APPLICATION = "application", "Demande de logement social absente ou périmée"
    PROCEDURE = "procedure", "Recours DALO en cours"
    NO_EXPERIENCE = "no_experience", "Pas d’expérience dans le métier visé"
    DIPLOMA = "diploma", "Diplôme manquant ou non reconnu"
    NO_WORK_PERMIT = "no_work_permit", "Pas d’autorisation de travailler"
    JOB_SEARCH = "job_search", "Techniques de recherche d’emploi"
    DEBT = "debt", "Dette de loyer, d’énergie ou autre"
    INCOME = "income", "Ressources insuffisantes pour s’installer"
    BANK = "bank", "Pas de compte bancaire"
    CHILDCARE = "childcare", "Pas de garde d’enfants"
    CUSTODY = "custody", "Garde ou droit de visite à organiser"
    DOUBT = "doubt", "Un membre du foyer hésite à partir"
    RELATIVE = "relative", "Un proche dépend du ménage"
    LOSING_SHELTER = "losing_shelter", "Hébergement menacé"
    FURNITURE = "furniture", "Pas de meubles"
    FRENCH = "french", "Niveau de français insuffisant pour le métier visé"
    LITERACY = "literacy", "Lecture, écriture ou calcul"
    LICENCE = "licence", "Pas de permis de conduire"
    VEHICLE = "vehicle", "Pas de véhicule"
    DEVICE = "device", "Pas d’équipement ou de connexion"
    ONLINE = "online", "Démarches en ligne impossibles sans aide"
    LIMITED_JOBS = "limited_jobs", "Métier visé impossible ou poste à adapter"
    CARE = "care", "Suivi de santé à organiser dans le territoire"
    OTHER = "other", "Autre frein"


B = BrakeKind
BRAKES: dict[str, tuple[BrakeKind, ...]] = {
    Theme.ADMINISTRATIVE: (B.PERMIT, B.NO_ADDRESS, B.COURT, B.RIGHTS_CLOSED),
    Theme.SOCIAL_HOUSING: (B.APPLICATION, B.PROCEDURE),
    Theme.WORK: (B.NO_EXPERIENCE, B.DIPLOMA, B.NO_WORK_PERMIT, B.JOB_SEARCH),
    Theme.MONEY: (B.DEBT, B.INCOME, B.BANK),
    Theme.HOUSEHOLD: (B.CHILDCARE, B.CUSTODY, B.DOUBT, B.RELATIVE),
    Theme.HOME: (B.LOSING_SHELTER, B.FURNITURE),
    Theme.LITERACY: (B.FRENCH, B.LITERACY),
    Theme.MOBILITY: (B.LICENCE, B.VEHICLE),
    Theme.DIGITAL: (B.DEVICE, B.ONLINE),
    Theme.HEALTH: (B.LIMITED_JOBS, B.CARE),
}


class Hindered(models.TextChoices):
    """The part of the project that a brake holds back, and that lifting it frees."""

    WORK = "work", "Trouver un emploi ou une formation"
    HOME = "home", "Trouver un logement"
    STAY = "stay", "Faire le séjour d’immersion"
    LEAVING = "leaving", "Partir"
    DAILY_LIFE = "daily_life", "Vivre au quotidien sur place"


# What to do about a brake, on which axis of the plan: a proposal, which people reword.
REMEDIES: dict[str, tuple[PlanAxis, str]] = {
    B.PERMIT: (PlanAxis.SOCIAL, "Prendre rendez-vous en préfecture pour le titre de séjour"),
    B.NO_ADDRESS: (PlanAxis.SOCIAL, "Demander une domiciliation"),
    B.COURT: (PlanAxis.SOCIAL, "Rencontrer un point d’accès au droit"),
    B.RIGHTS_CLOSED: (PlanAxis.SOCIAL, "Rouvrir les droits auprès de la caisse"),
    B.APPLICATION: (PlanAxis.SOCIAL, "Déposer ou renouveler la demande de logement social"),
    B.PROCEDURE: (PlanAxis.SOCIAL, "Faire le point sur le recours DALO"),
    B.NO_EXPERIENCE: (PlanAxis.WORK, "Organiser une immersion en entreprise"),
    B.DIPLOMA: (PlanAxis.WORK, "Demander la reconnaissance du diplôme ou chercher une formation"),
    B.NO_WORK_PERMIT: (PlanAxis.SOCIAL, "Demander une autorisation de travail"),
    B.JOB_SEARCH: (PlanAxis.WORK, "Refaire le CV et préparer un entretien"),
    B.DEBT: (PlanAxis.SOCIAL, "Négocier un échéancier ou déposer un dossier de surendettement"),
    B.INCOME: (PlanAxis.SOCIAL, "Demander les aides à l’installation"),
    B.BANK: (PlanAxis.SOCIAL, "Ouvrir un compte bancaire"),
    B.CHILDCARE: (PlanAxis.SOCIAL, "Chercher un mode de garde dans le territoire"),
    B.CUSTODY: (PlanAxis.SOCIAL, "Consulter un médiateur familial ou un avocat"),
    B.DOUBT: (PlanAxis.CITIZEN, "Organiser une rencontre avec un ménage installé"),
    B.RELATIVE: (PlanAxis.SOCIAL, "Chercher un relais pour le proche"),
    B.LOSING_SHELTER: (PlanAxis.SOCIAL, "Prolonger l’hébergement ou prévenir le SIAO"),
    B.FURNITURE: (PlanAxis.SOCIAL, "Contacter une ressourcerie du territoire"),
    B.FRENCH: (PlanAxis.WORK, "S’inscrire à un cours de français à visée professionnelle"),
    B.LITERACY: (PlanAxis.CITIZEN, "S’inscrire à un atelier de lecture, d’écriture ou de calcul"),
    B.LICENCE: (PlanAxis.WORK, "S’inscrire à l’auto-école et demander une aide au permis"),
    B.VEHICLE: (PlanAxis.WORK, "Chercher un garage solidaire ou une location à petit prix"),
    B.DEVICE: (PlanAxis.CITIZEN, "Demander un équipement à un acteur solidaire"),
    B.ONLINE: (PlanAxis.CITIZEN, "S’inscrire à un atelier numérique"),
    B.LIMITED_JOBS: (PlanAxis.WORK, "Revoir le projet ou demander un aménagement de poste"),
    B.CARE: (PlanAxis.SOCIAL, "Trouver un médecin dans le territoire"),
}
