"""What stands in one record alone, an award or a place, and has no id in a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.factbase.records import Film, Term


def spelled(text: str) -> str:
    """The id of an award or a place that has no vocabulary entry, from its English name."""
    return f"text:{text}"


def places(films: Iterable[Film]) -> Iterator[tuple[str, Term]]:
    """Such places where films were shot, with their ids: of "Riga, Latvia" both.

    Where a language tells other parts than English does, it has the English name.
    """
    for film in films:
        for place in film.filming_locations:
            if not place.id:
                english = _parts(place.en)
                for at, name in enumerate(english):
                    kk, ru, en = (
                        parts[at] if len(parts := _parts(text)) == len(english) else name
                        for text in (place.kk, place.ru, place.en)
                    )
                    yield spelled(name), Term(kk, ru, en)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]
