"""Who is meant where only a pronoun or a craft is said: "and him?", "its director"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import BEHIND_CAMERA, DATES, SUPERLATIVES, Kind
from knowledge.asking.words import nothing_but
from knowledge.factbase.base import FactBase
from knowledge.factbase.dates import Range
from knowledge.query import Filter, passes
from knowledge.reading.filters import event_or_studio
from knowledge.reading.masking import Masked
from knowledge.reading.worded import said
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

CREW = {
    "director": "director",
    "screenwriter": "writer",
    "composer": "composer",
    "cinematographer": "cinematographer",
    "producer": "producer",
}

OF_CREW = ("occupation", "place", "country", "language")
"""What may be said of those who made a film: "the French cameraman"."""


def pronouns(asking: Asking, heard: Heard, masked: Masked, conversation: Conversation) -> set[int]:
    """What is surely said besides names, where it may be a pronoun: «ше» is no "she"."""
    words = asking.words
    small = words.filler_in.get("kk", set()) if conversation.language != "en" else set()
    said = {h.word for at in masked.rest for h in heard.hits[at][:2] if h.similarity >= 0.97}
    return said - small - words.negation


def maker_spoken_of(base: FactBase, conversation: Conversation) -> tuple[Entity, ...]:
    """Whom "does he act in it?" means where only a film was talked of: its one director."""
    films = [base.films[e.id] for e in conversation.entities[:1] if e.kind == "film"]
    return tuple(Entity("person", f.directors[0]) for f in films if len(f.directors) == 1)


def beside_told(
    base: FactBase, asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> tuple[Entity, ...]:
    """The film talked of, where "her OTHER film" is asked for; "what else" tells of all."""
    said = any(h.word in asking.words.other and h.similarity >= 0.97 for f in rest for h in f[:2])
    if not said or not asking.says("film_noun", [f[:1] for f in rest], 0.99):
        return ()
    near = conversation.entities[:3]
    film = next((e for e in near if e.kind == "film"), None)
    people = [e.id for e in near if e.kind == "person"]
    own = film and any(base.made(person, base.films[film.id]) for person in people)
    return (film,) if film and own else ()


def told_in(
    asking: Asking, hits: Sequence[Sequence[Hit]], conversation: Conversation
) -> tuple[Entity, ...]:
    """The film talked of, where "in it", "there" is said."""
    said = says_there(asking, hits)
    return tuple(e for e in conversation.entities[:8] if e.kind == "film" and said)[:1]


def says_there(asking: Asking, hits: Sequence[Sequence[Hit]]) -> bool:
    """Whether a pronoun stands there that no person is called by."""
    words = asking.words.pronouns["film"] - asking.words.pronouns["person"]
    return any(h.word in words and h.similarity >= 0.97 for found in hits for h in found[:2])


def shared_work(
    base: FactBase,
    start: tuple[Entity, ...],
    namesakes: tuple[Entity, ...],
    said: Sequence[Filter],
    conversation: Conversation,
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Somebody and the film talked of, where he is asked for as a maker: "was it X's music?".

    Who directs or plays does so in many films: of them it is asked in general. Of several of one
    name the one who had a part in the film is meant.
    """
    crafts = {test.value for test in said if test.field == "as"}
    films = tuple(e for e in conversation.entities[:1] if e.kind == "film")
    if not films or not crafts or not crafts.isdisjoint(("director", "actor")):
        return start, namesakes
    own = [e for e in namesakes if base.made(e.id, base.films[films[0].id])]
    return ((own[0], *films), ()) if len(own) == 1 else ((*start, *films), namesakes)


def film_of(
    base: FactBase, start: tuple[Entity, ...], namesakes: tuple[Entity, ...]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Of films of one name that which the person named beside it made, if any."""
    people = [e.id for e in start if e.kind == "person"]
    films = [e for e in namesakes if e.kind == "film"]
    if len(people) != 1 or len(films) != len(namesakes):
        return start, namesakes
    own = [e for e in films if base.made(people[0], base.films[e.id])]
    if len(own) != 1:
        return start, namesakes
    return tuple(own[0] if e in films else e for e in start), ()


def of_trade(crew: Container[int], masked: Masked, heard: Heard) -> bool:
    """Whether a director, composer … is asked for."""
    said = [h for at in masked.rest for h in heard.hits[at][:3] if h.similarity >= 0.97]
    return bool(masked.of("occupation")) or any(h.word in crew for h in said)


def of_time(base: FactBase, carried: tuple[Entity, ...], span: Range) -> bool:
    """Whether the film talked of is of this time."""
    films = [base.films[e.id] for e in carried if e.kind == "film"]
    return all(passes(base, film, Filter("date", "", span)) for film in films)


def spoken_person(
    asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> Entity | None:
    """The person talked of, where nothing is said but a pronoun: "and him?"."""
    words = asking.words
    said = any(
        h.word in words.pronouns["person"] and h.similarity >= 0.97 for f in rest for h in f[:2]
    )
    plain = (words.function - words.question, words.filler, words.pronouns["person"])
    if not said or asking.says("who", rest, 0.97):
        return None
    if not all(any(h.word in group for h in f[:2] for group in plain) for f in rest if f):
        return None
    return next((e for e in conversation.entities[:8] if e.kind == "person"), None)


def won_by(
    asking: Asking, hits: Sequence[Sequence[Hit]], conversation: Conversation
) -> tuple[Entity, ...]:
    """Of whom a pronoun speaks in "did she win an Oscar?": nobody asks that of all films."""
    meant = {
        kind
        for kind in ("film", "person")
        for found in hits
        for h in found[:2]
        if h.similarity >= 0.97 and h.word in asking.words.pronouns[kind]
    }
    return tuple(e for e in conversation.entities[:8] if e.kind in meant)[:1]


def films_with(
    asking: Asking, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
) -> Entity | None:
    """The person talked of, in "comedies with him"."""
    if not masked.of("genre", "type") or masked.of("person", "film", "organisation"):
        return None
    return spoken_person(asking, [hits[at] for at in masked.rest], conversation)


def films_there(
    asking: Asking, kind: Kind, heard: Heard, masked: Masked, conversation: Conversation
) -> tuple[Filter, ...]:
    """Whose "which of his films were at Cannes?" are: of the person talked of."""
    if kind.name not in ("award.shown", "award.wins") or masked.of("person", "film"):
        return ()
    rest = [heard.hits[at] for at in masked.rest]
    films = any(asking.says(cue, rest, 0.97) for cue in ("films", "film_noun", "films_of_him"))
    persons = asking.words.pronouns["person"]
    his = not persons.isdisjoint(pronouns(asking, heard, masked, conversation))
    his |= conversation.asked.startswith("person.") and asking.says("films_of_him", rest, 0.97)
    person = next((e for e in conversation.entities[:6] if e.kind == "person"), None)
    return (Filter("maker", person.id),) if films and his and person else ()


def _maker_spoken_of(
    base: FactBase, asking: Asking, heard: Heard, masked: Masked, conversation: Conversation
) -> str:
    """Whose "his first film" is: of the person talked of, else of who directed the film."""
    persons = asking.words.pronouns["person"]
    said = not persons.isdisjoint(pronouns(asking, heard, masked, conversation))
    if masked.of("person", "film", "organisation") or not (
        said or _of_films_alone(asking, heard.hits, masked, conversation)
    ):
        return ""
    talked_of = conversation.entities[:3]
    film = next((base.films[e.id] for e in talked_of if e.kind == "film"), None)
    directors = film.directors if film and len(film.directors) == 1 else ()
    return next((e.id for e in talked_of if e.kind == "person"), "".join(directors))


def _of_films_alone(
    asking: Asking, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
) -> bool:
    """ "And the first film?" after a question about somebody: of all films more is said."""
    of_maker = conversation.asked.startswith("person.") or conversation.asked in BEHIND_CAMERA
    if masked.mentions or not of_maker:
        return False
    words, cues = asking.words, asking.words.cues
    small = (words.function, words.filler, words.question, words.ordinals.keys())
    films = [cues[cue] for cue in ("films", "film_noun", "latest", "newer", "most")]
    films += [cues["films_of_him"], asking.words.as_role["actor"]]  # "his last PART?"
    return nothing_but([hits[at] for at in masked.rest], *small, *films)


def _worked(
    asking: Asking, heard: Heard, masked: Masked, conversation: Conversation
) -> Filter | None:
    """The work asked for in "and which comedies did he make?": that of the person talked of."""
    of_maker = conversation.asked in BEHIND_CAMERA
    near = conversation.entities[: 3 if of_maker else 1]
    first = next((e for e in near if e.kind == "person"), None)
    if not first or not (of_maker or conversation.asked.startswith("person.")):
        return None
    limits = masked.of("genre", "type", *DATES)
    if not limits or masked.of("film", "person", "organisation", "role"):
        return None
    rest = [heard.hits[at] for at in masked.rest]
    if not asking.says("worked", rest, 0.97) or asking.says("whom", rest, 0.97):
        return None
    roles = said(masked, heard, "as", asking.words.as_role, asking.words.function)
    return Filter(roles[0].value if roles else "maker", first.id)


def work_spoken_of(
    base: FactBase,
    asking: Asking,
    kind: Kind,
    heard: Heard,
    masked: Masked,
    conversation: Conversation,
) -> Filter | None:
    """Whose work is asked for without a name: "his first film", "and which comedies?"."""
    if kind.name == "list.films":
        return _worked(asking, heard, masked, conversation)
    if kind.name not in SUPERLATIVES and kind.name != "list.count":
        return None
    if maker := _maker_spoken_of(base, asking, heard, masked, conversation):
        return Filter("maker", maker)
    first = next(iter(conversation.entities), None)
    there = first if first and first.kind == "organisation" and not masked.mentions else None
    if not there or not says_there(asking, [heard.hits[at] for at in masked.rest]):
        return None
    return Filter(event_or_studio(base, there.id), there.id)  # "the first film made THERE"


def after_film(asking: Asking, heard: Heard, conversation: Conversation) -> bool:
    """Whether hardly a word follows an answer about a film: "And the composer?"."""
    telling = [found for found in heard.hits if not asking.words.light(found)]
    short = len(heard.tokens) <= 2 or len(telling) <= 1
    return short and conversation.entities[0].kind == "film"
