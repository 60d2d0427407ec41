"""Lists hold what was asked for and nothing besides."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from knowledge.answer import Answer, Conversation
from knowledge.engine import Engine
from knowledge.factbase.records import Film

TODAY = date(2026, 11, 23)


def listed(engine: Engine, answer: Answer) -> list[Film]:
    return [engine.base.films[entity.id] for entity in answer.entities if entity.kind == "film"]


@pytest.mark.parametrize(
    "text",
    [
        "казахские фильмы ноября 2019",
        "2019 жылғы қарашадағы қазақ фильмдері",
        "kazakh films november 2019",
    ],
)
def test_films_of_a_month_are_those_that_opened_in_it(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "premiere.period"
    opened = {
        film.id
        for film in engine.base.films.values()
        if any(premiere.date.startswith("2019-11") for premiere in film.premieres)
    }
    assert {entity.id for entity in answer.entities} == opened


def test_of_a_month_the_maker_is_not_lost(engine: Engine) -> None:
    answer = engine.ask("films by the director of Tulpan in May 2018", today=TODAY)
    assert "(1): “Ayka”" in answer.lead


def test_of_a_month_no_film_is_counted_of_which_only_the_year_is_known(engine: Engine) -> None:
    answer = engine.ask("сколько комедий вышло в ноябре 2019", today=TODAY)
    films = listed(engine, answer)
    assert films
    assert all(any(p.date.startswith("2019-11") for p in film.premieres) for film in films)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("комедии казахфильма", "comedy"),
        ("қазақфильмнің комедиялары", "comedy"),
        ("kazakhfilm comedies", "comedy"),
        # No prize is called after the studio, though one names it.
        ("мультфильмы казахфильма", "animation"),
    ],
)
def test_a_genre_of_a_studio(engine: Engine, text: str, genre: str) -> None:
    answer = engine.ask(text, today=TODAY)
    films = listed(engine, answer)
    assert films
    assert all(
        "kazakhfilm" in film.studios and genre in {film.type, *(term.id for term in film.genres)}
        for film in films
    )


@pytest.mark.parametrize("text", ["казахфильм 1970", "қазақфильм 1970", "kazakhfilm 1970"])
def test_a_studio_beside_a_year_has_films_and_no_competition(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "list.films"
    films = listed(engine, answer)
    assert films
    assert all("kazakhfilm" in film.studios and film.year == 1970 for film in films)


@pytest.mark.parametrize("text", ["бауырлар 2022", "Тюльпан 2008", "Tulpan 2008", "кек 1989"])
def test_a_title_beside_its_year_is_no_list_of_the_year(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).asked == "film.card"


@pytest.mark.parametrize(
    "text", ["ужасы снятые женщинами", "westerns directed by women", "әйелдер түсірген вестерндер"]
)
def test_films_of_a_genre_by_women_are_not_all_of_the_genre(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


@pytest.mark.parametrize(
    "text", ["драмы про борцов", "comedies about pirates", "дзюдошылар туралы драмалар"]
)
def test_films_about_something_are_not_all_films(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


@pytest.mark.parametrize(
    ("before", "text", "asked"),
    [
        ("какие призы у Айки", "драмы про борцов", ""),
        ("қарашада қандай фильмдер шыққан 2019", "Қазақфильмнің комедиялары", "list.films"),
    ],
)
def test_a_list_that_leans_on_nothing(engine: Engine, before: str, text: str, asked: str) -> None:
    told = engine.ask(before, today=TODAY)
    conversation = engine.follow(Conversation(), told, datetime(2026, 11, 23, 9, tzinfo=UTC))
    answer = engine.ask(text, today=TODAY, conversation=conversation)
    assert (answer.asked if answer.kind == "answer" else "") == asked


@pytest.mark.parametrize("text", ["фильмы про любовь", "соғыс туралы фильмдер", "films about war"])
def test_some_subject_matters_are_genres(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).asked == "list.films"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Кеңес заманындағы комедиялар", "КСРО, комедия"),
        ("мультфильмы советских лет", "анимация, СССР"),
        ("soviet era comedies", "Soviet Union, comedy"),
        ("махаббат жайлы қазақ фильмдері", "романтика"),
        ("films about love", "romance"),
        ("фильмы снятые женщинами", "режиссёр — женщина"),
        ("kazakh films directed by women", "directed by women"),
        ("әйелдер түсірген қазақ фильмдері", "режиссері — әйел"),
        ("советские экранизации", "СССР, экранизации"),
        ("kazakh films based on novels", "from books"),
        ("which kazakh films won abroad", "won abroad"),
    ],
)
def test_what_the_list_is_of(engine: Engine, text: str, read: str) -> None:
    assert engine.ask(text, today=TODAY).lead.startswith(f"{read} (")


@pytest.mark.parametrize(
    "text",
    ["first Kazakh sound film", "самый первый звуковой фильм", "тұңғыш дыбысты фильм қайсы"],
)
def test_the_first_of_a_sort_that_is_not_known_is_not_the_first_of_all(
    engine: Engine, text: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert (answer.kind, answer.asked) != ("answer", "list.first")


def test_a_word_that_is_but_like_a_town_lists_nothing(engine: Engine) -> None:
    assert engine.ask("Karaoi", today=TODAY).kind != "answer"


def test_a_town_is_no_title_with_an_ending(engine: Engine) -> None:
    answer = engine.ask("сколько стоит билет в кино в Алматы", today=TODAY)
    assert "«Яблоко»" not in answer.lead


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("horror movies shot in Kazakhstan please", "list.films"),
        ("what scary films did the Kazakhs make", "list.films"),
        ("посоветуй страшный казахский фильм", "topic"),
        ("what are the best Kazakh horror films", "topic"),
    ],
)
def test_films_of_a_genre_are_all_of_them_and_not_the_best(
    engine: Engine, text: str, asked: str
) -> None:
    assert engine.ask(text, today=TODAY).asked == asked


@pytest.mark.parametrize(
    "text",
    [
        "award-winning documentaries",
        "which documentaries have won prizes",
        "документальные фильмы, получившие награды",
        "жүлде алған деректі фильмдер",
    ],
)
def test_films_of_a_genre_with_prizes_are_no_others(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "list.films"
    films = [engine.base.films[e.id] for e in answer.entities if e.kind == "film"]
    assert films
    assert all(any(h.result == "won" for h in film.honours) for film in films)
    assert all(
        film.type == "documentary" or any(g.id == "documentary" for g in film.genres)
        for film in films
    )


def test_a_plot_with_a_prize_has_won_none(engine: Engine) -> None:
    answer = engine.ask("comedies where the hero wins a prize", today=TODAY)
    assert answer.asked != "list.films"


def test_of_whom_no_comedy_won_other_films_are_not_told(engine: Engine) -> None:
    answer = engine.ask("comedies by Satayev that got prizes", today=TODAY)
    assert answer.kind == "unknown"
    assert "comedy" in answer.lead


@pytest.mark.parametrize(
    "text",
    ["dramas that won at Cannes", "драмы, которые победили в Каннах", "Каннда жеңген драмалар"],
)
def test_winners_of_a_festival_are_of_the_genre_asked_for(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked.startswith("award.win")
    films = [engine.base.films[e.id] for e in answer.entities if e.kind == "film"]
    assert len(films) > 1
    assert all(any(g.id == "drama" for g in film.genres) for film in films)


def test_where_no_film_of_the_genre_won_no_other_is_told(engine: Engine) -> None:
    answer = engine.ask("какие комедии победили на Евразии", today=TODAY)
    assert answer.kind == "unknown"


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("film about the famine", "qash-2022"),
        ("films about the famine of the thirties", "qash-2022"),
        ("фильмы о репрессиях", "talan-2018"),
        ("полигон туралы қандай кинолар бар", "ainalaiyn-1990"),
        ("any dramas about the famine?", "the-crying-steppe-2020"),
        ("драмы Ержанова про полицейских", "a-dark-dark-man-2019"),
        ("a documentary about the aral sea", "sea-tomorrow-2016"),
    ],
)
def test_films_about_something_are_those_described_so(
    engine: Engine, text: str, film: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "list.films"
    assert film in {entity.id for entity in answer.entities}
    assert len([e for e in answer.entities if e.kind == "film"]) < 12


def test_a_film_about_something_may_be_advised_and_counted(engine: Engine) -> None:
    assert engine.ask("посоветуй кино про школу", today=TODAY).asked == "list.recommend"
    counted = engine.ask("how many films about the famine are there", today=TODAY)
    assert counted.asked == "list.count"
    assert "family" not in counted.lead


def test_what_films_are_about_is_said_in_the_language_asked_in(engine: Engine) -> None:
    assert engine.ask("ашаршылық туралы фильм", today=TODAY).language == "kk"


@pytest.mark.parametrize(
    "text", ["movies about mountaineers", "фильмы про полярников", "альпинистер туралы кино"]
)
def test_nothing_is_told_where_no_film_is_described_so(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


@pytest.mark.parametrize("text", ["comedies about the army", "films about World War II"])
def test_what_films_are_about_is_not_all_that_is_asked(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind == "unknown"


def test_a_story_is_no_subject(engine: Engine) -> None:
    answer = engine.ask("film about a girl who wants to be an actress", today=TODAY)
    assert answer.kind != "answer"


@pytest.mark.parametrize(
    "text", ["movie about the racketeers of the nineties", "кино про рэкетиров девяностых"]
)
def test_whose_time_is_told_is_not_asked_for_its_year(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).asked != "film.year"


@pytest.mark.parametrize(
    "text", ["first colour film of ours", "самый первый цветной казахский фильм"]
)
def test_the_first_colour_film_is_not_the_first_of_all(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked != "list.first"
    assert "1955" in answer.lead


def test_a_word_of_the_question_is_no_title_among_the_longest(engine: Engine) -> None:
    answer = engine.ask("which kazakh movie runs longest", today=TODAY)
    assert answer.asked == "list.longest"
    assert len([e for e in answer.entities if e.kind == "film"]) == 5


@pytest.mark.parametrize("text", ["какие сриалы вышли в 2024", "2024 жылғы коедиялар"])
def test_a_misspelt_form_of_a_genre_is_not_left_out(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "list.films"
    assert len(answer.entities) < 15  # of all that opened in that year there are 52


@pytest.mark.parametrize("text", ["фильм «Көкпар» о чём", "Кокпар фильм о чем"])
def test_about_what_a_film_is_names_no_subject(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


@pytest.mark.parametrize("text", ["films about teachers", "films about cameramen"])
def test_films_about_a_trade_are_no_people(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


@pytest.mark.parametrize("text", ["с чего начиналось казахское кино", "how did our cinema start"])
def test_how_cinema_began_is_told_by_the_earliest_films(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).asked == "list.first"


@pytest.mark.parametrize(
    "text", ["movie about eagle hunter kazakh new one", "last films about camel herders"]
)
def test_the_newest_about_something_are_not_the_newest_of_all(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"
