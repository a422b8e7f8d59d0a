from django.urls import path

from candidates.views import placement


urlpatterns = [
    path("dossiers/<uuid:public_id>/projet/", placement.file_project, name="file_project"),
    path(
        "dossiers/<uuid:public_id>/projet/ce-que-je-garde/",
        placement.keepsake,
        name="keepsake",
    ),
]
