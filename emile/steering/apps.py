from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "emile.steering"
    label = "steering"

    def ready(self) -> None:
        from candidates.forms import settings as forms
        from candidates.selectors import settings
        from emile.core import registry
        from emile.steering.selectors.field_reports import unanswered_by
        from emile.steering.selectors.lens import READERS
        from emile.steering.settings_lists import FORMS, LISTS
        from emile.steering.views.committees import READERS as COMMITTEE
        from emile.steering.views.doors import BESIDE_FIGURES, settings_doors
        from operators.enums import OrganisationKind as Kind

        registry.settings_doors.append(settings_doors)
        settings.LISTS.update((one.slug, one) for one in LISTS)
        forms.FORMS.update(FORMS)
        # Those with a long menu find the others beside the figures.
        committee = [kind for kind in COMMITTEE if kind not in BESIDE_FIGURES["committees"]]
        for entry in (
            registry.MenuEntry(
                "Pilotage", "steering:dashboard", READERS, 15, waiting=unanswered_by
            ),
            registry.MenuEntry("Rapports", "steering:reports", (Kind.STATE,), 60),
            registry.MenuEntry("Comités", "steering:committees", committee, 61),
        ):
            registry.menu.add(entry)
