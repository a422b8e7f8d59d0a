"""The weekly choice between households that want the same places: neither Django nor a database."""
