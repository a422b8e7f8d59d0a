from django.apps import AppConfig

from emile.core.registry import MenuEntry, menu
from operators.enums import OrganisationKind


class OperatorsConfig(AppConfig):
    name = "operators"
    label = "operators"

    def ready(self) -> None:
        # Models are not loaded before this point.
        from operators.models import RegistrationRequest

        menu.add(
            MenuEntry(
                label="Organisations",
                url_name="operators:organisation_list",
                kinds=[OrganisationKind.COORDINATOR],
                position=80,
                waiting=lambda actor: RegistrationRequest.objects.visible_to(actor).pending(),
            )
        )
        # Their first page, as long as they have no other.
        menu.add(
            MenuEntry(
                label="Mon organisation",
                url_name="operators:organisation",
                kinds=[
                    OrganisationKind.EMPLOYER,
                    OrganisationKind.LANDLORD,
                    OrganisationKind.EVALUATOR,
                ],
                position=10,
            )
        )
