"""Every message that the platform can send, in one list: what it is, when it leaves, to whom.

Adding a template is adding its line here: ``tests/steering/test_message_templates.py`` sees both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db import models

from candidates.enums import MailingAudience
from candidates.notifications.texts import APPOINTMENT, CANCELLED, STAY, SUBJECTS, as_sms
from emile.core.emails import render
from emile.core.models import Channel
from emile.core.sms import Measure, as_plain, measure
from emile.steering import samples


class Reader(models.TextChoices):
    """The order is that of the page."""

    HOUSEHOLD = "household", "Ménage"
    PROFESSIONAL = "professional", "Professionnel"
    ORGANISATION = "organisation", "Organisation qui suit le dossier"
    COORDINATOR = "coordinator", "Coordination"
    STATE = "state", "Service de l’État"
    PROVIDER = "provider", "Personne qui propose une offre"


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """``name`` is that of its files. One that says two things has two lines; ``sample`` is made up."""

    name: str
    title: str
    leaves: str
    to: Reader
    sample: Callable[[], dict[str, Any]]
    channel: Channel = Channel.EMAIL


@dataclass(frozen=True, slots=True)
class Preview:
    template: MessageTemplate
    subject: str
    body: str
    measure: Measure | None

    @property
    def length(self) -> int:
        return len(self.body)


def previews() -> list[tuple[Reader, list[Preview]]]:
    order = list(Reader)
    lines = sorted(TEMPLATES, key=lambda one: order.index(one.to))
    return [
        (to, [preview(one) for one in some]) for to, some in groupby(lines, key=lambda one: one.to)
    ]


def preview(template: MessageTemplate) -> Preview:
    """As it would leave, by the same code."""
    if template.channel == Channel.EMAIL:
        return Preview(template, *render(template.name, template.sample()), None)
    text = as_plain(as_sms(template.name, samples.a_file(), template.sample()))
    measured = measure(text, segment_cost=settings.SMS_SEGMENT_COST)
    return Preview(template, SUBJECTS[template.name], text, measured)


TEMPLATES = (
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
        "candidates/mailing",
        "Envoi groupé aux ménages",
        "Quand une équipe écrit à plusieurs ménages.",
        Reader.HOUSEHOLD,
        partial(samples.to_many, MailingAudience.HOUSEHOLDS, first_name="Awa"),
    ),
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
        "candidates/entrusted",
        "Dossier confié",
        "Quand le ménage est éligible, à l’opérateur amont choisi.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/eligible",
        "Dossier éligible",
        "Quand le ménage est éligible, à la structure qui l’oriente.",
        Reader.ORGANISATION,
        partial(samples.decision, upstream=samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/complement_asked",
        "Complément demandé",
        "Quand la coordination demande un complément.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/reminded",
        "Relance",
        "Quand une équipe demande où en est un dossier, une fois par jour au plus.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM, asking=samples.HOST),
    ),
    MessageTemplate(
        "candidates/documents_asked",
        "Pièces demandées",
        "Quand une équipe demande des pièces.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/papers_missing",
        "Pièces à apporter",
        "Au bouton « Rappeler les pièces manquantes ».",
        Reader.ORGANISATION,
        partial(samples.decision, papers=[("Avis d’imposition", 2), ("CV", 1)], others=1),
    ),
    MessageTemplate(
        "candidates/placement_proposed",
        "Accueil proposé",
        "Quand un ménage est proposé à un opérateur d’accueil.",
        Reader.ORGANISATION,
        samples.proposal,
    ),
    MessageTemplate(
        "candidates/placement_proposed_for",
        "Accueil proposé par la coordination",
        "Au même moment, à l’opérateur amont.",
        Reader.ORGANISATION,
        samples.proposal,
    ),
    MessageTemplate(
        "candidates/placement_accepted",
        "Accueil accepté",
        "Quand l’opérateur d’accueil accepte.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM, host=samples.HOST),
    ),
    MessageTemplate(
        "candidates/placement_declined",
        "Accueil décliné",
        "Quand l’opérateur d’accueil ne peut pas accueillir.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM, host=samples.HOST),
    ),
    MessageTemplate(
        "candidates/placement_withdrawn",
        "Proposition retirée",
        "Quand la proposition ne tient plus, à l’opérateur d’accueil.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.HOST),
    ),
    MessageTemplate(
        "candidates/placement_ended",
        "Fin du projet d’accueil",
        "Quand le projet s’arrête, à l’opérateur d’accueil.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.HOST),
    ),
    MessageTemplate(
        "candidates/sent_back",
        "Retour à la préparation",
        "Quand un dossier revient à la préparation.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/stay_reported",
        "Bilan du séjour",
        "Quand l’opérateur d’accueil partage le bilan.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/household_agrees",
        "Le ménage a dit oui",
        "Quand tous les adultes ont dit oui.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.HOST),
    ),
    MessageTemplate(
        "candidates/project_validated",
        "Projet validé",
        "Quand toutes les parties sont d’accord.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/project_refused",
        "Projet non validé",
        "Quand une partie n’est pas d’accord.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/fast_track",
        "Voie rapide",
        "Quand une installation se prépare par la voie rapide.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/settled",
        "Installation faite",
        "Quand l’installation est enregistrée.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/exited",
        "Sortie du programme",
        "Quand le dossier sort du programme.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/shelter_lost",
        "Perte d’hébergement",
        "Dès qu’elle est notée, à la structure qui oriente et à la coordination.",
        Reader.ORGANISATION,
        samples.decision,
    ),
    MessageTemplate(
        "candidates/handed_over",
        "Passation à votre organisation",
        "Quand un dossier change de mains, à qui le reçoit.",
        Reader.ORGANISATION,
        partial(samples.decision, samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/team_changed",
        "Une autre équipe prend le relais",
        "Au même moment, aux autres équipes.",
        Reader.ORGANISATION,
        partial(samples.decision, receiver=samples.UPSTREAM),
    ),
    MessageTemplate(
        "candidates/hand_over_planned",
        "Passation prévue",
        "Quand elle est décidée pour un jour à venir.",
        Reader.ORGANISATION,
        partial(samples.passation, count=12),
    ),
    MessageTemplate(
        "candidates/hand_over_cancelled",
        "Passation annulée",
        "Quand elle est annulée avant son jour.",
        Reader.ORGANISATION,
        samples.passation,
    ),
    MessageTemplate(
        "territories/place_free",
        "Une place se libère",
        "Quand vient le tour d’une organisation qui attend.",
        Reader.ORGANISATION,
        samples.a_place,
    ),
    MessageTemplate(
        "territories/hold_released",
        "Place rendue",
        "Quand une autre organisation rend la place.",
        Reader.ORGANISATION,
        samples.a_place,
    ),
    MessageTemplate(
        "candidates/mailing",
        "Envoi groupé aux structures",
        "Quand la coordination écrit à plusieurs structures.",
        Reader.ORGANISATION,
        partial(samples.to_many, MailingAudience.PRESCRIBERS),
    ),
    MessageTemplate(
        "candidates/join_requested",
        "Rapprochement à examiner",
        "Quand une structure pense qu’un dossier existe déjà.",
        Reader.COORDINATOR,
        samples.joining,
    ),
    MessageTemplate(
        "steering/messages_stopped",
        "Messages arrêtés",
        "Une fois par jour au plus, tant que des messages attendent une décision.",
        Reader.COORDINATOR,
        samples.stopped,
    ),
    MessageTemplate(
        "candidates/monthly_summary",
        "Point du mois",
        "Quand le point du mois d’un territoire est prêt.",
        Reader.STATE,
        samples.month_of_territory,
    ),
    MessageTemplate(
        "territories/offers_to_confirm",
        "Offres à confirmer",
        "Quand une offre n’a pas été confirmée depuis longtemps, une fois par semaine au plus.",
        Reader.PROVIDER,
        samples.offers,
    ),
)
