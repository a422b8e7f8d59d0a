from candidates.reference.household import check_character_is_wrong, new_reference, normalise


__all__ = ["check_character_is_wrong", "new_reference", "normalise"]
