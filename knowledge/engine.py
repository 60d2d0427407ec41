"""The engine: a question and its conversation in, an answer out.

Immutable: a reload builds a new one.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from knowledge.answer import Answer, Conversation, Entity, Option
from knowledge.answers import respond, written
from knowledge.answers.context import Context
from knowledge.answers.refs import Refs
from knowledge.answers.texts import Texts, load_texts
from knowledge.answers.wording import Wording
from knowledge.asking.asking import Asking
from knowledge.asking.subscribing import Subscribing, read_subscribing
from knowledge.asking.wordings import Documents, read_wordings
from knowledge.cards import Cards
from knowledge.deciding.deciding import decide
from knowledge.deciding.decision import Decision
from knowledge.deciding.following import resumed
from knowledge.deciding.sentences import by_sentences
from knowledge.deciding.topics import TopicIndex
from knowledge.deciding.twofold import twofold
from knowledge.factbase import compiled
from knowledge.factbase.base import FactBase
from knowledge.factbase.decoys import read_decoys
from knowledge.factbase.loading import FACTS, read_facts
from knowledge.factbase.records import LANGUAGES
from knowledge.naming.names import NameIndex
from knowledge.naming.suggesting import Suggesting
from knowledge.query import Query
from knowledge.reading.narrowing import OF_FILMS
from knowledge.reading.reading import Reader, Reading
from knowledge.spelling.lexicon import Lexicon


class Engine:
    """Everything that answers, built from facts and languages."""

    def __init__(
        self, base: FactBase, asking: Asking, reader: Reader, topics: TopicIndex, texts: Texts
    ) -> None:
        self.base = base
        self.asking = asking
        self.reader = reader
        self.topics = topics
        self.texts = texts
        self.refs = Refs(base)
        self.wording = {code: Wording(base, texts, code) for code in LANGUAGES}
        self.cards = Cards(base, self.wording, self.refs)
        self.suggesting = Suggesting(base, reader)

    @classmethod
    def load(cls, facts_dir: Path | None = None, documents: Documents | None = None) -> Engine:
        """Read facts and languages; raises ``loading.LoadError`` with every fault of the facts.

        ``documents`` take the place of the asking.yaml that ship; nothing is kept of them.
        """
        with compiled.lasting():
            return cls._load(facts_dir or FACTS, documents)

    @classmethod
    def _load(cls, directory: Path, documents: Documents | None) -> Engine:
        program, facts = compiled.program(FACTS.parent), compiled.key(directory)
        base = FactBase(read_facts(directory, facts))
        lexicon, shelf = Lexicon(), compiled.Shelf(directory, compiled.digest(program, facts))
        if documents is None:
            asking = Asking.shipped(lexicon, program)
        else:
            asking, shelf = Asking(lexicon, read_wordings(lexicon, documents)), compiled.NOT_KEPT
        names = NameIndex(
            base, lexicon, frozenset(asking.words.function), asking.ordinary,
            frozenset(asking.words.question | asking.words.function | asking.words.cinema)
            | asking.date_words(),
            asking.words.english, read_decoys, asking.dates, asking.generic,
            asking.words.award_tails, shelf, frozenset(asking.words.filler | asking.words.cinema),
        )  # fmt: skip
        lexicon.freeze(shelf, "names", asking.words.rigid)
        asking.terms = names.terms
        asking.often_asked |= names.terms
        asking.fit()
        asking.learn_terms(base.vocabulary.values())
        reader = Reader(base, lexicon, asking, names)
        return cls(base, asking, reader, TopicIndex(base, asking.light, shelf), load_texts())

    def over(self, base: FactBase) -> Engine:
        """The same engine over the same records beside other showings."""
        engine = copy(self)
        engine.base, engine.cards = base, Cards(base, self.wording, self.refs)
        return engine

    @property
    def subscribing(self) -> Subscribing:
        """Reads wishes to be told; only a chat has them."""
        return read_subscribing()

    @property
    def newest(self) -> date:
        """The day of the newest fact."""
        return self.base.newest

    def tongue(self, text: str) -> str:
        """The language that a text shows; empty where it shows none of ours."""
        return self.reader.tongue(text)

    def ask(
        self, text: str, *, today: date, conversation: Conversation | None = None,
        language: str = "",
    ) -> Answer:  # fmt: skip
        """Answer a question; ``language`` is the chat's, where the text shows none."""
        before = conversation or Conversation()
        whole = decide(self, text, today, before, language)
        decision = by_sentences(self, text, whole, today, before)
        # Whatever is said, its confidence is the fitted chance and not the match of a pattern.
        answer = replace(self.told(decision, today), confidence=decision.confidence)
        return twofold(self, text, whole, answer, today, before) if decision is whole else answer

    def told(self, decision: Decision, today: date) -> Answer:
        """What a decision says."""
        word = self.wording[decision.language]
        if decision.again and (found := resumed(self, decision, today)):
            return found
        if decision.verdict == "talk":
            return Answer("talk", decision.language, word.say(decision.text), asked=decision.asked)
        if decision.entity:
            return self.written(decision.entity, today, decision.language)
        if decision.verdict == "answer" and decision.readings:
            found = self._first_that_knows(decision, today)
            told = decision.told if found.kind == "unknown" else None
            return self.written(told, today, decision.language) if told else found
        if decision.verdict == "clarify":
            if decision.text == "ask-which" and not self._options(decision, today):
                return self.answer(decision.readings[0], today)  # of none of them it is known
            options = decision.options or self._options(decision, today)
            if options or decision.text.startswith("ask-missing"):
                return Answer(
                    "clarify",
                    decision.language,
                    word.say(decision.text, **decision.values),
                    options=options,
                    asked=decision.asked or next((r.kind for r in decision.readings), ""),
                    entities=decision.about,
                )
        text = (decision.text if decision.verdict != "clarify" else "") or "unknown"
        lines = (word.say("examples"),) if text == "unknown" else ()
        said, about, asked = word.say(text, **decision.values), decision.about, decision.asked
        return Answer("unknown", decision.language, said, lines, entities=about, asked=asked)

    def answer(
        self, reading: Reading, today: date, others: tuple[Reading, ...] = (), page: int = 1
    ) -> Answer:
        """What a reading is answered; ``others`` are the next best, for "not what I meant"."""
        word = self.wording[reading.language]
        answer = respond(Context(self.base, word, today, reading, page))
        alternatives = (
            Option(self._label(other), ref)
            for other in others[:4]
            if self.texts.has(other.language, "ask-" + other.kind.replace(".", "-"))
            and not other.missing
            and (ref := self.refs.write(other))
        )
        return replace(
            answer,
            ref=self.refs.write(reading),
            alternatives=tuple(islice(alternatives, 3)),
            sources=tuple(answer.sources),
        )

    def _label(self, reading: Reading) -> str:
        word = self.wording[reading.language]
        question = word.say("ask-" + reading.kind.replace(".", "-"))
        names = [self.name(entity, reading.language) for entity in reading.query.start[:2]]
        return word.option(" + ".join(names), question) if names else question

    def name(self, entity: Entity, language: str) -> str:
        """How an entity is called in a language; a film with its year."""
        return self.wording[language].name(entity)

    def _first_that_knows(self, decision: Decision, today: date) -> Answer:
        """The answer to the best reading; where a list stays empty, to the next as likely one.

        A film that lacks what was asked stays the answer: another question would be another's.
        """
        first, *others = decision.readings
        answer = self.answer(first, today, decision.readings[1:])
        if answer.kind != "unknown" or not decision.second:
            return answer
        if first.kind.partition(".")[0] not in ("list", "award", "premiere") and (
            others[0].kind != first.kind
        ):
            return answer
        second = self.answer(others[0], today, decision.readings[2:])
        return second if second.kind == "answer" else answer

    def _options(self, decision: Decision, today: date) -> tuple[Option, ...]:
        """At most four different things that may have been meant, with what each would answer."""
        options: list[Option] = []
        written = [
            Option(
                self.name(entity, decision.language),
                self.refs.topic(entity),
                self.written(entity, today, decision.language).lead,
            )
            for entity in decision.written[: 1 if decision.readings else 2]
        ]
        for reading in decision.readings:
            ref = self.refs.write(reading)
            if not ref:
                continue
            answer = self.answer(reading, today)
            option = Option(self._label(reading), ref, answer.lead)
            if answer.kind == "answer" and all(option.label != other.label for other in options):
                options.append(option)
            if len(options) == 4 - len(written):
                break
        return tuple(options + written)

    def written(self, entity: Entity, today: date, language: str) -> Answer:
        """What a topic or a news item says."""
        reading = Reading("topic", Query((entity,)), language, 1.0)
        ctx = Context(self.base, self.wording[language], today, reading)
        if entity.kind == "topic":
            answer = written.topic(ctx, self.base.topics[entity.id])
        else:
            answer = written.item(ctx, self.base.news[entity.id])
        return replace(answer, ref=self.refs.topic(entity))

    def open(self, ref: str, *, today: date, language: str, page: int = 1) -> Answer | None:
        """What a button leads to; None for a reference that means nothing (it is untrusted)."""
        if card := self.cards.open(ref, today=today, language=language, page=page):
            return card
        found = self.refs.read(ref, language)
        if found is None:
            return None
        if isinstance(found, Entity):
            return self.written(found, today, language)
        return self.answer(found, today, page=page)

    def follow(self, conversation: Conversation, answer: Answer, now: datetime) -> Conversation:
        """The conversation after this answer."""
        last, lists = self.refs.query(answer.ref), answer.asked.startswith(OF_FILMS)
        return conversation.after(answer, now, last, lists=lists)
