"""Questions that lean on the last answer: what is asked, and of whom."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from knowledge.answer import Answer, Conversation
from knowledge.engine import Engine

TODAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC)


def last(engine: Engine, *turns: str) -> Answer:
    """What the last of these is answered."""
    conversation = Conversation()
    for turn in turns:
        answer = engine.ask(turn, today=TODAY, conversation=conversation)
        conversation = engine.follow(conversation, answer, NOW)
    return answer


@pytest.mark.parametrize(
    ("turns", "kind", "shown"),
    [
        # The other of the two is named.
        (("when was Asanali Ashimov born", "whom did he play in Kyz-Zhibek"), "person.role",
         "Bekezhan — “Kyz-Zhibek” (1970)."),
        (("longest kazakh film ever?", "was Arinbasarova in it too?"), "person.did", "Yes"),
        # Of prizes just told.
        (("what prizes did Brothers by Tulegenov win", "how many in total?"), "award.count", "3"),
        (("оралман фильмі жүлде алды ма", "жалпы саны қанша"), "award.count", "9"),
        # Who, what sort.
        (("what is Blood and Sweat based on", "who is that"), "person.who", "Nurpeisov"),
        (("песни в солдате любви чьи", "это мюзикл?"), "film.genre", "Да"),
        (("кто снял Томирис", "это комедия?"), "film.genre", "Нет"),
        # The same festival and year, the same people.
        (("кому дали гран-при евразии в 2008", "а лучшая актриса?"), "award.winner", "Агейкина"),
        (("какие актрисы родом из алматы", "а режиссеры"), "list.people", "Алматы"),
        # In words of its own.
        (("когда основан казахфильм", "а цокс это что"), "org.what", "киностудия"),
        (("who directed Steppenwolf", "btw what is the kulager award"), "org.what", "prize"),
        # Is it his as well?
        (("жат фильмін кім түсірді", "келін де соныкі ғой?"), "person.did", "Иә"),
        (("who plays Sagat in Joqtau", "was he in Lift too?"), "person.did", "Yes"),
        (("Томиристі кім түсірді", "ал Шиза ше?"), "film.director", "Омарова"),
        # Of the film talked of.
        (("the fierce one 1973, who made it", "whats it based on"), "film.based_on", "Auezov"),
        (("how long is The Fall of Otrar", "who scored otrar"), "film.composer", "Shildebayev"),
        (("сары мысық туралы айт", "венецияға барды ма"), "award.yesno", "Сары мысық"),
        (("третья часть рэкетира сколько собрала", "когда она вышла"), "film.premiere", "2025"),
        (("кто снял Томирис", "точно?"), "talk.sources", "источник"),
        (("where was Ayka filmed", "did it go to Cannes"), "award.yesno", "Yes: “Ayka”"),
        # Of all films, whatever was talked of.
        (("who directed Kelin", "has any Kazakh film ever won at Venice"), "award.yesno",
         "Goliath"),
        (("Келінді кім түсірді", "қазақ киносы Берлинде жеңді ме?"), "award.yesno", "Өзен"),
        # A part is named by an ordinary word.
        ((("who plays sagat in joqtau"),), "film.role", "Abilmazhinov"),
        # Of whom: the director told, and no actor of his film; one of two of a name; a he, a she.
        (("кто снял Штурм", "он и актер?"), "person.did", "Ержанов"),
        (("«Жат» фильмін кім түсірді", "ол актер де ме?"), "person.did", "Тұрсынов"),
        (("who plays Ayka", "what else was she in"), "person.acted", "Tulpan"),
        (("who is Emir Baigazin", "any dramas by him?"), "list.films", "Harmony Lessons"),
        (("who is Guka Omarova", "when was Yerzhanov born", "and what has she directed?"),
         "person.directed", "Omarova"),
        (("Есләмова кім", "ал Сатаев ше?", "ол не түсірді"), "person.directed", "Сатаев"),
        # Whoever is named beside the film is not asked about.
        (("who directed Kelin", "what genre is it", "any prizes?"), "film.awards", "Kelin"),
        (("who directed Kelin", "Off-season won something?"), "film.awards", "Off-season"),
        (("«Келін» кімдікі", "студент қай студияда түсірілген"), "film.studio", "Студент"),
        (("кто снял Районы", "он ещё что-то у нас снимал?"), "person.films", "Сатаев"),
        (("Kelinka Sabina 2, who plays Sabina?",), "film.role", "Adambay"),
        # Another festival, in its place.
        (("what kazakh films were shown in Cannes", "and in Berlin?"), "award.shown", "Berlin"),
        (("какие казахские фильмы были в Каннах", "а в Берлине?"), "award.shown", "Берлин"),
        (("Канн фестивалінде қандай қазақ фильмдері болды", "ал Берлинде ше"),
         "award.shown", "Берлин"),
        (("films at goEast", "and at Vesoul?"), "list.films", "Mariam"),
        # In words of its own; another part; news of whom; newer ones of the list.
        (("кто снял Шизу", "а Келин про что"), "film.plot", "Келин"),
        (("who directed Racketeer", "and the 3rd one?"), "film.director", "Racketeer 3"),
        (("что нового в кино", "а про Сатаева?"), "news.about", "Рэкетир"),
        (("казахские вестерны", "только новые, с 2018 года"), "list.films", "Саташ"),
        (("кто играет Мукагали",), "film.role", "Жанбалаев"),
        (("кто играет в Мукагали",), "film.cast", "Жанбалаев"),
        (("Амангелдіні кім ойнаған",), "film.role", "Өмірзақов"),
        (("Амангелдіде кім ойнаған",), "film.cast", "Өмірзақов"),
        (("when did Ulbolsyn come out", "and who played her?"), "film.role", "Sadvakasova"),
        (("менің атым қожада қожаны кім ойнайды", "ал анасын ше?"), "film.role", "Римова"),
        (("кто играл Лаврова в нашем милом докторе", "а Жантурин был в Ботагоз?"),
         "person.did", "Жантурин"),
        (("мергендер фильмінде әлияны кім ойнады?",), "film.role", "Темірова"),
        (("дикий восток нугманова это вестерн?",), "film.genre", "Да"),
        (("documentaries by Dvortsevoy",), "list.films", "documentary"),
        # Of whom, of which, of what sort.
        (("чья музыка в алпамыс идет в школу", "для каких еще фильмов он писал"),
         "person.scored", "Кожа"),
        (("kadet filmi kimdiki", "muzykasyn kim jazdy", "mavrdiki she"),
         "film.composer", "Стефано"),
        (("who directed Snipers from 1985?", "and who played aliya"), "film.role", "Temirova"),
        (("what awards did Harmony Lessons win", "and at Berlin?"), "film.awards", "2 awards"),
        (("how many awards did Harmony Lessons win", "which of them at Berlin"),
         "award.count", "Berlin International Film Festival: 2."),
        (("how much did Auru earn", "and Racketeer 3?", "which of the two earned more"),
         "list.grossing", "Racketeer 3"),
        (("«Қыз Жібек» қай жылғы фильм?", "жібекті кім ойнады"), "film.role", "Өтекешова"),
        (("какие сериалы снял ержанов",), "list.films", "Казахские страшные сказки"),
        (("ақан сатаев қашан туған", "алғашқы фильмі қандай"), "list.first", "Рэкетир"),
        (("what is Becoming (2025) about", "who's the french dop"),
         "film.cinematographer", "Champetier"),
        (("қайрат нұртас қай кинода ойнады", "өзің кімсің"), "talk.who", "Qazaq Kino"),
        (("оператор хасан қыдыралиев қай фильмдерді түсірді", "томиристі де ме"),
         "person.did", "Иә"),
    ],
)  # fmt: skip
def test_what_is_asked(engine: Engine, turns: tuple[str, ...], kind: str, shown: str) -> None:
    answer = last(engine, *turns)
    assert answer.asked == kind
    assert shown in answer.lead


def test_sure_is_a_yes_to_what_was_asked_back(engine: Engine) -> None:
    asked = engine.ask("кем поставлен Балон", today=TODAY)
    assert asked.kind == "clarify"
    assert last(engine, "кем поставлен Балон", "точно").asked != "talk.sources"


@pytest.mark.parametrize(
    "turns",
    [("Жамбыл фильмін кім түсірді", "Тұлпар фильмін кім түсірді"),
     ("кто снял Джамбул", "кто снял фильм Тулпар")],
)  # fmt: skip
def test_a_film_called_like_a_prize_is_not_the_one_talked_of(
    engine: Engine, turns: tuple[str, ...]
) -> None:
    assert "dzhambul-1952" not in {e.id for e in last(engine, *turns).entities}


def test_in_it_is_no_part(engine: Engine) -> None:
    assert last(engine, "«Тюльпан» фильмін кім түсірді?", "онда кім ойнады?").asked == "film.cast"


@pytest.mark.parametrize("title", ["Бауырлар", "Моңғол", "Айқай"])
def test_a_film_is_no_part_of_another(engine: Engine, title: str) -> None:
    answer = last(engine, f"«{title}» фильмінде тағы кім ойнаған")
    assert answer.asked == "film.cast"
    assert f"«{title}»" in answer.lead


def test_films_of_somebody_are_not_the_film_talked_of(engine: Engine) -> None:
    assert (
        last(engine, "who directed Tulpan?", "films by Adilkhan Yerzhanov").asked != "person.did"
    )


def test_how_many_films_after_prizes(engine: Engine) -> None:
    assert last(engine, "призы Эмира Байгазина", "сколько у него фильмов").asked == "list.count"


def test_she_is_no_film(engine: Engine) -> None:
    answer = last(engine, "who plays the lead in Ayka", "did she win anything")
    assert "Yeslyamova" in answer.lead


def test_whose_film_of_two_namesakes(engine: Engine) -> None:
    answer = last(engine, "who is Ermek Shinarbaev", "his film Revenge, who wrote it?")
    assert answer.kind == "answer"
    assert answer.entities[0].id == "revenge-1989"


def test_in_both_of_two_films(engine: Engine) -> None:
    answer = last(engine, "тюльпан или айка, что раньше вышло", "кто в обоих играл")
    assert answer.asked == "list.both"
    assert "Еслямова" in answer.lead


def test_a_kind_that_is_asked_for_is_no_claim(engine: Engine) -> None:
    lead = last(engine, "какой жанр у сериала «Коба»").lead
    assert not lead.startswith("Да")
    assert "сериал" in lead


def test_a_film_of_that_very_name_is_nobody_misspelt(engine: Engine) -> None:
    readings = engine.reader.read("whom does he play in seker", TODAY, Conversation())
    assert not any(m.kind == "person" for reading in readings for m in reading.mentions)


def test_an_exclamation_changes_no_language(engine: Engine) -> None:
    turns = ("«Байқоңыр» деген немістің фильмі, музыкасы кімдікі?", "ого", "ал ұзақтығы?")
    assert last(engine, *turns).language == "kk"


def test_a_written_answer_stands_in_for_an_empty_list_of_ours_alone(engine: Engine) -> None:
    asked = (
        "Нью-Йорктегі көрермен «осындай кино көп болса екен» деп қай қазақ фильмі туралы айтты?"
    )
    assert engine.ask(asked, today=TODAY).asked == "topic"
    foreign = engine.ask("кто основоположник киргизского документального кино", today=TODAY)
    assert foreign.kind != "answer"


def test_more_of_something_else_where_a_list_is_at_its_end(engine: Engine) -> None:
    assert last(engine, "кто снял Келин", "ещё").asked == "follow.more"
    rest = last(engine, "велошахматы кто снял", "остальные ее фильмы")
    assert rest.asked in ("person.films", "person.directed")


def test_an_unconfirmed_sort_is_said_to_be(engine: Engine) -> None:
    """The sort of film is told with its genre."""
    film = next(f for f in engine.base.films.values() if f.id == "su-2019")
    assert "type" in film.unsourced
    assert "unconfirmed" in last(engine, f"what genre is the film {film.title.en}").lead
