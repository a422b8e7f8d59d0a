"""The screenshots of the README, taken again from a running demonstration."""

import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from operators.demo import DEMO_ACCOUNTS, PASSWORD
from operators.enums import OrganisationKind


FOLDER = settings.BASE_DIR / "docs" / "captures"
MOST_BYTES = 120_000
PALETTES = (256, 128, 64, 32)
DESKTOP, PHONE = (1200, 900), (375, 812)
RIBBON = "Données fictives"


@dataclass(frozen=True, slots=True)
class Capture:
    """One image: who looks, from which page, at whose file if any, by which link from there."""

    name: str
    path: str
    kind: OrganisationKind | None = None
    household: str = ""
    link: str = ""
    size: tuple[int, int] = DESKTOP


K = OrganisationKind
CAPTURES = (
    Capture("accueil", "/"),
    Capture("eligibilite", "/test-eligibilite/"),
    Capture("a-faire", "/a-faire/", K.COORDINATOR),
    Capture("diagnostic", "/menages/", K.UPSTREAM, "Grace Mbemba", "Diagnostic et plan d’action"),
    Capture("dossier", "/menages/", K.HOST, "Jean-Éric Dupond"),
    Capture("tour-de-table", "/menages/", K.HOST, "Jean-Éric Dupond", "Tour de table"),
    Capture("activite", "/activite/", K.STATE),
    Capture("telephone", "/a-faire/", K.HOST, size=PHONE),
)


class Command(BaseCommand):
    help = "Refaire docs/captures/ depuis une démonstration qui tourne."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="adresse à capturer")
        parser.add_argument("--chromium", default=shutil.which("chromium"), help="le navigateur")
        parser.add_argument("names", nargs="*", help="lesquelles ; toutes par défaut")

    def handle(self, *, url: str, chromium: str | None, names: list[str], **options: Any) -> None:
        if chromium is None:
            raise CommandError("Chromium est introuvable\u00a0: donnez son chemin par --chromium.")
        FOLDER.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--hide-scrollbars"]
            )
            for capture in CAPTURES:
                if not names or capture.name in names:
                    path = FOLDER / f"{capture.name}.png"
                    weight = save_light(take(browser, url.rstrip("/"), capture), path)
                    self.stderr.write(f"{path.name}\u00a0: {weight / 1000:.0f} ko")


def take(browser: Browser, url: str, capture: Capture) -> bytes:
    """Raises CommandError when the page is not that of a demonstration."""
    width, height = capture.size
    with browser.new_context(
        base_url=url, locale="fr-FR", viewport={"width": width, "height": height}
    ) as context:
        page = context.new_page()
        if capture.kind:
            sign_in(page, capture.kind)
        page.goto(capture.path)
        if capture.household:
            row = page.get_by_role("row").filter(has_text=capture.household)
            row.get_by_role("link").first.click()
        if capture.link:
            page.get_by_role("main").get_by_role("link", name=capture.link).first.click()
        page.wait_for_load_state("networkidle")
        if not page.get_by_text(RIBBON).first.is_visible():
            raise CommandError(f"{url} n’est pas une démonstration\u00a0: rien n’est capturé.")
        return page.screenshot(animations="disabled")


def sign_in(page: Page, kind: OrganisationKind) -> None:
    account = next(account for account in DEMO_ACCOUNTS if account.kind == kind)
    page.goto("/connexion/")
    page.get_by_label("Adresse électronique").fill(account.email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()


def save_light(screenshot: bytes, path: Path) -> int:
    """Write the image with the most colours that keep it under MOST_BYTES; its weight."""
    image = Image.open(BytesIO(screenshot)).convert("RGB")
    for colours in PALETTES:
        image.quantize(colours).save(path, optimize=True)
        if (weight := path.stat().st_size) <= MOST_BYTES:
            return weight
    raise CommandError(f"{path.name} dépasse {MOST_BYTES // 1000} ko.")
