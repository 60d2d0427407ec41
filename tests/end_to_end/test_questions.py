"""Questions, follow-ups, corrections, and what is no question, in three languages."""

from __future__ import annotations

import pytest

from knowledge.answers.texts import Texts
from tests.end_to_end.conftest import Meet
from tests.end_to_end.person import Person

CONVERSATIONS = {
    "kk": (
        ("«Тюльпан» фильмін кім түсірді?", "Сергей Дворцевой"),
        ("онда кім ойнады?", "Асхат Күшіншіреков"),
        ("Ақан Сатаевтың фильмдері", "Анаға апарар жол"),
        ("kyz zhibek kai zhyly shykty", "1970"),
    ),
    "ru": (
        ("кто снял «Тюльпан»?", "Сергей Дворцевой"),
        ("а кто там играл?", "Асхат Кучинчиреков"),
        ("фильмы Сатаева", "Дорога к матери"),
        ("rnj cyzk rsp ;b,tr", "Султан-Ахмет Ходжиков"),
    ),
    "en": (
        ("who directed Tulpan?", "Sergei Dvortsevoy"),
        ("and who plays in it?", "Askhat Kuchinchirekov"),
        ("films by Akan Satayev", "Road to Mother"),
        ("who directd Kyz Zhibek", "Sultan-Akhmet Khodzhikov"),
    ),
}


def test_a_conversation(person: Person) -> None:
    for question, word in CONVERSATIONS[person.language]:
        answer = person.says(question)
        assert word in answer.text, question
        assert answer.links
        assert len(answer.links) == len(set(answer.links))


def test_what_is_not_known_is_not_made_up(person: Person) -> None:
    answer = person.says({"kk": "ауа райы қандай?", "ru": "какая погода?"}.get(
        person.language, "what is the weather like?"
    ))  # fmt: skip
    assert not answer.links


def test_a_corrected_question_corrects_its_answer(person: Person) -> None:
    wrong, right, word = {
        "kk": ("«Томирис» фильмін кім түсірді?", "«Тюльпан» фильмін кім түсірді?", "Дворцевой"),
        "ru": ("кто снял «Томирис»?", "кто снял «Тюльпан»?", "Дворцевой"),
        "en": ("who directed Tomiris?", "who directed Tulpan?", "Dvortsevoy"),
    }[person.language]
    first = person.says(wrong)
    assert word not in first.text
    question = person.log()[-2]
    corrected = person.edits(question.id, right)
    assert corrected.id == first.id
    assert word in corrected.text
    assert len(person.log()) == 2


def test_two_people_do_not_hear_each_other(meet: Meet) -> None:
    aru, dana = meet("en"), meet("en")
    aru.says("who directed Tulpan?")
    dana.says("who directed Tomiris?")
    assert "Kuchinchirekov" in aru.says("and who plays in it?").text
    assert "Kuchinchirekov" not in dana.says("and who plays in it?").text


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "chat-voice"),
        ({"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]},
         "chat-picture"),
        ({"location": {"latitude": 43.2, "longitude": 76.9}}, "chat-media"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_text_gets_a_kind_word(
    person: Person, texts: Texts, content: dict[str, object], key: str
) -> None:
    assert person.sends(**content).text == texts.say(person.language, key)


@pytest.mark.parametrize(
    "text",
    ["<b>", "&amp; <script>", "?" * 4096, "🎬" * 2048, "\u202e\u0301ա", "' OR 1=1 --", "/ /// @"],
    ids=range(7),
)
def test_whatever_is_written_is_answered(meet: Meet, text: str) -> None:
    assert meet("ru").says(text).text


def test_who_writes_too_fast_is_asked_to_slow_down_once(meet: Meet, texts: Texts) -> None:
    person = meet("en")
    path = f"/chats/{person.id}/messages"
    for _ in range(12):  # all in one moment
        person.order("POST", path, text="who directed Tulpan?")
    person.order("POST", "/clock", forward=60)
    person.says("who directed Tomiris?", hears="Tomiris")
    told = [seen.text for seen in person.log()]
    assert told.count(texts.say("en", "chat-flood")) == 1
