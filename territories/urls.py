from collections.abc import Mapping
from typing import Any

from django.urls import path, register_converter

from territories.enums import ExpectedKind, OfferKind
from territories.views import (
    answers,
    expected,
    imports,
    nearby,
    offers,
    search,
    territory,
    welcome,
)


class Words:
    """A choice, in French in the address."""

    slugs: Mapping[str, Any]

    def to_python(self, value: str) -> Any:
        return self.slugs[value]

    def to_url(self, value: str) -> str:
        return next(slug for slug, kind in self.slugs.items() if kind == value)


class OfferKindConverter(Words):
    slugs = {
        "logements": OfferKind.HOME,
        "emplois": OfferKind.JOB,
        "formations": OfferKind.TRAINING,
    }
    regex = "|".join(slugs)


class ExpectedKindConverter(Words):
    slugs = {"metiers": ExpectedKind.JOB, "logements": ExpectedKind.HOME}
    regex = "|".join(slugs)


register_converter(OfferKindConverter, "offers")
register_converter(ExpectedKindConverter, "expected")

app_name = "territories"

urlpatterns = [
    path("territoires/", territory.territory_list, name="territory_list"),
    path("territoires/<uuid:public_id>/", territory.territory_detail, name="territory_detail"),
    path("territoires/<uuid:public_id>/capacite/", welcome.capacity_edit, name="capacity_edit"),
    path(
        "territoires/<uuid:public_id>/besoins/",
        expected.expected_list,
        name="expected_list",
    ),
    path(
        "territoires/<uuid:public_id>/besoins/<expected:kind>/ajouter/",
        expected.expected_add,
        name="expected_add",
    ),
    path(
        "besoins/<expected:kind>/<uuid:public_id>/modifier/",
        expected.expected_edit,
        name="expected_edit",
    ),
    path(
        "besoins/<expected:kind>/<uuid:public_id>/<slug:step>/",
        expected.expected_move,
        name="expected_move",
    ),
    path("territoires/<uuid:public_id>/services/", nearby.nearby_list, name="nearby_list"),
    path(
        "territoires/<uuid:public_id>/services/<slug:code>/",
        nearby.nearby_edit,
        name="nearby_edit",
    ),
    path("offres/", offers.offer_board, name="offer_board"),
    path("offres/<offers:kind>/", offers.offer_list, name="offer_list"),
    path("offres/<offers:kind>/<slug:slug>/ajouter/", offers.offer_add, name="offer_add"),
    path("offres/<offers:kind>/importer/", imports.import_upload, name="import_upload"),
    path("offres/<offers:kind>/modele.csv", imports.import_template, name="import_template"),
    path("offres/imports/", imports.import_list, name="import_list"),
    path("offres/imports/<uuid:public_id>/", imports.import_detail, name="import_detail"),
    path(
        "offres/imports/<uuid:public_id>/colonnes/", imports.import_columns, name="import_columns"
    ),
    path(
        "offres/imports/<uuid:public_id>/refusees.csv",
        imports.import_refused,
        name="import_refused",
    ),
    path("offres/imports/<uuid:public_id>/<slug:step>/", imports.import_move, name="import_move"),
    path("offres/reponse/", answers.offer_answered, name="offer_answered"),
    path("offres/reponse/<str:token>/", answers.offer_answer, name="offer_answer"),
    path("offres/<uuid:public_id>/", offers.offer_detail, name="offer_detail"),
    path("offres/<uuid:public_id>/modifier/", offers.offer_edit, name="offer_edit"),
    path("offres/<uuid:public_id>/retirer/", offers.offer_withdraw, name="offer_withdraw"),
    path("offres/<uuid:public_id>/<slug:step>/", offers.offer_move, name="offer_move"),
    path("referentiel/communes/", search.commune_search, name="commune_search"),
    path("referentiel/metiers/", search.occupation_search, name="occupation_search"),
]
