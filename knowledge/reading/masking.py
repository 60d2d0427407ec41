"""Ways to cut a question into names and words: the best few of all combinations of mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from knowledge.asking.asking import Asking
from knowledge.factbase.dates import Range
from knowledge.naming.mention import Mention
from knowledge.reading.cuts import best_cuts, prized, with_all
from knowledge.reading.spans import dated, years
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import Token

_KEPT = 5
"""So many cuts of a text are read; of a long one half as many."""
_TERMS = ("genre", "type", "place", "country", "language", "year", "decade")
_SURE, _NAMED, _SAID = 0.9, 0.93, 0.97
"""How well a term is named that counts, what stands beside it, and somebody."""
_KIND = 0.4
"""What "festival" beside a name adds to it: no place of that name is meant."""
_IN_EVENTS = ("film", "place", "role")
"""What a word of the name of a festival may be besides."""

_DOUBTFUL = 0.9
"""Below this a title is a guess."""


LONG = 24
"""Of a text with more words half as many cuts are kept: each is read, and dear to read."""


class Derived(msgspec.Struct, frozen=True):
    """A mention reached over a relation: the director of X, the second part of X."""

    mention: Mention
    relation: str


class Masked(msgspec.Struct, frozen=True):
    """A text with its names taken out; ``rest`` are the positions of the words left."""

    mentions: tuple[Mention, ...]
    rest: tuple[int, ...]
    value: float
    derived: tuple[Derived, ...] = ()
    range: Range | None = None

    def of(self, *kinds: str) -> list[Mention]:
        return [m for m in self.mentions if m.kind in kinds]


def maskings(
    text: Sequence[Token],
    hits: Sequence[tuple[Hit, ...]],
    mentions: Sequence[Mention],
    asking: Asking,
    near: frozenset[str] = frozenset(),
) -> list[Masked]:
    """The likeliest cuts, best first, by the weight they explain; ``near`` are films talked of."""
    by_start: dict[int, list[Mention]] = defaultdict(list)
    films = [m for m in mentions if m.kind == "film"]
    once: dict[tuple[str, str, int, int], Mention] = {}
    for mention in [*mentions, *years(text, hits, asking)]:
        if (
            mention.kind == "month"
            and (len(text[mention.start].skeleton) <= 3 or mention.quality < 0.9)
            and not dated(mention, text, hits, asking)
        ):
            continue  # "few" is no фев., and a misspelt month stands beside a number
        if mention.kind == "relative" and (
            text[mention.start].text.casefold() in asking.words.no_time
        ):
            continue
        if mention.kind == "organisation":
            mention = _with_its_kind(mention, hits, asking)
        if mention.kind == "award":
            mention = _with_its_trade(mention, text, hits, asking)
        # A term is found in three languages: its weaker findings would only crowd out other cuts.
        by_part = mention.kind == "organisation" and mention.how in ("part", "place")
        same = mention.kind, "" if by_part else mention.ids[0], mention.start, mention.end
        if same not in once or _order(mention) > _order(once[same]):
            once[same] = mention
    for mention in once.values():
        by_start[mention.start].append(mention)
    by_event = [m for own in by_start.values() for m in own if m.kind == "organisation"]
    named = any(
        m.kind in ("film", "person") and m.quality > 0.9 and not m.ordinary for m in mentions
    )
    titled = {(m.start, m.end) for m in mentions if m.kind == "film" and m.quality > 0.95}
    placed = {(m.start, m.end) for m in mentions if m.kind == "place" and m.quality == 1.0}
    trades = {(m.start, m.end) for m in mentions if m.kind == "occupation"}
    sorts = {(m.start, m.end) for m in mentions if m.kind in ("genre", "type")}
    plain = [_plain(found, asking) for found in hits]
    polite = [
        any(h.word in asking.words.filler and h.similarity == 1.0 for h in f[:2]) for f in hits
    ]
    size = len(text)

    def masked(value: float, chosen: tuple[Mention, ...]) -> Masked:
        covered = {at for m in chosen for at in range(m.start, m.end)}
        return Masked(chosen, tuple(at for at in range(size) if at not in covered), value)

    def gained(mention: Mention) -> float | None:
        at = mention.start
        gain = _gain(mention)
        if mention.ordinary and not mention.quoted:
            gain *= 0.7
        if mention.end == at + 1 and polite[at] and not mention.quoted:
            if mention.kind != "film" and mention.quality < 1.0:
                return None  # "спор" is no sport
            gain *= 0.2  # "рақмет, айналайын": rather the address than the film
        gain *= _inclination(mention, films, near, hits, asking, named)
        if mention.kind == "role" and (at, mention.end) in titled:
            gain *= 0.62  # a part called like its film: the film is meant
        whole = mention.kind in _IN_EVENTS
        if whole and any(_named_whole(o, mention) for o in by_event):
            gain *= 0.6  # "Almaty Film Festival" is no festival of «Алма»
        if mention.kind == "film" and mention.quality < _DOUBTFUL and titled:
            gain *= 0.5  # one film is named surely: "ойнды" is rather a slip
        if mention.kind == "film" and mention.quality < 1.0 and (at, mention.end) in placed:
            gain *= 0.6  # "Алматы" is a town, and «Алма» with an ending
        if mention.kind == "section" and not by_event and (at, mention.end) in sorts:
            gain *= 0.5  # "documentaries": the section of no festival
        if mention.kind == "country" and (at, mention.end) in titled:
            gain *= 0.8  # «Монгол»
        if mention.kind == "country" and asking.says(
            "tongue", hits[mention.end : mention.end + 1]
        ):
            return None  # "a Russian-LANGUAGE thriller"
        if mention.ordinary and (at, mention.end) in trades and not mention.quoted:
            gain *= 0.6  # "композитор кто": rather the trade than the film
        return gain

    gains: list[list[tuple[Mention, float]]] = [[] for _ in range(size)]
    for at in range(size):
        for mention in by_start[at]:
            gain = gained(mention)
            if gain is not None:
                gains[at].append((mention, gain))
    keep = _KEPT if size <= LONG else _KEPT // 2
    found = [masked(*cut) for cut in best_cuts(gains, plain, keep)]
    # Whatever its words may ask: nobody names a genre, a town and a year for nothing.
    sure = [m for m in once.values() if m.kind in _TERMS and m.quality >= _SURE]
    given = prized([m for m in once.values() if m.quality >= _NAMED])
    sure += given
    if sure and not any(all(m in cut.mentions for m in sure) for cut in found):
        sure += [m for m in once.values() if m.kind == "person" and m.quality >= _SAID]
        gains = [[(m, own) for m, own in each if m.quality >= _NAMED] for each in gains]
        told = masked(*with_all(gains, plain, sure, given))
        if all(told.mentions != cut.mentions for cut in found):
            found.append(told)
    return found


def _gain(mention: Mention) -> float:
    """What a mention explains by itself."""
    return mention.value + 0.1 * (mention.words - 1) + (0.3 if mention.quoted else 0.0)


def _order(mention: Mention) -> tuple[float, float]:
    return round(mention.quality, 1), _gain(mention)


def _with_its_kind(mention: Mention, hits: Sequence[tuple[Hit, ...]], asking: Asking) -> Mention:
    """ "Фестиваль Евразия", "Tulpar award": the word beside the name belongs to it."""
    generic = asking.generic_words

    def says(at: int) -> bool:
        if not 0 <= at < len(hits) or asking.says("films", [hits[at][:1]], 1.0):
            return False  # "Central Film Studio FILMS"
        return any(h.word in generic and h.similarity >= 0.93 for h in hits[at][:3])

    start, end = mention.start, mention.end
    while says(start - 1):
        start -= 1
    while says(end):
        end += 1
    more = end - start - (mention.end - mention.start)
    return replace(mention, start=start, end=end, weight=mention.weight + _KIND * more)


def _with_its_trade(
    mention: Mention, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], asking: Asking
) -> Mention:
    """ "Silver Bear for camera": for what a prize was given belongs to its name."""
    end = mention.end
    told = end + 1 < len(text) and text[end].skeleton in asking.words.award_tails
    if told and any(h.word in asking.trades and h.similarity >= 0.95 for h in hits[end + 1][:3]):
        return replace(mention, end=end + 2)
    return mention


def _named_whole(event: Mention, film: Mention) -> bool:
    """Whether a festival or prize is named, of whose words, or of it and its kind, this is one."""
    return (
        event.how == "name"
        and (event.words > 1 or event.end - event.start > 1)
        and event.quality >= max(0.97, film.quality - 0.01)
        and event.start <= film.start
        and film.end <= event.end
        and event.end - event.start > film.end - film.start
        and not film.quoted
    )


def _within(one: Mention, other: Mention) -> bool:
    return other.start <= one.start and one.end <= other.end and one.words < other.words


def _inclination(
    mention: Mention,
    films: Sequence[Mention],
    near: frozenset[str],
    hits: Sequence[tuple[Hit, ...]],
    asking: Asking,
    named: bool,
) -> float:
    """What speaks for or against taking a mention besides its own weight."""
    if mention.kind == "role":
        # A part of a film that is talked of, otherwise rather a person's name.
        # A film called like half of its hero is not talked of: "Әміре Қашаубаев".
        if any(_within(mention, m) for m in films):
            return 0.4  # nor is Жібек in "Қыз Жібек" played
        told = [m for m in films if not _within(m, mention)]
        near = near.union(*(m.ids for m in told))
        return 1.45 if any(id_.split("/")[0] in near for id_ in mention.ids) else 0.55
    if mention.kind == "decoy":
        return 0.85 if mention.words > 1 else 0.7
    if mention.kind == "occupation" or (
        named and mention.kind in ("genre", "type") and mention.ordinary
    ):
        return 0.6  # "режиссёр", "музыка" are asked for more often than named
    if mention.kind in ("language", "country") and all(
        any(h.word in asking.words.cinema and h.similarity >= 0.93 for h in hits[at])
        for at in range(mention.start, mention.end)
    ):
        return 0.1  # "казахский фильм" is what this bot is about, not a filter
    return 1.0


def _plain(found: Sequence[Hit], asking: Asking) -> float:
    """What a word explains when it is taken as a word with which people ask."""
    word = asking.word(found)
    return 0.08 + 0.75 * word.weight * max(h.similarity for h in found) if word.of_films else 0.0
