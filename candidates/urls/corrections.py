from django.urls import path

from candidates.views import corrections


urlpatterns = [
    path(
        "dossiers/<uuid:public_id>/journal/<int:sequence>/corriger/",
        corrections.correct,
        name="correct",
    ),
]
