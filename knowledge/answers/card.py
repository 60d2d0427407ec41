"""A card: what there is to say of a record at a glance, short enough to stand under a picture.

It is what a bare title or name is answered in a chat; ``sections`` are what can be opened from it,
its sources among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from knowledge.answer import Answer, Entity, Option
from knowledge.answers import filmography, sections, showings
from knowledge.answers.context import Context
from knowledge.answers.honours import of_person
from knowledge.factbase.base import Won
from knowledge.factbase.records import LANGUAGES, Film, Honour, Organisation, Person, Text

LONGEST = 960
"""Letters of a card: a caption holds 1,024, and whoever shows it may have to add something."""
_ACTORS, _FILMS, _PRIZES = 4, 4, 2
_SENTENCE = re.compile(r"(?<=\w\w\w[.!?])\s+(?=[^\W\d_a-zа-яё])")

_STUMP = 120
"""Where fewer letters are left, a line is left out rather than cut."""

_TELLING = 50
"""Letters from which on a sentence says what a film is about."""

Paragraphs = Sequence[Sequence[str]]

KINDS = {"film": "film.card", "person": "person.who", "organisation": "org.what"}
"""The question that asks for the card of a record."""


def answer(ctx: Context, refs: sections.CardRefs, *, bare: bool = False) -> Answer:
    """The card of the record that the reading is about; ``bare`` without what can be opened."""
    entity = ctx.query.start[0]
    heading, paragraphs = _CARDS[entity.kind](ctx, entity.id)
    opened = [] if bare else sections.of(ctx, entity)
    options = tuple(
        Option(ctx.say(f"section-{label}"), refs.card(entity, name)) for name, label in opened
    )
    related = sections.related(ctx, entity)
    return Answer(
        "answer",
        ctx.word.language,
        heading,
        _fitting(paragraphs, LONGEST - len(heading)),
        options,
        entities=tuple(dict.fromkeys((entity, *related))),
        asked=ctx.reading.kind,
        ref=refs.card(entity),
        card=entity,
        confidence=ctx.reading.confidence,
    )


def _film(ctx: Context, id_: str) -> tuple[str, Paragraphs]:
    film, word = ctx.base.films[id_], ctx.word
    about = [word.type(film), *(term.get(word.language) for term in film.genres[:3])]
    facts = [", ".join(dict.fromkeys(filter(None, about)))]
    if film.runtime_min:
        facts.append(word.minutes(film.runtime_min))
    if doubt := ctx.mark(film, "year"):
        facts.append(f"{film.year}{doubt}")
    people = word.people(film.directors)
    won = _best(ctx, [Won(film, honour) for honour in film.honours])
    awards = "; ".join(word.honour(w.honour) for w in won[:_PRIZES])
    first = showings.opening(film)
    return word.film(film), [
        [_other_names(ctx, film.title), " · ".join(filter(None, facts))],
        [
            ctx.say("card-director", people=people, count=len(film.directors)) if people else "",
            ctx.say("card-cast", people=_cast(ctx, film)) if film.cast else "",
        ],
        [first_sentence(film.synopsis.get(word.language)) if film.synopsis else ""],
        [
            ctx.say("card-awards", count=_wins(film.honours), awards=awards) if won else "",
            showings.premiere_line(ctx, first) if first else "",
            ctx.disagreement(film, "year"),
        ],
    ]


def _cast(ctx: Context, film: Film) -> str:
    return ", ".join(ctx.word.person(part.person) for part in film.cast[:_ACTORS])


def _person(ctx: Context, id_: str) -> tuple[str, Paragraphs]:
    person, word = ctx.base.people[id_], ctx.word
    films = filmography.best_known(ctx, person)
    honours = of_person(ctx, person)
    won = _best(ctx, honours)
    prizes = "; ".join(_with_film(ctx, w) for w in won[:_PRIZES])
    count = _wins(w.honour for w in honours)
    return word.person(id_), [
        [_other_names(ctx, person.name), word.occupation(person), _life(ctx, person)],
        [person.note.get(word.language) if person.note else ""],
        [
            ctx.say("known-for", films=word.films(films[:_FILMS])) if films else "",
            ctx.say("card-awards", count=count, awards=prizes) if won else "",
            ctx.disagreement(person, "born"),
        ],
    ]


def _with_film(ctx: Context, won: Won) -> str:
    return f"{ctx.word.honour(won.honour)} — {ctx.word.film(won.film)}"


def _best(ctx: Context, honours: Iterable[Won]) -> list[Won]:
    """What was won, one at each event, at the best known first."""
    won = [w for w in honours if w.honour.result == "won"]
    won.sort(key=lambda w: -ctx.base.fame(Entity("organisation", w.honour.event)))
    once: dict[str, Won] = {}
    for one in won:
        once.setdefault(one.honour.event, one)
    return list(once.values())


def _wins(honours: Iterable[Honour]) -> int:
    return sum(honour.result == "won" for honour in honours)


def _life(ctx: Context, person: Person) -> str:
    """When and where born, and when died."""
    born = ctx.word.date(person.born) + ctx.mark(person, "born") if person.born else ""
    place = person.birthplace.get(ctx.word.language) if person.birthplace else ""
    died = ctx.word.date(person.died) if person.died else ""
    said = [
        ctx.say("card-born", when=", ".join(filter(None, (born, place)))) if born or place else "",
        ctx.say("card-died", when=died) if died else "",
    ]
    return " ".join(filter(None, said))


def _organisation(ctx: Context, id_: str) -> tuple[str, Paragraphs]:
    own, word = ctx.base.organisations[id_], ctx.word
    kind = ctx.base.vocabulary["kinds"].get(own.kind)
    facts = [kind.get(word.language) if kind else own.kind, word.place(own)]
    won = [w for w in ctx.base.honours_at(id_) if w.honour.result == "won"]
    won.sort(key=lambda w: -(w.honour.year or 0))
    items = "; ".join(f"{word.film(w.film)} — {word.award(w.honour)}" for w in won[:3])
    return word.organisation(id_), [
        [
            _other_names(ctx, own.name),
            ", ".join(filter(None, facts)),
            ctx.say("org-since", date=word.date(own.founded)) if own.founded else "",
        ],
        [_told(ctx, own)],
        [ctx.say("org-wins", count=len(won), items=items) if won else ""],
    ]


def _told(ctx: Context, own: Organisation) -> str:
    if own.note:
        return own.note.get(ctx.word.language)
    topics = ctx.base.topics_of(Entity("organisation", own.id))
    return first_sentence(topics[0].answer.get(ctx.word.language)) if topics else ""


def _other_names(ctx: Context, name: Text) -> str:
    """How it is called in the other two languages, where that differs."""
    own = name.get(ctx.word.language)
    others = dict.fromkeys(name.get(code) for code in LANGUAGES)
    return " / ".join(other for other in others if other != own)


def first_sentence(text: str) -> str:
    """The first sentence; with the next one where it only says when it was."""
    said = ""
    for sentence in _SENTENCE.split(text):
        said = f"{said} {sentence}".strip()
        if len(said) >= _TELLING:
            break
    return said


def _fitting(paragraphs: Paragraphs, room: int) -> tuple[str, ...]:
    """The lines that fit, none cut in the middle of a word; a blank one between paragraphs."""
    kept: list[str] = []
    for paragraph in paragraphs:
        lines = list(filter(None, paragraph))
        if lines and kept:
            lines[0] = f"\n{lines[0]}"
        for line in lines:
            if len(line) + 1 > room:
                if room < _STUMP:
                    continue
                line = line[: room - 2].rsplit(" ", 1)[0].rstrip(",;:—– ") + "…"
            kept.append(line)
            room -= len(line) + 1
    return tuple(kept)


_CARDS: dict[str, Callable[[Context, str], tuple[str, Paragraphs]]] = {
    "film": _film,
    "person": _person,
    "organisation": _organisation,
}
