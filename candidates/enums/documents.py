"""Papers: which there are, of whom, and how they stop being missing."""

from django.db import models


class DocumentKind(models.TextChoices):
    """The papers that the programme may ask for."""

    IDENTITY = "identity", "Pièce d’identité"
    PERMIT = "permit", "Titre de séjour"
    CIVIL_STATUS = "civil_status", "Livret de famille ou acte de naissance"
    LODGING = "lodging", "Attestation d’hébergement"
    DOMICILIATION = "domiciliation", "Attestation de domiciliation"
    TAX = "tax", "Dernier avis d’imposition"
    RESOURCES = "resources", "Justificatifs de ressources"
    BENEFITS = "benefits", "Attestation CAF ou MSA"
    HEALTH_COVER = "health_cover", "Attestation d’assurance maladie"
    RENT_RECEIPTS = "rent_receipts", "Quittances de loyer"
    EXPULSION = "expulsion", "Décision ou commandement d’expulsion"
    SOCIAL_HOUSING = "social_housing", "Attestation de demande de logement social"
    LANGUAGE = "language", "Attestation de niveau de français"
    DRIVING = "driving", "Permis de conduire"
    DIPLOMA = "diploma", "Diplôme ou attestation de formation"
    CV = "cv", "CV"
    WORK_CERTIFICATE = "work_certificate", "Certificats de travail"
    DISABLED_WORKER = "disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"
    STAY_REPORT = "stay_report", "Bilan du séjour d’immersion signé"


# Their very name says something that a letter must not carry.
NEVER_IN_LETTERS = (DocumentKind.DISABLED_WORKER, DocumentKind.EXPULSION)


class DocumentReceipt(models.TextChoices):
    """How a paper that was asked for stopped being missing. None needs a file to be sent."""

    SEEN = "seen", "Vu en original"
    PRESCRIBER = "prescriber", "Reçu par la structure qui oriente"
    USELESS = "useless", "Finalement inutile"


class DocumentState(models.TextChoices):
    """What became of a file that was sent; only an available one can be read."""

    QUARANTINED = "quarantined", "En cours de vérification"
    AVAILABLE = "available", "Disponible"
    REFUSED = "refused", "Refusée"
    ERASED = "erased", "Effacée"


class PaperCondition(models.TextChoices):
    """Of whom a paper is expected, told from the household itself."""

    ADULT = "adult", "Chaque adulte qui part"
    FOREIGN_ADULT = "foreign_adult", "Chaque adulte qui part, hors Union européenne"
    DRIVER = "driver", "Chaque adulte qui a le permis"
    HOUSEHOLD = "household", "Le ménage"
    CHILDREN = "children", "Les ménages avec enfants"
    LEAVING_A_HOME = "leaving_home", "Les ménages qui doivent quitter leur logement"
    EVICTION = "eviction", "Les ménages menacés d’expulsion"
    SOCIAL_HOUSING = "social_housing", "Les ménages qui demandent un logement social"


class PaperState(models.TextChoices):
    """Of one line of the list of a household."""

    COMPLETE = "complete", "Complète"
    CHECKING = "checking", "En cours de vérification"
    EXPIRED = "expired", "Expirée"
    MISSING = "missing", "Manque"
