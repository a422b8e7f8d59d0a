import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.db import migrations, models

import emile.core.search
from emile.core.migrating import at_once


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_text_search"),
        ("operators", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Departement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=3, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="nom")),
            ],
            options={
                "verbose_name": "département",
            },
        ),
        migrations.CreateModel(
            name="Epci",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=9, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="nom")),
                ("kind", models.CharField(max_length=10, verbose_name="nature")),
            ],
            options={
                "verbose_name": "intercommunalité",
            },
        ),
        migrations.CreateModel(
            name="ReferenceVintage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=50, unique=True, verbose_name="jeu de données"),
                ),
                ("vintage", models.CharField(max_length=50, verbose_name="millésime")),
                ("checksum", models.CharField(max_length=64, verbose_name="empreinte")),
                ("row_count", models.PositiveIntegerField(verbose_name="lignes")),
                ("loaded_at", models.DateTimeField(verbose_name="chargé le")),
            ],
            options={
                "verbose_name": "millésime",
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=3, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="nom")),
            ],
            options={
                "verbose_name": "région",
            },
        ),
        migrations.CreateModel(
            name="Commune",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=5, unique=True, verbose_name="code INSEE")),
                ("name", models.CharField(max_length=100, verbose_name="nom")),
                (
                    "other_names",
                    models.CharField(
                        blank=True,
                        help_text="Communes déléguées qui portent le même code.",
                        max_length=500,
                        verbose_name="autres noms",
                    ),
                ),
                (
                    "postal_codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="codes postaux",
                    ),
                ),
                (
                    "population",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="population municipale"
                    ),
                ),
                (
                    "latitude",
                    models.FloatField(blank=True, null=True, verbose_name="latitude de la mairie"),
                ),
                (
                    "longitude",
                    models.FloatField(blank=True, null=True, verbose_name="longitude de la mairie"),
                ),
                (
                    "homes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="logements"),
                ),
                (
                    "vacant_homes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="logements vacants"
                    ),
                ),
                ("is_current", models.BooleanField(default=True, verbose_name="commune actuelle")),
                (
                    "name_norm",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            emile.core.search.Norm("name"),
                            models.Value("-'"),
                            models.Value("  "),
                            function="translate",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "all_names_norm",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            emile.core.search.Norm(
                                django.db.models.functions.text.Concat(
                                    "name", models.Value(" "), "other_names"
                                )
                            ),
                            models.Value("-'"),
                            models.Value("  "),
                            function="translate",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="territories.commune",
                        verbose_name="commune qui lui succède",
                    ),
                ),
                (
                    "departement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="communes",
                        to="territories.departement",
                        verbose_name="département",
                    ),
                ),
                (
                    "epci",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="communes",
                        to="territories.epci",
                        verbose_name="intercommunalité",
                    ),
                ),
            ],
            options={
                "verbose_name": "commune",
            },
        ),
        migrations.CreateModel(
            name="Occupation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=5, unique=True, verbose_name="code ROME")),
                ("label", models.CharField(max_length=250, verbose_name="intitulé")),
                (
                    "keywords",
                    models.TextField(
                        blank=True,
                        help_text="Ce que les gens disent quand l’intitulé ne le dit pas.",
                        verbose_name="mots courants",
                    ),
                ),
                (
                    "naf_divisions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        help_text="Divisions de la nomenclature d’activités française.",
                        size=None,
                        verbose_name="secteurs d’activité",
                    ),
                ),
                ("is_current", models.BooleanField(default=True, verbose_name="métier actuel")),
                (
                    "label_norm",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            emile.core.search.Norm("label"),
                            models.Value("-'"),
                            models.Value("  "),
                            function="translate",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "keywords_norm",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            emile.core.search.Norm("keywords"),
                            models.Value("-'"),
                            models.Value("  "),
                            function="translate",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "métier",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("label_norm", name="gin_trgm_ops"),
                        name="occupation_label_trigrams",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammePeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Son nom dans le fichier du programme.",
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("label", models.CharField(max_length=100, verbose_name="intitulé")),
                (
                    "target_persons",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Personnes à installer pendant la période.",
                        null=True,
                        verbose_name="objectif",
                    ),
                ),
                (
                    "target_territories",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="territoires prévus"
                    ),
                ),
            ],
            options={
                "verbose_name": "période du programme",
                "verbose_name_plural": "périodes du programme",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="programmeperiod_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("since"),
                                    models.F("until"),
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_upper=True
                                    ),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            )
                        ],
                        name="programme_period_never_overlaps",
                        violation_error_message="Une autre période couvre déjà une partie de ces dates.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="departement",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="departements",
                to="territories.region",
                verbose_name="région",
            ),
        ),
        migrations.CreateModel(
            name="Territory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "slug",
                    models.SlugField(
                        help_text="Son nom dans le fichier du programme.",
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="nom")),
                ("description", models.TextField(blank=True, verbose_name="présentation")),
                (
                    "yearly_target",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Personnes à installer dans l’année.",
                        null=True,
                        verbose_name="objectif annuel",
                    ),
                ),
                (
                    "monthly_capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Ménages qui peuvent être accueillis chaque mois.",
                        null=True,
                        verbose_name="capacité d’accueil mensuelle",
                    ),
                ),
                (
                    "communes",
                    models.ManyToManyField(
                        blank=True,
                        related_name="territories",
                        to="territories.commune",
                        verbose_name="communes",
                    ),
                ),
            ],
            options={
                "verbose_name": "territoire d’accueil",
                "verbose_name_plural": "territoires d’accueil",
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("national", "Pilotage national"),
                            ("coordinator", "Coordination"),
                            ("prescriber", "Structure qui oriente"),
                            ("upstream", "Opérateur amont"),
                            ("host", "Opérateur d’accueil"),
                            ("state", "Service de l’État"),
                            ("landlord", "Bailleur"),
                            ("employer", "Employeur ou organisme de formation"),
                            ("evaluator", "Évaluation"),
                        ],
                        max_length=20,
                        verbose_name="rôle",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        help_text="Vide quand le mandat vaut pour tout le programme.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to="territories.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={
                "verbose_name": "mandat",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TerritoryParticipation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Ce que l’on sait de ces dates.",
                        max_length=200,
                        verbose_name="précision",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="territories.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={
                "verbose_name": "participation",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DepartureArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Son nom dans le fichier du programme.",
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="nom")),
                (
                    "communes",
                    models.ManyToManyField(
                        blank=True,
                        related_name="departure_areas",
                        to="territories.commune",
                        verbose_name="communes",
                    ),
                ),
            ],
            options={
                "verbose_name": "territoire de départ",
                "verbose_name_plural": "territoires de départ",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="departurearea_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="commune",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("all_names_norm", name="gin_trgm_ops"),
                name="commune_name_trigrams",
            ),
        ),
        migrations.AddIndex(
            model_name="commune",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["postal_codes"], name="commune_postal_codes"
            ),
        ),
        migrations.AddConstraint(
            model_name="commune",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_current", False), ("successor__isnull", True), _connector="OR"
                ),
                name="commune_current_has_no_successor",
                violation_error_message="Une commune actuelle n’a pas de commune qui lui succède.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="mandate_ends_after_it_starts",
                violation_error_message="La date de fin est antérieure à la date de début.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ("host", "state")), _negated=True),
                    ("territory__isnull", False),
                    _connector="OR",
                ),
                name="mandate_territorial_kind_has_territory",
                violation_error_message="Ce rôle s’exerce sur un territoire\xa0: indiquez lequel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("organisation", "="),
                    (
                        django.db.models.functions.comparison.Coalesce(
                            models.F("territory"), models.Value(0)
                        ),
                        "=",
                    ),
                    ("kind", "="),
                    (
                        models.Func(
                            models.F("since"),
                            models.F("until"),
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_upper=True
                            ),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="mandate_never_overlaps_itself",
                violation_error_message="Cette organisation a déjà ce mandat à ces dates.",
            ),
        ),
        migrations.AddConstraint(
            model_name="territoryparticipation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="territoryparticipation_ends_after_it_starts",
                violation_error_message="La date de fin est antérieure à la date de début.",
            ),
        ),
        migrations.AddConstraint(
            model_name="territoryparticipation",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("territory", "="),
                    (
                        models.Func(
                            models.F("since"),
                            models.F("until"),
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_upper=True
                            ),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="territory_participation_never_overlaps",
                violation_error_message="Ce territoire participe déjà au programme à ces dates.",
            ),
        ),
    ]
    operations = at_once(operations)
