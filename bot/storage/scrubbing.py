"""What is taken out of a question before it is kept: whatever could tell who asked, or about whom.

Years stay, because "what won at Cannes in 2018" without its year is of no use to an editor. A year
beside other digits does not: it may be a piece of a telephone number or of a date of birth.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 300

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_ADDRESS = re.compile(
    r"(?:[a-z]+://|www\.)\S+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:kz|ru|com|org|net|info|me|io|қаз|рф)\b\S*"
)
_NAME = re.compile(r"@\w+")
_NUMBER = re.compile(r"[+(]*\d(?:[\d\s()./:,+–—-]*\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def scrub(text: str) -> str:
    """The question in small letters, without numbers, addresses, e-mails and @names."""
    # Lone halves of surrogate pairs cannot be stored.
    text = text.encode("utf-8", "ignore").decode("utf-8")
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _EMAIL.sub("<email>", text)
    text = _ADDRESS.sub("<address>", text)
    text = _NAME.sub("<name>", text).replace("@", " ")
    text = _NUMBER.sub(_without_number, text)
    return " ".join(text.split())[:LONGEST].strip()


def _without_number(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    nickname = before.isalnum() or before == "_"
    return match[0] if _YEAR.fullmatch(match[0]) and not nickname else "<number>"
