from django.urls import path

from candidates.views import settling


urlpatterns = [
    path(
        "dossiers/<uuid:public_id>/installation/",
        settling.file_installation,
        name="file_installation",
    ),
    path(
        "dossiers/<uuid:public_id>/installation/detail/",
        settling.installation_detail,
        name="installation_detail",
    ),
    path(
        "dossiers/<uuid:public_id>/installation/budget/",
        settling.installation_budget,
        name="installation_budget",
    ),
    path(
        "dossiers/<uuid:public_id>/installation/fiche/",
        settling.installation_sheet,
        name="installation_sheet",
    ),
]
