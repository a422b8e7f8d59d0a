"""How long the pages take on a large database, on a real server."""
