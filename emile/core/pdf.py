"""A page as a PDF that a screen reader can read: tagged, titled, with its language.

Slow to import: whoever makes a document imports it when one is asked for.
"""

from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML  # noqa: TID253
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: TID253


# What documents and style sheets write before the path of a static file.
STATIC = "static:"
STYLE = f"{STATIC}emile/css/pdf.css"
UNIVERSAL = "pdf/ua-1"


class StaticOnly(URLFetcher):
    """Nothing is ever asked of the network, nor of the disk besides our static files."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        found = finders.find(url.removeprefix(STATIC)) if url.startswith(STATIC) else None
        if found is None:
            raise ValueError(f"{url} is not a static file.")
        kind, _ = guess_type(found)
        return URLFetcherResponse(
            url, Path(found).read_bytes(), {"Content-Type": kind or "application/octet-stream"}
        )


def render_pdf(template: str, context: dict[str, Any]) -> bytes:
    fetcher = StaticOnly()
    page = HTML(string=render_to_string(template, context), url_fetcher=fetcher)
    style = CSS(url=STYLE, url_fetcher=fetcher)
    document: bytes = page.write_pdf(stylesheets=[style], pdf_variant=UNIVERSAL)
    return document
