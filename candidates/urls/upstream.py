from django.urls import path

from candidates.views import diagnosis, sessions


urlpatterns = [
    path("dossiers/<uuid:public_id>/diagnostic/", diagnosis.file_diagnosis, name="file_diagnosis"),
    path("reunions/", sessions.session_list, name="session_list"),
    path("reunions/ajouter/", sessions.session_create, name="session_create"),
    path("reunions/<uuid:public_id>/", sessions.session_detail, name="session_detail"),
]
