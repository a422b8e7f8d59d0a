from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "emile.steering"
    label = "steering"

    def ready(self) -> None:
        from emile.core import registry
        from emile.steering.views.doors import settings_doors

        registry.settings_doors.append(settings_doors)
