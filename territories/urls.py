from django.urls import path

from territories.views import search, territory


app_name = "territories"

urlpatterns = [
    path("territoires/", territory.territory_list, name="territory_list"),
    path("territoires/<uuid:public_id>/", territory.territory_detail, name="territory_detail"),
    path("referentiel/communes/", search.commune_search, name="commune_search"),
    path("referentiel/metiers/", search.occupation_search, name="occupation_search"),
]
