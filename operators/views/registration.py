"""A body that orients asks to join; the coordinator answers."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError
from emile.core.http import client_address, read_only, render_form
from emile.core.once import once
from emile.core.views import too_many_requests
from operators import services
from operators.enums import OrganisationKind
from operators.forms import RefusalForm, RegistrationForm
from operators.http import AppRequest, requires
from operators.models import Organisation, RegistrationRequest
from operators.services.registrations import WINDOW


PAGE_SIZE = 25


@login_not_required
@require_http_methods(["GET", "POST"])
@once
def apply(request: HttpRequest) -> HttpResponse:
    form = RegistrationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.apply_for_registration(
                sender=client_address(request), now=timezone.now(), **form.answers
            )
        except services.TooManyRegistrations:
            return too_many_requests(request, wait=WINDOW)
        return redirect("operators:apply_done")
    return render_form(request, "operators/apply.html", form=form)


@login_not_required
@read_only
def apply_done(request: HttpRequest) -> HttpResponse:
    return render(request, "operators/apply_done.html")


@requires(OrganisationKind.COORDINATOR)
@read_only
def registration_list(request: AppRequest) -> HttpResponse:
    waiting = RegistrationRequest.objects.visible_to(request.actor).pending().for_list()
    page = Paginator(waiting, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "operators/registration_list.html", {"page": page})


@requires(OrganisationKind.COORDINATOR)
@read_only
def registration_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    demand = _demand(request, public_id)
    likely = Organisation.objects.duplicates_of(name=demand.name, siret=demand.siret)
    context = {"demand": demand, "likely": likely[:5], "form": RefusalForm()}
    return render(request, "operators/registration_detail.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def registration_accept(request: AppRequest, public_id: UUID) -> HttpResponse:
    demand = _demand(request, public_id)
    try:
        organisation = services.accept_registration(
            actor=request.actor, demand=demand, now=timezone.now()
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(demand)
    messages.success(
        request,
        f"La structure {organisation.name} est inscrite. L’invitation part à {demand.contact_email}.",
    )
    return redirect("operators:registration_list")


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def registration_refuse(request: AppRequest, public_id: UUID) -> HttpResponse:
    demand = _demand(request, public_id)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.refuse_registration(
                actor=request.actor, demand=demand, now=timezone.now(), **form.cleaned_data
            )
        except DomainError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"Le refus part à {demand.contact_email}.")
        return redirect("operators:registration_list")
    return render_form(request, "operators/registration_refuse.html", form=form, demand=demand)


def _demand(request: AppRequest, public_id: UUID) -> RegistrationRequest:
    demands = RegistrationRequest.objects.visible_to(request.actor).for_detail()
    return get_object_or_404(demands, public_id=public_id)
