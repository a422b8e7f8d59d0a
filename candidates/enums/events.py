"""The answers and the papers that come back before a household goes anywhere."""

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
    SOCIAL_HOUSING = "social_housing", "Attestation de demande de logement social"
    LANGUAGE = "language", "Attestation de niveau de français"
    DRIVING = "driving", "Permis de conduire"
    DIPLOMA = "diploma", "Diplôme ou attestation de formation"


class DocumentReceipt(models.TextChoices):
    """How a paper that was asked for stopped being missing. None needs a file to be sent."""

    SEEN = "seen", "Vu en original"
    PRESCRIBER = "prescriber", "Reçu par la structure qui oriente"
    USELESS = "useless", "Finalement inutile"


class InvitationAnswer(models.TextChoices):
    COMING = "coming", "Viendra"
    NOT_COMING = "not_coming", "Ne viendra pas"
    UNKNOWN = "unknown", "Ne sait pas encore"
