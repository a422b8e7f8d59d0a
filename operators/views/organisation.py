"""One's own organisation, and the members of any organisation that one may manage."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError
from emile.core.http import read_only, render_form
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
    return _show_member(request, member, RoleForm(initial={"role": member.role}))


@require_POST
@once
def member_role(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _show_member(request, member, form)
    role = MembershipRole(form.cleaned_data["role"])
    change = partial(services.change_member_role, membership=member, role=role)
    done = f"{member.user.get_full_name()} a changé de rôle."
    return _perform(request, change, member.organisation, done=done)


@require_POST
@once
def member_deactivate(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    withdraw = partial(services.deactivate_member, membership=member)
    done = f"{member.user.get_full_name()} n’a plus accès."
    return _perform(request, withdraw, member.organisation, done=done)


@require_POST
@once
def member_reactivate(request: AppRequest, public_id: UUID) -> HttpResponse:
    member = _member(request.actor, public_id)
    give_back = partial(services.reactivate_member, membership=member)
    done = f"{member.user.get_full_name()} a de nouveau accès."
    return _perform(request, give_back, member.organisation, done=done)


@require_http_methods(["GET", "POST"])
@once
def member_invite(request: AppRequest, public_id: UUID) -> HttpResponse:
    host = get_object_or_404(Organisation.objects.visible_to(request.actor), public_id=public_id)
    if not policies.can_manage_members(request.actor, host.pk):
        raise PermissionDenied("Seules les personnes responsables de l’organisation invitent.")
    back_url = _page_of(request.actor, host)
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
            return redirect(back_url)
    return render_form(
        request, "operators/member_invite.html", form=form, host=host, back_url=back_url
    )


@require_POST
@once
def invitation_resend(request: AppRequest, public_id: UUID) -> HttpResponse:
    invitation = _invitation(request.actor, public_id)
    resend = partial(services.resend_invitation, invitation=invitation)
    done = f"Un nouveau lien part à {invitation.email}."
    return _perform(request, resend, invitation.organisation, done=done)


@require_POST
@once
def invitation_revoke(request: AppRequest, public_id: UUID) -> HttpResponse:
    invitation = _invitation(request.actor, public_id)
    revoke = partial(services.revoke_invitation, invitation=invitation)
    done = f"L’invitation de {invitation.email} est annulée."
    return _perform(request, revoke, invitation.organisation, done=done)


def _perform(
    request: AppRequest, act: Callable[..., object], host: Organisation, *, done: str
) -> HttpResponse:
    """Do it, or say why not; either way, back to the page of the organisation."""
    try:
        act(actor=request.actor, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(_page_of(request.actor, host))


def _show_member(request: AppRequest, member: Membership, form: RoleForm) -> HttpResponse:
    return render_form(
        request,
        "operators/member_detail.html",
        form=form,
        member=member,
        can_manage=policies.can_manage_members(request.actor, member.organisation_id),
        absences=selectors.absences_of(member, timezone.localdate()),
        can_declare=policies.can_declare_absence(request.actor, member) and member.is_active,
        has_colleagues=selectors.colleagues_of(member).exists(),
        back_url=_page_of(request.actor, member.organisation),
    )


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
