from django.urls import path

from candidates.views import exchanges


urlpatterns = [
    path("ma-journee/", exchanges.day, name="day"),
    path("dossiers/<uuid:public_id>/echanges/", exchanges.file_exchanges, name="file_exchanges"),
]
