from django.urls import path

from candidates.views import agenda, diagnosis, diagnosis_papers, sessions


urlpatterns = [
    path("dossiers/<uuid:public_id>/diagnostic/", diagnosis.file_diagnosis, name="file_diagnosis"),
    path(
        "dossiers/<uuid:public_id>/diagnostic/grille/",
        diagnosis_papers.diagnosis_grid,
        name="diagnosis_grid",
    ),
    path(
        "dossiers/<uuid:public_id>/diagnostic/restitution/",
        diagnosis_papers.diagnosis_summary,
        name="diagnosis_summary",
    ),
    path(
        "dossiers/<uuid:public_id>/diagnostic/versions/",
        diagnosis_papers.diagnosis_versions,
        name="diagnosis_versions",
    ),
    path(
        "dossiers/<uuid:public_id>/diagnostic/<str:theme>/",
        diagnosis.diagnosis_theme,
        name="diagnosis_theme",
    ),
    path("reunions/", sessions.session_list, name="session_list"),
    path("reunions/ajouter/", sessions.session_create, name="session_create"),
    path("reunions/<uuid:public_id>/", sessions.session_detail, name="session_detail"),
    path("reunions/<uuid:public_id>/inviter/", sessions.session_invite, name="session_invite"),
    path("reunions/<uuid:public_id>/annuler/", sessions.session_cancel, name="session_cancel"),
    path("reunions/<uuid:public_id>/agenda/", agenda.session_agenda, name="session_agenda"),
    path("reunions/<uuid:public_id>/emargement/", sessions.session_print, name="session_print"),
]
