"""From a question to its readings: what is asked, about whom, under which constraints, how surely.

One forward pass: keyboard layouts → hits → mentions → maskings → kinds → readings, the best first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.fuzz import ratio

from knowledge.answer import Conversation, Entity
from knowledge.asking import Asking, Match
from knowledge.base import FactBase
from knowledge.dates import Range
from knowledge.kinds import KINDS, Kind
from knowledge.lexicon import Hit, Lexicon
from knowledge.masking import Derived, Masked, derive, maskings, parts, with_range
from knowledge.names import Mention, NameIndex
from knowledge.query import Filter, Query, run
from knowledge.spelling import KAZAKH_LETTERS, Layout, Token, fold, layouts, tokens
from knowledge.subjects import OF_LIST, Subjects

@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against a reading: the features of its confidence."""

    fit: float = 0.0
    explained: float = 0.0
    score: float = 0.0
    margin: float = 0.0
    cue: float = 0.0
    chance: float = 0.0
    least_quality: float = 1.0
    mean_quality: float = 1.0
    cost: float = 0.0
    unexplained: float = 0.0
    strange: float = 0.0
    strange_words: float = 0.0
    """The share of the words outside names that nothing explains."""
    asked: float = 0.0
    cover: float = 1.0
    length: float = 0.0
    swapped: bool = False
    implied: bool = False
    named: bool = False
    quoted: bool = False
    ordinary: bool = False
    derived: bool = False
    known: bool = True
    following: bool = False
    """A conversation is on and the text names nothing itself."""


NO_SIGNS = Signs()
_NO_WHO = frozenset(
    f"person.{name}" for name in ("films", "directed", "acted", "wrote", "scored", "shot", "produced")
) | {"list.films", "list.count", "premiere.period", "premiere.upcoming"}
_YESNO = frozenset({"person.did", "award.yesno", "film.oscar"})
_SLOT_OF = {
    "country": "place", "type": "genre", "year": "date", "month": "date", "season": "date",
    "decade": "date", "relative": "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question; ``query`` denotes its subject, ``confidence`` is 0 to 1."""

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
    others: bool = False
    layout: str = "as typed"
    carried: bool = False
    """Whether the subject came from the conversation."""
    range: Range | None = None
    rank: float = 0.0
    signs: Signs = NO_SIGNS


@dataclass(frozen=True, slots=True)
class Heard:
    """A text on one keyboard layout: its tokens and what each may mean."""

    layout: Layout
    tokens: tuple[Token, ...]
    hits: tuple[tuple[Hit, ...], ...]
    known: float


class Reader:
    """Reads questions over one base and its languages; immutable."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking, names: NameIndex) -> None:
        self.base = base
        self.lexicon = lexicon
        self.asking = asking
        self.names = names
        self.subjects = Subjects(base, asking)
        oscar = base.organisations.get("academy-awards")
        self._oscar = {
            word for name in (oscar.aka if oscar else ()) for s in fold(name)
            if len(fold(name)) == 1 and (word := lexicon.id(s)) is not None
        }  # fmt: skip

    def hear(self, text: str) -> list[Heard]:
        """The text on every keyboard layout on which it makes sense, the best first."""
        found = []
        for layout in layouts(text):
            words = tokens(layout.text)
            hits = tuple(self.lexicon.find(token.skeleton) for token in words)
            found.append(Heard(layout, words, hits, self._known(words, hits)))
        found.sort(key=lambda heard: heard.layout.cost - heard.known)
        best = found[0].known - found[0].layout.cost
        return [h for h in found if h.known - h.layout.cost >= best - 0.12][:2]

    @staticmethod
    def _known(words: Sequence[Token], hits: Sequence[tuple[Hit, ...]]) -> float:
        """The share of letters that belong to words of the lexicon."""
        total = sum(len(t.skeleton) for t in words) or 1
        known = 0.0
        for token, found in zip(words, hits, strict=True):
            if found and len(token.skeleton) > 1:
                known += len(token.skeleton) * found[0].similarity ** 2
            elif token.skeleton.isdigit():
                known += 0.6 * len(token.skeleton)
        return known / total

    def read(self, text: str, today: date, conversation: Conversation) -> list[Reading]:
        """All plausible readings, the best first; empty where nothing is understood."""
        found: list[Reading] = []
        for heard in self.hear(text):
            if not heard.tokens:
                continue
            found += self._read(heard, today, conversation)
        found.sort(key=lambda r: -r.rank)
        unique: dict[tuple[object, ...], Reading] = {}
        for reading in found:
            unique.setdefault((reading.kind, reading.query, reading.missing), reading)
        return list(unique.values())[:12]

    def _read(self, heard: Heard, today: date, conversation: Conversation) -> list[Reading]:
        mentions = self.names.find(heard.tokens, heard.hits)
        titled = {(m.start, m.end) for m in mentions if m.kind == "film" and m.quality > 0.95}
        near = frozenset(e.id for e in conversation.entities[:3] if e.kind == "film")
        cuts = maskings(heard.tokens, heard.hits, mentions, self.asking, near)
        if not cuts:
            return []
        best = max(cut.value for cut in cuts) or 1.0
        readings = []
        seen: set[tuple[object, ...]] = set()
        for cut in cuts:
            cut = with_range(cut, heard.tokens, today)
            spoken = next((e for e in conversation.entities[:6] if e.kind == "film"), None)
            series = parts(cut, heard.hits, self.asking, spoken)
            for variant in (cut, *series, *derive(cut, heard.hits, self.asking)):
                key = (variant.mentions, variant.rest, variant.derived)
                if key not in seen:
                    seen.add(key)
                    cover = min(1.0, cut.value / best)
                    # A prize or festival that is called like a film: the film is meant more often.
                    if any((m.start, m.end) in titled for m in variant.of("organisation")):
                        cover *= 0.75
                    readings += self._readings(heard, variant, cover, conversation)
        return readings

    def _readings(
        self, heard: Heard, masked: Masked, cover: float, conversation: Conversation
    ) -> list[Reading]:  # fmt: skip
        slots = self.slots(masked)
        rest = [heard.hits[at] for at in masked.rest]
        shares = self.shares(heard, masked)
        asked = sum(self.asking.weight(found) * part for found, part in zip(rest, shares, strict=True))
        relation = masked.derived[-1].relation if masked.derived else ""
        if relation and asked < 0.35 and (
            relation.startswith("films") or self.subjects.leads_to(relation) == "person"
        ):  # fmt: skip
            return []  # "режиссёр X" alone asks for the director himself
        carried = frozenset[str]()
        if not slots & {"film", "person", "organisation"}:
            carried = frozenset(e.kind for e in conversation.entities[:8])
        telling = slots - self.subjects.qualifiers(masked, self.asking.says("yesno", rest, 0.97))
        matches = self.asking.classify(rest, telling, shares, carried)[:8]
        bare = all(
            any(h.word in words for words in (self.asking.words.function, self.asking.words.filler,
                                              self.asking.words.cinema) for h in found[:1])
            for found in rest
        )  # fmt: skip
        if bare and masked.mentions:
            matches = []  # "про «Тюльпан»", "фильм Томирис": nothing but the name
        matches += self._implied(heard, masked, slots, asked, conversation)
        unexplained = tuple(
            heard.tokens[at].text
            for at in masked.rest
            if not self.asking.is_asking(heard.hits[at], 0.8) and len(heard.tokens[at].skeleton) > 1
        )
        language = self._language(heard, masked)
        weight = sum(self.asking.weight(heard.hits[at]) for at in masked.rest) or 1.0
        strange = sum(
            self.asking.weight(heard.hits[at])
            for at in masked.rest
            if not self.asking.is_asking(heard.hits[at], 0.8)
        )
        qualities = [m.quality for m in masked.mentions] or [1.0]
        ranked = sorted((m.score for m in matches), reverse=True)
        found = []
        for match in matches:
            kind = KINDS[match.kind]
            reading = self._settle(heard, masked, match, kind, conversation)
            if reading is None:
                continue
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
                cost=match.score - reading.confidence,
                unexplained=min(len(unexplained), 4) / 4,
                strange=strange / (weight + sum(m.weight for m in masked.mentions)),
                strange_words=strange / weight,
                asked=min(asked, 3.0) / 3,
                cover=cover,
                length=min(len(heard.tokens), 16) / 16,
                swapped=heard.layout.cost > 0,
                implied=not match.language,
                named=bool(masked.mentions),
                quoted=any(m.quoted for m in masked.mentions),
                ordinary=any(m.ordinary and not m.quoted for m in masked.mentions),
                derived=bool(masked.derived),
                known=self.subjects.knows(reading.query, kind),
                following=bool(conversation.entities) and not masked.of("film", "person", "organisation"),
            )
            confidence = reading.confidence * (0.55 + 0.45 * min(qualities)) - heard.layout.cost
            confidence -= 0.04 * min(3, len(unexplained))
            found.append(
                replace(
                    reading,
                    confidence=max(0.0, min(1.0, confidence)),
                    rank=confidence * (0.55 + 0.45 * cover),
                    language=language or match.language,
                    unexplained=unexplained,
                    layout=heard.layout.name,
                    signs=signs,
                )
            )
        return found

    @staticmethod
    def shares(heard: Heard, masked: Masked) -> list[float]:
        """Words of a clause that names nothing, beside one that does, are chatter and count little."""
        named = {heard.tokens[at].clause for m in masked.mentions for at in range(m.start, m.end)}
        if not named:
            return [1.0] * len(masked.rest)
        inside = sum(heard.tokens[at].clause in named for at in masked.rest)
        if not inside:
            return [1.0] * len(masked.rest)
        return [1.0 if heard.tokens[at].clause in named else 0.3 for at in masked.rest]

    def slots(self, masked: Masked) -> frozenset[str]:
        slots = {_SLOT_OF.get(m.kind, m.kind) for m in masked.mentions}
        for step in masked.derived:
            own = _SLOT_OF.get(step.mention.kind, step.mention.kind)
            slots.discard(own)
            slots.add(self.subjects.leads_to(step.relation))
        return frozenset(slots)

    def _implied(
        self, heard: Heard, masked: Masked, slots: frozenset[str], asked: float,
        conversation: Conversation,
    ) -> list[Match]:  # fmt: skip
        """Kinds that no word names: a bare title is a card; "and Bekezhan?" repeats the last question."""
        found = []
        light = max(0.0, 0.92 - 0.9 * asked)
        if masked.of("organisation") and not masked.of("film", "person"):
            light -= 0.05  # a film of the same name is meant more often
        kind = next(
            (
                name
                for slot, name in (
                    ("decoy", ""), ("film", "film.card"), ("organisation", "org.what"),
                    ("person", "person.who"), ("genre", "list.films"), ("date", "list.films"),
                    ("place", "list.films"), ("occupation", "list.people"),
                )
                if slot in slots
            ),
            "",
        )  # fmt: skip
        if {"person", "genre"} <= slots or ({"person", "date"} <= slots and "film" not in slots):
            kind = "list.films"
        if {"organisation", "date"} <= slots and "film" not in slots:
            kind = "award.wins"
        if kind and light > 0.3:
            found.append(Match(kind, "", light, light, light, 0.0, light))
        words = self.asking.words
        content = sum(
            self.asking.weight(heard.hits[at])
            for at in masked.rest
            if not any(h.word in words.question or h.word in words.function for h in heard.hits[at][:1])
        )
        light = max(light, 0.97 - 0.9 * content if content < 0.2 else 0.0)
        if conversation.listed and masked.of("organisation") and self.asking.says(
            "among", [heard.hits[at] for at in masked.rest], 0.97
        ):
            found.append(Match("award.shown", "", 0.85, 0.85, 0.85, 0.0, 0.85))
        if conversation.asked in KINDS and slots and light > 0.3:
            own = {slot for option in KINDS[conversation.asked].needs for slot in option}
            if slots & (own | KINDS[conversation.asked].takes):
                found.append(Match(conversation.asked, "", light + 0.02, light, light, 0.0, light))
        return found

    def _settle(
        self, heard: Heard, masked: Masked, match: Match, kind: Kind, conversation: Conversation
    ) -> Reading | None:  # fmt: skip
        """The reading of one kind over one masking: its subject, filters, and what does not fit."""
        if kind.name != "film.oscar" and self._names_oscar(heard, masked):
            return None
        subject = self.subjects.find(kind, masked, heard, conversation)
        if subject is None or (masked.derived and not run(self.base, subject.query)):
            return None
        if kind.name.startswith("follow.") and masked.mentions:
            return None
        confidence = match.score - subject.cost
        rest = [heard.hits[at] for at in masked.rest]
        if kind.name in ("person.did", "award.yesno") and self.asking.says("who", rest, 0.97):
            confidence -= 0.25  # "who played in X" wants no yes or no
        if kind.name in _NO_WHO and self.asking.says("whom", rest, 0.97):
            confidence -= 0.12  # "who" asks for a person
        if conversation.listed and not masked.of("film", "person") and self.asking.says("among", rest, 0.97):
            if kind.name not in OF_LIST and not kind.name.startswith(("talk", "follow")):
                return None
            confidence += 0.1
        others = any(h.word in self.asking.words.other and h.similarity > 0.95 for f in rest for h in f)
        if others and kind.name.startswith("film.") and not masked.derived and masked.of("film"):
            confidence -= 0.12  # "what ELSE did the composer of X write"
        if self.asking.says("yesno", rest, 0.99) and not self.asking.says("who", rest, 0.97):
            confidence += 0.06 if kind.name in _YESNO else -0.04
        if self.asking.says("why", rest) and not kind.name.startswith(("talk", "follow", "news")):
            return None  # no field of a record tells why
        confidence -= 0.4 * self._half_quoted(heard, masked)
        if masked.derived and kind.name in ("person.who", "person.did", "talk.who"):
            confidence -= 0.12  # "кто режиссёр X" asks for the director, not about him
        return Reading(
            kind.name,
            subject.query,
            match.language,
            confidence,
            masked.mentions,
            subject.namesakes,
            subject.missing,
            others=subject.others,
            carried=subject.carried,
            range=masked.range,
        )

    def _title_languages(self, heard: Heard, mention: Mention) -> list[str]:
        """In which languages the film is called as it was typed, give or take an ending."""
        typed = " ".join(t.skeleton for t in heard.tokens[mention.start : mention.end])
        title = self.base.films[mention.ids[0]].title
        near = {code: ratio(typed, " ".join(fold(title.get(code)))) for code in ("kk", "ru", "en")}
        top = max(near.values())
        return [code for code, value in near.items() if value >= max(80.0, top - 1)]

    def _half_quoted(self, heard: Heard, masked: Masked) -> bool:
        """A title in quotes of which we know only a part is another film's."""
        covered = {at for m in masked.mentions for at in range(m.start, m.end)}
        for mention in masked.of("film", "role", "organisation"):
            if not mention.quoted:
                continue
            for at in (mention.start - 1, mention.end):
                if (
                    0 <= at < len(heard.tokens)
                    and heard.tokens[at].quoted
                    and at not in covered
                    and not self.asking.is_asking(heard.hits[at], 0.97)
                ):
                    return True
        return False

    def _names_oscar(self, heard: Heard, masked: Masked) -> bool:
        """The Oscar left among the words: only one kind of question means it."""
        own = self._oscar
        return any(h.word in own and h.similarity > 0.93 for at in masked.rest for h in heard.hits[at])

    def tongue(self, text: str) -> str:
        """The language of a text of which nothing else is understood; empty where it does not show."""
        heard = self.hear(text)
        if not heard or not heard[0].tokens:
            return ""
        return self._language(heard[0], Masked((), tuple(range(len(heard[0].tokens))), 0.0))

    def _language(self, heard: Heard, masked: Masked) -> str:
        """The language of the words around the names; letters decide where words do not."""
        votes = {"kk": 0.0, "ru": 0.0, "en": 0.0}
        terms = [
            at for m in masked.mentions if m.how == "term" and m.kind != "role" for at in range(m.start, m.end)
        ]
        for at in (*masked.rest, *terms):
            hit = next((h for h in heard.hits[at][:6] if h.word in self.asking.words.languages), None)
            if hit and hit.similarity >= 0.88:
                counts = self.asking.words.languages[hit.word]
                total = sum(counts.values())
                for language, count in counts.items():
                    votes[language] += hit.similarity**4 * count / total
        letters = [c for c in heard.layout.text if c.isalpha()]
        cyrillic = sum("Ѐ" <= c <= "ӿ" for c in letters)
        if any(c in KAZAKH_LETTERS for t in heard.tokens for c in t.text):
            outside = any(c in KAZAKH_LETTERS for at in masked.rest for c in heard.tokens[at].text)
            votes["kk"] += 1.0 if outside else 0.4
        if letters and cyrillic > len(letters) / 2:
            votes["en"] -= 3.0
            votes["ru"] += 0.25
        else:
            votes["en"] += 0.3
        for mention in masked.of("film")[:1]:
            own = self._title_languages(heard, mention)
            for language in own:
                votes[language] += 0.9 / len(own) ** 2
        best = max(votes, key=lambda name: votes[name])
        return best if votes[best] > 0 else ""


__all__ = ["Derived", "Heard", "Reader", "Reading", "Filter"]
