"""What is nearly the same and means another thing."""

from __future__ import annotations

import pytest

from knowledge.answer import Conversation
from knowledge.engine import Engine
from tests.asking import NOW, TODAY


@pytest.mark.parametrize(
    ("turns", "kind", "says"),
    [
        # Of films of one name that which the person named made.
        (("Did Darkhan Tulegenov direct Brothers?",), "person.did", "Yes, Darkhan"),
        (("did Satayev direct Brothers",), "person.did", "Yes, Akan Satayev"),
        (("Тюльпан был в Каннах",), "award.yesno", "Да: «Тюльпан»"),
        # What was won abroad is not asked of the festival talked of.
        (("what did kazakh films win at Cannes", "which won abroad"), "list.films", "Road to"),
        # Another genre is no next page.
        (("comedies of 2019", "any more musicals?"), "list.films", "musical"),
        (("Mongol",), "film.card", "Bodrov"),
        (("исторические фильмы с Айтжановым",), "list.films", "исторический"),
    ],
)
def test_what_is_asked(engine: Engine, turns: tuple[str, ...], kind: str, says: str) -> None:
    conversation = Conversation()
    for text in turns:
        answer = engine.ask(text, today=TODAY, conversation=conversation)
        conversation = engine.follow(conversation, answer, NOW)
    assert answer.asked == kind
    assert says in answer.lead


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Вчера видел «Счастье», давно так не плакал, кто режиссёр?", ("Узабаев", "Дворцев")),
    ],
)
def test_namesakes_are_asked_back_whatever_stands_around(
    engine: Engine, text: str, leads: tuple[str, ...]
) -> None:
    answer = engine.ask(text, today=TODAY)
    told = " ".join(option.lead for option in answer.options)
    assert all(lead in told for lead in leads)


@pytest.mark.parametrize(
    "text",
    ["что Сатаев про лошадей", "what Satayev about horses", "не Сатаев аттар туралы",
     "наградил премия скока омирбаева про Тюльпана кто снималась"],
)  # fmt: skip
def test_a_question_word_beside_a_maker_leads_nowhere(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).lead  # it once looked back and forth for ever


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("про чё кино Штурм", "film.plot", "«Штурм»"),
        ("скока идет тюльпан", "film.runtime", "100 мин"),
        ("када родилась Хадиша Букеева, не в курсе?", "person.born", "1917"),
        ("wat year is Tulpan from", "film.year", "2008"),
        ("кто победил на евразии в 98-м", "award.winner", "1998"),
    ],
)
def test_words_as_they_are_said(engine: Engine, text: str, kind: str, says: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == kind
    assert says in answer.lead
