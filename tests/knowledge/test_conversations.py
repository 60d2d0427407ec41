"""Conversations: back to a list, what was meant, who is meant beside a film or another."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from tests.knowledge.test_leaning import last


@pytest.mark.parametrize(
    ("turns", "kind", "shown"),
    [
        # Back to the list, once one of it was talked of.
        (("фильмы Ержанова", "расскажи про третий", "только 2022 года"), "list.films", "Штурм"),
        (("Ержанов фильмдері", "үшіншісі туралы айт", "тек 2022 жылғы"), "list.films", "Штурм"),
        (("films by Satayev", "who shot the first one", "only from 2022"),
         "list.films", "2022 (1)"),
        # What was meant.
        (("who directed Brothers", "no, I was thinking of the series"),
         "film.director", "Satayev"),
        (("Бауырлар фильмін кім түсірді", "жоқ, сериалын сұрап тұрмын"),
         "film.director", "Сатаев"),
        (("who directed Brothers", "was it a series?"), "film.genre", "No"),
        # Whoever made the film, where nobody was named.
        (("how long is Kelin", "when was he born"), "person.born", "Tursunov"),
        (("сколько собрал Тараз", "а он сам там играет?"), "person.did", "Адамбай"),
        (("кто оператор Кунанбая", "а режиссёр сам снялся?"), "person.did", "актёр (Кунанбай)"),
        (("Құнанбай фильмінің операторы кім", "режиссері өзі ойнады ма?"), "person.did", "Иә"),
        (("who shot Kunanbai", "did the director act in it himself?"), "person.did", "Yes"),
        (("кто оператор Кунанбая", "а сам режиссёр кто?"), "film.director", "Жолжаксынов"),
        # What was advised, narrowed; "who" asks of somebody.
        (("посоветуй комедию", "что-нибудь Ержанова"), "list.films", "комедия, Адильхан Ержанов"),
        (("recommend something funny for tonight", "maybe something by Satayev"),
         "list.films", "comedy, Akan Satayev"),
        (("комедия ұсынсаңшы", "Сатаевтікі болса"), "list.films", "комедия, Ақан Сатаев"),
        (("посоветуй комедию", "кто такой Ержанов"), "person.who", "Ержанов"),
        # An item of the list, a part in one of its films, a month.
        (("what did Dvortsevoy direct?", "the last one, who made it?"), "film.director", "Ayka"),
        (("где играл Дастен Шакиров", "мужа там кто играет?"), "film.role", "Моя половина"),
        (("что скоро выходит?", "а в мае?"), "premiere.period", "май"),
        # One of the two was talked of.
        (("who is Samal Yeslyamova", "did she ever work with Dvortsevoy?"),
         "person.together", "Ayka"),
        (("кто такая Самал Еслямова", "она с Дворцевым вместе работала?"),
         "person.together", "Айка"),
        (("Самал Есләмова кім", "ол Дворцевоймен бірге ойнады ма"), "person.together", "Айка"),
        # Of his books; of one who wrote none that is not asked.
        (("кто снял Томирис", "а по Ауэзову?"), "person.adapted", "Лютый"),
        (("Томиристі кім түсірді", "ал Әуезов бойынша ше"), "person.adapted", "Көксерек"),
        # Of the film, whoever was talked of last.
        (("who directed Tulpan", "when was he born", "did the film win at Cannes?"),
         "award.yesno", "Yes: “Tulpan” (2008)"),
        (("Тюльпанды кім түсірді", "ол қайда туған", "фильм Каннда жүлде алды ма"),
         "award.yesno", "Қызғалдақ"),
        (("кто снял Тюльпан", "сколько ему лет", "казахский фильм получал Оскар?"),
         "award.yesno", "Монгол"),
        # A part by its number; what was made before.
        (("how much did Racketeer 3 make", "and number 2?"), "film.boxoffice", "Racketeer 2"),
        (("кто снял Рэкетир 3", "а второй номер?"), "film.director", "Рэкетир 2"),
        (("кто снял Томирис", "что он делал до этого?"), "person.films", "Рэкетир"),
        # Whether one of the crew is from abroad.
        (("сколько идёт Авель", "а оператор иностранка?"), "film.cinematographer", "Дылевска"),
        (("какие награды взял Авель", "оператор иностранец?"),
         "film.cinematographer", "Дылевска"),
        # The film of the prize; the other film, which is talked of from then on.
        (("who won best actor in Moscow in 2015", "for which film?"),
         "award.winner", "“Toll Bar” (2015) — 2015: Silver St George for Best Actor"),
        (("кто взял приз за режиссуру в Венеции в 2018", "за какой фильм?"),
         "award.winner", "«Река» (2018) — 2018: Приз «Горизонты»"),
        (("2018 жылы Каннда үздік актриса кім болды", "қай фильм үшін?"),
         "award.winner", "Айка"),
        (("who won best actor in Moscow in 2015", "what is the film about?"), "film.plot", ""),
        (("who directed Sea Tomorrow", "her other film?", "when did it come out"),
         "film.premiere", "Streets Loud with Echoes"),
    ],
)  # fmt: skip
def test_what_is_asked(engine: Engine, turns: tuple[str, ...], kind: str, shown: str) -> None:
    answer = last(engine, *turns)
    assert answer.asked == kind
    assert shown in answer.lead


def test_after_a_film_nobody_asks_for_all_people_there_are(engine: Engine) -> None:
    answer = last(engine, "«Томирис» қашан шықты", "кімдер жасаған")
    assert answer.asked != "list.people"
