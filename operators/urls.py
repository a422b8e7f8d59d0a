from django.urls import path

from operators.views import (
    absence,
    directory,
    invitation,
    organisation,
    password,
    registration,
    session,
)


app_name = "operators"

urlpatterns = [
    # Everyone
    path("connexion/", session.SignInView.as_view(), name="sign_in"),
    path("deconnexion/", session.sign_out, name="sign_out"),
    path("mot-de-passe/", password.password_reset, name="password_reset"),
    path("mot-de-passe/envoye/", password.password_reset_sent, name="password_reset_sent"),
    path(
        "mot-de-passe/<uidb64>/<token>/",
        password.NewPasswordView.as_view(),
        name="password_reset_confirm",
    ),
    path("mot-de-passe/change/", password.password_reset_done, name="password_reset_done"),
    path("invitation/<str:token>/", invitation.invitation_accept, name="invitation_accept"),
    path("inscrire-ma-structure/", registration.apply, name="apply"),
    path("inscrire-ma-structure/recue/", registration.apply_done, name="apply_done"),
    # One's own organisation
    path("mon-organisation/", organisation.organisation, name="organisation"),
    path("mon-organisation/changer/", session.switch, name="switch"),
    path("membres/<uuid:public_id>/", organisation.member_detail, name="member_detail"),
    path("membres/<uuid:public_id>/role/", organisation.member_role, name="member_role"),
    path(
        "membres/<uuid:public_id>/retirer/",
        organisation.member_deactivate,
        name="member_deactivate",
    ),
    path(
        "membres/<uuid:public_id>/rendre/",
        organisation.member_reactivate,
        name="member_reactivate",
    ),
    path("membres/<uuid:public_id>/absence/", absence.absence_declare, name="absence_declare"),
    path("absences/<uuid:public_id>/terminer/", absence.absence_end, name="absence_end"),
    path(
        "invitations/<uuid:public_id>/renvoyer/",
        organisation.invitation_resend,
        name="invitation_resend",
    ),
    path(
        "invitations/<uuid:public_id>/annuler/",
        organisation.invitation_revoke,
        name="invitation_revoke",
    ),
    path(
        "organisations/<uuid:public_id>/inviter/", organisation.member_invite, name="member_invite"
    ),
    # The coordinator's directory
    path("organisations/", directory.organisation_list, name="organisation_list"),
    path("organisations/ajouter/", directory.organisation_create, name="organisation_create"),
    path("organisations/demandes/", registration.registration_list, name="registration_list"),
    path(
        "organisations/demandes/<uuid:public_id>/",
        registration.registration_detail,
        name="registration_detail",
    ),
    path(
        "organisations/demandes/<uuid:public_id>/accepter/",
        registration.registration_accept,
        name="registration_accept",
    ),
    path(
        "organisations/demandes/<uuid:public_id>/refuser/",
        registration.registration_refuse,
        name="registration_refuse",
    ),
    path(
        "organisations/<uuid:public_id>/", directory.organisation_detail, name="organisation_detail"
    ),
    path(
        "organisations/<uuid:public_id>/modifier/",
        directory.organisation_edit,
        name="organisation_edit",
    ),
]
