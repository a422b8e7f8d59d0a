from candidates.urls import (
    activity,
    acts,
    corrections,
    household,
    orientation,
    parcours,
    placement,
    settling,
    upstream,
)


app_name = "candidates"

urlpatterns = [
    *orientation.urlpatterns,
    *parcours.urlpatterns,
    *household.urlpatterns,
    *placement.urlpatterns,
    *settling.urlpatterns,
    *upstream.urlpatterns,
    *corrections.urlpatterns,
    *activity.urlpatterns,
    *acts.urlpatterns,
]
