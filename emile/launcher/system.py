"""What no wheel brings: Pango for the PDF, Chromium for the browser tests."""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from emile.launcher.console import Refusal, say


@dataclass(frozen=True, slots=True)
class Need:
    name: str
    purpose: str
    packages: tuple[str, ...]
    is_met: Callable[[], bool]


def has_libraries(*names: str) -> bool:
    try:
        for name in names:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


PANGO = Need(
    name="Pango",
    purpose="les documents PDF",
    packages=("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    is_met=lambda: has_libraries("libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
)
CHROMIUM = Need(
    name="Chromium",
    purpose="les tests dans un navigateur",
    packages=("chromium",),
    is_met=lambda: chromium() is not None,
)


def meet(needs: Sequence[Need]) -> None:
    """Install what is missing when this user may; otherwise say how, and stop a robot."""
    missing = [need for need in needs if not need.is_met()]
    if missing and (prefix := may_install()) is not None:
        packages = [package for need in missing for package in need.packages]
        say(f"Installation par apt-get\u00a0: {', '.join(packages)}")
        install(prefix, packages)
        missing = [need for need in missing if not need.is_met()]
    if missing and is_robot():
        raise Refusal(explanation(missing))
    if missing:
        say(explanation(missing))


def explanation(missing: Sequence[Need]) -> str:
    what = ", ".join(f"{need.name} (pour {need.purpose})" for need in missing)
    packages = " ".join(package for need in missing for package in need.packages)
    return f"Il manque\u00a0: {what}. Pour l’installer\u00a0:\n    sudo apt-get install {packages}"


def is_robot() -> bool:
    """Where nothing may be skipped."""
    return os.environ.get("CI", "") not in {"", "0", "false"}


def may_install() -> list[str] | None:
    """The prefix of an ``apt-get`` that asks nothing, None if there is no such thing."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quietly(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def install(prefix: list[str], packages: Sequence[str]) -> None:
    install_them = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"]
    install_them += ["--yes", "--no-install-recommends", *packages]
    # Package lists may be missing or old; refreshing them is slow, hence second.
    if not quietly(install_them):
        quietly([*prefix, "apt-get", "update"])
        quietly(install_them)


def quietly(command: Sequence[str]) -> bool:
    outcome = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return outcome.returncode == 0
