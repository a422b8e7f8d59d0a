"""One's own organisation, and the members of any organisation that one may manage."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError
from emile.core.http import read_only
from emile.core.once import once
from operators import policies, selectors, services
from operators.actors import Actor
from operators.enums import MembershipRole
from operators.forms import InvitationForm, RoleForm
from operators.http import AppRequest
from operators.models import Invitation, Membership, Organisation


@read_only
def organisation(request: AppRequest) -> HttpResponse:
    mine = Organisation.objects.get(pk=request.actor.organisation_id)
    context = {
        "page": selectors.organisation_page(
            actor=request.actor, organisation=mine, now=timezone.now()
        ),
        "can_manage": policies.can_manage_members(request.actor, mine.pk),
    }
    return render(request, "operators/organisation.html", context)


@read_only
def member_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    context = {
        "member": member,
        "form": RoleForm(initial={"role": member.role}),
        "can_manage": policies.can_manage_members(request.actor, member.organisation_id),
        "back_url": _page_of(request.actor, member.organisation),
    }
    return render(request, "operators/member_detail.html", context)


@require_POST
@once
def member_role(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choisissez un rôle.")
        return redirect("operators:member_detail", public_id)
    try:
        services.change_member_role(
            actor=request.actor,
            membership=member,
            role=MembershipRole(form.cleaned_data["role"]),
            now=timezone.now(),
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{member.user.get_full_name()} a changé de rôle.")
    return _to_page_of(request.actor, member.organisation)


@require_POST
@once
def member_deactivate(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    try:
        services.deactivate_member(actor=request.actor, membership=member, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{member.user.get_full_name()} n’a plus accès.")
    return _to_page_of(request.actor, member.organisation)


@require_POST
@once
def member_reactivate(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    try:
        services.reactivate_member(actor=request.actor, membership=member, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{member.user.get_full_name()} a de nouveau accès.")
    return _to_page_of(request.actor, member.organisation)


@require_http_methods(["GET", "POST"])
@once
def member_invite(request: AppRequest, public_id: UUID) -> HttpResponse:
    host = get_object_or_404(Organisation.objects.visible_to(request.actor), public_id=public_id)
    if not policies.can_manage_members(request.actor, host.pk):
        raise PermissionDenied("Seules les personnes responsables de l’organisation invitent.")
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.invite_member(
                actor=request.actor, organisation=host, now=timezone.now(), **form.cleaned_data
            )
        except DomainError as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, f"L’invitation part à {form.cleaned_data['email']}.")
            return _to_page_of(request.actor, host)
    context = {"form": form, "host": host, "back_url": _page_of(request.actor, host)}
    return render(request, "operators/member_invite.html", context)


@require_POST
@once
def invitation_resend(request: AppRequest, public_id: UUID) -> HttpResponse:
    invitation = _invitation(request.actor, public_id)
    try:
        services.resend_invitation(actor=request.actor, invitation=invitation, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Un nouveau lien part à {invitation.email}.")
    return _to_page_of(request.actor, invitation.organisation)


@require_POST
@once
def invitation_revoke(request: AppRequest, public_id: UUID) -> HttpResponse:
    invitation = _invitation(request.actor, public_id)
    try:
        services.revoke_invitation(actor=request.actor, invitation=invitation, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"L’invitation de {invitation.email} est annulée.")
    return _to_page_of(request.actor, invitation.organisation)


def _member(actor: Actor, public_id: UUID) -> Membership:
    members = Membership.objects.visible_to(actor).for_detail()
    return get_object_or_404(members, public_id=public_id)


def _invitation(actor: Actor, public_id: UUID) -> Invitation:
    invitations = Invitation.objects.visible_to(actor).for_detail()
    return get_object_or_404(invitations, public_id=public_id)


def _page_of(actor: Actor, organisation: Organisation) -> str:
    """The page from which this actor manages that organisation."""
    if actor.organisation_id == organisation.pk:
        return reverse("operators:organisation")
    return organisation.get_absolute_url()


def _to_page_of(actor: Actor, organisation: Organisation) -> HttpResponseRedirect:
    return redirect(_page_of(actor, organisation))
