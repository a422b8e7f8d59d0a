"""Writes of the reference data and of the programme."""

from territories.services.programme import load_programme
from territories.services.reference import ReferenceCorrupted, load_reference


__all__ = ["ReferenceCorrupted", "load_programme", "load_reference"]
