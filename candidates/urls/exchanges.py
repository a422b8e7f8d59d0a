from django.urls import path

from candidates.views import agenda, documents, exchanges


urlpatterns = [
    path("ma-journee/", exchanges.day, name="day"),
    path("mon-agenda/", agenda.agenda, name="agenda"),
    path("mon-agenda/adresse/", agenda.agenda_open, name="agenda_open"),
    path("mon-agenda/fermer/", agenda.agenda_close, name="agenda_close"),
    path("agenda/<str:token>.ics", agenda.agenda_feed, name="agenda_feed"),
    path("dossiers/<uuid:public_id>/echanges/", exchanges.file_exchanges, name="file_exchanges"),
    path(
        "dossiers/<uuid:public_id>/pieces/<uuid:document_id>/",
        documents.document_download,
        name="document_download",
    ),
]
