"""The tags and filters of every page: French dates and numbers, and components that have a rule."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import phonenumbers
from django import template
from django.forms import BaseForm, BooleanField, BoundField, ChoiceField, Field
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from phonenumbers import PhoneNumberFormat

from emile.core.once import GIVEN_TO
from emile.core.parked import sign_recipient
from emile.core.prose import NARROW_NBSP, NBSP, Block, blocks_of, euros


register = template.Library()

FRANCE = 33
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
# fmt: off
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)
# fmt: on
# Fewer are marked one by one.
QUESTIONS_AT_A_GLANCE = 4
TONES = ("", "info", "success", "warning", "error", "new")


@register.simple_tag
def once() -> SafeString:
    """The key that lets ``@once`` recognise the same form sent twice."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid4())


@register.simple_tag(takes_context=True)
def post_keys(context: template.Context) -> SafeString:
    """What a form that acts says of itself: its keys, and whom it was given to.

    One key is against forgery, the other for ``@once``; the name of the person lets what they type
    outlive their session. Unlike ``{% csrf_token %}`` it also works inside ``{% include … only %}``, which drops what
    context processors add.
    """
    request = getattr(context, "request", None)
    token = get_token(request) if request else context.get("csrf_token", "")
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}{}',
        token,
        once(),
        given_to(getattr(request, "user", None)),
    )


def given_to(user: Any) -> SafeString:
    if user is None or not user.is_authenticated:
        return SafeString()
    return format_html(
        '<input type="hidden" name="{}" value="{}">', GIVEN_TO, sign_recipient(user.pk)
    )


# Dates and numbers, in words


def as_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def day(value: date | datetime | None) -> str:
    """« jeudi 26 novembre 2026 »."""
    if not value:
        return ""
    on = as_day(value)
    return f"{WEEKDAYS[on.weekday()]} {short_day(on)}"


@register.filter
def short_day(value: date | datetime | None) -> str:
    """« 26 novembre 2026 », « 1er décembre 2026 »."""
    if not value:
        return ""
    on = as_day(value)
    number = "1er" if on.day == 1 else str(on.day)
    return f"{number} {MONTHS[on.month - 1]} {on.year}"


@register.filter
def until(first: date, last: date) -> str:
    """« du lundi 23 novembre 2026 au vendredi 27 novembre 2026 », « le lundi 23 novembre 2026 »."""
    return f"le {day(first)}" if first == last else f"du {day(first)} au {day(last)}"


@register.filter
def month(value: date | datetime | None) -> str:
    """« novembre 2026 »."""
    if not value:
        return ""
    on = as_day(value)
    return f"{MONTHS[on.month - 1]} {on.year}"


@register.filter
def months_to(first: date, last: date) -> str:
    """« octobre 2026 », « de janvier 2026 à octobre 2026 »."""
    return month(first) if first == last else f"de {month(first)} à {month(last)}"


@register.filter
def clock(value: datetime | time | None) -> str:
    """« 14 h 30 », « 9 h »."""
    if value is None:
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    minutes = f"{NBSP}{value.minute:02}" if value.minute else ""
    return f"{value.hour}{NBSP}h{minutes}"


@register.filter
def moment(value: datetime | None) -> str:
    """« lundi 23 novembre 2026 à 14 h 30 »."""
    return f"{day(value)} à {clock(value)}" if value else ""


@register.filter
def ago(value: date | datetime | None, today: date | None = None) -> str:
    """« il y a 3 jours », « aujourd’hui », « dans 2 mois »: counted in days, as people do."""
    if not value:
        return ""
    days = ((today or timezone.localdate()) - as_day(value)).days
    match days:
        case 0:
            return "aujourd’hui"
        case 1:
            return "hier"
        case -1:
            return "demain"
    return f"il y a {duration(days)}" if days > 0 else f"dans {duration(-days)}"


@register.filter
def age(value: date | datetime | None, today: date) -> str:
    """« 12 jours », « aujourd’hui »: how long something has lasted."""
    if not value:
        return ""
    days = (today - as_day(value)).days
    return duration(days) if days > 0 else "aujourd’hui"


def duration(days: int) -> str:
    if days < 60:
        return count(days, "jour")
    if days < 730:
        return count(days // 30, "mois,mois")
    return count(days // 365, "an")


@register.filter
def wait(value: timedelta) -> str:
    """« 15 minutes », rounded up: nobody is told to come back too early."""
    return count(max(1, -(-int(value.total_seconds()) // 60)), "minute")


@register.filter
def number(value: int) -> str:
    """« 1 250 », with the narrow space that does not break."""
    return f"{value:,}".replace(",", NARROW_NBSP)


register.filter(euros)


@register.filter
def phone(value: str) -> str:
    """« 06 12 34 56 78 », which does not break; a foreign number keeps its country code."""
    try:
        number = phonenumbers.parse(value, "FR")
    except phonenumbers.NumberParseException:
        return value
    is_french = number.country_code == FRANCE
    style = PhoneNumberFormat.NATIONAL if is_french else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style).replace(" ", NBSP)


@register.filter
def unbroken(text: str, code: str = "") -> SafeString:
    """A code that stays on one line, whole or within a text: a phone would cut « EM-26-A2QRN-H »."""
    escaped, whole = conditional_escape(text), conditional_escape(code or text)
    kept = format_html('<span class="emile-unbroken">{}</span>', whole)
    return SafeString(escaped.replace(whole, kept))


@register.filter
def full_stop(text: str) -> str:
    """What people wrote, as the end of a sentence: it may have its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


@register.filter
def count(value: int, noun: str) -> str:
    """« 1 dossier », « 12 dossiers »; a plural that does not end in s follows a comma.

    In French zero is singular.
    """
    singular, _, plural = noun.partition(",")
    return f"{number(value)} {singular if abs(value) < 2 else plural or singular + 's'}"


@register.filter
def prose(text: str) -> list[Block]:
    """The paragraphs and the lists of a plain text, for the template to escape."""
    return blocks_of(text)


# Forms and tables


@register.filter
def focus_id(field: BoundField) -> str:
    """Where the keyboard goes to correct a field: its widget, or the first of its choices."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def error_title(form: BaseForm) -> str:
    total = sum(len(errors) for errors in form.errors.values())
    return f"{count(total, 'réponse')} à corriger"


@register.filter
def is_mostly_optional(form: BaseForm) -> bool:
    """A form that says it once at its head, instead of beside nearly each of its questions."""
    asked = _open_questions(form)
    optional = sum(not field.required for field in asked)
    return len(asked) >= QUESTIONS_AT_A_GLANCE and 2 * optional > len(asked)


@register.filter
def required_labels(form: BaseForm) -> list[str]:
    return [str(field.label) for field in _open_questions(form) if field.required]


def _open_questions(form: BaseForm) -> list[Field]:
    """What may be left without an answer: neither a box, nor a choice that is already made."""
    return [
        field
        for name, field in form.fields.items()
        if not (
            field.widget.is_hidden
            or isinstance(field, BooleanField)
            or (isinstance(field, ChoiceField) and field.required and form[name].initial)
        )
    ]


@register.filter
def pairs(columns: Sequence[str], cells: Sequence[Any]) -> list[tuple[str, Any]]:
    return list(zip(columns, cells, strict=True))


# Components that have a rule


def checked_tone(tone: str) -> str:
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"{tone!r} is not a tone: {', '.join(TONES)}.")
    return tone


@register.simple_tag
def badge(label: str, *, tone: str = "", icon: bool = False) -> SafeString:
    """A state in two or three words. The words say it all: the colour only repeats them."""
    classes = ["fr-badge", "fr-badge--sm"]
    if checked_tone(tone):
        classes += [f"fr-badge--{tone}"] if icon else [f"fr-badge--{tone}", "fr-badge--no-icon"]
    return format_html('<span class="{}">{}</span>', " ".join(classes), label)


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(*steps: str) -> dict[str, Any]:
    """Label and address of each page above, then the label of this one."""
    if len(steps) % 2 == 0:
        raise template.TemplateSyntaxError("breadcrumb: label, address, …, label of this page.")
    links = list(zip(steps[:-1:2], steps[1::2], strict=True))
    return {"links": links, "current": steps[-1]}


@register.simple_block_tag
def details(content: str, *, summary: str) -> SafeString:
    """What most people need not read; opens without JavaScript."""
    return format_html(
        '<details class="emile-details"><summary>{}</summary><div>{}</div></details>',
        summary,
        content,
    )
