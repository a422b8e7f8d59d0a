"""For superusers only (``User.is_staff``): to look, to close an account, to unlock one."""

from typing import Any

from django.contrib import admin

from operators.models import (
    DirectoryEvent,
    Invitation,
    Membership,
    Organisation,
    RegistrationRequest,
    User,
)


class ReadOnlyAdmin(admin.ModelAdmin):
    """What the pages of the platform write, with their rules and their journal."""

    def has_add_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def has_change_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ["email", "last_name", "first_name", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "is_superuser"]
    search_fields = ["email", "last_name", "first_name"]
    ordering = ["email"]
    fields = ["email", "first_name", "last_name", "phone", "is_active", "is_superuser"]

    def has_add_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """People come by invitation, superusers by the command line."""
        return False

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False


@admin.register(Organisation)
class OrganisationAdmin(ReadOnlyAdmin):
    list_display = ["name", "kinds", "siret", "departement", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["name", "siret"]
    ordering = ["name_norm"]


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["user_email", "organisation", "role", "is_active"]
    list_filter = ["role", "is_active"]
    list_select_related = ["user", "organisation"]
    search_fields = ["user__email", "organisation__name"]
    ordering = ["-pk"]

    @admin.display(description="adresse électronique")
    def user_email(self, membership: Membership) -> str:
        return membership.user.email


@admin.register(Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    list_display = ["email", "organisation", "role", "expires_at", "accepted_at", "revoked_at"]
    list_select_related = ["organisation"]
    search_fields = ["email", "organisation__name"]
    exclude = ["token_hash"]
    ordering = ["-pk"]


@admin.register(RegistrationRequest)
class RegistrationRequestAdmin(ReadOnlyAdmin):
    list_display = ["name", "departement", "state", "submitted_at", "decided_at"]
    list_filter = ["state"]
    search_fields = ["name", "contact_email"]
    ordering = ["-submitted_at"]


@admin.register(DirectoryEvent)
class DirectoryEventAdmin(ReadOnlyAdmin):
    list_display = ["occurred_at", "kind", "organisation", "user"]
    list_filter = ["kind"]
    list_select_related = ["organisation", "user"]
    ordering = ["-pk"]
