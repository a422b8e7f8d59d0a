from django.urls import path

from candidates.views import handover


urlpatterns = [
    path("passations/", handover.hand_over_list, name="hand_over_list"),
    path("passations/<uuid:public_id>/<str:role>/", handover.hand_over, name="hand_over"),
]
