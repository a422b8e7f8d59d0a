from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "candidates"
    label = "candidates"

    def ready(self) -> None:
        from candidates.policies import FILE_KINDS
        from emile.core.registry import MenuEntry, menu
        from operators.enums import OrganisationKind

        menu.add(MenuEntry("À faire", "candidates:to_do", FILE_KINDS, position=10))
        menu.add(MenuEntry("Ménages", "candidates:parcours_list", FILE_KINDS, position=20))
        menu.add(
            MenuEntry(
                "Activité",
                "candidates:activity",
                (OrganisationKind.STATE, OrganisationKind.NATIONAL),
                position=10,
            )
        )
        menu.add(
            MenuEntry(
                "Orienter un ménage",
                "candidates:orientation_start",
                (OrganisationKind.PRESCRIBER,),
                position=30,
            )
        )
        menu.add(
            MenuEntry(
                "Réunions d’information",
                "candidates:session_list",
                (OrganisationKind.UPSTREAM,),
                position=30,
            )
        )
