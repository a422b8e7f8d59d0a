"""The server's description. No Docker daemon is needed: what is judged is what is written."""

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from emile.launcher.system import PANGO


ROOT = Path(__file__).resolve().parents[1]
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
ONE_SHOTS = {
    dependency
    for service in SERVICES.values()
    for dependency, wait in service.get("depends_on", {}).items()
    if wait["condition"] == "service_completed_successfully"
}

OPTIONAL_SECRETS = {"FRANCE_TRAVAIL_CLIENT_SECRET", "SMS_TOKEN"}

every_service = pytest.mark.parametrize("name", SERVICES)


def test_all_the_parts_are_there():
    assert set(SERVICES) == {
        "beat",
        "broker",
        "clamd",
        "db",
        "mail",
        "migrate",
        "roles",
        "web",
        "worker",
    }


@every_service
def test_a_service_is_neither_root_nor_able_to_write_its_own_files(name):
    service = SERVICES[name]

    assert service["user"].split(":")[0] not in {"", "0", "root"}
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]


@every_service
def test_a_service_that_stays_says_how_it_is(name):
    assert ("healthcheck" in SERVICES[name]) == (name not in ONE_SHOTS)


@every_service
def test_nobody_waits_for_a_health_that_is_never_told(name):
    for dependency, wait in SERVICES[name].get("depends_on", {}).items():
        if wait["condition"] == "service_healthy":
            assert "healthcheck" in SERVICES[dependency]


@every_service
def test_an_image_is_pinned_by_its_version(name):
    image, _, tag = SERVICES[name]["image"].partition(":")

    if image == "emile":
        assert tag == "${EMILE_VERSION:-0.1.0}"
    else:
        assert re.match(r"v?\d+\.\d+", tag), f"{image}:{tag}"


def test_the_platform_is_one_image():
    built = {service["image"] for service in SERVICES.values() if "build" in service}

    assert len(built) == 1


@every_service
def test_a_secret_is_asked_for_and_never_written(name):
    """``${NAME:?}``: Compose stops when it is missing, unless the platform does without."""
    for variable, value in SERVICES[name].get("environment", {}).items():
        if variable in OPTIONAL_SECRETS:
            assert value == f"${{{variable}:-}}"
        elif re.search(r"PASSWORD|SECRET|AUTH", variable):
            assert re.fullmatch(r"\$\{[A-Z_]+:\?\}", value), variable
        if "://" in value:
            assert re.fullmatch(r"[a-z]+://\w*:\$\{[A-Z_]+:\?\}@.+", value), variable


def test_every_variable_is_explained_to_who_runs_the_server():
    asked = set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))
    explained = (ROOT / "docs" / "exploitation.md").read_text(encoding="utf-8")

    assert {name for name in asked if f"`{name}`" not in explained} == set()


def test_nothing_is_published_beyond_the_loopback():
    published = [port for service in SERVICES.values() for port in service.get("ports", [])]

    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_database_and_broker_have_no_way_out():
    assert yaml.safe_load(COMPOSE)["networks"]["inside"] == {"internal": True}
    assert SERVICES["db"]["networks"] == SERVICES["broker"]["networks"] == ["inside"]


def test_only_the_migrations_know_the_owner_of_the_database():
    knowing = {name for name in SERVICES if "OWNER_PASSWORD" in str(SERVICES[name])}

    assert knowing == {"roles", "migrate"}


def test_the_image_holds_every_package_of_the_site_and_nothing_else():
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    allowed = {line.removeprefix("!") for line in lines if line.startswith("!")}
    ours = {
        app.split(".")[0] for app in settings.INSTALLED_APPS if (ROOT / app.split(".")[0]).is_dir()
    }

    assert "*" in lines
    assert allowed == ours | {"manage.py", "requirements.lock", "static", "templates"}
    assert not any(fnmatch(".env", pattern) for pattern in allowed)


def test_the_image_is_built_from_the_locked_dependencies_by_a_pinned_python():
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)

    assert all(re.fullmatch(r"python:3\.11\.\d+-slim-\w+", base) for base in bases)
    assert "--require-hashes" in DOCKERFILE
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", DOCKERFILE, re.MULTILINE)


def test_the_image_has_what_lays_out_the_pdf_documents():
    assert all(package in DOCKERFILE for package in PANGO.packages)
