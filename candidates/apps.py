from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "candidates"
    label = "candidates"

    def ready(self) -> None:
        from candidates.models import JoinRequest
        from candidates.policies import AUDIENCES, FILE_KINDS
        from candidates.selectors.handover import notices_for
        from emile.core.registry import MenuEntry, menu, organisation_notices
        from operators.enums import OrganisationKind as Kind

        for entry in (
            MenuEntry("À faire", "candidates:to_do", FILE_KINDS, 10),
            MenuEntry("Ménages", "candidates:parcours_list", FILE_KINDS, 20),
            MenuEntry("Orienter un ménage", "candidates:orientation_start", (Kind.PRESCRIBER,), 30),
            MenuEntry("Réunions d’information", "candidates:session_list", (Kind.UPSTREAM,), 30),
            MenuEntry(
                "Réglages", "candidates:settings_index", (Kind.COORDINATOR, Kind.NATIONAL), 90
            ),
            MenuEntry(
                "Rapprochements",
                "candidates:join_list",
                (Kind.COORDINATOR,),
                40,
                waiting=lambda actor: JoinRequest.objects.visible_to(actor).pending(),
            ),
            MenuEntry("Informer", "candidates:mailing_list", tuple(AUDIENCES), 43),
            MenuEntry("Passations", "candidates:hand_over_list", (Kind.COORDINATOR,), 45),
        ):
            menu.add(entry)
        organisation_notices.append(notices_for)
