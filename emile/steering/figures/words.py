"""Figures as people read them."""

from emile.core.prose import NBSP
from emile.core.templatetags.emile import count, number


UNITS = {"number": "nombre", "percent": "%", "days": "jours", "mark": "note sur 5"}
NOTHING = "—"


def plain(value: float | None) -> str:
    """As a spreadsheet reads it; nothing where there was nothing to divide."""
    return "" if value is None else str(value).replace(".", ",")


def told(value: float | None, unit: str) -> str:
    """« 1 250 », « 54 % », « 14 jours », « 3,8 »; a dash where there was nothing to divide."""
    if value is None:
        return NOTHING
    match unit:
        case "percent":
            return f"{value}{NBSP}%"
        case "days":
            return count(int(value), "jour")
        case "mark":
            return plain(value)
        case _:
            return number(int(value))


def change(difference: float | None, unit: str) -> str:
    """« +3 », « −2 points »; empty where one of the two periods had nothing to divide."""
    if difference is None:
        return ""
    if not difference:
        return "comme avant"
    amount = abs(difference)
    sign = "+" if difference > 0 else "−"
    match unit:
        case "percent":
            return f"{sign}{NBSP}{count(int(amount), 'point')}"
        case "mark":
            return f"{sign}{NBSP}{plain(amount)}"
        case _:
            return f"{sign}{NBSP}{told(amount, unit)}"


def said(label: str, value: float | None, before: float | None, unit: str, than: str) -> str:
    """« Ménages installés : 3, 1 de plus qu’avant. » ``than`` is « que les 12 mois d’avant », for
    instance."""
    start = f"{label}{NBSP}: {told(value, unit)}"
    if value is None or before is None:
        return f"{start}."
    difference = round(value - before, 1)
    if not difference:
        return f"{start}, autant {than}."
    amount = abs(difference)
    words = count(int(amount), "point") if unit == "percent" else told(amount, unit)
    return f"{start}, {words} de {'plus' if difference > 0 else 'moins'} {than}."
