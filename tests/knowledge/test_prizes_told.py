"""Prizes are what was won: nominations and screenings are told apart, places and titles kept."""

from __future__ import annotations

import re

import pytest

from knowledge.engine import Engine
from tests.asking import TODAY


@pytest.mark.parametrize("person", ["adilkhan-yerzhanov", "emir-baigazin", "sergei-dvortsevoy"])
def test_what_was_only_nominated_is_no_prize(engine: Engine, person: str) -> None:
    name = engine.base.people[person].name.en
    answer = engine.ask(f"what prizes did {name} win", today=TODAY)
    every = [w.honour for w in engine.base.received(person)]
    every += [
        honour
        for film in engine.base.credited(person, "director")
        for honour in film.honours
        if not honour.recipients
    ]
    won = sum(honour.result == "won" for honour in every)
    won += sum(prize.result == "won" for prize in engine.base.people[person].prizes)
    found = re.search(r"\((\d+)\)", answer.lead)
    assert found
    assert int(found.group(1)) == won < len(every)
    assert "(nominated)" not in answer.lead
    assert "(selected)" not in answer.lead


@pytest.mark.parametrize(
    ("text", "says", "not_says"),
    [
        ("Дворцевой какие награды взял в Германии", "Котбус", "Канн"),
        ("какие призы Айка получила в Японии", "Токио", "Канн"),
        ("What did Natalya Arinbasarova win in Venice?", "Volpi", ""),
        ("«Ақын» Токиодан басқа қай фестивальде жеңді", "Лиссабон", ""),
    ],
)
def test_prizes_of_a_land_or_town_are_those(
    engine: Engine, text: str, says: str, not_says: str
) -> None:
    lead = engine.ask(text, today=TODAY).lead
    assert says in lead
    assert not not_says or not_says not in lead


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("was Cadet at the Berlin festival", "Yes: “Cadet”"),
        ("Did the series Appaq kelin take part in the Nauryz TV Series Award?", "Yes: "),
        ("Получил ли Тюльпан что-нибудь на фестивале в Рейкьявике?", "Да: «Тюльпан»"),
        ("Қызғалдақ Каннда бірдеңе алды ма", "Иә: «Қызғалдақ»"),
        ("Верно ли, что «Уроки гармонии» поставил Эмир Байгазин?", "Да, Эмир Байгазин"),
        ("was Ayka shown in Toronto", "I have no record of it"),
    ],
)
def test_whether_a_film_was_there_begins_with_yes(engine: Engine, text: str, starts: str) -> None:
    assert engine.ask(text, today=TODAY).lead.startswith(starts)


def test_what_a_film_won_there_is_no_yes(engine: Engine) -> None:
    answer = engine.ask("what did Tulpan win at Cannes", today=TODAY)
    assert (answer.asked, answer.lead[:8]) == ("film.awards", "“Tulpan”")


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("What Kazakh dramas came out in 2021?", "premiere.period", "2021, drama"),
        ("август 2021, какие были премьеры?", "premiere.period", "август 2021"),
        ("trailer for She, the 2017 kazakh one", "film.trailer", "“She”"),
        ("она 2017 кто снял этот фильм", "film.director", "«Она» (2017)"),
        ("which Askar Uzabayev movie picked up the most prizes", "list.awarded", "Happiness"),
        ("Give me a trailer for Our Dear Doctor, the old one 1957", "film.trailer", "trailer"),
        ("какие еще фильмы у того кто снял документальный хлебный день", "person.films",
         "Дворцевой"),
        ("Кто стоял за режиссурой «Прощай, Гульсары!» 2008 года?", "film.director", "Амиркулов"),
        ("Какую роль исполнила Динара Шымырбаева в фильме «Бауырына салу»?", "person.role",
         "мать"),
    ],
)  # fmt: skip
def test_nothing_that_is_named_is_dropped(engine: Engine, text: str, kind: str, says: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == kind
    assert says in answer.lead


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("was Tomiris shot in Almaty?", "Yes: “Tomiris” (2019) was shot in"),
        ("«Томирис» Алматыда түсірілген бе?", "Иә: "),
        ("was Tomiris made with France?", "No: “Tomiris” (2019) was made in Kazakhstan"),
        ("is Akan Satayev from Karaganda?", "Yes: Akan Satayev was born in"),
        ("на каком языке казахский фильм Тюльпан", "«Тюльпан» (2008), язык:"),
        # Where else it was shot nobody may have written down.
        ("was Tulpan shot in Almaty?", "“Tulpan” (2008) was shot in"),
        # A title is not taken for the festival that is called so.
        ("was Tomiris released in 2019?", "“Tomiris”: "),
    ],
)
def test_whether_it_was_made_there(engine: Engine, text: str, starts: str) -> None:
    assert engine.ask(text, today=TODAY).lead.startswith(starts)


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("what have kazakh movies won at the moscow film festival over all the years",
         "award.wins", "(3)"),
        ("everything kazakhstan has ever won at kinotavr", "award.wins", "(1)"),
        ("Which film brought Kazakhstan its first prize at the Karlovy Vary festival?",
         "award.first", "1964"),
        ("who won first prize at Belgrade in 2009", "award.winner", "Gift to Stalin"),
    ],
)  # fmt: skip
def test_all_that_was_won_and_the_first(engine: Engine, text: str, kind: str, says: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == kind
    assert says in answer.lead
