"""The words of the programme (``docs/glossaire.md``)."""

from django.db import models


class Stage(models.TextChoices):
    ORIENTATION = "orientation", "Orientation"
    ELIGIBILITY = "eligibility", "Contact et éligibilité"
    INFORMATION = "information", "Information collective"
    DIAGNOSIS = "diagnosis", "Diagnostic socio-professionnel"
    PREPARATION = "preparation", "Préparation à la mobilité"
    POSITIONING = "positioning", "Positionnement"
    IMMERSION = "immersion", "Séjour d’immersion"
    REFLECTION = "reflection", "Réflexion"
    VALIDATION = "validation", "Validation"
    INSTALLATION = "installation", "Préparation de l’installation"
    FOLLOW_UP = "follow_up", "Accompagnement"
    CLOSED = "closed", "Clôture"


# Tuples, not sets: these end up in migrations and must always print in the same order.
OPEN_STAGES = (
    Stage.ORIENTATION,
    Stage.ELIGIBILITY,
    Stage.INFORMATION,
    Stage.DIAGNOSIS,
    Stage.PREPARATION,
    Stage.POSITIONING,
    Stage.IMMERSION,
    Stage.REFLECTION,
    Stage.VALIDATION,
    Stage.INSTALLATION,
    Stage.FOLLOW_UP,
)


class Standing(models.TextChoices):
    TO_DO = "to_do", "À traiter"
    IN_PROGRESS = "in_progress", "En cours"
    STEP_DONE = "step_done", "Étape terminée"
    SUSPENDED = "suspended", "Suspension"
    EXITED = "exited", "Sortie"
    CLOSED = "closed", "Clos"


WORKING_STANDINGS = (Standing.TO_DO, Standing.IN_PROGRESS, Standing.STEP_DONE)
OPEN_STANDINGS = (*WORKING_STANDINGS, Standing.SUSPENDED)


class Link(models.TextChoices):
    """Lien avec la personne orientée. A partner is never presumed."""

    CANDIDATE = "candidate", "Personne orientée"
    PARTNER = "partner", "Autre adulte du couple"
    CHILD = "child", "Enfant"
    OTHER = "other", "Autre personne du foyer"


class Presence(models.TextChoices):
    PERMANENT = "permanent", "Tout le temps"
    ALTERNATE = "alternate", "Garde alternée"
    VISITS = "visits", "Droit de visite"
    LATER = "later", "Rejoindra le foyer plus tard"


class Moves(models.TextChoices):
    YES = "yes", "Part avec le foyer"
    NO = "no", "Ne part pas"
    LATER = "later", "Partira plus tard"


class HouseholdType(models.TextChoices):
    COUPLE_WITH_CHILDREN = "couple_with_children", "Couple avec enfants"
    COUPLE = "couple", "Couple sans enfant"
    SINGLE_PARENT = "single_parent", "Famille monoparentale"
    SINGLE = "single", "Personne isolée"


class Sex(models.TextChoices):
    WOMAN = "woman", "Femme"
    MAN = "man", "Homme"
    OTHER = "other", "Autre ou non précisé"


class Nationality(models.TextChoices):
    """The only distinction the law allows here, with the proof of lawful stay beside it."""

    FRENCH = "french", "Française"
    EUROPEAN = "european", "Union européenne"
    OTHER = "other", "Hors Union européenne"


class LanguageLevel(models.TextChoices):
    """CECRL, in its order: a level is compared by its rank here."""

    A0 = "A0", "A0 : ne parle pas encore français"
    A1 = "A1", "A1 : quelques mots"
    A2 = "A2", "A2 : se débrouille au quotidien"
    B1 = "B1", "B1 : tient une conversation"
    B2 = "B2", "B2 : à l’aise"
    C1 = "C1", "C1 : courant"
    C2 = "C2", "C2 : comme une langue maternelle"


class HousingPrecarity(models.TextChoices):
    NOT_OWNER = "not_owner", "N’est pas propriétaire d’un logement"
    NO_LEASE = "no_lease", "N’a pas de bail (ou est une personne sans domicile)"
    EVICTION = "eviction", "Doit quitter son logement : avis d’expulsion"
    UNFIT = "unfit", "Doit quitter son logement : insalubrité"
    OVERCROWDED = "overcrowded", "Doit quitter son logement : suroccupation importante"
    VIOLENCE = "violence", "Doit quitter son logement : violence intrafamiliale"
    NONE = "none", "Aucun de ces choix ne correspond"


class ResidentialKind(models.TextChoices):
    THIRD_PARTY = "third_party", "Chez un tiers"
    SHELTER = "shelter", "Centre d’hébergement (CHRS)"
    EMERGENCY = "emergency", "Hôtel ou centre d’urgence (CHU)"
    SOCIAL_RESIDENCE = "social_residence", "Résidence sociale ou FJT"
    INTERMEDIATE = "intermediate", "Intermédiation locative (IML)"
    STREET = "street", "Sans abri"
    TENANT = "tenant", "Location précaire"
    SOCIAL_TENANT = "social_tenant", "Logement social"
    PRIVATE_TENANT = "private_tenant", "Bail privé"


class ContactKind(models.TextChoices):
    OWN_PHONE = "own_phone", "Son téléphone"
    SHARED_PHONE = "shared_phone", "Un téléphone partagé"
    THIRD_PARTY = "third_party", "Une personne de confiance"
    ORGANISATION = "organisation", "La structure qui oriente"
    EMAIL = "email", "Son adresse électronique"


class PermitKind(models.TextChoices):
    CARD = "card", "Carte de séjour"
    RENEWAL_RECEIPT = "renewal_receipt", "Récépissé de renouvellement"
    FIRST_RECEIPT = "first_receipt", "Récépissé de première demande"
    PROLONGATION = "prolongation", "Attestation de prolongation d’instruction"
    PROTECTION = "protection", "Protection internationale"


class NoteLevel(models.TextChoices):
    SHARED = "shared", "Équipes du dossier"
    CONFIDENTIAL = "confidential", "Mon organisation"


class ExchangeChannel(models.TextChoices):
    PHONE = "phone", "Téléphone"
    VISIT = "visit", "Entretien"
    SMS = "sms", "SMS"
    EMAIL = "email", "Courriel"
    OTHER = "other", "Autre"


class Initiator(models.TextChoices):
    """Whose initiative an exchange was: the last contact from the household dates the file."""

    TEAM = "team", "À notre initiative"
    HOUSEHOLD = "household", "À l’initiative du ménage"
    OTHER = "other", "À l’initiative d’un tiers"


class CallOutcome(models.TextChoices):
    REACHED = "reached", "Personne jointe"
    NO_ANSWER = "no_answer", "Pas de réponse"
    MESSAGE_LEFT = "message_left", "Message laissé"
    WRONG_NUMBER = "wrong_number", "Numéro qui ne correspond pas"


class Verdict(models.TextChoices):
    MET = "met", "rempli"
    NOT_MET = "not_met", "non rempli"
    UNKNOWN = "unknown", "à vérifier"


class ReasonUse(models.TextChoices):
    """What a reason of the coordinator's lists is for."""

    SUSPENSION = "suspension", "Suspension"
    EXIT = "exit", "Sortie du programme"
    DECLINE = "decline", "Refus d’un positionnement"
    STAY_NOT_HELD = "stay_not_held", "Séjour qui n’a pas eu lieu"


class DecidedBy(models.TextChoices):
    HOUSEHOLD = "household", "Le ménage"
    PROGRAMME = "programme", "Le programme"
    EXTERNAL = "external", "Une cause extérieure"


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


class PlanAxis(models.TextChoices):
    WORK = "work", "Professionnel et formation"
    SOCIAL = "social", "Social"
    CITIZEN = "citizen", "Citoyen"


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


class StayOutcome(models.TextChoices):
    HELD = "held", "Le séjour a eu lieu en entier"
    PARTLY_HELD = "partly_held", "Le séjour a eu lieu en partie"


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
