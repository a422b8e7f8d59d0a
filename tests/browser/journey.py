"""One household's way through the programme, by its pages only: the acts, in the order of life."""

import re

from django.urls import reverse

from candidates.enums import Theme
from emile.core.templatetags.emile import short_day
from tests.browser.desk import Desk
from tests.factories import PASSWORD


ADULTS = ("Awa Exemple", "Moussa Exemple")
HOST = "Équipe qui accueille"
UPSTREAM = "Équipe qui prépare"
EMPLOYER = "Employeur ou organisme de formation"
LANDLORD = "Bailleur"


def sign_in(desk: Desk, who: str = "prescriber") -> None:
    """By the page, not with a session that was given."""
    desk.go(reverse("operators:sign_in"))
    desk.fill("Adresse électronique", desk.cast[who].user.email)
    desk.fill("Mot de passe", PASSWORD)
    desk.who = who
    desk.press("Se connecter")


def orient(desk: Desk) -> None:
    desk.follow("Orienter un ménage")
    desk.press("Commencer")
    desk.press("Continuer")
    describe_the_people(desk)
    desk.press("Continuer")
    describe_the_situation(desk)
    desk.press("Continuer")
    promise(desk)


def promise(desk: Desk) -> None:
    """The last page of an orientation, and its confirmation."""
    desk.choose("co-accompagner", "Oui")
    desk.choose("volontaire pour partir", "Oui")
    desk.fill_day("informé de l’usage de ses données")
    desk.choose("secret professionnel", "Oui")
    desk.press("Continuer")
    desk.press("Confirmer l’orientation")
    told = desk.page.get_by_text("à donner à la personne").inner_text()
    desk.reference = re.search(r"Référence (\S+),", told)[1]
    desk.follow("Ouvrir le dossier")
    desk.file_url = desk.page.url


def describe_the_people(desk: Desk) -> None:
    another = "Une autre personne"
    desk.fill("Prénom", "Awa")
    desk.fill("Nom d’usage", "Exemple")
    desk.fill("Date de naissance", "12/04/1990")
    desk.select("Nationalité", "Française")
    desk.press("Ajouter une personne")
    desk.select("Lien avec la personne", "Autre adulte du couple", about=another)
    desk.fill("Prénom", "Moussa", about=another)
    desk.fill("Nom d’usage", "Exemple", about=another)
    desk.fill("Date de naissance", "03/09/1988", about=another)
    desk.select("Nationalité", "Hors Union européenne", about=another)
    desk.select("Titre de séjour", "Carte de séjour", about=another)
    desk.fill("Valable jusqu’au", f"{desk.today.year + 3}-03-31", about=another)
    desk.press("Ajouter une personne")
    desk.select("Lien avec la personne", "Enfant", about=another)
    desk.fill("Prénom", "Binta", about=another)
    desk.fill("Nom d’usage", "Exemple", about=another)
    desk.fill("Date de naissance", "05/2019", about=another)


def describe_the_situation(desk: Desk) -> None:
    desk.search("Commune où dort le ménage", "Saint-Denis", "Saint-Denis (93)")
    desk.choose("Précarité de logement", "N’a pas de bail (ou est une personne sans domicile)")
    desk.select("Niveau de français", "B1 : tient une conversation")
    desk.choose("Comment joindre la personne", "Son téléphone")
    desk.fill("Numéro de téléphone", "06 12 34 56 78")


def call_the_household(desk: Desk) -> None:
    desk.takes_over("coordinator")
    for outcome in ("Pas de réponse", "Personne jointe"):
        desk.follow("Noter un appel")
        desk.choose("Résultat de l’appel", outcome)
        desk.press("Enregistrer")


def declare_eligible(desk: Desk) -> None:
    desk.follow("Déclarer éligible et confier")
    upstream = desk.cast["upstream"].organisation.name
    # Its name is followed by how busy it is.
    desk.choose("Confier à quel opérateur amont", upstream, exact=False)
    desk.press("Déclarer éligible et confier")


def hold_a_meeting(desk: Desk) -> None:
    desk.takes_over("upstream")
    desk.follow("Réunions d’information")
    add_a_meeting(desk)
    desk.choose(desk.reference, "Est venu")
    desk.press("Enregistrer les présences")


def add_a_meeting(desk: Desk) -> None:
    desk.follow("Ajouter une réunion")
    desk.fill_day("Date")
    desk.fill("Lieu", "12 rue des Exemples, Saint-Denis")
    desk.press("Enregistrer")


def write_the_diagnosis(desk: Desk) -> None:
    desk.follow(desk.reference)
    desk.follow("Compléter le diagnostic")
    health, *others = reversed(Theme)
    desk.press(f"Rien à signaler : {health.label}")
    for theme in others:
        desk.select(theme.label, "Fait", exact=True)
    desk.choose("Avez-vous vu les papiers des adultes", "Oui")
    desk.fill("Synthèse", "Le couple veut travailler auprès des personnes âgées.")
    desk.press("Enregistrer")


def sign_the_diagnosis(desk: Desk) -> None:
    desk.follow("Signer le diagnostic")
    desk.press("Signer le diagnostic")


def plan_and_wish(desk: Desk) -> None:
    desk.follow("Projets et territoires souhaités")
    for adult in ADULTS:
        desk.search(f"{adult} : projet de cœur", "K1304", "K1304")
        desk.search(f"{adult} : projet retenu pour EMILE", "K1304", "K1304")
    desk.select("Territoire souhaité 1", "Cantal")
    desk.press("Enregistrer")
    desk.follow("Ajouter une action")
    desk.fill("Que faire", "Préparer le permis B")
    desk.choose("Axe", "Professionnel et formation")
    desk.choose("Qui s’en charge", "Le ménage")
    desk.press("Ajouter au plan")
    desk.follow("Passer au positionnement")
    desk.press("Passer au positionnement")


def propose_to_the_cantal(desk: Desk) -> None:
    host = desk.cast["host"].organisation.name
    desk.follow("Proposer à un territoire")
    # What is worth knowing of the territory follows.
    desk.choose("À quel territoire", f"Cantal (1er souhait), avec {host}", exact=False)
    desk.fill("Message à l’opérateur", "Disponibles dès le mois prochain.")
    desk.press("Proposer")


def accept(desk: Desk) -> None:
    desk.takes_over("host")
    desk.follow("Projet")
    desk.follow("Accepter : Cantal")
    desk.press("Accepter")


def hold_a_stay(desk: Desk) -> None:
    plan_the_stay(desk)
    desk.follow("Projet")
    desk.follow(f"Partager le bilan du séjour : {short_day(desk.today)}")
    report_the_stay(desk)


def plan_the_stay(desk: Desk) -> None:
    desk.follow("Organiser le séjour")
    desk.fill_day("Premier jour")
    desk.fill("Où dort le ménage", "Gîte des Exemples, Aurillac")
    desk.press("Organiser le séjour")


def report_the_stay(desk: Desk) -> None:
    desk.choose("Déroulement", "Le séjour a eu lieu en entier")
    desk.fill("côté emploi", "Deux employeurs rencontrés.")
    desk.fill("côté logement", "Un logement visité, près de l’école.")
    desk.choose("L’avis de votre équipe", "Continuer vers l’installation")
    desk.press("Partager le bilan")


def record_each_yes(desk: Desk) -> None:
    desk.takes_over("upstream")
    for adult in ADULTS:
        desk.follow("Projet")
        desk.follow(f"Noter la réponse d’un adulte : {adult}")
        desk.choose("Sa réponse", "Oui")
        desk.choose("Comment l’a-t-elle donnée", "Par téléphone")
        desk.press("Enregistrer")


def describe_the_project(desk: Desk) -> None:
    """A job is promised, a home only found: its landlord has nothing to say yet."""
    desk.takes_over("host")
    desk.follow("Projet")
    desk.follow(f"Préciser l’emploi ou la formation : {ADULTS[0]}")
    desk.choose("Où on en est", "Promis")
    desk.fill(EMPLOYER, "Aide à domicile Exemple")
    desk.press("Enregistrer")
    desk.follow("Préciser le logement")
    desk.choose("Où on en est", "Repéré")
    desk.search("Commune", "Aurillac", "Aurillac (15)")
    desk.fill("Loyer mensuel", "450")
    desk.press("Enregistrer")
    desk.follow("Prévoir la date d’installation")
    desk.fill_day("Installation prévue le")
    desk.press("Enregistrer")


def agree(desk: Desk, *parties: str) -> None:
    """The host operator notes what these said on the phone, then what it says itself."""
    desk.takes_over("host")
    desk.follow("Tour de table")
    note_agreements(desk, *parties)
    desk.looks_up("upstream")
    desk.follow("Tour de table")
    desk.choose("Avis", "D’accord", about=UPSTREAM)
    desk.press("Enregistrer les avis")


def note_agreements(desk: Desk, *parties: str) -> None:
    for party in parties:
        desk.choose("Avis", "D’accord", about=party)
        desk.select("Comment cet avis a-t-il été donné", "Par téléphone", about=party)
        if party in (EMPLOYER, LANDLORD):
            desk.fill("Par qui", "Dominique Exemple", about=party)
    desk.choose("Avis", "D’accord", about=HOST)
    desk.press("Enregistrer les avis")


def find_a_job(desk: Desk) -> None:
    desk.takes_over("host")
    desk.follow("Noter l’emploi ou la formation")
    desk.choose("Pour qui", ADULTS[0])
    desk.choose("Solution", "Promesse d’embauche")
    desk.fill(EMPLOYER, "Aide à domicile Exemple")
    desk.fill_day("Début le")
    desk.press("Enregistrer")


def find_a_home(desk: Desk) -> None:
    desk.follow("Noter le logement")
    desk.choose("Solution", "Logement social attribué")
    desk.fill("Bailleur ou gestionnaire", "Habitat Exemple")
    desk.fill_day("Attribué ou signé le")
    desk.fill_day("Disponible le")
    desk.press("Enregistrer")


def settle(desk: Desk) -> None:
    desk.takes_over("host")
    desk.follow("Noter l’installation")
    # The list before moving in was not ticked: the page asks why.
    desk.fill("Pourquoi", "Le ménage s’en occupe sur place.")
    desk.press("Enregistrer l’installation")


def visit(desk: Desk) -> None:
    """On the very day of the installation: the page asks why."""
    desk.follow("Noter une visite de suivi")
    for adult in ADULTS:
        for question in ("Toujours là", "En emploi ou en formation", "Pense rester"):
            desk.choose(question, "Oui", about=adult)
    why = "Le ménage a demandé à être vu tout de suite."
    desk.press_and_say_why("Enregistrer la visite", why)


def close(desk: Desk) -> None:
    """Two visits are missing: the page asks why."""
    desk.takes_over("host")
    desk.follow("Terminer l’accompagnement")
    desk.choose("Où en est le ménage", "Installé, en emploi durable")
    desk.fill("Pourquoi", "Le ménage ne souhaite plus être suivi.")
    desk.press("Terminer l’accompagnement")


def told_to(who: str) -> list[str]:
    """What each adult has answered stays with the team that noted it."""
    if who != "upstream":
        return TOLD
    return [f"{title} : Oui" if title == "Réponse du ménage" else title for title in TOLD]


# fmt: off
TOLD = [
    "Dossier ouvert",
    "Orientation confirmée",
    "Appel au ménage : Pas de réponse",
    "Appel au ménage : Personne jointe",
    "Éligibilité prononcée",
    "Information sur le programme : En réunion collective",
    "Diagnostic complété",
    "Diagnostic complété",
    "Diagnostic signé",
    "Projets et territoires souhaités",
    "Action ajoutée au plan",
    "Prêt pour un positionnement",
    "Positionnement proposé",
    "Positionnement accepté",
    "Séjour d’immersion organisé",
    "Bilan du séjour partagé : Le séjour a eu lieu en entier",
    "Réponse du ménage",
    "Réponse du ménage",
    "Emploi ou formation précisé",
    "Logement précisé",
    "Date d’installation prévue",
    "Tour de table : Ménage, d’accord ; Équipe qui accueille, d’accord ; Employeur ou organisme de formation, d’accord",
    "Tour de table : Équipe qui prépare, d’accord",
    "Emploi ou formation trouvé",
    "Logement trouvé",
    "Tour de table : Ménage, d’accord ; Équipe qui accueille, d’accord ; Bailleur, d’accord",
    "Tour de table : Équipe qui prépare, d’accord",
    "Installation dans le territoire",
    "Visite de suivi : 1 mois après l’installation",
    "Fin d’accompagnement : Installé, en emploi durable",
]
# fmt: on
