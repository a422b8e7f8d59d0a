from django.urls import path

from candidates.views import handover, planned_handover


urlpatterns = [
    path("passations/", handover.hand_over_list, name="hand_over_list"),
    path(
        "passations/prevues/<uuid:public_id>/",
        planned_handover.planned_hand_over,
        name="planned_hand_over",
    ),
    path(
        "passations/prevues/<uuid:public_id>/annuler/",
        planned_handover.cancel_hand_over,
        name="cancel_hand_over",
    ),
    path("passations/<uuid:public_id>/<str:role>/", handover.hand_over, name="hand_over"),
]
