"""Wishes to be told: read where a message is one as a whole, and never in a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.topic import GENERAL
from knowledge.asking.subscribing import read_subscribing
from knowledge.wish import Wish
from tests import asking

WISHES = {
    "хочу новости о премьерах": Wish("subscribe", "ru", "premieres"),
    "Подпиши меня, пожалуйста, на новости!": Wish("subscribe", "ru", "news"),
    "подпеши меня на премьеры казахского кино": Wish("subscribe", "ru", "premieres"),
    "подпишись на Тюльпан": Wish("subscribe", "ru", name="Тюльпан"),
    "сообщи, когда выйдет «Алия»": Wish("subscribe", "ru", name="Алия", film_only=True),
    "подпиши меня": Wish("subscribe", "ru"),
    "отпиши меня": Wish("unsubscribe", "ru"),
    "отпиши меня от наград": Wish("unsubscribe", "ru", "awards"),
    "отпишись от Тюльпана": Wish("unsubscribe", "ru", name="Тюльпана"),
    "премьералар туралы хабарлап тұр": Wish("subscribe", "kk", "premieres"),
    "Тюльпанға жазыл": Wish("subscribe", "kk", name="Тюльпанға"),
    "Әлия шыққанда хабарла": Wish("subscribe", "kk", name="Әлия", film_only=True),
    "жазылымды тоқтат": Wish("unsubscribe", "kk"),
    "жаңалықтар туралы енді хабарлама": Wish("unsubscribe", "kk", "news"),
    "tell me when Aliya opens": Wish("subscribe", "en", name="Aliya", film_only=True),
    "Please follow Akan Satayev": Wish("subscribe", "en", name="Akan Satayev"),
    "follow the news": Wish("subscribe", "en", "news"),
    "subscribe me to this day in history": Wish("subscribe", "en", "on-this-day"),
    "unsubscribe": Wish("unsubscribe", "en"),
}


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_is_read(text: str) -> None:
    assert read_subscribing().read(text) == WISHES[text]


def test_no_question_is_taken_for_a_wish() -> None:
    read = read_subscribing().read
    asked = [
        question.ask
        for file in (*asking.files(), *asking.unseen())
        for chat in asking.read(file)
        for question in chat
    ]
    assert len(asked) > 3000
    assert [text for text in asked if read(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "когда выйдет Алия",
        "что нового о премьерах",
        "кто подписал закон о кино, подпишись",
        "tell me about Tulpan",
        "which films follow Tulpan",
        "Әлия қашан шығады",
        "subscribe ta news",  # a short word has no slips
        "хочу знать а премьерах",
        "",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert read_subscribing().read(text) is None


@given(st.text(max_size=200) | st.sampled_from(sorted(WISHES)).map(lambda text: text + " ?x"))
def test_whatever_is_written_is_read_or_not(text: str) -> None:
    wish = read_subscribing().read(text)
    assert wish is None or wish.topic in ("", *GENERAL)
