"""Fill an empty database with the accounts and households of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from candidates.models import Parcours
from emile.core.context import database_context, system
from emile.steering.demo import HOUSEHOLDS, Cast, live
from operators.demo import DEMO_ACCOUNTS
from operators.enums import OrganisationKind
from operators.services import create_demo_accounts


class Command(BaseCommand):
    help = "Comptes et ménages fictifs. Ne fait rien si des dossiers existent déjà."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--households", type=int, default=len(HOUSEHOLDS), help="combien de ménages, au plus"
        )

    @transaction.atomic
    def handle(self, *, households: int, **options: Any) -> None:
        with database_context(system("données fictives")):
            if Parcours.objects.exists():
                self.stderr.write("Des dossiers existent déjà\u00a0: rien n’est ajouté.")
                return
        now = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0)
        members = create_demo_accounts(now=now)
        by_kind = {
            account.kind: members[account.email].as_actor(account.kind) for account in DEMO_ACCOUNTS
        }
        cast = Cast(
            prescriber=by_kind[OrganisationKind.PRESCRIBER],
            coordinator=by_kind[OrganisationKind.COORDINATOR],
            upstream=by_kind[OrganisationKind.UPSTREAM],
            host=by_kind[OrganisationKind.HOST],
        )
        for number, household in enumerate(HOUSEHOLDS[:households], start=1):
            live(household, cast, now)
            self.stderr.write(f"{number} sur {households} ménages", ending="\r")
        self.stderr.write(f"\n{households} ménages fictifs.")
