"""The specific needs that a diagnosis may find, theme by theme: closed lists, in plain words."""

from django.db import models

from candidates.enums.upstream import Theme


class Need(models.TextChoices):
    RIGHTS = "rights", "Accès aux droits (allocations, aides, couverture santé)"
    PAPERWORK = "paperwork", "Difficulté dans une démarche administrative"
    PERMIT_RENEWAL = "permit_renewal", "Renouvellement d’un titre de séjour"
    FAMILY_REUNION = "family_reunion", "Réunification ou regroupement familial en cours"
    LEGAL = "legal", "Difficulté d’ordre juridique"
    POSTAL_ADDRESS = "postal_address", "Pas de domiciliation stable"
    NO_APPLICATION = "no_application", "Pas de demande de logement social"
    APPLICATION_TO_RENEW = "application_to_renew", "Demande à renouveler"
    APPLICATION_ELSEWHERE = "application_elsewhere", "Demande à déposer dans le territoire souhaité"
    RIGHT_TO_HOUSING = "right_to_housing", "Recours DALO à faire ou en cours"
    RESUME = "resume", "Préparation d’un CV"
    INTERVIEW = "interview", "Préparation aux entretiens d’embauche"
    PARTNER_WORK = "partner_work", "Accompagnement de l’autre adulte vers l’emploi"
    TRAINING = "training", "Formation ou remise à niveau"
    RECOGNITION = "recognition", "Reconnaissance d’un diplôme obtenu à l’étranger"
    WORK_TRIAL = "work_trial", "Découverte d’un métier en entreprise"
    DISABILITY_JOB = "disability_job", "Accompagnement par Cap emploi"
    NO_RIGHT_TO_WORK = "no_right_to_work", "Pas d’autorisation de travailler"
    NO_INCOME = "no_income", "Pas de ressources"
    BENEFITS_ENDING = "benefits_ending", "Fin prochaine d’une allocation"
    DEBTS = "debts", "Dettes ou surendettement"
    NO_BANK_ACCOUNT = "no_bank_account", "Pas de compte bancaire"
    BUDGET = "budget", "Aide pour tenir un budget"
    MOVING_COSTS = "moving_costs", "Avance pour les premiers frais d’installation"
    CHILDCARE = "childcare", "Garde d’enfants"
    SCHOOL = "school", "Scolarité d’un enfant"
    SEPARATION = "separation", "Séparation en cours"
    VIOLENCE = "violence", "Besoin de protection"
    ISOLATION = "isolation", "Isolement"
    CARER = "carer", "Aide à un proche"
    PET = "pet", "Animal de compagnie"
    SHELTER = "shelter", "Mise à l’abri"
    EVICTION = "eviction", "Expulsion annoncée"
    ACCESSIBLE_HOME = "accessible_home", "Logement accessible"
    SHARED_FLAT = "shared_flat", "Colocation acceptée"
    HOME_SKILLS = "home_skills", "Apprendre à occuper un logement (contrats, énergie, voisinage)"
    FURNITURE = "furniture", "Meubles et équipement"
    SPOKEN_FRENCH = "spoken_french", "Français à l’oral"
    READING = "reading", "Lecture"
    WRITING = "writing", "Écriture"
    NUMERACY = "numeracy", "Calcul"
    LEARNING = "learning", "Difficultés dans les apprentissages"
    INTERPRETER = "interpreter", "Interprète"
    LICENCE = "licence", "Permis de conduire à passer ou à échanger"
    VEHICLE = "vehicle", "Véhicule"
    TRANSPORT = "transport", "Prendre seul les transports"
    CYCLING = "cycling", "Vélo ou cyclomoteur"
    NO_DEVICE = "no_device", "Pas de téléphone ou d’ordinateur"
    NO_CONNECTION = "no_connection", "Pas de connexion"
    ONLINE_FORMS = "online_forms", "Démarches en ligne"
    NO_EMAIL = "no_email", "Pas d’adresse électronique"
    CARE_ACCESS = "care_access", "Médecin ou soins à proximité"
    HEALTH_COVER = "health_cover", "Couverture santé à ouvrir ou à renouveler"
    LIMITED_JOBS = "limited_jobs", "Certains métiers ou gestes sont exclus"
    ADAPTED_HOURS = "adapted_hours", "Horaires ou poste à adapter"
    REDUCED_MOBILITY = "reduced_mobility", "Déplacements difficiles, escaliers à éviter"
    SUPPORT_THERE = "support_there", "Relais à organiser dans le territoire"


N = Need
NEEDS: dict[str, tuple[Need, ...]] = {
    Theme.ADMINISTRATIVE: (
        N.RIGHTS, N.PAPERWORK, N.PERMIT_RENEWAL, N.FAMILY_REUNION, N.LEGAL, N.POSTAL_ADDRESS
    ),
    Theme.SOCIAL_HOUSING: (
        N.NO_APPLICATION, N.APPLICATION_TO_RENEW, N.APPLICATION_ELSEWHERE, N.RIGHT_TO_HOUSING
    ),
    Theme.WORK: (
        N.RESUME, N.INTERVIEW, N.PARTNER_WORK, N.TRAINING, N.RECOGNITION, N.WORK_TRIAL,
        N.DISABILITY_JOB, N.NO_RIGHT_TO_WORK,
    ),
    Theme.MONEY: (
        N.NO_INCOME, N.BENEFITS_ENDING, N.DEBTS, N.NO_BANK_ACCOUNT, N.BUDGET, N.MOVING_COSTS
    ),
    Theme.HOUSEHOLD: (
        N.CHILDCARE, N.SCHOOL, N.SEPARATION, N.VIOLENCE, N.ISOLATION, N.CARER, N.PET
    ),
    Theme.HOME: (
        N.SHELTER, N.EVICTION, N.ACCESSIBLE_HOME, N.SHARED_FLAT, N.HOME_SKILLS, N.FURNITURE
    ),
    Theme.LITERACY: (
        N.SPOKEN_FRENCH, N.READING, N.WRITING, N.NUMERACY, N.LEARNING, N.INTERPRETER
    ),
    Theme.MOBILITY: (N.LICENCE, N.VEHICLE, N.TRANSPORT, N.CYCLING),
    Theme.DIGITAL: (N.NO_DEVICE, N.NO_CONNECTION, N.ONLINE_FORMS, N.NO_EMAIL),
    # What it changes for work or housing, never an illness.
    Theme.HEALTH: (
        N.CARE_ACCESS, N.HEALTH_COVER, N.LIMITED_JOBS, N.ADAPTED_HOURS, N.REDUCED_MOBILITY,
        N.SUPPORT_THERE,
    ),
}  # fmt: skip
