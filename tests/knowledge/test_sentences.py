"""A message of several sentences: what one tells sets the subject for what another asks."""

import pytest

from knowledge.answer import Conversation
from knowledge.engine import Engine
from tests.asking import NOW, TODAY


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("My dad and I saw Tomiris on the train, he sighed at each horse. What was its budget?",
         "film.budget", "tomiris-2019"),
        ("I found the name Nikolai Skorobogatov in old credits, too lazy to stop. Who is that?",
         "person.who", "nikolai-skorobogatov"),
        ("Вчера с мамой плакали над «Счастьем» Узабаева, давно такого не было. Кто там играет?",
         "film.cast", "happiness-2022"),
        ("Готовлю доклад, и всё упирается в Серика Апрымова. А где он родился?",
         "person.birthplace", "serik-aprymov"),
        ("Кеше әжеммен «Қыз Жібекті» көрдік, екеуіміз де жыладық. Режиссері кім еді?",
         "film.director", "kyz-zhibek-1970"),
        ("Достарым Дәрежан Өмірбаевты мақтап айтып отыр, мен білмей қалдым. Ол қай жерде туған?",
         "person.birthplace", "darezhan-omirbayev"),
        # A title with a full stop in it is not torn, a name said by the way is not meant.
        ("My brother says Patrol. The Last Order made a fortune. How much did it earn, really?",
         "film.boxoffice", "patrol-the-last-order-2025"),
        # What asks for nothing, like "do you know?", is not what is asked.
        ("I wonder who played the lead in Tulpan. Do you know?", "film.lead", "tulpan-2008"),
    ],
)  # fmt: skip
def test_the_sentence_that_asks_is_answered_of_what_the_others_tell(
    engine: Engine, text: str, kind: str, about: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert (answer.kind, answer.asked) == ("answer", kind)
    assert about in {entity.id for entity in answer.entities}


@pytest.mark.parametrize(
    "text",
    [
        "We saw Inception last night and my wife fell asleep. Who directed it?",
        "Вчера смотрели «Титаник», жена рыдала. Кто там режиссёр?",
    ],
)
def test_a_foreign_film_in_one_sentence_is_none_of_ours_in_the_next(
    engine: Engine, text: str
) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


def test_a_constraint_of_another_sentence_is_not_lost(engine: Engine) -> None:
    text = "I love Tallinn but in 2021 I missed Black Nights. Who got the Ecumenical Jury Award?"
    assert "Mukagali" in engine.ask(text, today=TODAY).lead


def test_the_last_words_of_a_long_message_are_heard(engine: Engine) -> None:
    text = "I am writing to you from the train " + "and it is raining and we are late " * 6
    answer = engine.ask(f"{text}. I just saw Tulpan. Who directed it?", today=TODAY)
    assert (answer.asked, answer.kind) == ("film.director", "answer")


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        # A colon after a long lead is an end, after a title it is none.
        ("So for my wall calendar I would love to know: which Kazakh films premiered in May 1953?",
         "premiere.period", "May 1953"),
        ("Crossroads, the series: who directed it?", "film.director", "1996"),
        # A town by the way is no filter, but one that is pointed at.
        ("It rains in Almaty and I am sad. What Kazakh dramas came out in 2021?",
         "premiere.period", "2021, drama"),
        ("It rains here in Oskemen. What dramas came out in 2021?", "premiere.period",
         "2021, drama"),
        ("Мен Алматыда тұрамын. 2018 жылы қандай комедиялар шықты?", "premiere.period",
         "2018 жыл, комедия"),
        ("I live in Almaty and miss it. Which dramas were shot there in 2021?", "list.films",
         "Almaty"),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_question_is_no_part_of_it(
    engine: Engine, text: str, kind: str, says: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert (answer.asked, answer.kind) == (kind, "answer")
    assert says in answer.lead


@pytest.mark.parametrize(
    ("turns", "kind", "about"),
    [
        # A smile ends a sentence.
        (("«Сары мысықты» көрдік, ұйықтап қалыппын, ұят)) Басты рөлде кім, аты қалай?",),
         "film.lead", "yellow-cat-2020"),
        # Prizes after somebody's films are his, whatever is thanked for before.
        (("films by Ayanat Ksenbai", "Wow ok, respect. Any prizes too?"), "person.prizes",
         "ayanat-ksenbai"),
        # Whoever was talked of before is not meant where the message names its own.
        (("кто снял Тюльпан", "Достарым Өмірбаев туралы айтып отыр. Ол қандай жүлделер алды?"),
         "person.prizes", "darezhan-omirbayev"),
        # That there is no record is an answer, and no reason to answer something else.
        (("I collect our wins. Which Kazakh cartoon was the first to win at the Fajr festival?",),
         "award.first", ""),
    ],
)  # fmt: skip
def test_sentences_as_people_end_them(
    engine: Engine, turns: tuple[str, ...], kind: str, about: str
) -> None:
    conversation = Conversation()
    for text in turns:
        answer = engine.ask(text, today=TODAY, conversation=conversation)
        conversation = engine.follow(conversation, answer, NOW)
    assert answer.asked == kind
    assert not about or about in {entity.id for entity in answer.entities}
