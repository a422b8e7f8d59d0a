"""Where things are kept: ``.emile/``, or the temporary area for a server that can't reach it."""

import hashlib
import os
import pwd
import subprocess
import tempfile
from pathlib import Path
from typing import TypedDict

from emile.bootstrap import ROOT
from emile.launcher.console import Refusal, say


STATE = ROOT / ".emile"
LOGS = STATE / "log"
RUN = STATE / "run"


class Identity(TypedDict, total=False):
    """The arguments of ``subprocess`` that say who a process runs as; none for the present user."""

    user: int
    group: int
    extra_groups: list[int]


def server_identity() -> Identity:
    """PostgreSQL refuses to run as root: it then runs as ``nobody``."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def can_reach(path: Path, identity: Identity) -> bool:
    """Ask the system itself, as that user: modes, access lists and mounts all count."""
    command = ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)]
    return subprocess.run(command, cwd="/", check=False, **identity).returncode == 0


def server_state(identity: Identity) -> Path:
    """The folder under which the server keeps its files."""
    if can_reach(make_shared(STATE), identity):
        return STATE
    folder = make_shared(temporary_state(ROOT))
    say(f"PostgreSQL n’atteint pas ce projet\u00a0: ses fichiers sont dans {folder}.")
    return folder


def temporary_state(project: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(project)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"emile-{digest}"


def make_shared(folder: Path) -> Path:
    """A folder that others may cross and only its maker may write in."""
    folder.mkdir(parents=True, exist_ok=True)
    status = folder.lstat()
    if folder.is_symlink() or status.st_uid != os.geteuid():
        raise Refusal(f"{folder} appartient à quelqu’un d’autre\u00a0: supprimez-le.")
    folder.chmod(0o755)
    return folder


def make_private(folder: Path, identity: Identity | None = None) -> Path:
    """A folder for one user: the server's, or the present one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    return folder


def write_secret(path: Path, text: str) -> None:
    """Replace ``path`` at once, readable by its owner only: a killed write leaves the old file."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    draft.rename(path)
