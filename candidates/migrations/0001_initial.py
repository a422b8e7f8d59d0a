import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import emile.core.migrating
import emile.core.models.ledger
import emile.core.search


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("operators", "0001_initial"),
        ("territories", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("own_phone", "Son téléphone"),
                            ("shared_phone", "Un téléphone partagé"),
                            ("third_party", "Une personne de confiance"),
                            ("organisation", "La structure qui oriente"),
                            ("email", "Son adresse électronique"),
                        ],
                        max_length=20,
                        verbose_name="moyen",
                    ),
                ),
                ("value", models.CharField(max_length=254, verbose_name="numéro ou adresse")),
                (
                    "whose",
                    models.CharField(blank=True, max_length=100, verbose_name="à qui est-ce"),
                ),
                (
                    "is_message_safe",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="un message y est sans risque"
                    ),
                ),
                (
                    "hours",
                    models.CharField(blank=True, max_length=100, verbose_name="quand appeler"),
                ),
                (
                    "language",
                    models.CharField(blank=True, max_length=50, verbose_name="langue parlée"),
                ),
                (
                    "needs_interpreter",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="interprète nécessaire"
                    ),
                ),
            ],
            options={
                "verbose_name": "moyen de contact",
                "verbose_name_plural": "moyens de contact",
            },
        ),
        migrations.CreateModel(
            name="Diagnosis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        max_length=5000,
                        verbose_name="synthèse à relire avec la personne",
                    ),
                ),
                (
                    "saw_adult_papers",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="papiers des adultes vus"
                    ),
                ),
            ],
            options={
                "verbose_name": "diagnostic",
                "verbose_name_plural": "diagnostics",
            },
        ),
        migrations.CreateModel(
            name="ImmersionStay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="du … au …"),
                ),
                (
                    "lodging",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="hébergement pendant le séjour"
                    ),
                ),
                ("travel", models.CharField(blank=True, max_length=200, verbose_name="trajet")),
                (
                    "programme",
                    models.TextField(blank=True, max_length=5000, verbose_name="programme"),
                ),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, verbose_name="n’a pas eu lieu"),
                ),
            ],
            options={
                "verbose_name": "séjour d’immersion",
                "verbose_name_plural": "séjours d’immersion",
            },
        ),
        migrations.CreateModel(
            name="CaseAccess",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("prescriber", "Structure qui oriente"),
                            ("coordinator", "Coordination"),
                            ("upstream", "Opérateur amont"),
                            ("host", "Opérateur d’accueil"),
                        ],
                        max_length=20,
                        verbose_name="à quel titre",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="depuis")),
                ("until", models.DateTimeField(null=True, verbose_name="jusqu’à")),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="donné par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_accesses",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "accès au dossier",
                "verbose_name_plural": "accès aux dossiers",
            },
        ),
        migrations.CreateModel(
            name="DeadlinePolicy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="pour")),
                ("count", models.PositiveSmallIntegerField(verbose_name="délai")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_days", "jours ouvrés"),
                            ("days", "jours"),
                            ("months", "mois"),
                        ],
                        max_length=20,
                        verbose_name="unité",
                    ),
                ),
            ],
            options={
                "verbose_name": "délai",
                "verbose_name_plural": "délais",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="deadlinepolicy_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("code",),
                        name="deadlinepolicy_one_in_force",
                        violation_error_message="Un délai est déjà en vigueur pour cette étape.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiagnosisSignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(verbose_name="version signée")),
                (
                    "diagnosis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="candidates.diagnosis",
                        verbose_name="diagnostic",
                    ),
                ),
            ],
            options={
                "verbose_name": "signature du diagnostic",
                "verbose_name_plural": "signatures du diagnostic",
            },
        ),
        migrations.CreateModel(
            name="DiagnosisTheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("administrative", "Administratif"),
                            ("social_housing", "Demande de logement social"),
                            ("work", "Emploi et formation"),
                            ("money", "Finances"),
                            ("household", "Foyer"),
                            ("home", "Habitat"),
                            ("literacy", "Lecture, écriture, calcul"),
                            ("mobility", "Mobilité"),
                            ("digital", "Numérique"),
                            ("health", "Santé"),
                        ],
                        max_length=20,
                        verbose_name="thème",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not_asked", "Pas encore abordé"),
                            ("in_progress", "En cours"),
                            ("nothing", "Rien à signaler"),
                            ("done", "Fait"),
                            ("blocked", "Bloqué"),
                        ],
                        default="not_asked",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="ce qu’il faut savoir"
                    ),
                ),
                (
                    "diagnosis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="themes",
                        to="candidates.diagnosis",
                        verbose_name="diagnostic",
                    ),
                ),
            ],
            options={
                "verbose_name": "thème du diagnostic",
                "verbose_name_plural": "thèmes du diagnostic",
            },
        ),
        migrations.CreateModel(
            name="DiagnosisThemeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("administrative", "Administratif"),
                            ("social_housing", "Demande de logement social"),
                            ("work", "Emploi et formation"),
                            ("money", "Finances"),
                            ("household", "Foyer"),
                            ("home", "Habitat"),
                            ("literacy", "Lecture, écriture, calcul"),
                            ("mobility", "Mobilité"),
                            ("digital", "Numérique"),
                            ("health", "Santé"),
                        ],
                        max_length=20,
                        verbose_name="thème",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not_asked", "Pas encore abordé"),
                            ("in_progress", "En cours"),
                            ("nothing", "Rien à signaler"),
                            ("done", "Fait"),
                            ("blocked", "Bloqué"),
                        ],
                        default="not_asked",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="ce qu’il faut savoir"
                    ),
                ),
                (
                    "diagnosis",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.diagnosis",
                        verbose_name="diagnostic",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.diagnosistheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("data", models.JSONField(default=dict, verbose_name="saisie")),
                ("started_at", models.DateTimeField(verbose_name="commencé le")),
                ("saved_at", models.DateTimeField(verbose_name="enregistré le")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="commencé par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="enregistré par",
                    ),
                ),
            ],
            options={
                "verbose_name": "brouillon d’orientation",
                "verbose_name_plural": "brouillons d’orientation",
            },
        ),
        migrations.CreateModel(
            name="EligibilityRuleSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("version", models.PositiveIntegerField(unique=True, verbose_name="version")),
            ],
            options={
                "verbose_name": "jeu de critères",
                "verbose_name_plural": "jeux de critères",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="eligibilityruleset_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EligibilityRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(verbose_name="ordre")),
                (
                    "criterion",
                    models.CharField(
                        choices=[
                            ("commitment", "Structure qui oriente engagée à co-accompagner"),
                            ("departure", "Territoire de départ"),
                            ("majority", "Majorité"),
                            ("language", "Niveau de français"),
                            ("precarity", "Précarité de logement"),
                            ("lawful_stay", "Situation régulière de chaque adulte"),
                            ("volunteering", "Volontariat"),
                        ],
                        max_length=20,
                        verbose_name="critère",
                    ),
                ),
                (
                    "operator",
                    models.CharField(
                        choices=[
                            ("is_true", "est vrai"),
                            ("at_least", "au moins"),
                            ("level_at_least", "niveau au moins"),
                            ("among", "parmi"),
                        ],
                        max_length=20,
                        verbose_name="comparaison",
                    ),
                ),
                ("value", models.JSONField(blank=True, null=True, verbose_name="valeur attendue")),
                ("cure", models.CharField(max_length=300, verbose_name="ce qui y remédierait")),
                (
                    "rule_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rules",
                        to="candidates.eligibilityruleset",
                        verbose_name="jeu de critères",
                    ),
                ),
            ],
            options={
                "verbose_name": "critère d’éligibilité",
                "verbose_name_plural": "critères d’éligibilité",
            },
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "reference",
                    models.CharField(
                        editable=False, max_length=16, unique=True, verbose_name="référence"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("registered_on", models.DateField(verbose_name="enregistré le")),
                (
                    "housing_precarity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_owner", "N’est pas propriétaire d’un logement"),
                            ("no_lease", "N’a pas de bail (ou est une personne sans domicile)"),
                            ("eviction", "Doit quitter son logement : avis d’expulsion"),
                            ("unfit", "Doit quitter son logement : insalubrité"),
                            ("overcrowded", "Doit quitter son logement : suroccupation importante"),
                            ("violence", "Doit quitter son logement : violence intrafamiliale"),
                            ("none", "Aucun de ces choix ne correspond"),
                        ],
                        max_length=20,
                        verbose_name="précarité de logement",
                    ),
                ),
                (
                    "is_volunteer",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="volontaire pour une mobilité"
                    ),
                ),
                (
                    "informed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="informé sur ses données le"
                    ),
                ),
                (
                    "agrees_to_share",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="accord pour partager les informations couvertes par le secret professionnel",
                    ),
                ),
                (
                    "has_pets",
                    models.BooleanField(blank=True, null=True, verbose_name="animal de compagnie"),
                ),
                (
                    "needs_accessible_home",
                    models.BooleanField(
                        blank=True,
                        help_text="Rez-de-chaussée ou ascenseur. Jamais la raison médicale.",
                        null=True,
                        verbose_name="besoin d’un logement accessible",
                    ),
                ),
                (
                    "domiciled_in",
                    models.ForeignKey(
                        blank=True,
                        help_text="Si l’adresse du courrier est différente.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune de domiciliation",
                    ),
                ),
                (
                    "sleeps_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune où dort le ménage",
                    ),
                ),
            ],
            options={
                "verbose_name": "ménage",
                "verbose_name_plural": "ménages",
            },
        ),
        migrations.CreateModel(
            name="HouseholdHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "reference",
                    models.CharField(editable=False, max_length=16, verbose_name="référence"),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("registered_on", models.DateField(verbose_name="enregistré le")),
                (
                    "housing_precarity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_owner", "N’est pas propriétaire d’un logement"),
                            ("no_lease", "N’a pas de bail (ou est une personne sans domicile)"),
                            ("eviction", "Doit quitter son logement : avis d’expulsion"),
                            ("unfit", "Doit quitter son logement : insalubrité"),
                            ("overcrowded", "Doit quitter son logement : suroccupation importante"),
                            ("violence", "Doit quitter son logement : violence intrafamiliale"),
                            ("none", "Aucun de ces choix ne correspond"),
                        ],
                        max_length=20,
                        verbose_name="précarité de logement",
                    ),
                ),
                (
                    "is_volunteer",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="volontaire pour une mobilité"
                    ),
                ),
                (
                    "informed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="informé sur ses données le"
                    ),
                ),
                (
                    "agrees_to_share",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="accord pour partager les informations couvertes par le secret professionnel",
                    ),
                ),
                (
                    "has_pets",
                    models.BooleanField(blank=True, null=True, verbose_name="animal de compagnie"),
                ),
                (
                    "needs_accessible_home",
                    models.BooleanField(
                        blank=True,
                        help_text="Rez-de-chaussée ou ascenseur. Jamais la raison médicale.",
                        null=True,
                        verbose_name="besoin d’un logement accessible",
                    ),
                ),
                (
                    "domiciled_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Si l’adresse du courrier est différente.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.commune",
                        verbose_name="commune de domiciliation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.household",
                    ),
                ),
                (
                    "sleeps_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.commune",
                        verbose_name="commune où dort le ménage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HouseholdMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        choices=[
                            ("candidate", "Personne orientée"),
                            ("partner", "Autre adulte du couple"),
                            ("child", "Enfant"),
                            ("other", "Autre personne du foyer"),
                        ],
                        max_length=10,
                        verbose_name="lien avec la personne orientée",
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("permanent", "Tout le temps"),
                            ("alternate", "Garde alternée"),
                            ("visits", "Droit de visite"),
                            ("later", "Rejoindra le foyer plus tard"),
                        ],
                        default="permanent",
                        max_length=10,
                        verbose_name="présence au foyer",
                    ),
                ),
                (
                    "moves",
                    models.CharField(
                        choices=[
                            ("yes", "Part avec le foyer"),
                            ("no", "Ne part pas"),
                            ("later", "Partira plus tard"),
                        ],
                        default="yes",
                        max_length=5,
                        verbose_name="part avec le foyer",
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="candidates.household",
                        verbose_name="ménage",
                    ),
                ),
            ],
            options={
                "verbose_name": "membre du ménage",
                "verbose_name_plural": "membres du ménage",
            },
        ),
        migrations.CreateModel(
            name="ImmersionReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("held", "Le séjour a eu lieu en entier"),
                            ("partly_held", "Le séjour a eu lieu en partie"),
                        ],
                        max_length=20,
                        verbose_name="déroulement",
                    ),
                ),
                (
                    "work",
                    models.TextField(
                        max_length=5000, verbose_name="ce qui a été vu côté emploi ou formation"
                    ),
                ),
                (
                    "home",
                    models.TextField(max_length=5000, verbose_name="ce qui a été vu côté logement"),
                ),
                (
                    "household_view",
                    models.TextField(max_length=5000, verbose_name="ce que le ménage en dit"),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
            ],
            options={
                "verbose_name": "bilan de séjour",
                "verbose_name_plural": "bilans de séjour",
            },
        ),
        migrations.CreateModel(
            name="InformationSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("held_on", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="heure")),
                ("place", models.CharField(max_length=200, verbose_name="lieu ou lien")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisée par",
                    ),
                ),
            ],
            options={
                "verbose_name": "réunion d’information",
                "verbose_name_plural": "réunions d’information",
            },
        ),
        migrations.CreateModel(
            name="Parcours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("opened_on", models.DateField(verbose_name="ouvert le")),
                (
                    "prescriber_is_committed",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="structure engagée à co-accompagner"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("orientation", "Orientation"),
                            ("eligibility", "Contact et éligibilité"),
                            ("information", "Information collective"),
                            ("diagnosis", "Diagnostic socio-professionnel"),
                            ("preparation", "Préparation à la mobilité"),
                            ("positioning", "Positionnement"),
                            ("immersion", "Séjour d’immersion"),
                            ("reflection", "Réflexion"),
                            ("validation", "Validation"),
                            ("installation", "Préparation de l’installation"),
                            ("follow_up", "Accompagnement"),
                            ("closed", "Clôture"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="étape",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("to_do", "À traiter"),
                            ("in_progress", "En cours"),
                            ("step_done", "Étape terminée"),
                            ("suspended", "Suspension"),
                            ("exited", "Sortie"),
                            ("closed", "Clos"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="statut",
                    ),
                ),
                (
                    "stage_since",
                    models.DateField(editable=False, verbose_name="à cette étape depuis le"),
                ),
                (
                    "due_on",
                    models.DateField(editable=False, null=True, verbose_name="à faire avant le"),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="all_parcours",
                        to="candidates.household",
                        verbose_name="ménage",
                    ),
                ),
                (
                    "lead_worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="référent unique",
                    ),
                ),
                (
                    "owner_organisation",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation qui a la main",
                    ),
                ),
                (
                    "owner_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne qui a la main",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.territory",
                        verbose_name="territoire d’accueil",
                    ),
                ),
            ],
            options={
                "verbose_name": "parcours",
                "verbose_name_plural": "parcours",
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("shared", "Équipes du dossier"),
                            ("confidential", "Mon organisation"),
                        ],
                        max_length=20,
                        verbose_name="qui peut lire",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "Téléphone"),
                            ("visit", "Entretien"),
                            ("sms", "SMS"),
                            ("email", "Courriel"),
                            ("other", "Autre"),
                        ],
                        max_length=10,
                        verbose_name="moyen",
                    ),
                ),
                (
                    "initiated_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("team", "À notre initiative"),
                            ("household", "À l’initiative du ménage"),
                            ("other", "À l’initiative d’un tiers"),
                        ],
                        max_length=10,
                        verbose_name="initiative",
                    ),
                ),
                (
                    "was_reached",
                    models.BooleanField(blank=True, null=True, verbose_name="personne jointe"),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="texte")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="rédigé par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
            },
        ),
        migrations.CreateModel(
            name="JoinRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("requested_at", models.DateTimeField(verbose_name="demandé le")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "En attente"),
                            ("accepted", "Même personne"),
                            ("declined", "Autre personne"),
                            ("undone", "Annulée : ce n’est pas la même personne"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="réponse",
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="répondu le"),
                ),
                (
                    "undone_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="annulé le"),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="candidates.draft",
                        verbose_name="brouillon",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="demandé par",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="join_requests",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "demande de rattachement",
                "verbose_name_plural": "demandes de rattachement",
            },
        ),
        migrations.CreateModel(
            name="Installation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("effective_on", models.DateField(verbose_name="installation faite le")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="installations",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "installation",
                "verbose_name_plural": "installations",
            },
        ),
        migrations.AddField(
            model_name="immersionstay",
            name="parcours",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="stays",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.CreateModel(
            name="EligibilityEvaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("evaluated_at", models.DateTimeField(verbose_name="évaluée le")),
                ("inputs", models.JSONField(verbose_name="valeurs examinées")),
                ("results", models.JSONField(verbose_name="résultats")),
                (
                    "rule_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.eligibilityruleset",
                        verbose_name="jeu de critères",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "évaluation de l’éligibilité",
                "verbose_name_plural": "évaluations de l’éligibilité",
            },
        ),
        migrations.CreateModel(
            name="EligibilityDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "override_reason",
                    models.TextField(blank=True, verbose_name="motif de la dérogation"),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.eligibilityevaluation",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="eligibility_decisions",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "décision d’éligibilité",
                "verbose_name_plural": "décisions d’éligibilité",
            },
        ),
        migrations.CreateModel(
            name="DiagnosisHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        max_length=5000,
                        verbose_name="synthèse à relire avec la personne",
                    ),
                ),
                (
                    "saw_adult_papers",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="papiers des adultes vus"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.diagnosis",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="diagnosis",
            name="parcours",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="diagnosis",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("lasting_job", "Installé, en emploi durable"),
                            ("transition_job", "Installé, en emploi de transition"),
                            ("training", "Installé, en formation ou autre suite positive"),
                            ("settled_without_job", "Installé, en recherche d’emploi"),
                            ("left_territory", "A quitté le territoire"),
                            ("no_news", "Sans nouvelles après trois essais"),
                        ],
                        max_length=30,
                        verbose_name="issue",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closures",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "clôture",
                "verbose_name_plural": "clôtures",
            },
        ),
        migrations.CreateModel(
            name="CaseAccessHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("prescriber", "Structure qui oriente"),
                            ("coordinator", "Coordination"),
                            ("upstream", "Opérateur amont"),
                            ("host", "Opérateur d’accueil"),
                        ],
                        max_length=20,
                        verbose_name="à quel titre",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="depuis")),
                ("until", models.DateTimeField(null=True, verbose_name="jusqu’à")),
                (
                    "granted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="donné par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.caseaccess",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="caseaccess",
            name="parcours",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="accesses",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("session", "En réunion collective"),
                            ("individual", "En entretien individuel"),
                            ("phone", "Par téléphone"),
                        ],
                        max_length=20,
                        verbose_name="comment",
                    ),
                ),
                ("was_present", models.BooleanField(verbose_name="présence")),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="candidates.informationsession",
                        verbose_name="réunion",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "présence à l’information",
                "verbose_name_plural": "présences à l’information",
            },
        ),
        migrations.CreateModel(
            name="ParcoursEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveIntegerField(verbose_name="numéro d’ordre")),
                ("kind", models.CharField(max_length=60, verbose_name="acte")),
                ("occurred_on", models.DateField(verbose_name="fait le")),
                ("recorded_at", models.DateTimeField(verbose_name="enregistré le")),
                (
                    "transaction_id",
                    emile.core.models.ledger.TransactionId(
                        db_default=emile.core.models.ledger.CurrentTransaction(),
                        editable=False,
                        verbose_name="transaction",
                    ),
                ),
                ("actor_user_id", models.BigIntegerField(null=True, verbose_name="personne")),
                (
                    "actor_organisation_id",
                    models.BigIntegerField(null=True, verbose_name="organisation"),
                ),
                ("actor_kind", models.CharField(max_length=20, verbose_name="au titre de")),
                ("payload", models.JSONField(default=dict, verbose_name="détails codés")),
                (
                    "from_stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("orientation", "Orientation"),
                            ("eligibility", "Contact et éligibilité"),
                            ("information", "Information collective"),
                            ("diagnosis", "Diagnostic socio-professionnel"),
                            ("preparation", "Préparation à la mobilité"),
                            ("positioning", "Positionnement"),
                            ("immersion", "Séjour d’immersion"),
                            ("reflection", "Réflexion"),
                            ("validation", "Validation"),
                            ("installation", "Préparation de l’installation"),
                            ("follow_up", "Accompagnement"),
                            ("closed", "Clôture"),
                        ],
                        max_length=20,
                        verbose_name="étape avant",
                    ),
                ),
                (
                    "to_stage",
                    models.CharField(
                        choices=[
                            ("orientation", "Orientation"),
                            ("eligibility", "Contact et éligibilité"),
                            ("information", "Information collective"),
                            ("diagnosis", "Diagnostic socio-professionnel"),
                            ("preparation", "Préparation à la mobilité"),
                            ("positioning", "Positionnement"),
                            ("immersion", "Séjour d’immersion"),
                            ("reflection", "Réflexion"),
                            ("validation", "Validation"),
                            ("installation", "Préparation de l’installation"),
                            ("follow_up", "Accompagnement"),
                            ("closed", "Clôture"),
                        ],
                        max_length=20,
                        verbose_name="étape après",
                    ),
                ),
                (
                    "from_standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_do", "À traiter"),
                            ("in_progress", "En cours"),
                            ("step_done", "Étape terminée"),
                            ("suspended", "Suspension"),
                            ("exited", "Sortie"),
                            ("closed", "Clos"),
                        ],
                        max_length=20,
                        verbose_name="statut avant",
                    ),
                ),
                (
                    "to_standing",
                    models.CharField(
                        choices=[
                            ("to_do", "À traiter"),
                            ("in_progress", "En cours"),
                            ("step_done", "Étape terminée"),
                            ("suspended", "Suspension"),
                            ("exited", "Sortie"),
                            ("closed", "Clos"),
                        ],
                        max_length=20,
                        verbose_name="statut après",
                    ),
                ),
                ("stage_since", models.DateField(verbose_name="à cette étape depuis le")),
                (
                    "owner_organisation_id",
                    models.BigIntegerField(null=True, verbose_name="organisation qui a la main"),
                ),
                (
                    "owner_user_id",
                    models.BigIntegerField(null=True, verbose_name="personne qui a la main"),
                ),
                ("due_on", models.DateField(null=True, verbose_name="à faire avant le")),
                ("territory_id", models.BigIntegerField(null=True, verbose_name="territoire")),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="candidates.parcoursevent",
                        verbose_name="corrige",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "acte",
                "verbose_name_plural": "actes",
            },
        ),
        migrations.CreateModel(
            name="NoteHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("shared", "Équipes du dossier"),
                            ("confidential", "Mon organisation"),
                        ],
                        max_length=20,
                        verbose_name="qui peut lire",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "Téléphone"),
                            ("visit", "Entretien"),
                            ("sms", "SMS"),
                            ("email", "Courriel"),
                            ("other", "Autre"),
                        ],
                        max_length=10,
                        verbose_name="moyen",
                    ),
                ),
                (
                    "initiated_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("team", "À notre initiative"),
                            ("household", "À l’initiative du ménage"),
                            ("other", "À l’initiative d’un tiers"),
                        ],
                        max_length=10,
                        verbose_name="initiative",
                    ),
                ),
                (
                    "was_reached",
                    models.BooleanField(blank=True, null=True, verbose_name="personne jointe"),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="texte")),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="rédigé par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.note",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="note",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="MilestoneVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "milestone",
                    models.CharField(
                        choices=[
                            ("m1", "1 mois après l’installation"),
                            ("m3", "3 mois après l’installation"),
                            ("m6", "6 mois après l’installation"),
                        ],
                        max_length=5,
                        verbose_name="point de suivi",
                    ),
                ),
                (
                    "still_there",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="toujours là",
                    ),
                ),
                (
                    "works_or_trains",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="en emploi ou en formation",
                    ),
                ),
                (
                    "thinks_of_staying",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="pense rester",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestone_visits",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "verbose_name": "visite de suivi",
                "verbose_name_plural": "visites de suivi",
            },
        ),
        migrations.CreateModel(
            name="InstallationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("effective_on", models.DateField(verbose_name="installation faite le")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.installation",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="installation",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="ImmersionReportHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("held", "Le séjour a eu lieu en entier"),
                            ("partly_held", "Le séjour a eu lieu en partie"),
                        ],
                        max_length=20,
                        verbose_name="déroulement",
                    ),
                ),
                (
                    "work",
                    models.TextField(
                        max_length=5000, verbose_name="ce qui a été vu côté emploi ou formation"
                    ),
                ),
                (
                    "home",
                    models.TextField(max_length=5000, verbose_name="ce qui a été vu côté logement"),
                ),
                (
                    "household_view",
                    models.TextField(max_length=5000, verbose_name="ce que le ménage en dit"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.immersionreport",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="immersionreport",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="HousingCommitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("social", "Logement social attribué"),
                            ("private", "Bail privé"),
                            ("intermediate", "Intermédiation locative (IML)"),
                            ("residence", "Résidence sociale"),
                            ("young_workers", "Foyer de jeunes travailleurs (FJT)"),
                            ("transitional", "Logement de transition"),
                        ],
                        max_length=20,
                        verbose_name="solution",
                    ),
                ),
                ("landlord", models.CharField(blank=True, max_length=200, verbose_name="bailleur")),
                ("available_on", models.DateField(verbose_name="disponible le")),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "verbose_name": "solution de logement",
                "verbose_name_plural": "solutions de logement",
            },
        ),
        migrations.CreateModel(
            name="Exit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decided_by",
                    models.CharField(
                        choices=[
                            ("household", "Le ménage"),
                            ("programme", "Le programme"),
                            ("external", "Une cause extérieure"),
                        ],
                        max_length=20,
                        verbose_name="décidée par",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exits",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "verbose_name": "sortie du programme",
                "verbose_name_plural": "sorties du programme",
            },
        ),
        migrations.CreateModel(
            name="EligibilityDecisionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "override_reason",
                    models.TextField(blank=True, verbose_name="motif de la dérogation"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.eligibilitydecision",
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.eligibilityevaluation",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="eligibilitydecision",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="DiagnosisSignatureHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(verbose_name="version signée")),
                (
                    "diagnosis",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.diagnosis",
                        verbose_name="diagnostic",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.diagnosissignature",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="diagnosissignature",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="ClosureHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("lasting_job", "Installé, en emploi durable"),
                            ("transition_job", "Installé, en emploi de transition"),
                            ("training", "Installé, en formation ou autre suite positive"),
                            ("settled_without_job", "Installé, en recherche d’emploi"),
                            ("left_territory", "A quitté le territoire"),
                            ("no_news", "Sans nouvelles après trois essais"),
                        ],
                        max_length=30,
                        verbose_name="issue",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.closure",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="closure",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="CallAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("reached", "Personne jointe"),
                            ("no_answer", "Pas de réponse"),
                            ("message_left", "Message laissé"),
                            ("wrong_number", "Numéro qui ne correspond pas"),
                        ],
                        max_length=20,
                        verbose_name="résultat",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calls",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "verbose_name": "appel",
                "verbose_name_plural": "appels",
            },
        ),
        migrations.CreateModel(
            name="AttendanceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("session", "En réunion collective"),
                            ("individual", "En entretien individuel"),
                            ("phone", "Par téléphone"),
                        ],
                        max_length=20,
                        verbose_name="comment",
                    ),
                ),
                ("was_present", models.BooleanField(verbose_name="présence")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.attendance",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.informationsession",
                        verbose_name="réunion",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="attendance",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.CreateModel(
            name="ParcoursHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("opened_on", models.DateField(verbose_name="ouvert le")),
                (
                    "prescriber_is_committed",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="structure engagée à co-accompagner"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("orientation", "Orientation"),
                            ("eligibility", "Contact et éligibilité"),
                            ("information", "Information collective"),
                            ("diagnosis", "Diagnostic socio-professionnel"),
                            ("preparation", "Préparation à la mobilité"),
                            ("positioning", "Positionnement"),
                            ("immersion", "Séjour d’immersion"),
                            ("reflection", "Réflexion"),
                            ("validation", "Validation"),
                            ("installation", "Préparation de l’installation"),
                            ("follow_up", "Accompagnement"),
                            ("closed", "Clôture"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="étape",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("to_do", "À traiter"),
                            ("in_progress", "En cours"),
                            ("step_done", "Étape terminée"),
                            ("suspended", "Suspension"),
                            ("exited", "Sortie"),
                            ("closed", "Clos"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="statut",
                    ),
                ),
                (
                    "stage_since",
                    models.DateField(editable=False, verbose_name="à cette étape depuis le"),
                ),
                (
                    "due_on",
                    models.DateField(editable=False, null=True, verbose_name="à faire avant le"),
                ),
                (
                    "household",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.household",
                        verbose_name="ménage",
                    ),
                ),
                (
                    "lead_worker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="référent unique",
                    ),
                ),
                (
                    "owner_organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation qui a la main",
                    ),
                ),
                (
                    "owner_user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne qui a la main",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.parcours",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.territory",
                        verbose_name="territoire d’accueil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("first_name", models.CharField(blank=True, max_length=100, verbose_name="prénom")),
                ("last_name", models.CharField(max_length=100, verbose_name="nom d’usage")),
                (
                    "birth_name",
                    models.CharField(
                        blank=True,
                        help_text="S’il est différent.",
                        max_length=100,
                        verbose_name="nom de naissance",
                    ),
                ),
                (
                    "name_norm",
                    models.GeneratedField(
                        db_persist=True,
                        expression=emile.core.search.Norm(
                            django.db.models.functions.text.Concat(
                                models.F("last_name"), models.Value(" "), models.F("first_name")
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "birth_date",
                    models.DateField(blank=True, null=True, verbose_name="date de naissance"),
                ),
                (
                    "birth_date_is_approximate",
                    models.BooleanField(default=False, verbose_name="date approximative"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("woman", "Femme"),
                            ("man", "Homme"),
                            ("other", "Autre ou non précisé"),
                        ],
                        help_text="Facultatif. Sert aux statistiques européennes, jamais au rapprochement.",
                        max_length=10,
                        verbose_name="sexe",
                    ),
                ),
                (
                    "nationality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("french", "Française"),
                            ("european", "Union européenne"),
                            ("other", "Hors Union européenne"),
                        ],
                        max_length=10,
                        verbose_name="nationalité",
                    ),
                ),
                (
                    "language_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A0", "A0 : ne parle pas encore français"),
                            ("A1", "A1 : quelques mots"),
                            ("A2", "A2 : se débrouille au quotidien"),
                            ("B1", "B1 : tient une conversation"),
                            ("B2", "B2 : à l’aise"),
                            ("C1", "C1 : courant"),
                            ("C2", "C2 : comme une langue maternelle"),
                        ],
                        max_length=2,
                        verbose_name="niveau de français",
                    ),
                ),
                (
                    "has_driving_licence",
                    models.BooleanField(blank=True, null=True, verbose_name="permis B"),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="école ou mode de garde"
                    ),
                ),
                (
                    "aspirational_project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.occupation",
                        verbose_name="projet de cœur",
                    ),
                ),
                (
                    "retained_project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.occupation",
                        verbose_name="projet retenu pour EMILE",
                    ),
                ),
            ],
            options={
                "verbose_name": "personne",
                "verbose_name_plural": "personnes",
            },
        ),
        migrations.CreateModel(
            name="PartyAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "party",
                    models.CharField(
                        choices=[
                            ("adult", "Adulte du ménage"),
                            ("upstream", "Équipe qui prépare"),
                            ("host", "Équipe qui accueille"),
                            ("employer", "Employeur ou organisme de formation"),
                            ("landlord", "Bailleur"),
                        ],
                        max_length=20,
                        verbose_name="partie",
                    ),
                ),
                (
                    "content_hash",
                    models.CharField(max_length=64, verbose_name="empreinte du contenu"),
                ),
                ("agrees", models.BooleanField(verbose_name="d’accord")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("self", "Par la partie elle-même, ici"),
                            ("meeting", "En réunion"),
                            ("phone", "Par téléphone"),
                            ("written", "Par écrit"),
                        ],
                        max_length=20,
                        verbose_name="comment",
                    ),
                ),
                (
                    "answered_by",
                    models.CharField(blank=True, max_length=150, verbose_name="donnée par"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation qui répond",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
            ],
            options={
                "verbose_name": "avis d’une partie",
                "verbose_name_plural": "avis des parties",
            },
        ),
        migrations.CreateModel(
            name="MilestoneVisitHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "milestone",
                    models.CharField(
                        choices=[
                            ("m1", "1 mois après l’installation"),
                            ("m3", "3 mois après l’installation"),
                            ("m6", "6 mois après l’installation"),
                        ],
                        max_length=5,
                        verbose_name="point de suivi",
                    ),
                ),
                (
                    "still_there",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="toujours là",
                    ),
                ),
                (
                    "works_or_trains",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="en emploi ou en formation",
                    ),
                ),
                (
                    "thinks_of_staying",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="pense rester",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.milestonevisit",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="milestonevisit",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.person",
                verbose_name="adulte",
            ),
        ),
        migrations.CreateModel(
            name="JobCommitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hiring", "Promesse d’embauche"),
                            ("training", "Entrée en formation dans un métier en tension"),
                            ("self_employed", "Création d’activité"),
                            ("interim", "Intérim"),
                        ],
                        max_length=20,
                        verbose_name="solution",
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="employeur ou organisme de formation",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="début le")),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.occupation",
                        verbose_name="métier",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "engagement d’emploi ou de formation",
                "verbose_name_plural": "engagements d’emploi ou de formation",
            },
        ),
        migrations.CreateModel(
            name="HouseholdMemberHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "link",
                    models.CharField(
                        choices=[
                            ("candidate", "Personne orientée"),
                            ("partner", "Autre adulte du couple"),
                            ("child", "Enfant"),
                            ("other", "Autre personne du foyer"),
                        ],
                        max_length=10,
                        verbose_name="lien avec la personne orientée",
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("permanent", "Tout le temps"),
                            ("alternate", "Garde alternée"),
                            ("visits", "Droit de visite"),
                            ("later", "Rejoindra le foyer plus tard"),
                        ],
                        default="permanent",
                        max_length=10,
                        verbose_name="présence au foyer",
                    ),
                ),
                (
                    "moves",
                    models.CharField(
                        choices=[
                            ("yes", "Part avec le foyer"),
                            ("no", "Ne part pas"),
                            ("later", "Partira plus tard"),
                        ],
                        default="yes",
                        max_length=5,
                        verbose_name="part avec le foyer",
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "household",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.household",
                        verbose_name="ménage",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.householdmember",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="householdmember",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="candidates.person",
                verbose_name="personne",
            ),
        ),
        migrations.CreateModel(
            name="HouseholdAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("needs_time", "Besoin de temps")],
                        max_length=20,
                        verbose_name="réponse",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
            ],
            options={
                "verbose_name": "réponse du ménage",
                "verbose_name_plural": "réponses du ménage",
            },
        ),
        migrations.CreateModel(
            name="ContactPointHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("own_phone", "Son téléphone"),
                            ("shared_phone", "Un téléphone partagé"),
                            ("third_party", "Une personne de confiance"),
                            ("organisation", "La structure qui oriente"),
                            ("email", "Son adresse électronique"),
                        ],
                        max_length=20,
                        verbose_name="moyen",
                    ),
                ),
                ("value", models.CharField(max_length=254, verbose_name="numéro ou adresse")),
                (
                    "whose",
                    models.CharField(blank=True, max_length=100, verbose_name="à qui est-ce"),
                ),
                (
                    "is_message_safe",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="un message y est sans risque"
                    ),
                ),
                (
                    "hours",
                    models.CharField(blank=True, max_length=100, verbose_name="quand appeler"),
                ),
                (
                    "language",
                    models.CharField(blank=True, max_length=50, verbose_name="langue parlée"),
                ),
                (
                    "needs_interpreter",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="interprète nécessaire"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.contactpoint",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contactpoint",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contact_points",
                to="candidates.person",
                verbose_name="personne",
            ),
        ),
        migrations.CreateModel(
            name="PersonHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("first_name", models.CharField(blank=True, max_length=100, verbose_name="prénom")),
                ("last_name", models.CharField(max_length=100, verbose_name="nom d’usage")),
                (
                    "birth_name",
                    models.CharField(
                        blank=True,
                        help_text="S’il est différent.",
                        max_length=100,
                        verbose_name="nom de naissance",
                    ),
                ),
                (
                    "birth_date",
                    models.DateField(blank=True, null=True, verbose_name="date de naissance"),
                ),
                (
                    "birth_date_is_approximate",
                    models.BooleanField(default=False, verbose_name="date approximative"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("woman", "Femme"),
                            ("man", "Homme"),
                            ("other", "Autre ou non précisé"),
                        ],
                        help_text="Facultatif. Sert aux statistiques européennes, jamais au rapprochement.",
                        max_length=10,
                        verbose_name="sexe",
                    ),
                ),
                (
                    "nationality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("french", "Française"),
                            ("european", "Union européenne"),
                            ("other", "Hors Union européenne"),
                        ],
                        max_length=10,
                        verbose_name="nationalité",
                    ),
                ),
                (
                    "language_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A0", "A0 : ne parle pas encore français"),
                            ("A1", "A1 : quelques mots"),
                            ("A2", "A2 : se débrouille au quotidien"),
                            ("B1", "B1 : tient une conversation"),
                            ("B2", "B2 : à l’aise"),
                            ("C1", "C1 : courant"),
                            ("C2", "C2 : comme une langue maternelle"),
                        ],
                        max_length=2,
                        verbose_name="niveau de français",
                    ),
                ),
                (
                    "has_driving_licence",
                    models.BooleanField(blank=True, null=True, verbose_name="permis B"),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="école ou mode de garde"
                    ),
                ),
                (
                    "aspirational_project",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.occupation",
                        verbose_name="projet de cœur",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.person",
                    ),
                ),
                (
                    "retained_project",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.occupation",
                        verbose_name="projet retenu pour EMILE",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposé"),
                            ("accepted", "Accepté"),
                            ("declined", "Refusé par l’opérateur d’accueil"),
                            ("withdrawn", "Retiré"),
                            ("validated", "Validé"),
                            ("ended", "Terminé"),
                        ],
                        default="proposed",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                ("proposed_on", models.DateField(verbose_name="proposé le")),
                ("answer_due_on", models.DateField(verbose_name="réponse attendue avant le")),
                (
                    "message",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="message à l’opérateur"
                    ),
                ),
                (
                    "job_certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="emploi ou formation",
                    ),
                ),
                (
                    "job_details",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="précisions sur l’emploi"
                    ),
                ),
                (
                    "home_certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="logement",
                    ),
                ),
                (
                    "home_details",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="précisions sur le logement"
                    ),
                ),
                (
                    "monthly_rent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="loyer mensuel, charges comprises",
                    ),
                ),
                (
                    "planned_move_on",
                    models.DateField(blank=True, null=True, verbose_name="installation prévue le"),
                ),
                (
                    "home_commune",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune du logement",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="opérateur d’accueil",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.occupation",
                        verbose_name="métier visé",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={
                "verbose_name": "positionnement",
                "verbose_name_plural": "positionnements",
            },
        ),
        migrations.CreateModel(
            name="PartyAgreementHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "party",
                    models.CharField(
                        choices=[
                            ("adult", "Adulte du ménage"),
                            ("upstream", "Équipe qui prépare"),
                            ("host", "Équipe qui accueille"),
                            ("employer", "Employeur ou organisme de formation"),
                            ("landlord", "Bailleur"),
                        ],
                        max_length=20,
                        verbose_name="partie",
                    ),
                ),
                (
                    "content_hash",
                    models.CharField(max_length=64, verbose_name="empreinte du contenu"),
                ),
                ("agrees", models.BooleanField(verbose_name="d’accord")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("self", "Par la partie elle-même, ici"),
                            ("meeting", "En réunion"),
                            ("phone", "Par téléphone"),
                            ("written", "Par écrit"),
                        ],
                        max_length=20,
                        verbose_name="comment",
                    ),
                ),
                (
                    "answered_by",
                    models.CharField(blank=True, max_length=150, verbose_name="donnée par"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation qui répond",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.partyagreement",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="partyagreement",
            name="placement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="agreements",
                to="candidates.placement",
                verbose_name="positionnement",
            ),
        ),
        migrations.CreateModel(
            name="JobCommitmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hiring", "Promesse d’embauche"),
                            ("training", "Entrée en formation dans un métier en tension"),
                            ("self_employed", "Création d’activité"),
                            ("interim", "Intérim"),
                        ],
                        max_length=20,
                        verbose_name="solution",
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="employeur ou organisme de formation",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="début le")),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.occupation",
                        verbose_name="métier",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.jobcommitment",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="jobcommitment",
            name="placement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="job_commitments",
                to="candidates.placement",
                verbose_name="positionnement",
            ),
        ),
        migrations.CreateModel(
            name="ImmersionStayHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="du … au …"),
                ),
                (
                    "lodging",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="hébergement pendant le séjour"
                    ),
                ),
                ("travel", models.CharField(blank=True, max_length=200, verbose_name="trajet")),
                (
                    "programme",
                    models.TextField(blank=True, max_length=5000, verbose_name="programme"),
                ),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, verbose_name="n’a pas eu lieu"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.immersionstay",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="immersionstay",
            name="placement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stays",
                to="candidates.placement",
                verbose_name="positionnement",
            ),
        ),
        migrations.CreateModel(
            name="HousingCommitmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("social", "Logement social attribué"),
                            ("private", "Bail privé"),
                            ("intermediate", "Intermédiation locative (IML)"),
                            ("residence", "Résidence sociale"),
                            ("young_workers", "Foyer de jeunes travailleurs (FJT)"),
                            ("transitional", "Logement de transition"),
                        ],
                        max_length=20,
                        verbose_name="solution",
                    ),
                ),
                ("landlord", models.CharField(blank=True, max_length=200, verbose_name="bailleur")),
                ("available_on", models.DateField(verbose_name="disponible le")),
                (
                    "commune",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.commune",
                        verbose_name="commune",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.housingcommitment",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="housingcommitment",
            name="placement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="housing_commitments",
                to="candidates.placement",
                verbose_name="positionnement",
            ),
        ),
        migrations.CreateModel(
            name="HouseholdAnswerHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("needs_time", "Besoin de temps")],
                        max_length=20,
                        verbose_name="réponse",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.householdanswer",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="householdanswer",
            name="placement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="household_answers",
                to="candidates.placement",
                verbose_name="positionnement",
            ),
        ),
        migrations.CreateModel(
            name="PlacementChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("proposed", "Proposé"),
                            ("accepted", "Accepté"),
                            ("declined", "Refusé par l’opérateur d’accueil"),
                            ("withdrawn", "Retiré"),
                            ("validated", "Validé"),
                            ("ended", "Terminé"),
                        ],
                        max_length=20,
                        verbose_name="état avant",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposé"),
                            ("accepted", "Accepté"),
                            ("declined", "Refusé par l’opérateur d’accueil"),
                            ("withdrawn", "Retiré"),
                            ("validated", "Validé"),
                            ("ended", "Terminé"),
                        ],
                        max_length=20,
                        verbose_name="état après",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "changement d’un positionnement",
                "verbose_name_plural": "changements des positionnements",
            },
        ),
        migrations.CreateModel(
            name="PlacementHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposé"),
                            ("accepted", "Accepté"),
                            ("declined", "Refusé par l’opérateur d’accueil"),
                            ("withdrawn", "Retiré"),
                            ("validated", "Validé"),
                            ("ended", "Terminé"),
                        ],
                        default="proposed",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                ("proposed_on", models.DateField(verbose_name="proposé le")),
                ("answer_due_on", models.DateField(verbose_name="réponse attendue avant le")),
                (
                    "message",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="message à l’opérateur"
                    ),
                ),
                (
                    "job_certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="emploi ou formation",
                    ),
                ),
                (
                    "job_details",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="précisions sur l’emploi"
                    ),
                ),
                (
                    "home_certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="logement",
                    ),
                ),
                (
                    "home_details",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="précisions sur le logement"
                    ),
                ),
                (
                    "monthly_rent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="loyer mensuel, charges comprises",
                    ),
                ),
                (
                    "planned_move_on",
                    models.DateField(blank=True, null=True, verbose_name="installation prévue le"),
                ),
                (
                    "home_commune",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.commune",
                        verbose_name="commune du logement",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="opérateur d’accueil",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.occupation",
                        verbose_name="métier visé",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.placement",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "axis",
                    models.CharField(
                        choices=[
                            ("work", "Professionnel et formation"),
                            ("social", "Social"),
                            ("citizen", "Citoyen"),
                        ],
                        max_length=10,
                        verbose_name="axe",
                    ),
                ),
                ("label", models.CharField(max_length=200, verbose_name="action")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="avant le")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_actions",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "action du plan",
                "verbose_name_plural": "actions du plan",
            },
        ),
        migrations.CreateModel(
            name="PlanActionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "axis",
                    models.CharField(
                        choices=[
                            ("work", "Professionnel et formation"),
                            ("social", "Social"),
                            ("citizen", "Citoyen"),
                        ],
                        max_length=10,
                        verbose_name="axe",
                    ),
                ),
                ("label", models.CharField(max_length=200, verbose_name="action")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="avant le")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.planaction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("suspension", "Suspension"),
                            ("exit", "Sortie du programme"),
                            ("decline", "Refus d’un positionnement"),
                            ("stay_not_held", "Séjour qui n’a pas eu lieu"),
                        ],
                        max_length=20,
                        verbose_name="pour",
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="libellé")),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("household", "Le ménage"),
                            ("programme", "Le programme"),
                            ("external", "Une cause extérieure"),
                        ],
                        max_length=20,
                        verbose_name="décision habituelle",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
            ],
            options={
                "verbose_name": "motif",
                "verbose_name_plural": "motifs",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="reason_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("use", "code"),
                        name="reason_one_in_force",
                        violation_error_message="Ce motif existe déjà.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacementChangeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "from_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("proposed", "Proposé"),
                            ("accepted", "Accepté"),
                            ("declined", "Refusé par l’opérateur d’accueil"),
                            ("withdrawn", "Retiré"),
                            ("validated", "Validé"),
                            ("ended", "Terminé"),
                        ],
                        max_length=20,
                        verbose_name="état avant",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposé"),
                            ("accepted", "Accepté"),
                            ("declined", "Refusé par l’opérateur d’accueil"),
                            ("withdrawn", "Retiré"),
                            ("validated", "Validé"),
                            ("ended", "Terminé"),
                        ],
                        max_length=20,
                        verbose_name="état après",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.placementchange",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="placementchange",
            name="reason",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.reason",
                verbose_name="motif",
            ),
        ),
        migrations.CreateModel(
            name="ExitHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "decided_by",
                    models.CharField(
                        choices=[
                            ("household", "Le ménage"),
                            ("programme", "Le programme"),
                            ("external", "Une cause extérieure"),
                        ],
                        max_length=20,
                        verbose_name="décidée par",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.exit",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="exit",
            name="reason",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.reason",
                verbose_name="motif",
            ),
        ),
        migrations.CreateModel(
            name="ResidencePermit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("card", "Carte de séjour"),
                            ("renewal_receipt", "Récépissé de renouvellement"),
                            ("first_receipt", "Récépissé de première demande"),
                            ("prolongation", "Attestation de prolongation d’instruction"),
                            ("protection", "Protection internationale"),
                        ],
                        max_length=20,
                        verbose_name="titre",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="valable jusqu’au"),
                ),
                (
                    "allows_work",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="autorise à travailler"
                    ),
                ),
                (
                    "seen_on",
                    models.DateField(blank=True, null=True, verbose_name="vu en original le"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="permits",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "titre de séjour",
                "verbose_name_plural": "titres de séjour",
            },
        ),
        migrations.CreateModel(
            name="ResidencePermitHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("card", "Carte de séjour"),
                            ("renewal_receipt", "Récépissé de renouvellement"),
                            ("first_receipt", "Récépissé de première demande"),
                            ("prolongation", "Attestation de prolongation d’instruction"),
                            ("protection", "Protection internationale"),
                        ],
                        max_length=20,
                        verbose_name="titre",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="valable jusqu’au"),
                ),
                (
                    "allows_work",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="autorise à travailler"
                    ),
                ),
                (
                    "seen_on",
                    models.DateField(blank=True, null=True, verbose_name="vu en original le"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.residencepermit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResidentialSpell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("third_party", "Chez un tiers"),
                            ("shelter", "Centre d’hébergement (CHRS)"),
                            ("emergency", "Hôtel ou centre d’urgence (CHU)"),
                            ("social_residence", "Résidence sociale ou FJT"),
                            ("intermediate", "Intermédiation locative (IML)"),
                            ("street", "Sans abri"),
                            ("tenant", "Location précaire"),
                            ("social_tenant", "Logement social"),
                            ("private_tenant", "Bail privé"),
                        ],
                        max_length=20,
                        verbose_name="situation",
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="residential_spells",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "situation résidentielle",
                "verbose_name_plural": "situations résidentielles",
            },
        ),
        migrations.CreateModel(
            name="ResidentialSpellHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("third_party", "Chez un tiers"),
                            ("shelter", "Centre d’hébergement (CHRS)"),
                            ("emergency", "Hôtel ou centre d’urgence (CHU)"),
                            ("social_residence", "Résidence sociale ou FJT"),
                            ("intermediate", "Intermédiation locative (IML)"),
                            ("street", "Sans abri"),
                            ("tenant", "Location précaire"),
                            ("social_tenant", "Logement social"),
                            ("private_tenant", "Bail privé"),
                        ],
                        max_length=20,
                        verbose_name="situation",
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.residentialspell",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SocialHousingApplication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=30, verbose_name="numéro unique de demande de logement social"
                    ),
                ),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="déposée le")),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="valable jusqu’au"),
                ),
                (
                    "departement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.departement",
                        verbose_name="département",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="housing_applications",
                        to="candidates.household",
                        verbose_name="ménage",
                    ),
                ),
            ],
            options={
                "verbose_name": "demande de logement social",
                "verbose_name_plural": "demandes de logement social",
            },
        ),
        migrations.CreateModel(
            name="SocialHousingApplicationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "number",
                    models.CharField(
                        max_length=30, verbose_name="numéro unique de demande de logement social"
                    ),
                ),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="déposée le")),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="valable jusqu’au"),
                ),
                (
                    "departement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.departement",
                        verbose_name="département",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.household",
                        verbose_name="ménage",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.socialhousingapplication",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StayCancellation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cancellations",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
            ],
            options={
                "verbose_name": "séjour non tenu",
                "verbose_name_plural": "séjours non tenus",
            },
        ),
        migrations.CreateModel(
            name="StayCancellationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.staycancellation",
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StayWaiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stay_waivers",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "dispense de séjour",
                "verbose_name_plural": "dispenses de séjour",
            },
        ),
        migrations.CreateModel(
            name="StayWaiverHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.staywaiver",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("review_on", models.DateField(verbose_name="à revoir le")),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suspensions",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
                    ),
                ),
            ],
            options={
                "verbose_name": "suspension",
                "verbose_name_plural": "suspensions",
            },
        ),
        migrations.CreateModel(
            name="SuspensionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("review_on", models.DateField(verbose_name="à revoir le")),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.suspension",
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TerritoryWish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(verbose_name="ordre")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wishes",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={
                "verbose_name": "territoire souhaité",
                "verbose_name_plural": "territoires souhaités",
            },
        ),
        migrations.CreateModel(
            name="TerritoryWishHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("rank", models.PositiveSmallIntegerField(verbose_name="ordre")),
                (
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.territorywish",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrackDerogation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[("job", "Emploi ou formation"), ("home", "Logement")],
                        max_length=10,
                        verbose_name="volet",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="track_derogations",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "dérogation",
                "verbose_name_plural": "dérogations",
            },
        ),
        migrations.CreateModel(
            name="TrackDerogationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "track",
                    models.CharField(
                        choices=[("job", "Emploi ou formation"), ("home", "Logement")],
                        max_length=10,
                        verbose_name="volet",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcoursevent",
                        verbose_name="acte",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.trackderogation",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="diagnosistheme",
            constraint=models.UniqueConstraint(
                fields=("diagnosis", "theme"), name="diagnosistheme_once"
            ),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(fields=["organisation", "saved_at"], name="draft_by_organisation"),
        ),
        migrations.AddConstraint(
            model_name="eligibilityrule",
            constraint=models.UniqueConstraint(
                fields=("rule_set", "rank"), name="eligibilityrule_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="informationsession",
            constraint=models.UniqueConstraint(
                fields=("organisation", "held_on", "starts_at", "place"),
                name="informationsession_once",
                nulls_distinct=False,
                violation_error_message="Cette réunion est déjà enregistrée.",
            ),
        ),
        migrations.AddIndex(
            model_name="parcours",
            index=models.Index(
                fields=["owner_organisation", "due_on", "id"], name="parcours_to_do"
            ),
        ),
        migrations.AddIndex(
            model_name="parcours",
            index=models.Index(fields=["stage", "standing"], name="parcours_by_stage"),
        ),
        migrations.AddConstraint(
            model_name="parcours",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("standing__in", ("to_do", "in_progress", "step_done", "suspended"))
                ),
                fields=("household",),
                name="parcours_one_open_per_household",
                violation_error_message="Ce ménage a déjà un parcours en cours.",
            ),
        ),
        migrations.AddConstraint(
            model_name="parcours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("standing__in", ("to_do", "in_progress", "step_done", "suspended")),
                        _negated=True,
                    ),
                    models.Q(("due_on__isnull", False), ("owner_organisation__isnull", False)),
                    _connector="OR",
                ),
                name="parcours_open_has_an_owner_and_a_due_date",
                violation_error_message="Un parcours ouvert a toujours un responsable et une échéance.",
            ),
        ),
        migrations.AddConstraint(
            model_name="parcours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), ("standing", "closed")),
                    models.Q(
                        models.Q(("stage", "closed"), _negated=True),
                        models.Q(("standing", "closed"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="parcours_closed_only_after_follow_up",
                violation_error_message="Un parcours n’est clos qu’à la fin de l’accompagnement.",
            ),
        ),
        migrations.AddConstraint(
            model_name="joinrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at__isnull", True), ("state", "pending")),
                    models.Q(
                        models.Q(("state", "pending"), _negated=True),
                        ("answered_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="joinrequest_answer_has_a_date",
                violation_error_message="Une demande a une date de réponse dès qu’elle en a une.",
            ),
        ),
        migrations.AddConstraint(
            model_name="joinrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "undone"), ("undone_at__isnull", False)),
                    models.Q(
                        models.Q(("state", "undone"), _negated=True), ("undone_at__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="joinrequest_undone_has_a_date",
                violation_error_message="Un rattachement annulé a une date d’annulation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="joinrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "pending")),
                fields=("parcours", "organisation"),
                name="joinrequest_one_pending",
                violation_error_message="Une demande est déjà en attente pour ce dossier.",
            ),
        ),
        migrations.AddIndex(
            model_name="caseaccess",
            index=models.Index(
                condition=models.Q(("until__isnull", True)),
                fields=["organisation", "role", "parcours"],
                name="caseaccess_current",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseaccess",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("parcours", "organisation", "role"),
                name="caseaccess_once_per_role",
                violation_error_message="Cette organisation a déjà accès au dossier.",
            ),
        ),
        migrations.AddIndex(
            model_name="parcoursevent",
            index=models.Index(fields=["kind", "occurred_on"], name="parcoursevent_by_kind"),
        ),
        migrations.AddIndex(
            model_name="parcoursevent",
            index=models.Index(fields=["transaction_id", "id"], name="parcoursevent_by_txid"),
        ),
        migrations.AddConstraint(
            model_name="parcoursevent",
            constraint=models.UniqueConstraint(
                fields=("parcours", "sequence"), name="parcoursevent_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mode", "session"), _negated=True),
                    ("session__isnull", False),
                    _connector="OR",
                ),
                name="attendance_session_when_collective",
                violation_error_message="Indiquez de quelle réunion il s’agit.",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["name_norm"], name="person_by_name", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="householdmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("household", "person"),
                name="householdmember_once_at_a_time",
                violation_error_message="Cette personne est déjà dans le ménage.",
            ),
        ),
        migrations.AddConstraint(
            model_name="householdmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("link", "candidate"), ("until__isnull", True)),
                fields=("household",),
                name="householdmember_one_candidate",
                violation_error_message="Un ménage a une seule personne orientée.",
            ),
        ),
        migrations.AddConstraint(
            model_name="householdmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="householdmember_leaves_after_coming",
                violation_error_message="Le départ ne peut pas précéder l’arrivée.",
            ),
        ),
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(fields=["value"], name="contactpoint_by_value"),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("accepted", "validated"))),
                fields=("parcours",),
                name="placement_one_active_per_parcours",
                violation_error_message="Un positionnement est déjà accepté pour ce ménage.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "proposed")),
                fields=("parcours", "territory"),
                name="placement_one_proposal_per_territory",
                violation_error_message="Ce territoire a déjà une proposition en attente.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partyagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("party", "adult"), ("person__isnull", False)),
                    models.Q(models.Q(("party", "adult"), _negated=True), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="partyagreement_adult_is_named",
                violation_error_message="L’avis d’un adulte est celui d’une personne du ménage.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partyagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("means", "self"), models.Q(("answered_by", ""), _negated=True), _connector="OR"
                ),
                name="partyagreement_on_behalf_says_by_whom",
                violation_error_message="Indiquez qui a donné cet avis.",
            ),
        ),
        migrations.AddConstraint(
            model_name="immersionstay",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("is_cancelled", False)),
                expressions=[(models.F("parcours"), "="), (models.F("days"), "&&")],
                name="immersionstay_no_overlap",
                violation_error_message="Ces dates chevauchent un autre séjour du ménage.",
            ),
        ),
        migrations.AddConstraint(
            model_name="immersionstay",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__isempty", False)),
                name="immersionstay_lasts_a_day_at_least",
                violation_error_message="Le dernier jour ne peut pas précéder le premier.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residentialspell",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("person",),
                name="residentialspell_one_current",
                violation_error_message="Cette personne a déjà une situation en cours.",
            ),
        ),
        migrations.AddConstraint(
            model_name="socialhousingapplication",
            constraint=models.UniqueConstraint(
                fields=("household", "number"),
                name="socialhousingapplication_once",
                violation_error_message="Cette demande est déjà enregistrée.",
            ),
        ),
        migrations.AddConstraint(
            model_name="territorywish",
            constraint=models.UniqueConstraint(
                fields=("parcours", "territory"),
                name="territorywish_once",
                violation_error_message="Ce territoire est déjà dans la liste.",
            ),
        ),
        migrations.AddConstraint(
            model_name="territorywish",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("parcours", "rank"),
                name="territorywish_ranked",
            ),
        ),
        emile.core.migrating.InstallTriggers(
            triggers={
                "attendance": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_attendancehistory" ("event_id", "id", "mode", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "was_present") VALUES (NEW."event_id", NEW."id", NEW."mode", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."session_id", NEW."was_present"); RETURN NULL;',
                            hash="609f8f088b808acf1f34d34e18976f2a7d4e86f8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2f071",
                            table="candidates_attendance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_attendancehistory" ("event_id", "id", "mode", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "was_present") VALUES (NEW."event_id", NEW."id", NEW."mode", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."session_id", NEW."was_present"); RETURN NULL;',
                            hash="6943e98a08c0aca06ff2c49b50fd616ec080f9f4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66aa6",
                            table="candidates_attendance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_attendancehistory" ("event_id", "id", "mode", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "was_present") VALUES (OLD."event_id", OLD."id", OLD."mode", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."session_id", OLD."was_present"); RETURN NULL;',
                            hash="de4929c6adcb9c069ebffeee4229179b30647320",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4ca6e",
                            table="candidates_attendance",
                            when="AFTER",
                        ),
                    ),
                ],
                "attendancehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9955002317b6ae369413cca985e8ffcf4f1a6305",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8a4de",
                            table="candidates_attendancehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "caseaccess": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_caseaccesshistory" ("granted_by_id", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until") VALUES (NEW."granted_by_id", NEW."id", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."until"); RETURN NULL;',
                            hash="11d7649a031e43afa181db2c329521df8311907d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d2d8c",
                            table="candidates_caseaccess",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_caseaccesshistory" ("granted_by_id", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until") VALUES (NEW."granted_by_id", NEW."id", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."since", NEW."until"); RETURN NULL;',
                            hash="fb8d4701962d33a1d43f0db4ec7fd6ab325e73c2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd309",
                            table="candidates_caseaccess",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_caseaccesshistory" ("granted_by_id", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until") VALUES (OLD."granted_by_id", OLD."id", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."until"); RETURN NULL;',
                            hash="bc1229e04dffe2d527b63bef5e9e07491a69d4ef",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_04faa",
                            table="candidates_caseaccess",
                            when="AFTER",
                        ),
                    ),
                ],
                "caseaccesshistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8720874c2bcd50808196fb4f4a323f53521f9fb1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7b49e",
                            table="candidates_caseaccesshistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "closure": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_closurehistory" ("event_id", "id", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."outcome", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="a4ee03257e4a1a6e48600ab8cfa449ab601f0524",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3bc91",
                            table="candidates_closure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_closurehistory" ("event_id", "id", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."outcome", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="32c6e452366bf27c70938dedf3abaf5fff0242f7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7e49d",
                            table="candidates_closure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_closurehistory" ("event_id", "id", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."event_id", OLD."id", OLD."outcome", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="3024d33c3dec47beb4f424dc5465445d2e6868d6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1acaf",
                            table="candidates_closure",
                            when="AFTER",
                        ),
                    ),
                ],
                "closurehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4bce8c6f95dacd4c3f4ae8f1b1abf529e480f340",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_330b9",
                            table="candidates_closurehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "contactpoint": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_contactpointhistory" ("hours", "id", "is_message_safe", "kind", "language", "needs_interpreter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "whose") VALUES (NEW."hours", NEW."id", NEW."is_message_safe", NEW."kind", NEW."language", NEW."needs_interpreter", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."value", NEW."whose"); RETURN NULL;',
                            hash="09ad2bfefde7f1c2a8f3a737009a5c1afcd7b702",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8e396",
                            table="candidates_contactpoint",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_contactpointhistory" ("hours", "id", "is_message_safe", "kind", "language", "needs_interpreter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "whose") VALUES (NEW."hours", NEW."id", NEW."is_message_safe", NEW."kind", NEW."language", NEW."needs_interpreter", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."value", NEW."whose"); RETURN NULL;',
                            hash="8df38e2f8a6a70a757ba759c9c305039d6a51245",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2589e",
                            table="candidates_contactpoint",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_contactpointhistory" ("hours", "id", "is_message_safe", "kind", "language", "needs_interpreter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "whose") VALUES (OLD."hours", OLD."id", OLD."is_message_safe", OLD."kind", OLD."language", OLD."needs_interpreter", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."value", OLD."whose"); RETURN NULL;',
                            hash="f006ebe277fdb32a3d104dab0953a19841f99a11",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7892d",
                            table="candidates_contactpoint",
                            when="AFTER",
                        ),
                    ),
                ],
                "contactpointhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c6035f2c145a4dc0aea38589179800a01f9f217d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_06048",
                            table="candidates_contactpointhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "diagnosis": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosishistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_adult_papers", "summary", "version") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."saw_adult_papers", NEW."summary", NEW."version"); RETURN NULL;',
                            hash="1eabafc231805a0a6f94ba0a870d46231a9efdac",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_503da",
                            table="candidates_diagnosis",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_diagnosishistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_adult_papers", "summary", "version") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."saw_adult_papers", NEW."summary", NEW."version"); RETURN NULL;',
                            hash="fd10873caf50bb1de4e3699df98d0291092fedb5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0a302",
                            table="candidates_diagnosis",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosishistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_adult_papers", "summary", "version") VALUES (OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."saw_adult_papers", OLD."summary", OLD."version"); RETURN NULL;',
                            hash="32f8902366142ff69abcf1b6f2609b04fe0c26b4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_adb5e",
                            table="candidates_diagnosis",
                            when="AFTER",
                        ),
                    ),
                ],
                "diagnosishistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f92f7ee60137f84f8c2031fb5d42f3be038bea89",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_89809",
                            table="candidates_diagnosishistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "diagnosissignature": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosissignaturehistory" ("diagnosis_id", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."diagnosis_id", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                            hash="365de2808b7494d103afcc5d2b53edb4c6ab431c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c95f5",
                            table="candidates_diagnosissignature",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_diagnosissignaturehistory" ("diagnosis_id", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."diagnosis_id", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                            hash="ec71b5234f42535fe59906ac2685298cedce24bf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_765a5",
                            table="candidates_diagnosissignature",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosissignaturehistory" ("diagnosis_id", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."diagnosis_id", OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;',
                            hash="896f82a6e0eeb5640d90e4f6e38e1fe4e05dbc6f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_472bc",
                            table="candidates_diagnosissignature",
                            when="AFTER",
                        ),
                    ),
                ],
                "diagnosissignaturehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6da8b832fe36cd6b7b68742f2f5350cb3c6f2237",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_99868",
                            table="candidates_diagnosissignaturehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "diagnosistheme": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosisthemehistory" ("diagnosis_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "theme") VALUES (NEW."diagnosis_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."state", NEW."text", NEW."theme"); RETURN NULL;',
                            hash="d56f41c4a65635c2d1c0254d179ba9efb89ab8ef",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a7833",
                            table="candidates_diagnosistheme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_diagnosisthemehistory" ("diagnosis_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "theme") VALUES (NEW."diagnosis_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."state", NEW."text", NEW."theme"); RETURN NULL;',
                            hash="f4af68ef568bf9888ac95c8f8094929db2e61172",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3899",
                            table="candidates_diagnosistheme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosisthemehistory" ("diagnosis_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "theme") VALUES (OLD."diagnosis_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."state", OLD."text", OLD."theme"); RETURN NULL;',
                            hash="fc2dfa427685e0971b4bb07bdef163ea0cfff663",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9619b",
                            table="candidates_diagnosistheme",
                            when="AFTER",
                        ),
                    ),
                ],
                "diagnosisthemehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="82aba516fb62a5bdc9ef9ec09de9eb02be80fab2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3a1b8",
                            table="candidates_diagnosisthemehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "eligibilitydecision": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eligibilitydecisionhistory" ("evaluation_id", "event_id", "id", "override_reason", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."evaluation_id", NEW."event_id", NEW."id", NEW."override_reason", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="7b41b0ce1c9371e5a28898b0f5a42521f9ae9067",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e814a",
                            table="candidates_eligibilitydecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_eligibilitydecisionhistory" ("evaluation_id", "event_id", "id", "override_reason", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."evaluation_id", NEW."event_id", NEW."id", NEW."override_reason", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="6112f75a706f69c23b769350d260d7fd6dd85b84",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ad528",
                            table="candidates_eligibilitydecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eligibilitydecisionhistory" ("evaluation_id", "event_id", "id", "override_reason", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."evaluation_id", OLD."event_id", OLD."id", OLD."override_reason", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="a26fb7bc7d0b6b6fd5af35943fb82d2a14c67d01",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_64701",
                            table="candidates_eligibilitydecision",
                            when="AFTER",
                        ),
                    ),
                ],
                "eligibilitydecisionhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f5cf0680137e816fb785f06562cb6e74bd73a9ef",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_af83c",
                            table="candidates_eligibilitydecisionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "exit": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_exithistory" ("decided_by", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."decided_by", NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="64e558e6ee9151ce5c5fada2fa1fb0e9e44eb3c6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_622c6",
                            table="candidates_exit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_exithistory" ("decided_by", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."decided_by", NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="c96640b15aeb0de57dd7e8d07800091b3f35e699",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7b71",
                            table="candidates_exit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_exithistory" ("decided_by", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (OLD."decided_by", OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id"); RETURN NULL;',
                            hash="4d08ca91b9d99dda24e9ab646c3bd987a3ad7438",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dbc00",
                            table="candidates_exit",
                            when="AFTER",
                        ),
                    ),
                ],
                "exithistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8354cf42f13cbfc31cd77bb4315ada38272b23fd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d556c",
                            table="candidates_exithistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "household": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdhistory" ("agrees_to_share", "domiciled_in_id", "has_pets", "housing_precarity", "id", "informed_on", "is_volunteer", "needs_accessible_home", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "registered_on", "sleeps_in_id", "version") VALUES (NEW."agrees_to_share", NEW."domiciled_in_id", NEW."has_pets", NEW."housing_precarity", NEW."id", NEW."informed_on", NEW."is_volunteer", NEW."needs_accessible_home", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reference", NEW."registered_on", NEW."sleeps_in_id", NEW."version"); RETURN NULL;',
                            hash="b9736e1712c846ddde2a3664611b1a434708b067",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_44996",
                            table="candidates_household",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_householdhistory" ("agrees_to_share", "domiciled_in_id", "has_pets", "housing_precarity", "id", "informed_on", "is_volunteer", "needs_accessible_home", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "registered_on", "sleeps_in_id", "version") VALUES (NEW."agrees_to_share", NEW."domiciled_in_id", NEW."has_pets", NEW."housing_precarity", NEW."id", NEW."informed_on", NEW."is_volunteer", NEW."needs_accessible_home", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."reference", NEW."registered_on", NEW."sleeps_in_id", NEW."version"); RETURN NULL;',
                            hash="a7a46c4d039a4c18562710868128ea7e088b6a62",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fcac3",
                            table="candidates_household",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdhistory" ("agrees_to_share", "domiciled_in_id", "has_pets", "housing_precarity", "id", "informed_on", "is_volunteer", "needs_accessible_home", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "registered_on", "sleeps_in_id", "version") VALUES (OLD."agrees_to_share", OLD."domiciled_in_id", OLD."has_pets", OLD."housing_precarity", OLD."id", OLD."informed_on", OLD."is_volunteer", OLD."needs_accessible_home", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reference", OLD."registered_on", OLD."sleeps_in_id", OLD."version"); RETURN NULL;',
                            hash="a92a506388be75b82db0e4abc7effb5311a048b1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f8d37",
                            table="candidates_household",
                            when="AFTER",
                        ),
                    ),
                ],
                "householdanswer": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdanswerhistory" ("answer", "event_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."answer", NEW."event_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="e22a53f4f404152361c7360669ff1a662a9f6a2b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3547f",
                            table="candidates_householdanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_householdanswerhistory" ("answer", "event_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."answer", NEW."event_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="498897c4a34a50b0183c83f74d5568daabda2c71",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0143b",
                            table="candidates_householdanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdanswerhistory" ("answer", "event_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (OLD."answer", OLD."event_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id"); RETURN NULL;',
                            hash="56ebeff1e4abb3680dd2ee90f7b77397ae32a4f8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_49ba5",
                            table="candidates_householdanswer",
                            when="AFTER",
                        ),
                    ),
                ],
                "householdanswerhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="33ec8f451fddd074863278b44953e6b63519f5b2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4b4f5",
                            table="candidates_householdanswerhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "householdhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="32e46955bab491b5088f274fa029cbd2b82f9e91",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_257bb",
                            table="candidates_householdhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "householdmember": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdmemberhistory" ("household_id", "id", "link", "moves", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "since", "until") VALUES (NEW."household_id", NEW."id", NEW."link", NEW."moves", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."presence", NEW."since", NEW."until"); RETURN NULL;',
                            hash="5b4ade7855061bc816a85342fc8dfc8f42b348bd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5fc86",
                            table="candidates_householdmember",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_householdmemberhistory" ("household_id", "id", "link", "moves", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "since", "until") VALUES (NEW."household_id", NEW."id", NEW."link", NEW."moves", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."presence", NEW."since", NEW."until"); RETURN NULL;',
                            hash="3bb4b333aee6c40234440c34a19e456bbb33919c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6c002",
                            table="candidates_householdmember",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdmemberhistory" ("household_id", "id", "link", "moves", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "since", "until") VALUES (OLD."household_id", OLD."id", OLD."link", OLD."moves", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."presence", OLD."since", OLD."until"); RETURN NULL;',
                            hash="cd6a930d1b9ab4b8cc732e7931bdc1bb7f9ae041",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1feca",
                            table="candidates_householdmember",
                            when="AFTER",
                        ),
                    ),
                ],
                "householdmemberhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="80a60aba1f085f249f7d40a3b49576561bd38062",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0e472",
                            table="candidates_householdmemberhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "housingcommitment": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_housingcommitmenthistory" ("available_on", "commune_id", "event_id", "id", "kind", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."available_on", NEW."commune_id", NEW."event_id", NEW."id", NEW."kind", NEW."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="f53ce2fa1d68539483284c98b1b348aaea6e80a9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d79c9",
                            table="candidates_housingcommitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_housingcommitmenthistory" ("available_on", "commune_id", "event_id", "id", "kind", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."available_on", NEW."commune_id", NEW."event_id", NEW."id", NEW."kind", NEW."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="e488d26c4f53105ffc4a988903d22daf41733b06",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_89dee",
                            table="candidates_housingcommitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_housingcommitmenthistory" ("available_on", "commune_id", "event_id", "id", "kind", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (OLD."available_on", OLD."commune_id", OLD."event_id", OLD."id", OLD."kind", OLD."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id"); RETURN NULL;',
                            hash="5b104cf1a2166c34a96e6def6f8d5277f7de52e9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_be2b9",
                            table="candidates_housingcommitment",
                            when="AFTER",
                        ),
                    ),
                ],
                "housingcommitmenthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="70d46e0c557c85621b683ad82c3874aeb355bcf4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_77f10",
                            table="candidates_housingcommitmenthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "immersionreport": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_immersionreporthistory" ("event_id", "home", "household_view", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stay_id", "work") VALUES (NEW."event_id", NEW."home", NEW."household_view", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."stay_id", NEW."work"); RETURN NULL;',
                            hash="d757b9c061bedf5f7d610c696cbf92b0165e0ea2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a32c2",
                            table="candidates_immersionreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_immersionreporthistory" ("event_id", "home", "household_view", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stay_id", "work") VALUES (NEW."event_id", NEW."home", NEW."household_view", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."stay_id", NEW."work"); RETURN NULL;',
                            hash="252c69d52af3fa2afe1bde51e9742f34f401133e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5ae6d",
                            table="candidates_immersionreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_immersionreporthistory" ("event_id", "home", "household_view", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stay_id", "work") VALUES (OLD."event_id", OLD."home", OLD."household_view", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."stay_id", OLD."work"); RETURN NULL;',
                            hash="91f883f86fd0131b8ea758db3fd72578afb52c10",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a02b7",
                            table="candidates_immersionreport",
                            when="AFTER",
                        ),
                    ),
                ],
                "immersionreporthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0095eac2741a4cae211e0e12c03ec917a2f49cb4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a8940",
                            table="candidates_immersionreporthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "immersionstay": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_immersionstayhistory" ("days", "id", "is_cancelled", "lodging", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "programme", "public_id", "travel", "version") VALUES (NEW."days", NEW."id", NEW."is_cancelled", NEW."lodging", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."programme", NEW."public_id", NEW."travel", NEW."version"); RETURN NULL;',
                            hash="363ff99d7ae156dfc005860cd771b9b521c45384",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d003c",
                            table="candidates_immersionstay",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_immersionstayhistory" ("days", "id", "is_cancelled", "lodging", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "programme", "public_id", "travel", "version") VALUES (NEW."days", NEW."id", NEW."is_cancelled", NEW."lodging", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."programme", NEW."public_id", NEW."travel", NEW."version"); RETURN NULL;',
                            hash="559ead448293059d028f81a83f0baa5e0725dd1f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c6bb4",
                            table="candidates_immersionstay",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_immersionstayhistory" ("days", "id", "is_cancelled", "lodging", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "programme", "public_id", "travel", "version") VALUES (OLD."days", OLD."id", OLD."is_cancelled", OLD."lodging", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."programme", OLD."public_id", OLD."travel", OLD."version"); RETURN NULL;',
                            hash="eaaf14376408b8a5d7f2e26ca2d357e0e2c9fd28",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6cde4",
                            table="candidates_immersionstay",
                            when="AFTER",
                        ),
                    ),
                ],
                "immersionstayhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5b967650f41c1b8611a45d3d43a6b746affe0ed6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_53928",
                            table="candidates_immersionstayhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "installation": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_installationhistory" ("effective_on", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."effective_on", NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="8ed151fefeaa4fa8096b20e4006ee58df2454650",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8c27f",
                            table="candidates_installation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_installationhistory" ("effective_on", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."effective_on", NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="243092259651475501593217b4d34f768d969218",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fbcf7",
                            table="candidates_installation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_installationhistory" ("effective_on", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."effective_on", OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="95127b1525d54f950fe93bbe47debfbf2fcd5565",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26097",
                            table="candidates_installation",
                            when="AFTER",
                        ),
                    ),
                ],
                "installationhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c6336b84dd90d5a0d5e35bb99462f885504552b1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b5610",
                            table="candidates_installationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "jobcommitment": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_jobcommitmenthistory" ("event_id", "id", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on", "with_whom") VALUES (NEW."event_id", NEW."id", NEW."kind", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."starts_on", NEW."with_whom"); RETURN NULL;',
                            hash="123abbdcbcff48be6257fababff4d2f55b08feaf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82958",
                            table="candidates_jobcommitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_jobcommitmenthistory" ("event_id", "id", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on", "with_whom") VALUES (NEW."event_id", NEW."id", NEW."kind", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."starts_on", NEW."with_whom"); RETURN NULL;',
                            hash="a291dea21af4aed54578d9b2034f3637136cd650",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6ff1c",
                            table="candidates_jobcommitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_jobcommitmenthistory" ("event_id", "id", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on", "with_whom") VALUES (OLD."event_id", OLD."id", OLD."kind", OLD."occupation_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."starts_on", OLD."with_whom"); RETURN NULL;',
                            hash="9ab6e4aaf418e14a45dbec2ba40743fb92aa4816",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_53701",
                            table="candidates_jobcommitment",
                            when="AFTER",
                        ),
                    ),
                ],
                "jobcommitmenthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d7ab54d0e62aa1ce39188e1ef52ca942cc7ec824",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0d61b",
                            table="candidates_jobcommitmenthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "milestonevisit": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_milestonevisithistory" ("event_id", "id", "milestone", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "still_there", "thinks_of_staying", "works_or_trains") VALUES (NEW."event_id", NEW."id", NEW."milestone", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."still_there", NEW."thinks_of_staying", NEW."works_or_trains"); RETURN NULL;',
                            hash="1181d2c3770341aa11237fa164a6c31bbe8c1c7e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_78926",
                            table="candidates_milestonevisit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_milestonevisithistory" ("event_id", "id", "milestone", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "still_there", "thinks_of_staying", "works_or_trains") VALUES (NEW."event_id", NEW."id", NEW."milestone", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."still_there", NEW."thinks_of_staying", NEW."works_or_trains"); RETURN NULL;',
                            hash="6aa80d358a5f0977194aed01af2dff18c80eb1b7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7f2d",
                            table="candidates_milestonevisit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_milestonevisithistory" ("event_id", "id", "milestone", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "still_there", "thinks_of_staying", "works_or_trains") VALUES (OLD."event_id", OLD."id", OLD."milestone", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."still_there", OLD."thinks_of_staying", OLD."works_or_trains"); RETURN NULL;',
                            hash="52dc9c88f2201ddb6f08020b678738c69ddfaf26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b30cc",
                            table="candidates_milestonevisit",
                            when="AFTER",
                        ),
                    ),
                ],
                "milestonevisithistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d6d18d57e84846df68307e07cb1dc6a7b30e0a15",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ab59d",
                            table="candidates_milestonevisithistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "note": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_notehistory" ("author_id", "channel", "event_id", "id", "initiated_by", "level", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "was_reached") VALUES (NEW."author_id", NEW."channel", NEW."event_id", NEW."id", NEW."initiated_by", NEW."level", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text", NEW."was_reached"); RETURN NULL;',
                            hash="14c6a62f9c25efd062149a46072eee74d9f9041a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_89d71",
                            table="candidates_note",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_notehistory" ("author_id", "channel", "event_id", "id", "initiated_by", "level", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "was_reached") VALUES (NEW."author_id", NEW."channel", NEW."event_id", NEW."id", NEW."initiated_by", NEW."level", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text", NEW."was_reached"); RETURN NULL;',
                            hash="9ead37b7f1f69bbfa1a1defe57744020c7f19c8b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_935e9",
                            table="candidates_note",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_notehistory" ("author_id", "channel", "event_id", "id", "initiated_by", "level", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "was_reached") VALUES (OLD."author_id", OLD."channel", OLD."event_id", OLD."id", OLD."initiated_by", OLD."level", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text", OLD."was_reached"); RETURN NULL;',
                            hash="e7c8694660c9077cf8344f5061d48336ff5657be",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_91641",
                            table="candidates_note",
                            when="AFTER",
                        ),
                    ),
                ],
                "notehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f2f347bbf675a8edea575e5b7e4a605be20fcd01",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1c896",
                            table="candidates_notehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "parcours": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_parcourshistory" ("due_on", "household_id", "id", "lead_worker_id", "opened_on", "owner_organisation_id", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber_is_committed", "public_id", "stage", "stage_since", "standing", "territory_id", "version") VALUES (NEW."due_on", NEW."household_id", NEW."id", NEW."lead_worker_id", NEW."opened_on", NEW."owner_organisation_id", NEW."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."prescriber_is_committed", NEW."public_id", NEW."stage", NEW."stage_since", NEW."standing", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="a5dc05fbd7ea8c76ce15ce288494fd5ce2bea68d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fb0c4",
                            table="candidates_parcours",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_parcourshistory" ("due_on", "household_id", "id", "lead_worker_id", "opened_on", "owner_organisation_id", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber_is_committed", "public_id", "stage", "stage_since", "standing", "territory_id", "version") VALUES (NEW."due_on", NEW."household_id", NEW."id", NEW."lead_worker_id", NEW."opened_on", NEW."owner_organisation_id", NEW."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."prescriber_is_committed", NEW."public_id", NEW."stage", NEW."stage_since", NEW."standing", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="b2d78b5c9aeda4bedc57681a0b451e0632942922",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b879",
                            table="candidates_parcours",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_parcourshistory" ("due_on", "household_id", "id", "lead_worker_id", "opened_on", "owner_organisation_id", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber_is_committed", "public_id", "stage", "stage_since", "standing", "territory_id", "version") VALUES (OLD."due_on", OLD."household_id", OLD."id", OLD."lead_worker_id", OLD."opened_on", OLD."owner_organisation_id", OLD."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."prescriber_is_committed", OLD."public_id", OLD."stage", OLD."stage_since", OLD."standing", OLD."territory_id", OLD."version"); RETURN NULL;',
                            hash="bde687f833738eb33f34883fa9ee696d2bff8be3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_45ab8",
                            table="candidates_parcours",
                            when="AFTER",
                        ),
                    ),
                ],
                "parcourshistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="245fa8df1261711545e8f715b12bb8ff21fb1d26",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0645f",
                            table="candidates_parcourshistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "partyagreement": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_partyagreementhistory" ("agrees", "answered_by", "content_hash", "event_id", "id", "means", "organisation_id", "party", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."agrees", NEW."answered_by", NEW."content_hash", NEW."event_id", NEW."id", NEW."means", NEW."organisation_id", NEW."party", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="9b2cacd7e3a130fcbf96d18b6c0edcf013537ba0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e57ac",
                            table="candidates_partyagreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_partyagreementhistory" ("agrees", "answered_by", "content_hash", "event_id", "id", "means", "organisation_id", "party", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."agrees", NEW."answered_by", NEW."content_hash", NEW."event_id", NEW."id", NEW."means", NEW."organisation_id", NEW."party", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="cefc3025a146242e4c691d651071e1f05f1e46b9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97615",
                            table="candidates_partyagreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_partyagreementhistory" ("agrees", "answered_by", "content_hash", "event_id", "id", "means", "organisation_id", "party", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (OLD."agrees", OLD."answered_by", OLD."content_hash", OLD."event_id", OLD."id", OLD."means", OLD."organisation_id", OLD."party", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id"); RETURN NULL;',
                            hash="195c5c5762a68c12dca3e950506f43acb1f939d5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c154c",
                            table="candidates_partyagreement",
                            when="AFTER",
                        ),
                    ),
                ],
                "partyagreementhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="69c3650b3262a955352cbe3b3fd95dc7f2d8d049",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6bb93",
                            table="candidates_partyagreementhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "person": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_personhistory" ("aspirational_project_id", "birth_date", "birth_date_is_approximate", "birth_name", "first_name", "has_driving_licence", "id", "language_level", "last_name", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "retained_project_id", "schooling", "sex", "version") VALUES (NEW."aspirational_project_id", NEW."birth_date", NEW."birth_date_is_approximate", NEW."birth_name", NEW."first_name", NEW."has_driving_licence", NEW."id", NEW."language_level", NEW."last_name", NEW."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."retained_project_id", NEW."schooling", NEW."sex", NEW."version"); RETURN NULL;',
                            hash="a72dfd0d57a9e6a81db6fe6d3432bed172076e28",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_663a4",
                            table="candidates_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."aspirational_project_id" IS DISTINCT FROM (NEW."aspirational_project_id") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birth_date_is_approximate" IS DISTINCT FROM (NEW."birth_date_is_approximate") OR OLD."birth_name" IS DISTINCT FROM (NEW."birth_name") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."has_driving_licence" IS DISTINCT FROM (NEW."has_driving_licence") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language_level" IS DISTINCT FROM (NEW."language_level") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."nationality" IS DISTINCT FROM (NEW."nationality") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."retained_project_id" IS DISTINCT FROM (NEW."retained_project_id") OR OLD."schooling" IS DISTINCT FROM (NEW."schooling") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_personhistory" ("aspirational_project_id", "birth_date", "birth_date_is_approximate", "birth_name", "first_name", "has_driving_licence", "id", "language_level", "last_name", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "retained_project_id", "schooling", "sex", "version") VALUES (NEW."aspirational_project_id", NEW."birth_date", NEW."birth_date_is_approximate", NEW."birth_name", NEW."first_name", NEW."has_driving_licence", NEW."id", NEW."language_level", NEW."last_name", NEW."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."retained_project_id", NEW."schooling", NEW."sex", NEW."version"); RETURN NULL;',
                            hash="00c39eb9aed7c51d75bbea9a21702e8ecf9e4332",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8bad9",
                            table="candidates_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_personhistory" ("aspirational_project_id", "birth_date", "birth_date_is_approximate", "birth_name", "first_name", "has_driving_licence", "id", "language_level", "last_name", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "retained_project_id", "schooling", "sex", "version") VALUES (OLD."aspirational_project_id", OLD."birth_date", OLD."birth_date_is_approximate", OLD."birth_name", OLD."first_name", OLD."has_driving_licence", OLD."id", OLD."language_level", OLD."last_name", OLD."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."retained_project_id", OLD."schooling", OLD."sex", OLD."version"); RETURN NULL;',
                            hash="4ea7d1ea021e81f983b0622fe05e774035c07397",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_581d4",
                            table="candidates_person",
                            when="AFTER",
                        ),
                    ),
                ],
                "personhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9e7aa44277d002520dbf34866233f6999f383497",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_98d6e",
                            table="candidates_personhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "placement": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementhistory" ("answer_due_on", "home_certainty", "home_commune_id", "home_details", "host_id", "id", "job_certainty", "job_details", "message", "monthly_rent", "occupation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_move_on", "proposed_on", "public_id", "status", "territory_id", "version") VALUES (NEW."answer_due_on", NEW."home_certainty", NEW."home_commune_id", NEW."home_details", NEW."host_id", NEW."id", NEW."job_certainty", NEW."job_details", NEW."message", NEW."monthly_rent", NEW."occupation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_move_on", NEW."proposed_on", NEW."public_id", NEW."status", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="8360b3bf4d2672c0ae45141bfd1e5cc7df4e46fa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ff887",
                            table="candidates_placement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_placementhistory" ("answer_due_on", "home_certainty", "home_commune_id", "home_details", "host_id", "id", "job_certainty", "job_details", "message", "monthly_rent", "occupation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_move_on", "proposed_on", "public_id", "status", "territory_id", "version") VALUES (NEW."answer_due_on", NEW."home_certainty", NEW."home_commune_id", NEW."home_details", NEW."host_id", NEW."id", NEW."job_certainty", NEW."job_details", NEW."message", NEW."monthly_rent", NEW."occupation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_move_on", NEW."proposed_on", NEW."public_id", NEW."status", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="4f65914306832d174bf1e134f031d1b15b3b56d1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bf4e4",
                            table="candidates_placement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementhistory" ("answer_due_on", "home_certainty", "home_commune_id", "home_details", "host_id", "id", "job_certainty", "job_details", "message", "monthly_rent", "occupation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_move_on", "proposed_on", "public_id", "status", "territory_id", "version") VALUES (OLD."answer_due_on", OLD."home_certainty", OLD."home_commune_id", OLD."home_details", OLD."host_id", OLD."id", OLD."job_certainty", OLD."job_details", OLD."message", OLD."monthly_rent", OLD."occupation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_move_on", OLD."proposed_on", OLD."public_id", OLD."status", OLD."territory_id", OLD."version"); RETURN NULL;',
                            hash="8994c438797b425b969d097f4344f08b75b51526",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6c833",
                            table="candidates_placement",
                            when="AFTER",
                        ),
                    ),
                ],
                "placementchange": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementchangehistory" ("event_id", "from_status", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason_id", "to_status") VALUES (NEW."event_id", NEW."from_status", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."reason_id", NEW."to_status"); RETURN NULL;',
                            hash="5e85be0d68cb2b11a84c1587a4f807ad5470cd87",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d226d",
                            table="candidates_placementchange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_placementchangehistory" ("event_id", "from_status", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason_id", "to_status") VALUES (NEW."event_id", NEW."from_status", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."reason_id", NEW."to_status"); RETURN NULL;',
                            hash="e40a0efc3ff712527e264cc897aed272e0609670",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c4cc9",
                            table="candidates_placementchange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementchangehistory" ("event_id", "from_status", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason_id", "to_status") VALUES (OLD."event_id", OLD."from_status", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."reason_id", OLD."to_status"); RETURN NULL;',
                            hash="46ec88efe48974f2182aaaa41114fbf5d789b0c8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d7869",
                            table="candidates_placementchange",
                            when="AFTER",
                        ),
                    ),
                ],
                "placementchangehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b34cc7eef5d9277402c93d616f3dcd545d6ac91a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4a64d",
                            table="candidates_placementchangehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "placementhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e755188a65da886dc5ce0921fa05c64ad3261805",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_334e3",
                            table="candidates_placementhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "planaction": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_planactionhistory" ("axis", "done_on", "due_on", "id", "label", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."axis", NEW."done_on", NEW."due_on", NEW."id", NEW."label", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id"); RETURN NULL;',
                            hash="b1aac543727d12b4a2adbce982dbcdc3781b8ef1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_be725",
                            table="candidates_planaction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_planactionhistory" ("axis", "done_on", "due_on", "id", "label", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."axis", NEW."done_on", NEW."due_on", NEW."id", NEW."label", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id"); RETURN NULL;',
                            hash="da2d81c0ab98abe1f006869e5976a786f7b90f8d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7287f",
                            table="candidates_planaction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_planactionhistory" ("axis", "done_on", "due_on", "id", "label", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (OLD."axis", OLD."done_on", OLD."due_on", OLD."id", OLD."label", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id"); RETURN NULL;',
                            hash="7492c1b8c5125c8876158204c28540df0d3d07b6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3236b",
                            table="candidates_planaction",
                            when="AFTER",
                        ),
                    ),
                ],
                "planactionhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4002e3ab0e754eeb9ee99496c2abadb83871da57",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_071ce",
                            table="candidates_planactionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "residencepermit": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_residencepermithistory" ("allows_work", "expires_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_on") VALUES (NEW."allows_work", NEW."expires_on", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."seen_on"); RETURN NULL;',
                            hash="22639aa30e4ccc9987af39c6c53aa1795c35c512",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aca11",
                            table="candidates_residencepermit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_residencepermithistory" ("allows_work", "expires_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_on") VALUES (NEW."allows_work", NEW."expires_on", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."seen_on"); RETURN NULL;',
                            hash="92b02023e738ad72d078606b58f839d50dd45e05",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_67831",
                            table="candidates_residencepermit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_residencepermithistory" ("allows_work", "expires_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_on") VALUES (OLD."allows_work", OLD."expires_on", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."seen_on"); RETURN NULL;',
                            hash="17c7f057b79d7dd953717f3cac698acc0a1ce4ce",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9c99",
                            table="candidates_residencepermit",
                            when="AFTER",
                        ),
                    ),
                ],
                "residencepermithistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="70e0b532813c02f0494a6d7dc4e797e5c1641bdd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_66601",
                            table="candidates_residencepermithistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "residentialspell": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_residentialspellhistory" ("id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="eb16db944c1e0a2d3f29427eefbc67d673cfa216",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2cad9",
                            table="candidates_residentialspell",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_residentialspellhistory" ("id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                            hash="3198079274a5566ca661862bc053c7e2682627a5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_13e78",
                            table="candidates_residentialspell",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_residentialspellhistory" ("id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;',
                            hash="d7297ffdd32c45c53862d34261dbccb75c38293c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f9bba",
                            table="candidates_residentialspell",
                            when="AFTER",
                        ),
                    ),
                ],
                "residentialspellhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d1e56d96e929d83ae940b8e9d782b60c29a85eb8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97c5b",
                            table="candidates_residentialspellhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "socialhousingapplication": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_socialhousingapplicationhistory" ("departement_id", "expires_on", "filed_on", "household_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."departement_id", NEW."expires_on", NEW."filed_on", NEW."household_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="5b953040a55c401c7678ef99fed4ae837636b683",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94e8b",
                            table="candidates_socialhousingapplication",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_socialhousingapplicationhistory" ("departement_id", "expires_on", "filed_on", "household_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."departement_id", NEW."expires_on", NEW."filed_on", NEW."household_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="864e2ebf36c48c54becdfd6c41dbed47bfcd2ecb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_01012",
                            table="candidates_socialhousingapplication",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_socialhousingapplicationhistory" ("departement_id", "expires_on", "filed_on", "household_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."departement_id", OLD."expires_on", OLD."filed_on", OLD."household_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="48a8844652cb93fc75346e3774dcc30071f2aa43",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_51907",
                            table="candidates_socialhousingapplication",
                            when="AFTER",
                        ),
                    ),
                ],
                "socialhousingapplicationhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b0a3a465f592bd90d8f90c683ecbe563c0b207b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1ed69",
                            table="candidates_socialhousingapplicationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "staycancellation": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staycancellationhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "stay_id") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id", NEW."stay_id"); RETURN NULL;',
                            hash="cf68c7ff776ebfbe4f773c5e64801f6044a2d9e4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e5a73",
                            table="candidates_staycancellation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_staycancellationhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "stay_id") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id", NEW."stay_id"); RETURN NULL;',
                            hash="90ddaa74990b6d7fd79f254cc3ec995c668383c0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da658",
                            table="candidates_staycancellation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staycancellationhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "stay_id") VALUES (OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id", OLD."stay_id"); RETURN NULL;',
                            hash="f0a02720b92bc2cc75b45a56874b1e532586d64c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_02d2f",
                            table="candidates_staycancellation",
                            when="AFTER",
                        ),
                    ),
                ],
                "staycancellationhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d38c040e454e2a83028df3ef85b895b3c09fdee2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_842a6",
                            table="candidates_staycancellationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "staywaiver": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staywaiverhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="3984a0a302b1aec0e8aaae1d1df7ae9ba3ec559b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a624f",
                            table="candidates_staywaiver",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_staywaiverhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="497a4c7633ecdebba7f0cd24c3dbec63118f74e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e31bc",
                            table="candidates_staywaiver",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staywaiverhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id"); RETURN NULL;',
                            hash="fa11a89f6cebf03ae14fcfea7da4b8f0cb1e0c57",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a09cd",
                            table="candidates_staywaiver",
                            when="AFTER",
                        ),
                    ),
                ],
                "staywaiverhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0773067a16ab56e65f21e2437e40452e7f1cee1e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75473",
                            table="candidates_staywaiverhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "suspension": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_suspensionhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "review_on") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id", NEW."review_on"); RETURN NULL;',
                            hash="81b93d92f22134fc1bc9471358e7bc4fc4eb284d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_78f55",
                            table="candidates_suspension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_suspensionhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "review_on") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id", NEW."review_on"); RETURN NULL;',
                            hash="595e7f91bbd58cab10664ed81ff47395e2584e3c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1bc41",
                            table="candidates_suspension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_suspensionhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "review_on") VALUES (OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id", OLD."review_on"); RETURN NULL;',
                            hash="c5673d07e23d618118e4eff0a0ba60a04f6484d6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_842b9",
                            table="candidates_suspension",
                            when="AFTER",
                        ),
                    ),
                ],
                "suspensionhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b0aa51926c43c51d4a9d024776bc86d777258850",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_378e5",
                            table="candidates_suspensionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "territorywish": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_territorywishhistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "territory_id") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rank", NEW."territory_id"); RETURN NULL;',
                            hash="3264a7de07ef110f264cabae9f605e628b3c0415",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01a87",
                            table="candidates_territorywish",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_territorywishhistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "territory_id") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rank", NEW."territory_id"); RETURN NULL;',
                            hash="7772bb53835ea19c80754ad5aeabece3f4ebe2dd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7011f",
                            table="candidates_territorywish",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_territorywishhistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "territory_id") VALUES (OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rank", OLD."territory_id"); RETURN NULL;',
                            hash="f765b68481f4f56480757cea816005e412ebc3e8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f8423",
                            table="candidates_territorywish",
                            when="AFTER",
                        ),
                    ),
                ],
                "territorywishhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="de298426d703bf55006b46e4e433c4b43b268d9d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0773d",
                            table="candidates_territorywishhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "trackderogation": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_trackderogationhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "track") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."track"); RETURN NULL;',
                            hash="a5ba28b81b5ddab7e83f6c01fe842c20e1cbe9d5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1099f",
                            table="candidates_trackderogation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_trackderogationhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "track") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."track"); RETURN NULL;',
                            hash="45c55ca235c0076eefddb8e46371a5398b12baa4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_85789",
                            table="candidates_trackderogation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_trackderogationhistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "track") VALUES (OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."track"); RETURN NULL;',
                            hash="c128ede6488802a73c5d528c05fc5b5c8d4ad6a2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b3888",
                            table="candidates_trackderogation",
                            when="AFTER",
                        ),
                    ),
                ],
                "trackderogationhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="773c6db879a9843ecf3748a7f9fa2aaea686b546",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_552cd",
                            table="candidates_trackderogationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
