"""The programme's first rules: criteria, delays and reasons, as rows that the coordinator changes."""

from datetime import date

from django.db import migrations

from emile.core.context import database_context, system


START = date(2019, 6, 1)

RULES = [
    (
        "commitment",
        "is_true",
        None,
        "Une structure doit s’engager à accompagner le ménage : la coordination peut aider à la trouver.",
    ),
    (
        "departure",
        "is_true",
        None,
        "Le ménage doit dormir ou être domicilié dans un territoire de départ du programme.",
    ),
    (
        "majority",
        "at_least",
        18,
        "La personne orientée doit avoir 18 ans : le dossier peut être repris à sa majorité.",
    ),
    (
        "language",
        "level_at_least",
        "A2",
        "Un niveau A2 est attendu : un cours de français peut être proposé avant de revenir.",
    ),
    (
        "precarity",
        "among",
        ["not_owner", "no_lease", "eviction", "unfit", "overcrowded", "violence"],
        "Le programme s’adresse aux personnes mal logées : précisez la situation de logement.",
    ),
    (
        "lawful_stay",
        "is_true",
        None,
        "Chaque adulte du ménage doit avoir un titre de séjour en cours de validité.",
    ),
    (
        "volunteering",
        "is_true",
        None,
        "Le départ est volontaire : la personne peut prendre le temps d’y réfléchir.",
    ),
]
DELAYS = [
    ("orientation", 5, "working_days"),
    ("eligibility", 5, "working_days"),
    ("information", 21, "days"),
    ("diagnosis", 30, "days"),
    ("upstream_phase", 6, "months"),
    ("host_answer", 5, "working_days"),
    ("immersion", 30, "days"),
    ("report", 7, "days"),
    ("reflection", 14, "days"),
    ("validation", 15, "days"),
    ("installation", 60, "days"),
]
REASONS = [
    ("suspension", "waiting_papers", "Attend un titre de séjour ou un papier", "external"),
    ("suspension", "health", "Santé", "household"),
    ("suspension", "family", "Événement familial", "household"),
    ("suspension", "job_running", "Contrat ou formation à terminer", "household"),
    ("suspension", "not_eligible_yet", "Critère à remplir avant de continuer", "programme"),
    ("suspension", "unreachable", "Ne répond pas pour le moment", "household"),
    ("exit", "no_news", "Sans nouvelles", "household"),
    ("exit", "other_project", "Ne souhaite plus partir", "household"),
    ("exit", "job_nearby", "Emploi trouvé en Île-de-France", "household"),
    ("exit", "home_nearby", "Logement trouvé en Île-de-France", "household"),
    ("exit", "territory_not_chosen", "N’a pas choisi ce territoire après le séjour", "household"),
    ("exit", "operator_declined", "Réponse négative de l’opérateur ou de l’employeur", "programme"),
    ("exit", "no_home", "Pas de logement adapté", "external"),
    ("exit", "family_or_health", "Raison familiale ou de santé", "household"),
    ("exit", "permit", "Titre de séjour", "external"),
    ("exit", "not_eligible", "Critères non remplis", "programme"),
    ("decline", "no_capacity", "Pas de place d’accueil à ces dates", "programme"),
    ("decline", "no_job", "Pas d’emploi ou de formation pour ce métier", "external"),
    ("decline", "no_home", "Pas de logement adapté à la composition du foyer", "external"),
    ("decline", "project_to_deepen", "Projet à approfondir avant un séjour", "programme"),
    ("stay_not_held", "transport", "Transport", "external"),
    ("stay_not_held", "health", "Santé", "household"),
    ("stay_not_held", "lodging", "Hébergement du séjour indisponible", "programme"),
    ("stay_not_held", "other", "Autre", "external"),
]


def write_rules(apps, schema_editor):
    # The history of these lists says on whose behalf each row was written.
    with database_context(system("règles du programme")):
        write_rows(apps)


def write_rows(apps):
    RuleSet = apps.get_model("candidates", "EligibilityRuleSet")
    Rule = apps.get_model("candidates", "EligibilityRule")
    rule_set, created = RuleSet.objects.get_or_create(version=1, defaults={"since": START})
    if created:
        Rule.objects.bulk_create(
            Rule(
                rule_set=rule_set,
                rank=rank,
                criterion=code,
                operator=operator,
                value=value,
                cure=cure,
            )
            for rank, (code, operator, value, cure) in enumerate(RULES, start=1)
        )
    DeadlinePolicy = apps.get_model("candidates", "DeadlinePolicy")
    for code, count, unit in DELAYS:
        DeadlinePolicy.objects.get_or_create(
            code=code, defaults={"count": count, "unit": unit, "since": START}
        )
    Reason = apps.get_model("candidates", "Reason")
    for rank, (use, code, label, decided_by) in enumerate(REASONS):
        Reason.objects.get_or_create(
            use=use,
            code=code,
            defaults={"label": label, "decided_by": decided_by, "rank": rank, "since": START},
        )


class Migration(migrations.Migration):
    dependencies = [("candidates", "0002_row_level_security")]

    operations = [
        # Rows that files refer to are kept when the code goes back.
        migrations.RunPython(write_rules, migrations.RunPython.noop, elidable=True),
    ]
