"""Whether somebody won or was there, and who was the first."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ержанов был в Каннах?", "Да: «Ласковое безразличие мира»"),
        ("has Yerzhanov been to Berlin", "Yes: “Cadet”"),
        ("Ержанов Берлинде болды ма", "Иә: «Кадет»"),
        ("has Kazakhstan ever been to the Oscars", "Yes: "),
    ],
)
def test_who_took_part_was_there(engine: Engine, text: str, says: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "award.yesno"
    assert answer.lead.startswith(says)


@pytest.mark.parametrize("text", ["Ержанов в Каннах", "Yerzhanov Cannes", "Ержанов Канн"])
def test_somebody_beside_a_festival(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).asked == "award.wins"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        # Nobody of ours has; a nomination is no win.
        ("кто первый получил Оскар", "Нет, Премия «Оскар»: «Монгол»"),
        (
            "first Kazakh to win the Golden Lion",
            "I have no record of such a win, only: “Cardiogram”",
        ),
        ("кто первым получил Золотого медведя", "только"),
        # The first nomination is one.
        ("первая номинация Казахстана на Оскар", "«Монгол»"),
    ],
)
def test_the_first_to_win_has_won(engine: Engine, text: str, says: str) -> None:
    assert says in engine.ask(text, today=TODAY).lead


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("а правда что Айка снята Дворцевым", "person.did"),
        ("«Томирис» снят Сатаевым?", "person.did"),
        ("«Студент» снят по Достоевскому?", "film.based_on"),
    ],
)
def test_shot_by_or_after(engine: Engine, text: str, asked: str) -> None:
    assert engine.ask(text, today=TODAY).asked == asked


@pytest.mark.parametrize(
    "text", ["кто получил особый взгляд в 2008", "who won Un Certain Regard in 2008"]
)
def test_a_section_by_its_own_name(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "award.winner"
    assert answer.entities[0].id == "tulpan-2008"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("who is the director of the movie that took the Grand Prix at Kinoshock 2016", "Yerzhan"),
        ("кто снял фильм, который получил приз за лучшую мужскую роль на кинофестивале ШОС в 2025",
         "Сулейменов"),
        ("2018-дегі «Тұлпарда» «Үздік актриса» атанған фильмнің режиссері кім", "Сатаев"),
        ("2025 жылғы ШЫҰ кинофестивалінде «Үздік актер» жүлдесіне лайық деп танылған фильмді "
         "қай режиссер түсірген?", "Сүлейменов"),
    ],
)  # fmt: skip
def test_who_made_what_won_is_told(engine: Engine, text: str, name: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "answer"
    assert name in answer.lead


def test_the_award_is_not_taken_for_its_words(engine: Engine) -> None:
    answer = engine.ask("кому дали лучшую режиссуру в шанхае в 2023", today=TODAY)
    assert (answer.asked, "Сеитов" in answer.lead) == ("award.winner", True)
