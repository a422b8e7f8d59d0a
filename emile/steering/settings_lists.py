"""What the steering adds to « Réglages »."""

from candidates.forms.settings import SettingForm
from candidates.selectors.settings import SettingList
from emile.steering.forms.settings import IndicatorForm, UnitCostForm
from emile.steering.models import Indicator, UnitCost
from territories.models.setting import Setting


LISTS = [
    SettingList(
        slug="indicateurs",
        title="Définitions des indicateurs",
        noun="un indicateur",
        intro="Les mots que chacun lit à côté des chiffres. La façon de compter, elle, ne change pas ici.",
        model=Indicator,
        touches="Aucun dossier n’est concerné. Les rapports déjà faits gardent leurs mots.",
        is_fixed=True,
    ),
    SettingList(
        slug="couts-unitaires",
        title="Coûts unitaires",
        noun="un coût",
        intro="Ce que « Coût et nuits évitées » compte pour chaque unité, à partir d’un jour.",
        model=UnitCost,
        touches="Aucun dossier n’est concerné. Les jours d’avant gardent leur prix.",
        is_fixed=True,
    ),
]
FORMS: dict[type[Setting], type[SettingForm]] = {Indicator: IndicatorForm, UnitCost: UnitCostForm}
