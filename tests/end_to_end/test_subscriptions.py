"""From /subscribe to the message that arrives, through the real client and the real database.

With a bot of its own: to deliver, it must trust its clock, which others move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from anyio.from_thread import start_blocking_portal

from bot.delivery.delivery import Delivery
from bot.delivery.item import Item
from bot.delivery.topic import Topic
from knowledge.answers.texts import Texts
from knowledge.engine import Engine
from tests.end_to_end.conftest import NOON, running
from tests.end_to_end.person import Person

Publish = Callable[[Item], object]
NEWS = {"kk": "<b>Жаңа фильм</b>", "ru": "<b>Новый фильм</b>", "en": "<b>A new film</b>"}


@pytest.fixture(scope="module")
def bot(
    engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[httpx.Client, Publish]]:
    folder = tmp_path_factory.mktemp("subscriptions")
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(running(engine, folder)) as (address, application),
        httpx.Client(base_url=address, timeout=60, trust_env=False) as client,
    ):
        delivery: Delivery = application.bot_data["delivery"]
        yield client, lambda item: portal.call(delivery.publish, item)


def item(topic: Topic, key: str) -> Item:
    end = datetime.fromtimestamp(NOON, UTC) + timedelta(days=1)
    return Item("news", str(topic), key, NEWS, (topic,), end)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_was_subscribed_to_arrives(
    bot: tuple[httpx.Client, Publish], texts: Texts, language: str
) -> None:
    client, publish = bot
    person = Person(client, language)
    shown = person.says("/subscribe")
    topic = texts.say(language, "chat-topic-premieres")
    shown = person.presses(shown, topic[1:])
    on = texts.say(language, "chat-switch-on", topic=topic[0].upper() + topic[1:])
    assert on in shown.buttons
    after = person.order("GET", "/state", user=person.id)["after"]
    publish(item(Topic("premieres"), language))
    arrived = person.reads(after)
    assert arrived.text == NEWS[language].removeprefix("<b>").removesuffix("</b>")


def test_a_followed_film_and_no_other(bot: tuple[httpx.Client, Publish], texts: Texts) -> None:
    client, publish = bot
    person = Person(client, "en")
    card = person.says("Tulpan")
    person.presses(card, texts.say("en", "chat-follow"), kinds=("edit",))
    before = len(person.log())
    after = person.order("GET", "/state", user=person.id)["after"]
    publish(item(Topic("film", "tomiris-2019"), "other"))
    publish(item(Topic("film", "tulpan-2008"), "one"))
    assert person.reads(after).text == "A new film"
    assert len(person.log()) == before + 1


def test_what_arrives_is_in_the_language_chosen_last(bot: tuple[httpx.Client, Publish]) -> None:
    client, publish = bot
    person = Person(client, "en")
    person.says("/start sub_awards")
    person.says("/lang kk")
    after = person.order("GET", "/state", user=person.id)["after"]
    publish(item(Topic("awards"), "prize"))
    assert person.reads(after).text == "Жаңа фильм"
