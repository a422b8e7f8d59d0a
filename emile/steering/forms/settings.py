"""What the coordinator types to change the words of an indicator, or what a unit costs."""

from candidates.forms.settings import SettingForm
from emile.steering.models import Indicator, UnitCost


class IndicatorForm(SettingForm):
    """The words; how a figure is computed is not one of them."""

    class Meta:
        model = Indicator
        fields = ["label", "sentence", "part", "whole", "excludes", "owner"]
        help_texts = {
            "sentence": "Telle que chacun la lira à côté du chiffre.",
            "whole": "Vide pour un simple compte.",
        }


class UnitCostForm(SettingForm):
    class Meta:
        model = UnitCost
        fields = ["amount", "source"]
