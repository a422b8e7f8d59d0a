"""The directory of organisations, kept by the coordinator."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.errors import DomainError, StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.views import conflict
from operators import policies, selectors, services
from operators.enums import OrganisationKind
from operators.forms import DirectoryFilterForm, OrganisationEditForm, OrganisationForm
from operators.http import AppRequest, requires
from operators.models import Organisation, RegistrationRequest


PAGE_SIZE = 25


@requires(OrganisationKind.COORDINATOR)
@read_only
def organisation_list(request: AppRequest) -> HttpResponse:
    form = DirectoryFilterForm(request.GET or None)
    organisations = Organisation.objects.visible_to(request.actor)
    if form.is_valid():
        organisations = organisations.matching(**form.cleaned_data)
    page = Paginator(organisations.for_list(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "waiting_count": RegistrationRequest.objects.visible_to(request.actor).pending().count(),
    }
    return render(request, "operators/organisation_list.html", context)


@requires(OrganisationKind.COORDINATOR)
@read_only
def organisation_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    organisation = _organisation(request, public_id)
    context = {
        "page": selectors.organisation_page(
            actor=request.actor, organisation=organisation, now=timezone.now()
        ),
        "can_manage": policies.can_manage_members(request.actor, organisation.pk),
    }
    return render(request, "operators/organisation_detail.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def organisation_create(request: AppRequest) -> HttpResponse:
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = services.register_organisation(
            actor=request.actor, now=timezone.now(), **form.answers
        )
        messages.success(request, f"{organisation.name} est dans l’annuaire.")
        return redirect(organisation)
    return render_form(request, "operators/organisation_form.html", form=form)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def organisation_edit(request: AppRequest, public_id: UUID) -> HttpResponse:
    organisation = _organisation(request, public_id)
    form = OrganisationEditForm(request.POST or None, instance=organisation)
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_organisation(
                actor=request.actor, organisation=organisation, now=timezone.now(), **form.answers
            )
        except StaleVersion:
            return _show_conflict(request, form)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La fiche est à jour.")
            return redirect(organisation)
    return render_form(
        request, "operators/organisation_form.html", form=form, organisation=organisation
    )


def _organisation(request: AppRequest, public_id: UUID) -> Organisation:
    return get_object_or_404(Organisation.objects.visible_to(request.actor), public_id=public_id)


def _show_conflict(request: HttpRequest, form: OrganisationEditForm) -> HttpResponse:
    """Both versions of the card; sending it again, with the current version, keeps this one."""
    current = Organisation.objects.get(pk=form.instance.pk)
    theirs = OrganisationEditForm(instance=current)
    return conflict(
        request,
        resume_url=request.path,
        conflicts=form.differences_with(theirs),
        kept=form.sent_again(version=current.version),
    )
