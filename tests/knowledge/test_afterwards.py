"""Short questions after an answer: what they ask, and of what."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from tests.knowledge.test_leaning import last


@pytest.mark.parametrize(
    ("turns", "kind", "shown"),
    [
        # Where it was, who wrote that, whence he is.
        (("when did Kuman Tastanbekov die", "and where?"), "person.died", "Aktau"),
        (("по какой книге снят Конец сезона", "кто автор"), "film.based_on", "Конец сезона"),
        (("who plays the lead in Nomad", "is he American?"), "person.who", "Becker"),
        (("«Көшпенділер» фильмінде басты рөлде кім", "ол америкалық па"), "person.who", "Беккер"),
        (("кто снял Тюльпан", "а актриса откуда?"), "person.birthplace", "Еслямова"),
        (("Тюльпанды кім түсірді", "актрисасы қай жақтан"), "person.birthplace", "Есләмова"),
        (("кто снял Каш", "страшный?"), "film.genre", "Да"),
        # What it won there; what was made there.
        (("кто снял Уроки гармонии", "что он взял в Берлине"), "film.awards", "Берлин"),
        (("what is Tulpan about", "what did it win in Cannes"), "film.awards", "one award"),
        (("«Айқай» қай жылғы фильм", "Везульде не алды"), "film.awards", "Везуль"),
        (("когда основали Казахфильм", "какой фильм там сняли первым?"), "list.first", "Песни"),
        (("Қазақфильм қашан құрылды", "онда түсірілген алғашқы фильм"), "list.first", "Абай"),
        # A list is asked for anew; a title with its year is no part of it.
        (("who won at Berlin", "films of 2013"), "list.films", "2013 ("),
        (("фильмы 2008 года", "Братья 2008"), "film.card", "Братья"),
        # Which of the list were there; how old they may be.
        (("films by Emir Baigazin", "which were in Venice"), "list.films", "River"),
        (("Байғазин фильмдері", "қайсысы Венецияда болды"), "list.films", "Байғазин"),
        (("посоветуй драму", "а поновее?"), "list.films", "с 2022"),
        (("recommend a drama", "only old ones"), "list.films", "before 1992"),
        (("драма ұсыншы", "тек ескілері"), "list.films", "1992 жылға дейін"),
        (("ең қысқа қазақ фильмі", "ең ұзағы ше"), "list.longest", "Нан дәмі"),
        (("films by Satayev", "which of those earned the most"), "list.grossing", "Satayev"),
        (("Самал Есләмова қандай жүлделер алды", "қай фильмі үшін"), "person.prizes", "Айка"),
        # Of the list told last: its first, its second, which of it won there.
        (("kazakh comedies please", "the very first one?"), "list.first", "comedy"),
        (("what is coming out soon", "what's the first one"), "list.first", "2026"),
        (("фильмы 2018 года", "кто снял первый", "а второй?"), "film.director", "Амре"),
        (("films of 2018", "who made the first", "and the second?"), "film.director", "Paris"),
        (("какие казахские фильмы были в Каннах", "кто из них получил приз"), "award.winner",
         "«Айка» (2018) — 2018"),
        (("which films went to the oscars", "which won", "and in 2008?"), "award.winner", "2008"),
        # What that person made: lately, in a year; who he is; who else worked there.
        (("кто снял Нагиму", "новый фильм какой"), "list.last", "Исабаева"),
        (("Нағиманы кім түсірді", "жаңа фильмі қандай"), "list.last", "Исабаева"),
        (("кто снял Штурм", "что он снял в 2024?"), "list.films", "Ержанов"),
        (("who directed Assault", "what else did he make in 2024"), "list.films", "Yerzhanov"),
        (("who wrote Revenge (1989)", "korean?"), "person.who", "Kim"),
        (("кто снял Кыз-Жибек", "а художник кто"), "beyond.film", "Жибек"),
        (("Әмірқұлов фильмдері", "ең ұзағы", "не туралы", "не алды"), "film.awards", "Отырар"),
        # What was counted; what else he made; whether there is a second part.
        (("сколько фильмов снял Ермек Турсунов", "какие?"), "list.films", "Шал"),
        (("how many films did Tursunov direct", "which"), "list.films", "Kelin"),
        (("кто снял Айку", "кроме Айки что у него есть"), "person.films", "Тюльпан"),
        (("Қызғалдақты кім түсірді", "Қызғалдақтан басқа не түсірді"), "person.directed", "Айка"),
        (("кто снял Рэкетир", "есть продолжение?"), "film.card", "Рэкетир 2"),
        (("who made Racketeer", "is there a second part?"), "film.card", "Racketeer 2"),
        (("Рэкетирде кім ойнайды", "екінші бөлімі бар ма"), "film.card", "Рэкетир 2"),
        (("Штурмды кім түсірді", "былтыр тағы не түсірді"), "person.directed", "2025"),
    ],
)  # fmt: skip
def test_what_is_asked(engine: Engine, turns: tuple[str, ...], kind: str, shown: str) -> None:
    answer = last(engine, *turns)
    assert answer.asked == kind
    assert shown in answer.lead


def test_the_second_part_is_none_of_the_cast(engine: Engine) -> None:
    answer = last(engine, "who plays in Brothers (2022)", "is there a part 2")
    assert not any(entity.kind == "person" for entity in answer.entities)
