from django.urls import path

from candidates.views import criteria, help as sheets, settings


urlpatterns = [
    path("reglages/", settings.settings_index, name="settings_index"),
    path("reglages/criteres/", criteria.criteria, name="criteria"),
    path("reglages/criteres/modifier/", criteria.criteria_change, name="criteria_change"),
    path("reglages/aide/", sheets.help_sheet_list, name="help_sheet_list"),
    path("reglages/aide/ajouter/", sheets.help_sheet_add, name="help_sheet_add"),
    path("reglages/aide/<slug:slug>/", sheets.help_sheet_change, name="help_sheet_change"),
    path("reglages/listes/<slug:slug>/", settings.settings_list, name="settings_list"),
    path("reglages/listes/<slug:slug>/ajouter/", settings.settings_add, name="settings_add"),
    path(
        "reglages/listes/<slug:slug>/<slug:code>/",
        settings.settings_change,
        name="settings_change",
    ),
    path(
        "reglages/listes/<slug:slug>/<slug:code>/retirer/",
        settings.settings_retire,
        name="settings_retire",
    ),
    path("reglages/journal/", settings.settings_journal, name="settings_journal"),
    path("aide/fiches/", sheets.help_search, name="help_search"),
    path("aide/fiches/<slug:slug>/", sheets.help_sheet, name="help_sheet"),
]
