"""What is on offer, and the words in which an offer and a household are compared."""

from django.db import models


# Common to offers and households


class Typology(models.TextChoices):
    """How many rooms to live in, kitchen and bathroom apart."""

    T1 = "T1", "T1 ou studio"
    T2 = "T2", "T2"
    T3 = "T3", "T3"
    T4 = "T4", "T4"
    T5 = "T5", "T5"
    T6 = "T6", "T6 ou plus grand"


class ContractKind(models.TextChoices):
    PERMANENT = "permanent", "CDI"
    LONG_FIXED = "long_fixed", "CDD de plus de 6 mois"
    SHORT_FIXED = "short_fixed", "CDD de 6 mois ou moins"
    LONG_INTERIM = "long_interim", "Intérim de plus de 6 mois"
    SHORT_INTERIM = "short_interim", "Intérim de 6 mois ou moins"
    PUBLIC = "public", "Fonction publique"
    INTEGRATION = "integration", "CDDI ou contrat aidé"
    APPRENTICESHIP = "apprenticeship", "Alternance"


class LanguageLevel(models.TextChoices):
    """CECRL, in its order: a level is compared by its rank here."""

    A0 = "A0", "A0 : ne parle pas encore français"
    A1 = "A1", "A1 : quelques mots"
    A2 = "A2", "A2 : se débrouille au quotidien"
    B1 = "B1", "B1 : tient une conversation"
    B2 = "B2", "B2 : à l’aise"
    C1 = "C1", "C1 : courant"
    C2 = "C2", "C2 : comme une langue maternelle"


class DrivingLicence(models.TextChoices):
    """The categories of the French licence. A heavier one never presumes another: each is held."""

    AM = "AM", "AM (cyclomoteur, voiturette)"
    A1 = "A1", "A1 (moto légère)"
    A2 = "A2", "A2 (moto intermédiaire)"
    A = "A", "A (toutes motos)"
    B = "B", "B (voiture)"
    BE = "BE", "BE (voiture et remorque)"
    C1 = "C1", "C1 (camion jusqu’à 7,5 t)"
    C = "C", "C (camion)"
    CE = "CE", "CE (camion et remorque)"
    D1 = "D1", "D1 (minibus)"
    D = "D", "D (autocar)"
    DE = "DE", "DE (autocar et remorque)"


# Offers


class OfferKind(models.TextChoices):
    HOME = "home", "Logement"
    JOB = "job", "Emploi"
    TRAINING = "training", "Formation"


class OfferStatus(models.TextChoices):
    """Nobody types it: people publish, pause, withdraw. Out of date is computed, never written."""

    DRAFT = "draft", "Brouillon"
    AVAILABLE = "available", "Disponible"
    PAUSED = "paused", "En pause"
    FILLED = "filled", "Pourvue"
    WITHDRAWN = "withdrawn", "Retirée"


class Withdrawal(models.TextChoices):
    """Why an offer is no longer one."""

    PROVIDER = "provider", "L’employeur, le bailleur ou l’organisme l’a retirée"
    ELSEWHERE = "elsewhere", "Pourvue hors du programme"
    UNSUITABLE = "unsuitable", "Ne convient pas au programme"
    MISTAKE = "mistake", "Saisie par erreur ou en double"
    # Never a person's answer: a connector no longer finds it.
    GONE = "gone", "Retirée à la source"


class ExpectedKind(models.TextChoices):
    """What a territory knows without a dated offer."""

    JOB = "job", "Métier recherché"
    HOME = "home", "Logement habituel"


class ExpectedStatus(models.TextChoices):
    CURRENT = "current", "Actuel"
    RETIRED = "retired", "Retiré"


class Service(models.TextChoices):
    """What a household may need near its home; each is a field of ``CommuneServices``."""

    CHILDCARE = "childcare", "Garde d’enfants"
    NURSERY_SCHOOL = "nursery_school", "École maternelle"
    PRIMARY_SCHOOL = "primary_school", "École élémentaire"
    MIDDLE_SCHOOL = "middle_school", "Collège"
    HIGH_SCHOOL = "high_school", "Lycée"
    DOCTOR = "doctor", "Médecin"


class Schedule(models.TextChoices):
    """When one works; « unknown » is an answer, and never counts as daytime."""

    DAY = "day", "En journée"
    EARLY_OR_LATE = "early_or_late", "Tôt le matin ou tard le soir"
    SHIFTS = "shifts", "En équipes (2x8, 3x8)"
    NIGHT = "night", "De nuit"
    WEEKEND = "weekend", "Le week-end"
    SPLIT = "split", "Avec une coupure dans la journée"


class Qualification(models.TextChoices):
    """Levels of the French framework, in their order: one is compared by its rank here."""

    NONE = "none", "Aucun diplôme demandé"
    LEVEL_3 = "level_3", "CAP, BEP ou titre de niveau 3"
    LEVEL_4 = "level_4", "Baccalauréat ou titre de niveau 4"
    LEVEL_5 = "level_5", "Bac + 2 (niveau 5)"
    LEVEL_6 = "level_6", "Bac + 3 ou plus (niveau 6 et au-delà)"


class EnergyClass(models.TextChoices):
    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"
    E = "E", "E"
    F = "F", "F"
    G = "G", "G"


# Imports


class Origin(models.TextChoices):
    """Where an offer that nobody typed comes from."""

    FILE = "file", "Fichier"
    FRANCE_TRAVAIL = "france_travail", "France Travail"


class ImportStatus(models.TextChoices):
    """How far an import is; a file is kept until nothing is left to do with it."""

    UPLOADED = "uploaded", "Colonnes à relier"
    CHECKING = "checking", "Vérification en cours"
    CHECKED = "checked", "À confirmer"
    RUNNING = "running", "Import en cours"
    DONE = "done", "Terminé"
    STOPPED = "stopped", "Interrompu"
    ABANDONED = "abandoned", "Abandonné"


class LineState(models.TextChoices):
    """What a line does, or has done, to the board."""

    NEW = "new", "Nouvelle"
    CHANGED = "changed", "Modifiée"
    UNCHANGED = "unchanged", "Inchangée"
    REFUSED = "refused", "Refusée"


# Holds


class HoldStage(models.TextChoices):
    """How far a place kept for a household is; « run out » is computed, never written."""

    WAITING = "waiting", "En attente"
    HELD = "held", "Retenue"
    VISITED = "visited", "Visite ou entretien fait"
    FILED = "filed", "Dossier déposé"
    ATTRIBUTED = "attributed", "Attribuée"
    OCCUPIED = "occupied", "Occupée"
    ENDED = "ended", "Libérée"


class HoldEnd(models.TextChoices):
    """Why a place is not kept any more: who refused, or what made it useless."""

    HOUSEHOLD = "household", "Le ménage ne la veut pas"
    PROVIDER = "provider", "L’employeur, le bailleur ou l’organisme a refusé"
    UNSUITABLE = "unsuitable", "Elle ne convient pas au projet"
    MISTAKE = "mistake", "Retenue par erreur"
    # Those that nobody chooses in a list
    OTHER_CHOSEN = "other_chosen", "Une autre a été choisie pour ce ménage"
    PLACEMENT_ENDED = "placement_ended", "Le positionnement dans ce territoire a pris fin"
    OFFER_CLOSED = "offer_closed", "L’offre a été retirée ou pourvue"
    STAY_MOVED = "stay_moved", "Le séjour a changé de mois, ou n’a pas lieu"
    CORRECTED = "corrected", "L’acte qui l’avait retenue a été corrigé"
