from django.urls import path

from candidates.views import household


urlpatterns = [
    path("dossiers/<uuid:public_id>/foyer/", household.file_household, name="file_household"),
]
