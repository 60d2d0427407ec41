"""How old somebody is, or was when a film came out, a prize was won, or in a year."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from knowledge.answer import Conversation
from knowledge.engine import Engine

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # Born on 8 May 1937; the film is of 1970.
        ("сколько лет было Ашимову, когда он снялся в «Кыз-Жибек»", "32–33"),
        # Born on 1 September 1984; the prize is of 2018.
        ("how old was Yeslyamova when she won in Cannes", "33–34"),
        # Born on 23 December 1971; the film is of 2007.
        ("Ақан Сатаев «Рэкетир» шыққанда неше жаста еді", "35–36"),
        ("how old was Satayev in 2010", "38–39"),
        ("сколько лет было Сатаеву в 90-х", "18–28"),
        # Before the birth, and after the death, nobody has an age.
        ("how old was Satayev in 1960", "is 54 years"),
        ("how old was Aimanov in Tomiris", "lived 56 "),
        # Of this year today counts.
        ("Ақан Сатаев бауырымыз биыл нешеге толды екен", "Сатаев: 54 жаста"),
        ("сколько лет Сатаеву", "Сатаев: 54 "),
    ],
)
def test_the_age_then_and_now(engine: Engine, text: str, years: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "person.age"
    assert years in answer.lead


def test_of_a_prize_that_is_not_known_no_age_is_told(engine: Engine) -> None:
    assert engine.ask("how old was Satayev when he won in Venice", today=TODAY).kind == "unknown"


def test_a_part_of_several_words_is_no_other_part(engine: Engine) -> None:
    answer = engine.ask("кто играл Абылай хана", today=TODAY)
    assert "Аблай" in answer.lead
    assert "Абель" not in answer.lead


def test_at_a_time_that_is_not_named_no_age_is_told(engine: Engine) -> None:
    told = engine.ask("who directed Tulpan", today=TODAY)
    before = engine.follow(Conversation(), told, datetime(2026, 11, 23, 9, tzinfo=UTC))
    asked = "how old was he when it came out"
    assert engine.ask(asked, today=TODAY, conversation=before).kind != "answer"


@pytest.mark.parametrize(
    ("text", "elder"),
    [
        ("кто старше, Ержанов или Нугманов", "Старше Рашид Нугманов"),
        ("who's younger, Satayev or Omirbayev", "Darezhan Omirbayev is older"),
        ("Айманов пен Қарсақбаевтың қайсысы бұрын туған", "Шәкен Айманов үлкен"),
    ],
)
def test_which_of_two_is_the_elder(engine: Engine, text: str, elder: str) -> None:
    assert elder in engine.ask(text, today=TODAY).lead


def test_of_a_year_alone_the_age_at_death_has_two_values(engine: Engine) -> None:
    # Born in October 1926; of the death only the year is known, 1983.
    assert "(aged 56–57)" in engine.ask("when did Karsakbayev die", today=TODAY).lead


@pytest.mark.parametrize(
    "text", ["how old was Aimanov when he died", "до скольких лет дожил Айманов"]
)
def test_the_age_at_death_is_no_way_of_dying(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert (answer.asked, "56" in answer.lead) == ("person.age", True)
