"""The kinds of question: what each needs, what it may carry besides, its step in the algebra."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """``needs`` are alternatives, each a tuple of slots; ``takes`` may stand besides."""

    name: str
    needs: tuple[tuple[str, ...], ...]
    takes: frozenset[str]
    steps: tuple[str, ...] = ()


_FILTERS = (
    "genre date place country language organisation person award occupation section film about"
)

SUBJECTS = ("film", "person", "organisation")
"""The slots that a question can be about."""
DATES = ("year", "month", "season", "decade", "relative")
_SLOTS = {"country": "place", "type": "genre", **dict.fromkeys(DATES, "date")}

# name | needs (alternatives divided by /, slots joined by +) | takes | step
_TABLE = """
film.director | film | person date | directors
film.writer | film | person date | writers
film.cast | film | person date country place | cast
film.lead | film | person date role | cast
film.role | film+role / role / film | person date role | cast
film.composer | film | person date | composers
film.cinematographer | film | person date | cinematographers
film.producer | film | person date | producers
film.year | film | person date |
film.runtime | film | person date |
film.genre | film | person date genre |
film.language | film | person date language |
film.country | film | person date country place |
film.studio | film | person date organisation |
film.plot | film | person date |
film.based_on | film | person date role |
film.location | film | person date place country |
film.boxoffice | film | person date place country |
film.budget | film | person date |
film.reception | film | person date |
film.premiere | film | person date place country organisation |
film.premiere_place | film | person date place country organisation |
film.festivals | film | person date place country organisation |
film.awards | film | person date place country organisation award |
film.oscar | film | person date organisation award |
film.card | film | person date genre |
film.watch | film | person date place organisation |
film.trailer | film | person date |
film.rating | film | person date organisation |
person.who | person | occupation date |
person.films | person | occupation date genre place country person | films
person.directed | person | occupation date genre | directed
person.acted | person | occupation date genre person | acted
person.wrote | person | occupation date genre | wrote
person.scored | person | occupation date genre | scored
person.shot | person | occupation date genre | shot
person.produced | person | occupation date genre | produced
person.born | person | occupation |
person.age | person | occupation film organisation date |
person.died | person | occupation date |
person.birthplace | person | occupation place country |
person.education | person | occupation organisation place country |
person.titles | person | occupation date award |
person.prizes | person | occupation organisation date place country award film |
person.known | person | occupation |
person.did | person+film / person | occupation role |
person.role | person+film / person | role |
person.together | person+person | occupation date genre |
award.winner | organisation / award / section | organisation award date place country film \
person genre section occupation |
award.where | film / person | award organisation date place country |
award.shown | organisation | date place country section award person |
award.wins | organisation / place / country | date place country award person genre |
award.yesno | film+organisation / person+organisation / film+award / person+award / organisation \
/ film / award | date place country award organisation genre section |
award.count | film / person / organisation | date place country award organisation genre |
award.first | organisation / award | place country award organisation genre section \
occupation |
premiere.upcoming | | date place country genre |
premiere.period | date / | date place country genre organisation |
premiere.onthisday | | date |
list.films | genre / date / place / country / language / organisation / person \
/ occupation / about | FILTERS |
list.count | genre / date / place / country / language / organisation / person / film \
/ about | FILTERS |
list.first | | FILTERS |
list.last | | FILTERS |
list.longest | film+film / | FILTERS |
list.shortest | film+film / | FILTERS |
list.grossing | film+film / | FILTERS |
list.viewed | film+film / | FILTERS |
list.awarded | film+film / | FILTERS |
list.similar | film | |
list.recommend | | genre date language about place country organisation |
list.both | person+person / film+film | occupation |
list.earlier | film+film / person+person | |
list.people | person+person / occupation / | occupation date genre type language place \
organisation |
news.latest | | date |
news.about | film / person / organisation | date |
news.period | date | date |
org.what | organisation | date place country |
org.where | organisation | date place country |
org.when | organisation | date place country |
talk.greeting | | |
talk.thanks | | |
talk.bye | | |
talk.who | | |
talk.help | | |
talk.mood | | |
talk.praise | | |
talk.insult | | |
talk.sources | | |
talk.joke | | |
follow.more | | |
follow.yes | | |
follow.no | | |
follow.other | | |
beyond.world | | date place country language organisation genre award occupation |
beyond.film | film | FILTERS |
beyond.person | person | FILTERS |
person.adapted | person | occupation date genre | adapted
"""


def _read(table: str) -> dict[str, Kind]:
    kinds = {}
    for line in table.strip().splitlines():
        name, needs, takes, *step = (cell.strip() for cell in line.split("|"))
        alternatives = tuple(
            tuple(slot.strip() for slot in option.split("+") if slot.strip())
            for option in needs.split("/")
        )
        carried = frozenset(takes.replace("FILTERS", _FILTERS).split())
        kinds[name] = Kind(
            name, alternatives, carried, tuple(step[0].split()) if step and step[0] else ()
        )
    return kinds


def slot_of(mention: str) -> str:
    """The slot that a mention of this kind fills."""
    return _SLOTS.get(mention, mention)


KINDS = _read(_TABLE)
CODES = {name: f"{number:02x}" for number, name in enumerate(KINDS)}
CREDIT_OF = {
    "person.directed": "director",
    "person.acted": "actor",
    "person.wrote": "writer",
    "person.scored": "composer",
    "person.shot": "cinematographer",
    "person.produced": "producer",
    "person.adapted": "author",
}
"""Kinds that ask for one sort of somebody's work, and the credit they mean."""
BEHIND_CAMERA = frozenset(
    f"film.{role}" for role in ("director", "writer", "composer", "cinematographer", "producer")
)
"""Kinds that are answered with those who made a film, and are not seen in it."""
OF_ONE = BEHIND_CAMERA | {"film.lead"}
"""Kinds that are answered with whoever did one sort of work on a film."""
SUPERLATIVES = frozenset(
    f"list.{name}"
    for name in ("first", "last", "longest", "shortest", "grossing", "viewed", "awarded")
)
OF_LIST = SUPERLATIVES | {
    "list.films", "list.count", "award.shown", "award.wins", "award.winner", "award.yesno",
}  # fmt: skip
"""Kinds that may be asked of the list told last."""
