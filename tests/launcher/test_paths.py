import os
import stat
from pathlib import Path

import pytest

from emile.launcher import paths
from emile.launcher.console import Refusal


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_each_project_has_its_temporary_folder_whatever_its_name():
    accented = paths.temporary_state(Path("/srv/projet été"))

    assert accented == paths.temporary_state(Path("/srv/projet été"))
    assert accented != paths.temporary_state(Path("/srv/projet ete"))
    assert accented.name.isascii()


def test_a_shared_folder_is_crossed_by_all_and_written_by_one(tmp_path):
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)

    assert mode(paths.make_shared(folder)) == 0o755


def test_a_folder_that_only_points_elsewhere_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    trap = tmp_path / "state"
    trap.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(Refusal):
        paths.make_shared(trap)


def test_a_secret_is_read_by_its_owner_only(tmp_path):
    secret = tmp_path / "passwords.json"

    paths.write_secret(secret, "first")
    paths.write_secret(secret, "second")

    assert secret.read_text(encoding="utf-8") == "second"
    assert mode(secret) == 0o600
    assert list(tmp_path.iterdir()) == [secret]


def test_the_server_never_runs_as_root():
    identity = paths.server_identity()

    assert identity.get("user", os.geteuid()) != 0


def test_what_the_server_can_reach_is_asked_as_the_server(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    identity = paths.server_identity()
    is_someone_else = bool(identity)

    assert paths.can_reach(Path("/"), identity)
    assert paths.can_reach(closed, identity) is not is_someone_else
