"""Cards over the real facts: under a picture or as text, turned in place, in three languages."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from bot.application import Application
from bot.conversations import Recent
from handlers.context import Service
from handlers.rendering import CAPTION, units
from knowledge.answer import Entity
from knowledge.engine import Engine
from tests.botapi import BotApi, Refused
from tests.handlers.conftest import Clock, MakeApplication, Person
from tests.handlers.drawings import Drawings

LANGUAGES = ["kk", "ru", "en"]
TITLE = {"kk": "Анаға апарар жол", "ru": "Дорога к матери", "en": "Road to Mother"}
FILM = Entity("film", "road-to-mother-2016")
SECTIONS = ["cast", "awards", "premieres", "directors-films", "similar", "sources"]


@pytest.fixture
async def application(running: MakeApplication, engine: Engine) -> Application:
    return await running(engine)


def word(service: Service, language: str, section: str) -> str:
    return service.texts.say(language, f"section-{section}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_bare_title_brings_the_card_under_its_picture(
    person: Person, service: Service, api: BotApi, drawings: Drawings, language: str
) -> None:
    person.code = language
    await person.says(TITLE[language])
    [shown] = person.seen
    lines = shown.text.splitlines()
    assert TITLE[language] in lines[0]
    assert "2016" in lines[0]
    for other in set(LANGUAGES) - {language}:
        assert TITLE[other] in lines[1]
    base = service.engine.base
    for id_ in ("akan-satayev", "altynai-nogerbek"):
        assert base.people[id_].name.get(language) in shown.text
    assert "13" in shown.text  # awards
    assert api.files[shown.photo].startswith(b"\x89PNG")
    assert drawings.drawn == [f"film:{FILM.id}:{language}"]
    expected = [word(service, language, section) for section in SECTIONS]
    assert shown.labels[:7] == [*expected, service.texts.say(language, "chat-share")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pictured", [True, False])
async def test_every_section_opens_in_place_and_leads_back(
    person: Person, service: Service, clock: Clock, language: str, pictured: bool
) -> None:
    service.pictures = Drawings() if pictured else None
    person.code = language
    await person.says(f"/film {TITLE[language]}")
    [shown] = person.seen
    card, picture = shown.text, shown.photo
    assert bool(picture) == pictured
    for section in SECTIONS:
        clock.passes(seconds=10)
        await person.presses(word(service, language, section))
        assert shown.text.startswith(f"{word(service, language, section)}: ")
        assert TITLE[language] in shown.text.splitlines()[0]
        assert shown.text != card
        assert shown.photo == picture
        await person.presses(service.texts.say(language, "section-back"))
        assert shown.text == card
    assert person.seen == [shown]


async def test_a_long_section_is_paged_in_place(
    person: Person, drawings: Drawings, api: BotApi
) -> None:
    await person.says("/film road to mother")
    await person.presses("Awards")
    [shown] = person.seen
    assert "1/3" in shown.labels
    pages = [shown.text]
    for number in (2, 3):
        await person.presses("▶")
        assert f"{number}/3" in shown.labels
        pages.append(shown.text)
    assert len(set(pages)) == 3
    assert all(units(page) <= CAPTION for page in pages)
    await person.presses("◀")
    assert shown.text == pages[1]
    assert shown.labels[-1] == "Back to the card"
    assert drawings.drawn == [f"film:{FILM.id}:en"]
    assert api.count("editMessageMedia") == 0  # the picture hangs there already


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_person_with_the_timeline_above_the_films(
    person: Person, service: Service, drawings: Drawings, api: BotApi, language: str
) -> None:
    person.code = language
    await person.says("/person akan satayev")
    [shown] = person.seen
    portrait = shown.photo
    assert service.engine.base.people["akan-satayev"].name.get(language) in shown.text
    await person.presses(word(service, language, "films"))
    assert b"timeline:akan-satayev" in api.files[shown.photo]
    assert "«" in shown.text or "“" in shown.text  # the caption names the films, too
    await person.presses(service.texts.say(language, "section-back"))
    assert shown.photo == portrait
    assert len(drawings.drawn) == 2


async def test_without_a_timeline_the_portrait_stays(
    person: Person, service: Service, drawings: Drawings
) -> None:
    drawings.missing = {"timeline"}
    await person.says("/person akan satayev")
    [shown] = person.seen
    portrait = shown.photo
    await person.presses("Films")
    assert shown.text.startswith("Films: Akan Satayev")
    assert shown.photo == portrait


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_card_of_a_festival(
    person: Person, service: Service, drawings: Drawings, language: str
) -> None:
    person.code = language
    await person.says("/start award_cannes-film-festival")
    [shown] = person.seen
    name = service.engine.base.organisations["cannes-film-festival"].name.get(language)
    assert shown.text.startswith(name)
    await person.presses(word(service, language, "awards"))
    assert "2018" in shown.text
    assert shown.photo


@pytest.mark.parametrize("trouble", ["none", "missing", "broken", "refused", "too long"])
async def test_whatever_is_wrong_with_the_picture_the_words_are_sent(
    person: Person,
    service: Service,
    api: BotApi,
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
) -> None:
    drawings = Drawings(missing={"card"} if trouble == "missing" else set())
    drawings.broken = trouble == "broken"
    service.pictures = None if trouble == "none" else drawings
    if trouble == "refused":
        drawings.kept[f"film:{FILM.id}:en"] = "a file_id of another bot"
        drawings.hopeless = {f"film:{FILM.id}:en"}
    if trouble == "too long":
        card = service.engine.cards.show(FILM, today=service.today, language="en")
        assert card
        long = replace(card, lines=("ә" * 1500,))
        monkeypatch.setattr(service.engine.cards, "for_chat", lambda *_, **__: long)
        await person.says(TITLE["en"])
        assert units(person.last.text) <= CAPTION
        return
    await person.says(TITLE["en"])
    [shown] = person.seen
    assert "Road to Mother" in shown.text
    assert not shown.photo
    await person.presses("Cast")
    assert shown.text.startswith("Cast: ")


async def test_a_picture_is_drawn_once_and_sent_again_by_its_file_id(
    person: Person, drawings: Drawings
) -> None:
    await person.says("/film tomiris")
    await person.says("/film tomiris")
    first, second = person.seen
    assert first.photo == second.photo
    assert len(drawings.drawn) == 1


async def test_a_picture_that_takes_too_long_is_replaced_by_words(
    person: Person, drawings: Drawings, api: BotApi
) -> None:
    api.failing["sendPhoto"] = lambda: httpx.ReadTimeout("slow")
    await person.says("/film tomiris")
    assert "Tomiris" in person.last.text
    assert not person.last.photo


@pytest.mark.parametrize("command", ["/film road to mother", "/stats"])
async def test_a_file_id_that_telegram_forgot_is_drawn_anew(
    person: Person, drawings: Drawings, api: BotApi, command: str
) -> None:
    for key in (f"film:{FILM.id}:en", "years::en", "awards::en"):
        drawings.kept[key] = "a file_id of another bot"
    await person.says(command)
    assert person.last.photo in api.files
    if command == "/stats":
        await person.presses("Awards at festivals")
        [shown] = person.seen
        assert b"awards" in api.files[shown.photo]


async def test_the_buttons_of_a_card_outlive_a_restart(
    person: Person, service: Service, drawings: Drawings
) -> None:
    await person.says("/film tomiris")
    service.replies = Recent(10)
    await person.presses("Cast")
    [shown] = person.seen
    assert shown.text.startswith("Cast: ")
    assert shown.photo


async def test_a_card_that_was_deleted_is_sent_below(
    person: Person, api: BotApi, drawings: Drawings
) -> None:
    await person.says("/film tomiris")
    data, shown = person.last.data("Cast"), person.last
    gone = api.shown.pop((1, shown.id))
    message = {"id": "9", "from": person.user, "chat_instance": "1", "data": data}
    api.queries.add("9")
    await person.receive({"callback_query": message | {"message": api.as_json(gone)}})
    assert person.last.text.startswith("Cast: ")


async def test_an_edit_to_another_film_changes_the_picture_too(
    person: Person, drawings: Drawings, api: BotApi
) -> None:
    number = await person.says("Tomiris")
    await person.edits(number, "Road to Mother")
    [shown] = person.seen
    assert "Road to Mother" in shown.text
    assert FILM.id.encode() in api.files[shown.photo]
    await person.edits(number, "who directed Tulpan?")
    [shown] = person.seen
    assert not shown.photo
    assert "Dvortsevoy" in shown.text


async def test_what_cannot_be_sent_anew_takes_nothing_away(
    person: Person, drawings: Drawings, api: BotApi
) -> None:
    number = await person.says("Tomiris")
    api.failing["sendPhoto"] = lambda: Refused(500, "Internal Server Error")
    await person.edits(number, "Road to Mother")
    [shown] = person.seen
    assert "Tomiris" in shown.text


async def test_a_plain_question_has_a_plain_answer(person: Person, drawings: Drawings) -> None:
    await person.says("who directed Road to Mother?")
    assert not person.last.photo
    assert "Share" not in person.last.labels
    assert drawings.drawn == []


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_a_title_of_two_languages_is_answered_in_the_persons_own(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    await person.says("Томирис")
    assert service.texts.say(language, "section-cast") in person.last.labels


async def test_from_a_plain_answer_a_card_opens_below(person: Person, drawings: Drawings) -> None:
    await person.says("who directed Road to Mother?")
    await person.presses("Akan Satayev")
    answer, card = person.seen
    assert answer.text.startswith("“Road to Mother” (2016) was directed")
    assert card.text.startswith("Akan Satayev")
    assert card.photo


async def test_the_talk_goes_on_from_a_card(person: Person, drawings: Drawings) -> None:
    await person.says("/film tomiris")
    await person.presses("Cast")
    await person.says("and who directed it?")
    assert "Akan Satayev" in person.last.text


async def test_sharing_is_inline_where_it_is_switched_on(person: Person, service: Service) -> None:
    await person.says("/film tomiris")
    [share] = [b for row in person.last.keyboard for b in row if b["text"] == "Share"]
    assert share["switch_inline_query"] == "film_tomiris-2019"
    user = person.application.bot.bot
    with user._unfrozen():
        user.supports_inline_queries = False
    await person.says("/film tomiris")
    [share] = [b for row in person.last.keyboard for b in row if b["text"] == "Share"]
    assert share["url"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2FQazaqKino")
    with user._unfrozen():
        user.supports_inline_queries = True
