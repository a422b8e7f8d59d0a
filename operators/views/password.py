"""A password forgotten; Django's views check the link and save the new one."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from emile.core.http import read_only, render_form
from emile.core.once import once
from operators import services
from operators.forms import NewPasswordForm, PasswordResetForm


@login_not_required
@require_http_methods(["GET", "POST"])
@once
def password_reset(request: HttpRequest) -> HttpResponse:
    form = PasswordResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.request_password_reset(now=timezone.now(), **form.cleaned_data)
        return redirect("operators:password_reset_sent")
    return render_form(request, "operators/password_reset.html", form=form)


@login_not_required
@read_only
def password_reset_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "operators/password_reset_sent.html")


@method_decorator([require_http_methods(["GET", "POST"]), once], name="dispatch")
class NewPasswordView(PasswordResetConfirmView):
    template_name = "operators/password_reset_confirm.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("operators:password_reset_done")

    def form_invalid(self, form: SetPasswordForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@login_not_required
@read_only
def password_reset_done(request: HttpRequest) -> HttpResponse:
    return render(request, "operators/password_reset_done.html")
