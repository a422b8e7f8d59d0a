"""Names for people who do not exist: usual ones, long ones, accented ones."""

WOMEN = (
    "Adama", "Aïcha", "Aminata", "Anaïs", "Assiatou", "Awa", "Béatrice", "Bintou", "Carole",
    "Céline", "Chantal", "Christelle", "Djamila", "Élodie", "Emmanuelle", "Estelle", "Fanta",
    "Fatoumata", "Feyrouz", "Françoise", "Ghislaine", "Hélène", "Houria", "Iryna", "Joséphine",
    "Kadiatou", "Khadija", "Laëtitia", "Leïla", "Ludivine", "Maëva", "Marie-Thérèse", "Mireille",
    "Myriam", "Nadia", "Nassima", "Noémie", "Olena", "Patience", "Priscille", "Rokhaya", "Sabrina",
    "Salimata", "Sandrine", "Solène", "Tatiana", "Thérèse", "Virginie", "Yasmine", "Zoé",
)  # fmt: skip
MEN = (
    "Abdoulaye", "Adrien", "Ahmed", "Amadou", "Anthony", "Bakary", "Benoît", "Boubacar", "Cédric",
    "Cheikh", "Christophe", "Daniel", "Djibril", "Émile", "Éric", "Fabrice", "Farid", "François",
    "Frédéric", "Gaël", "Guillaume", "Hervé", "Ibrahima", "Ismaël", "Issa", "Jean-Baptiste",
    "Jérôme", "Joël", "Karim", "Lamine", "Loïc", "Mamadou", "Mehdi", "Mickaël", "Mohamed", "Noël",
    "Oumar", "Patrice", "Rachid", "Raphaël", "René", "Salif", "Samuel", "Sékou", "Stéphane",
    "Thierry", "Tidiane", "Vincent", "Youssouf", "Zakaria",
)  # fmt: skip
CHILDREN = (
    "Adam", "Alya", "Anaé", "Ayden", "Céleste", "Chloé", "Éden", "Élias", "Fatima", "Gabriel",
    "Hawa", "Inès", "Isaac", "Jade", "Kenza", "Liam", "Lina", "Louna", "Maël", "Mariam", "Mila",
    "Moïse", "Naïm", "Noé", "Rayan", "Sira", "Soën", "Théo", "Yanis", "Zélie",
)  # fmt: skip
FAMILIES = (
    "Abderrahmane", "Achour", "Baptiste-Louis", "Bathily", "Beaumont", "Belkacem", "Bérenger",
    "Bouchez", "Cissokho", "Coulibaly-Martin", "Dabo", "Delacroix", "Démba", "Diakité", "Dos Anjos",
    "Draméra", "Étienne", "Fauvel", "Ferrão", "Garnier", "Gassama", "Gaudin", "Ghezali", "Guérin",
    "Haddadi", "Hervieu", "Houngbédji", "Ivanenko", "Jaouen", "Joly", "Kaboré", "Kanouté",
    "Kouadio", "Lacroix-Ntumba", "Lefèvre", "Le Goff", "Lemaître", "Mahamat-Saleh", "Maïga",
    "Marchal", "Mbaye", "Mendès", "Meziane", "Morin", "Ndiaye", "Nguyễn", "Nkounkou", "Olivier",
    "Ouédraogo", "Pélissier", "Pinto de Almeida", "Quéré", "Ramanantsoa-Andriamampianina",
    "Rousseau", "Sissoko", "Şahin", "Tamboura", "Thévenin", "Touré", "Vandenbroucke", "Vidal",
    "Yıldız", "Zeroual", "Zongo",
)  # fmt: skip
