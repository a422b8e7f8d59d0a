from django.urls import path

from candidates.views import lists, parcours


urlpatterns = [
    path("a-faire/", parcours.to_do, name="to_do"),
    path("menages/", lists.parcours_list, name="parcours_list"),
    path("dossiers/<uuid:public_id>/", parcours.parcours_detail, name="parcours_detail"),
]
