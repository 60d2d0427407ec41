from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.bulletins.drafts import Draft
from knowledge.bulletins.duplicates import likeness, skeleton_of

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
PRIZE = "Фильм Адильхана Ержанова «Степной волк» получил приз в Каннах"
NAMES = ("news", "film:steppenwolf-2024", "person:adilkhan-yerzhanov")


def draft(headline: str, key: str = "new", topics: tuple[str, ...] = NAMES) -> Draft:
    return Draft(key, "", "", "", topics, NOW, skeleton=skeleton_of(headline))


FIRST = draft(PRIZE, "first")


@pytest.mark.parametrize(
    ("headline", "like"),
    [
        (PRIZE.upper() + "!", "same"),
        ("В Каннах получил приз фильм Адильхана Ержанова «Степной волк»", "same"),
        ("Film Adilhana Yerzhanova «Stepnoy volk» poluchil priz v Kannakh", "same"),
        ("«Степной волк» Адильхана Ержанова взял приз Каннского фестиваля", "perhaps"),
        ("Адильхан Ержановтың «Дала қасқыры» фильмі Каннда жүлде алды", "perhaps"),
        ("Adilkhan Yerzhanov's Steppenwolf wins a prize at Cannes", "perhaps"),
        ("Фильм Адильхана Ержанова «Степной волк» вышел в прокат", "perhaps"),
        ("Фильм Адильхана Ержанова «Степной волк» получил 3 приза в Каннах", ""),
    ],
)
def test_the_same_in_other_words_and_languages(headline: str, like: str) -> None:
    assert likeness(draft(headline), [FIRST]) == (like, "first" if like else "")


def test_other_news_of_others() -> None:
    other = draft(
        "Эмир Байгазин представил картину в Берлине", topics=("news", "person:emir-baigazin")
    )
    assert likeness(other, [FIRST]) == ("", "")
    assert likeness(FIRST, []) == ("", "")


def test_the_same_address_is_the_same_whatever_it_says() -> None:
    assert likeness(draft("Исправлено", "first"), [FIRST]) == ("same", "first")


def test_a_week_later_it_is_another_news() -> None:
    later = replace(draft(PRIZE), created_at=NOW + timedelta(days=7))
    assert likeness(later, [FIRST]) == ("", "")


def test_what_is_surely_the_same_goes_before_what_is_perhaps() -> None:
    perhaps = draft("Steppenwolf Adilkhan Yerzhanov Cannes", "perhaps")
    assert likeness(draft(PRIZE), [perhaps, FIRST]) == ("same", "first")
