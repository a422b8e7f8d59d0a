"""Read the reference files that ``build_reference`` wrote."""

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


FOLDER = Path(__file__).parent
DATA = FOLDER / "data"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One file, and where its facts come from. ``sha256`` is that of the content, inflated."""

    name: str
    file: str
    vintage: str
    source: str
    licence: str
    sha256: str
    rows: int

    def content(self) -> bytes:
        return gzip.decompress((DATA / self.file).read_bytes())

    def header(self) -> list[str]:
        """The columns of a CSV dataset."""
        return self.content().split(b"\n", 1)[0].decode().split(",")

    def actual_sha256(self) -> str:
        return hashlib.sha256(self.content()).hexdigest()


@cache
def manifest() -> dict[str, Dataset]:
    """The datasets by name."""
    entries = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))
    return {entry["name"]: Dataset(**entry) for entry in entries}


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of a CSV dataset."""
    return csv.DictReader(io.StringIO(manifest()[name].content().decode()))


@cache
def departement_outlines() -> dict[str, Any]:
    """Simplified outlines as a GeoJSON collection; each feature has the ``code`` property."""
    return json.loads(manifest()["outlines"].content())
