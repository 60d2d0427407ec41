"""/start, /help, /lang, /about and commands that do not exist, in three languages."""

from __future__ import annotations

import pytest

from bot.storage import Storage
from handlers.context import Service
from tests.handlers.conftest import Clock, Person
from tests.handlers.scripted import Scripted

LANGUAGES = ["kk", "ru", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_start_introduces_with_three_questions(
    person: Person, service: Service, scripted: Scripted, language: str
) -> None:
    person.code = language
    await person.says("/start")
    shown = person.last
    assert shown.text == service.texts.say(language, "chat-start")
    examples = [service.texts.say(language, f"chat-example-{n}") for n in (1, 2, 3)]
    assert shown.labels == examples
    await person.presses(examples[1])
    assert scripted.asked[-1][0] == examples[1]
    assert scripted.asked[-1][3] == language
    assert len(person.seen) == 2


async def test_kazakh_is_the_language_of_the_house(person: Person, service: Service) -> None:
    person.code = "fr"
    await person.says("/start")
    assert person.last.text == service.texts.say("kk", "chat-start")


async def test_a_deep_link_opens_the_card(person: Person, scripted: Scripted) -> None:
    await person.says("/start film_tulpan-2008")
    assert person.last.text.startswith("Tulpan (2008)")
    await person.says("who directed it")
    assert scripted.asked[-1][2].entities != ()


@pytest.mark.parametrize("payload", ["film_none", "person_nobody", "award_none"])
async def test_a_deep_link_to_nothing(person: Person, service: Service, payload: str) -> None:
    await person.says(f"/start {payload}")
    assert person.last.text == service.texts.say("en", "chat-card-missing")


@pytest.mark.parametrize("payload", ["../etc", "film_", "FILM_x", "film_tulpan-2008;"])
async def test_a_strange_deep_link_is_an_ordinary_start(
    person: Person, service: Service, payload: str
) -> None:
    await person.says(f"/start {payload}")
    assert person.last.text == service.texts.say("en", "chat-start")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help(person: Person, service: Service, language: str) -> None:
    person.code = language
    await person.says("/help")
    for key in ("chat-help", "chat-help-more", "chat-help-subscriptions"):
        assert service.texts.say(language, key, username="QazaqKinoBot") in person.last.text
    assert "@QazaqKinoBot" in person.last.text
    assert person.last.html.startswith("<b>")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "21 фильм, 1 389 адам"),
        ("ru", "21 фильм, 1 389 человек"),
        ("en", "21 films, 1,389 people"),
    ],
)
async def test_about_says_how_much_and_how_fresh(person: Person, language: str, said: str) -> None:
    person.code = language
    await person.says("/about")
    text = person.last.text.replace("\xa0", " ")
    assert said in text
    assert "2026" in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_lang_is_kept_and_wins_over_the_phone(
    person: Person, service: Service, storage: Storage, language: str
) -> None:
    person.code = "en" if language != "en" else "ru"
    await person.says("/lang")
    assert person.last.labels == ["Қазақша", "Русский", "English"]
    await person.presses(service.texts.say(language, "chat-lang-name"))
    assert person.last.text == service.texts.say(language, "chat-lang-set")
    assert await storage.language(1) == language
    await person.says("/start")
    assert person.last.text == service.texts.say(language, "chat-start")


async def test_lang_with_the_language_named(person: Person, storage: Storage) -> None:
    await person.says("/lang RU")
    assert await storage.language(1) == "ru"


async def test_the_stored_language_survives_a_restart(
    person: Person, service: Service, storage: Storage, clock: Clock
) -> None:
    await storage.set_language(1, "ru", clock())
    await person.says("/help")
    assert person.last.text.startswith("О чём можно спросить")


async def test_the_chosen_language_goes_to_the_engine(person: Person, scripted: Scripted) -> None:
    await person.says("/lang kk")
    await person.says("where is my cat")  # answered in Russian
    await person.says("?")
    assert scripted.asked[-1][3] == "kk"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_command_that_does_not_exist(
    person: Person, service: Service, scripted: Scripted, language: str
) -> None:
    person.code = language
    await person.says("/oscar")
    assert person.last.text == service.texts.say(language, "chat-command")
    assert scripted.asked == []
