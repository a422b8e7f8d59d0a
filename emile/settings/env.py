"""Read the environment, once, and say everything that is missing in one error."""

import os
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


missing: list[str] = []


def text(name: str, default: str | None = None) -> str:
    """The variable, or its default; without default its absence is reported by ``check``."""
    value = os.environ.get(name, default)
    if value is None:
        missing.append(name)
        return ""
    return value


def flag(name: str, *, default: bool) -> bool:
    return text(name, "1" if default else "0").lower() in {"1", "true", "yes", "oui"}


def secret(name: str, default: str | None = None) -> str:
    """A value that usually has no default; ``NAME_FILE`` names a file that holds it."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return text(name, default)


def amount(name: str, default: str) -> Decimal:
    """Euros, with a point or a comma."""
    try:
        return Decimal(text(name, default).replace(",", "."))
    except InvalidOperation:
        raise ImproperlyConfigured(f"{name} is an amount in euros, for instance 0.06.") from None


def listing(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in text(name, default).split(",") if item.strip()]


def database(url: str, *, statement_timeout_ms: int, lock_timeout_ms: int) -> dict[str, object]:
    """Django's settings for ``postgresql://user:password@host:port/name?option=value``.

    PostgreSQL gives up on a statement, or on waiting for a lock, after these delays.
    ``pool=8`` keeps up to eight connections open; only for a process that never forks.
    """
    parts = urlsplit(url)
    options: dict[str, object] = {
        "options": f"-c statement_timeout={statement_timeout_ms} -c lock_timeout={lock_timeout_ms}",
        **dict(parse_qsl(parts.query)),
    }
    if "pool" in options:
        options["pool"] = {"min_size": 1, "max_size": int(str(options["pool"])), "timeout": 5}
    return {
        "ENGINE": "emile.core.db",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "ATOMIC_REQUESTS": True,
        "OPTIONS": options,
    }


def email(url: str) -> dict[str, object]:
    """Django's ``EMAIL_*`` settings for ``smtp[s|+tls]://user:password@host:port``."""
    parts = urlsplit(url)
    return {
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT_SECONDS": 10,
    }


def private_files(url: str, folder: str) -> dict[str, object]:
    """Django's storage for ``s3://key:secret@host/bucket?region=name``; a folder when there is none."""
    if not url:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": folder,
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        }
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return {
        "BACKEND": "emile.core.storage.PrivateBucket",
        "OPTIONS": {
            "endpoint_url": f"https://{parts.hostname}{port}",
            "bucket_name": parts.path.strip("/"),
            "region_name": dict(parse_qsl(parts.query)).get("region"),
            "access_key": unquote(parts.username or ""),
            "secret_key": unquote(parts.password or ""),
        },
    }


def check() -> None:
    """Raise ImproperlyConfigured with the list of every variable that is missing."""
    if missing:
        raise ImproperlyConfigured("Missing environment variables: " + ", ".join(sorted(missing)))
