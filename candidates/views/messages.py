"""« Mes messages »: how often, and about what, one is written to."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from candidates import services
from candidates.forms.messages import MessagesForm
from candidates.policies import FILE_KINDS
from candidates.selectors.digests import wish_of
from emile.core.http import render_form
from emile.core.once import once
from operators.http import AppRequest


@require_http_methods(["GET", "POST"])
@once
def my_messages(request: AppRequest) -> HttpResponse:
    form = MessagesForm(request.POST or None, wish=wish_of(request.actor))
    if request.method == "POST" and form.is_valid():
        services.choose_messages(actor=request.actor, **form.values)
        messages.success(request, "Vos choix sont enregistrés.")
        return redirect("candidates:my_messages")
    opens_files = request.actor.kind in FILE_KINDS
    return render_form(request, "candidates/my_messages.html", form=form, opens_files=opens_files)
