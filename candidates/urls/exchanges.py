from django.urls import path

from candidates.views import documents, exchanges


urlpatterns = [
    path("ma-journee/", exchanges.day, name="day"),
    path("dossiers/<uuid:public_id>/echanges/", exchanges.file_exchanges, name="file_exchanges"),
    path(
        "dossiers/<uuid:public_id>/pieces/<uuid:document_id>/",
        documents.document_download,
        name="document_download",
    ),
]
