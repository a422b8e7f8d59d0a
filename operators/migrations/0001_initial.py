import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import emile.core.search
import operators.models.organisation
from emile.core.migrating import at_once


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("core", "0001_text_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "Un compte existe déjà avec cette adresse."},
                        max_length=254,
                        unique=True,
                        verbose_name="adresse électronique",
                    ),
                ),
                ("first_name", models.CharField(max_length=150, verbose_name="prénom")),
                ("last_name", models.CharField(max_length=150, verbose_name="nom")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="téléphone")),
                ("is_active", models.BooleanField(default=True, verbose_name="compte ouvert")),
                (
                    "joined_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="inscription",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "personne",
                "verbose_name_plural": "personnes",
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="nom")),
                (
                    "name_norm",
                    models.GeneratedField(
                        db_persist=True,
                        expression=emile.core.search.Norm("name"),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        ),
                        size=None,
                        verbose_name="rôles",
                    ),
                ),
                (
                    "siret",
                    models.CharField(
                        blank=True,
                        error_messages={"unique": "Une organisation porte déjà ce numéro SIRET."},
                        max_length=14,
                        null=True,
                        unique=True,
                        validators=[operators.models.organisation.validate_siret],
                        verbose_name="numéro SIRET",
                    ),
                ),
                (
                    "departement",
                    models.CharField(
                        blank=True,
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5]|97[1-46])\\Z",
                                "Saisissez le numéro d’un département, par exemple 93, 2A ou 974.",
                                code="departement",
                            )
                        ],
                        verbose_name="département",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="adresse électronique"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="téléphone")),
                (
                    "is_active",
                    models.BooleanField(default=True, verbose_name="participe au programme"),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["name_norm"],
                        name="organisation_name_trigrams",
                        opclasses=["gin_trgm_ops"],
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kinds__contained_by",
                                [
                                    "national",
                                    "coordinator",
                                    "prescriber",
                                    "upstream",
                                    "host",
                                    "state",
                                    "landlord",
                                    "employer",
                                    "evaluator",
                                ],
                            ),
                            ("kinds__len__gt", 0),
                        ),
                        name="organisation_has_a_known_kind",
                        violation_error_message="Choisissez au moins un rôle.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("siret__regex", "^[0-9]{14}$")),
                        name="organisation_siret_is_14_digits",
                        violation_error_message="Un numéro SIRET compte 14 chiffres.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                        choices=[("manager", "Responsable"), ("member", "Membre")],
                        default="member",
                        max_length=10,
                        verbose_name="rôle",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="accès ouvert")),
                (
                    "joined_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="arrivée"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "appartenance",
                "verbose_name_plural": "appartenances",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("email", models.EmailField(max_length=254, verbose_name="adresse électronique")),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "Responsable"), ("member", "Membre")],
                        default="member",
                        max_length=10,
                        verbose_name="rôle",
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("expires_at", models.DateTimeField(verbose_name="valable jusqu’au")),
                (
                    "accepted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="acceptée le"),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="annulée le"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="envoyée par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
            },
        ),
        migrations.CreateModel(
            name="DirectoryEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("occurred_at", models.DateTimeField(editable=False, verbose_name="date")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("organisation_registered", "Organisation créée"),
                            ("organisation_edited", "Fiche de l’organisation modifiée"),
                            ("member_invited", "Invitation envoyée"),
                            ("invitation_resent", "Invitation renvoyée"),
                            ("invitation_revoked", "Invitation annulée"),
                            ("invitation_accepted", "Invitation acceptée"),
                            ("role_changed", "Rôle modifié"),
                            ("member_deactivated", "Accès retiré"),
                            ("member_reactivated", "Accès rendu"),
                            ("registration_accepted", "Inscription acceptée"),
                        ],
                        editable=False,
                        max_length=40,
                        verbose_name="fait",
                    ),
                ),
                ("subject", models.UUIDField(editable=False, verbose_name="objet")),
                ("payload", models.JSONField(default=dict, editable=False, verbose_name="détail")),
                (
                    "user",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="par",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="pour le compte de",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directory_events",
                        to="operators.organisation",
                        verbose_name="organisation concernée",
                    ),
                ),
            ],
            options={
                "verbose_name": "événement de l’annuaire",
                "verbose_name_plural": "événements de l’annuaire",
            },
        ),
        migrations.CreateModel(
            name="RegistrationRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="nom de la structure")),
                (
                    "siret",
                    models.CharField(
                        blank=True,
                        max_length=14,
                        validators=[operators.models.organisation.validate_siret],
                        verbose_name="numéro SIRET",
                    ),
                ),
                (
                    "departement",
                    models.CharField(
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5]|97[1-46])\\Z",
                                "Saisissez le numéro d’un département, par exemple 93, 2A ou 974.",
                                code="departement",
                            )
                        ],
                        verbose_name="département",
                    ),
                ),
                ("contact_first_name", models.CharField(max_length=150, verbose_name="prénom")),
                ("contact_last_name", models.CharField(max_length=150, verbose_name="nom")),
                (
                    "contact_email",
                    models.EmailField(
                        max_length=254, verbose_name="adresse électronique professionnelle"
                    ),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=30, verbose_name="téléphone"),
                ),
                ("submitted_at", models.DateTimeField(editable=False, verbose_name="reçue le")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "À examiner"),
                            ("accepted", "Acceptée"),
                            ("refused", "Refusée"),
                        ],
                        default="pending",
                        editable=False,
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="décidée le"),
                ),
                (
                    "refusal_reason",
                    models.TextField(blank=True, max_length=1000, verbose_name="motif du refus"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="décidée par",
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registration_request",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "demande d’inscription",
                "verbose_name_plural": "demandes d’inscription",
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                name="user_email_is_lower_case",
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("user", "organisation"),
                name="membership_once_per_organisation",
                violation_error_message="Cette personne appartient déjà à l’organisation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("revoked_at__isnull", True)),
                fields=("organisation", "email"),
                name="invitation_waits_once_per_address",
                violation_error_message="Une invitation attend déjà à cette adresse.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_at__isnull", True), ("revoked_at__isnull", True), _connector="OR"
                ),
                name="invitation_ends_in_one_way",
                violation_error_message="Une invitation est acceptée ou annulée, pas les deux.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                name="invitation_email_is_lower_case",
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ),
        migrations.AddIndex(
            model_name="directoryevent",
            index=models.Index(
                fields=["organisation", "-occurred_at"], name="directory_event_latest"
            ),
        ),
        migrations.AddConstraint(
            model_name="registrationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_at__isnull", True),
                        ("decided_by__isnull", True),
                        ("state", "pending"),
                    ),
                    models.Q(
                        models.Q(("state", "pending"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="registration_request_is_decided_by_someone",
                violation_error_message="Une décision a une date et un auteur.",
            ),
        ),
        migrations.AddConstraint(
            model_name="registrationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), _negated=True),
                    models.Q(("refusal_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="registration_request_refused_with_a_reason",
                violation_error_message="Indiquez le motif du refus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="registrationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation__isnull", False), ("state", "accepted")),
                    models.Q(
                        models.Q(("state", "accepted"), _negated=True),
                        ("organisation__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="registration_request_accepted_with_an_organisation",
                violation_error_message="Une demande acceptée donne une organisation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="registrationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("contact_email", django.db.models.functions.text.Lower("contact_email"))
                ),
                name="registration_request_email_is_lower_case",
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ),
    ]
    operations = at_once(operations)
