"""``@bot road to mother`` in any chat, over the real facts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.application import Application
from handlers.context import Service
from knowledge.answer import Entity
from knowledge.engine import Engine
from tests.botapi import BotApi
from tests.handlers.conftest import MakeApplication, Person
from tests.handlers.drawings import Drawings

LANGUAGES = ["kk", "ru", "en"]


@pytest.fixture
async def application(running: MakeApplication, engine: Engine) -> Application:
    return await running(engine)


def ids(offered: dict[str, Any]) -> list[str]:
    return [result["id"] for result in offered["results"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    [
        "дорога к матери",
        "дорога к",
        "Дарога к матере",
        "road to mo",
        "anaga aparar jol",
        "ljhjuf r vfnthb",
    ],
)
async def test_a_title_in_any_spelling_begun_or_misspelt(
    person: Person, service: Service, language: str, typed: str
) -> None:
    person.code = language
    offered = await person.types(typed)
    first = offered["results"][0]
    title = service.engine.base.films["road-to-mother-2016"].title.get(language)
    assert first["id"] == "f:road-to-mother-2016"
    assert title in first["title"]
    assert title in first["input_message_content"]["message_text"]
    assert first["description"]
    [[button]] = first["reply_markup"]["inline_keyboard"]
    assert button["url"] == "https://t.me/QazaqKinoBot?start=film_road-to-mother-2016"
    assert offered["is_personal"] == "true"
    assert int(offered["cache_time"]) > 0


async def test_somebody_named_comes_with_the_films(person: Person) -> None:
    offered = ids(await person.types("сатаев"))
    assert offered[0] == "p:akan-satayev"
    assert "f:tomiris-2019" in offered
    assert len(offered) <= 50


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_typed_offers_what_opens_soon(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    offered = await person.types("  ")
    engine = service.engine
    soon = engine.open(
        engine.refs.kind("premiere.upcoming"), today=service.today, language=language
    )
    assert soon
    assert ids(offered) == [f"f:{e.id}" for e in soon.entities]
    assert offered["button"]["start_parameter"] == "inline"


async def test_a_whole_question_is_answered(person: Person) -> None:
    offered = await person.types("who directed tulpan")
    answer, *cards = offered["results"]
    assert "Dvortsevoy" in answer["title"]
    assert "Sources" in answer["input_message_content"]["message_text"]
    assert cards[0]["id"] == "f:tulpan-2008"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_button_carries_the_question_into_the_chat(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    question = {
        "kk": "Томиристі кім түсірді",
        "ru": "кто снял Томирис",
        "en": "who directed Tomiris",
    }[language]
    offered = await person.types(question)
    assert offered["button"]["text"] == service.texts.say(language, "chat-inline-more")
    await person.says(f"/start {offered['button']['start_parameter']}")
    director = service.engine.base.people["akan-satayev"].name.get(language)
    assert director in person.last.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_found_leads_into_the_chat(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    offered = await person.types("zzyzx qwrt")
    assert offered["results"] == []
    assert offered["button"]["text"] == service.texts.say(language, "chat-inline-none")


async def test_the_chosen_language_wins_also_inline(person: Person, service: Service) -> None:
    await person.says("/lang kk")
    offered = await person.types("tomiris")
    assert "«Томирис»" in offered["results"][0]["title"]


async def test_a_picture_that_telegram_has_is_offered_by_its_file_id(
    person: Person, drawings: Drawings
) -> None:
    await person.says("/film tomiris")
    [result] = [r for r in (await person.types("tomiris"))["results"] if r["type"] == "photo"]
    assert result["photo_file_id"] == person.last.photo
    assert "Akan Satayev" in result["caption"]
    person.code = "ru"  # a picture in another language is another picture
    assert {r["type"] for r in (await person.types("tomiris"))["results"]} == {"article"}


async def test_offered_is_the_picture_of_the_card_not_of_its_section(
    person: Person, drawings: Drawings
) -> None:
    await person.says("/person akan satayev")
    [shown] = person.seen
    portrait = shown.photo
    await person.presses("Films")
    assert shown.photo != portrait
    [result] = [r for r in (await person.types("akan satayev"))["results"] if r["type"] == "photo"]
    assert result["photo_file_id"] == portrait


async def test_a_shared_card_is_found_by_its_link(person: Person) -> None:
    assert ids(await person.types("film_tomiris-2019")) == ["f:tomiris-2019"]
    assert ids(await person.types("person_nobody-at-all")) == []


async def test_the_same_words_are_sought_once_a_language(
    person: Person, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[str] = []
    suggest = service.engine.suggesting.suggest

    def noting(text: str, limit: int) -> list[Entity]:
        sought.append(text)
        return suggest(text, limit)

    monkeypatch.setattr(service.engine.suggesting, "suggest", noting)
    for code in ("en", "en", "ru"):
        person.code = code
        await person.types("Tomiris")
    assert sought == ["Tomiris", "Tomiris"]


async def test_an_answer_that_comes_too_late_is_no_error(
    person: Person, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    query = {"id": "gone", "from": person.user, "query": "tomiris", "offset": ""}
    await person.receive({"inline_query": query})
    assert api.inline == []
    assert api.count("answerInlineQuery") == 1
    assert caplog.text == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(typed=st.text(max_size=256))
async def test_whatever_is_typed_is_answered(
    person: Person, api: BotApi, typed: str, caplog: pytest.LogCaptureFixture
) -> None:
    offered = await person.types(typed)
    assert len(offered["results"]) <= 50
    assert not api.queries
    assert "Traceback" not in caplog.text
