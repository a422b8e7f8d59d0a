"""The first rows of the lists that the coordinator keeps: events, checklist, more reasons."""

from datetime import date

from django.db import migrations


START = date(2019, 6, 1)

# Code, label, mandatory.
EVENTS = [
    ("information", "Réunion d’information collective", True),
    ("workshop", "Atelier de préparation", False),
    ("territory_visit", "Visite d’un territoire", False),
    ("job_forum", "Forum de l’emploi", False),
]
# Code, what to do, for whom.
CHECKLIST = [
    ("lease", "Bail ou contrat de logement signé", "everyone"),
    ("insurance", "Assurance du logement", "everyone"),
    ("energy", "Contrats d’électricité, de gaz et d’eau", "everyone"),
    ("caf", "Transfert du dossier CAF ou MSA", "everyone"),
    ("health", "Médecin traitant et caisse d’assurance maladie", "everyone"),
    ("mail", "Changement d’adresse et réexpédition du courrier", "everyone"),
    ("school", "Inscription à l’école", "school_age"),
    ("childcare", "Mode de garde", "children"),
    ("permit", "Changement d’adresse sur le titre de séjour", "permit"),
    ("social_housing", "Demande de logement social mise à jour", "social_housing"),
    ("pets", "Accord du bailleur pour l’animal", "pets"),
]
# Use, code, label, usual decision.
REASONS: list[tuple[str, str, str, str]] = []
# Code, count, unit.
DELAYS: list[tuple[str, int, str]] = []


def write_catalogue(apps, schema_editor):
    def once(model, defaults, **key):
        apps.get_model("candidates", model).objects.get_or_create(
            **key, defaults={**defaults, "since": START}
        )

    for rank, (code, label, is_mandatory) in enumerate(EVENTS):
        once(
            "EventKind",
            {"label": label, "is_mandatory": is_mandatory, "rank": rank},
            code=code,
        )
    for rank, (code, label, applies_to) in enumerate(CHECKLIST):
        once("ChecklistItem", {"label": label, "applies_to": applies_to, "rank": rank}, code=code)
    for rank, (use, code, label, decided_by) in enumerate(REASONS, start=100):
        once(
            "Reason",
            {"label": label, "decided_by": decided_by, "rank": rank},
            use=use,
            code=code,
        )
    for code, count, unit in DELAYS:
        once("DeadlinePolicy", {"count": count, "unit": unit}, code=code)


class Migration(migrations.Migration):
    dependencies = [("candidates", "0004_stages_in_depth")]

    operations = [
        # Rows that files refer to are kept when the code goes back.
        migrations.RunPython(write_catalogue, migrations.RunPython.noop, elidable=True),
    ]
