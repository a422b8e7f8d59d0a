from django.urls import path

from candidates.views import changes, cover, lists, parcours, saved_views, snooze


urlpatterns = [
    path("a-faire/", parcours.to_do, name="to_do"),
    path("remplacements/<uuid:public_id>/", cover.cover, name="cover"),
    path("a-faire/ce-que-les-autres-ont-fait/", changes.changes, name="changes"),
    path("a-faire/mis-de-cote/", snooze.snoozed, name="snoozed"),
    path("dossiers/<uuid:public_id>/mettre-de-cote/", snooze.snooze, name="snooze"),
    path("dossiers/<uuid:public_id>/remettre-a-faire/", snooze.unsnooze, name="unsnooze"),
    path("menages/", lists.parcours_list, name="parcours_list"),
    path("menages/colonnes/", saved_views.list_columns, name="list_columns"),
    path("menages/vues/", saved_views.saved_view_list, name="saved_view_list"),
    path("menages/vues/enregistrer/", saved_views.saved_view_create, name="saved_view_create"),
    path("menages/vues/<uuid:public_id>/", saved_views.saved_view_edit, name="saved_view_edit"),
    path(
        "menages/vues/<uuid:public_id>/retirer/",
        saved_views.saved_view_retire,
        name="saved_view_retire",
    ),
    path("dossiers/<uuid:public_id>/", parcours.parcours_detail, name="parcours_detail"),
]
