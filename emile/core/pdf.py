"""A page as a PDF that a screen reader can read: tagged, titled, with its language.

Slow to import: whoever makes a document imports it when one is asked for.
"""

import re
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from threading import Lock
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML  # noqa: TID253
from weasyprint.text.fonts import FontConfiguration  # noqa: TID253
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: TID253

from emile.core.pictures import PICTURE


# What documents and style sheets write before the path of a static file.
STATIC = "static:"
STYLE = f"{STATIC}emile/css/pdf.css"
# The flag and the motto of the State (``before`` and ``after``): the design system draws them within
# a style sheet for screens, which is not one to read whole.
DRAWN = "drawn:"
LOGO = "dsfr/dist/component/logo/logo.main.min.css"
DRAWING = re.compile(r"\.fr-logo:(before|after)\{background-image:url\(\"(data:[^\"]+)\"\)")
UNIVERSAL = "pdf/ua-1"
# The fonts of a process are not for two threads at once.
_press = Lock()


class StaticOnly(URLFetcher):
    """Nothing is ever asked of the network, nor of the disk besides our static files; a chart is its
    own address."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url.startswith(DRAWN):
            return super().fetch(_drawings()[url.removeprefix(DRAWN)], headers)
        if url.startswith(PICTURE):
            return super().fetch(url, headers)
        found = finders.find(url.removeprefix(STATIC)) if url.startswith(STATIC) else None
        if found is None:
            raise ValueError(f"{url} is not a static file.")
        kind, _ = guess_type(found)
        return URLFetcherResponse(
            url, Path(found).read_bytes(), {"Content-Type": kind or "application/octet-stream"}
        )


def render_pdf(template: str, context: dict[str, Any]) -> bytes:
    return print_pdf(render_to_string(template, context))


def print_pdf(html: str) -> bytes:
    page = HTML(string=html, url_fetcher=StaticOnly())
    with _press:
        style, fonts = _type()
        document = page.render(stylesheets=[style], font_config=fonts, pdf_variant=UNIVERSAL)
        # As templates lay it out, with line breaks: a reader says it aloud.
        document.metadata.title = " ".join(document.metadata.title.split())
        content: bytes = document.write_pdf(pdf_variant=UNIVERSAL)
    return content


@cache
def _type() -> tuple[CSS, FontConfiguration]:
    """Read once by process: the style sheet, and its fonts, which are only found if both are told
    of the same configuration."""
    fonts = FontConfiguration()
    return CSS(url=STYLE, url_fetcher=StaticOnly(), font_config=fonts), fonts


@cache
def _drawings() -> dict[str, str]:
    sheet = StaticOnly().fetch(f"{STATIC}{LOGO}").read().decode()
    return dict(DRAWING.findall(sheet))
