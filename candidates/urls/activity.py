from django.urls import path

from candidates.views import activity


urlpatterns = [
    path("activite/", activity.activity, name="activity"),
]
