from django.urls import path

from matching.views import households, position, proposals, weights


app_name = "matching"

urlpatterns = [
    path("menages/<uuid:public_id>/positionner/", position.position, name="position"),
    path(
        "menages/<uuid:public_id>/positionner/offres/<uuid:offer_id>/",
        position.why_not,
        name="why_not",
    ),
    path(
        "menages/<uuid:public_id>/positionner/<uuid:home_id>/<uuid:job_id>/",
        proposals.propose,
        name="propose",
    ),
    path("offres/<uuid:public_id>/menages/", households.offer_households, name="offer_households"),
    path("reglages/classement/", weights.weights, name="weights"),
    path("reglages/classement/publier/", weights.weights_change, name="weights_change"),
]
