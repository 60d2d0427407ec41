"""Parts of the film that is meant: "who plays Sagat in Joqtau?", "and the old man?".

A part that is called by an ordinary word is no name anywhere; beside its film the word names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.words import within
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES
from knowledge.naming.mention import Mention
from knowledge.query import Filter, Query
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold

CALLED = "called"
"""How a part is named by a word that names no part anywhere else."""
_LEAST = 3
"""Letters that a word needs to call a part."""
_SAID = 0.93


class Parts:
    """Words of the parts in the films of a base."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking) -> None:
        self._base = base
        self._lexicon = lexicon
        self._asking = asking
        words = asking.words
        self._small = words.function | words.filler | words.question | words.cinema
        self._small |= words.as_role["actor"].union(*words.pronouns.values())
        self._playing = words.as_role["actor"] | words.cues["played"] | words.cues["playing"]
        self._of = lru_cache(maxsize=256)(self._words)

    def _words(self, film: str) -> tuple[dict[int, list[str]], ...]:
        """The words that call a part, each with those who play one so called.

        Who is called by the word alone goes before whose name it is half of.
        """
        whole: dict[int, list[str]] = {}
        half: dict[int, list[str]] = {}
        for part in self._base.films[film].cast:
            texts = [fold(part.role.get(code)) for code in LANGUAGES] if part.role else []
            alone = {text[0] for text in texts if len(text) == 1}
            for skeleton in dict.fromkeys(s for text in texts for s in text):
                word = self._lexicon.id(skeleton)
                if word is not None and word not in self._small and len(skeleton) >= _LEAST:
                    players = whole if skeleton in alone else half
                    players.setdefault(word, []).append(part.person)
        return whole, half

    def played(self, masked: Masked, heard: Heard, conversation: Conversation) -> list[Masked]:
        """ "And who plays the old man?", "who played her?" name a part and no film of that name.

        A part of the film talked of is meant, else the one that the title itself calls.
        """
        words, films = self._asking.words, masked.of("film")
        said = {h.word for at in masked.rest for h in heard.hits[at][:2] if h.similarity >= _SAID}
        asked = said & words.as_role["actor"] and said & words.cues["whom"]
        if not (asked or _only_part(self._asking, masked, heard, conversation)):
            return []
        if masked.derived or masked.range or len(films) > 1:
            return []
        for part in masked.of("role") if films else ():
            # "Kelinka Sabina, who plays Sabina?": the part of that film, and of no other.
            if all(pair.split("/")[0] not in films[0].ids for pair in part.ids) and (
                pairs := self._pairs(films[0].ids[0], range(part.start, part.end), heard)
            ):
                return [_playing(masked, part.start, pairs)]
        if masked.of("person", "role", "organisation"):
            return []
        told = [e.id for e in conversation.entities[:3] if e.kind == "film"]
        told = told[: _near(conversation)]
        played = [m.start for m in films if self._is_played(m, heard)]
        plain = [m.start for m in masked.mentions if m.kind != "film" and m.words == 1]
        around = [at for at in (*masked.rest, *plain) if not inside(self._asking, heard, at)]
        persons = words.pronouns["person"]
        parts = [(film, at) for film in told for at in (played if films else around)]
        parts += [(film, at) for at in played for film in films[0].ids]
        for film, at in parts:
            if pairs := self._pairs(film, [at], heard):
                return [_playing(masked, at, pairs)]
        titled = self._titled(told[0]) if told and not films else ()
        clauses = {heard.tokens[at].clause for at in masked.rest if self._says_plays(at, heard)}
        for at in masked.rest if titled else ():
            if heard.tokens[at].clause in clauses and within(heard.hits[at], persons):
                return [_playing(masked, at, titled)]
        return []

    def _says_plays(self, at: int, heard: Heard) -> bool:
        return within(heard.hits[at], self._asking.words.as_role["actor"])

    def _is_played(self, title: Mention, heard: Heard) -> bool:
        """Whether somebody plays what the title names: no "in", no ending of a place."""
        at, cues = title.start, self._asking.words.cues
        behind = at > 0 and self._says_plays(at - 1, heard)
        beside = [heard.hits[n] for n in (at - 1, at + 1) if 0 <= n < len(heard.hits)]
        return (
            title.end == at + 1
            and not title.quoted
            and not any(within(found, cues["film_noun"]) for found in beside)
            and not inside(self._asking, heard, at)
            and (behind or heard.hits[at][0].similarity < 1.0)
        )

    def _titled(self, film: str) -> tuple[str, ...]:
        """The parts by which the film is called; Kazakh tells a Seker from Seker's father."""
        own = self._base.films[film]
        title = set(fold(own.title.kk))
        parts = [part for part in own.cast if part.role and title & {*fold(part.role.kk)}]
        return tuple(f"{film}/{part.person}" for part in parts)

    def named(self, query: Query, masked: Masked, heard: Heard) -> tuple[Filter, ...]:
        """The parts that a word beside the film names; none where no film is meant for sure."""
        films = [e.id for e in query.start if e.kind == "film"]
        if len(films) != 1 or query.steps or masked.of("role", "person"):
            return ()
        return self._called(films[0], masked.rest, heard)

    def talked_of(self, masked: Masked, heard: Heard, conversation: Conversation) -> Query | None:
        """ "And who plays Aliya?": the part of the film talked of, whoever else is called so."""
        films = [e for e in conversation.entities[:12] if e.kind == "film"]
        places = [at for m in masked.of("role") for at in range(m.start, m.end)]
        if not films or not places or masked.of("film", "person"):
            return None
        named = [pair for m in masked.of("role") for pair in m.ids]
        for film in films:
            parts = tuple(Filter("role", pair) for pair in named if pair.split("/")[0] == film.id)
            if film in films[: _near(conversation)] and not parts:
                parts = self._called(film.id, places, heard)
            if parts:
                return Query((film,), filters=parts)
        return None

    def beside(self, masked: Masked, heard: Heard) -> list[Masked]:
        """The masking in which words that call a part of the film named are taken for it."""
        films = [i for m in masked.of("film") for i in m.ids]
        asked = self._playing
        if len(films) != 1 or masked.of("role") or masked.derived:
            return []
        if not any(h.word in asked for at in masked.rest for h in heard.hits[at][:2]):
            return []
        for at in masked.rest:
            if pairs := self._pairs(films[0], (at,), heard):
                part = Mention("role", pairs, at, at + 1, 0.97, 1.0, "term", 1)
                rest = tuple(other for other in masked.rest if other != at)
                return [replace(masked, mentions=(*masked.mentions, part), rest=rest)]
        return []

    def film_meant(self, masked: Masked, heard: Heard) -> bool:
        """Whether the film called like the part is meant: «Томиристе», «Томирис» фильмі."""
        return any(self._films(mention, heard) for mention in masked.of("role"))

    def _films(self, mention: Mention, heard: Heard) -> bool:
        word = heard.tokens[mention.end - 1].skeleton
        hits = heard.hits[mention.end - 1][:3]
        words = self._asking.words
        if words.told_inside(word) and any(self._lexicon.words[h.word] == word[:-2] for h in hits):
            return True
        noun = self._asking.says("film_noun", heard.hits[mention.end : mention.end + 1], 0.93)
        whom = word.endswith(tuple(words.object_endings))
        return noun and not (mention.quality < 1.0 and whom)

    def _called(self, film: str, places: Iterable[int], heard: Heard) -> tuple[Filter, ...]:
        return tuple(Filter("role", pair) for pair in self._pairs(film, places, heard))

    def _pairs(self, film: str, places: Iterable[int], heard: Heard) -> tuple[str, ...]:
        for at in places:
            if any(hit.word in self._small for hit in heard.hits[at][:1]):
                continue  # «онда» is no Ондас
            for players in self._of(film):
                for hit in heard.hits[at][:3]:
                    if hit.similarity >= _SAID and hit.word in players:
                        return tuple(f"{film}/{person}" for person in players[hit.word])
        return ()


def _near(conversation: Conversation) -> int:
    """How many films back one is talked of: that of which was asked back hides none."""
    return 2 if conversation.options else 1


def inside(asking: Asking, heard: Heard, at: int) -> bool:
    """Whether "in" stands before a word, or it ends so."""
    ahead = heard.hits[max(at - 1, 0) : at]
    return asking.says("inside", ahead, _SAID) or asking.words.told_inside(
        heard.tokens[at].skeleton
    )


def _only_part(asking: Asking, masked: Masked, heard: Heard, conversation: Conversation) -> bool:
    """ "And the frenchman?" after a part: hardly a word besides."""
    words = asking.words
    small = (words.function, words.filler, words.cues["whom"])
    telling = [at for at in masked.rest if not within(heard.hits[at], *small)]
    asked = conversation.asked in ("film.role", "film.cast", "film.lead")
    return asked and len(telling) + len(masked.mentions) == 1


def _playing(masked: Masked, at: int, pairs: tuple[str, ...]) -> Masked:
    part = Mention("role", pairs, at, at + 1, 0.97, 0.5, CALLED, 1)
    others = tuple(m for m in masked.mentions if not m.start <= at < m.end)
    rest = tuple(other for other in masked.rest if other != at)
    return replace(masked, mentions=(*others, part), rest=rest)
