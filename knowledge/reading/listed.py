"""Which film a title means that stands alone, as in the programme of a cinema.

The same look-up as for questions, but nobody can be asked back: what is not sure is for an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.reading.reading import Reader
from knowledge.spelling.spelling import fold

_SURE, _SURE_OLD = 0.9, 0.97
"""How well the words of a title must agree; better, where an old film is said to be on."""
_LIKE = 72.0
"""So like a title of ours is one that an editor is asked about."""
_MARKS = re.compile(
    r"\b\d{1,2}\s?\+|\b(?:[23]\s?-?[dд]|imax|atmos|dolby|laser|vip|4dx)\b", re.IGNORECASE
)
_YEAR = re.compile(r"[(\[]?\b((?:19|20)\d\d)\b[)\]]?\s*$")
_ASIDE = re.compile(r"[(\[][^)\]]{0,40}[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Listed:
    """The film that a title surely means, or those that it may mean; neither: none of ours."""

    film: str = ""
    candidates: tuple[str, ...] = ()


def listed_film(reader: Reader, title: str, day: date, year: int | None = None) -> Listed:
    """Find a title that is on somewhere on a day; ``year`` is that of the film, where given."""
    bare, own_year = _bare(title)
    year = year or own_year
    heard = reader.hear(bare)
    if not heard or not heard[0].tokens:
        return Listed()
    text, hits = heard[0].tokens, heard[0].hits
    found = [m for m in reader.names.find(text, hits) if m.kind in ("film", "decoy")]
    whole = [m for m in found if m.start == 0 and m.end == len(text)]
    films = _ids(m for m in whole if m.kind == "film" and m.quality >= _SURE)
    if year:
        of_year = [f for f in films if abs((reader.base.films[f].year or year) - year) <= 1]
        films = of_year if len(of_year) == 1 else films
        sure = of_year == films and len(films) == 1
    else:
        sure = len(films) == 1 and _plain(reader, films[0], whole, day)
    if sure and not any(m.kind == "decoy" for m in whole):
        return Listed(films[0])
    # "Retrospective: «Tulpan»" holds a title of ours, "Avatar: Fire and Ash" only a word of one.
    inside = [m for m in found if m.quality >= _SURE and (m.quoted or m.words > 2)]
    skeleton = " ".join(fold(bare))
    like = process.extract(skeleton, reader.titles.keys(), scorer=ratio, limit=3)
    near = [reader.titles[name] for name, score, _ in like if score >= _LIKE]
    return Listed(candidates=tuple(dict.fromkeys((*films, *_ids((*whole, *inside)), *near)))[:4])


def _plain(reader: Reader, id_: str, whole: list[Mention], day: date) -> bool:
    """Whether the title alone is enough: a new film, or an old one whose name is unmistakable."""
    film = reader.base.films[id_]
    if film.year and film.year >= day.year - 2:
        return True
    own = [m for m in whole if id_ in m.ids]
    return any(m.words > 1 and m.quality >= _SURE_OLD and not m.ordinary for m in own)


def _bare(title: str) -> tuple[str, int | None]:
    """The title without ratings, formats, asides and its year, and that year."""
    bare = _MARKS.sub(" ", title).strip()
    found = _YEAR.search(bare)
    if found and found.start() > 0:
        return _bare(bare[: found.start()])[0], int(found[1])
    aside = _ASIDE.search(bare)
    if aside and aside.start() > 0:
        return _bare(bare[: aside.start()])
    return bare.strip(" .,-–—"), None


def _ids(mentions: Iterable[Mention]) -> list[str]:
    return list(dict.fromkeys(i for m in mentions if m.kind == "film" for i in m.ids))


def listed_place(base: FactBase, name: str) -> str:
    """The id of the place that is called so; the name itself, where the base knows none."""
    wanted = _place(name)
    for term in base.vocabulary.get("places", {}).values():
        if wanted in {_place(known) for known in (term.kk, term.ru, term.en, *term.also)}:
            return term.id
    return name.strip()


def _place(name: str) -> str:
    """Without "г." and the like: short words that say only that it is a city."""
    return " ".join(word for word in fold(name) if len(word) > 1)
