"""What is asked on about people, lists and prizes that were told."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from tests.knowledge.test_leaning import last


@pytest.mark.parametrize(
    ("turns", "kind", "shown"),
    [
        # Who is IN it is no question of a person; who took WHAT is one of prizes.
        (("tell me about Karoy", "who's in it"), "film.cast", "Karoy"),
        (("Венеция 2018", "кім не алды"), "award.winner", "«Өзен» (2018)"),
        # The other of two; whose that film is; what else was written.
        (("Ayka or Nagima, which came first", "who directed it", "and the other one?"),
         "film.director", "Issabayeva"),
        (("Айка или Нагима, что раньше вышло", "кто снял", "а другой?"),
         "film.director", "Исабаева"),
        (("Айка мен Нағима, қайсысы бұрын шықты", "режиссері кім", "басқасы ше"),
         "film.director", "Исабаева"),
        (("Шал (2012)", "кто играет старика", "а Келин тоже его?"), "person.did", "Турсунов"),
        (("Жат музыкасын кім жазды", "тағы не жазды"), "person.scored", "Шілдебаев"),
        (("кто сценарист Айки", "что ещё написал?"), "person.wrote", "Дворцевой"),
        (("who composed the music of Stranger (2015)", "what else did he write"),
         "person.scored", "Shildebayev"),
        (("кто снял Айку", "он из Алматы?"), "person.birthplace", "Шымкент"),
        (("who made Ayka", "is he from Astana?"), "person.birthplace", "Shymkent"),
        (("Айканы кім түсірді", "ол Астанадан ба"), "person.birthplace", "Шымкент"),
        (("Сары мысықты кім түсірді", "ол қайдан"), "person.birthplace", "Жезқазған"),
        # More prizes of hers, those of the film, for which film, in which language.
        (("who plays the lead in Ayka", "what else has she won"), "person.prizes", "Yeslyamova"),
        (("Самал Еслямова, награды", "а фильм?"), "film.awards", "Айка"),
        (("кто первым получил Серебряного медведя", "за какой фильм"), "award.first", "Уроки"),
        (("«Айка» на казахском?", "а на каком"), "film.language", "киргизский"),
        (("Серебряный медведь у кого", "Уроки гармонии, где была премьера", "награды"),
         "film.awards", "Уроки"),
        (("Уроки гармонии, призы", "қанша уақыт"), "film.runtime", "115"),
        # Of a list: only by women, older although none is old, which one.
        (("drama films of 2022", "only by women"), "list.films", "women"),
        (("драмы 2022 года", "только снятые женщинами"), "list.films", "режиссёр — женщина"),
        (("2022 жылғы драмалар", "тек әйелдер түсіргені"), "list.films", "режиссері — әйел"),
        (("kazakh horror films", "older"), "list.films", "horror (11): “Sweetie"),
        (("казахские ужасы", "постарше"), "list.films", "хоррор (11): «Жаным"),
        (("films by Satayev", "which one earned the most"), "list.grossing", "Satayev"),
        (("Абай туралы қандай фильмдер бар", "тек ескілері"), "list.films", "(1)"),
        (("какие фильмы сняты об Абае", "только старые"), "list.films", "(1)"),
        # A land is no festival, and yet bounds what was won.
        (("what did Kazakh films win at Cannes", "what about Korea"), "award.wins", "South Korea"),
        (("Каннда қандай жүлде алдық", "Кореяда ше"), "award.wins", "Корея"),
        (("наши фильмы в Венеции",), "list.films", "Венецианский"),
        # What bears the same name; what else the films may be about; one of them is none of that.
        (("what is the Kulager award", "no, the film"), "film.card", "Kulager"),
        (("что за премия Кулагер", "нет, я про фильм"), "film.card", "Кулагер"),
        (("Құлагер сыйлығы деген не", "жоқ, фильмін айтам"), "film.card", "Құлагер"),
        (("Кулагер (1972)", "нет, премия"), "org.what", "Кулагер"),
        (("films about boxing", "and about wolves?"), "list.films", "wolves"),
        (("кино про бокс", "а про волков"), "list.films", "волков"),
        (("драмы 2013 года", "расскажи про второй"), "film.card", "2013"),
        # What was made next, or before; what else by this director, where prizes were given.
        (("who made Harmony Lessons", "and his next film?"), "list.first", "Wounded"),
        (("кто снял Уроки гармонии", "а следующий его фильм?"), "list.first", "Раненый"),
        (("Асланның сабақтарын кім түсірді", "келесі фильмі қандай"), "list.first", "Жаралы"),
        (("who made Ayka", "and his next film?"), "list.first", "no such films"),
        (("кто снял Айку", "а предыдущий его фильм"), "list.last", "«Тюльпан» (2008). До"),
        (("who directed Assault", "other dramas by this director"), "list.films", "drama ("),
        (("кто снял Штурм", "у этого режиссёра ещё комедии есть?"), "list.films", "комедия ("),
        (("Шекер қандай жүлде алды", "оны қай жерде берді"), "award.where", "Шекер"),
        # Where that was won, for which films; a first of another sort; his last part.
        (("what did Little Brother win", "where was that"), "award.where", "Little"),
        (("призы Братишки", "а где это было?"), "award.where", "Братишка"),
        (("«Бауыр» не алды", "ол қайда болды"), "award.where", "Бауыр"),
        (("how many prizes has Baigazin got", "for what films"), "award.count", "Baigazin"),
        (("какой первый казахский фильм", "а первый мультик?"), "list.first", "анимация"),
        (("Куман Тастанбеков", "последняя роль"), "list.last", "Тастанбеков"),
        (("Құман Тастанбеков", "соңғы рөлі"), "list.last", "Тастанбеков"),
        (("кто играл в Гибели Отрара", "а Чингисхана?"), "film.role", "Бейшеналиев"),
        (("«Композиторды» кім түсірді", "тағы мюзикл бар ма"), "list.films", "мюзикл"),
        # Whose films were there; which of those people won.
        (("who is Emir Baigazin", "which of his films were at Venice"), "award.shown", "Baigazin"),
        (("кто такой Омирбаев", "какие его фильмы были в Каннах"), "award.shown", "Омирбаев"),
        (("Дәрежан Өмірбаев кім", "қай фильмдері Каннда болды"), "award.shown", "Өмірбаев"),
        (("women directors", "which of them won prizes"), "list.people", "most prizes"),
        (("женщины режиссёры", "у кого из них награды"), "list.people", "больше всего наград"),
        (("әйел режиссерлер", "қайсысының жүлдесі бар"), "list.people", "марапаты ең көбі"),
    ],
)  # fmt: skip
def test_what_is_meant(engine: Engine, turns: tuple[str, ...], kind: str, shown: str) -> None:
    answer = last(engine, *turns)
    assert answer.asked == kind
    assert shown in answer.lead


def test_whoever_says_neither_wants_no_other(engine: Engine) -> None:
    answer = last(engine, "кто режиссёр Счастья", "ни тот ни другой")
    assert answer.kind == "clarify"


@pytest.mark.parametrize(
    ("turns", "shown"),
    [
        (("how many saw The Needle", "when did the remix come out", "who played the doctor"),
         "Mamonov"),
        (("сколько зрителей у Иглы", "а ремикс когда вышел", "кто играл доктора"), "Мамонов"),
    ],
)  # fmt: skip
def test_what_was_asked_back_hides_no_film(
    engine: Engine, turns: tuple[str, ...], shown: str
) -> None:
    assert shown in last(engine, *turns).lead
