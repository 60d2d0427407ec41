from __future__ import annotations

import pytest

from knowledge.bulletins.relevance import relevance
from knowledge.engine import Engine

WOLF = "steppenwolf-2024"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("«Степной волк» Адильхана Ержанова получил приз", [WOLF, "adilkhan-yerzhanov"]),
        ("Адильхан Ержанов снял новый фильм", ["adilkhan-yerzhanov"]),
        ("Kazakh director Emir Baigazin presents his work in Berlin", ["emir-baigazin"]),
        ("Дорога к матери: фильм покажут в США", ["road-to-mother-2016"]),
        ("Қазақстанда жаңа кинотеатр ашылды", []),
        ("В Алматы открылся кинофестиваль", []),
    ],
)  # fmt: skip
def test_kazakh_cinema(engine: Engine, text: str, named: list[str]) -> None:
    found = relevance(engine.reader, text)
    assert found
    assert [entity.id for entity in found.entities] == named


@pytest.mark.parametrize(
    "text",
    [
        "Премьер-министр Казахстана посетил завод", "Казахстан увеличил прокат стали",
        "Премьера оперы в Астане", "Tom Cruise to star in a new film", "Погода в Алматы",
        "Series of explosions in Kazakhstan", "Серия краж в Алматы раскрыта", "", "!!!",
        "Director of a Kazakh mine arrested", "Netflix выпустит сериал о викингах",
    ],
)  # fmt: skip
def test_other_news(engine: Engine, text: str) -> None:
    assert relevance(engine.reader, text) is None
