"""Buttons under answers: pages in place, choices, what is old or forged."""

from __future__ import annotations

from knowledge.answers.texts import Texts
from tests.end_to_end.conftest import Meet
from tests.end_to_end.person import TYPING, Person, Seen

FILMS = {
    "kk": "Ақан Сатаевтың фильмдері",
    "ru": "фильмы Акана Сатаева",
    "en": "films by Akan Satayev",
}


def page(shown: Seen) -> str:
    (label,) = (label for label in shown.buttons if "/" in label)
    return label


def test_a_list_is_paged_in_place(person: Person) -> None:
    first = person.says(FILMS[person.language])
    number, pages = map(int, page(first).split("/"))
    assert (number, pages > 1) == (1, True)
    assert not [label for label in first.buttons if "◀" in label]
    shown = first
    for number in range(2, pages + 1):
        after = person.presses(shown, "▶")
        assert after.id == first.id
        assert page(after) == f"{number}/{pages}"
        assert after.text != shown.text
        shown = after
    assert not [label for label in shown.buttons if "▶" in label]
    assert person.presses(shown, "◀").id == first.id
    assert len(person.log()) == 2


def test_the_number_between_the_arrows_does_nothing(person: Person) -> None:
    first = person.says(FILMS[person.language])
    assert person.is_told(first, page(first)) == ""
    assert person.log()[-1] == first


def test_not_what_i_meant_offers_other_readings(person: Person, texts: Texts) -> None:
    asked = {
        "kk": "Ақан Сатаевтың фильмдері",
        "ru": "фильмы Акана Сатаева",
        "en": "awards of Satayev",
    }
    first = person.says(asked[person.language])
    label = texts.say(person.language, "chat-not-meant")
    offer = person.presses(first, label, kinds=("message",))
    assert offer.text == texts.say(person.language, "chat-choose")
    assert offer.buttons
    still = next(seen for seen in person.log() if seen.id == first.id)
    assert label not in still.buttons
    chosen = person.presses(offer, offer.buttons[0])
    assert chosen.id == offer.id, "the answer takes the place of the question"
    assert chosen.text != offer.text


def test_a_forged_button_is_harmless(meet: Meet) -> None:
    person = meet("en")
    shown = person.says("films by Akan Satayev")
    forged = ("", "~", "~9999:x", "film.card:../../etc", "~lang:xx", "🎬", "a" * 64)
    for number, data in enumerate(forged):
        query = {
            "id": f"forged-{number}",
            "from": {"id": person.id, "is_bot": False, "first_name": "Aru"},
            "chat_instance": "1",
            "message": shown.raw,
            "data": data,
        }
        person.order("POST", "/clock", forward=TYPING)
        person.order("POST", "/updates", callback_query=query)
    assert "Dvortsevoy" in person.says("who directed Tulpan?").text
