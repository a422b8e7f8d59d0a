"""The way into an empty server, where nobody can invite anybody yet."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from emile.core.errors import DomainError
from emile.core.templatetags.emile import day
from operators.services import invite_coordinator


# What a second call finds: everything is as it should be, and nothing is written.
ALREADY_DONE = {"already_member", "already_invited"}


class Command(BaseCommand):
    help = "Invite une personne responsable de la coordination, et donne son lien."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True, help="Son adresse électronique.")
        parser.add_argument(
            "--organisation",
            default="",
            help="Le nom de l’organisation coordinatrice, créée s’il n’y en a aucune.",
        )
        parser.add_argument(
            "--renew",
            action="store_true",
            help="Remplacer une invitation qui attend\u00a0: le lien d’avant n’ouvre plus rien.",
        )

    def handle(
        self, *_args: Any, email: str, organisation: str, renew: bool, **_options: Any
    ) -> None:
        try:
            invitation, link = invite_coordinator(
                email=email, organisation_name=organisation, renew=renew, now=timezone.now()
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except DomainError as refusal:
            if refusal.code not in ALREADY_DONE:
                raise CommandError(str(refusal)) from refusal
            self.stdout.write(f"{email}\u00a0: {refusal} Rien n’a changé.")
            if refusal.code == "already_invited":
                self.stdout.write("Un nouveau lien\u00a0: la même commande, avec --renew.")
        else:
            self.stdout.write(
                f"Une invitation à rejoindre {invitation.organisation.name} part à "
                f"{invitation.email}. Son lien sert une fois, jusqu’au {day(invitation.expires_at)}."
            )
            self.stdout.write(link)
