from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "emile.steering"
    label = "steering"

    def ready(self) -> None:
        from emile.core import registry
        from emile.steering.views.doors import settings_doors
        from operators.enums import OrganisationKind as Kind

        registry.settings_doors.append(settings_doors)
        registry.menu.add(
            registry.MenuEntry(
                "Pilotage", "steering:dashboard", (Kind.COORDINATOR, Kind.NATIONAL), 15
            )
        )
