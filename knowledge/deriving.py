"""Names that stand for what they lead to: the director of X, films by X, the second part of X."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from knowledge.answer import Entity
from knowledge.asking import Asking
from knowledge.lexicon import Hit
from knowledge.masking import Derived, Masked
from knowledge.names import Mention


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
    sequel = [at for at, found in free.items() if asking.says("sequel", [found])]
    if not number and not sequel:
        return []
    relation = f"part_{number}" if number else "sequel_of"
    used = used or sequel
    beside = [
        at for at in (used[0] - 1, used[0] + 1) if at in free and asking.says("part", [free[at]])
    ]
    films = masked.of("film")
    if films:
        near = any(
            m.end in (used[0], used[0] - 1) or m.start in (used[0] + 1, used[0] + 2) for m in films
        )
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
    rest = tuple(at for at in masked.rest if at not in (*used, *beside))
    step = Derived(mention, relation)
    return [replace(masked, mentions=mentions, rest=rest, derived=(*masked.derived, step))]


def derive(masked: Masked, hits: Sequence[tuple[Hit, ...]], asking: Asking) -> list[Masked]:
    """Maskings in which "the director of X" stands for a person, "films by X" for films."""
    said = {at: frozenset(h.word for h in hits[at] if h.similarity >= 0.85) for at in masked.rest}
    phrases = asking.phrases.among(frozenset().union(*said.values()))
    if not phrases:
        return []
    light = asking.words.function | asking.words.cinema
    skipped = {
        at for at in masked.rest if any(h.word in light and h.similarity >= 0.9 for h in hits[at])
    }
    played = frozenset(at for m in masked.of("role") for at in range(m.start, m.end))
    filmed = bool(masked.of("film"))
    found = []
    for phrase in phrases:
        for mention in masked.mentions:
            if mention.kind != phrase.slot or not mention.ids:
                continue
            if phrase.slot == "role" and filmed:
                continue  # the film stands there: its own phrase counts
            if phrase.relation == "actor_of" and not played:
                continue
            within = played if phrase.relation == "actor_of" else frozenset()
            start = _walk(phrase.before[::-1], mention.start - 1, -1, said, skipped, within)
            end = _walk(phrase.after, mention.end, 1, said, skipped, within)
            if start is None or end is None:
                continue
            rest = tuple(at for at in masked.rest if not start < at < end)
            step = Derived(mention, phrase.relation)
            found.append(replace(masked, rest=rest, derived=(*masked.derived, step)))
    # The longest phrase explains most.
    found.sort(key=lambda m: len(m.rest))
    seen: set[tuple[object, ...]] = set()
    unique = []
    for candidate in found:
        key = (candidate.rest, candidate.derived[-1].relation)
        if key not in seen:
            seen.add(key)
            unique.append(candidate)
    return unique[:4]


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
        while at in within or (at in skipped and word not in said[at]):
            at += step
        if word not in said.get(at, ()):
            return None
        at += step
    return at
