from typing import Any

from django.core.management.base import BaseCommand

from emile.core.templatetags.emile import count
from matching.services.reach import rebuild_reach


class Command(BaseCommand):
    help = "Recalcule les distances entre les communes des territoires d’accueil."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{count(rebuild_reach(), 'trajet')}.")
