from django.urls import path

from emile.steering.views import (
    committees,
    conventions,
    deliveries,
    exports,
    field_reports,
    figures,
    message_templates,
    operations,
    published,
    reports,
    research,
    social_fund,
)


app_name = "steering"

urlpatterns = [
    path("exploitation/", operations.operations, name="operations"),
    path("exploitation/messages/<str:state>/", operations.stopped_messages, name="messages"),
    path(
        "exploitation/messages/<uuid:public_id>/reessayer/",
        operations.message_retry,
        name="message_retry",
    ),
    path(
        "exploitation/messages/<uuid:public_id>/marquer-comme-recu/",
        operations.message_received,
        name="message_received",
    ),
    path(
        "exploitation/messages/<uuid:public_id>/ecarter/",
        operations.message_discard,
        name="message_discard",
    ),
    path("pilotage/", figures.dashboard, name="dashboard"),
    path("pilotage/publies/", published.published_figures, name="published"),
    path("pilotage/chiffres/", figures.figures_file, name="figures_file"),
    path("pilotage/rapports/", reports.reports, name="reports"),
    path("pilotage/rapports/<uuid:public_id>/", reports.report, name="report"),
    path("pilotage/rapports/<uuid:public_id>/note/", reports.report_note, name="report_note"),
    path("comites/", committees.committees, name="committees"),
    path("comites/preparer/", committees.committee_open, name="committee_open"),
    path("comites/<uuid:public_id>/", committees.committee, name="committee"),
    path("comites/<uuid:public_id>/modifier/", committees.committee_edit, name="committee_edit"),
    path(
        "comites/<uuid:public_id>/ordre-du-jour/",
        committees.committee_refresh,
        name="committee_refresh",
    ),
    path("comites/<uuid:public_id>/document/", committees.committee_paper, name="committee_paper"),
    path(
        "comites/decisions/<uuid:public_id>/",
        committees.committee_decision,
        name="committee_decision",
    ),
    path("remontees/", field_reports.field_reports, name="field_reports"),
    path("remontees/signaler/", field_reports.field_report_tell, name="field_report_tell"),
    path("remontees/<uuid:public_id>/", field_reports.field_report, name="field_report"),
    path("pilotage/fse-plus/", social_fund.social_fund, name="social_fund"),
    path("pilotage/fse-plus.csv", social_fund.social_fund_csv, name="social_fund_csv"),
    path("pilotage/conventions/", conventions.conventions, name="conventions"),
    path("pilotage/conventions/noter/", conventions.convention_add, name="convention_add"),
    path(
        "pilotage/conventions/<uuid:public_id>/",
        conventions.convention_edit,
        name="convention_edit",
    ),
    path("pilotage/cout/", conventions.cost, name="cost"),
    path("pilotage/cout/fichier/", conventions.cost_file, name="cost_file"),
    path("pilotage/recherche/", research.releases, name="research"),
    path("pilotage/recherche/demander/", research.release_ask, name="research_ask"),
    path("pilotage/recherche/<uuid:public_id>/", research.release, name="research_release"),
    path(
        "pilotage/recherche/<uuid:public_id>/approuver/",
        research.release_approve,
        name="research_approve",
    ),
    path(
        "pilotage/recherche/<uuid:public_id>/refuser/",
        research.release_refuse,
        name="research_refuse",
    ),
    path(
        "pilotage/recherche/<uuid:public_id>/archive/",
        research.release_archive,
        name="research_archive",
    ),
    path("stats/", published.public_figures, name="stats"),
    path("pilotage/<slug:slug>/", figures.dashboard_section, name="dashboard_section"),
    path("pilotage/chiffres/<slug:code>/", figures.figure, name="figure"),
    path("comptes-rendus-de-remise/", deliveries.delivery_report, name="delivery_report"),
    path("exports/", exports.export_list, name="export_list"),
    path("exports/menages/", exports.export_ask, name="export_ask"),
    path("exports/<uuid:public_id>/", exports.export_file, name="export_file"),
    path(
        "reglages/modeles-de-messages/",
        message_templates.message_templates,
        name="message_templates",
    ),
]
