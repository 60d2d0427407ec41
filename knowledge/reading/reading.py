"""From a question to its readings: what is asked, about whom, under which constraints, how surely.

One forward pass: keyboard layouts → hits → mentions → maskings → kinds → readings, the best first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import BEYOND, Asking, Word
from knowledge.asking.patterns import Match
from knowledge.factbase.base import FactBase
from knowledge.factbase.dates import Range
from knowledge.naming.again import CalledAgain
from knowledge.naming.mention import Mention
from knowledge.naming.names import NameIndex
from knowledge.naming.namesakes import known, qualifiers
from knowledge.naming.pairing import paired, titled
from knowledge.naming.patronymics import named
from knowledge.naming.sequels import without_parts
from knowledge.naming.titles import event_share, unknown_titles, whole_titles
from knowledge.query import Query
from knowledge.reading.asides import request, without_asides
from knowledge.reading.bounding import bounded
from knowledge.reading.correcting import corrected
from knowledge.reading.crew import Crew
from knowledge.reading.deriving import apart, derive, parts, pointed
from knowledge.reading.implied import implied
from knowledge.reading.masking import LONG, Masked, maskings
from knowledge.reading.picking import picked, the_other
from knowledge.reading.relations import filled, leads_back, leads_to
from knowledge.reading.settling import Settling
from knowledge.reading.signs import NO_SIGNS, Signs
from knowledge.reading.spans import with_range
from knowledge.reading.subject_matter import subject_matter
from knowledge.spelling.hearing import Heard, beside, hear, unexplained, weighed
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.tongue import language_of


class Reading(msgspec.Struct, frozen=True):
    """One way to understand a question; ``query`` denotes its subject."""

    kind: str
    query: Query
    language: str
    confidence: float
    mentions: tuple[Mention, ...] = ()
    namesakes: tuple[Entity, ...] = ()
    """Several things of the same name between which nothing decides."""
    missing: str = ""
    """The slot without which the question cannot be answered."""
    unexplained: tuple[str, ...] = ()
    layout: str = "as typed"
    carried: bool = False
    """Whether the subject came from the conversation."""
    range: Range | None = None
    rank: float = 0.0
    signs: Signs = NO_SIGNS


_MATCHES = 3  # kinds tried on one way to cut a question: more is never believed


class Reader:
    """Reads questions over one base and its languages; immutable."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking, names: NameIndex) -> None:
        self.base = base
        self.lexicon = lexicon
        self.asking = asking
        self.names = names
        self.titles = whole_titles(base)
        self.settling = Settling(base, lexicon, asking)
        self._crew = Crew(base, asking)
        self._again = CalledAgain(base, lexicon, asking)
        self._heard: tuple[str, list[Heard]] = ("", [])

    def hear(self, text: str) -> list[Heard]:
        """The text on every keyboard layout on which it makes sense, the best first."""
        last, heard = self._heard
        if last != text or not heard:
            heard = hear(self.lexicon, text, self.asking)
            self._heard = text, heard  # the contest hears the same text again
        return heard

    def tongue(self, text: str) -> str:
        """The language of a text of which nothing else is understood; empty where unclear."""
        heard = self.hear(text)[0]
        every = Masked((), tuple(range(len(heard.tokens))), 0.0)
        return language_of(heard, every, self.asking, self.base) if heard.tokens else ""

    def read(
        self, text: str, today: date, conversation: Conversation, *, request_only: bool = False
    ) -> list[Reading]:
        """All plausible readings, the best first; ``request_only``: of one clause of several."""
        found, texts = [], [heard for heard in self.hear(text) if heard.tokens]
        if request_only:  # a long text is dear to read once
            texts = [t for t in texts[:1] if t.tokens[-1].clause and len(t.tokens) <= LONG]
        for heard in texts:
            found += self._read(heard, today, conversation, request_only)
        unique: dict[tuple[object, ...], Reading] = {}
        for r in sorted(found, key=lambda r: -r.rank):
            unique.setdefault((r.kind, r.query, r.missing, not r.namesakes), r)
        return list(unique.values())[:12]

    def named(self, heard: Heard) -> list[Mention]:
        """Everything that the text may name."""
        light = {at for at, found in enumerate(heard.hits) if self.asking.words.light(found)}
        return [*paired(self.base, titled(named(self.names, heard.tokens, heard.hits)), light)]

    def _read(
        self, heard: Heard, today: date, conversation: Conversation, request_only: bool
    ) -> list[Reading]:
        mentions = without_asides(heard, self.named(heard), self.asking)
        mentions += unknown_titles(heard.tokens, heard.hits, mentions, self.asking, self.titles)
        mentions = without_parts(self.base, heard.tokens, heard.hits, mentions, self.asking)
        mentions += subject_matter(self.base, self.asking, heard, mentions, conversation)
        mentions += self._again.find(conversation.entities[:8], heard.hits, mentions)
        films = {(m.start, m.end) for m in mentions if m.kind == "film" and m.quality > 0.95}
        near = frozenset(e.id for e in conversation.entities[:3] if e.kind == "film")
        spoken = next((e for e in conversation.entities[:6] if e.kind == "film"), None)
        cuts = maskings(heard.tokens, heard.hits, mentions, self.asking, near)
        if request_only:
            cuts = [own for cut in cuts if (own := request(heard, cut, self.asking))]
        best = max((cut.value for cut in cuts), default=0.0) or 1.0
        readings, seen = [], set()
        for undated in cuts:
            cut = bounded(with_range(undated, heard.tokens, today), heard.hits, self.asking)
            series = parts(cut, heard.hits, self.asking, spoken)
            items = picked(self.base, cut, heard.hits, self.asking, conversation)
            items += the_other(self.asking, heard.hits, cut, conversation)
            items += corrected(self.base, self.asking, heard.hits, cut, conversation)
            items += self.settling.subjects.parts.played(cut, heard, conversation)
            told = [] if items else pointed(cut, heard.hits, self.asking, conversation)
            told += self._crew.meant(heard.hits, cut, conversation)
            told += self.settling.subjects.parts.beside(cut, heard)
            told += apart(cut, heard.tokens, heard.hits, self.asking)
            for variant in (cut, *series, *items, *derive(cut, heard.hits, self.asking), *told):
                if (key := (variant.mentions, variant.rest, variant.derived)) not in seen:
                    seen.add(key)
                    events = () if variant.of("award") else variant.of("organisation")
                    shared = event_share(heard.hits, events, films, self.asking)
                    cover = min(1.0, cut.value / best)
                    readings += self._readings(heard, variant, cover, shared, conversation)
        return readings

    def _readings(
        self, heard: Heard, masked: Masked, cover: float, shared: float, conversation: Conversation
    ) -> list[Reading]:
        """The readings of one masking, one for each kind that its words may ask.

        ``shared``: what is left of a festival or prize where a film is called the same.
        """
        rest = [heard.hits[at] for at in masked.rest]
        around = [heard.words[at] for at in masked.rest]
        shares = weighed(heard, masked, self.asking)
        asked = sum([word.weight * part for word, part in zip(around, shares, strict=True)])
        relation = masked.derived[-1].relation if masked.derived else ""
        person = leads_to(relation) == "person"
        listing = person and self.asking.says("films", rest, 0.99)
        if relation and asked < 0.35 and not listing and (person or relation.startswith("films")):
            return []  # "режиссёр X" alone asks for the director himself
        matches = self._matches(heard, masked, around, shares, asked, conversation)
        near = beside(heard, masked)
        ways = {match.kind.startswith(BEYOND) for match in matches}
        doubts = {b: unexplained(heard, masked, shares, beyond=b) for b in ways}
        language = language_of(heard, masked, self.asking, self.base, conversation.language)
        qualities = [m.quality for m in masked.mentions] or [1.0]
        ranked = sorted((m.score for m in matches), reverse=True)
        found = []
        for match in matches:
            settled = self.settling.settle(heard, masked, match, conversation)
            if settled is None or leads_back(relation, settled.kind.name, rest, self.asking):
                continue
            kind, subject = settled.kind, settled.subject
            words, strange = doubts[kind.name.startswith(BEYOND)]
            # The film is meant more often, unless prizes are asked for.
            alone = kind.name.startswith("award") and len(masked.of("organisation")) == 1
            sharing = cover * (1.0 if alone else shared)
            rival = ranked[1] if match.score >= ranked[0] and len(ranked) > 1 else ranked[0]
            signs = Signs(
                fit=match.recall,
                explained=match.explained,
                score=match.score,
                margin=match.score - rival if len(ranked) > 1 else 0.3,
                cue=match.cue,
                chance=match.chance,
                least_quality=min(qualities),
                mean_quality=sum(qualities) / len(qualities),
                cost=match.score - settled.confidence,
                unexplained=min(len(words), 4) / 4,
                strange=strange / ((asked or 1.0) + sum(m.weight for m in masked.mentions)),
                strange_words=strange / (asked or 1.0),
                beside=near,
                asked=min(asked, 3.0) / 3,
                cover=sharing,
                length=min(len(heard.tokens), 16) / 16,
                swapped=heard.layout.cost > 0,
                implied=not match.language,
                named=bool(masked.mentions),
                quoted=any(m.quoted for m in masked.mentions),
                ordinary=any(m.ordinary and not m.quoted for m in masked.mentions),
                derived=bool(masked.derived),
                known=known(self.base, subject.query, kind),
                following=bool(conversation.entities)
                and not masked.of("film", "person", "organisation"),
            )
            confidence = settled.confidence * (0.55 + 0.45 * min(qualities)) - heard.layout.cost
            confidence -= 0.04 * min(3, len(words))
            found.append(
                Reading(
                    kind.name,
                    subject.query,
                    language or match.language,
                    max(0.0, min(1.0, confidence)),
                    masked.mentions,
                    subject.namesakes,
                    subject.missing,
                    words,
                    heard.layout.name,
                    subject.carried,
                    masked.range,
                    confidence * (0.55 + 0.45 * sharing),
                    signs,
                )
            )
        return found

    def _matches(
        self, heard: Heard, masked: Masked, words: Sequence[Word], shares: Sequence[float],
        asked: float, conversation: Conversation,
    ) -> list[Match]:  # fmt: skip
        """The kinds that the words around the names ask, and those that they leave implied."""
        slots = filled(masked)
        rest = [heard.hits[at] for at in masked.rest]
        alone = not slots & {"film", "person", "organisation"}
        carried = frozenset(e.kind for e in conversation.entities[: 8 * alone])
        apart = qualifiers(self.base, masked, yesno=self.asking.says("yesno", rest, 0.97))
        matches = self.asking.classify(words, slots - apart, shares, carried | apart)[:_MATCHES]
        if masked.mentions and not masked.derived and all(map(self.asking.words.light, rest)):
            matches = []  # "про «Тюльпан»", "фильм Томирис": nothing but the name
        own = matches[0] if matches else None
        return matches + implied(
            self.base, self.asking, heard, masked, slots, asked, conversation, own
        )
