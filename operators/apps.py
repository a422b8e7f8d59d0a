from django.apps import AppConfig

from emile.core.registry import MenuEntry, menu
from operators.enums import OrganisationKind


class OperatorsConfig(AppConfig):
    name = "operators"
    label = "operators"

    def ready(self) -> None:
        # Models are not loaded before this point.
        from operators import selectors

        menu.add(
            MenuEntry(
                label="Structures",
                url_name="operators:organisation_list",
                kinds=[OrganisationKind.COORDINATOR],
                position=80,
                badge=selectors.count_pending_registrations,
            )
        )
