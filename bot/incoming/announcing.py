"""One premiere as an editor types it: ``TITLE DATE [CITY] [CINEMA]``."""

from __future__ import annotations

from bot.incoming.days import read_days
from bot.incoming.programme import Row

LONGEST_DATE = 5
"""Words, as in the Kazakh form that begins with the year."""
LONGEST_TITLE = 200
"""Letters."""


def read_announcement(text: str) -> Row:
    """The row of a programme that it is; ValueError without a title or a whole date.

    Behind the date stands the city, one word or up to a comma, and then the cinema.
    """
    words = text.split()
    for length in range(1, LONGEST_DATE + 1):
        for start in range(1, len(words) - length + 1):
            try:
                days = read_days(" ".join(words[start : start + length]))
            except ValueError:
                continue
            if len(days) != 1:
                continue
            title = " ".join(words[:start])
            if len(title) > LONGEST_TITLE:
                raise ValueError("no title is so long")
            city, cinema = _where(words[start + length :])
            return Row(1, title, days[0], city=city, cinema=cinema)
    raise ValueError("no title, or no date with day, month and year")


def _where(words: list[str]) -> tuple[str, str]:
    place = " ".join(words)
    city, _, cinema = place.partition("," if "," in place else " ")
    return city.strip(), cinema.strip()
