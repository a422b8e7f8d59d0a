from django.urls import path

from candidates.views import changes, parcours


urlpatterns = [
    path("a-faire/", parcours.to_do, name="to_do"),
    path("a-faire/ce-que-les-autres-ont-fait/", changes.changes, name="changes"),
    path("menages/", parcours.parcours_list, name="parcours_list"),
    path("dossiers/<uuid:public_id>/", parcours.parcours_detail, name="parcours_detail"),
]
