"""Questions about whom or what a relation leads to, and about parts called like other things."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        # Words of one sort stand for each other.
        ("where was the gentleman who scored Kyz-Zhibek born", "person.birthplace", "Tlendiev"),
        ("how long is the picture that nabbed the Silver Bear", "film.runtime", "Harmony"),
        ("где родился артист, изобразивший Шокана", "person.birthplace", "Ашимов"),
        ("о чём лента, которая отхватила награду в Каннах в 2008", "film.plot", "Тюльпан"),
        ("Жібекті кескіндеген әртіс қай жылы туған", "person.born", "Өтекешова"),
        ("Берлинде сыйлық еншілеген туынды не туралы", "film.plot", "Схема"),
        # Something is asked of whoever made it, and not who that is.
        ("в скольких фильмах снялся актёр, сыгравший Шокана", "list.count", "Ашимов"),
        ("«Қайратты» түсірген режиссердің 1998 жылғы фильмі қалай аталады", "list.films",
         "Киллер"),
        # The prize says which film is meant, and somebody is asked about beside it.
        ("did Emir Baigazin direct the film that won the Silver Bear", "person.did", "Yes"),
        # Who played a part of one film is asked about in another.
        ("снимался ли актёр, сыгравший Бекежана, в «Конце атамана»", "person.did", "Чадьяров"),
        ("did the actor who played Bekezhan appear in The End of the Ataman", "person.did", "Yes"),
        # Somebody's parts are no parts in films by him.
        ("роли Жантурина в кино", "person.acted", "Дочь степей"),
        # An award is called without the "feature" at its end.
        ("who shot the film that took best international narrative at Tribeca", "film.director",
         "Aushakimova"),
    ],
)  # fmt: skip
def test_a_relation_leads_on(engine: Engine, text: str, kind: str, shown: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert (answer.kind, answer.asked) == ("answer", kind)
    assert shown in answer.lead


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        # The hero of a title goes by the first name.
        ("who played Amre", "film.role", "Sanzhar Madi"),
        # "Aslan's grandmother" is another part than his.
        ("Асланның рөлін кім ойнады", "film.role", "Айдарбеков"),
        ("Мәншүктің рөлін сомдаған кім", "film.role", "Арынбасарова"),
        # The title calls the part whole.
        ("кто сыграл Биржана сала", "film.role", "Жолжаксынов"),
        ("Мұстафа Шоқайды кинода кім сомдаған", "film.role", "Бейшенәлиев"),
        # Several words call a part beside its film.
        ("Мергендер фильмінде рота командирін кім ойнаған", "film.role", "Грицевский"),
        ("who plays the company commander in Snipers", "film.role", "Gritsevsky"),
        ("жас Абайды Абайда кім ойнады", "film.role", "Тұрсынхан"),
        # A director beside the film names no part of it.
        (
            "who plays the company commander in Snipers by Bolotbek Shamshiev",
            "film.role",
            "Gritsevsky",
        ),
        # Vowels that Russian drops.
        ("хронометраж «Огня»", "film.runtime", "Огонь"),
        # Capitals show where a misspelt title ends, and show nothing where all is in capitals.
        ("The Yeer of the Dragon, what is it based on", "film.based_on", "Samadi"),
        ("WHO DIRECTED STUDENT KAZAKH FILM 2012", "film.director", "Omirbayev"),
        # The author of the screenplay is not the author.
        ("Іздер көкжиектен асады — сценарий авторы", "film.writer", "Тарази"),
        # In the film, and not the part.
        ("Томиристе кім ойнайды", "film.cast", "Ахметов"),
        # A part of a title in quotes is no part of a film.
        ("кто снял «Тайну Киры»", "", "не казахск"),
    ],
)
def test_a_part_and_a_title_are_told_apart(
    engine: Engine, text: str, kind: str, shown: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == kind
    assert shown in answer.lead


def test_in_kazakh_letters_a_surname_is_a_womans_where_it_ends_so(engine: Engine) -> None:
    answer = engine.ask("Әшімов пен Шәріпова қай фильмде бірге ойнады", today=TODAY)
    assert answer.asked == "person.together"
    assert "Фархат" not in answer.lead


def test_a_kazakh_letter_typed_as_a_digit_counts_no_part(engine: Engine) -> None:
    assert engine.ask("nfhfp abkmv3 yt nehfks", today=TODAY).asked == "film.plot"


@pytest.mark.parametrize(
    "text",
    [
        "сын Шакена Айманова тоже режиссёр?",
        "is the son of Aimanov a director too?",
        "did Aimanov's daughter win anything",
        "Сатаевтың әкесі режиссер ме",
        "who plays Schizo's uncle",
    ],
)
def test_somebodys_relative_is_somebody_else(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("how long are the films of Yerzhanov with Berik Aitzhanov", "Goliath", "Yellow Cat"),
        ("хронометраж фильмов Ержанова с Айтжановым", "Голиаф", "Жёлтая кошка"),
    ],
)
def test_of_the_films_with_somebody_no_others_are_told(
    engine: Engine, text: str, shown: str, hidden: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "answer"
    assert shown in answer.lead
    assert hidden not in answer.lead


def test_a_cinema_is_no_film_called_so(engine: Engine) -> None:
    assert engine.ask("кинотеатр Арман когда построили", today=TODAY).asked == "org.when"
