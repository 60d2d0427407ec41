"""What may arrive in a chat, by recipe: any Unicode, one letter, markup, words in disorder.

Seeded: the same seed makes the same texts.
"""

from __future__ import annotations

import random
import string
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from knowledge.factbase.records import LANGUAGES
from tests.asking import Question, files, read

Chance = random.Random

LONGEST = 4096

_SCRIPTS = (
    (0x41, 0x5B), (0x61, 0x7B), (0x410, 0x450), (0x490, 0x4F0), (0x370, 0x400), (0x530, 0x590),
    (0x900, 0x980), (0xE00, 0xE60), (0x10A0, 0x1100), (0x3040, 0x3100), (0x4E00, 0x5200),
    (0xAC00, 0xAE00),
)  # fmt: skip
_RIGHT_TO_LEFT = (
    (0x590, 0x600),
    (0x600, 0x700),
    (0x200E, 0x2010),
    (0x202A, 0x202F),
    (0x2066, 0x206A),
)
_COMBINING = (
    (0x300, 0x370),
    (0x483, 0x488),
    (0x1AB0, 0x1AC0),
    (0x1DC0, 0x1E00),
    (0x20D0, 0x20F1),
    (0xFE00, 0xFE10),
)
_EMOJI = (
    (0x1F300, 0x1F650),
    (0x1F1E6, 0x1F200),
    (0x2600, 0x2700),
    (0x200D, 0x200E),
    (0xFE0F, 0xFE10),
)

_MARKUP = (
    "'; DROP TABLE films; --", "\" OR 1=1 --", "UNION SELECT * FROM people", "%27%20OR%201=1",
    "<b>", "</b>",
    "<script>alert(1)</script>", "<a href='tg://user?id=1'>", "&amp;&lt;", "&#x41;", "<!--", "]]>",
    "- id: x\n  title: {kk: x}", "&a [*a, *a]", "!!python/object/apply:os.system", "---\n...",
    "{film}", "{{7*7}}",
    "${jndi:ldap://x}", "{ $count ->", "%s%n", "\\u0000", "\x00", "../../etc/passwd",
    "/start film_x", "@bot", "#",
    "```", "**", "[x](y)", "\r\n\t", "\ufeff", "\u2028", "\ud800", "1e999", "NaN", "null", "0x1F",
)  # fmt: skip


def _of(ranges: tuple[tuple[int, int], ...]) -> Callable[[Chance], str]:
    def letter(chance: Chance) -> str:
        first, end = chance.choice(ranges)
        return chr(chance.randrange(first, end))

    return letter


def _any(chance: Chance) -> str:
    return chr(
        chance.randrange(sys.maxunicode + 1) if chance.random() < 0.3 else chance.randrange(0x3000)
    )


def _repeated(letter: Callable[[Chance], str], spaces: float) -> Callable[[Chance, int], str]:
    def text(chance: Chance, size: int) -> str:
        return "".join(" " if chance.random() < spaces else letter(chance) for _ in range(size))

    return text


def _one_letter(chance: Chance, size: int) -> str:
    return chance.choice("aаәiыъ?1٣ ́ﷺﬁİßǅ") * size


def _one_script_a_word(chance: Chance, size: int) -> str:
    words: list[str] = []
    while sum(map(len, words)) < size:
        letter = _of((chance.choice(_SCRIPTS),))
        words.append("".join(letter(chance) for _ in range(chance.randrange(1, 12))))
    return " ".join(words)[:size]


def _mixed(chance: Chance, size: int) -> str:
    return _repeated(_of(_SCRIPTS + _EMOJI + _RIGHT_TO_LEFT), 0.12)(chance, size)


def _markup(chance: Chance, size: int) -> str:
    words = [q.ask for q in _questions(chance, 1 + size // 200)]
    pieces = [chance.choice((*_MARKUP, *words)) for _ in range(1 + size // 12)]
    return chance.choice((" ", "", "\n")).join(pieces)[:size]


def _broken_question(chance: Chance, size: int) -> str:
    """Real words in disorder: the dearest input, for every word is known."""
    words = " ".join(q.ask for q in _questions(chance, 1 + size // 25)).split()
    chance.shuffle(words)
    text = list(" ".join(words)[:size])
    for _ in range(len(text) // 15):
        text[chance.randrange(len(text))] = _any(chance)
    return "".join(text)


def _own_words(chance: Chance, size: int) -> str:
    """A few words that each steer how a question is read, in one language and in no order."""
    language = chance.choice(LANGUAGES)
    few = 2 + chance.randrange(max(1, min(size // 8, 8)))
    words = (chance.choice(chance.choice(_STEERING[language])) for _ in range(few))
    return " ".join(words)[:LONGEST]


def _read_steering(language: str) -> list[list[str]]:
    """The lists of cues of a language, and beside them names in its questions."""
    path = Path(__file__).parents[1] / "knowledge" / "language" / language / "cues.yaml"
    cues = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader).values()
    lists = [[str(word) for word in each] for each in cues if isinstance(each, list) and each]
    asked = [word for q in OURS if q.language == language for word in q.ask.split()]
    return [*lists, *[asked] * len(lists)]


def _questions(chance: Chance, many: int) -> list[Question]:
    return chance.choices(OURS, k=many)


OURS = [question for file in files() for chat in read(file) for question in chat]
_STEERING = {language: _read_steering(language) for language in LANGUAGES}
RECIPES: dict[str, Callable[[Chance, int], str]] = {
    "any Unicode": _repeated(_any, 0.1),
    "combining marks": _repeated(_of(_COMBINING), 0.02),
    "right to left": _repeated(_of(_RIGHT_TO_LEFT), 0.15),
    "digits": _repeated(lambda chance: chance.choice(string.digits + "٣५.,-/"), 0.15),
    "one letter": _one_letter,
    "scripts by word": _one_script_a_word,
    "scripts mixed": _mixed,
    "emoji": _repeated(_of(_EMOJI), 0.1),
    "markup": _markup,
    "known words": _broken_question,
    "own words": _own_words,
}


def size(chance: Chance) -> int:
    """1 to 4,096, mostly as short as messages are."""
    return min(
        LONGEST,
        max(1, int(chance.choice((8, 8, 40, 40, 40, 200, 200, 1000, 6000)) * chance.random())),
    )


def bad_inputs(seed: int, many: int) -> Iterator[tuple[str, str]]:
    """Texts with the name of their recipe."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(many):
        recipe = chance.choice(list(RECIPES))
        yield recipe, RECIPES[recipe](chance, size(chance))
