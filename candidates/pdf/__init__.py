"""What files and territories are on paper."""
