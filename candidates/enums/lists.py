"""What the list of households can show, and how."""

from django.db import models


class ListColumn(models.TextChoices):
    """Beside the household itself, which is always there."""

    COMPOSITION = "composition", "Composition"
    STAGE = "stage", "Étape"
    OWNER = "owner", "À qui de jouer"
    DUE = "due", "Avant le"
    TERRITORY = "territory", "Territoire"
    LEAD = "lead", "Référent unique"
    STANDING = "standing", "Statut"
    OPENED = "opened", "Ouvert le"


# As long as a person has not chosen theirs.
USUAL_COLUMNS = (
    ListColumn.COMPOSITION,
    ListColumn.STAGE,
    ListColumn.OWNER,
    ListColumn.DUE,
    ListColumn.TERRITORY,
)


class Whose(models.TextChoices):
    """Whose files « À faire » shows; what nobody follows is in both."""

    ALL = "", "Mon organisation"
    MINE = "mine", "Mes dossiers"


class ListShape(models.TextChoices):
    TABLE = "tableau", "Tableau"
    BOARD = "colonnes", "Colonnes par étape"
