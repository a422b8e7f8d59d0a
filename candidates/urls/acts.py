from django.urls import path

from candidates.views import acts


urlpatterns = [
    path("dossiers/<uuid:public_id>/actes/<str:step>/", acts.act, name="act"),
    path("dossiers/<uuid:public_id>/actes/<str:step>/<uuid:about_id>/", acts.act, name="act_about"),
]
