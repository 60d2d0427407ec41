"""What the confidence is fitted on: the written questions with their candidates, right or not.

``tests/questions/unseen`` is never read here.  Most written questions have a pattern that fits
them; people ask in other words.  So all are put once more to an engine that has few of the
patterns, and questions of topics to an index that does not hold them in that language or that
wording.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from msgspec import structs

from knowledge.answer import Conversation
from knowledge.asking.asking import BEYOND
from knowledge.deciding.contest import Candidate, candidates
from knowledge.deciding.topics import TopicIndex
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES, Text, Topic
from knowledge.reading.reading import Reading
from tests.asking import NOW, TODAY, Question, files, judge, read
from tests.variants import styles, vary

SEED = 3
ASKED_ANEW = 84
"""So many topic questions a language."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate of one question; ``use`` is false where right or wrong teaches nothing."""

    candidate: Candidate
    right: bool
    use: bool = True


Contest = list[Example]


def written(engine: Engine) -> Iterator[tuple[int, Contest]]:
    """The contests of all written questions, along the right turns of each conversation.

    Each with the number of its conversation, for one must not be learnt and tried at once; and
    once more as other people would type it.
    """
    chance = random.Random(SEED)  # noqa: S311
    chats = (chat for file in files() for chat in read(file))
    for number, chat in enumerate(chats):
        before = Conversation()
        if len(chat) == 1:
            own = chat[0]
            text = vary(own.ask, chance.choice(styles(own.language)), own.language, chance)
            if text != own.ask:
                otherwise = replace(own, ask=text)
                typed = contested(engine, otherwise, before)
                yield number, [_example(engine, otherwise, each) for each in typed]
        for question in chat:
            contest = [
                _example(engine, question, candidate)
                for candidate in contested(engine, question, before)
            ]
            yield number, contest
            if any(e.right and _beyond(e.candidate) for e in contest):
                # What nobody thought of fits no such pattern: it is to be doubted without.
                rest = contested(engine, question, before, beyond=False)
                yield number, [_example(engine, question, each) for each in rest]
            right = next((e.candidate for e in contest if e.right), None)
            before = _go_on(engine, question, right, before)


def contested(
    engine: Engine, question: Question, before: Conversation, *, beyond: bool = True
) -> list[Candidate]:
    readings = [
        structs.replace(reading, language=reading.language or question.language)
        for reading in engine.reader.read(question.ask, question.today, before)
        if beyond or not reading.kind.startswith(BEYOND)
    ]
    return candidates(engine, readings, question.ask)


def _go_on(
    engine: Engine, question: Question, right: Candidate | None, before: Conversation
) -> Conversation:
    says = right.reading if right else None
    if says and not says.missing and not says.kind.startswith("follow"):
        answer = engine.answer(says, question.today)
    else:
        answer = engine.ask(question.ask, today=question.today, conversation=before)
    return engine.follow(before, answer, NOW)


def _example(engine: Engine, question: Question, candidate: Candidate) -> Example:
    kinds = set(question.kinds)
    reading = candidate.reading
    if candidate.found:
        answer = engine.written(candidate.found.entity, question.today, question.language)
        # Where a field was asked, a written answer that has it too says more than was asked.
        told = "topic" in kinds or any(kind.startswith("news") for kind in kinds)
        right = told and judge(replace(question, kinds=("topic",)), answer)[0] == "right"
        return Example(candidate, right)
    assert reading is not None
    if reading.missing == "decoy":
        return Example(candidate, "unknown" in kinds)
    if reading.missing:
        return Example(candidate, kinds == {"clarify"}, use=reading.kind not in kinds)
    if _beyond(candidate):
        return Example(candidate, kinds == {"unknown"} and not question.about)
    if reading.kind.startswith("follow"):
        return Example(candidate, reading.kind in kinds)
    right = "clarify" in kinds if reading.namesakes else False
    right = right or any(_right(engine, question, each) for each in _each(reading))
    return Example(candidate, right, use=reading.kind in kinds or not right)


def _beyond(candidate: Candidate) -> bool:
    return bool(candidate.reading and candidate.reading.kind.startswith(BEYOND))


def _each(reading: Reading) -> list[Reading]:
    """The reading for every namesake, or itself."""
    language = structs.replace(reading, namesakes=())
    return [
        structs.replace(
            language,
            query=structs.replace(reading.query, start=(entity, *reading.query.start[1:])),
        )
        for entity in reading.namesakes
    ] or [language]


def _right(engine: Engine, question: Question, reading: Reading) -> bool:
    """Whether it says what was asked, under whatever kind."""
    answer = engine.answer(structs.replace(reading, language=question.language), question.today)
    if set(question.kinds) == {"unknown"}:
        return answer.kind == "unknown" and bool(question.about)
    return judge(replace(question, kinds=(reading.kind,)), answer)[0] == "right"


def asked_anew(engine: Engine) -> Iterator[Contest]:
    """Questions of topics in words that the index does not hold."""
    chance = random.Random(SEED)  # noqa: S311
    whole = engine.topics
    topics = sorted(engine.base.topics.values(), key=lambda topic: topic.id)
    for language in LANGUAGES:
        others = [code for code in LANGUAGES if code != language]
        engine.topics = TopicIndex(engine.base, whole.light, asked_in=others)
        for topic in chance.sample(topics, ASKED_ANEW):
            yield _asked_anew(engine, topic, topic.question, language, chance)
        engine.topics = TopicIndex(engine.base, whole.light, last=False)
        for topic in chance.sample([topic for topic in topics if topic.asked], ASKED_ANEW):
            yield _asked_anew(engine, topic, topic.asked[-1], language, chance)
    engine.topics = whole


def _asked_anew(
    engine: Engine, topic: Topic, wording: Text, language: str, chance: random.Random
) -> Contest:
    text = wording.get(language)
    text = text.lower().rstrip("?") if chance.random() < 0.4 else text
    question = Question(text, ("topic",), language, "clean", today=TODAY)
    return [
        Example(c, c.found.entity.id == topic.id) if c.found else Example(c, False, use=False)
        for c in contested(engine, question, Conversation())
    ]
