"""Names: what the base calls things, and which of them a text mentions."""
