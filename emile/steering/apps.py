from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "emile.steering"
    label = "steering"

    def ready(self) -> None:
        from emile.core import registry
        from emile.steering.selectors.field_reports import unanswered_by
        from emile.steering.selectors.lens import EVERYTHING, READERS
        from emile.steering.views.committees import READERS as COMMITTEE
        from emile.steering.views.doors import settings_doors
        from operators.enums import OrganisationKind

        registry.settings_doors.append(settings_doors)
        registry.menu.add(registry.MenuEntry("Pilotage", "steering:dashboard", READERS, 15))
        figures = (*EVERYTHING, OrganisationKind.STATE)
        registry.menu.add(registry.MenuEntry("Comités", "steering:committees", COMMITTEE, 61))
        registry.menu.add(
            registry.MenuEntry(
                "Remontées", "steering:field_reports", EVERYTHING, 62, waiting=unanswered_by
            )
        )
        registry.menu.add(registry.MenuEntry("Rapports", "steering:reports", figures, 60))
