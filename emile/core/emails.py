"""The text of messages: a subject and a body, each in its own template."""

from typing import Any

from django.template.loader import render_to_string


def render(name: str, context: dict[str, Any]) -> tuple[str, str]:
    """Subject (on one line) and body of ``templates/emails/<name>_{subject,body}.txt``."""
    subject = " ".join(
        render_to_string(f"emails/{name}_subject.txt", context, using="text").split()
    )
    return subject, render_to_string(
        f"emails/{name}_body.txt", context, using="text"
    ).strip() + "\n"
