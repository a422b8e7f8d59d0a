"""The documents that a worker makes as PDF, and how far each is."""

from django.db import models


class ProducedKind(models.TextChoices):
    PERSON_SUMMARY = "person_summary", "Mon dossier, en mots simples"
    HOST_CARD = "host_card", "Fiche pour l’équipe qui accueille"
    EMPLOYER_CARD = "employer_card", "Fiche pour un employeur ou un organisme de formation"
    LANDLORD_CARD = "landlord_card", "Fiche pour un bailleur"
    DIAGNOSIS = "diagnosis", "Diagnostic"
    STAY_PROGRAMME = "stay_programme", "Programme du séjour d’immersion"
    VALIDATION_RECORD = "validation_record", "Relevé de validation"
    INSTALLATION_SHEET = "installation_sheet", "Fiche d’entrée dans le logement"
    MONTHLY_SUMMARY = "monthly_summary", "Point du mois"


# One purpose each, for somebody outside the teams of the file.
PARTNER_CARDS = (ProducedKind.HOST_CARD, ProducedKind.EMPLOYER_CARD, ProducedKind.LANDLORD_CARD)


class ProducedState(models.TextChoices):
    ASKED = "asked", "Demandé"
    MAKING = "making", "En préparation"
    READY = "ready", "Prêt"
    FAILED = "failed", "Échec"
    ERASED = "erased", "Effacé"


# A worker has something to do with it.
PENDING = (ProducedState.ASKED, ProducedState.MAKING)
