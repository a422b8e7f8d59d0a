from candidates.reference.household import new_reference, normalise, references_in


__all__ = ["new_reference", "normalise", "references_in"]
