"""The card of a festival, prize or studio: the Kazakh films honoured or made there."""

from __future__ import annotations

from knowledge.answer import Entity
from knowledge.answers.wording import Wording
from knowledge.factbase.base import Won
from knowledge.factbase.records import Film, Organisation
from knowledge.figures.card import Card, Doubts, Row, dated, elsewhere

HONOURS, FILMS = 3, 5


def organisation_card(word: Wording, organisation: Organisation) -> Card:
    doubts = Doubts(word, organisation)
    language = word.language
    honours = word.base.honours_at(organisation.id)
    won = [each for each in honours if each.honour.result == "won"]
    shown = list(dict.fromkeys(each.film.id for each in honours))
    made = [film for film in word.base.films.values() if organisation.id in film.studios]
    rows = [
        Row(word.say("picture-founded"), doubts.mark(organisation.founded[:4], "founded")),
        Row(word.say("picture-kazakh-films"), word.number(len(shown)) if shown else ""),
        Row(
            word.say("picture-last-honours" if won else "picture-last-entries"),
            _last(word, won or honours),
        ),
        Row(word.say("picture-made-here"), _made(word, made)),
    ]
    number = len(won) or (len(made) if not honours else 0)
    key = "picture-awards-of" if won else "picture-films-of"
    return Card(
        kind="organisation",
        title=doubts.mark(organisation.name.get(language), f"name.{language}"),
        kicker=" · ".join(_what(word, organisation, doubts)),
        also=elsewhere(
            organisation.name, "name", language, (*organisation.unsourced, *organisation.coined)
        ),
        centre=word.number(number) if number else "",
        under=word.say(key, count=number) if number else "",
        counted=word.say(f"{key}-counted", count=number) if number else "",
        rows=tuple(row for row in rows if row.value),
        notes=doubts.notes,
    )


def _what(word: Wording, organisation: Organisation, doubts: Doubts) -> list[str]:
    kinds = word.base.vocabulary["kinds"]
    kind = kinds.get(organisation.kind)
    said = [kind.get(word.language)] if kind else []
    if organisation.place and doubts.sure("place"):
        said.append(word.place(organisation))
    if organisation.country and doubts.sure("country"):
        said.append(word.country(organisation.country))
    return list(dict.fromkeys(said))


def _last(word: Wording, honours: list[Won]) -> str:
    """The newest honours of films, each film once; years that no source gives are left out."""
    sure = [won for won in honours if won.honour.year and "year" not in won.honour.unsourced]
    newest: dict[str, Won] = {}
    for won in sorted(sure, key=lambda won: (-(won.honour.year or 0), won.film.id)):
        newest.setdefault(won.film.id, won)
    last = list(newest.values())[:HONOURS]
    return ", ".join(f"{word.title(won.film)} ({won.honour.year})" for won in last)


def _made(word: Wording, films: list[Film]) -> str:
    best = sorted(films, key=lambda film: (-word.base.fame(Entity("film", film.id)), film.id))
    shown = sorted(best[:FILMS], key=lambda film: (film.year or 9999, film.id))
    return ", ".join(dated(word, film) for film in shown)
