from django.urls import path

from matching.views import arbitration, households, position, proposals, weights


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
    path("arbitrage/", arbitration.arbitrations, name="arbitrations"),
    path("arbitrage/<uuid:public_id>/", arbitration.arbitration, name="arbitration"),
    path(
        "arbitrage/<uuid:public_id>/proposer/",
        arbitration.arbitration_propose,
        name="arbitration_propose",
    ),
    path(
        "arbitrage/<uuid:public_id>/pdf/", arbitration.arbitration_paper, name="arbitration_paper"
    ),
    path(
        "arbitrage/<uuid:public_id>/et-si/",
        arbitration.arbitration_what_if,
        name="arbitration_what_if",
    ),
    path(
        "arbitrage/<uuid:public_id>/menages/<uuid:file_id>/",
        arbitration.arbitration_change,
        name="arbitration_change",
    ),
    path(
        "arbitrage/<uuid:public_id>/menages/<uuid:file_id>/retirer/",
        arbitration.arbitration_undo,
        name="arbitration_undo",
    ),
    path("reglages/classement/", weights.weights, name="weights"),
    path("reglages/classement/publier/", weights.weights_change, name="weights_change"),
]
