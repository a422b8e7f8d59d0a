from django.urls import path

from candidates.views import settling


urlpatterns = [
    path(
        "dossiers/<uuid:public_id>/installation/",
        settling.file_installation,
        name="file_installation",
    ),
]
