from candidates.urls import (
    acts,
    corrections,
    exchanges,
    handover,
    household,
    mailings,
    messages,
    orientation,
    parcours,
    placement,
    printing,
    settings,
    settling,
    stay,
    upstream,
)


app_name = "candidates"

urlpatterns = [
    *orientation.urlpatterns,
    *parcours.urlpatterns,
    *household.urlpatterns,
    *mailings.urlpatterns,
    *messages.urlpatterns,
    *exchanges.urlpatterns,
    *handover.urlpatterns,
    *placement.urlpatterns,
    *printing.urlpatterns,
    *settling.urlpatterns,
    *stay.urlpatterns,
    *upstream.urlpatterns,
    *corrections.urlpatterns,
    *settings.urlpatterns,
    *acts.urlpatterns,
]
