from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "matching"
    label = "matching"

    def ready(self) -> None:
        from emile.core import registry
        from matching.views.arbitration import COMMITTEE
        from matching.views.doors import file_doors, offer_doors, settings_doors

        registry.file_doors.append(file_doors)
        registry.offer_doors.append(offer_doors)
        registry.settings_doors.append(settings_doors)
        registry.menu.add(
            registry.MenuEntry(
                label="Arbitrage", url_name="matching:arbitrations", kinds=COMMITTEE, position=55
            )
        )
