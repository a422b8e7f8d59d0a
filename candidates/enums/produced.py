"""The documents that a worker makes of a file, as PDF."""

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


# One purpose each, for somebody outside the teams of the file.
PARTNER_CARDS = (ProducedKind.HOST_CARD, ProducedKind.EMPLOYER_CARD, ProducedKind.LANDLORD_CARD)
