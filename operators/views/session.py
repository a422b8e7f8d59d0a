"""Coming in, changing hat, leaving."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.http import render_form
from emile.core.once import once
from emile.core.views import too_many_requests
from operators import selectors
from operators.forms import HatForm, SignInForm
from operators.http import AppRequest, wear


@method_decorator(require_http_methods(["GET", "POST"]), name="dispatch")
class SignInView(LoginView):
    template_name = "operators/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


def locked_out(
    request: HttpRequest, _response: HttpResponse, _credentials: dict[str, Any]
) -> HttpResponse:
    """Axes asks for this page after too many failures, whether the account exists or not."""
    return too_many_requests(request, wait=timedelta(hours=settings.AXES_COOLOFF_TIME))


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, "Vous êtes hors connexion.")
    return redirect("home")


@require_http_methods(["GET", "POST"])
@once
def switch(request: AppRequest) -> HttpResponse:
    form = HatForm(request.POST or None, hats=selectors.hats_of(request.actor.user_id))
    if request.method == "POST" and form.is_valid():
        hat = form.cleaned_data["hat"]
        wear(request, hat)
        messages.success(request, f"Vous agissez pour {hat.organisation_name} ({hat.label}).")
        return redirect("home")
    return render_form(request, "operators/switch.html", form=form)
