"""The text of messages: a subject and a body, each in its own template."""

from typing import Any

from django.template.loader import render_to_string


def render(name: str, context: dict[str, Any]) -> tuple[str, str]:
    """Subject (on one line) and body of ``templates/emails/<name>_{subject,body}.txt``."""
    subject, body = (
        render_to_string(f"emails/{name}_{part}.txt", context, using="text").strip()
        for part in ("subject", "body")
    )
    # Line breaks only: the non-breaking spaces of French stay.
    return " ".join(line.strip() for line in subject.splitlines()), f"{body}\n"
