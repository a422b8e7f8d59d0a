"""Build the reference files from the published packages, pinned by hash.

To be run by hand when a new vintage is out; the result is committed. Nothing else downloads.
"""

import base64
import hashlib
import subprocess
import venv
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from territories.reference.files import DATA, FOLDER


DECOUPAGE = "@etalab/decoupage-administratif@6.0.0"
DECOUPAGE_SHA512 = (
    "XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ=="
)


class Command(BaseCommand):
    help = "Construit les fichiers de référence (réseau nécessaire)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", type=Path, default=DATA, help="Dossier à remplir.")

    def handle(self, **options: Any) -> None:
        output: Path = options["output"]
        with TemporaryDirectory() as folder:
            workshop = Path(folder)
            python = self.install_packages(workshop)
            decoupage = self.fetch_decoupage(workshop)
            output.mkdir(parents=True, exist_ok=True)
            script = FOLDER / "extract.py"
            # Isolated: beside the script lie modules named like those of the standard library.
            subprocess.run([python, "-I", script, decoupage, output.resolve()], check=True)
        for file in sorted(output.iterdir()):
            self.stdout.write(f"{file.name}  {file.stat().st_size / 1000:.0f} ko")

    def install_packages(self, workshop: Path) -> Path:
        """An environment without the packages' dependencies: only their data is read."""
        environment = workshop / "venv"
        venv.create(environment, with_pip=True)
        python = environment / "bin" / "python"
        lock = settings.BASE_DIR / "requirements-reference.lock"
        options = ["--require-hashes", "--no-deps", "--only-binary=:all:"]
        # One of them asks for a newer Python, which matters to its code alone.
        options += ["--ignore-requires-python", "--quiet", "--disable-pip-version-check"]
        subprocess.run([python, "-m", "pip", "install", *options, "-r", lock], check=True)
        return python

    def fetch_decoupage(self, workshop: Path) -> Path:
        """Raises CommandError when the archive is not the one that was read and pinned."""
        subprocess.run(
            ["npm", "pack", "--silent", "--pack-destination", workshop, DECOUPAGE],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        archive = next(workshop.glob("*.tgz"))
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != DECOUPAGE_SHA512:
            raise CommandError(f"{DECOUPAGE}: unexpected content, sha512 {digest}")
        return archive
