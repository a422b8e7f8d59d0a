"""What a professional receives, in person."""

from functools import partial

from emile.steering import samples
from emile.steering.message_templates.kinds import MessageTemplate, Reader


TO_PEOPLE = (
    MessageTemplate(
        "operators/invitation",
        "Invitation",
        "Quand une personne est invitée dans une organisation.",
        Reader.PROFESSIONAL,
        samples.invitation,
    ),
    MessageTemplate(
        "operators/registration_received",
        "Demande d’inscription reçue",
        "Quand une structure demande à s’inscrire, une fois par jour au plus.",
        Reader.PROFESSIONAL,
        dict,
    ),
    MessageTemplate(
        "operators/registration_accepted",
        "Inscription acceptée",
        "Quand la coordination accepte une structure.",
        Reader.PROFESSIONAL,
        samples.invitation,
    ),
    MessageTemplate(
        "operators/registration_refused",
        "Inscription refusée",
        "Quand la coordination refuse une structure.",
        Reader.PROFESSIONAL,
        samples.registration,
    ),
    MessageTemplate(
        "operators/password_reset",
        "Nouveau mot de passe",
        "Quand la personne le demande.",
        Reader.PROFESSIONAL,
        samples.password,
    ),
    MessageTemplate(
        "operators/password_reset_without_account",
        "Mot de passe demandé sans compte",
        "Quand l’adresse donnée n’est celle d’aucun compte ouvert.",
        Reader.PROFESSIONAL,
        dict,
    ),
    MessageTemplate(
        "candidates/digest",
        "Message du jour",
        "Chaque matin ouvré où il y a du nouveau, ou le lundi, au choix de chacun.",
        Reader.PROFESSIONAL,
        samples.day_of_reminders,
    ),
    MessageTemplate(
        "candidates/appointment",
        "Rendez-vous dans mon agenda",
        "Quand quelqu’un d’autre note un rendez-vous avec cette personne.",
        Reader.PROFESSIONAL,
        partial(samples.meeting, to_household=False),
    ),
    MessageTemplate(
        "candidates/appointment_cancelled",
        "Rendez-vous ôté de mon agenda",
        "À l’annulation.",
        Reader.PROFESSIONAL,
        partial(samples.meeting, to_household=False),
    ),
    MessageTemplate(
        "candidates/session",
        "Réunion dans l’agenda de l’équipe",
        "Quand quelqu’un d’autre de l’équipe la prévoit.",
        Reader.PROFESSIONAL,
        partial(samples.meeting, to_household=False),
    ),
    MessageTemplate(
        "candidates/session_cancelled",
        "Réunion ôtée de l’agenda de l’équipe",
        "Quand quelqu’un d’autre de l’équipe l’annule.",
        Reader.PROFESSIONAL,
        partial(samples.meeting, to_household=False),
    ),
    MessageTemplate(
        "candidates/stay",
        "Séjour d’immersion dans mon agenda",
        "Quand ses dates ou son programme changent, à qui suit le dossier et à qui accueille.",
        Reader.PROFESSIONAL,
        partial(samples.stay_to_keep, to_household=False),
    ),
    MessageTemplate(
        "candidates/stay_cancelled",
        "Séjour d’immersion ôté de mon agenda",
        "Quand le séjour est annulé, ou que le projet s’arrête.",
        Reader.PROFESSIONAL,
        partial(samples.stay_to_keep, to_household=False),
    ),
    MessageTemplate(
        "candidates/visit",
        "Visite de suivi dans mon agenda",
        "Quand un nouveau jour est dit après une visite manquée.",
        Reader.PROFESSIONAL,
        partial(samples.visit_to_keep, to_household=False),
    ),
    MessageTemplate(
        "candidates/visit_cancelled",
        "Visite de suivi ôtée de mon agenda",
        "Quand ce jour ne tient plus.",
        Reader.PROFESSIONAL,
        partial(samples.visit_to_keep, to_household=False),
    ),
    MessageTemplate(
        "candidates/acknowledgement",
        "Orientation reçue",
        "Quand une structure confirme une orientation.",
        Reader.PROFESSIONAL,
        samples.orientation,
    ),
    MessageTemplate(
        "candidates/join_accepted",
        "Rattachement accepté",
        "Quand la coordination répond que c’est la même personne.",
        Reader.PROFESSIONAL,
        samples.joining,
    ),
    MessageTemplate(
        "candidates/join_declined",
        "Rattachement refusé",
        "Quand la coordination répond que ce sont deux personnes.",
        Reader.PROFESSIONAL,
        samples.joining,
    ),
    MessageTemplate(
        "candidates/join_undone",
        "Rattachement annulé",
        "Quand la coordination revient sur un rattachement.",
        Reader.PROFESSIONAL,
        samples.joining,
    ),
    MessageTemplate(
        "candidates/hand_over_done",
        "Passation faite",
        "Le jour prévu, à qui l’a décidée.",
        Reader.PROFESSIONAL,
        partial(samples.passation, passed=12, left=1),
    ),
    MessageTemplate(
        "steering/field_report_answered",
        "Réponse à une remontée de terrain",
        "Quand la coordination répond à la difficulté qu’une personne a signalée.",
        Reader.PROFESSIONAL,
        samples.field_report,
    ),
)
