"""Who is in a household, and how they live."""

from django.db import models


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


class Vehicle(models.TextChoices):
    """What a person drives, or not; empty is unknown."""

    OWN = "own", "Véhicule personnel"
    SHARED = "shared", "Véhicule partagé ou prêté"
    NONE = "none", "Pas de véhicule"
