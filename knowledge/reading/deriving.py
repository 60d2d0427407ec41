"""Names that stand for what they lead to: the director of X, films by X, the second part of X."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec.structs import replace

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import OF_ONE
from knowledge.asking.phrases import Phrase
from knowledge.naming.mention import Mention
from knowledge.reading.masking import Derived, Masked
from knowledge.reading.relations import CHAINED, USES, leads_to
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import Token

_SAME = (
    "film_noun", "person_noun", "player_noun", "prize_noun",
    "made", "making", "won", "winning", "played", "playing",
)  # fmt: skip
"""Sorts of words that mean the same in a phrase: "the bloke behind X", "the man behind X"."""
_PLAYED = ("actor_of", "lead_of")


def parts(
    masked: Masked, hits: Sequence[tuple[Hit, ...]], asking: Asking, spoken: Entity | None
) -> list[Masked]:
    """ "The third Racketeer", "and the second part?": a part of the series named or talked of."""
    free = {at: hits[at] for at in masked.rest}
    number, used = 0, []
    for at, found in free.items():
        for hit in found[:4]:
            if hit.similarity >= 0.95 and hit.word in asking.words.ordinals and not number:
                number, used = asking.words.ordinals[hit.word], [at]
            elif used == [at - 1] and asking.words.ordinals.get(hit.word) == number:
                used = [at - 1, at]  # "2nd" is read as "2 nd"
    sequel = [at for at, found in free.items() if asking.says("sequel", [found])]
    if not number and not sequel:
        return []
    relation = f"part_{number}" if number else "sequel_of"
    used = used or sequel
    beside = [
        at for at in (used[0] - 1, used[-1] + 1) if at in free and asking.says("part", [free[at]])
    ]
    films = masked.of("film")
    if films:
        apart = (max(used[0] - m.end, m.start - used[0] - 1) for m in films)
        near = min(apart) < (4 if sequel else 2)  # "a sequel to the movie X"
        if not near and not beside:
            return []
        mention = films[0]
        mentions = masked.mentions
    elif (
        spoken
        and (beside or sequel or len(masked.rest) <= 5)
        and not masked.of("person", "organisation")
    ):
        mention = Mention("film", (spoken.id,), used[0], used[0], 0.97, 0.5, "name", 1)
        mentions = (*masked.mentions, mention)
    else:
        return []
    rest = _bare(tuple(at for at in masked.rest if at not in (*used, *beside)), hits, asking)
    step = Derived(mention, relation)
    return [replace(masked, mentions=mentions, rest=rest, derived=(*masked.derived, step))]


def pointed(
    masked: Masked, hits: Sequence[tuple[Hit, ...]], asking: Asking, conversation: Conversation
) -> list[Masked]:
    """ "The woman who made IT": what leads on from the film talked of, not from one picked."""
    spoken = next((e for e in conversation.entities[:6] if e.kind == "film"), None)
    if not spoken or masked.of("film", "person", "organisation"):
        return []
    words = asking.words.pronouns["film"]
    if conversation.asked in OF_ONE or conversation.asked.startswith("person."):
        words = words - asking.words.pronouns["person"]  # who was just told is meant
    for at in masked.rest:
        if any(h.word in words and h.similarity >= 0.97 for h in hits[at][:2]):
            it = Mention("film", (spoken.id,), at, at + 1, 0.97, 0.5, "name", 1)
            rest = tuple(other for other in masked.rest if other != at)
            found = replace(masked, mentions=(*masked.mentions, it), rest=rest)
            return derive(found, hits, asking)
    return []


def derive(masked: Masked, hits: Sequence[tuple[Hit, ...]], asking: Asking) -> list[Masked]:
    """Maskings in which "the director of X" stands for a person, "films by X" for films.

    What is reached may itself be named so: "the director of the film that won Y".
    """
    if not masked.of(*asking.phrases.slots):
        return []  # from nothing that is named a phrase leads on
    said = {at: _said(hits[at], asking) for at in masked.rest}
    phrases = asking.phrases.among(frozenset().union(*said.values()))
    if not phrases:
        return []
    cinema = asking.words.cinema
    # "Құлагер фильмі" is «Құлагер»; "the best film of Kulager" names the prize's award.
    phrases = [
        phrase
        for phrase in phrases
        if phrase.relation != "winner_of"
        or masked.of("award")
        or not cinema.issuperset((*phrase.before, *phrase.after))
    ]
    light = asking.words.function | cinema
    skipped = {
        at for at in masked.rest if any(h.word in light and h.similarity >= 0.9 for h in hits[at])
    }
    once = _best(
        [
            found
            for mention in masked.mentions
            if mention.ids
            for found in _from(masked, mention, mention, phrases, said, skipped)
        ]
    )
    twice = []
    for candidate, first, last in once:
        step = candidate.derived[-1]
        slot = leads_to(step.relation)
        if step.relation in CHAINED:
            place = replace(step.mention, kind=slot, start=first, end=last)
            twice += _from(candidate, place, step.mention, phrases, said, skipped)
    return [replace(m, rest=_bare(m.rest, hits, asking)) for m, _, _ in _best(twice) + once][:5]


def apart(
    masked: Masked, tokens: Sequence[Token], hits: Sequence[tuple[Hit, ...]], asking: Asking
) -> list[Masked]:
    """ "We saw X. What else did the director make?": the film stands in a clause before."""
    films = masked.of("film")
    if len(films) != 1 or masked.derived or masked.of("person"):
        return []
    clause = tokens[films[0].start].clause
    said = {at: _said(hits[at], asking) for at in masked.rest if tokens[at].clause > clause}
    if not said:
        return []
    skipped = {at for at in said if any(h.word in asking.words.function for h in hits[at][:1])}
    found: list[_Found] = []
    for phrase in asking.phrases.among(frozenset().union(*said.values())):
        if phrase.slot != "film" or leads_to(phrase.relation) != "person":
            continue
        for at in said:
            end = _walk(phrase.words, at, 1, said, skipped - {at}, frozenset())
            if end is not None:
                rest = tuple(other for other in masked.rest if not at <= other < end)
                step = Derived(films[0], phrase.relation)
                found.append((replace(masked, rest=rest, derived=(step,)), at, end))
    return [m for m, _, _ in _best(found)[:2]]


def _said(hits: Sequence[Hit], asking: Asking) -> frozenset[int]:
    """What a word may be; one of a sort stands for the others: "the short that won X"."""
    found = frozenset(h.word for h in hits if h.similarity >= 0.85)
    same = [words for cue in _SAME if not found.isdisjoint(words := asking.words.cues[cue])]
    return found.union(*same)


def _bare(
    rest: tuple[int, ...], hits: Sequence[tuple[Hit, ...]], asking: Asking
) -> tuple[int, ...]:
    """Without the articles of what a phrase has taken out."""
    return tuple(
        at for at in rest if at + 1 in rest or not asking.says("article", [hits[at]], 0.99)
    )


_Found = tuple[Masked, int, int]
"""A masking, and where its phrase starts and ends."""


def _from(
    masked: Masked,
    place: Mention,
    mention: Mention,
    phrases: Sequence[Phrase],
    said: Mapping[int, frozenset[int]],
    skipped: Set[int],
) -> list[_Found]:
    """What phrases around ``place``, which ``mention`` or a phrase around it takes, lead to."""
    films = {i for m in masked.of("film") for i in m.ids}
    filmed = any(pair.partition("/")[0] in films for pair in place.ids)
    free = {at: said[at] for at in masked.rest}
    found = []
    for phrase in phrases:
        if place.kind != phrase.slot or (phrase.slot == "role" and filmed):
            continue  # beside a part the film stands: its own phrase counts
        if phrase.relation == "actor_of" and not masked.of("role"):
            continue
        spent = masked.of(*USES.get(phrase.relation, ()))
        # "The film that brought HER a prize": to whom may stand between.
        beside = masked.of("person") if phrase.relation == "winner_of" else []
        # "Who shot the DOCUMENTARY Bread Day": only says which film is meant.
        beside += [m for m in masked.of("genre", "type") if m.end == place.start]
        within = {at for m in (*spent, *beside) for at in range(m.start, m.end)}
        start = _walk(phrase.before[::-1], place.start - 1, -1, free, skipped, within)
        end = _walk(phrase.after, place.end, 1, free, skipped, within)
        if start is None or end is None or _cut(masked, phrase.relation, start, end):
            continue
        before = {m.start - 1 for m in spent} & skipped  # "in" 2008, "at" Cannes
        rest = tuple(at for at in masked.rest if not start < at < end and at not in before)
        step = Derived(mention, phrase.relation)
        own = replace(masked, rest=rest, derived=(*masked.derived, step))
        found.append((own, start + 1, end))
    return found


def _cut(masked: Masked, relation: str, start: int, end: int) -> bool:
    """Whether the word for the trade, which belongs to the phrase, was taken for a filter."""
    return relation in _PLAYED and any(
        m.ids == ("actor",) and (m.end == start + 1 or m.start == end)
        for m in masked.of("occupation")
    )


def _best(found: list[_Found]) -> list[_Found]:
    """The longest phrase explains most; each relation once."""
    unique: dict[tuple[object, ...], _Found] = {}
    for each in sorted(found, key=lambda f: len(f[0].rest)):
        unique.setdefault((each[0].rest, each[0].derived[-1].relation), each)
    kept = list(unique.values())
    return [each for each in kept if not any(_within(each, other) for other in kept)][:4]


def _within(one: _Found, other: _Found) -> bool:
    """Whether a phrase lies inside a longer one: the author of the screenplay is no author."""
    own, longer = one[0].derived[-1], other[0].derived[-1]
    both = leads_to(own.relation) == leads_to(longer.relation) == "person"
    return both and own.mention is longer.mention and set(other[0].rest) < set(one[0].rest)


def _walk(
    words: Sequence[int],
    at: int,
    step: int,
    said: Mapping[int, frozenset[int]],
    skipped: Set[int],
    within: Set[int],
) -> int | None:
    """Where these words end that start beside a name, or None; light words may stand between."""
    for word in words:
        while at in within or (at in skipped and word not in said.get(at, ())):
            at += step
        if word not in said.get(at, ()):
            return None
        at += step
    return at
