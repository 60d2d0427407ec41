"""/subscriptions and /unsubscribe."""

from __future__ import annotations

import pytest

from bot.delivery.delivery import Delivery
from bot.delivery.topic import Topic
from handlers.context import Service
from tests.botapi import BotApi
from tests.handlers.conftest import Clock, Person

LANGUAGES = ["kk", "ru", "en"]
TOPICS = [Topic("news"), Topic("film", "tulpan-2008"), Topic("person", "x" * 55)]


@pytest.fixture
async def delivery(delivery: Delivery, clock: Clock) -> Delivery:
    """Somebody who subscribed to some things."""
    for topic in TOPICS:
        await delivery.subscriptions.subscribe(1, topic, clock(), "en")
    return delivery


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_is_ended_by_one_tap(
    person: Person, delivery: Delivery, api: BotApi, language: str
) -> None:
    person.code = language
    await person.says("/subscriptions")
    assert person.last.text == person.words("chat-subscriptions", count=3)
    news = person.words("chat-topic-news")
    # Of what is no more in the facts, the id is all there is.
    labels = [person.words("chat-end", topic=name) for name in (news, "tulpan-2008", "x" * 55)]
    assert person.last.labels == labels
    for label in labels:
        await person.presses(label)
    assert await delivery.subscriptions.topics(1) == []
    assert person.last.text == person.words("chat-subscriptions-none")
    assert api.notices[0] == (person.words("chat-ended", topic=news), False)
    assert len(person.seen) == 1


async def test_more_than_fit_are_counted(
    person: Person, service: Service, delivery: Delivery, clock: Clock
) -> None:
    for number in range(40):
        await delivery.subscriptions.subscribe(1, Topic("film", f"f-{number}"), clock(), "en")
    await person.says("/subscriptions")
    assert len(person.last.labels) == 40
    assert service.texts.say("en", "chat-subscriptions-rest", count=3) in person.last.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", ["yes", "no"])
async def test_all_end_after_a_confirmation(
    person: Person, delivery: Delivery, language: str, answer: str
) -> None:
    person.code = language
    await person.says("/unsubscribe")
    assert person.last.text == person.words("chat-end-all-ask", count=3)
    assert len(await delivery.subscriptions.topics(1)) == 3
    await person.presses(person.words(f"chat-end-all-{answer}"))
    ended = answer == "yes"
    assert person.last.text == person.words("chat-end-all-done" if ended else "chat-end-all-kept")
    assert len(await delivery.subscriptions.topics(1)) == (0 if ended else 3)
    assert person.last.labels == []


async def test_where_there_are_none(person: Person, service: Service) -> None:
    for command in ("/subscriptions", "/unsubscribe"):
        await person.says(command)
        assert person.last.text == service.texts.say("en", "chat-subscriptions-none")


@pytest.mark.parametrize("forged", ["~end:film", "~end:f_A", "~end:f_", "~end:none"])
async def test_what_no_button_carries(
    person: Person, service: Service, delivery: Delivery, api: BotApi, forged: str
) -> None:
    await person.says("/subscriptions")
    await person.presses_data(forged, person.last)
    assert api.notices == [(service.texts.say("en", "chat-expired"), True)]
    assert len(await delivery.subscriptions.topics(1)) == 3
