"""What cards say is what the base knows, in each language, and what is not sure is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.answers.texts import load_texts
from knowledge.answers.wording import Wording
from knowledge.engine import Engine
from knowledge.factbase.base import FactBase
from knowledge.factbase.loading import read_facts
from knowledge.factbase.records import LANGUAGES
from knowledge.figures.card import Card
from knowledge.figures.cards import card_of
from knowledge.figures.person import initials
from tests.knowledge.small import change, write

FILM = "films/2020s.yaml"
CAPTION = 1024


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    folder = write(tmp_path)
    terms = {"types": ("series", "телехикая"), "kinds": ("festival", "фестиваль")}
    for name, (id_, said) in terms.items():
        term = f"- {{id: {id_}, kk: {said}, ru: {said}, en: {id_}}}\n"
        (folder / "vocabulary" / f"{name}.yaml").write_text(term, encoding="utf-8")
    return folder


def card(folder: Path, kind: str, id_: str, language: str = "en") -> Card:
    word = Wording(FactBase(read_facts(folder)), load_texts(), language)
    found = card_of(word, kind, id_)
    assert found
    return found


def test_a_film_says_title_year_makers_and_awards(engine: Engine) -> None:
    word = Wording(engine.base, engine.texts, "ru")
    found = card_of(word, "film", "ayka-2018")
    assert found
    assert (found.title, found.centre, found.tone) == ("Айка", "2018", "drama")
    assert found.kicker == "художественный фильм · драма · 100 мин"
    assert [row.label for row in found.rows] == ["режиссёр", "в ролях", "награды"]
    assert found.rows[0].value == "Сергей Дворцевой"
    assert found.rows[2].value.startswith("Каннский кинофестиваль (2018), ")
    assert found.under == "8 наград"


def test_what_no_source_confirms_is_marked_or_left_out(facts: Path) -> None:
    """The year is unconfirmed, and so is what the one award was."""
    found = card(facts, "film", "5-32-2022")
    assert found.centre == "2022*"
    assert found.under == "one award*"
    assert found.notes == ("* unconfirmed",)
    change(facts, FILM, "unsourced: [year, honours.award]", "unsourced: [genres, type, directors]")
    found = card(facts, "film", "5-32-2022")
    assert (found.kicker, found.tone) == ("", "")
    assert found.rows[0].value == "Aru*"


def test_what_sources_disagree_about_is_marked_and_said(facts: Path) -> None:
    change(facts, FILM, "  unsourced: [year, honours.award]\n", "")
    found = card(facts, "film", "5-32-2022")
    assert found.centre == "2022**"
    (note,) = found.notes
    assert note.startswith("** ")
    assert "2021 / 2022" in note


def test_titles_that_nobody_uses_are_not_shown_as_other_titles(facts: Path) -> None:
    change(facts, FILM, "{kk: 5:32, ru: 5:32, en: 5:32}", "{kk: Бес, ru: Пять, en: Five}")
    assert card(facts, "film", "5-32-2022").also == ("Пять",)
    change(facts, FILM, "coined: [title.kk]", "coined: []")
    assert card(facts, "film", "5-32-2022").also == ("Бес", "Пять")


def test_a_film_of_which_only_the_title_is_known_has_a_card(facts: Path) -> None:
    change(facts, FILM, "  year: 2024\n", "")
    found = card(facts, "film", "5-32-part-two-2024", "kk")
    assert found == Card("film", "5:33")
    assert found.caption == "5:33"


def test_only_an_encrypted_poster_is_shown(facts: Path) -> None:
    for scheme, shown in (("http", ""), ("https", "https://example.org/1.jpg")):
        folder = facts
        link = f"  links:\n  - {{kind: poster, url: {scheme}://example.org/1.jpg}}\n"
        text = (folder / FILM).read_text(encoding="utf-8")
        (folder / FILM).write_text(
            text.replace("  type: series\n", f"  type: series\n{link}", 1), encoding="utf-8"
        )
        assert card(folder, "film", "5-32-2022").poster == shown
        (folder / FILM).write_text(text, encoding="utf-8")


def test_a_person_says_years_of_life_films_and_awards(facts: Path) -> None:
    found = card(facts, "person", "aru")
    assert (found.title, found.centre, found.under) == ("Aru", "A", "one award")
    assert [(row.label, row.value) for row in found.rows] == [
        ("years of life", "1950–1999"),
        ("known for", "“5:32”"),
    ]
    assert found.also == ("Ару",)


def test_an_event_says_which_films_it_honoured(facts: Path) -> None:
    found = card(facts, "organisation", "horse-festival", "en")
    assert (found.title, found.kicker) == ("Horse Festival", "festival")
    assert (found.centre, found.under) == ("1", "award to a Kazakh film")
    assert [(row.label, row.value) for row in found.rows] == [
        ("Kazakh films here", "1"),
        ("last awarded", "“5:32” (2023)"),
    ]
    assert found.caption.endswith("\n1 award to a Kazakh film")


def test_an_event_that_gave_nothing_says_who_took_part(facts: Path) -> None:
    change(facts, FILM, "result: won", "result: selected")
    found = card(facts, "organisation", "horse-festival", "en")
    assert (found.centre, found.under) == ("", "")
    assert [(row.label, row.value) for row in found.rows] == [
        ("Kazakh films here", "1"),
        ("latest entries", "“5:32” (2023)"),
    ]


def test_an_event_says_each_film_once_by_its_newest_sure_year(facts: Path) -> None:
    won = "  - {event: horse-festival, result: won, source: https://example.org/horse, year: "
    more = f"{won}2021}}\n{won}2024, unsourced: [year]}}\n"
    change(facts, FILM, "  coined: [title.kk]\n", f"{more}  coined: [title.kk]\n")
    found = card(facts, "organisation", "horse-festival")
    assert found.rows[-1].value == "“5:32” (2023)"


def test_films_that_no_source_calls_known_are_not_shown_as_such(facts: Path) -> None:
    known = "known_for: [5-32-2022]"
    change(facts, "people/a.yaml", known, "known_for: [5-32-part-two-2024]")
    assert card(facts, "person", "aru").rows[1].value == "“5:33” (2024)"
    change(facts, "people/a.yaml", "  died: 1999\n", "  died: 1999\n  unsourced: [known_for]\n")
    assert card(facts, "person", "aru").rows[1].value == "“5:32”"


def test_a_studio_says_what_it_made(engine: Engine) -> None:
    found = card_of(Wording(engine.base, engine.texts, "ru"), "organisation", "kazakhfilm")
    assert found
    assert found.rows[-1].label == "фильмы студии"
    assert found.counted == f"{found.centre} {found.under}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caption_says_what_the_picture_says_and_fits(engine: Engine, language: str) -> None:
    base = engine.base
    word = Wording(base, engine.texts, language)
    records = [("film", i) for i in base.films] + [("person", i) for i in base.people]
    records += [("organisation", i) for i in base.organisations]
    for kind, id_ in records:
        found = card_of(word, kind, id_)
        assert found
        said = found.caption
        assert len(said.encode("utf-16-le")) // 2 <= CAPTION, id_
        shown = [found.title, found.kicker, *found.also, *found.notes, found.under]
        shown += [found.centre] if kind != "person" else []
        for text in shown + [row.value for row in found.rows]:
            assert text in said or (kind == "organisation" and text == found.under), (id_, text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Шәкен Айманов", "ША"),
        ("Қазыбек Оразбекұлы Жандосов", "ҚЖ"),
        ("Сералы (Серке) Қожамқұлов", "СҚ"),
        ("Димаш", "Д"),
        ("25/17", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, said: str) -> None:
    assert initials(name) == said
