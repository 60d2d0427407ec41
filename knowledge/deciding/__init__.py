"""Which reading or written answer is meant, how surely, and what to do about it."""
