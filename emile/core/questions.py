"""The questions of the help page, and the search among them."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    anchor: str
    title: str
    answer: str

    def answers(self, words: list[str]) -> bool:
        text = plain(f"{self.title} {self.answer}")
        return all(word in text for word in words)


def plain(text: str) -> str:
    """Lower case, without accents nor typographic apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def search(query: str) -> list[Question]:
    """The questions that hold every word of the query, wherever it stands."""
    words = plain(query).split()
    return [question for question in QUESTIONS if question.answers(words)]


QUESTIONS = (
    Question(
        "orienter",
        "Comment orienter une personne ?",
        "Il faut un compte dans une structure qui oriente. Si votre structure n’en a pas, demandez "
        "son inscription depuis l’accueil : la coordination du programme la vérifie, puis vous "
        "invite.\n\n"
        "Avant d’orienter, le test d’éligibilité prend deux minutes, sans compte, et n’enregistre "
        "rien.",
    ),
    Question(
        "criteres",
        "Quels sont les critères d’éligibilité ?",
        "Sept critères : une structure qui s’engage à accompagner, un territoire de départ, la "
        "majorité, le niveau de français, la précarité du logement, le séjour régulier de chaque "
        "adulte du ménage, le volontariat.\n\n"
        "Chacun est rempli, non rempli ou à vérifier. Ce que l’on ne sait pas encore est à "
        "vérifier : ce n’est jamais un refus.",
    ),
    Question(
        "sejour",
        "Qu’est-ce que le séjour d’immersion ?",
        "Cinq jours dans le territoire d’accueil, pour le découvrir, visiter et rencontrer des "
        "employeurs. Au retour, le ménage prend le temps de réfléchir et dit oui ou non. Un non "
        "n’entraîne aucune pénalité.",
    ),
    Question(
        "duree",
        "Combien de temps dure un parcours ?",
        "Environ six mois du premier contact à l’installation. L’accompagnement se poursuit "
        "ensuite six mois sur place, douze au plus.",
    ),
    Question(
        "mot-de-passe",
        "J’ai oublié mon mot de passe",
        "Sur la page de connexion, demandez un nouveau mot de passe. Le message arrive à votre "
        "adresse professionnelle ; s’il n’arrive pas, vérifiez l’adresse avec la personne "
        "responsable de votre organisation.",
    ),
    Question(
        "organisations",
        "Je travaille pour plusieurs organisations",
        "Un seul compte suffit. Le lien « Changer d’organisation », en haut de chaque page, choisit "
        "celle pour laquelle vous agissez : vos droits sont les siens.",
    ),
    Question(
        "liste",
        "Comment retrouver un ménage dans la liste ?",
        "Une seule case cherche un nom (celui d’un enfant aussi), un téléphone, une date de "
        "naissance, un employeur, une référence ou toute une colonne de références collées. Les "
        "accents et les petites fautes n’ont pas d’importance.\n\n"
        "Des filtres choisis une fois se gardent sous un nom, pour vous ou pour votre "
        "organisation ; la personne que vous cherchiez n’y est jamais gardée. La même liste se "
        "lit en tableau ou en colonnes par étape.",
    ),
    Question(
        "introuvable",
        "Un dossier est introuvable alors qu’il existe",
        "Un dossier ne s’ouvre qu’aux organisations qui le suivent. Vérifiez d’abord pour quelle "
        "organisation vous agissez, puis demandez à l’équipe du dossier.",
    ),
    Question(
        "reference",
        "À quoi sert la référence d’une page d’erreur ?",
        "Elle permet de retrouver ce qui s’est passé. Citez-la quand vous demandez de l’aide : elle "
        "ne contient rien sur vous ni sur le dossier.",
    ),
    Question(
        "faille",
        "J’ai trouvé une faille de sécurité",
        "Dites-le à la coordination du programme, sans la publier et sans ouvrir de dossier qui ne "
        "vous concerne pas. Indiquez l’adresse de la page et ce que vous avez fait.",
    ),
)
