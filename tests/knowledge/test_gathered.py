"""Written answers whose words are only gathered, and readings that explain hardly anything."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answer import Answer, Entity, EntityKind
from knowledge.deciding.found import Found
from knowledge.deciding.gathered import gathered
from knowledge.engine import Engine
from knowledge.query import Query
from knowledge.reading.reading import Reading
from knowledge.reading.signs import Signs

TODAY = date(2026, 11, 23)


def ask(engine: Engine, text: str) -> Answer:
    return engine.ask(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("«Кочевника» на «Оскар» посылали?", "film.oscar"),
        ("«Гибель Отрара» на «Оскар» посылали?", "film.oscar"),
        ("how many tattoos does Akan Satayev have", "beyond.person"),
        ("Ақан Сатаевтың неше татуировкасы бар", "beyond.person"),
        ("сколько татуировок у Адильхана Ержанова", "beyond.person"),
    ],
)
def test_what_is_asked_of_a_film_or_person_is_told_of_it(
    engine: Engine, text: str, kind: str
) -> None:
    assert ask(engine, text).asked == kind


@pytest.mark.parametrize(
    "text",
    [
        "ночью кошка орет что с ней",  # that is no good night
        "апамның туған күніне не сыйласам екен",  # of presents nothing is written
        "кто из актеров снмиался у абдрашва",
        "какой телик лучше для кино, плазма или ламповый",
    ],
)
def test_hardly_anything_explained_is_no_answer(engine: Engine, text: str) -> None:
    assert ask(engine, text).kind in ("unknown", "clarify")


def test_the_first_of_what_was_not_understood_is_not_the_first_of_all(engine: Engine) -> None:
    assert ask(engine, "Бір ғана пәтерде түсірілген тұңғыш кино қайсы").asked != "list.first"


def test_of_what_is_written_the_world_knows_no_more(engine: Engine) -> None:
    assert "22" in ask(engine, "Шымкентте қанша кинотеатр бар екен").lead


NEWS = Signs(fit=0.99, chance=0.99, explained=0.5)
BEST = Reading("news.period", Query(), "kk", 0.9, signs=NEWS)


@pytest.mark.parametrize(
    ("covered", "kind", "why", "left"),
    [(0.5, "topic", False, 0.4), (0.9, "topic", False, 1.0), (0.5, "news", False, 1.0),
     (0.5, "topic", True, 1.0)],
)  # fmt: skip
def test_who_asks_for_news_wants_nothing_else(
    covered: float, kind: EntityKind, why: bool, left: float
) -> None:
    found = Found(Entity(kind, "x"), 0.5, covered, 0.5, covered, 3.0, 3.0)
    doubt = gathered(found, BEST, clear=False, shared=False, following=False, why=why)
    assert doubt == pytest.approx(left)


@pytest.mark.parametrize(
    "text",
    [
        "эйзенштейн алматыға не үшін келген",
        "how come there is no kazakh film at the 2026 academy awards",
        "почему Томирис на «Оскаре»",
    ],
)
def test_no_record_holds_reasons(engine: Engine, text: str) -> None:
    answer = ask(engine, text)
    assert answer.kind != "answer" or answer.asked == "topic"


def test_a_reason_asked_in_a_title_is_none(engine: Engine) -> None:
    assert ask(engine, "кто снял почему у ласточки хвост рожками").asked == "film.director"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # A genre beside the title only calls the film.
        ("drama Tulpan, runtime?", "film.runtime"),
        ("Shibanov's comedy Mountain Onion: languages?", "film.language"),
        ("is Tulpan a drama", "film.genre"),
        # A town where something was filmed is no festival.
        ("Which Kazakh films were partly shot in Paris?", "list.films"),
        # A part named like a film is no second film.
        ("Who played old man Kasym in Gift to Stalin?", "film.role"),
    ],
)
def test_what_stands_beside_a_title_says_which_film(engine: Engine, text: str, kind: str) -> None:
    assert ask(engine, text).asked == kind


def test_of_winners_from_abroad_no_record_tells(engine: Engine) -> None:
    answer = ask(engine, "who from Hollywood was honoured at Eurasia in 2017")
    assert answer.asked != "award.winner"


def test_a_yes_says_to_what(engine: Engine) -> None:
    answer = ask(engine, "was Steppenwolf at Rotterdam")
    assert answer.lead.startswith("Yes")
    assert "Rotterdam" in answer.lead


def test_what_is_written_of_others_is_no_answer_about_the_film_named(engine: Engine) -> None:
    answer = ask(engine, "Ескі балалар киносы бар ғой Сүйрік деген, сол жүлде алған ба өзі?")
    assert answer.asked != "topic"


@pytest.mark.parametrize(
    "text",
    ["by what author was the script written", "қай автор сценарийін жазған екен"],
)
def test_of_a_film_that_nobody_named_nothing_is_told(engine: Engine, text: str) -> None:
    assert ask(engine, text).kind != "answer"


def test_what_somebody_did_for_a_film_is_not_what_he_is_known_for(engine: Engine) -> None:
    answer = ask(engine, "I need to know what Tolganai Talgat did for Returnee")
    assert answer.asked != "person.known" or answer.kind == "clarify"


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("есть ли у фильма «Келин» Оскар", "Нет"),
        ("does Kelin have an Oscar", "No"),
        ("«Келіннің» Оскары бар ма", "Жоқ"),
        ("«Келін» Оскарға барды ма", "Иә"),
        ("was Kelin submitted for an Oscar", "Yes"),
        ("has Kelin been at the Oscars", "Yes"),
    ],
)
def test_who_has_a_prize_has_won_it(engine: Engine, text: str, opening: str) -> None:
    assert ask(engine, text).lead.startswith(opening)


@pytest.mark.parametrize(
    "text", ["who is the father of Uzbek documentary film", "қырғыз киносының атасы кім"]
)
def test_the_father_of_another_cinema_is_not_ours(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"
