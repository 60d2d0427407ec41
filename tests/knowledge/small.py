"""A small sound fact base in a temporary directory, for tests to break in one place."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "vocabulary/genres.yaml": """
- id: drama
  kk: драма
  ru: драма
  en: drama
  also: [драмы]
""",
    "vocabulary/awards.yaml": """
- id: best-film
  kk: Үздік фильм
  ru: Лучший фильм
  en: Best Film
  category: best-film
- id: golden-horse
  kk: «Алтын ат»
  ru: «Золотой конь»
  en: Golden Horse
  category: best-film
""",
    "vocabulary/countries.yaml": """
- {id: KZ, kk: Қазақстан, ru: Казахстан, en: Kazakhstan}
- {id: NO, kk: Норвегия, ru: Норвегия, en: Norway}
""",
    "vocabulary/topics.yaml": """
- {id: history, kk: тарих, ru: история, en: history}
""",
    "films/2020s.yaml": """
- id: 5-32-2022
  title: {kk: 5:32, ru: 5:32, en: 5:32}
  year: 2022
  type: series
  directors: [aru]
  genres: [drama]
  countries: [KZ, NO]
  premieres:
  - {date: 2022-10, kind: streaming}
  honours:
  - event: horse-festival
    result: won
    award: golden-horse
    year: 2023
    recipients: [aru]
    source: https://example.org/horse
  coined: [title.kk]
  unsourced: [year, honours.award]
  conflicts:
  - {field: year, values: [2021, 2022]}
  sources:
  - https://example.org/532

- id: 5-32-part-two-2024
  title: {kk: 5:33, ru: 5:33, en: 5:33}
  year: 2024
  part_of: 5-32-2022
  part: 2
  sources:
  - https://example.org/533
""",
    "people/a.yaml": """
- id: aru
  name: {kk: Ару, ru: Ару, en: Aru}
  born: 1950-03
  died: 1999
  known_for: [5-32-2022]
  sources:
  - https://example.org/aru
""",
    "organisations.yaml": """
- id: horse-festival
  name: {kk: Ат фестивалі, ru: Фестиваль коня, en: Horse Festival}
  kind: festival
  sources:
  - https://example.org/festival
""",
    "topics/history.yaml": """
- id: first
  topic: history
  question: {kk: Қайсысы?, ru: Какой?, en: Which?}
  answer: {kk: Осы., ru: Этот., en: This one.}
  films: [5-32-2022]
  sources:
  - https://example.org/first
""",
    "news/2024.yaml": """
- id: news-one
  date: 2024-02-29
  headline: {kk: Жаңалық, ru: Новость, en: News}
  text: {kk: Мәтін., ru: Текст., en: Text.}
  people: [aru]
  sources:
  - https://example.org/news
""",
}


def write(directory: Path) -> Path:
    for name, text in FILES.items():
        file = directory / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip("\n"), encoding="utf-8")
    return directory


def change(directory: Path, name: str, old: str, new: str) -> None:
    file = directory / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
