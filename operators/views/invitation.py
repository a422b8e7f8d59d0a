"""The link of an invitation. Opening it changes nothing: mail scanners open links too."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from emile.core.errors import DomainError
from emile.core.http import render_form
from emile.core.once import once
from operators import services
from operators.forms import NewcomerForm
from operators.models import Invitation, User
from operators.services import InvitationUnusable


@sensitive_post_parameters()
@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
@once
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Three people may hold the link: its addressee signed in, or not yet, or somebody new."""
    found = Invitation.objects.for_detail().with_token(token).first()
    try:
        invitation = services.check_invitation(found, now=timezone.now())
    except InvitationUnusable as refusal:
        reason = {"reason": str(refusal)}
        return render(request, "operators/invitation_closed.html", reason, status=410)
    if request.user.is_authenticated:
        return _accept_as_member(request, request.user, invitation, token)
    if User.objects.known_as(invitation.email).exists():
        return render(request, "operators/invitation_sign_in.html", {"invitation": invitation})
    return _accept_as_newcomer(request, invitation, token)


def _accept_as_member(
    request: HttpRequest, user: User, invitation: Invitation, token: str
) -> HttpResponse:
    if request.method == "POST":
        try:
            services.accept_invitation(token=token, user=user, now=timezone.now())
        except DomainError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"Vous faites partie de {invitation.organisation.name}.")
            return redirect("operators:switch")
    return render(request, "operators/invitation_accept.html", {"invitation": invitation})


def _accept_as_newcomer(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    form = NewcomerForm(request.POST or None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        try:
            membership = services.accept_invitation_as_newcomer(
                token=token,
                first_name=form.cleaned_data["first_name"],
                last_name=form.cleaned_data["last_name"],
                phone=form.cleaned_data["phone"],
                password=form.cleaned_data["password1"],
                now=timezone.now(),
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            login(request, membership.user, "django.contrib.auth.backends.ModelBackend")
            messages.success(request, f"Bienvenue, {membership.user.first_name}.")
            return redirect("home")
    return render_form(
        request, "operators/invitation_newcomer.html", form=form, invitation=invitation
    )
