"""What waits to leave, has left, or never will."""

import json as documents
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from emile.core.health import outbox_status


TOLD = {
    "waiting": "à envoyer",
    "due": "dont prêts à partir",
    "in_hands": "dont en cours d’envoi",
    "sent": "envoyés, sans nouvelles depuis",
    "delivered": "remis, selon le fournisseur",
    "bounced": "non remis, selon le fournisseur",
    "failed": "en échec",
    "to_check": "à vérifier par une personne",
    "discarded": "écartés par une personne",
    "oldest_due_seconds": "secondes d’attente du plus ancien",
}


class Command(BaseCommand):
    help = "Les messages\u00a0: combien attendent, depuis quand, combien ont échoué."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="pour une machine")

    def handle(self, *, json: bool, **options: Any) -> None:
        found = outbox_status(timezone.now())
        if json:
            self.stdout.write(documents.dumps(found))
            return
        for name, label in TOLD.items():
            number = "aucune" if found[name] is None else found[name]
            self.stdout.write(f"{label}\u00a0: {number}")
