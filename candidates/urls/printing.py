from django.urls import path

from candidates.views import monthly, printing


urlpatterns = [
    path("points-du-mois/", monthly.monthly_summaries, name="monthly_summaries"),
    path("points-du-mois/<uuid:public_id>/", monthly.monthly_summary, name="monthly_summary"),
    path("dossiers/<uuid:public_id>/imprimer/", printing.printing, name="printing"),
    path(
        "dossiers/<uuid:public_id>/imprimer/<uuid:document_id>/",
        printing.printed,
        name="printed",
    ),
]
