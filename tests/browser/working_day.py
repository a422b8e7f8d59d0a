"""What each role does in a day, from « À faire » to done, by the pages only."""

from collections.abc import Sequence

from candidates.enums import Theme
from candidates.models import Parcours
from emile.core.templatetags.emile import day, short_day
from tests.browser import journey
from tests.browser.desk import Desk


SAID = "Rappelée, rien de neuf."


def take_up(desk: Desk, reference: str) -> None:
    """From « À faire »."""
    desk.reference = reference
    desk.follow("À faire")
    desk.follow(reference)


# The orienting body


def orient_one_person(desk: Desk) -> None:
    """What is known of most people on the first day."""
    desk.follow("Orienter un ménage")
    desk.press("Commencer")
    desk.press("Continuer")
    desk.fill("Prénom", "Awa")
    desk.fill("Nom d’usage", "Exemple")
    desk.fill("Date de naissance", "12/04/1990")
    desk.select("Nationalité", "Française")
    desk.press("Continuer")
    journey.describe_the_situation(desk)
    desk.press("Continuer")
    journey.promise(desk)


def note_an_exchange(desk: Desk) -> None:
    desk.follow("Noter un échange")
    desk.fill("Texte", SAID)
    desk.press("Écrire dans le dossier")


# The coordinator


def call(desk: Desk, outcome: str) -> None:
    desk.follow("Noter un appel")
    desk.choose("Résultat de l’appel", outcome)
    desk.press("Enregistrer")


# The upstream operator


def note_who_came(desk: Desk, came: Sequence[Parcours]) -> None:
    """One sheet, one save."""
    desk.follow("Réunions d’information")
    journey.add_a_meeting(desk)
    for parcours in came:
        desk.choose(parcours.household.reference, "Est venu")
    desk.press("Enregistrer les présences")


def close_the_themes(desk: Desk) -> None:
    """One click for a theme, from the file; the others on the page that has them all."""
    first, *others = Theme
    desk.follow("Diagnostic et plan d’action")
    desk.press(f"Rien à signaler : {first.label}")
    desk.follow("Compléter le diagnostic")
    for theme in others:
        desk.select(theme.label, "Rien à signaler", exact=True)
    desk.choose("Avez-vous vu les papiers des adultes", "Oui")
    desk.press("Enregistrer")


def plan_an_action(desk: Desk) -> None:
    desk.follow("Ajouter une action")
    desk.fill("Que faire", "Préparer le permis B")
    desk.choose("Axe", "Professionnel et formation")
    desk.choose("Qui s’en charge", "Le ménage")
    desk.press("Ajouter au plan")


# The host operator


def welcome(desk: Desk) -> None:
    desk.follow("Répondre à la proposition")
    desk.follow("Accepter : Cantal")
    desk.press("Accepter")
    journey.plan_the_stay(desk)
    desk.follow(f"Ajouter une visite {day(desk.today)}")
    desk.fill("Intitulé", "Boulangerie des Exemples")
    desk.press("Ajouter au programme")


def tell_the_stay(desk: Desk) -> None:
    desk.follow(desk.reference)
    desk.follow("Projet")
    desk.follow(f"Partager le bilan du séjour : {short_day(desk.today)}")
    journey.report_the_stay(desk)


def hear_everyone(desk: Desk, adult: str) -> None:
    desk.follow("Tour de table")
    journey.note_agreements(desk, adult, journey.EMPLOYER, journey.LANDLORD)


def say_that_nothing_changed(desk: Desk) -> None:
    """A visit of two minutes."""
    desk.follow("Noter une visite de suivi")
    desk.choose("Pense rester", "Oui")
    desk.press("Rien n’a changé pour personne")
