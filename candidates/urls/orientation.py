from django.urls import path

from candidates.views import eligibility_test, join, notice, orientation


urlpatterns = [
    path("test-eligibilite/", eligibility_test.eligibility_test, name="eligibility_test"),
    path("orienter/", orientation.orientation_start, name="orientation_start"),
    path("orienter/fait/<uuid:public_id>/", orientation.orientation_done, name="orientation_done"),
    path("dossiers/<uuid:public_id>/notice/", notice.notice, name="notice"),
    path(
        "orienter/<uuid:public_id>/confirmation/",
        orientation.orientation_confirm,
        name="orientation_confirm",
    ),
    path(
        "orienter/<uuid:public_id>/supprimer/",
        orientation.orientation_delete_draft,
        name="orientation_delete_draft",
    ),
    path("orienter/<uuid:public_id>/rattachement/", join.join_request, name="join_request"),
    path(
        "orienter/<uuid:public_id>/<slug:step>/",
        orientation.orientation_step,
        name="orientation_step",
    ),
    path("rapprochements/", join.join_list, name="join_list"),
    path("rapprochements/<uuid:public_id>/", join.join_detail, name="join_detail"),
    path("rapprochements/<uuid:public_id>/meme-personne/", join.join_accept, name="join_accept"),
    path("rapprochements/<uuid:public_id>/autre-personne/", join.join_decline, name="join_decline"),
    path("rapprochements/<uuid:public_id>/annuler/", join.join_undo, name="join_undo"),
]
