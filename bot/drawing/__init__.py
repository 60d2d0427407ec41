"""Pictures from plain values: pure functions, image bytes out. Imported when first needed."""

EDITION = 1
"""Raised when pictures of the same value come to look otherwise: those sent before are stale."""
