"""French dates and numbers, the form pack, and every component in a real browser."""

import gzip
import re
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.urls import reverse
from django.utils.html import strip_tags
from dsfr.forms import DsfrBaseForm
from playwright.sync_api import Response

from emile.core.templatetags import emile as tags
from emile.core.views.components import SpecimenForm


def render(source: str, **context: object) -> str:
    return Template("{% load crispy_forms_tags %}{% load emile %}" + source).render(
        Context(context)
    )


# Dates and numbers


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 26), "jeudi 26 novembre 2026"),
        (date(2026, 12, 1), "mardi 1er décembre 2026"),
        # Two hours later in Paris: already the next day.
        (datetime(2026, 7, 14, 22, 30, tzinfo=UTC), "mercredi 15 juillet 2026"),
        (None, ""),
    ],
)
def test_a_day_is_written_in_words(on, words):
    assert tags.day(on) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "aujourd’hui"),
        (1, "hier"),
        (-1, "demain"),
        (3, "il y a 3 jours"),
        (59, "il y a 59 jours"),
        (60, "il y a 2 mois"),
        (365, "il y a 12 mois"),
        (730, "il y a 2 ans"),
        (-9, "dans 9 jours"),
    ],
)
def test_time_passed_is_counted_in_days_months_and_years(days, words):
    today = date(2026, 11, 26)

    assert tags.ago(today - timedelta(days=days), today) == words


@pytest.mark.parametrize(
    ("at", "words"), [(time(14, 30), "14 h 30"), (time(9, 5), "9 h 05"), (time(9), "9 h")]
)
def test_hours_have_spaces_that_do_not_break(at, words):
    assert tags.clock(at) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("value", "noun", "words"),
    [
        (0, "dossier", "0 dossier"),
        (1, "dossier", "1 dossier"),
        (2, "dossier", "2 dossiers"),
        (2, "lieu,lieux", "2 lieux"),
        (12500, "ménage", "12\u202f500 ménages"),
    ],
)
def test_a_count_agrees_with_its_noun(value, noun, words):
    assert tags.count(value, noun) == words


def test_a_wait_is_rounded_up():
    assert tags.wait(timedelta(seconds=5)) == "1 minute"
    assert tags.wait(timedelta(minutes=14, seconds=10)) == "15 minutes"


# Tags that have a rule


@pytest.mark.parametrize(("text", "told"), [("le soir", "le soir."), ("le soir.", "le soir.")])
def test_a_sentence_ends_once(text, told):
    assert render("{{ text|full_stop }}", text=text) == told


def test_a_message_of_error_ends_once():
    html = render("{{ form|crispy }}", form=PersonForm({}))

    assert "Ce champ est obligatoire." in html
    assert re.search(r"\.\s*\.", strip_tags(html)) is None


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{{ code|unbroken }}", '<span class="emile-unbroken">EM-26-A2QRN-H</span>'),
        (
            "{{ text|unbroken:code }}",
            '&lt;b&gt; <span class="emile-unbroken">EM-26-A2QRN-H</span>.',
        ),
    ],
)
def test_a_code_stays_on_one_line(source, html):
    assert render(source, code="EM-26-A2QRN-H", text="<b> EM-26-A2QRN-H.") == html


def test_a_badge_of_an_unknown_tone_is_refused():
    with pytest.raises(TemplateSyntaxError):
        render('{% badge "En cours" tone="mauve" %}')


def test_a_breadcrumb_ends_with_the_page_itself():
    html = render('{% breadcrumb "Territoires" "/territoires/" "Cantal" %}')

    assert '<a class="fr-breadcrumb__link" href="/territoires/">Territoires</a>' in html
    assert '<a class="fr-breadcrumb__link" aria-current="page">Cantal</a>' in html


def test_a_breadcrumb_without_its_page_is_refused():
    with pytest.raises(TemplateSyntaxError):
        render('{% breadcrumb "Territoires" "/territoires/" %}')


def test_each_form_carries_its_own_key():
    first, second = tags.once(), tags.once()

    assert first != second
    assert UUID(first.split('value="')[1].removesuffix('">'))


def test_both_keys_survive_an_isolated_include():
    request = RequestFactory().get("/")
    source = '{% include "components/post_button.html" with url="/" label="Relancer" only %}'

    html = Template(source).render(tags.template.RequestContext(request))

    assert 'name="csrfmiddlewaretoken"' in html
    assert 'name="once"' in html


# Form pack


class PersonForm(DsfrBaseForm):
    name = forms.CharField(label="Nom", help_text="Comme sur le titre de séjour.")
    reached = forms.ChoiceField(
        label="Joint", choices=[("yes", "Oui"), ("no", "Non")], widget=forms.RadioSelect
    )
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        self.add_error(None, "Cette personne est déjà orientée.")


def test_a_refused_form_sums_its_errors_up_and_takes_focus():
    html = render("{{ form|crispy }}", form=PersonForm({}))

    assert "3 réponses à corriger" in html
    assert "Cette personne est déjà orientée." in html
    assert 'role="alert" tabindex="-1" autofocus' in " ".join(html.split())
    assert 'href="#id_name"' in html
    assert 'href="#id_reached_0"' in html


def test_an_error_does_not_hide_the_help_of_its_field():
    html = render("{{ form|crispy }}", form=PersonForm({}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


class LongForm(DsfrBaseForm):
    name = forms.CharField(label="Nom")
    on = forms.DateField(label="Quand")
    born_on = forms.DateField(label="Naissance", required=False)
    language = forms.CharField(label="Langue", required=False)
    permit = forms.CharField(label="Permis", required=False)
    is_shared = forms.BooleanField(label="Partager", required=False)
    is_there = forms.ChoiceField(label="Là", choices=[("", "Sans réponse")], initial="oui")


@pytest.mark.parametrize(
    ("dropped", "says_once", "marks"),
    [
        ((), "Tout est facultatif, sauf «\u00a0Nom\u00a0» et «\u00a0Quand\u00a0».", 0),
        (("on",), "Tout est facultatif, sauf «\u00a0Nom\u00a0».", 0),
        (("on", "permit"), "", 2),
        (("permit",), "", 2),
    ],
)
def test_a_long_form_says_once_that_most_of_it_is_optional(dropped, says_once, marks):
    form = LongForm()
    for name in dropped:
        del form.fields[name]

    html = render("{{ form|crispy }}", form=form)

    assert says_once in html
    assert html.count("(facultatif)") == marks
    assert ("Tout est facultatif" in html) is bool(says_once)


def test_a_hidden_field_stays_hidden():
    html = render("{{ form|crispy }}", form=PersonForm())

    assert '<input type="hidden" name="secret" id="id_secret">' in html
    assert "Secret" not in html


def test_a_laid_out_form_keeps_its_fieldsets_columns_and_buttons():
    html = render_crispy_form(SpecimenForm(), context={"csrf_token": "token"})

    assert html.count("<fieldset") == 4
    assert html.count('class="fr-col-12 fr-col-md"') == 4
    assert 'value="token"' in html
    assert 'name="once"' in html
    assert ">Enregistrer</button>" in html


def test_a_form_sent_by_get_carries_no_key():
    form = SpecimenForm()
    helper = form.helper
    helper.form_method = "get"

    html = render_crispy_form(form, helper, context={"csrf_token": "token"})

    assert 'name="once"' not in html
    assert "csrfmiddlewaretoken" not in html


# In a browser


@pytest.mark.parametrize("route", ["home", "core:components", "core:help", "core:privacy"])
def test_a_page_is_accessible_and_fits_a_phone(page, axe, fits_a_phone, route):
    page.goto(reverse(route))

    axe(page)
    fits_a_phone(page)


def test_an_error_page_is_accessible_and_fits_a_phone(page, axe, fits_a_phone):
    page.goto("/nulle-part/")

    axe(page)
    fits_a_phone(page)


def test_the_menu_opens_on_a_phone_without_javascript(page_without_javascript):
    page = page_without_javascript
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(reverse("home"))
    sign_in = page.locator("header").get_by_role("link", name="Se connecter")

    assert not sign_in.is_visible()
    page.get_by_text("Menu", exact=True).click()

    assert sign_in.is_visible()


def test_the_error_summary_takes_the_focus(page):
    page.goto(reverse("core:components"))

    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"


def test_the_first_page_weighs_less_than_300_kilobytes_once_compressed(page):
    """P-48, as production compresses it: text by gzip, the rest as it is."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(reverse("home"), wait_until="networkidle")

    assert sum(transfer_size(response) for response in responses) < 300_000


def transfer_size(response: Response) -> int:
    body = response.body()
    is_text = response.headers["content-type"].startswith(("text", "image/svg", "application/js"))
    return len(gzip.compress(body)) if is_text else len(body)
