"""Who acts in the programme (``docs/glossaire.md``)."""

from django.db import models


class OrganisationKind(models.TextChoices):
    NATIONAL = "national", "Pilotage national"
    COORDINATOR = "coordinator", "Coordination"
    PRESCRIBER = "prescriber", "Structure qui oriente"
    UPSTREAM = "upstream", "Opérateur amont"
    HOST = "host", "Opérateur d’accueil"
    STATE = "state", "Service de l’État"
    LANDLORD = "landlord", "Bailleur"
    EMPLOYER = "employer", "Employeur ou organisme de formation"
    EVALUATOR = "evaluator", "Évaluation"


# The hat a person wears when nothing says which: the one that has the most to do today.
MOST_OPERATIONAL_FIRST = (
    OrganisationKind.COORDINATOR,
    OrganisationKind.HOST,
    OrganisationKind.UPSTREAM,
    OrganisationKind.PRESCRIBER,
    OrganisationKind.STATE,
    OrganisationKind.NATIONAL,
    OrganisationKind.EMPLOYER,
    OrganisationKind.LANDLORD,
    OrganisationKind.EVALUATOR,
)


class MembershipRole(models.TextChoices):
    MANAGER = "manager", "Responsable"
    MEMBER = "member", "Membre"


class RegistrationState(models.TextChoices):
    PENDING = "pending", "À examiner"
    ACCEPTED = "accepted", "Acceptée"
    REFUSED = "refused", "Refusée"


class DirectoryEventKind(models.TextChoices):
    ORGANISATION_REGISTERED = "organisation_registered", "Organisation créée"
    ORGANISATION_EDITED = "organisation_edited", "Fiche de l’organisation modifiée"
    MEMBER_INVITED = "member_invited", "Invitation envoyée"
    INVITATION_RESENT = "invitation_resent", "Invitation renvoyée"
    INVITATION_REVOKED = "invitation_revoked", "Invitation annulée"
    INVITATION_ACCEPTED = "invitation_accepted", "Invitation acceptée"
    ROLE_CHANGED = "role_changed", "Rôle modifié"
    MEMBER_DEACTIVATED = "member_deactivated", "Accès retiré"
    MEMBER_REACTIVATED = "member_reactivated", "Accès rendu"
    ABSENCE_DECLARED = "absence_declared", "Absence notée"
    ABSENCE_ENDED = "absence_ended", "Absence terminée ou annulée"
    REGISTRATION_ACCEPTED = "registration_accepted", "Inscription acceptée"
