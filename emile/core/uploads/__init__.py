"""Files that people send: what they are, what is kept of them, who looks for viruses."""

from emile.core.uploads.formats import (
    MOST_BYTES,
    FileFormat,
    Inspected,
    SentFile,
    UnsafeFile,
    check_size,
    inspect,
)
from emile.core.uploads.scanners import (
    Scanner,
    ScannerDown,
    ScannerKind,
    scanner_from_settings,
)


__all__ = [
    "MOST_BYTES",
    "FileFormat",
    "Inspected",
    "Scanner",
    "ScannerDown",
    "ScannerKind",
    "SentFile",
    "UnsafeFile",
    "check_size",
    "inspect",
    "scanner_from_settings",
]
