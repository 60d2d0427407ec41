"""What stops a command and an operator can mend."""

from __future__ import annotations


class Failure(Exception):
    """Something the operator should know, in one line."""
