"""The chat over the real facts: what the bot itself proposes to ask is answered, with sources."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.application import Application
from handlers.context import Service
from knowledge.answers.texts import load_texts
from knowledge.engine import Engine
from tests.botapi import BotApi
from tests.handlers.conftest import Clock, MakeApplication, Person

LANGUAGES = ["kk", "ru", "en"]
TODAY = date(2026, 11, 23)


@pytest.fixture
async def application(running: MakeApplication, engine: Engine) -> Application:
    return await running(engine)


def proposals(language: str) -> list[str]:
    """The questions of /start, and those of /help: after the colon of each bullet."""
    texts = load_texts()
    examples = [texts.say(language, f"chat-example-{n}") for n in (1, 2, 3)]
    bullets = [
        line.partition(": ")[2]
        for line in texts.say(language, "chat-help", username="x").splitlines()
        if line.startswith("•")
    ]
    questions = [
        question.strip(" ?")
        for bullet in bullets
        for part in bullet.split("?")
        for question in ([part] if "?" in bullet else part.split(", "))
        if question.strip()
    ]
    return examples + questions


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, question) for language in LANGUAGES for question in proposals(language)],
)
def test_what_is_proposed_is_answered(engine: Engine, language: str, question: str) -> None:
    answer = engine.ask(question, today=TODAY, language=language)
    assert (answer.kind, answer.language) == ("answer", language)
    assert answer.sources


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_conversation(
    person: Person, service: Service, api: BotApi, language: str
) -> None:
    person.code = language
    await person.says("/start")
    await person.presses(service.texts.say(language, "chat-example-1"))
    assert len(person.seen) == 2
    director = service.engine.base.people["akan-satayev"].name.get(language)
    assert director in person.last.text
    await person.presses_data("~zz", person.last)
    assert api.notices[-1] == (service.texts.say(language, "chat-expired"), True)
    await person.says(
        {"kk": "ал кім ойнады?", "ru": "а кто играл?", "en": "who plays in it?"}[language]
    )
    assert len(person.seen) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("payload", ["film_tulpan-2008", "person_akan-satayev"])
async def test_deep_links_open_cards(
    person: Person, service: Service, language: str, payload: str
) -> None:
    person.code = language
    await person.says(f"/start {payload}")
    kind, _, record = payload.partition("_")
    base = service.engine.base
    name = base.films[record].title if kind == "film" else base.people[record].name
    assert name.get(language) in person.last.text.splitlines()[0]


async def test_every_button_of_every_answer_opens(
    person: Person, clock: Clock, api: BotApi
) -> None:
    for question in proposals("en"):
        clock.passes(minutes=20)
        await person.says(question)
        shown = person.last
        carried = [
            (button["text"], button["callback_data"])
            for row in shown.keyboard
            for button in row
            if "callback_data" in button
        ]
        for label, data in carried:
            clock.passes(minutes=1)
            await person.presses_data(data, shown)
            assert not api.notices[-1][1], (question, label)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_filmography_is_paged_in_place(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    await person.says(service.texts.say(language, "chat-example-2"))
    [shown] = person.seen
    first = shown.text
    assert "1/2" in shown.labels
    alternatives = service.texts.say(language, "chat-not-meant") in shown.labels
    await person.presses("▶")
    assert (service.texts.say(language, "chat-not-meant") in shown.labels) == alternatives
    assert len(person.seen) == 1
    assert "2/2" in shown.labels
    assert shown.text != first
    await person.presses("◀")
    assert shown.text == first


@pytest.mark.parametrize(
    ("asked", "corrected"),
    [
        ("«Қызғалдақ» фильмін кім түсірді?", "«Анаға апарар жол» фильмін кім түсірді?"),
        ("Кто снял «Тюльпан»?", "Кто снял «Дорогу к матери»?"),
        ("Who directed “Tulpan”?", "Who directed “Road to Mother”?"),
    ],
)
async def test_a_corrected_question_is_answered_in_place(
    person: Person, asked: str, corrected: str
) -> None:
    number = await person.says(asked)
    before = person.last.text
    await person.edits(number, corrected)
    [shown] = person.seen
    assert shown.text != before
    assert "2016" in shown.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.text(min_size=1, max_size=64)
    | st.from_regex(r"\A[0-4][0-9a-f]\.[0-9a-f]{0,7}\.[0-9a-f,]{0,4}\.[a-z0-9,!]{0,20}\Z")
    | st.from_regex(r"\A~[0-9]{1,4}:[0-4][0-9a-f]\.\.[0-9a-f,]{0,4}\.[a-z0-9,!]{0,20}\Z")
)
async def test_no_forged_button_breaks_the_bot(
    person: Person, clock: Clock, api: BotApi, data: str, caplog: pytest.LogCaptureFixture
) -> None:
    clock.passes(minutes=1)
    await person.says("/help")
    await person.presses_data(data, person.last)
    assert "Traceback" not in caplog.text
    assert not api.queries
