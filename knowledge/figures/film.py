"""The card of a film: title, year, makers, cast and what it won."""

from __future__ import annotations

from knowledge.answer import Entity
from knowledge.answers.wording import Wording
from knowledge.factbase.records import Film, Link
from knowledge.figures.card import Card, Doubts, Row, elsewhere

GENRES, DIRECTORS, CAST, EVENTS = 2, 4, 4, 3


def film_card(word: Wording, film: Film) -> Card:
    doubts = Doubts(word, film)
    language = word.language
    won = [h for h in film.honours if h.result == "won"]
    rows = [
        Row(
            word.say("picture-director", count=len(film.directors)),
            doubts.mark(word.people(film.directors[:DIRECTORS]), "directors"),
        ),
        Row(word.say("picture-cast"), _cast(word, film) if doubts.sure("cast.person") else ""),
        Row(word.say("picture-awards"), _events(word, film)),
    ]
    genres = [term.id for term in film.genres] if doubts.sure("genres") else []
    return Card(
        kind="film",
        title=doubts.mark(film.title.get(language), f"title.{language}"),
        tone=genres[0] if genres else (film.type or "") if doubts.sure("type") else "",
        kicker=" · ".join(_what(word, film, doubts)),
        also=elsewhere(film.title, "title", language, (*film.unsourced, *film.coined)),
        centre=doubts.mark(str(film.year or ""), "year"),
        under=doubts.mark(
            word.say("awards-count", count=len(won)) if won else "",
            "honours.event",
            "honours.award",
        ),
        rows=tuple(row for row in rows if row.value),
        notes=doubts.notes,
        poster=next((link.url for link in film.links if _poster(link)), ""),
    )


def _what(word: Wording, film: Film, doubts: Doubts) -> list[str]:
    """Type, genres and length; "animation, animation" is said once."""
    said = [word.type(film)] if film.type and doubts.sure("type") else []
    if doubts.sure("genres"):
        for term in film.genres[:GENRES]:
            genre = term.get(word.language)
            if not any(genre.casefold() in one.casefold() for one in said):
                said.append(genre)
    if film.runtime_min and doubts.sure("runtime_min"):
        said.append(word.say("picture-minutes", minutes=film.runtime_min))
    return said


def _poster(link: Link) -> bool:
    """Telegram fetches it, and nothing that is not encrypted."""
    return link.kind == "poster" and link.url.startswith("https://")


def _cast(word: Wording, film: Film) -> str:
    people = list(dict.fromkeys(part.person for part in film.cast))
    return ", ".join(word.person(id_) for id_ in people[:CAST])


def _events(word: Wording, film: Film) -> str:
    """Where it won and when, the best known events first, each once."""
    won: dict[str, str] = {}
    for honour in film.honours:
        if honour.result == "won" and not won.get(honour.event):
            known = honour.year and "year" not in honour.unsourced
            won[honour.event] = f" ({honour.year})" if known else ""
    best = sorted(won, key=lambda event: (-word.base.fame(Entity("organisation", event)), event))
    said = [word.organisation(event) + won[event] for event in best]
    rest = len(said) - EVENTS
    more = [word.say("picture-more", count=rest)] if rest > 0 else []
    return ", ".join(said[:EVENTS] + more)
