"""Who is away, and who stands in."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError
from emile.core.http import render_form
from emile.core.once import once
from operators import policies, selectors, services
from operators.forms import AbsenceForm
from operators.http import AppRequest
from operators.models import Absence, Membership


@require_http_methods(["GET", "POST"])
@once
def absence_declare(request: AppRequest, public_id: UUID) -> HttpResponse:
    members = Membership.objects.visible_to(request.actor).for_detail().active()
    member = get_object_or_404(members, public_id=public_id)
    if not policies.can_declare_absence(request.actor, member):
        raise PermissionDenied(services.WHO_DECLARES)
    back_url = reverse("operators:member_detail", args=[public_id])
    colleagues, today = selectors.colleagues_of(member), timezone.localdate()
    form = AbsenceForm(request.POST or None, colleagues=colleagues, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.declare_absence(
                actor=request.actor, membership=member, now=timezone.now(), **form.cleaned_data
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "L’absence est notée.")
            return redirect(back_url)
    return render_form(
        request, "operators/absence.html", form=form, member=member, back_url=back_url
    )


@require_POST
@once
def absence_end(request: AppRequest, public_id: UUID) -> HttpResponse:
    seen = Membership.objects.visible_to(request.actor)
    absences = Absence.objects.filter(membership__in=seen).select_related(
        "membership__organisation"
    )
    absence = get_object_or_404(absences, public_id=public_id)
    try:
        services.end_absence(
            actor=request.actor, absence=absence, on=timezone.localdate(), now=timezone.now()
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Cette absence est terminée.")
    return redirect("operators:member_detail", absence.membership.public_id)
