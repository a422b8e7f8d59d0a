"""The papers that the programme usually asks for; the coordinator changes the list."""

from datetime import date

from django.db import migrations

from emile.core.context import database_context, system


START = date(2019, 6, 1)
PAPERS = [
    ("identity", "Pièce d’identité", "adult", "orientation"),
    ("permit", "Titre de séjour", "foreign_adult", "orientation"),
    ("lodging", "Attestation d’hébergement", "household", "eligibility"),
    ("expulsion", "Décision ou commandement d’expulsion", "eviction", "eligibility"),
    ("rent_receipts", "Trois dernières quittances de loyer", "leaving_home", "diagnosis"),
    ("civil_status", "Livret de famille ou acte de naissance", "children", "diagnosis"),
    ("benefits", "Attestation CAF ou MSA", "household", "diagnosis"),
    ("resources", "Justificatifs de ressources", "adult", "diagnosis"),
    ("tax", "Dernier avis d’imposition", "adult", "diagnosis"),
    ("health_cover", "Attestation d’assurance maladie", "adult", "diagnosis"),
    ("cv", "CV", "adult", "preparation"),
    ("driving", "Permis de conduire", "driver", "preparation"),
    (
        "social_housing",
        "Attestation de demande de logement social",
        "social_housing",
        "preparation",
    ),
    ("work_certificate", "Certificats de travail", "adult", "positioning"),
    ("stay_report", "Bilan du séjour d’immersion signé", "household", "validation"),
]


def write_papers(apps, schema_editor):
    with database_context(system("règles du programme")):
        papers = apps.get_model("candidates", "ExpectedPaper").objects
        for rank, (kind, label, applies_to, stage) in enumerate(PAPERS, start=1):
            papers.get_or_create(
                code=kind.replace("_", "-"),
                defaults={
                    "since": START,
                    "rank": rank,
                    "kind": kind,
                    "label": label,
                    "applies_to": applies_to,
                    "stage": stage,
                },
            )


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0007_documents"),
    ]

    operations = [
        migrations.RunPython(write_papers, migrations.RunPython.noop, elidable=True),
    ]
