"""Commands and deep links, in three languages."""

from __future__ import annotations

import pytest
from telegram.ext import ApplicationBuilder, CommandHandler

from bot.sandbox.world.profile import TOKEN
from handlers.registration import register
from knowledge.answers.texts import Texts
from tests.end_to_end.conftest import Meet
from tests.end_to_end.person import Person


def registered() -> list[str]:
    """Every command that the bot knows, so that a new one is tried, too."""
    application = ApplicationBuilder().token(TOKEN).build()
    register(application)
    handlers = [handler for group in application.handlers.values() for handler in group]
    known = [handler.commands for handler in handlers if isinstance(handler, CommandHandler)]
    return sorted(set[str]().union(*known))


def test_every_command_is_answered(person: Person) -> None:
    group = person.opens_group()
    commands = registered()
    assert {"start", "help", "lang", "about"} <= set(commands)
    for command in commands:
        assert person.says(f"/{command}").shows_something
        assert person.says(f"/{command}@QazaqKinoBot", chat=group).shows_something


def test_start_greets_with_three_questions_that_are_answered(person: Person, texts: Texts) -> None:
    greeting = person.says("/start")
    language = person.language
    assert greeting.lead == texts.say(language, "chat-start").splitlines()[0]
    examples = [texts.say(language, f"chat-example-{number}") for number in (1, 2, 3)]
    assert [label for label in greeting.buttons if label in examples] == examples
    for example in examples:
        assert person.presses(greeting, example, kinds=("message",)).links, "an answer has sources"


@pytest.mark.parametrize(
    ("record", "names"),
    [
        ("film_tulpan-2008", {"kk": "Қызғалдақ", "ru": "Тюльпан", "en": "Tulpan"}),
        ("person_akan-satayev", {"kk": "Ақан Сатаев", "ru": "Акан Сатаев", "en": "Akan Satayev"}),
    ],
)
def test_a_deep_link_opens_a_card(person: Person, record: str, names: dict[str, str]) -> None:
    assert names[person.language] in person.says(f"/start {record}").text


@pytest.mark.parametrize("record", ["film_no-such-film", "person_", "✨", "film_" + "a" * 59])
def test_a_deep_link_that_leads_nowhere(person: Person, record: str) -> None:
    shown = person.says(f"/start {record}")
    assert shown.text
    assert not shown.links


def test_help_and_about(person: Person, texts: Texts) -> None:
    shown = person.says("/help")
    assert "@QazaqKinoBot" in shown.text
    assert shown.lead == texts.say(person.language, "chat-help", username="").splitlines()[0]
    about = person.says("/about")
    assert about.text != shown.text


def test_a_command_that_is_none(person: Person, texts: Texts) -> None:
    assert person.says("/dance").text == texts.say(person.language, "chat-command")


def test_a_language_is_chosen_and_kept(meet: Meet, texts: Texts) -> None:
    person = meet("de")
    asked = person.says("/lang")
    for language in ("kk", "ru", "en"):
        name = texts.say(language, "chat-lang-name")
        said = person.presses(asked, name)
        assert said.text == texts.say(language, "chat-lang-set")
        shown = person.says("/help")
        assert shown.lead == texts.say(language, "chat-help", username="").splitlines()[0]
    assert person.says("/lang kk").text == texts.say("kk", "chat-lang-set")
    assert person.says("/lang").text == texts.say("kk", "chat-lang-ask")


def test_the_language_of_a_question_wins_for_its_answer(meet: Meet) -> None:
    person = meet("en")
    assert "режиссёр" in person.says("кто снял «Тюльпан»?").lead
    assert "directed" in person.says("who directed Tulpan?").lead
