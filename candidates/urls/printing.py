from django.urls import path

from candidates.views import printing


urlpatterns = [
    path("dossiers/<uuid:public_id>/imprimer/", printing.printing, name="printing"),
    path(
        "dossiers/<uuid:public_id>/imprimer/<uuid:document_id>/",
        printing.printed,
        name="printed",
    ),
]
