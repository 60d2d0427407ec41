"""What is named only in half is somebody else; a part that a series lacks is no film of ours."""

from __future__ import annotations

import pytest

from knowledge.answer import Conversation
from knowledge.deciding.outsaid import outsaid
from knowledge.engine import Engine
from tests.asking import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "when was Askhat Bekturbanov born",
        "где родился нурлан сатаев",
        "Фильмы Нурлана Сатаева",
        "Ерболат Сүйінғалиев деген режиссер қай жылы туған",
        "кто такой сапаржан дуйсембинов",
    ],
)
def test_half_of_a_name_is_asked_back_or_not_known(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind in ("clarify", "unknown")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("фильмы Шакена Кенжетаевича Айманова", "Айманов"),
        ("Ермек Бектасович Турсунов фильмы", "Турсунов"),
        ("Ермек Бектасұлы Тұрсынов кім", "Тұрсынов"),
        ("Akan Kargambaiuly Satayev films", "Satayev"),
        ("Дарежан Кемельбекович фильмы", "Омирбаев"),
        ("когда умер великий Айманов", "1970"),
        ("литвинова рината была в вокальных паралелях?", "Литвинова"),
        ("чем наградили «Братьев» Тулегенова", "Братья"),
        ("про «Тюльпан» Дворцевого", "Дворцевой"),
        ("gimme tursunov's whole filmography", "Tursunov"),
        # Parts that are known, and what is counted or dated beside a title.
        ("сколько собрал Рэкетир 3", "1,1"),
        ("Racketeer II director", "Satayev"),
        ("Tulpan 2 awards", "13"),
        ("Шал 2012", "Турсунов"),
        # "Film" before a title of ours makes no other film of it.
        ("who is the composer of the film The Needle", "Tsoi"),
        ("cast of the movie The Needle", "Tsoi"),
        # A title in plain words is no good-bye.
        ("gimme a quick rundown of night god", "Yerzhanov"),
    ],
)
def test_what_is_known_is_answered(engine: Engine, text: str, shown: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "answer"
    assert shown in answer.lead


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("when is Tulpan part 2 coming out", "Tulpan"),
        ("кто снял Рэкетир 4", "Рэкетир"),
        ("вторая часть Тюльпана когда выйдет", "Тюльпан"),
        ("Қызғалдақ 3 режиссері кім", "Қызғалдақ"),
    ],
)
def test_a_part_that_a_series_lacks_is_said_not_to_be_known(
    engine: Engine, text: str, named: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "unknown"
    assert named in answer.lead


def test_half_of_a_full_name_is_no_title(engine: Engine) -> None:
    text = "was Bopesh Zhandaev in anything by Abai Karpykov"
    readings = engine.reader.read(text, TODAY, Conversation())
    torn = [r for r in readings if any(m.kind == "film" for m in r.mentions)]
    assert torn
    assert all(outsaid(reading, readings) for reading in torn)


def test_a_part_with_another_surname_is_somebody_else(engine: Engine) -> None:
    assert engine.ask("Садык Шериязов кто", today=TODAY).kind != "answer"
    assert engine.ask("кто играет Садыка", today=TODAY).asked == "film.role"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("does Tulpan have a sequel", "Tulpan"),
        ("есть ли продолжение у Кочевника", "Кочевник"),
        ("Томиристің жалғасы бар ма", "Томирис"),
    ],
)
def test_of_a_sequel_that_a_film_lacks_nothing_else_is_told(
    engine: Engine, text: str, named: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "unknown"
    assert named in answer.lead


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("есть ли продолжение у Рэкетира", "Рэкетир 2"),
        ("was there ever a sequel to Racketeer", "Racketeer 2"),
        ("Келинка Сабинаның жалғасы бар ма", "2016"),
        ("продолжение «Сказа о розовом зайце» планируют?", "Tiger Films"),  # a written answer
    ],
)
def test_a_sequel_that_is_known_is_told(engine: Engine, text: str, shown: str) -> None:
    assert shown in engine.ask(text, today=TODAY).lead


@pytest.mark.parametrize("text", ["Манас", "Турсыновтың квадрологиясы"])
def test_a_word_or_a_name_alone_is_no_small_talk(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "talk"


@pytest.mark.parametrize("text", ["Асанова снимала в казахстане?", "when was Karoeva born"])
def test_a_surname_made_of_a_title_is_no_title(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert not any(entity.kind == "film" for entity in answer.entities)


@pytest.mark.parametrize(
    "text", ["кто снимался в паразитах пон джун хо", "who wrote Parasite by Bong Joon-ho"]
)
def test_who_made_a_foreign_film_is_not_told_by_its_prize(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


def test_of_the_first_sound_film_nothing_about_the_colour_one_is_told(engine: Engine) -> None:
    assert engine.ask("первый звуковой казахский фильм", today=TODAY).kind != "answer"


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Малика фильмін кім түсірді", "malika-2025"),
        ("who directed El Freeman", "el-freeman-2018"),
        ("кто играет в фильме Трое", "the-three-1988"),
        ("who directed Happy Independence Day", "happy-independence-day-2024"),
        ("films of Julia Zakharova", "julia-zakharova"),
    ],
)
def test_a_name_of_ours_is_no_foreign_one_that_is_a_part_of_it(
    engine: Engine, text: str, film: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert [e.id for e in answer.entities[:1]] == [film]
