"""A real server and a real browser. What the browser complains about fails the test."""

import os
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

from emile.launcher import processes
from emile.launcher.ports import LOOPBACK, any_free
from emile.launcher.system import chromium, is_robot
from tests.harness.database import PREFIX, committing_to, named
from tests.harness.environment import WORKER


DATABASE = f"{PREFIX}_{WORKER}_server"
START_SECONDS = 30
PHONE = {"width": 320, "height": 800}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
REPORT_VIOLATIONS = """
    document.addEventListener("securitypolicyviolation", event => window.reportViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`
    ));
"""


@dataclass
class Server:
    url: str
    log: Path


@pytest.fixture(scope="session")
def server_process() -> Iterator[Server]:
    """One web server per worker, as in production; its database comes and goes with each test."""
    port = any_free()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"]
    command += ["--host", LOOPBACK, "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "4", "emile.wsgi:application"]
    database_url = named(os.environ["DATABASE_URL"], DATABASE)
    url = f"http://{LOOPBACK}:{port}"
    environment = {**os.environ, "DATABASE_URL": database_url, "SITE_URL": url}
    child = processes.spawn(f"test-web-{WORKER}", command, env=environment)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not listens(url):
            if child.has_died or time.monotonic() > deadline:
                pytest.fail(f"The web server did not start:\n{child.last_lines()}")
            time.sleep(0.1)
        with processes.remembered(child):
            yield Server(url, child.log)
    finally:
        processes.stop([child])


def listens(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/robots.txt", timeout=5):  # noqa: S310
            return True
    except HTTPError:
        return True
    except (URLError, OSError):
        return False


@pytest.fixture
def server_source(template_database: str) -> str:
    """The database that the server finds a copy of; a module may name another one."""
    return template_database


@pytest.fixture
def server(
    request: pytest.FixtureRequest,
    server_process: Server,
    server_source: str,
    django_db_blocker: Any,
) -> Iterator[Server]:
    """The web server on a fresh database, to which this test's own connection commits."""
    with committing_to(DATABASE, request, django_db_blocker, server_source):
        yield server_process


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    if executable is None:
        message = "Chromium is missing: `python3 manage.py test` says how to install it."
        pytest.fail(message) if is_robot() else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Complaints:
    """What a page must never do: break the security policy, fail, leave this machine."""

    server: Server
    found: list[str] = field(default_factory=list)

    def listen_to(self, context: BrowserContext) -> None:
        context.expose_function("reportViolation", self._on_violation)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("response", self._on_response)
        context.on("request", lambda request: self._on_address(request.url))
        context.on("weberror", lambda error: self.found.append(f"script error: {error.error}"))
        context.on("console", lambda message: self._on_console(message.type, message.text))

    def _on_violation(self, description: str) -> None:
        self.found.append(f"refused by the security policy: {description}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            log = self.server.log.read_text(encoding="utf-8", errors="replace")[-3000:]
            self.found.append(f"{response.status} {response.url}\n{log}")

    def _on_address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https"} and parts.hostname != LOOPBACK:
            self.found.append(f"request to another machine: {url}")

    def _on_console(self, kind: str, text: str) -> None:
        if kind == "error" and "Content Security Policy" in text:
            self.found.append(text)


def pages(browser: Browser, server: Server, **options: Any) -> Iterator[Page]:
    complaints = Complaints(server)
    with browser.new_context(
        base_url=server.url, locale="fr-FR", timezone_id="Europe/Paris", **options
    ) as context:
        context.set_default_timeout(15_000)
        complaints.listen_to(context)
        yield context.new_page()
    if complaints.found:
        pytest.fail("\n".join(complaints.found))


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    yield from pages(browser, server)


@pytest.fixture
def page_without_javascript(browser: Browser, server: Server) -> Iterator[Page]:
    yield from pages(browser, server, java_script_enabled=False)


@pytest.fixture
def sign_in(server: Server) -> Callable[..., None]:
    """Give a page the session of a user, without typing a password."""

    def sign_in(page: Page, user: Any) -> None:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server.url}]
        )

    return sign_in


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Assert that axe (WCAG 2.2 AA and RGAA rules) finds nothing on the page as it stands."""

    def check(page: Page) -> None:
        if not page.evaluate("'axe' in window"):
            # Sent once: the next pages of the context find it there.
            page.context.add_init_script(path=AXE)
            page.evaluate(AXE.read_text(encoding="utf-8"))
        results = page.evaluate(
            "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
            AXE_TAGS,
        )
        found = [
            f"{violation['id']}: {violation['help']} {[node['target'] for node in violation['nodes']]}"
            for violation in results["violations"]
        ]
        assert found == []

    return check


@pytest.fixture
def fits_a_phone() -> Callable[[Page], None]:
    """Assert that nothing scrolls sideways at 320 pixels, on the page as it stands."""

    def check(page: Page) -> None:
        before = page.viewport_size
        page.set_viewport_size(PHONE)
        try:
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= PHONE["width"], f"{page.url} is {width} pixels wide on a phone"
        finally:
            if before:
                page.set_viewport_size(before)

    return check
