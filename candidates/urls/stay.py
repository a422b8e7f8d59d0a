from django.urls import path

from candidates.views import stay


urlpatterns = [
    path("dossiers/<uuid:public_id>/sejours/<uuid:stay_id>/", stay.stay_detail, name="stay_detail"),
    path(
        "dossiers/<uuid:public_id>/sejours/<uuid:stay_id>/programme/",
        stay.stay_programme,
        name="stay_programme",
    ),
    path(
        "dossiers/<uuid:public_id>/sejours/<uuid:stay_id>/bilans/",
        stay.stay_reports,
        name="stay_reports",
    ),
    path(
        "dossiers/<uuid:public_id>/sejours/<uuid:stay_id>/agenda/",
        stay.stay_agenda,
        name="stay_agenda",
    ),
]
