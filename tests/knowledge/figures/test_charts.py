"""Charts count what the base holds, and their captions say the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.answers.texts import load_texts
from knowledge.answers.wording import Wording
from knowledge.engine import Engine
from knowledge.factbase.base import FactBase
from knowledge.factbase.loading import read_facts
from knowledge.factbase.records import LANGUAGES, Facts
from knowledge.figures.captions import LONGEST, caption
from knowledge.figures.charts import OF_BASE, chart_of
from knowledge.figures.honours import honours
from knowledge.figures.takings import box_office
from knowledge.figures.timeline import timeline
from knowledge.figures.years import years
from tests.knowledge.small import change, write


@pytest.fixture
def word(engine: Engine) -> Wording:
    return Wording(engine.base, engine.texts, "en")


def small(folder: Path) -> Wording:
    write(folder)
    (folder / "vocabulary" / "types.yaml").write_text(
        "- {id: series, kk: телехикая, ru: сериал, en: series}\n", encoding="utf-8"
    )
    return Wording(FactBase(read_facts(folder)), load_texts(), "en")


def test_years_hold_every_film_with_a_year_once(word: Wording) -> None:
    found = years(word)
    assert found
    films = [film for film in word.base.films.values() if film.year]
    assert sum(year.films for year in found.years) == len(films)
    assert sum(year.unsure for year in found.years) == sum("year" in f.unsourced for f in films)
    told = [year.year for year in found.years]
    assert told == list(range(min(told), max(told) + 1))
    assert f"1990s: {sum(1 for f in films if 1990 <= (f.year or 0) <= 1999)}" in found.caption


def test_a_timeline_has_what_somebody_directed_in_order(word: Wording) -> None:
    found = timeline(word, word.base.people["shaken-aimanov"])
    assert found
    told = [moment.year for moment in found.moments]
    assert told == sorted(told)
    assert "Land of the Fathers" in {moment.title for moment in found.moments}
    for moment in found.moments:
        assert f"{moment.year} — {moment.title}" in found.caption


def test_what_explains_the_marks_of_a_picture_stands_in_the_picture_alone(word: Wording) -> None:
    found = timeline(word, word.base.people["doskhan-zholzhaksynov"])
    assert found
    assert found.notes == ("The number is that of awards.",)
    assert found.caption.splitlines()[-1] == "2009 — Birzhan Sal"


def test_an_unconfirmed_year_is_marked_and_an_unconfirmed_director_left_out(
    tmp_path: Path,
) -> None:
    word = small(tmp_path)
    found = timeline(word, word.base.people["aru"])
    assert found
    (moment,) = found.moments
    assert (moment.year, moment.title, moment.type, moment.awards) == (2022, "5:32*", "series", 1)
    assert found.notes[-1] == "* year unconfirmed"
    assert found.caption.endswith("* year unconfirmed")
    change(
        tmp_path, "films/2020s.yaml", "unsourced: [year, honours.award]", "unsourced: [directors]"
    )
    word = Wording(FactBase(read_facts(tmp_path)), load_texts(), "en")
    assert timeline(word, word.base.people["aru"]) is None


def test_awards_are_counted_where_their_year_is_sure(word: Wording) -> None:
    found = honours(word)
    assert found
    assert len(found.events) == 10
    totals = [event.total for event in found.events]
    assert totals == sorted(totals, reverse=True)
    sure = Counter(
        (word.organisation(won.honour.event), won.honour.year)
        for won in word.base.honours
        if won.honour.result == "won"
        and won.honour.year
        and "year" not in won.honour.unsourced
        and not {"honours.year", "honours.event", "honours.award"} & {*won.film.unsourced}
    )
    for event in found.events:
        assert {year: sure[event.name, year] for year, _ in event.won} == dict(event.won)
        assert f"{event.name} — {event.total}" in found.caption
    assert found.notes[-1] in found.caption


def test_the_ten_that_earned_most_stand_in_order(word: Wording) -> None:
    found = box_office(word)
    assert found
    amounts = [each.amount for each in found.earned]
    assert len(amounts) == 10
    assert amounts == sorted(amounts, reverse=True)
    assert amounts[0] == max(
        sum_.amount
        for film in word.base.films.values()
        for sum_ in film.box_office
        if sum_.currency == "KZT" and "box_office" not in film.unsourced
    )
    for each in found.earned:
        assert f"{each.film} — {each.said}" in found.caption
        assert each.note in found.caption


def test_takings_that_no_source_confirms_are_left_out(tmp_path: Path) -> None:
    small(tmp_path)
    scope = "- {id: world, kk: әлемде, ru: в мире, en: worldwide}\n"
    (tmp_path / "vocabulary" / "scopes.yaml").write_text(scope, encoding="utf-8")
    sums = "  year: 2024\n  box_office: [{amount: 5000000, currency: KZT, scope: world}]\n"
    change(tmp_path, "films/2020s.yaml", "  year: 2024\n", sums)
    found = box_office(Wording(FactBase(read_facts(tmp_path)), load_texts(), "en"))
    assert found
    assert [each.amount for each in found.earned] == [5_000_000]
    change(tmp_path, "films/2020s.yaml", sums, f"{sums}  unsourced: [box_office]\n")
    assert box_office(Wording(FactBase(read_facts(tmp_path)), load_texts(), "en")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caption_fits(engine: Engine, language: str) -> None:
    word = Wording(engine.base, engine.texts, language)
    charts = [chart_of(word, name) for name in OF_BASE]
    charts += [chart_of(word, "timeline", id_) for id_ in word.base.people]
    captions = [chart.caption for chart in charts if chart]
    assert len(captions) > 100
    assert max(len(said.encode("utf-16-le")) // 2 for said in captions) <= LONGEST


def test_a_caption_counts_what_it_leaves_out(word: Wording) -> None:
    said = caption(word, "Lead:", [f"line {number} " + "a" * 90 for number in range(20)])
    kept = said.count("line ")
    assert 5 < kept < 20
    assert said.endswith(f"… and {20 - kept} more.")
    assert caption(word, "Lead:", ["one"]) == "Lead:\none"


def test_a_note_is_kept_whole_and_counts_as_no_item(word: Wording) -> None:
    lines = [f"line {number} " + "a" * 90 for number in range(20)]
    said = caption(word, "Lead:", lines, ["* " + "b" * 90])
    kept = said.count("line ")
    assert said.endswith(f"… and {20 - kept} more.\n* " + "b" * 90)
    assert len(said) <= LONGEST


@pytest.mark.parametrize("name", [*OF_BASE, "timeline", "unknown"])
def test_an_empty_base_has_no_charts(name: str) -> None:
    assert chart_of(Wording(FactBase(Facts()), load_texts(), "kk"), name, "nobody") is None
