"""Cards of films, people and festivals: each button opens in place and leads back."""

from __future__ import annotations

import pytest

from knowledge.answers.texts import Texts
from tests.end_to_end.conftest import Meet
from tests.end_to_end.person import Person

CARDS = {
    "kk": ("/film Тюльпан", "/person Ақан Сатаев", "/awards Канн"),
    "ru": ("/film Тюльпан", "/person Акан Сатаев", "/awards Канны"),
    "en": ("/film Tulpan", "/person Akan Satayev", "/awards Cannes"),
}


def test_every_button_opens_in_place_and_leads_back(person: Person, texts: Texts) -> None:
    for command in CARDS[person.language][:2]:
        card = person.says(command)
        own = {texts.say(person.language, key) for key in ("chat-share", "chat-follow")}
        labels = [label for label in card.buttons if label not in own]
        assert len(labels) >= 3
        for label in labels:
            opened = person.presses(card, label)
            assert opened.id == card.id
            assert opened.text != card.text, label
            back = person.presses(opened, opened.buttons[-1])
            assert (back.id, back.text, back.buttons) == (card.id, card.text, card.buttons)
    assert len(person.log()) == 4


def test_awards_are_paged_in_place(person: Person) -> None:
    first = person.says(CARDS[person.language][2])
    second = person.presses(first, "▶")
    assert second.id == first.id
    assert second.text != first.text
    assert person.presses(second, "◀").text == first.text


def test_a_card_is_shared_by_inline_mode(meet: Meet, texts: Texts) -> None:
    person = meet("en")
    card = person.says("/film Tulpan")
    keys = [key for row in card.raw["reply_markup"]["inline_keyboard"] for key in row]
    share = next(key for key in keys if key["text"] == texts.say("en", "chat-share"))
    offered = person.asks_inline(share["switch_inline_query"])
    assert "Tulpan" in offered["results"][0]["title"]


@pytest.mark.parametrize("command", ["/film", "/person"])
def test_a_card_of_nothing_and_of_nobody(person: Person, command: str) -> None:
    assert person.says(command).text
    unknown = person.says(f"{command} Zzyzx qwrtpsdf")
    assert unknown.text
    assert not unknown.links


def test_thumbs_are_taken_without_a_word(meet: Meet) -> None:
    person = meet("en")
    answer = person.says("who directed Tulpan?")
    person.reacts(answer, "👍")
    person.reacts(answer, "👎")
    person.reacts(answer)
    person.says("who directed Tomiris?", hears="Tomiris")
    assert len(person.log()) == 4
