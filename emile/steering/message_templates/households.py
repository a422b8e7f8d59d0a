"""What households receive."""

from functools import partial

from candidates.enums import MailingAudience
from candidates.notifications.texts import APPOINTMENT, CANCELLED, STAY, STAY_CANCELLED
from emile.core.models import Channel
from emile.steering import samples
from emile.steering.message_templates.kinds import MessageTemplate, Reader


TO_HOUSEHOLDS = (
    MessageTemplate(
        APPOINTMENT,
        "Rappel d’un rendez-vous",
        "Deux jours avant. Sans portable où écrire, le même texte part par courriel.",
        Reader.HOUSEHOLD,
        samples.appointment_to_recall,
        Channel.SMS,
    ),
    MessageTemplate(
        CANCELLED,
        "Rappel démenti : rendez-vous annulé",
        "À l’annulation, au portable que le rappel a atteint.",
        Reader.HOUSEHOLD,
        samples.appointment_to_recall,
        Channel.SMS,
    ),
    MessageTemplate(
        STAY,
        "Rappel du séjour d’immersion",
        "La veille du départ. Sans portable où écrire, le même texte part par courriel.",
        Reader.HOUSEHOLD,
        samples.stay_to_recall,
        Channel.SMS,
    ),
    MessageTemplate(
        STAY_CANCELLED,
        "Rappel démenti : séjour déplacé ou annulé",
        "Dès que les jours changent, au portable que le rappel a atteint.",
        Reader.HOUSEHOLD,
        samples.stay_to_unsay,
        Channel.SMS,
    ),
    MessageTemplate(
        "candidates/appointment",
        "Rendez-vous fixé",
        "Quand un rendez-vous est noté, à une adresse où un message est sans risque.",
        Reader.HOUSEHOLD,
        partial(samples.meeting, to_household=True),
    ),
    MessageTemplate(
        "candidates/appointment_cancelled",
        "Rendez-vous annulé",
        "À l’annulation, à l’adresse que le premier message a pu atteindre.",
        Reader.HOUSEHOLD,
        partial(samples.meeting, to_household=True),
    ),
    MessageTemplate(
        "candidates/session",
        "Invitation à une réunion",
        "Quand le ménage est invité, à une adresse où un message est sans risque.",
        Reader.HOUSEHOLD,
        partial(samples.meeting, to_household=True),
    ),
    MessageTemplate(
        "candidates/session_cancelled",
        "Réunion à laquelle le ménage n’est plus attendu",
        "Quand elle est annulée, ou que le ménage n’y vient plus.",
        Reader.HOUSEHOLD,
        partial(samples.meeting, to_household=True),
    ),
    MessageTemplate(
        "candidates/stay",
        "Séjour d’immersion dans l’agenda du ménage",
        "Quand ses dates ou son programme changent, une fois par heure au plus pour le programme.",
        Reader.HOUSEHOLD,
        partial(samples.stay_to_keep, to_household=True),
    ),
    MessageTemplate(
        "candidates/stay_cancelled",
        "Séjour d’immersion annulé",
        "Quand le séjour est annulé, ou que le projet s’arrête.",
        Reader.HOUSEHOLD,
        partial(samples.stay_to_keep, to_household=True),
    ),
    MessageTemplate(
        "candidates/visit",
        "Visite de suivi",
        "Quand un nouveau jour est dit après une visite manquée.",
        Reader.HOUSEHOLD,
        partial(samples.visit_to_keep, to_household=True),
    ),
    MessageTemplate(
        "candidates/visit_cancelled",
        "Visite de suivi annulée",
        "Quand ce jour ne tient plus.",
        Reader.HOUSEHOLD,
        partial(samples.visit_to_keep, to_household=True),
    ),
    MessageTemplate(
        "candidates/mailing",
        "Envoi groupé aux ménages",
        "Quand une équipe écrit à plusieurs ménages.",
        Reader.HOUSEHOLD,
        partial(samples.to_many, MailingAudience.HOUSEHOLDS, first_name="Awa"),
    ),
)
