"""Count again, from the first act of the journal, all that figures are made of."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from emile.core.templatetags.emile import count
from emile.steering.services.figures import rebuild


class Command(BaseCommand):
    help = "Recompte tous les chiffres depuis le journal. Interrompue, la commande reprend où elle était."

    def handle(self, **options: Any) -> None:
        files = rebuild(now=timezone.now())
        self.stdout.write(f"{count(files, 'dossier compté,dossiers comptés')}.")
