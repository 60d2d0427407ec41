"""Follow on cards, by a link, and in words: over the real facts, in three languages."""

from __future__ import annotations

import pytest

from bot.application import Application
from bot.delivery.delivery import Delivery
from bot.delivery.topic import Topic
from handlers.context import Service
from knowledge.answer import Entity
from knowledge.engine import Engine
from tests.botapi import BotApi
from tests.handlers.conftest import MakeApplication, Person

LANGUAGES = ["kk", "ru", "en"]
TULPAN = Topic("film", "tulpan-2008")
CARDS = {
    "film_tulpan-2008": TULPAN,
    "person_akan-satayev": Topic("person", "akan-satayev"),
    "award_eurasia-iff": Topic("organisation", "eurasia-iff"),
}


@pytest.fixture
async def application(running: MakeApplication, engine: Engine) -> Application:
    return await running(engine)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", CARDS)
async def test_the_button_on_a_card_is_turned_in_place(
    person: Person, service: Service, delivery: Delivery, api: BotApi, language: str, card: str
) -> None:
    follow, following = (
        service.texts.say(language, key) for key in ("chat-follow", "chat-following")
    )
    person.code = language
    await person.says(f"/start {card}")
    text, labels = person.last.text, person.last.labels
    await person.presses(follow)
    assert await delivery.subscriptions.topics(1) == [CARDS[card]]
    assert api.notices[-1] == (service.texts.say(language, "chat-followed"), False)
    turned = [following if label == follow else label for label in labels]
    assert person.last.labels == turned
    await person.says(f"/start {card}")
    assert person.last.labels == turned
    await person.presses(following)
    assert await delivery.subscriptions.topics(1) == []
    assert (person.last.text, person.last.labels) == (text, labels)


async def test_an_old_button_does_what_it_says(person: Person, delivery: Delivery) -> None:
    """Pressed on a card that does not know of it yet, "Follow" ends nothing."""
    await person.says("/start film_tulpan-2008")
    await person.says("/start film_tulpan-2008")
    for shown in person.seen:
        await person.presses("Follow", shown)
    assert await delivery.subscriptions.topics(1) == [TULPAN]


@pytest.mark.parametrize("forged", ["~on:f_no-such-film", "~on:film", "~on:f_A", "~yes:p_nobody"])
async def test_what_is_not_there_is_not_followed(
    person: Person, service: Service, delivery: Delivery, api: BotApi, forged: str
) -> None:
    await person.says("/start film_tulpan-2008")
    await person.presses_data(forged, person.last)
    assert api.notices == [(service.texts.say("en", "chat-expired"), True)]
    assert await delivery.subscriptions.topics(1) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("payload", "topic"),
    [
        ("sub_premieres", Topic("premieres")),
        ("sub_onthisday", Topic("on-this-day")),
        ("sub_on-this-day", Topic("on-this-day")),
        ("sub_film_tulpan-2008", TULPAN),
        (TULPAN.link, TULPAN),
        ("sub_award_eurasia-iff", Topic("organisation", "eurasia-iff")),
    ],
)
async def test_a_link_subscribes_and_can_be_undone(
    person: Person,
    service: Service,
    delivery: Delivery,
    language: str,
    payload: str,
    topic: Topic,
) -> None:
    person.code = language
    await person.says(f"/start {payload}")
    assert await delivery.subscriptions.topics(1) == [topic]
    said = person.last.text
    await person.presses(service.texts.say(language, "chat-undo"))
    assert await delivery.subscriptions.topics(1) == []
    await person.presses(service.texts.say(language, "chat-again"))
    assert await delivery.subscriptions.topics(1) == [topic]
    assert person.last.text == said
    assert len(person.seen) == 1


@pytest.mark.parametrize("payload", ["sub_film_no-such-film", "sub_f_x", "sub_p_nobody"])
async def test_a_link_to_nothing(
    person: Person, service: Service, delivery: Delivery, payload: str
) -> None:
    await person.says(f"/start {payload}")
    assert person.last.text == service.texts.say("en", "chat-card-missing")
    assert await delivery.subscriptions.topics(1) == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("хочу новости о премьерах", Topic("premieres")),
        ("премьералар туралы хабарлап тұр", Topic("premieres")),
        ("tell me when Aliya opens", Topic("film", "aliya-2026")),
        ("подпишись на Тюльпан", TULPAN),
        ("Тюльпанға жазыл", TULPAN),
        ("follow Akan Satayev", Topic("person", "akan-satayev")),
        ("следи за фестивалем Евразия", Topic("organisation", "eurasia-iff")),
    ],
)
async def test_words_subscribe(
    person: Person, delivery: Delivery, text: str, topic: Topic
) -> None:
    await person.says(text)
    assert await delivery.subscriptions.topics(1) == [topic]
    assert len(person.last.labels) == 1  # to undo it


async def test_words_end_one_or_all(person: Person, service: Service, delivery: Delivery) -> None:
    for text in ("хочу новости о премьерах", "подпишись на Тюльпан", "отпиши меня от премьер"):
        await person.says(text)
    assert await delivery.subscriptions.topics(1) == [TULPAN]
    for text, language in (("жазылымды тоқтат", "kk"), ("unsubscribe", "en")):
        await person.says(text)
        assert person.last.text == service.texts.say(language, "chat-end-all-ask", count=1)


async def test_what_was_asked_in_a_language_is_undone_in_it(
    person: Person, service: Service
) -> None:
    await person.says("подпишись на Тюльпан")
    await person.presses(service.texts.say("ru", "chat-undo"))
    title = service.engine.name(Entity("film", TULPAN.id), "ru")
    assert person.last.text == service.texts.say("ru", "chat-unsubscribed", topic=title)


async def test_a_name_that_nobody_knows(
    person: Person, service: Service, delivery: Delivery
) -> None:
    await person.says("follow qwrtpsdf zxvbn")
    said = service.texts.say("en", "chat-subscribe-whom", name="qwrtpsdf zxvbn")
    assert person.last.text == said
    assert await delivery.subscriptions.topics(1) == []


async def test_what_opens_is_a_film_and_nobody(person: Person, delivery: Delivery) -> None:
    await person.says("tell me when Akan Satayev opens")
    assert person.last.text == person.words("chat-subscribe-whom", name="Akan Satayev")
    assert await delivery.subscriptions.topics(1) == []


async def test_of_several_one_is_chosen(
    person: Person, service: Service, delivery: Delivery
) -> None:
    await person.says("подпишись на Счастье")
    assert person.last.text == service.texts.say("ru", "chat-which-of-these")
    assert await delivery.subscriptions.topics(1) == []
    film = Topic("film", "paradise-1995")
    await person.presses(service.engine.name(Entity("film", film.id), "ru"))
    assert await delivery.subscriptions.topics(1) == [film]


async def test_in_a_group_members_follow_nothing(
    member: Person, service: Service, delivery: Delivery
) -> None:
    await member.says("@QazaqKinoBot follow Akan Satayev")
    assert member.last.text == service.texts.say("en", "chat-only-administrators")
    assert await delivery.subscriptions.topics(member.chat["id"]) == []
