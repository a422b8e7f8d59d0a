"""What people type about places, occupations and offers."""

from territories.forms.typeahead import (
    LONGEST_TEXT,
    Choice,
    CommuneField,
    OccupationField,
    TypeaheadField,
    TypeaheadInput,
    Typed,
    commune_choice,
    occupation_choice,
)


__all__ = [
    "LONGEST_TEXT",
    "Choice",
    "CommuneField",
    "OccupationField",
    "TypeaheadField",
    "TypeaheadInput",
    "Typed",
    "commune_choice",
    "occupation_choice",
]
