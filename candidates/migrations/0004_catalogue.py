"""The first rows of the lists that the coordinator keeps: events, checklist, reasons, help sheets."""

from datetime import date

from django.db import migrations

from emile.core.context import database_context, system


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
REASONS: list[tuple[str, str, str, str]] = [
    ("leave_territory", "work", "Emploi ou formation ailleurs", "household"),
    ("leave_territory", "isolation", "Isolement", "household"),
    ("leave_territory", "family", "Raison familiale", "household"),
    ("leave_territory", "lease", "Fin de bail ou logement qui ne convient plus", "external"),
    ("exit", "death", "Décès", "external"),
    ("stay_not_held", "employer", "L’employeur ou le formateur a annulé", "external"),
    ("stay_not_held", "childcare", "Garde des enfants introuvable", "external"),
    ("stay_not_held", "shelter", "Place d’hébergement pas gardée pendant l’absence", "external"),
    (
        "stay_not_held",
        "appointment",
        "Rendez-vous ou travail qui ne pouvait pas attendre",
        "external",
    ),
    ("stay_not_held", "weather", "Intempéries", "external"),
    ("decline", "no_school", "Pas de place à l’école ou de mode de garde", "external"),
    ("decline", "language", "Niveau de français à renforcer pour ce métier", "programme"),
    ("decline", "transport", "Emploi inaccessible sans permis ni transport", "external"),
    ("withdrawal", "other_territory", "Un autre territoire convient mieux", "programme"),
    ("withdrawal", "household", "Le ménage ne souhaite plus ce territoire", "household"),
    ("withdrawal", "situation", "La situation du ménage a changé", "household"),
    ("withdrawal", "no_answer", "Pas de réponse de l’opérateur d’accueil", "programme"),
    ("withdrawal", "mistake", "Proposition faite par erreur", "programme"),
    ("refusal", "other_project", "Le ménage préfère un autre projet", "household"),
    ("refusal", "distance", "Trop loin de l’emploi, de l’école ou des proches", "household"),
    ("refusal", "cost", "Loyer, charges ou trajets trop chers", "external"),
    ("refusal", "home_unfit", "Logement qui ne convient pas", "external"),
    ("refusal", "job_changed", "Emploi ou formation annulé ou modifié", "external"),
    ("refusal", "employer", "L’employeur ou le formateur ne donne pas suite", "external"),
    ("refusal", "landlord", "Le bailleur ne donne pas suite", "external"),
    ("refusal", "not_ready", "Projet à approfondir avant de partir", "programme"),
    ("date_slip", "home_late", "Logement pas encore prêt", "external"),
    ("date_slip", "job_late", "Début de l’emploi ou de la formation déplacé", "external"),
    ("date_slip", "papers_late", "Papier ou aide encore attendus", "external"),
    ("date_slip", "family", "Raison familiale ou de santé", "household"),
    ("date_slip", "agreements", "Accord d’une partie encore attendu", "programme"),
    ("date_slip", "earlier", "Possible plus tôt que prévu", "external"),
    ("track_lost", "withdrawn", "Offre retirée par l’employeur ou le bailleur", "external"),
    ("track_lost", "trial_ended", "Période d’essai arrêtée", "external"),
    ("track_lost", "not_attributed", "Dossier non retenu", "external"),
    ("track_lost", "unfit", "Ne convient pas au ménage", "household"),
    ("track_lost", "contract_over", "Contrat ou bail terminé", "external"),
    ("visit_missed", "no_answer", "Pas de réponse", "household"),
    ("visit_missed", "household_away", "Ménage absent ce jour-là", "household"),
    ("visit_missed", "team_away", "Équipe indisponible", "programme"),
    ("visit_missed", "transport", "Transport ou météo", "external"),
]
# Code, count, unit.
DELAYS: list[tuple[str, int, str]] = [
    ("fast_track", 10, "days"),
    ("reflection_limit", 30, "days"),
]
# Address, stage, title, text.
SHEETS = [
    (
        "orientation",
        "orientation",
        "Orienter un ménage",
        "L’orientation tient en quelques minutes, sur un téléphone s’il le faut. Elle s’enregistre à "
        "chaque étape : vous pouvez vous arrêter et reprendre.\n\n"
        "Avant de commencer :\n"
        "- expliquez le programme à la personne, et vérifiez qu’elle veut partir : le départ est "
        "toujours volontaire ;\n"
        "- ayez sous la main un moyen de la joindre et, pour chaque adulte, son titre de séjour ;\n"
        "- dites-lui quelles informations seront partagées, et avec qui.\n\n"
        "Une réponse que vous n’avez pas encore se note « à vérifier » : ce n’est jamais un refus. "
        "En confirmant, votre structure s’engage à accompagner le ménage avec les opérateurs.",
    ),
    (
        "contact-et-eligibilite",
        "eligibility",
        "Contact et éligibilité",
        "La coordination appelle le ménage, relit les sept critères avec lui et décide. Chaque essai "
        "d’appel se note, même sans réponse.\n\n"
        "Trois issues sont possibles :\n"
        "- les critères sont remplis : le dossier part à l’équipe qui prépare le ménage ;\n"
        "- un critère manque et peut s’arranger : le dossier est suspendu jusqu’à une date, ou renvoyé à "
        "la structure qui oriente pour un complément ;\n"
        "- un critère manque et ne s’arrangera pas : le parcours s’arrête, avec son motif.\n\n"
        "La coordination peut accepter un ménage malgré un critère non rempli. Elle écrit alors "
        "pourquoi, et ce motif reste au dossier.",
    ),
    (
        "information-collective",
        "information",
        "L’information collective",
        "C’est le seul rendez-vous obligatoire du programme. Le ménage y découvre les territoires, "
        "les étapes et ce qui sera demandé à chacun.\n\n"
        "La feuille de présence de chaque réunion liste les ménages qui attendent : une seule page, un "
        "seul enregistrement. Une personne qui ne peut pas venir peut être informée en entretien ou par "
        "téléphone : cela compte autant.",
    ),
    (
        "diagnostic",
        "diagnosis",
        "Le diagnostic",
        "Dix thèmes, vus avec le ménage : ce qui est acquis, ce qui freine, ce qui reste à faire. « Rien à "
        "signaler » ferme un thème en un geste. Les réponses de l’orientation sont reprises : on les "
        "confirme, on ne les redemande pas.\n\n"
        "Le diagnostic se signe quand le projet, les territoires souhaités et les papiers de chaque "
        "adulte sont connus. Il peut se signer avec des papiers manquants, en disant pourquoi.\n\n"
        "Le début du diagnostic ouvre six mois pour trouver un territoire. Le temps passé en suspension ne "
        "compte pas.",
    ),
    (
        "preparation",
        "preparation",
        "La préparation à la mobilité",
        "Le plan d’action avance sur trois axes à la fois : professionnel, social, citoyen. Chaque "
        "action dit qui la fait et pour quand.\n\n"
        "Le ménage est prêt à être proposé quand son projet est retenu et qu’il souhaite au moins un "
        "territoire. Le projet de cœur et le projet retenu pour le programme peuvent être différents : "
        "les deux se notent.",
    ),
    (
        "positionnement",
        "positioning",
        "Le positionnement",
        "Un ménage est proposé à l’équipe d’un territoire, avec un métier visé. Trois propositions peuvent "
        "attendre en même temps ; la première acceptée retire les autres.\n\n"
        "L’emploi et le logement n’ont pas besoin d’être trouvés à ce moment : chacun est à chercher, "
        "repéré, promis ou signé. Un refus a toujours un motif, et n’enlève rien au ménage.",
    ),
    (
        "sejour-d-immersion",
        "immersion",
        "Le séjour d’immersion",
        "Cinq jours dans le territoire d’accueil, pour le découvrir, visiter et rencontrer des "
        "employeurs.\n\n"
        "Avant le départ, vérifiez :\n"
        "- que la place d’hébergement est gardée, par qui et jusqu’à quand ;\n"
        "- le trajet, et la personne qui attend à l’arrivée ;\n"
        "- la garde des enfants et ce que le séjour coûte au ménage.\n\n"
        "Un séjour écourté compte. Un séjour impossible peut être remplacé, avec un motif. Un seul "
        "bilan suffit pour continuer. Ce séjour n’est pas une PMSMP, qui a sa propre convention.",
    ),
    (
        "reflexion",
        "reflection",
        "La réflexion après le séjour",
        "Au retour, le ménage prend le temps dont il a besoin. Chaque adulte répond pour lui-même : oui, "
        "non, ou besoin de temps.\n\n"
        "Un seul non suffit, et il est dit au nom du ménage : personne ne sait de qui il vient. Un non "
        "n’entraîne aucune pénalité. Le ménage retrouve l’équipe qui le prépare, et peut choisir un "
        "autre territoire.",
    ),
    (
        "validation",
        "validation",
        "La validation du projet",
        "Le tour de table réunit tous les avis : chaque adulte qui part, les deux équipes, l’employeur "
        "et le bailleur dès qu’ils ont promis. Il faut l’accord de chacun.\n\n"
        "Si le projet change ensuite, seuls les avis que ce changement concerne sont redemandés. Le "
        "séjour régulier de chaque adulte qui part est vérifié à ce moment, puis à l’installation.",
    ),
    (
        "preparation-de-l-installation",
        "installation",
        "Préparer l’installation",
        "Deux volets avancent ensemble : un emploi ou une entrée en formation, et un logement. Quand "
        "l’un manque, seule la coordination peut autoriser l’installation, en disant pourquoi.\n\n"
        "La liste des points à vérifier vient de la situation du ménage : école s’il y a des enfants, "
        "titre de séjour s’il y en a un. Pensez au premier mois : qui avance quoi, remboursé quand.",
    ),
    (
        "accompagnement",
        "follow_up",
        "L’accompagnement sur place",
        "L’accompagnement dure six mois, douze au plus. Trois visites le rythment : 1, 3 et 6 mois après "
        "l’installation.\n\n"
        "Un contrat signé, même durable, n’y met pas fin : le calendrier continue. Un emploi ou un "
        "logement perdu est une alerte pour l’équipe, pas une sortie du programme.",
    ),
    (
        "cloture",
        "closed",
        "La fin de l’accompagnement",
        "Le dossier se clôt avec ce qu’est devenu le ménage. Sans nouvelles, il faut trois essais notés.\n\n"
        "Un ménage qui revient en Île-de-France ou qui change de territoire n’a pas échoué : le "
        "programme a besoin de le savoir, sans mot négatif. Il peut revenir : un nouveau parcours s’ouvre "
        "alors, et ses informations sont à confirmer.",
    ),
    (
        "corriger-un-acte",
        "",
        "Corriger un acte",
        "Une erreur se corrige depuis le journal du dossier, par « Corriger cet acte ». La personne qui "
        "l’a noté, une personne responsable de son organisation ou la coordination peuvent le faire, en "
        "commençant par le dernier acte.\n\n"
        "Rien n’est effacé : l’acte reste lisible, avec le motif de sa correction. Le dossier revient "
        "où il était, et les courriels qui ne sont pas encore partis sont retirés.",
    ),
    (
        "perte-d-hebergement",
        "",
        "Un ménage perd son hébergement",
        "Signalez-le depuis son dossier, à toute étape. Le dossier passe en tête de liste ; la structure "
        "qui oriente et la coordination sont prévenues.\n\n"
        "L’étape ne change pas : le parcours continue pendant que l’on cherche où dormir. Pour une "
        "mise à l’abri le jour même, appelez le 115.",
    ),
    (
        "suspension-et-sortie",
        "",
        "Suspendre un parcours, ou l’arrêter",
        "Suspendre met le dossier en sommeil jusqu’à une date. Il se réveille seul ce jour-là, et le temps "
        "passé ne compte dans aucun délai.\n\n"
        "Une sortie du programme arrête le parcours. Notez qui l’a décidée : le ménage, le programme, ou "
        "une cause extérieure. Le ménage peut partir à tout moment sans se justifier, et revenir plus tard.",
    ),
    (
        "donnees-personnelles",
        "",
        "Ce que l’on note, et qui le lit",
        "Ne notez que ce qui sert à évaluer la situation et à décider.\n\n"
        "- Santé : la conséquence pratique (un logement en rez-de-chaussée), jamais une maladie.\n"
        "- Nationalité : française, Union européenne ou hors Union européenne, rien de plus.\n"
        "- Notes : lues par les équipes du dossier, ou par votre seule organisation. C’est vous qui "
        "choisissez, et c’est écrit à côté.\n\n"
        "La personne peut lire son dossier et le faire corriger : relisez-vous avec cette idée. Chaque "
        "ouverture de dossier est enregistrée.",
    ),
]


def write_catalogue(apps, schema_editor):
    # The history of these lists says on whose behalf each row was written.
    with database_context(system("catalogue")):
        write_rows(apps)


def write_rows(apps):
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
    for rank, (slug, stage, title, text) in enumerate(SHEETS):
        apps.get_model("candidates", "HelpSheet").objects.get_or_create(
            slug=slug, defaults={"stage": stage, "title": title, "body": text, "rank": rank}
        )


class Migration(migrations.Migration):
    dependencies = [("candidates", "0003_programme_rules")]

    operations = [
        # Rows that files refer to are kept when the code goes back.
        migrations.RunPython(write_catalogue, migrations.RunPython.noop, elidable=True),
    ]
