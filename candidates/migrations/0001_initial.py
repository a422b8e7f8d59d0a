import datetime
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import emile.core.migrating
import emile.core.models.ledger
import emile.core.search
from emile.core.migrating import at_once


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("operators", "0002_invited_by_the_platform_and_senders"),
        ("territories", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChecklistItem",
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
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("label", models.CharField(max_length=200, verbose_name="à faire")),
                (
                    "applies_to",
                    models.CharField(
                        choices=[
                            ("everyone", "Tous les ménages"),
                            ("children", "Ménages avec enfants"),
                            ("school_age", "Ménages avec enfants d’âge scolaire"),
                            ("permit", "Adultes qui ont un titre de séjour"),
                            ("pets", "Ménages avec un animal"),
                            ("social_housing", "Ménages qui demandent un logement social"),
                        ],
                        max_length=20,
                        verbose_name="pour qui",
                    ),
                ),
            ],
            options={
                "verbose_name": "point à vérifier",
                "verbose_name_plural": "points à vérifier",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="checklistitem_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("code", "="),
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
                        name="checklistitem_one_in_force",
                        violation_error_message="Ce point existe déjà.",
                    ),
                ],
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
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "count",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Un délai dure un jour au moins."
                            ),
                            django.core.validators.MaxValueValidator(
                                365, "Un délai ne dépasse pas 365."
                            ),
                        ],
                        verbose_name="délai",
                    ),
                ),
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
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("code", "="),
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
                        name="deadlinepolicy_one_in_force",
                        violation_error_message="Un délai est déjà en vigueur pour cette étape.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1)),
                        name="deadlinepolicy_lasts",
                        violation_error_message="Un délai dure un jour au moins.",
                    ),
                ],
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
                ("saved_at", models.DateTimeField(verbose_name="enregistré le")),
                ("started_at", models.DateTimeField(verbose_name="commencé le")),
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
                "indexes": [
                    models.Index(fields=["organisation", "saved_at"], name="draft_by_organisation")
                ],
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
                        name="eligibilityruleset_one_in_force",
                        violation_error_message="D’autres critères sont déjà en vigueur à ces dates.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventKind",
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
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("label", models.CharField(max_length=120, verbose_name="libellé")),
                ("is_mandatory", models.BooleanField(default=False, verbose_name="obligatoire")),
            ],
            options={
                "verbose_name": "type d’événement",
                "verbose_name_plural": "types d’événements",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="eventkind_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("code", "="),
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
                        name="eventkind_one_in_force",
                        violation_error_message="Ce type d’événement existe déjà.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_mandatory", True)),
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
                        name="eventkind_one_mandatory",
                        violation_error_message="Un seul type d’événement est obligatoire.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=60, unique=True, verbose_name="adresse"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="titre")),
                (
                    "body",
                    models.TextField(
                        help_text="Une ligne vide sépare les paragraphes\xa0; une ligne qui commence par «\xa0-\xa0» est un point d’une liste.",
                        max_length=8000,
                        verbose_name="texte",
                    ),
                ),
                (
                    "stage",
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
                        help_text="La fiche est alors proposée sur les dossiers qui sont à cette étape.",
                        max_length=20,
                        verbose_name="étape",
                    ),
                ),
                ("is_published", models.BooleanField(default=True, verbose_name="publiée")),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
            ],
            options={
                "verbose_name": "fiche d’aide",
                "verbose_name_plural": "fiches d’aide",
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
                    "accepts_shared_home",
                    models.BooleanField(blank=True, null=True, verbose_name="colocation possible"),
                ),
                (
                    "highest_rent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="loyer possible, charges comprises",
                    ),
                ),
                (
                    "asked_typology",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("T1", "T1 ou studio"),
                            ("T2", "T2"),
                            ("T3", "T3"),
                            ("T4", "T4"),
                            ("T5", "T5"),
                            ("T6", "T6 ou plus grand"),
                        ],
                        max_length=2,
                        verbose_name="logement demandé",
                    ),
                ),
                (
                    "why_typology",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="pourquoi cette taille"
                    ),
                ),
                (
                    "must_not_be_found",
                    models.BooleanField(
                        default=False,
                        help_text="Par quelqu’un qui a quitté ce foyer, ou que ce foyer a quitté.",
                        verbose_name="ne doit pas être retrouvé",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asked_typology", ""),
                            models.Q(("why_typology", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="household_says_why_another_typology",
                        violation_error_message="Dites pourquoi le ménage demande une autre taille.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LastVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="visite précédente")),
                ("opened_at", models.DateTimeField(verbose_name="visite en cours depuis")),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "dernière visite",
                "verbose_name_plural": "dernières visites",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "organisation"),
                        name="lastvisit_once",
                        violation_error_message="Cette visite est déjà notée.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListLayout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("composition", "Composition"),
                                ("stage", "Étape"),
                                ("owner", "À qui de jouer"),
                                ("due", "Avant le"),
                                ("territory", "Territoire"),
                                ("lead", "Référent unique"),
                                ("standing", "Statut"),
                                ("opened", "Ouvert le"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="colonnes",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="list_layout",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "disposition de la liste",
                "verbose_name_plural": "dispositions de la liste",
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
                    "licences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("AM", "AM (cyclomoteur, voiturette)"),
                                ("A1", "A1 (moto légère)"),
                                ("A2", "A2 (moto intermédiaire)"),
                                ("A", "A (toutes motos)"),
                                ("B", "B (voiture)"),
                                ("BE", "BE (voiture et remorque)"),
                                ("C1", "C1 (camion jusqu’à 7,5 t)"),
                                ("C", "C (camion)"),
                                ("CE", "CE (camion et remorque)"),
                                ("D1", "D1 (minibus)"),
                                ("D", "D (autocar)"),
                                ("DE", "DE (autocar et remorque)"),
                            ],
                            max_length=2,
                        ),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="permis de conduire",
                    ),
                ),
                (
                    "prepares_licence_b",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="permis B en préparation"
                    ),
                ),
                (
                    "vehicle",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Véhicule personnel"),
                            ("shared", "Véhicule partagé ou prêté"),
                            ("none", "Pas de véhicule"),
                        ],
                        max_length=10,
                        verbose_name="véhicule",
                    ),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="école ou mode de garde"
                    ),
                ),
                ("died_on", models.DateField(blank=True, null=True, verbose_name="date du décès")),
                (
                    "skills",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="ce que la personne sait faire"
                    ),
                ),
                (
                    "project_gap",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("step", "Une étape vers le projet de cœur"),
                            ("training", "Une formation ou un diplôme à obtenir d’abord"),
                            ("recognition", "Un diplôme qui n’est pas reconnu en France"),
                            ("few_jobs", "Peu d’offres dans les territoires souhaités"),
                            ("terms", "Des horaires ou des conditions qui ne conviennent pas"),
                            ("health", "Un métier que la santé ne permet pas"),
                            ("other", "Une autre raison"),
                        ],
                        max_length=20,
                        verbose_name="pourquoi ces projets diffèrent",
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
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["name_norm"], name="person_by_name", opclasses=["gin_trgm_ops"]
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("licences__contains", ["B"]),
                            ("prepares_licence_b", True),
                            _negated=True,
                        ),
                        name="person_prepares_a_licence_not_held",
                        violation_error_message="Le permis B est déjà obtenu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedHandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("reason", models.TextField(max_length=500, verbose_name="motif")),
                ("planned_on", models.DateField(verbose_name="prévue le")),
                (
                    "planned_as",
                    models.CharField(
                        choices=[
                            ("prescriber", "Structure qui oriente"),
                            ("coordinator", "Coordination"),
                            ("upstream", "Opérateur amont"),
                            ("host", "Opérateur d’accueil"),
                        ],
                        max_length=20,
                        verbose_name="casquette de cette organisation",
                    ),
                ),
                ("planned_at", models.DateTimeField(verbose_name="décidée le")),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="annulée le"),
                ),
                (
                    "carried_out_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="faite le"),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="annulée par",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation avant",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="décidée par",
                    ),
                ),
                (
                    "planned_for",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation qui a décidé",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation après",
                    ),
                ),
                (
                    "whose",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dossiers de",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne qui les reprend",
                    ),
                ),
            ],
            options={
                "verbose_name": "passation prévue",
                "verbose_name_plural": "passations prévues",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("cancelled_at__isnull", True), ("carried_out_at__isnull", True)
                        ),
                        fields=("giver", "role", "whose"),
                        name="plannedhandover_one_waiting",
                        nulls_distinct=False,
                        violation_error_message="Une passation de ces dossiers est déjà prévue\xa0: annulez-la d’abord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("carried_out_at__isnull", True),
                            ("cancelled_at__isnull", True),
                            _connector="OR",
                        ),
                        name="plannedhandover_done_or_cancelled",
                        violation_error_message="Une passation faite ne s’annule plus.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_at__isnull", True),
                            ("cancelled_by__isnull", False),
                            _connector="OR",
                        ),
                        name="plannedhandover_cancelled_by_somebody",
                        violation_error_message="Une passation annulée l’est par quelqu’un.",
                    ),
                ],
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
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("suspension", "Suspension"),
                            ("exit", "Sortie du programme"),
                            ("decline", "Refus d’un positionnement"),
                            ("withdrawal", "Proposition retirée"),
                            ("refusal", "Avis défavorable sur un projet"),
                            ("stay_not_held", "Séjour qui n’a pas eu lieu"),
                            ("leave_territory", "Départ du territoire"),
                            ("date_slip", "Date d’installation déplacée"),
                            ("track_lost", "Emploi ou logement perdu"),
                            ("visit_missed", "Visite de suivi qui n’a pas eu lieu"),
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
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("use", "="),
                            ("code", "="),
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
                        name="reason_one_in_force",
                        violation_error_message="Ce motif existe déjà.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=60, verbose_name="nom de la vue")),
                ("query", models.CharField(max_length=4000, verbose_name="filtres")),
                (
                    "is_shared",
                    models.BooleanField(
                        default=False, verbose_name="partagée avec mon organisation"
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
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="enregistrée par",
                    ),
                ),
            ],
            options={
                "verbose_name": "vue enregistrée",
                "verbose_name_plural": "vues enregistrées",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "organisation", "name"),
                        name="savedview_one_per_name",
                        violation_error_message="Vous avez déjà une vue de ce nom.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChecklistItemHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("label", models.CharField(max_length=200, verbose_name="à faire")),
                (
                    "applies_to",
                    models.CharField(
                        choices=[
                            ("everyone", "Tous les ménages"),
                            ("children", "Ménages avec enfants"),
                            ("school_age", "Ménages avec enfants d’âge scolaire"),
                            ("permit", "Adultes qui ont un titre de séjour"),
                            ("pets", "Ménages avec un animal"),
                            ("social_housing", "Ménages qui demandent un logement social"),
                        ],
                        max_length=20,
                        verbose_name="pour qui",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.checklistitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_points",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "moyen de contact",
                "verbose_name_plural": "moyens de contact",
                "indexes": [models.Index(fields=["value"], name="contactpoint_by_value")],
            },
        ),
        migrations.CreateModel(
            name="DeadlinePolicyHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "count",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Un délai dure un jour au moins."
                            ),
                            django.core.validators.MaxValueValidator(
                                365, "Un délai ne dépasse pas 365."
                            ),
                        ],
                        verbose_name="délai",
                    ),
                ),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.deadlinepolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule_set", "rank"), name="eligibilityrule_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EligibilityRuleSetHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.eligibilityruleset",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventKindHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("label", models.CharField(max_length=120, verbose_name="libellé")),
                ("is_mandatory", models.BooleanField(default=False, verbose_name="obligatoire")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.eventkind",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HelpSheetHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, editable=False, max_length=60, verbose_name="adresse"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="titre")),
                (
                    "body",
                    models.TextField(
                        help_text="Une ligne vide sépare les paragraphes\xa0; une ligne qui commence par «\xa0-\xa0» est un point d’une liste.",
                        max_length=8000,
                        verbose_name="texte",
                    ),
                ),
                (
                    "stage",
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
                        help_text="La fiche est alors proposée sur les dossiers qui sont à cette étape.",
                        max_length=20,
                        verbose_name="étape",
                    ),
                ),
                ("is_published", models.BooleanField(default=True, verbose_name="publiée")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.helpsheet",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                    "accepts_shared_home",
                    models.BooleanField(blank=True, null=True, verbose_name="colocation possible"),
                ),
                (
                    "highest_rent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="loyer possible, charges comprises",
                    ),
                ),
                (
                    "asked_typology",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("T1", "T1 ou studio"),
                            ("T2", "T2"),
                            ("T3", "T3"),
                            ("T4", "T4"),
                            ("T5", "T5"),
                            ("T6", "T6 ou plus grand"),
                        ],
                        max_length=2,
                        verbose_name="logement demandé",
                    ),
                ),
                (
                    "why_typology",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="pourquoi cette taille"
                    ),
                ),
                (
                    "must_not_be_found",
                    models.BooleanField(
                        default=False,
                        help_text="Par quelqu’un qui a quitté ce foyer, ou que ce foyer a quitté.",
                        verbose_name="ne doit pas être retrouvé",
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "membre du ménage",
                "verbose_name_plural": "membres du ménage",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("household", "person"),
                        name="householdmember_once_at_a_time",
                        violation_error_message="Cette personne est déjà dans le ménage.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("link", "candidate"), ("until__isnull", True)),
                        fields=("household",),
                        name="householdmember_one_candidate",
                        violation_error_message="Un ménage a une seule personne orientée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="householdmember_leaves_after_coming",
                        violation_error_message="Le départ ne peut pas précéder l’arrivée.",
                    ),
                ],
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
                ("title", models.CharField(blank=True, max_length=120, verbose_name="titre")),
                ("held_on", models.DateField(verbose_name="date")),
                (
                    "starts_at",
                    models.TimeField(blank=True, null=True, verbose_name="heure de début"),
                ),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="heure de fin")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                ("link", models.URLField(blank=True, verbose_name="lien de la visioconférence")),
                (
                    "capacity",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places"),
                ),
                (
                    "cancelled_on",
                    models.DateField(editable=False, null=True, verbose_name="annulée le"),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.eventkind",
                        verbose_name="type d’événement",
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_on__isnull", True)),
                        fields=("organisation", "held_on", "starts_at", "place"),
                        name="informationsession_once",
                        nulls_distinct=False,
                        violation_error_message="Cette réunion est déjà enregistrée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place", ""), _negated=True),
                            models.Q(("link", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="informationsession_is_somewhere",
                        violation_error_message="Indiquez un lieu ou un lien.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="informationsession_ends_after_it_starts",
                        violation_error_message="L’heure de fin précède l’heure de début, ou celle-ci manque.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("capacity__isnull", True), ("capacity__gt", 0), _connector="OR"
                        ),
                        name="informationsession_has_a_seat",
                        violation_error_message="Prévoyez au moins une place.",
                    ),
                ],
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
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="candidates.parcours",
                        verbose_name="parcours précédent du ménage",
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
                "indexes": [
                    models.Index(
                        fields=["owner_organisation", "due_on", "id"], name="parcours_to_do"
                    ),
                    models.Index(fields=["stage", "standing"], name="parcours_by_stage"),
                    models.Index(fields=["opened_on", "id"], name="parcours_in_order"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("standing__in", ("to_do", "in_progress", "step_done", "suspended"))
                        ),
                        fields=("household",),
                        name="parcours_one_open_per_household",
                        violation_error_message="Ce ménage a déjà un parcours en cours.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "standing__in",
                                    ("to_do", "in_progress", "step_done", "suspended"),
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                ("due_on__isnull", False), ("owner_organisation__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="parcours_open_has_an_owner_and_a_due_date",
                        violation_error_message="Un parcours ouvert a toujours un responsable et une échéance.",
                    ),
                    models.CheckConstraint(
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
                ],
            },
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
                    "licences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("AM", "AM (cyclomoteur, voiturette)"),
                                ("A1", "A1 (moto légère)"),
                                ("A2", "A2 (moto intermédiaire)"),
                                ("A", "A (toutes motos)"),
                                ("B", "B (voiture)"),
                                ("BE", "BE (voiture et remorque)"),
                                ("C1", "C1 (camion jusqu’à 7,5 t)"),
                                ("C", "C (camion)"),
                                ("CE", "CE (camion et remorque)"),
                                ("D1", "D1 (minibus)"),
                                ("D", "D (autocar)"),
                                ("DE", "DE (autocar et remorque)"),
                            ],
                            max_length=2,
                        ),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="permis de conduire",
                    ),
                ),
                (
                    "prepares_licence_b",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="permis B en préparation"
                    ),
                ),
                (
                    "vehicle",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Véhicule personnel"),
                            ("shared", "Véhicule partagé ou prêté"),
                            ("none", "Pas de véhicule"),
                        ],
                        max_length=10,
                        verbose_name="véhicule",
                    ),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="école ou mode de garde"
                    ),
                ),
                ("died_on", models.DateField(blank=True, null=True, verbose_name="date du décès")),
                (
                    "skills",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="ce que la personne sait faire"
                    ),
                ),
                (
                    "project_gap",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("step", "Une étape vers le projet de cœur"),
                            ("training", "Une formation ou un diplôme à obtenir d’abord"),
                            ("recognition", "Un diplôme qui n’est pas reconnu en France"),
                            ("few_jobs", "Peu d’offres dans les territoires souhaités"),
                            ("terms", "Des horaires ou des conditions qui ne conviennent pas"),
                            ("health", "Un métier que la santé ne permet pas"),
                            ("other", "Une autre raison"),
                        ],
                        max_length=20,
                        verbose_name="pourquoi ces projets diffèrent",
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
            name="PlannedHandOverHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                ("reason", models.TextField(max_length=500, verbose_name="motif")),
                ("planned_on", models.DateField(verbose_name="prévue le")),
                (
                    "planned_as",
                    models.CharField(
                        choices=[
                            ("prescriber", "Structure qui oriente"),
                            ("coordinator", "Coordination"),
                            ("upstream", "Opérateur amont"),
                            ("host", "Opérateur d’accueil"),
                        ],
                        max_length=20,
                        verbose_name="casquette de cette organisation",
                    ),
                ),
                ("planned_at", models.DateTimeField(verbose_name="décidée le")),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="annulée le"),
                ),
                (
                    "carried_out_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="faite le"),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="annulée par",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation avant",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.plannedhandover",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="décidée par",
                    ),
                ),
                (
                    "planned_for",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation qui a décidé",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation après",
                    ),
                ),
                (
                    "whose",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dossiers de",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne qui les reprend",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReasonHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("suspension", "Suspension"),
                            ("exit", "Sortie du programme"),
                            ("decline", "Refus d’un positionnement"),
                            ("withdrawal", "Proposition retirée"),
                            ("refusal", "Avis défavorable sur un projet"),
                            ("stay_not_held", "Séjour qui n’a pas eu lieu"),
                            ("leave_territory", "Départ du territoire"),
                            ("date_slip", "Date d’installation déplacée"),
                            ("track_lost", "Emploi ou logement perdu"),
                            ("visit_missed", "Visite de suivi qui n’a pas eu lieu"),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.reason",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("person",),
                        name="residentialspell_one_current",
                        violation_error_message="Cette personne a déjà une situation en cours.",
                    )
                ],
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("household", "number"),
                        name="socialhousingapplication_once",
                        violation_error_message="Cette demande est déjà enregistrée.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("data", models.JSONField(default=dict, verbose_name="saisie")),
                ("saved_at", models.DateTimeField(verbose_name="enregistré le")),
                ("path", models.CharField(max_length=200, verbose_name="adresse de la page")),
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
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="act_drafts",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "brouillon d’un acte",
                "verbose_name_plural": "brouillons d’actes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("path", "organisation", "saved_by"),
                        name="actdraft_one_per_person_and_page",
                        violation_error_message="Un brouillon existe déjà pour cette page.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office", "Dans nos bureaux"),
                            ("home", "Chez la personne"),
                            ("phone", "Par téléphone"),
                            ("video", "En visioconférence"),
                            ("elsewhere", "Ailleurs"),
                        ],
                        max_length=10,
                        verbose_name="où",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="quand")),
                (
                    "place",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="adresse, numéro ou lien"
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="pour")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Prévu"),
                            ("held", "A eu lieu"),
                            ("missed", "N’a pas eu lieu"),
                            ("cancelled", "Annulé"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="état",
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
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avec",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "rendez-vous",
                "verbose_name_plural": "rendez-vous",
                "indexes": [
                    models.Index(fields=["organisation", "starts_at"], name="appointment_by_day")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "planned")),
                        fields=("parcours", "worker", "starts_at"),
                        name="appointment_one_at_a_time",
                        violation_error_message="Ce rendez-vous est déjà noté.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aspirations",
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
                    "what_matters",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="ce qui compte pour le ménage"
                    ),
                ),
                (
                    "parcours",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aspirations",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "souhaits du ménage",
                "verbose_name_plural": "souhaits des ménages",
            },
        ),
        migrations.CreateModel(
            name="Brake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("permit", "Titre de séjour à obtenir ou à renouveler"),
                            ("no_address", "Pas de domiciliation"),
                            ("court", "Procédure de justice en cours"),
                            ("rights_closed", "Droits fermés ou en attente"),
                            ("application", "Demande de logement social absente ou périmée"),
                            ("procedure", "Recours DALO en cours"),
                            ("no_experience", "Pas d’expérience dans le métier visé"),
                            ("diploma", "Diplôme manquant ou non reconnu"),
                            ("no_work_permit", "Pas d’autorisation de travailler"),
                            ("job_search", "Techniques de recherche d’emploi"),
                            ("debt", "Dette de loyer, d’énergie ou autre"),
                            ("income", "Ressources insuffisantes pour s’installer"),
                            ("bank", "Pas de compte bancaire"),
                            ("childcare", "Pas de garde d’enfants"),
                            ("custody", "Garde ou droit de visite à organiser"),
                            ("doubt", "Un membre du foyer hésite à partir"),
                            ("relative", "Un proche dépend du ménage"),
                            ("losing_shelter", "Hébergement menacé"),
                            ("furniture", "Pas de meubles"),
                            ("french", "Niveau de français insuffisant pour le métier visé"),
                            ("literacy", "Lecture, écriture ou calcul"),
                            ("licence", "Pas de permis de conduire"),
                            ("vehicle", "Pas de véhicule"),
                            ("device", "Pas d’équipement ou de connexion"),
                            ("online", "Démarches en ligne impossibles sans aide"),
                            ("limited_jobs", "Métier visé impossible ou poste à adapter"),
                            ("care", "Suivi de santé à organiser dans le territoire"),
                            ("other", "Autre frein"),
                        ],
                        max_length=30,
                        verbose_name="frein",
                    ),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=200, verbose_name="précisions"),
                ),
                (
                    "hinders",
                    models.CharField(
                        choices=[
                            ("work", "Trouver un emploi ou une formation"),
                            ("home", "Trouver un logement"),
                            ("stay", "Faire le séjour d’immersion"),
                            ("leaving", "Partir"),
                            ("daily_life", "Vivre au quotidien sur place"),
                        ],
                        max_length=20,
                        verbose_name="ce qu’il bloque",
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("resolved_on", models.DateField(blank=True, null=True, verbose_name="levé le")),
                (
                    "resolution",
                    models.CharField(blank=True, max_length=200, verbose_name="comment"),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="brakes",
                        to="candidates.parcours",
                        verbose_name="parcours",
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
                        verbose_name="personne concernée",
                    ),
                ),
            ],
            options={
                "verbose_name": "frein",
                "verbose_name_plural": "freins",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resolved_on__isnull", True),
                            ("resolved_on__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="brake_resolved_after_it_began",
                        violation_error_message="Un frein n’est pas levé avant d’avoir commencé.",
                    )
                ],
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
                ("reads_until", models.DateTimeField(null=True, verbose_name="lisible jusqu’à")),
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
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="accesses",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "accès au dossier",
                "verbose_name_plural": "accès aux dossiers",
                "indexes": [
                    models.Index(
                        condition=models.Q(("until__isnull", True)),
                        fields=["organisation", "role", "parcours"],
                        name="caseaccess_current",
                    ),
                    models.Index(
                        condition=models.Q(("reads_until__isnull", False)),
                        fields=["organisation", "role", "parcours"],
                        name="caseaccess_read_only",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("parcours", "organisation", "role"),
                        name="caseaccess_once_per_role",
                        violation_error_message="Cette organisation a déjà accès au dossier.",
                    )
                ],
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
                (
                    "concluded_in",
                    models.PositiveIntegerField(
                        default=0, verbose_name="conclusion écrite en version"
                    ),
                ),
                (
                    "parcours",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="diagnosis",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "diagnostic",
                "verbose_name_plural": "diagnostics",
            },
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
        migrations.CreateModel(
            name="InstallationAid",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("deposit", "Dépôt de garantie"),
                            ("first_rent", "Premier loyer"),
                            ("fees", "Frais d’agence ou de dossier"),
                            ("moving", "Déménagement"),
                            ("travel", "Voyage"),
                            ("furniture", "Meubles et équipement"),
                            ("energy", "Ouverture des compteurs"),
                            ("insurance", "Assurance du logement"),
                            ("vehicle", "Véhicule, permis, assurance auto"),
                            ("childcare", "École, cantine, mode de garde"),
                            ("food", "Alimentation du premier mois"),
                            ("other", "Autre dépense"),
                        ],
                        max_length=20,
                        verbose_name="dépense",
                    ),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=200, verbose_name="précisions"),
                ),
                (
                    "cost",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=8,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Un montant n’est pas négatif."
                            )
                        ],
                        verbose_name="montant à payer",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="à payer le")),
                (
                    "payer",
                    models.CharField(
                        choices=[
                            ("programme", "Programme EMILE"),
                            ("fsl", "Fonds de solidarité logement (FSL)"),
                            ("action_logement", "Action Logement"),
                            ("caf", "CAF ou MSA"),
                            ("france_travail", "France Travail"),
                            ("local", "Département, CCAS ou commune"),
                            ("employer", "Employeur"),
                            ("charity", "Association"),
                            ("household", "Le ménage"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="qui paie",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("to_ask", "À demander"),
                            ("asked", "Demandée"),
                            ("granted", "Accordée"),
                            ("paid", "Versée"),
                            ("refused", "Refusée"),
                            ("not_needed", "Plus nécessaire"),
                        ],
                        default="to_ask",
                        max_length=20,
                        verbose_name="où en est l’aide",
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="demandée le")),
                (
                    "asked_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Un montant n’est pas négatif."
                            )
                        ],
                        verbose_name="montant demandé",
                    ),
                ),
                (
                    "granted_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Un montant n’est pas négatif."
                            )
                        ],
                        verbose_name="montant accordé",
                    ),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="versée le")),
                (
                    "advanced_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("programme", "Programme EMILE"),
                            ("fsl", "Fonds de solidarité logement (FSL)"),
                            ("action_logement", "Action Logement"),
                            ("caf", "CAF ou MSA"),
                            ("france_travail", "France Travail"),
                            ("local", "Département, CCAS ou commune"),
                            ("employer", "Employeur"),
                            ("charity", "Association"),
                            ("household", "Le ménage"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="qui avance",
                    ),
                ),
                (
                    "repaid_on",
                    models.DateField(blank=True, null=True, verbose_name="avance remboursée le"),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="installation_aids",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "dépense ou aide à l’installation",
                "verbose_name_plural": "dépenses et aides à l’installation",
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
                "constraints": [
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "undone"), ("undone_at__isnull", False)),
                            models.Q(
                                models.Q(("state", "undone"), _negated=True),
                                ("undone_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="joinrequest_undone_has_a_date",
                        violation_error_message="Un rattachement annulé a une date d’annulation.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "pending")),
                        fields=("parcours", "organisation"),
                        name="joinrequest_one_pending",
                        violation_error_message="Une demande est déjà en attente pour ce dossier.",
                    ),
                ],
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
                "indexes": [
                    models.Index(fields=["kind", "occurred_on"], name="parcoursevent_by_kind"),
                    models.Index(fields=["transaction_id", "id"], name="parcoursevent_by_txid"),
                    models.Index(fields=["recorded_at", "id"], name="parcoursevent_as_written"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("parcours", "sequence"), name="parcoursevent_in_order"
                    )
                ],
            },
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
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours précédent du ménage",
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
                    "planned_move_on",
                    models.DateField(blank=True, null=True, verbose_name="installation prévue le"),
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("accepted", "validated"))),
                        fields=("parcours",),
                        name="placement_one_active_per_parcours",
                        violation_error_message="Un positionnement est déjà accepté pour ce ménage.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "proposed")),
                        fields=("parcours", "territory"),
                        name="placement_one_proposal_per_territory",
                        violation_error_message="Ce territoire a déjà une proposition en attente.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedFile",
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
                        blank=True,
                        choices=[
                            ("passed", "Passé"),
                            ("over", "Pas passé\xa0: le parcours est terminé"),
                            ("elsewhere", "Pas passé\xa0: déjà en d’autres mains"),
                            ("refused", "Pas passé\xa0: l’autre équipe ne peut plus le prendre"),
                        ],
                        max_length=20,
                        verbose_name="suite",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_hand_overs",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "planned",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="candidates.plannedhandover",
                        verbose_name="passation prévue",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier d’une passation prévue",
                "verbose_name_plural": "dossiers d’une passation prévue",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("planned", "parcours"),
                        name="plannedfile_once",
                        violation_error_message="Ce dossier est déjà dans cette passation.",
                    )
                ],
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
            name="TerritoryRefusal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="pourquoi")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="refused_territories",
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
                "verbose_name": "territoire refusé",
                "verbose_name_plural": "territoires refusés",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("parcours", "territory"),
                        name="territoryrefusal_once",
                        violation_error_message="Ce territoire est déjà dans la liste.",
                    )
                ],
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("parcours", "territory"),
                        name="territorywish_once",
                        violation_error_message="Ce territoire est déjà dans la liste.",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("parcours", "rank"),
                        name="territorywish_ranked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AppointmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office", "Dans nos bureaux"),
                            ("home", "Chez la personne"),
                            ("phone", "Par téléphone"),
                            ("video", "En visioconférence"),
                            ("elsewhere", "Ailleurs"),
                        ],
                        max_length=10,
                        verbose_name="où",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="quand")),
                (
                    "place",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="adresse, numéro ou lien"
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="pour")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Prévu"),
                            ("held", "A eu lieu"),
                            ("missed", "N’a pas eu lieu"),
                            ("cancelled", "Annulé"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="état",
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
                        to="candidates.appointment",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avec",
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
        migrations.CreateModel(
            name="AspirationsHistory",
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
                    "what_matters",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="ce qui compte pour le ménage"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.aspirations",
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
                "verbose_name": "présence à l’information",
                "verbose_name_plural": "présences à l’information",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mode", "session"), _negated=True),
                            ("session__isnull", False),
                            _connector="OR",
                        ),
                        name="attendance_session_when_collective",
                        violation_error_message="Indiquez de quelle réunion il s’agit.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BrakeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("permit", "Titre de séjour à obtenir ou à renouveler"),
                            ("no_address", "Pas de domiciliation"),
                            ("court", "Procédure de justice en cours"),
                            ("rights_closed", "Droits fermés ou en attente"),
                            ("application", "Demande de logement social absente ou périmée"),
                            ("procedure", "Recours DALO en cours"),
                            ("no_experience", "Pas d’expérience dans le métier visé"),
                            ("diploma", "Diplôme manquant ou non reconnu"),
                            ("no_work_permit", "Pas d’autorisation de travailler"),
                            ("job_search", "Techniques de recherche d’emploi"),
                            ("debt", "Dette de loyer, d’énergie ou autre"),
                            ("income", "Ressources insuffisantes pour s’installer"),
                            ("bank", "Pas de compte bancaire"),
                            ("childcare", "Pas de garde d’enfants"),
                            ("custody", "Garde ou droit de visite à organiser"),
                            ("doubt", "Un membre du foyer hésite à partir"),
                            ("relative", "Un proche dépend du ménage"),
                            ("losing_shelter", "Hébergement menacé"),
                            ("furniture", "Pas de meubles"),
                            ("french", "Niveau de français insuffisant pour le métier visé"),
                            ("literacy", "Lecture, écriture ou calcul"),
                            ("licence", "Pas de permis de conduire"),
                            ("vehicle", "Pas de véhicule"),
                            ("device", "Pas d’équipement ou de connexion"),
                            ("online", "Démarches en ligne impossibles sans aide"),
                            ("limited_jobs", "Métier visé impossible ou poste à adapter"),
                            ("care", "Suivi de santé à organiser dans le territoire"),
                            ("other", "Autre frein"),
                        ],
                        max_length=30,
                        verbose_name="frein",
                    ),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=200, verbose_name="précisions"),
                ),
                (
                    "hinders",
                    models.CharField(
                        choices=[
                            ("work", "Trouver un emploi ou une formation"),
                            ("home", "Trouver un logement"),
                            ("stay", "Faire le séjour d’immersion"),
                            ("leaving", "Partir"),
                            ("daily_life", "Vivre au quotidien sur place"),
                        ],
                        max_length=20,
                        verbose_name="ce qu’il bloque",
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("resolved_on", models.DateField(blank=True, null=True, verbose_name="levé le")),
                (
                    "resolution",
                    models.CharField(blank=True, max_length=200, verbose_name="comment"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.brake",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.person",
                        verbose_name="personne concernée",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                    "next_call_on",
                    models.DateField(blank=True, null=True, verbose_name="rappeler le"),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="candidates.contactpoint",
                        verbose_name="numéro appelé",
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
                ("reads_until", models.DateTimeField(null=True, verbose_name="lisible jusqu’à")),
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
        migrations.CreateModel(
            name="ChecklistMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_do", "À faire"),
                            ("done", "Fait"),
                            ("not_needed", "Pas nécessaire"),
                        ],
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.checklistitem",
                        verbose_name="point à vérifier",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checklist_marks",
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
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "point vérifié",
                "verbose_name_plural": "points vérifiés",
            },
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
                            ("training", "Installé, en formation ou autre sortie positive"),
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
                "verbose_name": "clôture",
                "verbose_name_plural": "clôtures",
            },
        ),
        migrations.CreateModel(
            name="DateSlip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "planned_before",
                    models.DateField(blank=True, null=True, verbose_name="prévue avant le"),
                ),
                ("planned_after", models.DateField(verbose_name="prévue maintenant le")),
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
                        related_name="date_slips",
                        to="candidates.placement",
                        verbose_name="positionnement",
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
                "verbose_name": "date déplacée",
                "verbose_name_plural": "dates déplacées",
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
                    "concluded_in",
                    models.PositiveIntegerField(
                        default=0, verbose_name="conclusion écrite en version"
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
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "rights",
                                    "Accès aux droits (allocations, aides, couverture santé)",
                                ),
                                ("paperwork", "Difficulté dans une démarche administrative"),
                                ("permit_renewal", "Renouvellement d’un titre de séjour"),
                                (
                                    "family_reunion",
                                    "Réunification ou regroupement familial en cours",
                                ),
                                ("legal", "Difficulté d’ordre juridique"),
                                ("postal_address", "Pas de domiciliation stable"),
                                ("no_application", "Pas de demande de logement social"),
                                ("application_to_renew", "Demande à renouveler"),
                                (
                                    "application_elsewhere",
                                    "Demande à déposer dans le territoire souhaité",
                                ),
                                ("right_to_housing", "Recours DALO à faire ou en cours"),
                                ("resume", "Préparation d’un CV"),
                                ("interview", "Préparation aux entretiens d’embauche"),
                                ("partner_work", "Accompagnement de l’autre adulte vers l’emploi"),
                                ("training", "Formation ou remise à niveau"),
                                ("recognition", "Reconnaissance d’un diplôme obtenu à l’étranger"),
                                ("work_trial", "Découverte d’un métier en entreprise"),
                                ("disability_job", "Accompagnement par Cap emploi"),
                                ("no_right_to_work", "Pas d’autorisation de travailler"),
                                ("no_income", "Pas de ressources"),
                                ("benefits_ending", "Fin prochaine d’une allocation"),
                                ("debts", "Dettes ou surendettement"),
                                ("no_bank_account", "Pas de compte bancaire"),
                                ("budget", "Aide pour tenir un budget"),
                                ("moving_costs", "Avance pour les premiers frais d’installation"),
                                ("childcare", "Garde d’enfants"),
                                ("school", "Scolarité d’un enfant"),
                                ("separation", "Séparation en cours"),
                                ("violence", "Besoin de protection"),
                                ("isolation", "Isolement"),
                                ("carer", "Aide à un proche"),
                                ("pet", "Animal de compagnie"),
                                ("shelter", "Mise à l’abri"),
                                ("eviction", "Expulsion annoncée"),
                                ("accessible_home", "Logement accessible"),
                                ("shared_flat", "Colocation acceptée"),
                                (
                                    "home_skills",
                                    "Apprendre à occuper un logement (contrats, énergie, voisinage)",
                                ),
                                ("furniture", "Meubles et équipement"),
                                ("spoken_french", "Français à l’oral"),
                                ("reading", "Lecture"),
                                ("writing", "Écriture"),
                                ("numeracy", "Calcul"),
                                ("learning", "Difficultés dans les apprentissages"),
                                ("interpreter", "Interprète"),
                                ("licence", "Permis de conduire à passer ou à échanger"),
                                ("vehicle", "Véhicule"),
                                ("transport", "Prendre seul les transports"),
                                ("cycling", "Vélo ou cyclomoteur"),
                                ("no_device", "Pas de téléphone ou d’ordinateur"),
                                ("no_connection", "Pas de connexion"),
                                ("online_forms", "Démarches en ligne"),
                                ("no_email", "Pas d’adresse électronique"),
                                ("care_access", "Médecin ou soins à proximité"),
                                ("health_cover", "Couverture santé à ouvrir ou à renouveler"),
                                ("limited_jobs", "Certains métiers ou gestes sont exclus"),
                                ("adapted_hours", "Horaires ou poste à adapter"),
                                ("reduced_mobility", "Déplacements difficiles, escaliers à éviter"),
                                ("support_there", "Relais à organiser dans le territoire"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="besoins",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="ce qu’il faut savoir"
                    ),
                ),
                (
                    "written_in",
                    models.PositiveIntegerField(default=0, verbose_name="écrit en version"),
                ),
                (
                    "written_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="écrit le"),
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
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="écrit par",
                    ),
                ),
            ],
            options={
                "verbose_name": "thème du diagnostic",
                "verbose_name_plural": "thèmes du diagnostic",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("diagnosis", "theme"), name="diagnosistheme_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Pièce d’identité"),
                            ("permit", "Titre de séjour"),
                            ("civil_status", "Livret de famille ou acte de naissance"),
                            ("lodging", "Attestation d’hébergement"),
                            ("domiciliation", "Attestation de domiciliation"),
                            ("tax", "Dernier avis d’imposition"),
                            ("resources", "Justificatifs de ressources"),
                            ("benefits", "Attestation CAF ou MSA"),
                            ("health_cover", "Attestation d’assurance maladie"),
                            ("social_housing", "Attestation de demande de logement social"),
                            ("language", "Attestation de niveau de français"),
                            ("driving", "Permis de conduire"),
                            ("diploma", "Diplôme ou attestation de formation"),
                        ],
                        max_length=20,
                        verbose_name="pièce",
                    ),
                ),
                ("wanted_by", models.DateField(verbose_name="avant le")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="document_requests",
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
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Vide quand le papier concerne tout le ménage.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "pièce demandée",
                "verbose_name_plural": "pièces demandées",
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
                ("message", models.TextField(blank=True, verbose_name="mot à l’opérateur")),
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
                "verbose_name": "décision d’éligibilité",
                "verbose_name_plural": "décisions d’éligibilité",
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
                "verbose_name": "sortie du programme",
                "verbose_name_plural": "sorties du programme",
            },
        ),
        migrations.CreateModel(
            name="ExpectedBirth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="attendue vers le")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="expected_births",
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
                "verbose_name": "naissance attendue",
                "verbose_name_plural": "naissances attendues",
            },
        ),
        migrations.CreateModel(
            name="FastTrack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="début le")),
                ("agreements_due_on", models.DateField(verbose_name="accords attendus avant le")),
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
                        related_name="fast_tracks",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "voie rapide",
                "verbose_name_plural": "voies rapides",
            },
        ),
        migrations.CreateModel(
            name="FollowUpExtension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateField(verbose_name="accompagnement jusqu’au")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_up_extensions",
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
                "verbose_name": "prolongation de l’accompagnement",
                "verbose_name_plural": "prolongations de l’accompagnement",
            },
        ),
        migrations.CreateModel(
            name="HandOver",
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
                ("handed_on", models.DateField(verbose_name="le")),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation avant",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation après",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hand_overs",
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
                "verbose_name": "passation",
                "verbose_name_plural": "passations",
            },
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
                    "means",
                    models.CharField(
                        blank=True,
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
                    "ask_again_on",
                    models.DateField(blank=True, null=True, verbose_name="à redemander le"),
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
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="household_answers",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "réponse du ménage",
                "verbose_name_plural": "réponses du ménage",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "needs_time"),
                            ("ask_again_on__isnull", True),
                            _connector="OR",
                        ),
                        name="householdanswer_asked_again_when_in_doubt",
                        violation_error_message="On ne redemande qu’à une personne qui a besoin de temps.",
                    )
                ],
            },
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
                    "attributed_on",
                    models.DateField(blank=True, null=True, verbose_name="attribué ou signé le"),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="référence d’attribution"
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="fin le")),
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
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="housing_commitments",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "solution de logement",
                "verbose_name_plural": "solutions de logement",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "social"), _negated=True),
                            ("attributed_on__isnull", False),
                            _connector="OR",
                        ),
                        name="housingcommitment_social_once_attributed",
                        violation_error_message="Un logement social compte une fois attribué\xa0: indiquez la date d’attribution.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("available_on")),
                            _connector="OR",
                        ),
                        name="housingcommitment_ends_after_it_starts",
                        violation_error_message="La fin de ce logement précède son début.",
                    ),
                ],
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
                    "outward_mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("train", "Train"),
                            ("coach", "Car"),
                            ("car", "Voiture"),
                            ("shared_car", "Covoiturage"),
                            ("with_the_team", "Avec l’équipe"),
                            ("other", "Autrement"),
                        ],
                        max_length=20,
                        verbose_name="aller",
                    ),
                ),
                (
                    "outward_ticket",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_buy", "À prendre"),
                            ("bought", "Pris"),
                            ("handed_over", "Remis"),
                            ("not_needed", "Pas besoin de billet"),
                        ],
                        max_length=20,
                        verbose_name="billet aller",
                    ),
                ),
                (
                    "outward_from",
                    models.CharField(blank=True, max_length=120, verbose_name="départ de"),
                ),
                (
                    "outward_leaves_at",
                    models.TimeField(blank=True, null=True, verbose_name="départ à"),
                ),
                (
                    "outward_to",
                    models.CharField(blank=True, max_length=120, verbose_name="arrivée à (lieu)"),
                ),
                (
                    "outward_arrives_at",
                    models.TimeField(blank=True, null=True, verbose_name="arrivée à"),
                ),
                (
                    "travel",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="précisions sur le trajet"
                    ),
                ),
                (
                    "welcomer_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="qui attend le ménage"
                    ),
                ),
                (
                    "welcomer_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="son téléphone"),
                ),
                (
                    "local_transport",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="se déplacer sur place"
                    ),
                ),
                (
                    "return_mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("train", "Train"),
                            ("coach", "Car"),
                            ("car", "Voiture"),
                            ("shared_car", "Covoiturage"),
                            ("with_the_team", "Avec l’équipe"),
                            ("other", "Autrement"),
                        ],
                        max_length=20,
                        verbose_name="retour",
                    ),
                ),
                (
                    "return_ticket",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_buy", "À prendre"),
                            ("bought", "Pris"),
                            ("handed_over", "Remis"),
                            ("not_needed", "Pas besoin de billet"),
                        ],
                        max_length=20,
                        verbose_name="billet retour",
                    ),
                ),
                (
                    "return_from",
                    models.CharField(blank=True, max_length=120, verbose_name="retour depuis"),
                ),
                (
                    "return_leaves_at",
                    models.TimeField(blank=True, null=True, verbose_name="départ du retour à"),
                ),
                (
                    "return_to",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="retour jusqu’à (lieu)"
                    ),
                ),
                (
                    "return_arrives_at",
                    models.TimeField(blank=True, null=True, verbose_name="arrivée du retour à"),
                ),
                (
                    "lodging_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("operator_home", "Logement de l’équipe qui accueille"),
                            ("rental", "Gîte ou location"),
                            ("hotel", "Hôtel"),
                            ("residence", "Résidence ou foyer"),
                            ("with_a_resident", "Chez l’habitant"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="type d’hébergement",
                    ),
                ),
                (
                    "lodging",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="hébergement pendant le séjour"
                    ),
                ),
                (
                    "lodging_address",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="adresse de l’hébergement"
                    ),
                ),
                (
                    "lodging_phone",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="téléphone de l’hébergement"
                    ),
                ),
                (
                    "childcare",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("with_parents", "Les enfants suivent les visites avec leurs parents"),
                            ("on_site", "Ils sont gardés sur place"),
                            ("stay_behind", "Ils ne font pas le voyage"),
                            ("no_child", "Pas d’enfant"),
                        ],
                        max_length=20,
                        verbose_name="garde des enfants",
                    ),
                ),
                (
                    "childcare_details",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="précisions sur la garde"
                    ),
                ),
                (
                    "shelter_is_kept",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="place d’hébergement gardée"
                    ),
                ),
                (
                    "shelter_confirmed_by",
                    models.CharField(blank=True, max_length=100, verbose_name="confirmé par"),
                ),
                (
                    "shelter_kept_until",
                    models.DateField(blank=True, null=True, verbose_name="place gardée jusqu’au"),
                ),
                (
                    "to_bring",
                    models.TextField(blank=True, max_length=1000, verbose_name="à apporter"),
                ),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, verbose_name="n’a pas eu lieu"),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stays",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "séjour d’immersion",
                "verbose_name_plural": "séjours d’immersion",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_cancelled", False)),
                        expressions=[(models.F("parcours"), "="), (models.F("days"), "&&")],
                        name="immersionstay_no_overlap",
                        violation_error_message="Ces dates chevauchent un autre séjour du ménage.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__isempty", False)),
                        name="immersionstay_lasts_a_day_at_least",
                        violation_error_message="Le dernier jour ne peut pas précéder le premier.",
                    ),
                ],
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
                "verbose_name": "installation",
                "verbose_name_plural": "installations",
            },
        ),
        migrations.CreateModel(
            name="InstallationAidHistory",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("deposit", "Dépôt de garantie"),
                            ("first_rent", "Premier loyer"),
                            ("fees", "Frais d’agence ou de dossier"),
                            ("moving", "Déménagement"),
                            ("travel", "Voyage"),
                            ("furniture", "Meubles et équipement"),
                            ("energy", "Ouverture des compteurs"),
                            ("insurance", "Assurance du logement"),
                            ("vehicle", "Véhicule, permis, assurance auto"),
                            ("childcare", "École, cantine, mode de garde"),
                            ("food", "Alimentation du premier mois"),
                            ("other", "Autre dépense"),
                        ],
                        max_length=20,
                        verbose_name="dépense",
                    ),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=200, verbose_name="précisions"),
                ),
                (
                    "cost",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=8,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Un montant n’est pas négatif."
                            )
                        ],
                        verbose_name="montant à payer",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="à payer le")),
                (
                    "payer",
                    models.CharField(
                        choices=[
                            ("programme", "Programme EMILE"),
                            ("fsl", "Fonds de solidarité logement (FSL)"),
                            ("action_logement", "Action Logement"),
                            ("caf", "CAF ou MSA"),
                            ("france_travail", "France Travail"),
                            ("local", "Département, CCAS ou commune"),
                            ("employer", "Employeur"),
                            ("charity", "Association"),
                            ("household", "Le ménage"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="qui paie",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("to_ask", "À demander"),
                            ("asked", "Demandée"),
                            ("granted", "Accordée"),
                            ("paid", "Versée"),
                            ("refused", "Refusée"),
                            ("not_needed", "Plus nécessaire"),
                        ],
                        default="to_ask",
                        max_length=20,
                        verbose_name="où en est l’aide",
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="demandée le")),
                (
                    "asked_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Un montant n’est pas négatif."
                            )
                        ],
                        verbose_name="montant demandé",
                    ),
                ),
                (
                    "granted_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Un montant n’est pas négatif."
                            )
                        ],
                        verbose_name="montant accordé",
                    ),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="versée le")),
                (
                    "advanced_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("programme", "Programme EMILE"),
                            ("fsl", "Fonds de solidarité logement (FSL)"),
                            ("action_logement", "Action Logement"),
                            ("caf", "CAF ou MSA"),
                            ("france_travail", "France Travail"),
                            ("local", "Département, CCAS ou commune"),
                            ("employer", "Employeur"),
                            ("charity", "Association"),
                            ("household", "Le ménage"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="qui avance",
                    ),
                ),
                (
                    "repaid_on",
                    models.DateField(blank=True, null=True, verbose_name="avance remboursée le"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.installationaid",
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
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permanent", "CDI"),
                            ("long_fixed", "CDD de plus de 6 mois"),
                            ("short_fixed", "CDD de 6 mois ou moins"),
                            ("long_interim", "Intérim de plus de 6 mois"),
                            ("short_interim", "Intérim de 6 mois ou moins"),
                            ("public", "Fonction publique"),
                            ("integration", "CDDI ou contrat aidé"),
                            ("apprenticeship", "Alternance"),
                        ],
                        max_length=20,
                        verbose_name="contrat",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="heures par semaine",
                    ),
                ),
                (
                    "is_qualifying",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="formation qualifiante"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="début le")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="fin le")),
                (
                    "first_pay_on",
                    models.DateField(blank=True, null=True, verbose_name="premier versement le"),
                ),
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
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="job_commitments",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "engagement d’emploi ou de formation",
                "verbose_name_plural": "engagements d’emploi ou de formation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="jobcommitment_ends_after_it_starts",
                        violation_error_message="La fin du contrat précède son début.",
                    )
                ],
            },
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
                            ("m12", "Fin de l’accompagnement prolongé"),
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
                        blank=True,
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
                "verbose_name": "visite de suivi",
                "verbose_name_plural": "visites de suivi",
            },
        ),
        migrations.CreateModel(
            name="MissedVisit",
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
                            ("m12", "Fin de l’accompagnement prolongé"),
                        ],
                        max_length=5,
                        verbose_name="point de suivi",
                    ),
                ),
                ("next_on", models.DateField(verbose_name="prochaine visite le")),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="missed_visits",
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
                "verbose_name": "visite qui n’a pas eu lieu",
                "verbose_name_plural": "visites qui n’ont pas eu lieu",
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
                    "next_step",
                    models.CharField(blank=True, max_length=200, verbose_name="prochaine étape"),
                ),
                (
                    "next_on",
                    models.DateField(blank=True, null=True, verbose_name="prochaine étape pour le"),
                ),
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
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_on__isnull", True),
                            models.Q(("next_step", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="note_dates_a_next_step",
                        violation_error_message="Dites ce qui est prévu à cette date.",
                    )
                ],
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
                ("shown", models.JSONField(default=dict, verbose_name="ce qui lui a été montré")),
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
                        help_text="Qui répond, ou de qui c’est l’employeur.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "avis d’une partie",
                "verbose_name_plural": "avis des parties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("party__in", ("adult", "employer")), ("person__isnull", False)
                            ),
                            models.Q(
                                models.Q(("party__in", ("adult", "employer")), _negated=True),
                                ("person__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="partyagreement_adult_is_named",
                        violation_error_message="L’avis d’un adulte, ou de son employeur, est celui d’une personne du ménage.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("means", "self"),
                            models.Q(("answered_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="partyagreement_on_behalf_says_by_whom",
                        violation_error_message="Indiquez qui a donné cet avis.",
                    ),
                ],
            },
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
                (
                    "reason",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.reason",
                        verbose_name="motif",
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
                    "planned_move_on",
                    models.DateField(blank=True, null=True, verbose_name="installation prévue le"),
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
            name="PlacementHome",
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
                    "certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="où on en est",
                    ),
                ),
                (
                    "landlord",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="bailleur ou gestionnaire"
                    ),
                ),
                (
                    "typology",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("T1", "T1 ou studio"),
                            ("T2", "T2"),
                            ("T3", "T3"),
                            ("T4", "T4"),
                            ("T5", "T5"),
                            ("T6", "T6 ou plus grand"),
                        ],
                        max_length=2,
                        verbose_name="type de logement",
                    ),
                ),
                (
                    "rent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="loyer mensuel hors charges",
                    ),
                ),
                (
                    "charges",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="charges mensuelles",
                    ),
                ),
                (
                    "surface",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="surface en m²"
                    ),
                ),
                (
                    "available_on",
                    models.DateField(blank=True, null=True, verbose_name="disponible le"),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=300, verbose_name="précisions"),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune",
                    ),
                ),
                (
                    "placement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="home",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "logement du projet",
                "verbose_name_plural": "logements du projet",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rent__isnull", True), ("rent__gte", 0), _connector="OR"),
                            models.Q(
                                ("charges__isnull", True), ("charges__gte", 0), _connector="OR"
                            ),
                        ),
                        name="placementhome_costs_nothing_less",
                        violation_error_message="Un loyer ne peut pas être négatif.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacementJob",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("job", "Emploi salarié"),
                            ("training", "Formation"),
                            ("self_employed", "Création d’activité"),
                        ],
                        default="job",
                        max_length=20,
                        verbose_name="solution",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="où on en est",
                    ),
                ),
                (
                    "employer",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="employeur ou organisme de formation",
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permanent", "CDI"),
                            ("long_fixed", "CDD de plus de 6 mois"),
                            ("short_fixed", "CDD de 6 mois ou moins"),
                            ("long_interim", "Intérim de plus de 6 mois"),
                            ("short_interim", "Intérim de 6 mois ou moins"),
                            ("public", "Fonction publique"),
                            ("integration", "CDDI ou contrat aidé"),
                            ("apprenticeship", "Alternance"),
                        ],
                        max_length=20,
                        verbose_name="contrat",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="heures par semaine",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="début le")),
                (
                    "details",
                    models.CharField(blank=True, max_length=300, verbose_name="précisions"),
                ),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jobs",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "emploi ou formation du projet",
                "verbose_name_plural": "emplois et formations du projet",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("placement", "person"),
                        name="placementjob_one_per_adult",
                        violation_error_message="Cette personne a déjà une solution dans ce projet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weekly_hours__isnull", True),
                            models.Q(("weekly_hours__gt", 0), ("weekly_hours__lte", 60)),
                            _connector="OR",
                        ),
                        name="placementjob_hours_of_a_week",
                        violation_error_message="Vérifiez le nombre d’heures par semaine.",
                    ),
                ],
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
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
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
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("household", "Le ménage"),
                            ("upstream", "L’équipe qui prépare"),
                            ("prescriber", "La structure qui oriente"),
                            ("host", "L’équipe qui accueille"),
                            ("partner", "Un partenaire"),
                        ],
                        default="household",
                        max_length=20,
                        verbose_name="qui s’en charge",
                    ),
                ),
                (
                    "owner_name",
                    models.CharField(blank=True, max_length=100, verbose_name="son nom"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="avant le")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_do", "À faire"),
                            ("in_progress", "En cours"),
                            ("done", "Faite"),
                            ("dropped", "Sans suite"),
                        ],
                        default="to_do",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                (
                    "brake",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to="candidates.brake",
                        verbose_name="frein que cette action lève",
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            ("done_on__isnull", False),
                            _connector="OR",
                        ),
                        name="planaction_done_has_its_day",
                        violation_error_message="Dites quand l’action a été faite.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedFileHistory",
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
                        blank=True,
                        choices=[
                            ("passed", "Passé"),
                            ("over", "Pas passé\xa0: le parcours est terminé"),
                            ("elsewhere", "Pas passé\xa0: déjà en d’autres mains"),
                            ("refused", "Pas passé\xa0: l’autre équipe ne peut plus le prendre"),
                        ],
                        max_length=20,
                        verbose_name="suite",
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
                        to="candidates.plannedfile",
                    ),
                ),
                (
                    "planned",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.plannedhandover",
                        verbose_name="passation prévue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Separation",
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
                    "opened",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="separation",
                        to="candidates.parcours",
                        verbose_name="parcours ouvert",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="separations",
                        to="candidates.parcours",
                        verbose_name="parcours d’avant",
                    ),
                ),
            ],
            options={
                "verbose_name": "séparation",
                "verbose_name_plural": "séparations",
            },
        ),
        migrations.CreateModel(
            name="SessionInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                        related_name="invitations",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="candidates.informationsession",
                        verbose_name="réunion",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation à une réunion",
                "verbose_name_plural": "invitations à une réunion",
            },
        ),
        migrations.CreateModel(
            name="ShelterLoss",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("since", models.DateField(verbose_name="depuis le")),
                (
                    "tonight",
                    models.CharField(
                        choices=[
                            ("nowhere", "Nulle part\xa0: rien n’est trouvé pour ce soir"),
                            ("street", "Dehors ou dans un véhicule"),
                            ("third_party", "Chez quelqu’un, pour quelques nuits"),
                            ("emergency", "Hôtel ou centre d’urgence (115)"),
                            ("unknown", "On ne sait pas"),
                        ],
                        max_length=20,
                        verbose_name="ce soir",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="numéro où joindre le ménage"
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
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shelter_losses",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "perte d’hébergement",
                "verbose_name_plural": "pertes d’hébergement",
            },
        ),
        migrations.CreateModel(
            name="SituationSnapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "point",
                    models.CharField(
                        choices=[
                            ("entry", "À l’entrée"),
                            ("diagnosis", "Au diagnostic"),
                            ("installation", "À l’installation"),
                            ("m1", "1 mois après"),
                            ("m3", "3 mois après"),
                            ("m6", "6 mois après"),
                            ("m12", "Fin de la prolongation"),
                            ("exit", "À la fin"),
                        ],
                        max_length=20,
                        verbose_name="moment",
                    ),
                ),
                (
                    "employment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permanent", "CDI"),
                            ("long_fixed", "CDD de plus de 6 mois"),
                            ("short_fixed", "CDD de 6 mois ou moins"),
                            ("long_interim", "Intérim de plus de 6 mois"),
                            ("short_interim", "Intérim de 6 mois ou moins"),
                            ("public", "Fonction publique"),
                            ("integration", "CDDI ou contrat aidé"),
                            ("apprenticeship", "Alternance"),
                            ("self_employed", "À son compte"),
                            ("qualifying_training", "Formation qualifiante"),
                            ("other_training", "Autre formation"),
                            ("seeking", "Recherche un emploi"),
                            ("not_seeking", "Ne recherche pas d’emploi"),
                        ],
                        max_length=20,
                        verbose_name="situation",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("care", "Services à la personne, santé"),
                            ("hospitality", "Hôtellerie, restauration"),
                            ("building", "Bâtiment"),
                            ("cleaning", "Propreté"),
                            ("logistics", "Logistique, transport"),
                            ("food", "Agriculture, agroalimentaire"),
                            ("industry", "Industrie"),
                            ("retail", "Commerce"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="secteur",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="heures par semaine",
                    ),
                ),
                (
                    "training",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "Aucune"),
                            ("french", "Cours de français"),
                            ("running", "En cours"),
                            ("done", "Terminée"),
                        ],
                        max_length=20,
                        verbose_name="formation",
                    ),
                ),
                (
                    "resources",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wage", "Salaire ou revenu d’activité"),
                            ("unemployment", "Allocation chômage"),
                            ("rsa", "RSA"),
                            ("disability", "AAH ou pension d’invalidité"),
                            ("training", "Rémunération de formation"),
                            ("pension", "Retraite"),
                            ("other", "Autre"),
                            ("none", "Aucune"),
                        ],
                        max_length=20,
                        verbose_name="ressource principale",
                    ),
                ),
                (
                    "lodging",
                    models.CharField(
                        blank=True,
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
                        verbose_name="logement",
                    ),
                ),
                (
                    "health_access",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("complete", "Couverture et médecin traitant"),
                            ("no_doctor", "Couverture, pas de médecin traitant"),
                            ("no_cover", "Pas encore de couverture"),
                        ],
                        max_length=20,
                        verbose_name="accès aux soins",
                    ),
                ),
                (
                    "getting_around",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("car", "Véhicule personnel"),
                            ("shared", "Covoiturage ou véhicule prêté"),
                            ("transport", "Transports en commun"),
                            ("on_foot", "À pied ou à vélo"),
                            ("stuck", "Pas de solution"),
                        ],
                        max_length=20,
                        verbose_name="déplacements",
                    ),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_child", "Pas d’enfant à scolariser"),
                            ("all", "Tous scolarisés ou gardés"),
                            ("some", "Une partie seulement"),
                            ("none", "Aucun pour le moment"),
                        ],
                        max_length=20,
                        verbose_name="école et garde des enfants",
                    ),
                ),
                (
                    "company",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surrounded", "Se sent entouré"),
                            ("somewhat", "Connaît quelques personnes"),
                            ("alone", "Se sent seul"),
                        ],
                        max_length=20,
                        verbose_name="entourage",
                    ),
                ),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="satisfaction, de 1 à 5",
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
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.occupation",
                        verbose_name="métier",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="snapshots",
                        to="candidates.parcours",
                        verbose_name="parcours",
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
                "verbose_name": "situation d’un adulte",
                "verbose_name_plural": "situations des adultes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("satisfaction__isnull", True),
                            ("satisfaction__range", (1, 5)),
                            _connector="OR",
                        ),
                        name="situationsnapshot_satisfaction_from_1_to_5",
                        violation_error_message="La satisfaction va de 1 à 5.",
                    )
                ],
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
            name="TerritoryDeparture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "mandate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.mandate",
                        verbose_name="opérateur qui continue",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="departures",
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
                "verbose_name": "départ du territoire",
                "verbose_name_plural": "départs du territoire",
            },
        ),
        migrations.CreateModel(
            name="TerritoryRefusalHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="pourquoi")),
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
                        to="candidates.territoryrefusal",
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
            name="UpstreamExtension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("given_on", models.DateField(verbose_name="accordée le")),
                ("until", models.DateField(verbose_name="jusqu’au")),
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
                        related_name="extensions",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
            ],
            options={
                "verbose_name": "prolongation de la préparation",
                "verbose_name_plural": "prolongations de la préparation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("given_on"))),
                        name="upstreamextension_ahead",
                        violation_error_message="La nouvelle limite est déjà passée.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkTrial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("discover", "Découvrir un métier"),
                            ("confirm", "Confirmer un projet"),
                            ("recruit", "Initier un recrutement"),
                        ],
                        max_length=20,
                        verbose_name="objet",
                    ),
                ),
                (
                    "business",
                    models.CharField(
                        max_length=200, verbose_name="entreprise ou structure d’accueil"
                    ),
                ),
                (
                    "agreement_number",
                    models.CharField(
                        blank=True,
                        help_text="Cerfa 13912.",
                        max_length=40,
                        verbose_name="numéro de la convention",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="du")),
                ("ends_on", models.DateField(verbose_name="au")),
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
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.occupation",
                        verbose_name="métier",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="work_trials",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_trials",
                        to="candidates.person",
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "PMSMP",
                "verbose_name_plural": "PMSMP",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="worktrial_ends_after_it_starts",
                        violation_error_message="La fin précède le début.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ends_on__lt",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("starts_on"),
                                    "+",
                                    models.Value(datetime.timedelta(days=31)),
                                ),
                            )
                        ),
                        name="worktrial_one_month_at_most",
                        violation_error_message="Une PMSMP dure un mois au plus.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdultOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reached",
                    models.CharField(
                        choices=[
                            ("lasting", "Emploi durable"),
                            ("transition", "Emploi de transition"),
                            ("positive", "Sortie positive"),
                            ("other", "Autre situation"),
                            ("unknown", "Situation inconnue"),
                        ],
                        max_length=20,
                        verbose_name="sortie",
                    ),
                ),
                (
                    "closure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adults",
                        to="candidates.closure",
                        verbose_name="clôture",
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
                "verbose_name": "sortie d’un adulte",
                "verbose_name_plural": "sorties des adultes",
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
        migrations.CreateModel(
            name="CallAttemptHistory",
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
                    "next_call_on",
                    models.DateField(blank=True, null=True, verbose_name="rappeler le"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.callattempt",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.contactpoint",
                        verbose_name="numéro appelé",
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
        migrations.CreateModel(
            name="ChecklistMarkHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_do", "À faire"),
                            ("done", "Fait"),
                            ("not_needed", "Pas nécessaire"),
                        ],
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.checklistitem",
                        verbose_name="point à vérifier",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.checklistmark",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            ("training", "Installé, en formation ou autre sortie positive"),
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
        migrations.CreateModel(
            name="DateSlipHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "planned_before",
                    models.DateField(blank=True, null=True, verbose_name="prévue avant le"),
                ),
                ("planned_after", models.DateField(verbose_name="prévue maintenant le")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.dateslip",
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
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "rights",
                                    "Accès aux droits (allocations, aides, couverture santé)",
                                ),
                                ("paperwork", "Difficulté dans une démarche administrative"),
                                ("permit_renewal", "Renouvellement d’un titre de séjour"),
                                (
                                    "family_reunion",
                                    "Réunification ou regroupement familial en cours",
                                ),
                                ("legal", "Difficulté d’ordre juridique"),
                                ("postal_address", "Pas de domiciliation stable"),
                                ("no_application", "Pas de demande de logement social"),
                                ("application_to_renew", "Demande à renouveler"),
                                (
                                    "application_elsewhere",
                                    "Demande à déposer dans le territoire souhaité",
                                ),
                                ("right_to_housing", "Recours DALO à faire ou en cours"),
                                ("resume", "Préparation d’un CV"),
                                ("interview", "Préparation aux entretiens d’embauche"),
                                ("partner_work", "Accompagnement de l’autre adulte vers l’emploi"),
                                ("training", "Formation ou remise à niveau"),
                                ("recognition", "Reconnaissance d’un diplôme obtenu à l’étranger"),
                                ("work_trial", "Découverte d’un métier en entreprise"),
                                ("disability_job", "Accompagnement par Cap emploi"),
                                ("no_right_to_work", "Pas d’autorisation de travailler"),
                                ("no_income", "Pas de ressources"),
                                ("benefits_ending", "Fin prochaine d’une allocation"),
                                ("debts", "Dettes ou surendettement"),
                                ("no_bank_account", "Pas de compte bancaire"),
                                ("budget", "Aide pour tenir un budget"),
                                ("moving_costs", "Avance pour les premiers frais d’installation"),
                                ("childcare", "Garde d’enfants"),
                                ("school", "Scolarité d’un enfant"),
                                ("separation", "Séparation en cours"),
                                ("violence", "Besoin de protection"),
                                ("isolation", "Isolement"),
                                ("carer", "Aide à un proche"),
                                ("pet", "Animal de compagnie"),
                                ("shelter", "Mise à l’abri"),
                                ("eviction", "Expulsion annoncée"),
                                ("accessible_home", "Logement accessible"),
                                ("shared_flat", "Colocation acceptée"),
                                (
                                    "home_skills",
                                    "Apprendre à occuper un logement (contrats, énergie, voisinage)",
                                ),
                                ("furniture", "Meubles et équipement"),
                                ("spoken_french", "Français à l’oral"),
                                ("reading", "Lecture"),
                                ("writing", "Écriture"),
                                ("numeracy", "Calcul"),
                                ("learning", "Difficultés dans les apprentissages"),
                                ("interpreter", "Interprète"),
                                ("licence", "Permis de conduire à passer ou à échanger"),
                                ("vehicle", "Véhicule"),
                                ("transport", "Prendre seul les transports"),
                                ("cycling", "Vélo ou cyclomoteur"),
                                ("no_device", "Pas de téléphone ou d’ordinateur"),
                                ("no_connection", "Pas de connexion"),
                                ("online_forms", "Démarches en ligne"),
                                ("no_email", "Pas d’adresse électronique"),
                                ("care_access", "Médecin ou soins à proximité"),
                                ("health_cover", "Couverture santé à ouvrir ou à renouveler"),
                                ("limited_jobs", "Certains métiers ou gestes sont exclus"),
                                ("adapted_hours", "Horaires ou poste à adapter"),
                                ("reduced_mobility", "Déplacements difficiles, escaliers à éviter"),
                                ("support_there", "Relais à organiser dans le territoire"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="besoins",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="ce qu’il faut savoir"
                    ),
                ),
                (
                    "written_in",
                    models.PositiveIntegerField(default=0, verbose_name="écrit en version"),
                ),
                (
                    "written_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="écrit le"),
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
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="écrit par",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentReception",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("seen", "Vu en original"),
                            ("prescriber", "Reçu par la structure qui oriente"),
                            ("useless", "Finalement inutile"),
                        ],
                        max_length=20,
                        verbose_name="comment",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="receptions",
                        to="candidates.documentrequest",
                        verbose_name="pièce demandée",
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
                "verbose_name": "pièce reçue",
                "verbose_name_plural": "pièces reçues",
            },
        ),
        migrations.CreateModel(
            name="DocumentRequestHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Pièce d’identité"),
                            ("permit", "Titre de séjour"),
                            ("civil_status", "Livret de famille ou acte de naissance"),
                            ("lodging", "Attestation d’hébergement"),
                            ("domiciliation", "Attestation de domiciliation"),
                            ("tax", "Dernier avis d’imposition"),
                            ("resources", "Justificatifs de ressources"),
                            ("benefits", "Attestation CAF ou MSA"),
                            ("health_cover", "Attestation d’assurance maladie"),
                            ("social_housing", "Attestation de demande de logement social"),
                            ("language", "Attestation de niveau de français"),
                            ("driving", "Permis de conduire"),
                            ("diploma", "Diplôme ou attestation de formation"),
                        ],
                        max_length=20,
                        verbose_name="pièce",
                    ),
                ),
                ("wanted_by", models.DateField(verbose_name="avant le")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.documentrequest",
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
                        blank=True,
                        db_constraint=False,
                        help_text="Vide quand le papier concerne tout le ménage.",
                        null=True,
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
                ("message", models.TextField(blank=True, verbose_name="mot à l’opérateur")),
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
        migrations.CreateModel(
            name="ExpectedBirthHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("due_on", models.DateField(verbose_name="attendue vers le")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.expectedbirth",
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
        migrations.CreateModel(
            name="FastTrackHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="début le")),
                ("agreements_due_on", models.DateField(verbose_name="accords attendus avant le")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.fasttrack",
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
        migrations.CreateModel(
            name="FollowUpExtensionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("until", models.DateField(verbose_name="accompagnement jusqu’au")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.followupextension",
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
        migrations.CreateModel(
            name="HandOverHistory",
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
                ("handed_on", models.DateField(verbose_name="le")),
                (
                    "giver",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation avant",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.handover",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation après",
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
                    "means",
                    models.CharField(
                        blank=True,
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
                    "ask_again_on",
                    models.DateField(blank=True, null=True, verbose_name="à redemander le"),
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
        migrations.CreateModel(
            name="HouseholdReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "liked",
                    models.TextField(blank=True, max_length=2000, verbose_name="ce qui a plu"),
                ),
                (
                    "worries",
                    models.TextField(blank=True, max_length=2000, verbose_name="ce qui inquiète"),
                ),
                (
                    "would_live_there",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="y vivrait",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="household_reports",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
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
                        related_name="stay_reports",
                        to="candidates.person",
                        verbose_name="adulte",
                    ),
                ),
            ],
            options={
                "verbose_name": "avis d’un adulte sur le séjour",
                "verbose_name_plural": "avis des adultes sur le séjour",
            },
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
                    "attributed_on",
                    models.DateField(blank=True, null=True, verbose_name="attribué ou signé le"),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="référence d’attribution"
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="fin le")),
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
                    "mobility",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="se déplacer au quotidien"
                    ),
                ),
                (
                    "strengths",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="ce qui a bien marché"
                    ),
                ),
                (
                    "worries",
                    models.TextField(blank=True, max_length=5000, verbose_name="ce qui inquiète"),
                ),
                (
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("go_on", "Continuer vers l’installation"),
                            ("think", "Prendre le temps de réfléchir"),
                            ("elsewhere", "Pas ce territoire"),
                        ],
                        max_length=20,
                        verbose_name="avis de l’équipe",
                    ),
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
                "verbose_name": "bilan de séjour",
                "verbose_name_plural": "bilans de séjour",
            },
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
                    "outward_mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("train", "Train"),
                            ("coach", "Car"),
                            ("car", "Voiture"),
                            ("shared_car", "Covoiturage"),
                            ("with_the_team", "Avec l’équipe"),
                            ("other", "Autrement"),
                        ],
                        max_length=20,
                        verbose_name="aller",
                    ),
                ),
                (
                    "outward_ticket",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_buy", "À prendre"),
                            ("bought", "Pris"),
                            ("handed_over", "Remis"),
                            ("not_needed", "Pas besoin de billet"),
                        ],
                        max_length=20,
                        verbose_name="billet aller",
                    ),
                ),
                (
                    "outward_from",
                    models.CharField(blank=True, max_length=120, verbose_name="départ de"),
                ),
                (
                    "outward_leaves_at",
                    models.TimeField(blank=True, null=True, verbose_name="départ à"),
                ),
                (
                    "outward_to",
                    models.CharField(blank=True, max_length=120, verbose_name="arrivée à (lieu)"),
                ),
                (
                    "outward_arrives_at",
                    models.TimeField(blank=True, null=True, verbose_name="arrivée à"),
                ),
                (
                    "travel",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="précisions sur le trajet"
                    ),
                ),
                (
                    "welcomer_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="qui attend le ménage"
                    ),
                ),
                (
                    "welcomer_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="son téléphone"),
                ),
                (
                    "local_transport",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="se déplacer sur place"
                    ),
                ),
                (
                    "return_mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("train", "Train"),
                            ("coach", "Car"),
                            ("car", "Voiture"),
                            ("shared_car", "Covoiturage"),
                            ("with_the_team", "Avec l’équipe"),
                            ("other", "Autrement"),
                        ],
                        max_length=20,
                        verbose_name="retour",
                    ),
                ),
                (
                    "return_ticket",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_buy", "À prendre"),
                            ("bought", "Pris"),
                            ("handed_over", "Remis"),
                            ("not_needed", "Pas besoin de billet"),
                        ],
                        max_length=20,
                        verbose_name="billet retour",
                    ),
                ),
                (
                    "return_from",
                    models.CharField(blank=True, max_length=120, verbose_name="retour depuis"),
                ),
                (
                    "return_leaves_at",
                    models.TimeField(blank=True, null=True, verbose_name="départ du retour à"),
                ),
                (
                    "return_to",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="retour jusqu’à (lieu)"
                    ),
                ),
                (
                    "return_arrives_at",
                    models.TimeField(blank=True, null=True, verbose_name="arrivée du retour à"),
                ),
                (
                    "lodging_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("operator_home", "Logement de l’équipe qui accueille"),
                            ("rental", "Gîte ou location"),
                            ("hotel", "Hôtel"),
                            ("residence", "Résidence ou foyer"),
                            ("with_a_resident", "Chez l’habitant"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="type d’hébergement",
                    ),
                ),
                (
                    "lodging",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="hébergement pendant le séjour"
                    ),
                ),
                (
                    "lodging_address",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="adresse de l’hébergement"
                    ),
                ),
                (
                    "lodging_phone",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="téléphone de l’hébergement"
                    ),
                ),
                (
                    "childcare",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("with_parents", "Les enfants suivent les visites avec leurs parents"),
                            ("on_site", "Ils sont gardés sur place"),
                            ("stay_behind", "Ils ne font pas le voyage"),
                            ("no_child", "Pas d’enfant"),
                        ],
                        max_length=20,
                        verbose_name="garde des enfants",
                    ),
                ),
                (
                    "childcare_details",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="précisions sur la garde"
                    ),
                ),
                (
                    "shelter_is_kept",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="place d’hébergement gardée"
                    ),
                ),
                (
                    "shelter_confirmed_by",
                    models.CharField(blank=True, max_length=100, verbose_name="confirmé par"),
                ),
                (
                    "shelter_kept_until",
                    models.DateField(blank=True, null=True, verbose_name="place gardée jusqu’au"),
                ),
                (
                    "to_bring",
                    models.TextField(blank=True, max_length=1000, verbose_name="à apporter"),
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
        migrations.CreateModel(
            name="InvitationReply",
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
                        choices=[
                            ("coming", "Viendra"),
                            ("not_coming", "Ne viendra pas"),
                            ("unknown", "Ne sait pas encore"),
                        ],
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
                    "invitation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="candidates.sessioninvitation",
                        verbose_name="invitation",
                    ),
                ),
            ],
            options={
                "verbose_name": "réponse à une invitation",
                "verbose_name_plural": "réponses à une invitation",
            },
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
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permanent", "CDI"),
                            ("long_fixed", "CDD de plus de 6 mois"),
                            ("short_fixed", "CDD de 6 mois ou moins"),
                            ("long_interim", "Intérim de plus de 6 mois"),
                            ("short_interim", "Intérim de 6 mois ou moins"),
                            ("public", "Fonction publique"),
                            ("integration", "CDDI ou contrat aidé"),
                            ("apprenticeship", "Alternance"),
                        ],
                        max_length=20,
                        verbose_name="contrat",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="heures par semaine",
                    ),
                ),
                (
                    "is_qualifying",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="formation qualifiante"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="début le")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="fin le")),
                (
                    "first_pay_on",
                    models.DateField(blank=True, null=True, verbose_name="premier versement le"),
                ),
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
                            ("m12", "Fin de l’accompagnement prolongé"),
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
                        blank=True,
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
        migrations.CreateModel(
            name="MissedVisitHistory",
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
                            ("m12", "Fin de l’accompagnement prolongé"),
                        ],
                        max_length=5,
                        verbose_name="point de suivi",
                    ),
                ),
                ("next_on", models.DateField(verbose_name="prochaine visite le")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.missedvisit",
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
                    "next_step",
                    models.CharField(blank=True, max_length=200, verbose_name="prochaine étape"),
                ),
                (
                    "next_on",
                    models.DateField(blank=True, null=True, verbose_name="prochaine étape pour le"),
                ),
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
                ("shown", models.JSONField(default=dict, verbose_name="ce qui lui a été montré")),
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
                        help_text="Qui répond, ou de qui c’est l’employeur.",
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
        migrations.CreateModel(
            name="PlacementHomeHistory",
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
                    "certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="où on en est",
                    ),
                ),
                (
                    "landlord",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="bailleur ou gestionnaire"
                    ),
                ),
                (
                    "typology",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("T1", "T1 ou studio"),
                            ("T2", "T2"),
                            ("T3", "T3"),
                            ("T4", "T4"),
                            ("T5", "T5"),
                            ("T6", "T6 ou plus grand"),
                        ],
                        max_length=2,
                        verbose_name="type de logement",
                    ),
                ),
                (
                    "rent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="loyer mensuel hors charges",
                    ),
                ),
                (
                    "charges",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="charges mensuelles",
                    ),
                ),
                (
                    "surface",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="surface en m²"
                    ),
                ),
                (
                    "available_on",
                    models.DateField(blank=True, null=True, verbose_name="disponible le"),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=300, verbose_name="précisions"),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="candidates.placementhome",
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
            name="PlacementJobHistory",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("job", "Emploi salarié"),
                            ("training", "Formation"),
                            ("self_employed", "Création d’activité"),
                        ],
                        default="job",
                        max_length=20,
                        verbose_name="solution",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("searching", "À chercher"),
                            ("spotted", "Repéré"),
                            ("promised", "Promis"),
                            ("signed", "Signé"),
                        ],
                        default="searching",
                        max_length=20,
                        verbose_name="où on en est",
                    ),
                ),
                (
                    "employer",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="employeur ou organisme de formation",
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permanent", "CDI"),
                            ("long_fixed", "CDD de plus de 6 mois"),
                            ("short_fixed", "CDD de 6 mois ou moins"),
                            ("long_interim", "Intérim de plus de 6 mois"),
                            ("short_interim", "Intérim de 6 mois ou moins"),
                            ("public", "Fonction publique"),
                            ("integration", "CDDI ou contrat aidé"),
                            ("apprenticeship", "Alternance"),
                        ],
                        max_length=20,
                        verbose_name="contrat",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="heures par semaine",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="début le")),
                (
                    "details",
                    models.CharField(blank=True, max_length=300, verbose_name="précisions"),
                ),
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
                        to="candidates.placementjob",
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
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
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
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("household", "Le ménage"),
                            ("upstream", "L’équipe qui prépare"),
                            ("prescriber", "La structure qui oriente"),
                            ("host", "L’équipe qui accueille"),
                            ("partner", "Un partenaire"),
                        ],
                        default="household",
                        max_length=20,
                        verbose_name="qui s’en charge",
                    ),
                ),
                (
                    "owner_name",
                    models.CharField(blank=True, max_length=100, verbose_name="son nom"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="avant le")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_do", "À faire"),
                            ("in_progress", "En cours"),
                            ("done", "Faite"),
                            ("dropped", "Sans suite"),
                        ],
                        default="to_do",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                (
                    "brake",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.brake",
                        verbose_name="frein que cette action lève",
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
                        to="candidates.planaction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SeparationHistory",
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
                    "opened",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours ouvert",
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
                        verbose_name="parcours d’avant",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.separation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionInvitationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                        to="candidates.sessioninvitation",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.informationsession",
                        verbose_name="réunion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShelterFound",
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
                        verbose_name="où",
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
                    "loss",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ends",
                        to="candidates.shelterloss",
                        verbose_name="perte d’hébergement",
                    ),
                ),
            ],
            options={
                "verbose_name": "hébergement retrouvé",
                "verbose_name_plural": "hébergements retrouvés",
            },
        ),
        migrations.CreateModel(
            name="ShelterLossHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("since", models.DateField(verbose_name="depuis le")),
                (
                    "tonight",
                    models.CharField(
                        choices=[
                            ("nowhere", "Nulle part\xa0: rien n’est trouvé pour ce soir"),
                            ("street", "Dehors ou dans un véhicule"),
                            ("third_party", "Chez quelqu’un, pour quelques nuits"),
                            ("emergency", "Hôtel ou centre d’urgence (115)"),
                            ("unknown", "On ne sait pas"),
                        ],
                        max_length=20,
                        verbose_name="ce soir",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="numéro où joindre le ménage"
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
                        to="candidates.shelterloss",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SituationSnapshotHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "point",
                    models.CharField(
                        choices=[
                            ("entry", "À l’entrée"),
                            ("diagnosis", "Au diagnostic"),
                            ("installation", "À l’installation"),
                            ("m1", "1 mois après"),
                            ("m3", "3 mois après"),
                            ("m6", "6 mois après"),
                            ("m12", "Fin de la prolongation"),
                            ("exit", "À la fin"),
                        ],
                        max_length=20,
                        verbose_name="moment",
                    ),
                ),
                (
                    "employment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permanent", "CDI"),
                            ("long_fixed", "CDD de plus de 6 mois"),
                            ("short_fixed", "CDD de 6 mois ou moins"),
                            ("long_interim", "Intérim de plus de 6 mois"),
                            ("short_interim", "Intérim de 6 mois ou moins"),
                            ("public", "Fonction publique"),
                            ("integration", "CDDI ou contrat aidé"),
                            ("apprenticeship", "Alternance"),
                            ("self_employed", "À son compte"),
                            ("qualifying_training", "Formation qualifiante"),
                            ("other_training", "Autre formation"),
                            ("seeking", "Recherche un emploi"),
                            ("not_seeking", "Ne recherche pas d’emploi"),
                        ],
                        max_length=20,
                        verbose_name="situation",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("care", "Services à la personne, santé"),
                            ("hospitality", "Hôtellerie, restauration"),
                            ("building", "Bâtiment"),
                            ("cleaning", "Propreté"),
                            ("logistics", "Logistique, transport"),
                            ("food", "Agriculture, agroalimentaire"),
                            ("industry", "Industrie"),
                            ("retail", "Commerce"),
                            ("other", "Autre"),
                        ],
                        max_length=20,
                        verbose_name="secteur",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="heures par semaine",
                    ),
                ),
                (
                    "training",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "Aucune"),
                            ("french", "Cours de français"),
                            ("running", "En cours"),
                            ("done", "Terminée"),
                        ],
                        max_length=20,
                        verbose_name="formation",
                    ),
                ),
                (
                    "resources",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wage", "Salaire ou revenu d’activité"),
                            ("unemployment", "Allocation chômage"),
                            ("rsa", "RSA"),
                            ("disability", "AAH ou pension d’invalidité"),
                            ("training", "Rémunération de formation"),
                            ("pension", "Retraite"),
                            ("other", "Autre"),
                            ("none", "Aucune"),
                        ],
                        max_length=20,
                        verbose_name="ressource principale",
                    ),
                ),
                (
                    "lodging",
                    models.CharField(
                        blank=True,
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
                        verbose_name="logement",
                    ),
                ),
                (
                    "health_access",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("complete", "Couverture et médecin traitant"),
                            ("no_doctor", "Couverture, pas de médecin traitant"),
                            ("no_cover", "Pas encore de couverture"),
                        ],
                        max_length=20,
                        verbose_name="accès aux soins",
                    ),
                ),
                (
                    "getting_around",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("car", "Véhicule personnel"),
                            ("shared", "Covoiturage ou véhicule prêté"),
                            ("transport", "Transports en commun"),
                            ("on_foot", "À pied ou à vélo"),
                            ("stuck", "Pas de solution"),
                        ],
                        max_length=20,
                        verbose_name="déplacements",
                    ),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_child", "Pas d’enfant à scolariser"),
                            ("all", "Tous scolarisés ou gardés"),
                            ("some", "Une partie seulement"),
                            ("none", "Aucun pour le moment"),
                        ],
                        max_length=20,
                        verbose_name="école et garde des enfants",
                    ),
                ),
                (
                    "company",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surrounded", "Se sent entouré"),
                            ("somewhat", "Connaît quelques personnes"),
                            ("alone", "Se sent seul"),
                        ],
                        max_length=20,
                        verbose_name="entourage",
                    ),
                ),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="satisfaction, de 1 à 5",
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
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.occupation",
                        verbose_name="métier",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.situationsnapshot",
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
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("transport", "Du transport"),
                            ("operator", "De l’équipe qui accueille"),
                            ("employer", "De l’employeur ou du formateur"),
                            ("household", "Du ménage"),
                            ("external", "D’ailleurs"),
                        ],
                        max_length=20,
                        verbose_name="d’où vient l’empêchement",
                    ),
                ),
                (
                    "is_rebookable",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="peut être reprogrammé"
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
            name="StayCost",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("transport", "Transport"),
                            ("lodging", "Hébergement"),
                            ("meals", "Repas"),
                            ("childcare", "Garde des enfants"),
                            ("other", "Autre dépense"),
                        ],
                        max_length=20,
                        verbose_name="dépense",
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[
                            ("operator", "L’équipe qui accueille"),
                            ("upstream", "L’équipe qui prépare"),
                            ("prescriber", "La structure qui oriente"),
                            ("employment_service", "France Travail ou la mission locale"),
                            ("local_authority", "Une collectivité"),
                            ("employer", "L’employeur"),
                            ("household", "Le ménage"),
                            ("other", "Un autre financeur"),
                        ],
                        max_length=20,
                        verbose_name="qui paie",
                    ),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=200, verbose_name="précisions"),
                ),
                (
                    "amount_asked",
                    models.DecimalField(
                        decimal_places=2, max_digits=8, verbose_name="montant demandé"
                    ),
                ),
                (
                    "amount_paid",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="montant payé",
                    ),
                ),
                (
                    "is_dropped",
                    models.BooleanField(default=False, editable=False, verbose_name="retirée"),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="costs",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
            ],
            options={
                "verbose_name": "dépense d’un séjour",
                "verbose_name_plural": "dépenses d’un séjour",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_asked__gte", 0),
                            models.Q(
                                ("amount_paid__isnull", True),
                                ("amount_paid__gte", 0),
                                _connector="OR",
                            ),
                        ),
                        name="staycost_is_positive",
                        violation_error_message="Un montant ne peut pas être négatif.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StayPostponement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "days_before",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        verbose_name="prévu du … au …"
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
                        related_name="postponements",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
            ],
            options={
                "verbose_name": "report d’un séjour",
                "verbose_name_plural": "reports de séjours",
            },
        ),
        migrations.CreateModel(
            name="StayVisit",
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
                ("day", models.DateField(verbose_name="jour")),
                ("starts_at", models.TimeField(verbose_name="de")),
                ("ends_at", models.TimeField(verbose_name="à")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("employer", "Employeur"),
                            ("training", "Formation"),
                            ("housing", "Logement"),
                            ("school", "École ou garde d’enfants"),
                            ("services", "Mairie, santé, services"),
                            ("citizen", "Association ou vie locale"),
                            ("welcome", "Accueil ou point avec l’équipe"),
                            ("free_time", "Temps libre"),
                        ],
                        max_length=20,
                        verbose_name="quoi",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="intitulé")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                (
                    "contact_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="qui reçoit le ménage"
                    ),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="téléphone"),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="à savoir")),
                (
                    "is_dropped",
                    models.BooleanField(default=False, editable=False, verbose_name="retirée"),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visits",
                        to="candidates.immersionstay",
                        verbose_name="séjour",
                    ),
                ),
            ],
            options={
                "verbose_name": "visite d’un séjour",
                "verbose_name_plural": "visites d’un séjour",
                "indexes": [
                    models.Index(fields=["stay", "day", "starts_at"], name="stayvisit_in_order")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="stayvisit_ends_after_it_starts",
                        violation_error_message="L’heure de fin doit suivre l’heure de début.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_dropped", False)),
                        deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                        expressions=[
                            (models.F("stay"), "="),
                            (
                                models.Func(
                                    models.Func(
                                        models.F("day"),
                                        models.F("starts_at"),
                                        arg_joiner=" + ",
                                        output_field=models.DateTimeField(),
                                        template="(%(expressions)s)",
                                    ),
                                    models.Func(
                                        models.F("day"),
                                        models.F("ends_at"),
                                        arg_joiner=" + ",
                                        output_field=models.DateTimeField(),
                                        template="(%(expressions)s)",
                                    ),
                                    function="tsrange",
                                    output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="stayvisit_no_overlap",
                        violation_error_message="Une autre visite est prévue à ce moment-là.",
                    ),
                ],
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
            name="TerritoryDepartureHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "mandate",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.mandate",
                        verbose_name="opérateur qui continue",
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
                        to="candidates.territorydeparture",
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
        migrations.CreateModel(
            name="TrackLoss",
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="losses",
                        to="candidates.housingcommitment",
                        verbose_name="logement",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="losses",
                        to="candidates.jobcommitment",
                        verbose_name="emploi ou formation",
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
                "verbose_name": "emploi ou logement perdu",
                "verbose_name_plural": "emplois ou logements perdus",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("home__isnull", False), ("job__isnull", True)),
                            models.Q(("home__isnull", True), ("job__isnull", False)),
                            _connector="OR",
                        ),
                        name="trackloss_of_one_track",
                        violation_error_message="Indiquez l’emploi ou le logement perdu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UpstreamExtensionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("given_on", models.DateField(verbose_name="accordée le")),
                ("until", models.DateField(verbose_name="jusqu’au")),
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
                        to="candidates.upstreamextension",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkTrialHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("discover", "Découvrir un métier"),
                            ("confirm", "Confirmer un projet"),
                            ("recruit", "Initier un recrutement"),
                        ],
                        max_length=20,
                        verbose_name="objet",
                    ),
                ),
                (
                    "business",
                    models.CharField(
                        max_length=200, verbose_name="entreprise ou structure d’accueil"
                    ),
                ),
                (
                    "agreement_number",
                    models.CharField(
                        blank=True,
                        help_text="Cerfa 13912.",
                        max_length=40,
                        verbose_name="numéro de la convention",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="du")),
                ("ends_on", models.DateField(verbose_name="au")),
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
                        to="candidates.worktrial",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkTrialReport",
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
                            ("completed", "Allée jusqu’à son terme"),
                            ("shortened", "Arrêtée avant son terme"),
                            ("not_held", "N’a pas eu lieu"),
                        ],
                        max_length=20,
                        verbose_name="déroulement",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="ce qu’on en retient")),
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
                    "trial",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="candidates.worktrial",
                        verbose_name="PMSMP",
                    ),
                ),
            ],
            options={
                "verbose_name": "bilan de PMSMP",
                "verbose_name_plural": "bilans de PMSMP",
            },
        ),
        migrations.CreateModel(
            name="AdultOutcomeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reached",
                    models.CharField(
                        choices=[
                            ("lasting", "Emploi durable"),
                            ("transition", "Emploi de transition"),
                            ("positive", "Sortie positive"),
                            ("other", "Autre situation"),
                            ("unknown", "Situation inconnue"),
                        ],
                        max_length=20,
                        verbose_name="sortie",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.adultoutcome",
                    ),
                ),
                (
                    "closure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.closure",
                        verbose_name="clôture",
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
        migrations.CreateModel(
            name="DocumentReceptionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("seen", "Vu en original"),
                            ("prescriber", "Reçu par la structure qui oriente"),
                            ("useless", "Finalement inutile"),
                        ],
                        max_length=20,
                        verbose_name="comment",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.documentreception",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.documentrequest",
                        verbose_name="pièce demandée",
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
        migrations.CreateModel(
            name="EmployerReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "would_hire",
                    models.CharField(
                        choices=[("yes", "Oui"), ("maybe", "Peut-être"), ("no", "Non")],
                        max_length=10,
                        verbose_name="prendrait la personne",
                    ),
                ),
                (
                    "comment",
                    models.TextField(blank=True, max_length=2000, verbose_name="commentaire"),
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
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="employer_reports",
                        to="candidates.stayvisit",
                        verbose_name="visite",
                    ),
                ),
            ],
            options={
                "verbose_name": "avis d’un employeur",
                "verbose_name_plural": "avis des employeurs",
            },
        ),
        migrations.CreateModel(
            name="HouseholdReportHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "liked",
                    models.TextField(blank=True, max_length=2000, verbose_name="ce qui a plu"),
                ),
                (
                    "worries",
                    models.TextField(blank=True, max_length=2000, verbose_name="ce qui inquiète"),
                ),
                (
                    "would_live_there",
                    models.CharField(
                        choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                        max_length=10,
                        verbose_name="y vivrait",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.householdreport",
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
                    "mobility",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="se déplacer au quotidien"
                    ),
                ),
                (
                    "strengths",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="ce qui a bien marché"
                    ),
                ),
                (
                    "worries",
                    models.TextField(blank=True, max_length=5000, verbose_name="ce qui inquiète"),
                ),
                (
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("go_on", "Continuer vers l’installation"),
                            ("think", "Prendre le temps de réfléchir"),
                            ("elsewhere", "Pas ce territoire"),
                        ],
                        max_length=20,
                        verbose_name="avis de l’équipe",
                    ),
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
        migrations.CreateModel(
            name="InvitationReplyHistory",
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
                        choices=[
                            ("coming", "Viendra"),
                            ("not_coming", "Ne viendra pas"),
                            ("unknown", "Ne sait pas encore"),
                        ],
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
                        to="candidates.invitationreply",
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
                    "invitation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.sessioninvitation",
                        verbose_name="invitation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShelterFoundHistory",
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
                        verbose_name="où",
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
                        to="candidates.shelterfound",
                    ),
                ),
                (
                    "loss",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.shelterloss",
                        verbose_name="perte d’hébergement",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("transport", "Du transport"),
                            ("operator", "De l’équipe qui accueille"),
                            ("employer", "De l’employeur ou du formateur"),
                            ("household", "Du ménage"),
                            ("external", "D’ailleurs"),
                        ],
                        max_length=20,
                        verbose_name="d’où vient l’empêchement",
                    ),
                ),
                (
                    "is_rebookable",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="peut être reprogrammé"
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
            name="StayCostHistory",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("transport", "Transport"),
                            ("lodging", "Hébergement"),
                            ("meals", "Repas"),
                            ("childcare", "Garde des enfants"),
                            ("other", "Autre dépense"),
                        ],
                        max_length=20,
                        verbose_name="dépense",
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[
                            ("operator", "L’équipe qui accueille"),
                            ("upstream", "L’équipe qui prépare"),
                            ("prescriber", "La structure qui oriente"),
                            ("employment_service", "France Travail ou la mission locale"),
                            ("local_authority", "Une collectivité"),
                            ("employer", "L’employeur"),
                            ("household", "Le ménage"),
                            ("other", "Un autre financeur"),
                        ],
                        max_length=20,
                        verbose_name="qui paie",
                    ),
                ),
                (
                    "details",
                    models.CharField(blank=True, max_length=200, verbose_name="précisions"),
                ),
                (
                    "amount_asked",
                    models.DecimalField(
                        decimal_places=2, max_digits=8, verbose_name="montant demandé"
                    ),
                ),
                (
                    "amount_paid",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="montant payé",
                    ),
                ),
                (
                    "is_dropped",
                    models.BooleanField(default=False, editable=False, verbose_name="retirée"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.staycost",
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
            name="StayPostponementHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "days_before",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        verbose_name="prévu du … au …"
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
                        to="candidates.staypostponement",
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
            name="StayVisitHistory",
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
                ("day", models.DateField(verbose_name="jour")),
                ("starts_at", models.TimeField(verbose_name="de")),
                ("ends_at", models.TimeField(verbose_name="à")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("employer", "Employeur"),
                            ("training", "Formation"),
                            ("housing", "Logement"),
                            ("school", "École ou garde d’enfants"),
                            ("services", "Mairie, santé, services"),
                            ("citizen", "Association ou vie locale"),
                            ("welcome", "Accueil ou point avec l’équipe"),
                            ("free_time", "Temps libre"),
                        ],
                        max_length=20,
                        verbose_name="quoi",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="intitulé")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                (
                    "contact_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="qui reçoit le ménage"
                    ),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="téléphone"),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="à savoir")),
                (
                    "is_dropped",
                    models.BooleanField(default=False, editable=False, verbose_name="retirée"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.stayvisit",
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
            name="TrackLossHistory",
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.housingcommitment",
                        verbose_name="logement",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.jobcommitment",
                        verbose_name="emploi ou formation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.trackloss",
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
            name="WorkTrialReportHistory",
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
                            ("completed", "Allée jusqu’à son terme"),
                            ("shortened", "Arrêtée avant son terme"),
                            ("not_held", "N’a pas eu lieu"),
                        ],
                        max_length=20,
                        verbose_name="déroulement",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="ce qu’on en retient")),
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
                        to="candidates.worktrialreport",
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.worktrial",
                        verbose_name="PMSMP",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EmployerReportHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "would_hire",
                    models.CharField(
                        choices=[("yes", "Oui"), ("maybe", "Peut-être"), ("no", "Non")],
                        max_length=10,
                        verbose_name="prendrait la personne",
                    ),
                ),
                (
                    "comment",
                    models.TextField(blank=True, max_length=2000, verbose_name="commentaire"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.employerreport",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.stayvisit",
                        verbose_name="visite",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        emile.core.migrating.InstallTriggers(
            triggers={
                "adultoutcome": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_adultoutcomehistory" ("closure_id", "event_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached") VALUES (NEW."closure_id", NEW."event_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reached"); RETURN NULL;',
                            hash="4c953ed86f29d02985a65115b10406714f22dc99",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d4c4b",
                            table="candidates_adultoutcome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_adultoutcomehistory" ("closure_id", "event_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached") VALUES (NEW."closure_id", NEW."event_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reached"); RETURN NULL;',
                            hash="4772fa308ce15a96be273caa3b9f6a7a222071db",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a06bc",
                            table="candidates_adultoutcome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_adultoutcomehistory" ("closure_id", "event_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached") VALUES (OLD."closure_id", OLD."event_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reached"); RETURN NULL;',
                            hash="7f161e19dcfb1d4859125c681d152ea366dce82d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_36a37",
                            table="candidates_adultoutcome",
                            when="AFTER",
                        ),
                    ),
                ],
                "adultoutcomehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="51001be4e934e5ec9ff74ad2250e82e66cab78be",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e1657",
                            table="candidates_adultoutcomehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "appointment": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_appointmenthistory" ("id", "kind", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "purpose", "starts_at", "state", "worker_id") VALUES (NEW."id", NEW."kind", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."purpose", NEW."starts_at", NEW."state", NEW."worker_id"); RETURN NULL;',
                            hash="44f09e9b0fe35f2494bd827b6b97e3b66f4c7055",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_852a7",
                            table="candidates_appointment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_appointmenthistory" ("id", "kind", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "purpose", "starts_at", "state", "worker_id") VALUES (NEW."id", NEW."kind", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."purpose", NEW."starts_at", NEW."state", NEW."worker_id"); RETURN NULL;',
                            hash="22525bf19ead087ffad013053a996e1aed062429",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b5768",
                            table="candidates_appointment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_appointmenthistory" ("id", "kind", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "purpose", "starts_at", "state", "worker_id") VALUES (OLD."id", OLD."kind", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."purpose", OLD."starts_at", OLD."state", OLD."worker_id"); RETURN NULL;',
                            hash="02cb5cdcefe0b4114b8be2d359fa2c46a14f068e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c9ce0",
                            table="candidates_appointment",
                            when="AFTER",
                        ),
                    ),
                ],
                "appointmenthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e457cdb8bbb1d6c63108600b2abd0c1174aaaeaa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b86b1",
                            table="candidates_appointmenthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "aspirations": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_aspirationshistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what_matters") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."what_matters"); RETURN NULL;',
                            hash="ee0c53eac1870525144b095f606dc95e0f5973f8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_10125",
                            table="candidates_aspirations",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_aspirationshistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what_matters") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."what_matters"); RETURN NULL;',
                            hash="162cea718a14297dc27d03e1d3a5f25aa0525462",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b3369",
                            table="candidates_aspirations",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_aspirationshistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what_matters") VALUES (OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."version", OLD."what_matters"); RETURN NULL;',
                            hash="41b8b917f9aa18cc9a9471b1acb2877f84dcb790",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6d323",
                            table="candidates_aspirations",
                            when="AFTER",
                        ),
                    ),
                ],
                "aspirationshistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="99155907486235842e4480259c7379222d53828f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b34d0",
                            table="candidates_aspirationshistory",
                            when="BEFORE",
                        ),
                    )
                ],
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
                "brake": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_brakehistory" ("details", "hinders", "id", "kind", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "resolution", "resolved_on", "since", "theme") VALUES (NEW."details", NEW."hinders", NEW."id", NEW."kind", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."resolution", NEW."resolved_on", NEW."since", NEW."theme"); RETURN NULL;',
                            hash="ac7caea8ca02d4522e750f606921eb8fcf65635b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_50d12",
                            table="candidates_brake",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_brakehistory" ("details", "hinders", "id", "kind", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "resolution", "resolved_on", "since", "theme") VALUES (NEW."details", NEW."hinders", NEW."id", NEW."kind", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."resolution", NEW."resolved_on", NEW."since", NEW."theme"); RETURN NULL;',
                            hash="feb218f1f1ae64bd43ecab7f952514f6e1d8e837",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d2887",
                            table="candidates_brake",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_brakehistory" ("details", "hinders", "id", "kind", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "resolution", "resolved_on", "since", "theme") VALUES (OLD."details", OLD."hinders", OLD."id", OLD."kind", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."resolution", OLD."resolved_on", OLD."since", OLD."theme"); RETURN NULL;',
                            hash="3db3e888dde964c1d59dc5ea755c91ecb33010db",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cef3f",
                            table="candidates_brake",
                            when="AFTER",
                        ),
                    ),
                ],
                "brakehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bd56db7253c9f8a6bd212d2f59c880d8bcb46aa6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_842aa",
                            table="candidates_brakehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "callattempt": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_callattempthistory" ("contact_id", "event_id", "id", "next_call_on", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."contact_id", NEW."event_id", NEW."id", NEW."next_call_on", NEW."outcome", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="b5d5fae76f02b66853ea153bc4d77b65e585f986",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_25132",
                            table="candidates_callattempt",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_callattempthistory" ("contact_id", "event_id", "id", "next_call_on", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."contact_id", NEW."event_id", NEW."id", NEW."next_call_on", NEW."outcome", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="72e454df41f94a5cfe4766dc149f884387469bdd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2f84e",
                            table="candidates_callattempt",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_callattempthistory" ("contact_id", "event_id", "id", "next_call_on", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."contact_id", OLD."event_id", OLD."id", OLD."next_call_on", OLD."outcome", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="aa68f9d55c958444c9c238a4547ea04f03c7ad26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c4a72",
                            table="candidates_callattempt",
                            when="AFTER",
                        ),
                    ),
                ],
                "callattempthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4e7be7415e068a2f8208ef79d5cd04d22bfb65f2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9daba",
                            table="candidates_callattempthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "caseaccess": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_caseaccesshistory" ("granted_by_id", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reads_until", "role", "since", "until") VALUES (NEW."granted_by_id", NEW."id", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reads_until", NEW."role", NEW."since", NEW."until"); RETURN NULL;',
                            hash="ca28ebcef534e6eaac3557930f634d4013090be7",
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
                            func='INSERT INTO "candidates_caseaccesshistory" ("granted_by_id", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reads_until", "role", "since", "until") VALUES (NEW."granted_by_id", NEW."id", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reads_until", NEW."role", NEW."since", NEW."until"); RETURN NULL;',
                            hash="8b88330b8f8b00e9d55db754dec8715e3223dff9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd309",
                            table="candidates_caseaccess",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_caseaccesshistory" ("granted_by_id", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reads_until", "role", "since", "until") VALUES (OLD."granted_by_id", OLD."id", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reads_until", OLD."role", OLD."since", OLD."until"); RETURN NULL;',
                            hash="6a2fbfe4a93ceea8151ecb281c8808a23eacec82",
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
                "checklistitem": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_checklistitemhistory" ("applies_to", "code", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."applies_to", NEW."code", NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                            hash="0e027fa94040935fb187450ff5cfed073b22443b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e4093",
                            table="candidates_checklistitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."applies_to" IS DISTINCT FROM (NEW."applies_to") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_checklistitemhistory" ("applies_to", "code", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."applies_to", NEW."code", NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                            hash="8c33ee18e74ab97dba1db41e364598cb04ba6780",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7494f",
                            table="candidates_checklistitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_checklistitemhistory" ("applies_to", "code", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (OLD."applies_to", OLD."code", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."version"); RETURN NULL;',
                            hash="7da53ad647fe01e88de1a91d38b7d222c925e90e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_93eea",
                            table="candidates_checklistitem",
                            when="AFTER",
                        ),
                    ),
                ],
                "checklistitemhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d43cc6e2de34ba6fd4de266edffb15d0efefec28",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6bef3",
                            table="candidates_checklistitemhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "checklistmark": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_checklistmarkhistory" ("event_id", "id", "item_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."event_id", NEW."id", NEW."item_id", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                            hash="e1dca544cdfa4194e5b5f378615a5288232b564d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_abce0",
                            table="candidates_checklistmark",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_checklistmarkhistory" ("event_id", "id", "item_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."event_id", NEW."id", NEW."item_id", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                            hash="57fb3ff3a3ee9a87a40a6c32281a2692e64fe759",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3576c",
                            table="candidates_checklistmark",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_checklistmarkhistory" ("event_id", "id", "item_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."event_id", OLD."id", OLD."item_id", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                            hash="9d9be2d9de39fd9fbe2216b83163c01366afd0f6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f4591",
                            table="candidates_checklistmark",
                            when="AFTER",
                        ),
                    ),
                ],
                "checklistmarkhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e99eddccb803b5c59bb5b207b7ee4f348831f68f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ad2c4",
                            table="candidates_checklistmarkhistory",
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
                "dateslip": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_datesliphistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "planned_after", "planned_before", "reason_id") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."planned_after", NEW."planned_before", NEW."reason_id"); RETURN NULL;',
                            hash="9a4b708f031851a4e7173837fa4188b88552f1bc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_63177",
                            table="candidates_dateslip",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_datesliphistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "planned_after", "planned_before", "reason_id") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."planned_after", NEW."planned_before", NEW."reason_id"); RETURN NULL;',
                            hash="31ba18d75c2a524cc90338ce4cc28f703a18d4de",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6d8b2",
                            table="candidates_dateslip",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_datesliphistory" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "planned_after", "planned_before", "reason_id") VALUES (OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."planned_after", OLD."planned_before", OLD."reason_id"); RETURN NULL;',
                            hash="05a312d2cb1ba3d030d05af98137f0d46e90a673",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_55090",
                            table="candidates_dateslip",
                            when="AFTER",
                        ),
                    ),
                ],
                "datesliphistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="286cf58821d2316ddee747f8081e00ec4b663b2d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a4e2b",
                            table="candidates_datesliphistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "deadlinepolicy": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_deadlinepolicyhistory" ("code", "count", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit", "until", "version") VALUES (NEW."code", NEW."count", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."unit", NEW."until", NEW."version"); RETURN NULL;',
                            hash="4c31f793f6a0e9ee797bf4141d7f4281be5f0dd7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8b517",
                            table="candidates_deadlinepolicy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."count" IS DISTINCT FROM (NEW."count") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_deadlinepolicyhistory" ("code", "count", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit", "until", "version") VALUES (NEW."code", NEW."count", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."unit", NEW."until", NEW."version"); RETURN NULL;',
                            hash="2b644079a0f90cd4f9f53df67b4c74011767f5ee",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd2bd",
                            table="candidates_deadlinepolicy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_deadlinepolicyhistory" ("code", "count", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit", "until", "version") VALUES (OLD."code", OLD."count", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."unit", OLD."until", OLD."version"); RETURN NULL;',
                            hash="a1f1514f0c07e60d66464fd47f0d1e2a8a751da0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c5d43",
                            table="candidates_deadlinepolicy",
                            when="AFTER",
                        ),
                    ),
                ],
                "deadlinepolicyhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="477f06e979bda1d60bc921f391bf4d0fd2264239",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_83d23",
                            table="candidates_deadlinepolicyhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "diagnosis": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosishistory" ("concluded_in", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_adult_papers", "summary", "version") VALUES (NEW."concluded_in", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."saw_adult_papers", NEW."summary", NEW."version"); RETURN NULL;',
                            hash="954b60792f69001765ac5f97672309e6c2c60bff",
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
                            func='INSERT INTO "candidates_diagnosishistory" ("concluded_in", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_adult_papers", "summary", "version") VALUES (NEW."concluded_in", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."saw_adult_papers", NEW."summary", NEW."version"); RETURN NULL;',
                            hash="cbec1a5d053b9d382e0c9fb7ce16795c48f203ef",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0a302",
                            table="candidates_diagnosis",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosishistory" ("concluded_in", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_adult_papers", "summary", "version") VALUES (OLD."concluded_in", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."saw_adult_papers", OLD."summary", OLD."version"); RETURN NULL;',
                            hash="88fa19573dbc0865bc03ff25e04d3932d9b190a1",
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
                            func='INSERT INTO "candidates_diagnosisthemehistory" ("diagnosis_id", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "theme", "written_at", "written_by_id", "written_in") VALUES (NEW."diagnosis_id", NEW."id", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."state", NEW."text", NEW."theme", NEW."written_at", NEW."written_by_id", NEW."written_in"); RETURN NULL;',
                            hash="1eb5adf2780e1ac34b28d0e9981f1f8e0bba24e2",
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
                            func='INSERT INTO "candidates_diagnosisthemehistory" ("diagnosis_id", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "theme", "written_at", "written_by_id", "written_in") VALUES (NEW."diagnosis_id", NEW."id", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."state", NEW."text", NEW."theme", NEW."written_at", NEW."written_by_id", NEW."written_in"); RETURN NULL;',
                            hash="5ba9a2334d4d0c547d34d3996d05c9aaffab3486",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3899",
                            table="candidates_diagnosistheme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_diagnosisthemehistory" ("diagnosis_id", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "theme", "written_at", "written_by_id", "written_in") VALUES (OLD."diagnosis_id", OLD."id", OLD."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."state", OLD."text", OLD."theme", OLD."written_at", OLD."written_by_id", OLD."written_in"); RETURN NULL;',
                            hash="3fab5bc08ac2616d7d7c1ef4ce6a289ba94cfd6a",
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
                "documentreception": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_documentreceptionhistory" ("event_id", "id", "means", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."event_id", NEW."id", NEW."means", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."request_id"); RETURN NULL;',
                            hash="ef5c093c0ac4cd7838278de52cdce401ca565453",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c4ec1",
                            table="candidates_documentreception",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_documentreceptionhistory" ("event_id", "id", "means", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."event_id", NEW."id", NEW."means", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."request_id"); RETURN NULL;',
                            hash="22bdf3a14f1cc5e58617fbb922fcf8d79352e083",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3c75e",
                            table="candidates_documentreception",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_documentreceptionhistory" ("event_id", "id", "means", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (OLD."event_id", OLD."id", OLD."means", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."request_id"); RETURN NULL;',
                            hash="6ca25e8de39b6ed6f9829ddc5a7afd5a60096abe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cc2e4",
                            table="candidates_documentreception",
                            when="AFTER",
                        ),
                    ),
                ],
                "documentreceptionhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bf5d58a0f7b7fb093124e288b8d41090ece6820d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_33648",
                            table="candidates_documentreceptionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "documentrequest": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_documentrequesthistory" ("event_id", "id", "kind", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "wanted_by") VALUES (NEW."event_id", NEW."id", NEW."kind", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."wanted_by"); RETURN NULL;',
                            hash="782292f7b58f8538385081d6ba524b0d1a8e47be",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc587",
                            table="candidates_documentrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_documentrequesthistory" ("event_id", "id", "kind", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "wanted_by") VALUES (NEW."event_id", NEW."id", NEW."kind", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."wanted_by"); RETURN NULL;',
                            hash="73504e9242caa1c918ae4dcd975035355f796a9a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0c44a",
                            table="candidates_documentrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_documentrequesthistory" ("event_id", "id", "kind", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "wanted_by") VALUES (OLD."event_id", OLD."id", OLD."kind", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."wanted_by"); RETURN NULL;',
                            hash="d980e29218fb2ff3f6c6798ce59f02d275120c8b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_42c05",
                            table="candidates_documentrequest",
                            when="AFTER",
                        ),
                    ),
                ],
                "documentrequesthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="18a73d793ee5743e155ed15d0003ded7e9b8b461",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3a4d6",
                            table="candidates_documentrequesthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "eligibilitydecision": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eligibilitydecisionhistory" ("evaluation_id", "event_id", "id", "message", "override_reason", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."evaluation_id", NEW."event_id", NEW."id", NEW."message", NEW."override_reason", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="de5ba43d2180aae977c6f8dbe7c06bc3e08217a9",
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
                            func='INSERT INTO "candidates_eligibilitydecisionhistory" ("evaluation_id", "event_id", "id", "message", "override_reason", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."evaluation_id", NEW."event_id", NEW."id", NEW."message", NEW."override_reason", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="35b12df08fd1cd6c24e433feb2eb347e7dca0379",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ad528",
                            table="candidates_eligibilitydecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eligibilitydecisionhistory" ("evaluation_id", "event_id", "id", "message", "override_reason", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."evaluation_id", OLD."event_id", OLD."id", OLD."message", OLD."override_reason", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="e945a8e204709e35473bf61c0409dc168d477af8",
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
                "eligibilityruleset": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eligibilityrulesethistory" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                            hash="e08e522efcfc8aa11d871db6fff918f7434f1086",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0baa1",
                            table="candidates_eligibilityruleset",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_eligibilityrulesethistory" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                            hash="5bc9de59fb289a21d7eeda7d0cc25d920050fe51",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4edf0",
                            table="candidates_eligibilityruleset",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eligibilityrulesethistory" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."version"); RETURN NULL;',
                            hash="92339780d992fb0a23e9862400d41bfbb5c6ea62",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4b646",
                            table="candidates_eligibilityruleset",
                            when="AFTER",
                        ),
                    ),
                ],
                "eligibilityrulesethistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="28a0f0ab4717d34c567f23b6b69f649125ecf2e2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e6bda",
                            table="candidates_eligibilityrulesethistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "employerreport": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_employerreporthistory" ("comment", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id", "would_hire") VALUES (NEW."comment", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."visit_id", NEW."would_hire"); RETURN NULL;',
                            hash="b41b3b9d81d0d064e1fa864b8de7f9aff081fdc3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6ac7f",
                            table="candidates_employerreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_employerreporthistory" ("comment", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id", "would_hire") VALUES (NEW."comment", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."visit_id", NEW."would_hire"); RETURN NULL;',
                            hash="4ceef0c1d4010d87605835fd9a6c0a9d57eed6eb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ee84c",
                            table="candidates_employerreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_employerreporthistory" ("comment", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id", "would_hire") VALUES (OLD."comment", OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."visit_id", OLD."would_hire"); RETURN NULL;',
                            hash="382d258ee8983ecde496a807277238eb332ea83d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cb1e2",
                            table="candidates_employerreport",
                            when="AFTER",
                        ),
                    ),
                ],
                "employerreporthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d104b53bcd57bf30147d37e1639f3042e13e1fbb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_50839",
                            table="candidates_employerreporthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "eventkind": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eventkindhistory" ("code", "id", "is_mandatory", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."code", NEW."id", NEW."is_mandatory", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                            hash="fb00c0437e610470ad79624069e4c817a2881220",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f89fa",
                            table="candidates_eventkind",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_mandatory" IS DISTINCT FROM (NEW."is_mandatory") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_eventkindhistory" ("code", "id", "is_mandatory", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."code", NEW."id", NEW."is_mandatory", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                            hash="0661e0b88c483c89a853ec3e88de1dc42b9ac438",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cf6c6",
                            table="candidates_eventkind",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_eventkindhistory" ("code", "id", "is_mandatory", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (OLD."code", OLD."id", OLD."is_mandatory", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."version"); RETURN NULL;',
                            hash="eebd5ac2497eda2406fd4f3e1c1e80ef78a67779",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eccc8",
                            table="candidates_eventkind",
                            when="AFTER",
                        ),
                    ),
                ],
                "eventkindhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="573ae7c4bbe2237de160dc929c4886a458f71091",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7aad2",
                            table="candidates_eventkindhistory",
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
                "expectedbirth": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_expectedbirthhistory" ("due_on", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."due_on", NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="a24cbe85ca04fe11a74cb62f3c47a92fe68ef213",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9702e",
                            table="candidates_expectedbirth",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_expectedbirthhistory" ("due_on", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."due_on", NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="cf8e5ef848649e76606cbedd20cfe036af04b1ac",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_42172",
                            table="candidates_expectedbirth",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_expectedbirthhistory" ("due_on", "event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."due_on", OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="3dc3a9179d759d13810a6abb86bf35cb63f25e12",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bbccc",
                            table="candidates_expectedbirth",
                            when="AFTER",
                        ),
                    ),
                ],
                "expectedbirthhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c73cdc8a2cd89c4112730c3926db896c833ae253",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7d843",
                            table="candidates_expectedbirthhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "fasttrack": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_fasttrackhistory" ("agreements_due_on", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on") VALUES (NEW."agreements_due_on", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."starts_on"); RETURN NULL;',
                            hash="055e45e51b129df6a81f5b9bb41fe3a52e73de87",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d2e9f",
                            table="candidates_fasttrack",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_fasttrackhistory" ("agreements_due_on", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on") VALUES (NEW."agreements_due_on", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."starts_on"); RETURN NULL;',
                            hash="e4ea844e5df4552040abed6ee53bc07a27c3a0ab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ddf60",
                            table="candidates_fasttrack",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_fasttrackhistory" ("agreements_due_on", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on") VALUES (OLD."agreements_due_on", OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."starts_on"); RETURN NULL;',
                            hash="600898b543ba11ace7cc3b690b6caa18b3402ffd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ab2e4",
                            table="candidates_fasttrack",
                            when="AFTER",
                        ),
                    ),
                ],
                "fasttrackhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="92edc0d3fd90e0cad413b34268e0b923d6b0a14b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8226a",
                            table="candidates_fasttrackhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "followupextension": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_followupextensionhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."until"); RETURN NULL;',
                            hash="6b2fbc75320a5578465ca39822b7d184cb98ee47",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_71a05",
                            table="candidates_followupextension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_followupextensionhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."until"); RETURN NULL;',
                            hash="14b4fc8ff8a6b116de791bc076ae4f88a0019bf6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aa42c",
                            table="candidates_followupextension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_followupextensionhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."until"); RETURN NULL;',
                            hash="62b2485b52226268ae006de1370b3dac5c5d8ab1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bec28",
                            table="candidates_followupextension",
                            when="AFTER",
                        ),
                    ),
                ],
                "followupextensionhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b3b34c158d59481053f07e0b7b2cd4ce284f7e2e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b07e7",
                            table="candidates_followupextensionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "handover": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_handoverhistory" ("event_id", "giver_id", "handed_on", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_id", "role") VALUES (NEW."event_id", NEW."giver_id", NEW."handed_on", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."receiver_id", NEW."role"); RETURN NULL;',
                            hash="d7c6e238d9fe48aaca0ebe4bd4fc0b2d8be42b64",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f87be",
                            table="candidates_handover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_handoverhistory" ("event_id", "giver_id", "handed_on", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_id", "role") VALUES (NEW."event_id", NEW."giver_id", NEW."handed_on", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."receiver_id", NEW."role"); RETURN NULL;',
                            hash="3b93990c151c0f366f37731d3babf75688e08794",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66246",
                            table="candidates_handover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_handoverhistory" ("event_id", "giver_id", "handed_on", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_id", "role") VALUES (OLD."event_id", OLD."giver_id", OLD."handed_on", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."receiver_id", OLD."role"); RETURN NULL;',
                            hash="29b43ae71b8006c0aea89152262dbef08b4a2398",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d2f07",
                            table="candidates_handover",
                            when="AFTER",
                        ),
                    ),
                ],
                "handoverhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="31663316b5e6f1aa4639705495b23b6e6db272c6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8f6c4",
                            table="candidates_handoverhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "helpsheet": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_helpsheethistory" ("body", "id", "is_published", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "stage", "title", "version") VALUES (NEW."body", NEW."id", NEW."is_published", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."stage", NEW."title", NEW."version"); RETURN NULL;',
                            hash="cb916f8309be024d8b9584f939de8763005fc572",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3bc53",
                            table="candidates_helpsheet",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_helpsheethistory" ("body", "id", "is_published", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "stage", "title", "version") VALUES (NEW."body", NEW."id", NEW."is_published", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."stage", NEW."title", NEW."version"); RETURN NULL;',
                            hash="f10ce6a4f69f1b311c9c50f925ddb87a0143bb60",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_71bd5",
                            table="candidates_helpsheet",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_helpsheethistory" ("body", "id", "is_published", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "stage", "title", "version") VALUES (OLD."body", OLD."id", OLD."is_published", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."stage", OLD."title", OLD."version"); RETURN NULL;',
                            hash="42d855ffe41ab3f6a9db05828a35a09ad7694df3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b4af7",
                            table="candidates_helpsheet",
                            when="AFTER",
                        ),
                    ),
                ],
                "helpsheethistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e923c49ffc1d62237d1b98407f5d236e407f4b0f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f76bc",
                            table="candidates_helpsheethistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "household": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdhistory" ("accepts_shared_home", "agrees_to_share", "asked_typology", "domiciled_in_id", "has_pets", "highest_rent", "housing_precarity", "id", "informed_on", "is_volunteer", "must_not_be_found", "needs_accessible_home", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "registered_on", "sleeps_in_id", "version", "why_typology") VALUES (NEW."accepts_shared_home", NEW."agrees_to_share", NEW."asked_typology", NEW."domiciled_in_id", NEW."has_pets", NEW."highest_rent", NEW."housing_precarity", NEW."id", NEW."informed_on", NEW."is_volunteer", NEW."must_not_be_found", NEW."needs_accessible_home", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reference", NEW."registered_on", NEW."sleeps_in_id", NEW."version", NEW."why_typology"); RETURN NULL;',
                            hash="6b07a67970f80fed78d74eb2b9544644c0d7664a",
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
                            func='INSERT INTO "candidates_householdhistory" ("accepts_shared_home", "agrees_to_share", "asked_typology", "domiciled_in_id", "has_pets", "highest_rent", "housing_precarity", "id", "informed_on", "is_volunteer", "must_not_be_found", "needs_accessible_home", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "registered_on", "sleeps_in_id", "version", "why_typology") VALUES (NEW."accepts_shared_home", NEW."agrees_to_share", NEW."asked_typology", NEW."domiciled_in_id", NEW."has_pets", NEW."highest_rent", NEW."housing_precarity", NEW."id", NEW."informed_on", NEW."is_volunteer", NEW."must_not_be_found", NEW."needs_accessible_home", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."reference", NEW."registered_on", NEW."sleeps_in_id", NEW."version", NEW."why_typology"); RETURN NULL;',
                            hash="ff1afb68391c45053eb6ee1983de1662ce837a80",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fcac3",
                            table="candidates_household",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdhistory" ("accepts_shared_home", "agrees_to_share", "asked_typology", "domiciled_in_id", "has_pets", "highest_rent", "housing_precarity", "id", "informed_on", "is_volunteer", "must_not_be_found", "needs_accessible_home", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "registered_on", "sleeps_in_id", "version", "why_typology") VALUES (OLD."accepts_shared_home", OLD."agrees_to_share", OLD."asked_typology", OLD."domiciled_in_id", OLD."has_pets", OLD."highest_rent", OLD."housing_precarity", OLD."id", OLD."informed_on", OLD."is_volunteer", OLD."must_not_be_found", OLD."needs_accessible_home", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reference", OLD."registered_on", OLD."sleeps_in_id", OLD."version", OLD."why_typology"); RETURN NULL;',
                            hash="b4fed9b051f383c5ac56c24bffa0e07c6c59710a",
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
                            func='INSERT INTO "candidates_householdanswerhistory" ("answer", "ask_again_on", "event_id", "id", "means", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."answer", NEW."ask_again_on", NEW."event_id", NEW."id", NEW."means", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="93086532b0510bbad2d17e50312e93788b9442bb",
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
                            func='INSERT INTO "candidates_householdanswerhistory" ("answer", "ask_again_on", "event_id", "id", "means", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (NEW."answer", NEW."ask_again_on", NEW."event_id", NEW."id", NEW."means", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id"); RETURN NULL;',
                            hash="3914d0a3f749b46bf9b9ceec892797d47c244ea4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0143b",
                            table="candidates_householdanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdanswerhistory" ("answer", "ask_again_on", "event_id", "id", "means", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id") VALUES (OLD."answer", OLD."ask_again_on", OLD."event_id", OLD."id", OLD."means", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id"); RETURN NULL;',
                            hash="0fbcd010dd6b8965bddae79807a279567212a705",
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
                "householdreport": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdreporthistory" ("event_id", "id", "liked", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stay_id", "worries", "would_live_there") VALUES (NEW."event_id", NEW."id", NEW."liked", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."stay_id", NEW."worries", NEW."would_live_there"); RETURN NULL;',
                            hash="c7687451b8e240ab4ebd864a2e44adaa00bd7994",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_470f4",
                            table="candidates_householdreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_householdreporthistory" ("event_id", "id", "liked", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stay_id", "worries", "would_live_there") VALUES (NEW."event_id", NEW."id", NEW."liked", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."stay_id", NEW."worries", NEW."would_live_there"); RETURN NULL;',
                            hash="852603060ae319d5f507b61ed1b3715dfb82a28f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4c318",
                            table="candidates_householdreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_householdreporthistory" ("event_id", "id", "liked", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stay_id", "worries", "would_live_there") VALUES (OLD."event_id", OLD."id", OLD."liked", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."stay_id", OLD."worries", OLD."would_live_there"); RETURN NULL;',
                            hash="13b03d5d06c6d37dfec84ee1633fdbf5c7d7f5bd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_73be5",
                            table="candidates_householdreport",
                            when="AFTER",
                        ),
                    ),
                ],
                "householdreporthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e6ee0e84b3c1ddd07527aaff468f7caf40a92163",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_472b2",
                            table="candidates_householdreporthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "housingcommitment": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_housingcommitmenthistory" ("attributed_on", "available_on", "commune_id", "ends_on", "event_id", "id", "kind", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") VALUES (NEW."attributed_on", NEW."available_on", NEW."commune_id", NEW."ends_on", NEW."event_id", NEW."id", NEW."kind", NEW."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."reference"); RETURN NULL;',
                            hash="e2ebbfc53eebfb1939aecd5012ace48f823ebbba",
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
                            func='INSERT INTO "candidates_housingcommitmenthistory" ("attributed_on", "available_on", "commune_id", "ends_on", "event_id", "id", "kind", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") VALUES (NEW."attributed_on", NEW."available_on", NEW."commune_id", NEW."ends_on", NEW."event_id", NEW."id", NEW."kind", NEW."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."reference"); RETURN NULL;',
                            hash="2ae037f67357f5fadcbda7015f37a9b37e286957",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_89dee",
                            table="candidates_housingcommitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_housingcommitmenthistory" ("attributed_on", "available_on", "commune_id", "ends_on", "event_id", "id", "kind", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") VALUES (OLD."attributed_on", OLD."available_on", OLD."commune_id", OLD."ends_on", OLD."event_id", OLD."id", OLD."kind", OLD."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."reference"); RETURN NULL;',
                            hash="9d24bcad77c60ded8e9ea2b1ee9854c5b45e8372",
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
                            func='INSERT INTO "candidates_immersionreporthistory" ("event_id", "home", "id", "mobility", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "stay_id", "strengths", "work", "worries") VALUES (NEW."event_id", NEW."home", NEW."id", NEW."mobility", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recommendation", NEW."stay_id", NEW."strengths", NEW."work", NEW."worries"); RETURN NULL;',
                            hash="9d715fc4558b06880fd3f7c6b0e3e497b6557126",
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
                            func='INSERT INTO "candidates_immersionreporthistory" ("event_id", "home", "id", "mobility", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "stay_id", "strengths", "work", "worries") VALUES (NEW."event_id", NEW."home", NEW."id", NEW."mobility", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recommendation", NEW."stay_id", NEW."strengths", NEW."work", NEW."worries"); RETURN NULL;',
                            hash="c6b644458f3170f39c0c8ab738566288ae723cad",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5ae6d",
                            table="candidates_immersionreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_immersionreporthistory" ("event_id", "home", "id", "mobility", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "stay_id", "strengths", "work", "worries") VALUES (OLD."event_id", OLD."home", OLD."id", OLD."mobility", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recommendation", OLD."stay_id", OLD."strengths", OLD."work", OLD."worries"); RETURN NULL;',
                            hash="6a167e11fc6addeb7f718afa9da303241e8f8c18",
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
                            func='INSERT INTO "candidates_immersionstayhistory" ("childcare", "childcare_details", "days", "id", "is_cancelled", "local_transport", "lodging", "lodging_address", "lodging_kind", "lodging_phone", "outward_arrives_at", "outward_from", "outward_leaves_at", "outward_mode", "outward_ticket", "outward_to", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "return_arrives_at", "return_from", "return_leaves_at", "return_mode", "return_ticket", "return_to", "shelter_confirmed_by", "shelter_is_kept", "shelter_kept_until", "to_bring", "travel", "version", "welcomer_name", "welcomer_phone") VALUES (NEW."childcare", NEW."childcare_details", NEW."days", NEW."id", NEW."is_cancelled", NEW."local_transport", NEW."lodging", NEW."lodging_address", NEW."lodging_kind", NEW."lodging_phone", NEW."outward_arrives_at", NEW."outward_from", NEW."outward_leaves_at", NEW."outward_mode", NEW."outward_ticket", NEW."outward_to", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."public_id", NEW."return_arrives_at", NEW."return_from", NEW."return_leaves_at", NEW."return_mode", NEW."return_ticket", NEW."return_to", NEW."shelter_confirmed_by", NEW."shelter_is_kept", NEW."shelter_kept_until", NEW."to_bring", NEW."travel", NEW."version", NEW."welcomer_name", NEW."welcomer_phone"); RETURN NULL;',
                            hash="62bd9fbf9971f6b200f9d0ad1ac61906b9423092",
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
                            func='INSERT INTO "candidates_immersionstayhistory" ("childcare", "childcare_details", "days", "id", "is_cancelled", "local_transport", "lodging", "lodging_address", "lodging_kind", "lodging_phone", "outward_arrives_at", "outward_from", "outward_leaves_at", "outward_mode", "outward_ticket", "outward_to", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "return_arrives_at", "return_from", "return_leaves_at", "return_mode", "return_ticket", "return_to", "shelter_confirmed_by", "shelter_is_kept", "shelter_kept_until", "to_bring", "travel", "version", "welcomer_name", "welcomer_phone") VALUES (NEW."childcare", NEW."childcare_details", NEW."days", NEW."id", NEW."is_cancelled", NEW."local_transport", NEW."lodging", NEW."lodging_address", NEW."lodging_kind", NEW."lodging_phone", NEW."outward_arrives_at", NEW."outward_from", NEW."outward_leaves_at", NEW."outward_mode", NEW."outward_ticket", NEW."outward_to", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."public_id", NEW."return_arrives_at", NEW."return_from", NEW."return_leaves_at", NEW."return_mode", NEW."return_ticket", NEW."return_to", NEW."shelter_confirmed_by", NEW."shelter_is_kept", NEW."shelter_kept_until", NEW."to_bring", NEW."travel", NEW."version", NEW."welcomer_name", NEW."welcomer_phone"); RETURN NULL;',
                            hash="b2c8ca6d68fc930b86e48cf80e5f78b6afbc34ba",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c6bb4",
                            table="candidates_immersionstay",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_immersionstayhistory" ("childcare", "childcare_details", "days", "id", "is_cancelled", "local_transport", "lodging", "lodging_address", "lodging_kind", "lodging_phone", "outward_arrives_at", "outward_from", "outward_leaves_at", "outward_mode", "outward_ticket", "outward_to", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "return_arrives_at", "return_from", "return_leaves_at", "return_mode", "return_ticket", "return_to", "shelter_confirmed_by", "shelter_is_kept", "shelter_kept_until", "to_bring", "travel", "version", "welcomer_name", "welcomer_phone") VALUES (OLD."childcare", OLD."childcare_details", OLD."days", OLD."id", OLD."is_cancelled", OLD."local_transport", OLD."lodging", OLD."lodging_address", OLD."lodging_kind", OLD."lodging_phone", OLD."outward_arrives_at", OLD."outward_from", OLD."outward_leaves_at", OLD."outward_mode", OLD."outward_ticket", OLD."outward_to", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."public_id", OLD."return_arrives_at", OLD."return_from", OLD."return_leaves_at", OLD."return_mode", OLD."return_ticket", OLD."return_to", OLD."shelter_confirmed_by", OLD."shelter_is_kept", OLD."shelter_kept_until", OLD."to_bring", OLD."travel", OLD."version", OLD."welcomer_name", OLD."welcomer_phone"); RETURN NULL;',
                            hash="d7590434aacfe6e6c451fc19a28c928793c2da99",
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
                "installationaid": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_installationaidhistory" ("advanced_by", "answer", "asked_amount", "asked_on", "cost", "details", "due_on", "granted_amount", "id", "kind", "paid_on", "parcours_id", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "repaid_on", "version") VALUES (NEW."advanced_by", NEW."answer", NEW."asked_amount", NEW."asked_on", NEW."cost", NEW."details", NEW."due_on", NEW."granted_amount", NEW."id", NEW."kind", NEW."paid_on", NEW."parcours_id", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."repaid_on", NEW."version"); RETURN NULL;',
                            hash="436283576771458ea0fa06b63998a5b6fbc88f14",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ab13",
                            table="candidates_installationaid",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_installationaidhistory" ("advanced_by", "answer", "asked_amount", "asked_on", "cost", "details", "due_on", "granted_amount", "id", "kind", "paid_on", "parcours_id", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "repaid_on", "version") VALUES (NEW."advanced_by", NEW."answer", NEW."asked_amount", NEW."asked_on", NEW."cost", NEW."details", NEW."due_on", NEW."granted_amount", NEW."id", NEW."kind", NEW."paid_on", NEW."parcours_id", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."repaid_on", NEW."version"); RETURN NULL;',
                            hash="aac034a39b9c748922179d4d89de52850aaf2ec8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c8418",
                            table="candidates_installationaid",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_installationaidhistory" ("advanced_by", "answer", "asked_amount", "asked_on", "cost", "details", "due_on", "granted_amount", "id", "kind", "paid_on", "parcours_id", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "repaid_on", "version") VALUES (OLD."advanced_by", OLD."answer", OLD."asked_amount", OLD."asked_on", OLD."cost", OLD."details", OLD."due_on", OLD."granted_amount", OLD."id", OLD."kind", OLD."paid_on", OLD."parcours_id", OLD."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."repaid_on", OLD."version"); RETURN NULL;',
                            hash="b227797dab94e284af997705c3f7626b3fbc5d4f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7d48a",
                            table="candidates_installationaid",
                            when="AFTER",
                        ),
                    ),
                ],
                "installationaidhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="71a3d3b7f53fa4a66194598fe44a6986ab652fdd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_92d60",
                            table="candidates_installationaidhistory",
                            when="BEFORE",
                        ),
                    )
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
                "invitationreply": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_invitationreplyhistory" ("answer", "event_id", "id", "invitation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."answer", NEW."event_id", NEW."id", NEW."invitation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="2794e53635e18919267a99eaf61ab18f0333238a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_34311",
                            table="candidates_invitationreply",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_invitationreplyhistory" ("answer", "event_id", "id", "invitation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."answer", NEW."event_id", NEW."id", NEW."invitation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="f3902a3c56f88814dd9935225065bf70d33016bc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_09ae2",
                            table="candidates_invitationreply",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_invitationreplyhistory" ("answer", "event_id", "id", "invitation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."answer", OLD."event_id", OLD."id", OLD."invitation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="88b0f0d751ba991f8394ce5c43aa43438b30446a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_103e4",
                            table="candidates_invitationreply",
                            when="AFTER",
                        ),
                    ),
                ],
                "invitationreplyhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0e184f330e3df0c9ef7be0d9a4eae6f78c3367e0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cb413",
                            table="candidates_invitationreplyhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "jobcommitment": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_jobcommitmenthistory" ("contract", "ends_on", "event_id", "first_pay_on", "id", "is_qualifying", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on", "weekly_hours", "with_whom") VALUES (NEW."contract", NEW."ends_on", NEW."event_id", NEW."first_pay_on", NEW."id", NEW."is_qualifying", NEW."kind", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."starts_on", NEW."weekly_hours", NEW."with_whom"); RETURN NULL;',
                            hash="291dbf70935228e98375cb00018a3046c5a2fbc4",
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
                            func='INSERT INTO "candidates_jobcommitmenthistory" ("contract", "ends_on", "event_id", "first_pay_on", "id", "is_qualifying", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on", "weekly_hours", "with_whom") VALUES (NEW."contract", NEW."ends_on", NEW."event_id", NEW."first_pay_on", NEW."id", NEW."is_qualifying", NEW."kind", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."starts_on", NEW."weekly_hours", NEW."with_whom"); RETURN NULL;',
                            hash="007b3a1c7531070f9814ce9d4ac2a5239ac68080",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6ff1c",
                            table="candidates_jobcommitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_jobcommitmenthistory" ("contract", "ends_on", "event_id", "first_pay_on", "id", "is_qualifying", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "starts_on", "weekly_hours", "with_whom") VALUES (OLD."contract", OLD."ends_on", OLD."event_id", OLD."first_pay_on", OLD."id", OLD."is_qualifying", OLD."kind", OLD."occupation_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."starts_on", OLD."weekly_hours", OLD."with_whom"); RETURN NULL;',
                            hash="0c8e6ff8f2ee53d9956246003051eb7df30e0cf8",
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
                "missedvisit": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_missedvisithistory" ("event_id", "id", "milestone", "next_on", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."event_id", NEW."id", NEW."milestone", NEW."next_on", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="1186d6b42debe4bee98c1068cfac27bd6b0ca6d7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1812b",
                            table="candidates_missedvisit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_missedvisithistory" ("event_id", "id", "milestone", "next_on", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."event_id", NEW."id", NEW."milestone", NEW."next_on", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="43517fca2f83f931c3d71b57e07f87e853c38d40",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_43aab",
                            table="candidates_missedvisit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_missedvisithistory" ("event_id", "id", "milestone", "next_on", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (OLD."event_id", OLD."id", OLD."milestone", OLD."next_on", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id"); RETURN NULL;',
                            hash="ab31205f414551ee4f2f5ce825a59abb47cedb12",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ede4a",
                            table="candidates_missedvisit",
                            when="AFTER",
                        ),
                    ),
                ],
                "missedvisithistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0d20608d6f583a808032042c78d881d904480497",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_87035",
                            table="candidates_missedvisithistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "note": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_notehistory" ("author_id", "channel", "event_id", "id", "initiated_by", "level", "next_on", "next_step", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "was_reached") VALUES (NEW."author_id", NEW."channel", NEW."event_id", NEW."id", NEW."initiated_by", NEW."level", NEW."next_on", NEW."next_step", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text", NEW."was_reached"); RETURN NULL;',
                            hash="b6cb097c1913435788f82cb1a589ca1bbb0a28e3",
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
                            func='INSERT INTO "candidates_notehistory" ("author_id", "channel", "event_id", "id", "initiated_by", "level", "next_on", "next_step", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "was_reached") VALUES (NEW."author_id", NEW."channel", NEW."event_id", NEW."id", NEW."initiated_by", NEW."level", NEW."next_on", NEW."next_step", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text", NEW."was_reached"); RETURN NULL;',
                            hash="a913e650f5a1243621ce9d8eca0a536d44ced0c9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_935e9",
                            table="candidates_note",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_notehistory" ("author_id", "channel", "event_id", "id", "initiated_by", "level", "next_on", "next_step", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "was_reached") VALUES (OLD."author_id", OLD."channel", OLD."event_id", OLD."id", OLD."initiated_by", OLD."level", OLD."next_on", OLD."next_step", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text", OLD."was_reached"); RETURN NULL;',
                            hash="ace8321d6cc9e3b753002fa276aa10cb0c2bf96a",
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
                            func='INSERT INTO "candidates_parcourshistory" ("due_on", "household_id", "id", "lead_worker_id", "opened_on", "owner_organisation_id", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber_is_committed", "previous_id", "public_id", "stage", "stage_since", "standing", "territory_id", "version") VALUES (NEW."due_on", NEW."household_id", NEW."id", NEW."lead_worker_id", NEW."opened_on", NEW."owner_organisation_id", NEW."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."prescriber_is_committed", NEW."previous_id", NEW."public_id", NEW."stage", NEW."stage_since", NEW."standing", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="09ccca72c1e4e911efc2f2b0b73e9bfbee51b95a",
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
                            func='INSERT INTO "candidates_parcourshistory" ("due_on", "household_id", "id", "lead_worker_id", "opened_on", "owner_organisation_id", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber_is_committed", "previous_id", "public_id", "stage", "stage_since", "standing", "territory_id", "version") VALUES (NEW."due_on", NEW."household_id", NEW."id", NEW."lead_worker_id", NEW."opened_on", NEW."owner_organisation_id", NEW."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."prescriber_is_committed", NEW."previous_id", NEW."public_id", NEW."stage", NEW."stage_since", NEW."standing", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="d6ad8d035443f1b543056b97d6e1983aeddcdb90",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b879",
                            table="candidates_parcours",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_parcourshistory" ("due_on", "household_id", "id", "lead_worker_id", "opened_on", "owner_organisation_id", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber_is_committed", "previous_id", "public_id", "stage", "stage_since", "standing", "territory_id", "version") VALUES (OLD."due_on", OLD."household_id", OLD."id", OLD."lead_worker_id", OLD."opened_on", OLD."owner_organisation_id", OLD."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."prescriber_is_committed", OLD."previous_id", OLD."public_id", OLD."stage", OLD."stage_since", OLD."standing", OLD."territory_id", OLD."version"); RETURN NULL;',
                            hash="3a7303b59e65fb6dd8799d398e28010abcbf86ab",
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
                            func='INSERT INTO "candidates_partyagreementhistory" ("agrees", "answered_by", "content_hash", "event_id", "id", "means", "organisation_id", "party", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "shown") VALUES (NEW."agrees", NEW."answered_by", NEW."content_hash", NEW."event_id", NEW."id", NEW."means", NEW."organisation_id", NEW."party", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."shown"); RETURN NULL;',
                            hash="899e0d5d3afdbe5aa6e2ae21a75f66c80204f58b",
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
                            func='INSERT INTO "candidates_partyagreementhistory" ("agrees", "answered_by", "content_hash", "event_id", "id", "means", "organisation_id", "party", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "shown") VALUES (NEW."agrees", NEW."answered_by", NEW."content_hash", NEW."event_id", NEW."id", NEW."means", NEW."organisation_id", NEW."party", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."shown"); RETURN NULL;',
                            hash="74f4b0bbbe1be5156a7e71894e90678da5aad78b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97615",
                            table="candidates_partyagreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_partyagreementhistory" ("agrees", "answered_by", "content_hash", "event_id", "id", "means", "organisation_id", "party", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "shown") VALUES (OLD."agrees", OLD."answered_by", OLD."content_hash", OLD."event_id", OLD."id", OLD."means", OLD."organisation_id", OLD."party", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."shown"); RETURN NULL;',
                            hash="560a5e8dce73b5bb5c93e395e5a200443e94aec0",
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
                            func='INSERT INTO "candidates_personhistory" ("aspirational_project_id", "birth_date", "birth_date_is_approximate", "birth_name", "died_on", "first_name", "id", "language_level", "last_name", "licences", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepares_licence_b", "project_gap", "public_id", "retained_project_id", "schooling", "sex", "skills", "vehicle", "version") VALUES (NEW."aspirational_project_id", NEW."birth_date", NEW."birth_date_is_approximate", NEW."birth_name", NEW."died_on", NEW."first_name", NEW."id", NEW."language_level", NEW."last_name", NEW."licences", NEW."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."prepares_licence_b", NEW."project_gap", NEW."public_id", NEW."retained_project_id", NEW."schooling", NEW."sex", NEW."skills", NEW."vehicle", NEW."version"); RETURN NULL;',
                            hash="8e0c3687dd6e99823e286f18d988abc609bc1d71",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_663a4",
                            table="candidates_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."aspirational_project_id" IS DISTINCT FROM (NEW."aspirational_project_id") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birth_date_is_approximate" IS DISTINCT FROM (NEW."birth_date_is_approximate") OR OLD."birth_name" IS DISTINCT FROM (NEW."birth_name") OR OLD."died_on" IS DISTINCT FROM (NEW."died_on") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language_level" IS DISTINCT FROM (NEW."language_level") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."licences" IS DISTINCT FROM (NEW."licences") OR OLD."nationality" IS DISTINCT FROM (NEW."nationality") OR OLD."prepares_licence_b" IS DISTINCT FROM (NEW."prepares_licence_b") OR OLD."project_gap" IS DISTINCT FROM (NEW."project_gap") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."retained_project_id" IS DISTINCT FROM (NEW."retained_project_id") OR OLD."schooling" IS DISTINCT FROM (NEW."schooling") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."skills" IS DISTINCT FROM (NEW."skills") OR OLD."vehicle" IS DISTINCT FROM (NEW."vehicle") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_personhistory" ("aspirational_project_id", "birth_date", "birth_date_is_approximate", "birth_name", "died_on", "first_name", "id", "language_level", "last_name", "licences", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepares_licence_b", "project_gap", "public_id", "retained_project_id", "schooling", "sex", "skills", "vehicle", "version") VALUES (NEW."aspirational_project_id", NEW."birth_date", NEW."birth_date_is_approximate", NEW."birth_name", NEW."died_on", NEW."first_name", NEW."id", NEW."language_level", NEW."last_name", NEW."licences", NEW."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."prepares_licence_b", NEW."project_gap", NEW."public_id", NEW."retained_project_id", NEW."schooling", NEW."sex", NEW."skills", NEW."vehicle", NEW."version"); RETURN NULL;',
                            hash="420356a0de129ce2f90d4c3f5d34da3f46b7d780",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8bad9",
                            table="candidates_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_personhistory" ("aspirational_project_id", "birth_date", "birth_date_is_approximate", "birth_name", "died_on", "first_name", "id", "language_level", "last_name", "licences", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepares_licence_b", "project_gap", "public_id", "retained_project_id", "schooling", "sex", "skills", "vehicle", "version") VALUES (OLD."aspirational_project_id", OLD."birth_date", OLD."birth_date_is_approximate", OLD."birth_name", OLD."died_on", OLD."first_name", OLD."id", OLD."language_level", OLD."last_name", OLD."licences", OLD."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."prepares_licence_b", OLD."project_gap", OLD."public_id", OLD."retained_project_id", OLD."schooling", OLD."sex", OLD."skills", OLD."vehicle", OLD."version"); RETURN NULL;',
                            hash="a79ea1accc5797009df818cbf89f0112b7779c8f",
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
                            func='INSERT INTO "candidates_placementhistory" ("answer_due_on", "host_id", "id", "message", "occupation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_move_on", "proposed_on", "public_id", "status", "territory_id", "version") VALUES (NEW."answer_due_on", NEW."host_id", NEW."id", NEW."message", NEW."occupation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_move_on", NEW."proposed_on", NEW."public_id", NEW."status", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="e0463d7ce950e8aac0d85f5b4cf2c1d9dadb5168",
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
                            func='INSERT INTO "candidates_placementhistory" ("answer_due_on", "host_id", "id", "message", "occupation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_move_on", "proposed_on", "public_id", "status", "territory_id", "version") VALUES (NEW."answer_due_on", NEW."host_id", NEW."id", NEW."message", NEW."occupation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_move_on", NEW."proposed_on", NEW."public_id", NEW."status", NEW."territory_id", NEW."version"); RETURN NULL;',
                            hash="d1be5444ca67e1ed2f278044254c15ff4a33f802",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bf4e4",
                            table="candidates_placement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementhistory" ("answer_due_on", "host_id", "id", "message", "occupation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_move_on", "proposed_on", "public_id", "status", "territory_id", "version") VALUES (OLD."answer_due_on", OLD."host_id", OLD."id", OLD."message", OLD."occupation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_move_on", OLD."proposed_on", OLD."public_id", OLD."status", OLD."territory_id", OLD."version"); RETURN NULL;',
                            hash="cbb5b00748953f4f82c7791dee616c34e074557d",
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
                "placementhome": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementhomehistory" ("available_on", "certainty", "charges", "commune_id", "details", "id", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "rent", "surface", "typology", "version") VALUES (NEW."available_on", NEW."certainty", NEW."charges", NEW."commune_id", NEW."details", NEW."id", NEW."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."rent", NEW."surface", NEW."typology", NEW."version"); RETURN NULL;',
                            hash="dbed7ba03d719accd9742fa7599120187fdbe926",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39761",
                            table="candidates_placementhome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_placementhomehistory" ("available_on", "certainty", "charges", "commune_id", "details", "id", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "rent", "surface", "typology", "version") VALUES (NEW."available_on", NEW."certainty", NEW."charges", NEW."commune_id", NEW."details", NEW."id", NEW."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."rent", NEW."surface", NEW."typology", NEW."version"); RETURN NULL;',
                            hash="368038ab71bc80d4f51f9228cb4e3cd4b7712679",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c9a7a",
                            table="candidates_placementhome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementhomehistory" ("available_on", "certainty", "charges", "commune_id", "details", "id", "landlord", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "rent", "surface", "typology", "version") VALUES (OLD."available_on", OLD."certainty", OLD."charges", OLD."commune_id", OLD."details", OLD."id", OLD."landlord", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."rent", OLD."surface", OLD."typology", OLD."version"); RETURN NULL;',
                            hash="608b7700ee7ff67e9e1ed253dd41657004ce45b8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_acb4a",
                            table="candidates_placementhome",
                            when="AFTER",
                        ),
                    ),
                ],
                "placementhomehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="44bb44a1c01acf4b122a7530e9655176a5a17bb6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70f78",
                            table="candidates_placementhomehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "placementjob": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementjobhistory" ("certainty", "contract", "details", "employer", "id", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "starts_on", "version", "weekly_hours") VALUES (NEW."certainty", NEW."contract", NEW."details", NEW."employer", NEW."id", NEW."kind", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."public_id", NEW."starts_on", NEW."version", NEW."weekly_hours"); RETURN NULL;',
                            hash="d8cbcfcbe192876c0e74a31a1a5858e36eec598c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dd651",
                            table="candidates_placementjob",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_placementjobhistory" ("certainty", "contract", "details", "employer", "id", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "starts_on", "version", "weekly_hours") VALUES (NEW."certainty", NEW."contract", NEW."details", NEW."employer", NEW."id", NEW."kind", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement_id", NEW."public_id", NEW."starts_on", NEW."version", NEW."weekly_hours"); RETURN NULL;',
                            hash="1719e3ddde73299261d3fd0ce672e96936b64f42",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9bacf",
                            table="candidates_placementjob",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_placementjobhistory" ("certainty", "contract", "details", "employer", "id", "kind", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "starts_on", "version", "weekly_hours") VALUES (OLD."certainty", OLD."contract", OLD."details", OLD."employer", OLD."id", OLD."kind", OLD."occupation_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement_id", OLD."public_id", OLD."starts_on", OLD."version", OLD."weekly_hours"); RETURN NULL;',
                            hash="231e9202cf5bf70fe742fb701556b1a447642179",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1405",
                            table="candidates_placementjob",
                            when="AFTER",
                        ),
                    ),
                ],
                "placementjobhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="793f3cd806e5c0b3b45e105fbf0a2106596c42d9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bcf2b",
                            table="candidates_placementjobhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "planaction": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_planactionhistory" ("axis", "brake_id", "done_on", "due_on", "id", "label", "owner", "owner_name", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "version") VALUES (NEW."axis", NEW."brake_id", NEW."done_on", NEW."due_on", NEW."id", NEW."label", NEW."owner", NEW."owner_name", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."state", NEW."version"); RETURN NULL;',
                            hash="ccc1a17ad68ad079510380ec9c11939e58539974",
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
                            func='INSERT INTO "candidates_planactionhistory" ("axis", "brake_id", "done_on", "due_on", "id", "label", "owner", "owner_name", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "version") VALUES (NEW."axis", NEW."brake_id", NEW."done_on", NEW."due_on", NEW."id", NEW."label", NEW."owner", NEW."owner_name", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."state", NEW."version"); RETURN NULL;',
                            hash="763e8d4fa01380732bd19954504b25d24589f942",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7287f",
                            table="candidates_planaction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_planactionhistory" ("axis", "brake_id", "done_on", "due_on", "id", "label", "owner", "owner_name", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "version") VALUES (OLD."axis", OLD."brake_id", OLD."done_on", OLD."due_on", OLD."id", OLD."label", OLD."owner", OLD."owner_name", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."state", OLD."version"); RETURN NULL;',
                            hash="3b089b0488df5fe39d9f1a09af160043fba62bca",
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
                "plannedfile": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_plannedfilehistory" ("id", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id") VALUES (NEW."id", NEW."outcome", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_id"); RETURN NULL;',
                            hash="6c577a2a6257fcf4a7df2fc4a79c3b615e516010",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_380e6",
                            table="candidates_plannedfile",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_plannedfilehistory" ("id", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id") VALUES (NEW."id", NEW."outcome", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_id"); RETURN NULL;',
                            hash="3e0fbf84b08ffa163155cf7f055f27a1adaaac0e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0486c",
                            table="candidates_plannedfile",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_plannedfilehistory" ("id", "outcome", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id") VALUES (OLD."id", OLD."outcome", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_id"); RETURN NULL;',
                            hash="0cb2859d696004645ab5840585358e4b53c355ba",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5b572",
                            table="candidates_plannedfile",
                            when="AFTER",
                        ),
                    ),
                ],
                "plannedfilehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="380d7e39b9d0d78f3b59ecb2eee823756535ed6d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_023f0",
                            table="candidates_plannedfilehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "plannedhandover": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_plannedhandoverhistory" ("cancelled_at", "cancelled_by_id", "carried_out_at", "giver_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_as", "planned_at", "planned_by_id", "planned_for_id", "planned_on", "public_id", "reason", "receiver_id", "role", "whose_id", "worker_id") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."carried_out_at", NEW."giver_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_as", NEW."planned_at", NEW."planned_by_id", NEW."planned_for_id", NEW."planned_on", NEW."public_id", NEW."reason", NEW."receiver_id", NEW."role", NEW."whose_id", NEW."worker_id"); RETURN NULL;',
                            hash="79ebc07e0ad4b85f7f13bc06ac4dac71d1b8d876",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fad3e",
                            table="candidates_plannedhandover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_plannedhandoverhistory" ("cancelled_at", "cancelled_by_id", "carried_out_at", "giver_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_as", "planned_at", "planned_by_id", "planned_for_id", "planned_on", "public_id", "reason", "receiver_id", "role", "whose_id", "worker_id") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."carried_out_at", NEW."giver_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_as", NEW."planned_at", NEW."planned_by_id", NEW."planned_for_id", NEW."planned_on", NEW."public_id", NEW."reason", NEW."receiver_id", NEW."role", NEW."whose_id", NEW."worker_id"); RETURN NULL;',
                            hash="13a932b742893606912c810fd7351873de033781",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1c069",
                            table="candidates_plannedhandover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_plannedhandoverhistory" ("cancelled_at", "cancelled_by_id", "carried_out_at", "giver_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_as", "planned_at", "planned_by_id", "planned_for_id", "planned_on", "public_id", "reason", "receiver_id", "role", "whose_id", "worker_id") VALUES (OLD."cancelled_at", OLD."cancelled_by_id", OLD."carried_out_at", OLD."giver_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_as", OLD."planned_at", OLD."planned_by_id", OLD."planned_for_id", OLD."planned_on", OLD."public_id", OLD."reason", OLD."receiver_id", OLD."role", OLD."whose_id", OLD."worker_id"); RETURN NULL;',
                            hash="b2f695ce99d4de8732e0f8cd8028ad0127f6894d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_df197",
                            table="candidates_plannedhandover",
                            when="AFTER",
                        ),
                    ),
                ],
                "plannedhandoverhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a94b98c439836ef18c51bb3bcffa14bdf25d53a7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b1b45",
                            table="candidates_plannedhandoverhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "reason": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_reasonhistory" ("code", "decided_by", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "use", "version") VALUES (NEW."code", NEW."decided_by", NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."use", NEW."version"); RETURN NULL;',
                            hash="73edb42cc5366f4c2e8e37cf1f3fc57cad72c389",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_69693",
                            table="candidates_reason",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."decided_by" IS DISTINCT FROM (NEW."decided_by") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."use" IS DISTINCT FROM (NEW."use") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "candidates_reasonhistory" ("code", "decided_by", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "use", "version") VALUES (NEW."code", NEW."decided_by", NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."use", NEW."version"); RETURN NULL;',
                            hash="2bd6e6ebdb575c46909056c5fd012145cec99eec",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a6ee5",
                            table="candidates_reason",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_reasonhistory" ("code", "decided_by", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "use", "version") VALUES (OLD."code", OLD."decided_by", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."use", OLD."version"); RETURN NULL;',
                            hash="24fed12cac91f82f6cb99f14f4ebb43cfcd89199",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_84bde",
                            table="candidates_reason",
                            when="AFTER",
                        ),
                    ),
                ],
                "reasonhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7c7d7c5a12894969f42ca4ae2509e685b260a124",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_92c59",
                            table="candidates_reasonhistory",
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
                "separation": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_separationhistory" ("event_id", "id", "opened_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."opened_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="5c2c4b03ad8861d39e4908c1d1fddb0f5543f41f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3a942",
                            table="candidates_separation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_separationhistory" ("event_id", "id", "opened_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."opened_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="61fdd773cb239f42e4238419e511588888c7c35e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2fc9a",
                            table="candidates_separation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_separationhistory" ("event_id", "id", "opened_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."event_id", OLD."id", OLD."opened_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="4bcd98fbce524bff34a9c6b0f6c0152d4b2ac000",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6be5d",
                            table="candidates_separation",
                            when="AFTER",
                        ),
                    ),
                ],
                "separationhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f28f7ad9953f4b73fb30ec66e1e7b87dab5de885",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3cd48",
                            table="candidates_separationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "sessioninvitation": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_sessioninvitationhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."session_id"); RETURN NULL;',
                            hash="0194e82073205078e127ab2265daeee43c5d7f46",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_832f2",
                            table="candidates_sessioninvitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_sessioninvitationhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."session_id"); RETURN NULL;',
                            hash="ea9bad2c5189d8054e02dfbac37a04c66151dc3e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_99863",
                            table="candidates_sessioninvitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_sessioninvitationhistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id") VALUES (OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."session_id"); RETURN NULL;',
                            hash="14cf0cf838123b5ef88a91602bd433cefb728dda",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0b039",
                            table="candidates_sessioninvitation",
                            when="AFTER",
                        ),
                    ),
                ],
                "sessioninvitationhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4fea1e17c0eec9ec540b0f0301e517ad0820ea89",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e5172",
                            table="candidates_sessioninvitationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "shelterfound": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_shelterfoundhistory" ("event_id", "id", "kind", "loss_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."kind", NEW."loss_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="d87887699ec68ca12f3f4c1ed1fb44f1de88da2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2ee0",
                            table="candidates_shelterfound",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_shelterfoundhistory" ("event_id", "id", "kind", "loss_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."kind", NEW."loss_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="14dfa6c53c3d4acb3fee4fae1d6155e879e75f62",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_debbf",
                            table="candidates_shelterfound",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_shelterfoundhistory" ("event_id", "id", "kind", "loss_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."event_id", OLD."id", OLD."kind", OLD."loss_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="4869c900e33f7cfd9ead7e4d1f3f3cb41fed23dc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_94499",
                            table="candidates_shelterfound",
                            when="AFTER",
                        ),
                    ),
                ],
                "shelterfoundhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f6d5e4347f5140e5c0329704d1a55ba959be84be",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_898cb",
                            table="candidates_shelterfoundhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "shelterloss": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_shelterlosshistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "since", "tonight") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."public_id", NEW."since", NEW."tonight"); RETURN NULL;',
                            hash="01515cc5374249f89fb84961e5c12e37a7186988",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_77f2a",
                            table="candidates_shelterloss",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_shelterlosshistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "since", "tonight") VALUES (NEW."event_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."public_id", NEW."since", NEW."tonight"); RETURN NULL;',
                            hash="70c538e0c8ade0ab9f9c174827b85db7b2aec093",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6d2d5",
                            table="candidates_shelterloss",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_shelterlosshistory" ("event_id", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "since", "tonight") VALUES (OLD."event_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."public_id", OLD."since", OLD."tonight"); RETURN NULL;',
                            hash="3aa00cbaae3f5f836c1f49213257e289bf241287",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d07ba",
                            table="candidates_shelterloss",
                            when="AFTER",
                        ),
                    ),
                ],
                "shelterlosshistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="10331d4ce4bdde0a2b0df7d1f088f96b2d03c855",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8571b",
                            table="candidates_shelterlosshistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "situationsnapshot": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_situationsnapshothistory" ("company", "employment", "event_id", "getting_around", "health_access", "id", "lodging", "occupation_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "resources", "satisfaction", "schooling", "sector", "training", "weekly_hours") VALUES (NEW."company", NEW."employment", NEW."event_id", NEW."getting_around", NEW."health_access", NEW."id", NEW."lodging", NEW."occupation_id", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."point", NEW."resources", NEW."satisfaction", NEW."schooling", NEW."sector", NEW."training", NEW."weekly_hours"); RETURN NULL;',
                            hash="a167b12f3b03953ff2672d59eb7179f0a9481d4a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1ee2",
                            table="candidates_situationsnapshot",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_situationsnapshothistory" ("company", "employment", "event_id", "getting_around", "health_access", "id", "lodging", "occupation_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "resources", "satisfaction", "schooling", "sector", "training", "weekly_hours") VALUES (NEW."company", NEW."employment", NEW."event_id", NEW."getting_around", NEW."health_access", NEW."id", NEW."lodging", NEW."occupation_id", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."point", NEW."resources", NEW."satisfaction", NEW."schooling", NEW."sector", NEW."training", NEW."weekly_hours"); RETURN NULL;',
                            hash="91a52f1b92788888e43da88cd4af3606a4220e5c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_df30d",
                            table="candidates_situationsnapshot",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_situationsnapshothistory" ("company", "employment", "event_id", "getting_around", "health_access", "id", "lodging", "occupation_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "resources", "satisfaction", "schooling", "sector", "training", "weekly_hours") VALUES (OLD."company", OLD."employment", OLD."event_id", OLD."getting_around", OLD."health_access", OLD."id", OLD."lodging", OLD."occupation_id", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."point", OLD."resources", OLD."satisfaction", OLD."schooling", OLD."sector", OLD."training", OLD."weekly_hours"); RETURN NULL;',
                            hash="2ad5c62344f40fe4aaadf40e4333b195d4f07b26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e73a0",
                            table="candidates_situationsnapshot",
                            when="AFTER",
                        ),
                    ),
                ],
                "situationsnapshothistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="038394b6633ee7171ae7648eca19dd90caa30740",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8539f",
                            table="candidates_situationsnapshothistory",
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
                            func='INSERT INTO "candidates_staycancellationhistory" ("event_id", "id", "is_rebookable", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "side", "stay_id") VALUES (NEW."event_id", NEW."id", NEW."is_rebookable", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id", NEW."side", NEW."stay_id"); RETURN NULL;',
                            hash="4199f1c25fe6b343d38bdab2c771cdec012ad9fb",
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
                            func='INSERT INTO "candidates_staycancellationhistory" ("event_id", "id", "is_rebookable", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "side", "stay_id") VALUES (NEW."event_id", NEW."id", NEW."is_rebookable", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id", NEW."side", NEW."stay_id"); RETURN NULL;',
                            hash="57a3947b40ba2be80a5181e1061533fcb8aa885d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da658",
                            table="candidates_staycancellation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staycancellationhistory" ("event_id", "id", "is_rebookable", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "side", "stay_id") VALUES (OLD."event_id", OLD."id", OLD."is_rebookable", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id", OLD."side", OLD."stay_id"); RETURN NULL;',
                            hash="bbcd2667227fdf972a1d44f3de9567f95e573a52",
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
                "staycost": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staycosthistory" ("amount_asked", "amount_paid", "details", "id", "is_dropped", "kind", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "stay_id", "version") VALUES (NEW."amount_asked", NEW."amount_paid", NEW."details", NEW."id", NEW."is_dropped", NEW."kind", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."stay_id", NEW."version"); RETURN NULL;',
                            hash="530118d8e2583a0d29550b9e60b027b39db8192e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1483",
                            table="candidates_staycost",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_staycosthistory" ("amount_asked", "amount_paid", "details", "id", "is_dropped", "kind", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "stay_id", "version") VALUES (NEW."amount_asked", NEW."amount_paid", NEW."details", NEW."id", NEW."is_dropped", NEW."kind", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."stay_id", NEW."version"); RETURN NULL;',
                            hash="4dd07e097a4a0db7a8a76011b61d8c2452b5ff8c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c3f6f",
                            table="candidates_staycost",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staycosthistory" ("amount_asked", "amount_paid", "details", "id", "is_dropped", "kind", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "stay_id", "version") VALUES (OLD."amount_asked", OLD."amount_paid", OLD."details", OLD."id", OLD."is_dropped", OLD."kind", OLD."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."stay_id", OLD."version"); RETURN NULL;',
                            hash="c47864bb96823922181a805f39a4bd361c6865d5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7c3fb",
                            table="candidates_staycost",
                            when="AFTER",
                        ),
                    ),
                ],
                "staycosthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0c9df457731630bf274a1a99bb26446a998291d0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eb0a4",
                            table="candidates_staycosthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "staypostponement": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staypostponementhistory" ("days_before", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "stay_id") VALUES (NEW."days_before", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id", NEW."stay_id"); RETURN NULL;',
                            hash="a803f2e32fab08d2fefd79663f12bd763327dadb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_514a9",
                            table="candidates_staypostponement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_staypostponementhistory" ("days_before", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "stay_id") VALUES (NEW."days_before", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id", NEW."stay_id"); RETURN NULL;',
                            hash="06da138eedd728b3450f1184813a4eb3e9965f9a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65a07",
                            table="candidates_staypostponement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_staypostponementhistory" ("days_before", "event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "stay_id") VALUES (OLD."days_before", OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id", OLD."stay_id"); RETURN NULL;',
                            hash="f8f0bd6036cf7fb4865719190944d653215da361",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d8e1b",
                            table="candidates_staypostponement",
                            when="AFTER",
                        ),
                    ),
                ],
                "staypostponementhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9e135bd9ac06962359bcc7f9aa3a66629802ba24",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_800a6",
                            table="candidates_staypostponementhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "stayvisit": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_stayvisithistory" ("contact_name", "contact_phone", "day", "ends_at", "id", "is_dropped", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_at", "stay_id", "title", "version") VALUES (NEW."contact_name", NEW."contact_phone", NEW."day", NEW."ends_at", NEW."id", NEW."is_dropped", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."starts_at", NEW."stay_id", NEW."title", NEW."version"); RETURN NULL;',
                            hash="db68307fde03424167ef731b8eb936fd14c70543",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_512b7",
                            table="candidates_stayvisit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_stayvisithistory" ("contact_name", "contact_phone", "day", "ends_at", "id", "is_dropped", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_at", "stay_id", "title", "version") VALUES (NEW."contact_name", NEW."contact_phone", NEW."day", NEW."ends_at", NEW."id", NEW."is_dropped", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."starts_at", NEW."stay_id", NEW."title", NEW."version"); RETURN NULL;',
                            hash="e5b939603828988ec1034378f77dede932cedec8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b1713",
                            table="candidates_stayvisit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_stayvisithistory" ("contact_name", "contact_phone", "day", "ends_at", "id", "is_dropped", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_at", "stay_id", "title", "version") VALUES (OLD."contact_name", OLD."contact_phone", OLD."day", OLD."ends_at", OLD."id", OLD."is_dropped", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."starts_at", OLD."stay_id", OLD."title", OLD."version"); RETURN NULL;',
                            hash="c156c92cd9d1394bc585a60782c7358d54f929a6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_81d34",
                            table="candidates_stayvisit",
                            when="AFTER",
                        ),
                    ),
                ],
                "stayvisithistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b67087abc259d79a289e085bf9f3792f6008cec5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_84a3a",
                            table="candidates_stayvisithistory",
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
                "territorydeparture": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_territorydeparturehistory" ("departement_id", "event_id", "id", "mandate_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."departement_id", NEW."event_id", NEW."id", NEW."mandate_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="44d3eaa830663e66c0b53dbbc9d8da68820097b4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_58195",
                            table="candidates_territorydeparture",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_territorydeparturehistory" ("departement_id", "event_id", "id", "mandate_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."departement_id", NEW."event_id", NEW."id", NEW."mandate_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="1c3b4abca03dc4d17e4b10bc540f76b7b60740f4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_20645",
                            table="candidates_territorydeparture",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_territorydeparturehistory" ("departement_id", "event_id", "id", "mandate_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (OLD."departement_id", OLD."event_id", OLD."id", OLD."mandate_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id"); RETURN NULL;',
                            hash="c3565d88b53b73892a1199a3720ee17722d8ff16",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_411b0",
                            table="candidates_territorydeparture",
                            when="AFTER",
                        ),
                    ),
                ],
                "territorydeparturehistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="36472d2a1f4ef381ce862a539021cfa20caf605b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7936e",
                            table="candidates_territorydeparturehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "territoryrefusal": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_territoryrefusalhistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "why") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."territory_id", NEW."why"); RETURN NULL;',
                            hash="92ff96c610a3f435f9ebf4c61d36b2d2adecfdd2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a2359",
                            table="candidates_territoryrefusal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_territoryrefusalhistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "why") VALUES (NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."territory_id", NEW."why"); RETURN NULL;',
                            hash="89f690ac98286db2fa6118300b21cf17178b5497",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_577f9",
                            table="candidates_territoryrefusal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_territoryrefusalhistory" ("id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "why") VALUES (OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."territory_id", OLD."why"); RETURN NULL;',
                            hash="7ae7ddd85ddd48e36eb0e754c70f8b2e88ec6641",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0c263",
                            table="candidates_territoryrefusal",
                            when="AFTER",
                        ),
                    ),
                ],
                "territoryrefusalhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b80e3424a452a11d19a032e4fc4cb7a1f5d65ce2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_84489",
                            table="candidates_territoryrefusalhistory",
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
                "trackloss": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_tracklosshistory" ("event_id", "home_id", "id", "job_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."event_id", NEW."home_id", NEW."id", NEW."job_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="42a4ccbcd20ac347dc1e939de612eda8a941e1ce",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ce04",
                            table="candidates_trackloss",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_tracklosshistory" ("event_id", "home_id", "id", "job_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (NEW."event_id", NEW."home_id", NEW."id", NEW."job_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason_id"); RETURN NULL;',
                            hash="5db191c494870c05b1a8ff9721576f668d0b0ad2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e4759",
                            table="candidates_trackloss",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_tracklosshistory" ("event_id", "home_id", "id", "job_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id") VALUES (OLD."event_id", OLD."home_id", OLD."id", OLD."job_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason_id"); RETURN NULL;',
                            hash="15b521aa04d2d12d2842c374199cee61f1011a7c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bd16f",
                            table="candidates_trackloss",
                            when="AFTER",
                        ),
                    ),
                ],
                "tracklosshistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9cf82e72be55a2ae0d9044eb2cd66447b2f6b144",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a38c4",
                            table="candidates_tracklosshistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "upstreamextension": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_upstreamextensionhistory" ("event_id", "given_on", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (NEW."event_id", NEW."given_on", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."until"); RETURN NULL;',
                            hash="51deee3944c519bc42274da9dd2b38e18c702714",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_68782",
                            table="candidates_upstreamextension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_upstreamextensionhistory" ("event_id", "given_on", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (NEW."event_id", NEW."given_on", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."until"); RETURN NULL;',
                            hash="18f9def8ca167c7d7634b61ccbf6f8485cb60227",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8a13c",
                            table="candidates_upstreamextension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_upstreamextensionhistory" ("event_id", "given_on", "id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (OLD."event_id", OLD."given_on", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."until"); RETURN NULL;',
                            hash="447f2c8747302ab313cb3619bc6e4f1e83eb1a73",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ea70e",
                            table="candidates_upstreamextension",
                            when="AFTER",
                        ),
                    ),
                ],
                "upstreamextensionhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="742de70c58a90fcb8cae731e583a6865730a61ba",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_12fd5",
                            table="candidates_upstreamextensionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "worktrial": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_worktrialhistory" ("agreement_number", "business", "ends_on", "event_id", "id", "occupation_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "starts_on") VALUES (NEW."agreement_number", NEW."business", NEW."ends_on", NEW."event_id", NEW."id", NEW."occupation_id", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."purpose", NEW."starts_on"); RETURN NULL;',
                            hash="d62011848cf09b9cb063d41e5861ba0f61aacf3a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7429e",
                            table="candidates_worktrial",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_worktrialhistory" ("agreement_number", "business", "ends_on", "event_id", "id", "occupation_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "starts_on") VALUES (NEW."agreement_number", NEW."business", NEW."ends_on", NEW."event_id", NEW."id", NEW."occupation_id", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."purpose", NEW."starts_on"); RETURN NULL;',
                            hash="6101fda4fab8bc7df01ddea92c16b3dc5bb06a1d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_552f9",
                            table="candidates_worktrial",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_worktrialhistory" ("agreement_number", "business", "ends_on", "event_id", "id", "occupation_id", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "starts_on") VALUES (OLD."agreement_number", OLD."business", OLD."ends_on", OLD."event_id", OLD."id", OLD."occupation_id", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."purpose", OLD."starts_on"); RETURN NULL;',
                            hash="c3a9268089d581c08880b054756fb3be72d2eb3b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d3769",
                            table="candidates_worktrial",
                            when="AFTER",
                        ),
                    ),
                ],
                "worktrialhistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="66df84cd6a16952e160ef017e5b45534cd85671d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3ac19",
                            table="candidates_worktrialhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "worktrialreport": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_worktrialreporthistory" ("event_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "trial_id") VALUES (NEW."event_id", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text", NEW."trial_id"); RETURN NULL;',
                            hash="06d8e6c46a6302266c83c5bcb573223b11ae3dd4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ecb6d",
                            table="candidates_worktrialreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "candidates_worktrialreporthistory" ("event_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "trial_id") VALUES (NEW."event_id", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text", NEW."trial_id"); RETURN NULL;',
                            hash="5e686c800acc13e0999f14f0d52b3433f8569425",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4798a",
                            table="candidates_worktrialreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "candidates_worktrialreporthistory" ("event_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "trial_id") VALUES (OLD."event_id", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text", OLD."trial_id"); RETURN NULL;',
                            hash="9160c4d53113a490e6e4bf64ed0b7a3cd868ce95",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d8022",
                            table="candidates_worktrialreport",
                            when="AFTER",
                        ),
                    ),
                ],
                "worktrialreporthistory": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9e95671285bc6a8009c915aa68143231ca14c56b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_48024",
                            table="candidates_worktrialreporthistory",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
    operations = at_once(operations)
