"""The typed records of the fact base: one schema for validation, editors' JSON Schema and docs.

YAML is read as plain strings and converted here, so that ``NO`` stays a country and ``5:32`` a
title. A ``Term`` is a short value in three languages; in YAML it is the id of an entry in
``facts/vocabulary`` or, where it occurs once, the three texts inline. Vocabulary ids are resolved
by ``loading``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

LANGUAGES = ("kk", "ru", "en")

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=55)]
PartialDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Year = Annotated[int, msgspec.Meta(ge=1880, le=2100)]
Url = Annotated[str, msgspec.Meta(pattern=r"^https?://\S+$")]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}$")]

FilmType = Literal["feature", "documentary", "short", "animation", "series"]
PremiereKind = Literal[
    "festival", "world", "national", "theatrical", "international", "tv", "streaming", "planned"
]
Result = Literal["won", "nominated", "selected"]
OrganisationKind = Literal[
    "festival", "prize", "studio", "school", "fund", "cinema chain", "platform", "broadcaster",
    "law", "union", "museum", "forum", "film series",
]  # fmt: skip


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all records: immutable, and a misspelt field is an error."""


class Text(Record):
    """A text in the three languages; none may be missing."""

    kk: str
    ru: str
    en: str

    def get(self, language: str) -> str:
        return str(getattr(self, language))


class Term(Record):
    """A short value in three languages; ``id`` where it comes from a vocabulary."""

    kk: str
    ru: str
    en: str
    id: str = ""
    category: str = ""
    """Of an award: the general one (``best-director`` of "Achievement in Directing")."""
    also: tuple[str, ...] = ()
    """Other words under which people ask for it."""

    def get(self, language: str) -> str:
        return str(getattr(self, language))


class Conflict(Record):
    """What sources disagree about: the field with its values, or a note, or both."""

    field: str = ""
    values: tuple[str, ...] = ()
    note: Text | None = None
    sources: tuple[Url, ...] = ()


class Role(Record):
    """A part in a film: who plays it, and the name of the part where known."""

    person: Id
    role: Term | None = None


class Premiere(Record):
    date: PartialDate
    kind: PremiereKind
    place: Term | None = None
    country: Country = ""
    event: Id = ""
    note: Text | None = None


class Honour(Record):
    """An award, a nomination or a selection; ``year`` of an Academy Award is the year of entry."""

    event: Id
    result: Result
    source: Url
    year: Year | None = None
    section: Term | None = None
    award: Term | None = None
    category: Id = ""
    """The general award that an inline ``award`` is one of, for example ``best-director``."""
    edition: Text | None = None
    recipients: tuple[Id, ...] = ()
    unsourced: tuple[str, ...] = ()


class Takings(Record):
    """Box office or budget: money in the given currency."""

    amount: int
    currency: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
    scope: Term
    note: Text | None = None


class Admissions(Record):
    """Numbers of viewers."""

    number: int
    scope: Term
    note: Text | None = None


class Link(Record):
    kind: Literal["trailer", "watch", "poster", "site", "rating"]
    url: Url


class Film(Record):
    id: Id
    title: Text
    sources: tuple[Url, ...]
    aka: tuple[str, ...] = ()
    year: Year | None = None
    type: FilmType | None = None
    directors: tuple[Id, ...] = ()
    writers: tuple[Id, ...] = ()
    producers: tuple[Id, ...] = ()
    cinematographers: tuple[Id, ...] = ()
    composers: tuple[Id, ...] = ()
    cast: tuple[Role, ...] = ()
    genres: tuple[Term, ...] = ()
    runtime_min: int | None = None
    languages: tuple[Language, ...] = ()
    countries: tuple[Country, ...] = ()
    studios: tuple[str, ...] = ()
    """Ids of organisations, or names where the studio has no record."""
    part_of: Id = ""  # the first film of its series
    part: int | None = None
    based_on: Text | None = None
    authors: tuple[Id, ...] = ()  # of what it is based on
    filming_locations: tuple[Term, ...] = ()
    synopsis: Text | None = None
    note: Text | None = None
    premieres: tuple[Premiere, ...] = ()
    honours: tuple[Honour, ...] = ()
    box_office: tuple[Takings, ...] = ()
    budget: tuple[Takings, ...] = ()
    admissions: tuple[Admissions, ...] = ()
    reception: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    coined: tuple[str, ...] = ()
    """Titles made for this base and not seen in use: ``title.kk``."""
    unsourced: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Prize(Record):
    """A film prize given to a person and not to a film."""

    event: Id
    result: Result
    sources: tuple[Url, ...]
    year: Year | None = None
    award: Term | None = None


class Title(Record):
    """An honorary title, an order or a state prize of a person."""

    title: Term
    year: Year | None = None


class Person(Record):
    id: Id
    name: Text
    sources: tuple[Url, ...]
    aka: tuple[str, ...] = ()
    gender: Literal["female", "male"] | None = None
    born: PartialDate = ""
    died: PartialDate = ""
    birthplace: Term | None = None
    deathplace: Term | None = None
    occupations: tuple[Term, ...] = ()
    education: Text | None = None
    titles: tuple[Title, ...] = ()
    known_for: tuple[Id, ...] = ()
    other_works: tuple[str, ...] = ()
    note: Text | None = None
    prizes: tuple[Prize, ...] = ()
    basis: Literal["credits", ""] = ""
    coined: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class OtherHonour(Record):
    """A prize of an event that went to a film or person without a record here, mostly foreign."""

    result: Result
    sources: tuple[Url, ...]
    year: Year | None = None
    section: Term | None = None
    award: Term | None = None
    film_title: str = ""
    film_aka: tuple[str, ...] = ()
    """The title in other languages, where known."""
    film_year: int | None = None
    recipients: tuple[str, ...] = ()
    people: tuple[Id, ...] = ()
    """Recipients that do have a record."""


class Organisation(Record):
    id: Id
    name: Text
    kind: OrganisationKind
    sources: tuple[Url, ...]
    aka: tuple[str, ...] = ()
    place: Term | None = None
    country: Country = ""
    founded: PartialDate = ""
    complete: tuple[str, ...] = ()
    """Results of which every Kazakh one is known (``won``, ``nominated``): then "no" is true."""
    note: Text | None = None
    other_honours: tuple[OtherHonour, ...] = ()
    coined: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Topic(Record):
    """A question, in one wording or more (``asked``), with an answer that stands by itself."""

    id: Id
    topic: str
    question: Text
    answer: Text
    sources: tuple[Url, ...]
    asked: tuple[Text, ...] = ()
    date: PartialDate = ""
    films: tuple[Id, ...] = ()
    people: tuple[Id, ...] = ()
    organisations: tuple[Id, ...] = ()
    unsourced: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class News(Record):
    id: Id
    date: PartialDate
    headline: Text
    text: Text
    sources: tuple[Url, ...]
    films: tuple[Id, ...] = ()
    people: tuple[Id, ...] = ()
    organisations: tuple[Id, ...] = ()


class Facts(Record):
    """All records, resolved: what the compiled form on disk holds."""

    films: tuple[Film, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    topics: tuple[Topic, ...] = ()
    news: tuple[News, ...] = ()
    vocabulary: dict[str, tuple[Term, ...]] = {}
    """Kind (``genres``, ``places``, ``awards``, ``countries`` …) to its entries."""
