from django.apps import AppConfig

from emile.core.registry import MenuEntry, menu, organisation_facts
from operators.enums import OrganisationKind


class TerritoriesConfig(AppConfig):
    name = "territories"
    label = "territories"

    def ready(self) -> None:
        from territories.models.offer import READERS
        from territories.selectors.answers import facts_of

        organisation_facts.append(facts_of)

        menu.add(
            MenuEntry(
                label="Offres", url_name="territories:offer_board", kinds=READERS, position=50
            )
        )
        menu.add(
            MenuEntry(
                label="Territoires",
                url_name="territories:territory_list",
                kinds=OrganisationKind.values,
                position=60,
            )
        )
