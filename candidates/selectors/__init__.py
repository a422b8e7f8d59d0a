from candidates.selectors.household import moving_adults


__all__ = ["moving_adults"]
