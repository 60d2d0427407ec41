"""The same question as other people would type it: slips, Latin letters, a wrong layout, chatter.

Everything is decided by the given ``random.Random``: the same seed gives the same text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

import yaml

from knowledge.factbase.parity import ASKING, LANGUAGE

Chance = random.Random


def styles(language: str) -> tuple[str, ...]:
    """In which ways a question of this language is also written."""
    return tuple(s for s in STYLES if language in STYLES[s][0])


def vary(question: str, style: str, language: str, chance: Chance) -> str:
    """The question in another style; the same where the style has nothing to change in it."""
    return STYLES[style][1](question, language, chance)


# Slips of the finger.

_ROWS = {
    "cyrillic": ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    "latin": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "kazakh": ("әіңғүұқөһ",),
}


@cache
def neighbours() -> dict[str, str]:
    """Each letter with those beside it and below or above it on its keyboard."""
    near: dict[str, str] = {}
    for rows in _ROWS.values():
        for at, row in enumerate(rows):
            for place, letter in enumerate(row):
                beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
                others = [rows[o] for o in (at - 1, at + 1) if 0 <= o < len(rows)]
                other = [row[place] for row in others if place < len(row)]
                near[letter] = beside + "".join(other)
    return near


def typo(question: str, language: str, chance: Chance) -> str:
    """One to three slips, each in a word of its own of at least five letters."""
    words = re.split(r"(\W+)", question)
    long = [at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    slips = min(len(long), chance.choice((1, 1, 1, 2, 2, 3)), 1 + len(long) // 3)
    for at in chance.sample(long, slips):
        words[at] = _slip(words[at], chance)
    return "".join(words)


def _slip(word: str, chance: Chance) -> str:
    """Letters swapped, left out, doubled, or hit beside; the first one is seldom missed."""
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    how = chance.choice(("swapped", "left out", "doubled", "beside"))
    if how == "swapped" and letter != after[0]:
        return before + after[0] + letter + after[1:]
    if how == "left out":
        return before + after
    if how == "beside" and letter.lower() in neighbours():
        return before + chance.choice(neighbours()[letter.lower()]) + after
    return before + letter + letter + after


# Latin letters.

_LATIN = {
    **dict(zip("абвгдезиклмнопрстуфэ", "abvgdeziklmnoprstufe", strict=True)),
    **{"ё": "yo e io", "ж": "zh j", "й": "y i", "х": "kh h", "ц": "ts c", "ч": "ch", "ш": "sh"},
    **{"щ": "sch shch sh", "ъ": "", "ы": "y i", "ь": "", "ю": "yu iu ju", "я": "ya ia ja"},
    **dict(zip("әөұүһі", "aouuhi", strict=True)),
    **{"ғ": "g gh", "қ": "k q", "ң": "n ng"},
}
"""Each letter with the ways in which people write it."""
_OFFICIAL = {
    **dict(zip("аәбвгғдежзийкқлмнңоөпрстуұүфхһ", "aäbvgğdejziikqlmnñoöprstuūüfhh", strict=True)),
    **{"ё": "io", "ц": "ts", "ч": "ch", "ш": "ş", "щ": "ş", "ъ": "", "ы": "y", "і": "ı", "ь": ""},
    **{"э": "e", "ю": "iu", "я": "ia"},
}
_OFFICIAL_SHARE = 0.15
"""How often somebody writes Kazakh with the letters of the official Latin alphabet."""


def translit(question: str, language: str, chance: Chance) -> str:
    """In Latin letters, each letter by one habit throughout."""
    if language == "kk" and chance.random() < _OFFICIAL_SHARE:
        habit = _OFFICIAL
    else:
        habit = {letter: chance.choice(ways.split() or [""]) for letter, ways in _LATIN.items()}
    plain = bare(question, language, chance).lower()
    return "".join(habit.get(letter, letter) for letter in plain)


# The wrong layout.

_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_CYRILLIC_TO_KEYS = str.maketrans(_RUSSIAN, _KEYS)
_KAZAKH_TO_KEYS = {**_CYRILLIC_TO_KEYS, **str.maketrans("әіңғүұқөһ", "2345890-=")}
_LATIN_TO_KEYS: dict[int, str] = {
    ord(key): letter
    for key, letter in zip(_KEYS, _RUSSIAN, strict=True)
    if key.isalpha() or key == "'"
}


def layout(question: str, language: str, chance: Chance) -> str:
    """Typed without a look at the screen: with English keys, and English with Russian ones."""
    plain = bare(question, language, chance).lower()
    if language == "en":
        return plain.translate(_LATIN_TO_KEYS)
    if re.search("[a-z]", plain):
        return plain  # a name in Latin letters takes a change of layout, at which one looks
    return plain.translate(_KAZAKH_TO_KEYS if language == "kk" else _CYRILLIC_TO_KEYS)


# The rest.

_NO_KAZAKH = dict(zip("әғқңөұүһі", "агкноуухи", strict=True))


def plain_kk(question: str, language: str, chance: Chance) -> str:
    """Without the letters that a Russian keyboard lacks."""
    habit = dict(_NO_KAZAKH)
    if chance.random() < 0.2:
        habit["і"] = "ы"
    table = str.maketrans({**habit, **{k.upper(): v.upper() for k, v in habit.items()}})
    return question.translate(table)


def lower(question: str, language: str, chance: Chance) -> str:
    return question.lower()


def bare(question: str, language: str, chance: Chance) -> str:
    """Without punctuation; hyphens, and apostrophes within words, stay or become a space."""
    text = re.sub(r"(?<=\w)['’](?=\w)", chance.choice(("'", "")), question)
    return " ".join(re.sub(r"[^\w\s'’-]|(?<!\w)['’-]|['’-](?!\w)", " ", text).split())


@cache
def fillers(language: str) -> tuple[str, ...]:
    """Politeness, address and interjections of the language, of at least three letters."""
    words = yaml.safe_load((LANGUAGE / language / ASKING).read_text("utf-8"))["words"]
    return tuple(str(word) for word in words["filler"] if len(str(word)) >= 3)


def chatty(question: str, language: str, chance: Chance) -> str:
    """With one or two words of chatter before it, perhaps one after it, perhaps a smile."""
    before = ", ".join(chance.sample(fillers(language), chance.choice((1, 2))))
    after = f", {chance.choice(fillers(language))}" if chance.random() < 0.4 else ""
    smile = chance.choice(("", "", "", " 🙂", " 🙏", ")))"))
    stem, mark = re.fullmatch(r"(.*?)([?!.…\s]*)", question, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{before}, {stem[:1].lower()}{stem[1:]}{after}{mark}{smile}"


Style = tuple[str, Callable[[str, str, Chance], str]]
STYLES: dict[str, Style] = {
    "typo": ("kk ru en", typo),
    "translit": ("kk ru", translit),
    "layout": ("kk ru en", layout),
    "plain-kk": ("kk", plain_kk),
    "lower": ("kk ru en", lower),
    "bare": ("kk ru en", bare),
    "chatty": ("kk ru en", chatty),
}
