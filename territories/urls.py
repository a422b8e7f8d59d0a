from django.urls import path, register_converter

from territories.enums import OfferKind
from territories.views import answers, offers, search, territory, welcome


class OfferKindConverter:
    """« logements », « emplois », « formations »."""

    slugs = {
        "logements": OfferKind.HOME,
        "emplois": OfferKind.JOB,
        "formations": OfferKind.TRAINING,
    }
    regex = "|".join(slugs)

    def to_python(self, value: str) -> OfferKind:
        return self.slugs[value]

    def to_url(self, value: str) -> str:
        return next(slug for slug, kind in self.slugs.items() if kind == value)


register_converter(OfferKindConverter, "offers")

app_name = "territories"

urlpatterns = [
    path("territoires/", territory.territory_list, name="territory_list"),
    path("territoires/<uuid:public_id>/", territory.territory_detail, name="territory_detail"),
    path("territoires/<uuid:public_id>/capacite/", welcome.capacity_edit, name="capacity_edit"),
    path("offres/", offers.offer_board, name="offer_board"),
    path("offres/<offers:kind>/", offers.offer_list, name="offer_list"),
    path("offres/<offers:kind>/<slug:slug>/ajouter/", offers.offer_add, name="offer_add"),
    path("offres/reponse/", answers.offer_answered, name="offer_answered"),
    path("offres/reponse/<str:token>/", answers.offer_answer, name="offer_answer"),
    path("offres/<uuid:public_id>/", offers.offer_detail, name="offer_detail"),
    path("offres/<uuid:public_id>/modifier/", offers.offer_edit, name="offer_edit"),
    path("offres/<uuid:public_id>/retirer/", offers.offer_withdraw, name="offer_withdraw"),
    path("offres/<uuid:public_id>/<slug:step>/", offers.offer_move, name="offer_move"),
    path("referentiel/communes/", search.commune_search, name="commune_search"),
    path("referentiel/metiers/", search.occupation_search, name="occupation_search"),
]
