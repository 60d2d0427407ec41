"""/film, /person, /awards, /premieres, /today, /news, /random, /stats: with and without a word."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from bot.application import Application
from bot.storage import Storage
from handlers.context import Service
from knowledge.answer import Entity
from knowledge.engine import Engine
from knowledge.factbase.showings import Showing
from tests.botapi import BotApi
from tests.handlers.conftest import MakeApplication, Person
from tests.handlers.drawings import Drawings

LANGUAGES = ["kk", "ru", "en"]


@pytest.fixture
async def application(running: MakeApplication, engine: Engine) -> Application:
    return await running(engine)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["film", "person", "awards"])
async def test_alone_they_ask_kindly_which_with_an_example_that_works(
    person: Person, service: Service, language: str, command: str
) -> None:
    person.code = language
    await person.says(f"/{command}")
    asked = service.texts.say(language, f"chat-which-{command}")
    assert person.last.text == asked
    example = asked[asked.index(f"/{command} ") :]
    await person.says(example)
    assert len(person.seen) == 2
    assert service.texts.say(language, "section-sources") in person.last.labels or (
        service.texts.say(language, "section-back") in person.last.labels
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["томирис", "Томирс", "tomiris", "njvbhbc"])
async def test_a_film_in_any_spelling(
    person: Person, service: Service, language: str, typed: str
) -> None:
    person.code = language
    await person.says(f"/film {typed}")
    title = service.engine.base.films["tomiris-2019"].title.get(language)
    assert title in person.last.text.splitlines()[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["film", "person"])
async def test_what_is_not_known_is_said_and_noted(
    person: Person, service: Service, storage: Storage, language: str, kind: str
) -> None:
    person.code = language
    await person.says(f"/{kind} Zzyzx Qwrt")
    said = service.texts.say(language, f"chat-no-{kind}", name="Zzyzx Qwrt")
    assert person.last.text == said
    assert [row.text for row in await storage.unanswered()] == ["zzyzx qwrt"]


async def test_what_is_typed_is_no_markup(person: Person) -> None:
    await person.says("/film <b>zzyzx")
    assert "<b>zzyzx" in person.last.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_several_of_one_name_are_buttons(
    person: Person, service: Service, drawings: Drawings, language: str
) -> None:
    person.code = language
    await person.says("/person Ахметов")
    shown = person.last
    assert shown.text == service.texts.say(language, "chat-which-of-these")
    assert 2 <= len(shown.labels) <= 4
    chosen = shown.labels[1]
    await person.presses(chosen)
    [shown] = person.seen
    assert shown.text.startswith(chosen)
    assert shown.photo


@pytest.mark.parametrize("language", LANGUAGES)
async def test_awards_of_a_film_a_person_a_festival_a_year(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    for name in ("Айка", "Ержанов", "Канн", "Оскар"):
        await person.says(f"/awards {name}")
        label = service.texts.say(language, "section-awards")
        assert person.last.text.startswith(f"{label}: "), name
    await person.says("/awards 2018")
    assert "2018" in person.last.text
    assert service.engine.base.films["ayka-2018"].title.get(language) in person.last.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_premieres_today_and_news_alone(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    for command, kind in (
        ("premieres", "premiere.upcoming"),
        ("today", "premiere.onthisday"),
        ("news", "news.latest"),
    ):
        await person.says(f"/{command}")
        engine = service.engine
        found = engine.open(engine.refs.kind(kind), today=service.today, language=language)
        assert found
        assert found.lead.splitlines()[0] in person.last.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_premieres_whose_day_is_known_come_as_a_calendar(
    person: Person, service: Service, api: BotApi, language: str
) -> None:
    person.code = language
    shown = Showing("aliya-2026", date(2026, 12, 4), city="Almaty", source="Arman")
    service.engine = service.engine.over(service.engine.base.with_showings([shown]))
    await person.says("/premieres")
    assert person.last.text == service.texts.say(language, "chat-premieres-calendar")
    calendar = Calendar.from_ical(api.documents[person.last.id])
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 4)
    assert service.engine.base.films["aliya-2026"].title.get(language) in str(event["summary"])
    await person.says("/premieres 2018")
    assert len(api.documents) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_premieres_today_and_news_of_what_is_named(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    day = {"kk": "5 сәуір", "ru": "5 апреля", "en": "5 April"}[language]
    amre = {"kk": "Әміре", "ru": "Амре", "en": "Paris Song"}[language]
    await person.says("/premieres 2018")
    assert amre in person.last.text
    await person.says(f"/today {day}")
    assert day in person.last.text
    assert amre in person.last.text
    await person.says("/news 2025")
    assert "2025" in person.last.text.splitlines()[0]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_command_leans_on_nothing_before(
    person: Person, service: Service, language: str
) -> None:
    person.code = language
    await person.says("/film tomiris")
    await person.says("/premieres 2018")
    assert service.replies.get((1, person.last.id)).answer.asked == "premiere.period"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_random_shows_the_card_of_what_was_drawn(
    person: Person, service: Service, drawings: Drawings, language: str
) -> None:
    offered: list[int] = []

    def last(films: object) -> Entity:
        assert isinstance(films, list)
        offered.append(len(films))
        film = films[-1]
        assert isinstance(film, Entity)
        return film

    service.choose = last
    person.code = language
    genre = {"kk": "комедия", "ru": "комедия", "en": "comedy"}[language]
    await person.says("/random")
    await person.says(f"/random {genre}")
    assert offered[0] > 300
    assert 10 < offered[1] <= 101
    assert all(shown.photo for shown in person.seen)
    await person.says("/random zzyzx")
    assert person.last.text == service.texts.say(language, "chat-random-none", about="zzyzx")


async def test_the_awards_of_what_won_nothing_are_its_card(
    person: Person, service: Service
) -> None:
    film = service.engine.base.films["smychka-of-turksib-1930"]
    assert not film.honours
    await person.says(f"/awards {film.title.en}")
    assert person.last.text.startswith(service.engine.name(Entity("film", film.id), "en"))


async def test_where_little_is_known_of_any_one_of_them_is_shown(
    person: Person, service: Service
) -> None:
    film = Entity("film", "smychka-of-turksib-1930")
    assert film not in service.engine.cards.tellable()
    await person.says("/random 1930")
    assert person.last.text.startswith(service.engine.name(film, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stats_turn_in_place(
    person: Person, service: Service, drawings: Drawings, language: str
) -> None:
    person.code = language
    await person.says("/stats")
    [shown] = person.seen
    assert shown.text == f"caption of years::{language}"
    for chart in ("awards", "box-office", "years"):
        await person.presses(service.texts.say(language, f"chat-chart-{chart}"))
        assert shown.text == f"caption of {chart}::{language}"
    assert person.seen == [shown]
    await person.says("/stats box-office")
    assert person.last.text == f"caption of box-office::{language}"
    assert len(drawings.drawn) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", ["none", "missing", "broken"])
async def test_stats_are_words_where_they_cannot_be_drawn(
    person: Person, service: Service, language: str, trouble: str
) -> None:
    missing = {"years", "awards", "box-office"} if trouble == "missing" else set()
    service.pictures = (
        None if trouble == "none" else Drawings(missing=missing, broken=trouble == "broken")
    )
    person.code = language
    await person.says("/stats")
    assert "711" in person.last.text or str(len(service.engine.base.films)) in person.last.text
    await person.presses(service.texts.say(language, "chat-chart-box-office"))
    assert service.engine.base.films["dastur-2023"].title.get(language) in person.last.text
    await person.presses(service.texts.say(language, "chat-chart-awards"))
    assert len(person.seen) == 3


@pytest.mark.parametrize(
    ("code", "typed", "language"),
    [
        ("fr", "Road to Mother", "en"),
        ("fr", "Анаға апарар жол", "kk"),
        ("fr", "Дорога к матери", "ru"),
        ("ru-KZ", "Road to Mother", "ru"),
        ("en-GB", "Анаға апарар жол", "en"),
    ],
)
async def test_the_phone_tells_the_language_and_else_the_letters(
    person: Person, service: Service, code: str, typed: str, language: str
) -> None:
    person.code = code
    await person.says(f"/film {typed}")
    title = service.engine.base.films["road-to-mother-2016"].title.get(language)
    assert title in person.last.text.splitlines()[0]


@pytest.mark.parametrize("number", [3, 9999])
async def test_a_page_that_is_no_more_is_the_last_one(
    person: Person, service: Service, number: int
) -> None:
    """The premieres to come become fewer every day, and the buttons stay."""
    await person.says("/premieres")
    shown = person.seen[0]
    await person.presses("▶", shown)
    assert "2/2" in shown.labels
    last = shown.text
    await person.presses("◀", shown)
    await person.presses_data(f"~{number}:{service.engine.refs.kind('premiere.upcoming')}", shown)
    assert shown.text == last
    assert "2/2" in shown.labels
