"""One fold for every way to write: Latin skeletons, keyboard layouts, endings.

``Қыз Жібек``, ``кыз жибек``, ``Qyz Jibek`` and ``Kyz-Zhibek`` all become ``kiz jibek``.  In a
skeleton ``x`` is sh/ш, ``c`` is ch/ч, ``j`` is zh/ж/дж; all of и, ы, і, й, y are ``i``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import msgspec

KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяїєґ"
_FOLDED = (
    "a a b v g g d e e j z i i k k l m n n o o p r s t u u u f h h s c x x  i i  e iu ia i e g"
)
_CYRILLIC = dict(zip(_LETTERS, _FOLDED.split(" "), strict=True))
_LATIN = {
    "shch": "x", "sch": "x", "tsch": "c", "sh": "x", "zh": "j", "dzh": "j", "dj": "j", "ch": "c",
    "chyo": "ce", "shyo": "xe", "zhyo": "je",
    "tch": "c", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ck": "k", "ng": "n", "q": "k",
    "ts": "s", "tz": "s",
    "w": "v", "c": "k", "ce": "se", "ci": "si", "cy": "si", "x": "ks", "y": "i", "ş": "x",
    "ı": "i", "ğ": "g", "ǵ": "g", "ñ": "n", "ń": "n", "ý": "u", "ß": "s", "æ": "a", "ø": "o",
    "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ž": "j", "č": "c", "š": "x", "дж": "j",
}  # fmt: skip
_FOLD = {**_CYRILLIC, **_LATIN}
_UNIT = re.compile("|".join(sorted(map(re.escape, _FOLD), key=len, reverse=True)))
_TOGETHER = re.compile("[a-z]|дж")
"""Where letters may belong together; elsewhere each is folded by itself, which is much faster."""
_ALONE = {ord(unit): folded for unit, folded in _FOLD.items() if len(unit) == 1}
_IE = re.compile("i+e")
_DOUBLE = re.compile(r"([a-z])\1+")
_YO = re.compile("(?<=[a-z])[yji]o(?=[a-z])")
_JOTTED = re.compile("(?<=[a-z])j(?=[aeiou])")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4"}
_WORD = re.compile(r"\d[dDдД]\b|[^\W\d_]+(?:['ʼ’`][^\W\d_]+)*|\d+")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]{1,2}\.){2,}[^\W\d_]{1,2}\.?(?!\w)")
"""An abbreviation written with full stops: "Ц.О.К.С."."""
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{1,80})[»“”\"]")

_STOP = re.compile(r"[.?!…,;:()\n]|\s[-–—]\s|[\U0001F000-\U0001FAFF☀-➿]")

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_JCUKEN = "йцукенгшщзхъфывапролджэячсмитьбюё"
TO_RUSSIAN = str.maketrans(_QWERTY + _QWERTY.upper() + '{}:"<>~', _JCUKEN * 2 + "хъжэбюё")
TO_KAZAKH = {**TO_RUSSIAN, **str.maketrans("234567890-=", "әіңғ,.үұқөһ")}
TO_LATIN = str.maketrans(_JCUKEN, _QWERTY)
_PLAIN = str.maketrans("әғқңөұүһіё", "агкноуухие")
_MOST, _LENGTH = 40, 600
_NUMBER = re.compile(r"(?<!\S)\d{1,4}(?=-|[?!.]*(?!\S))")
"""A number by itself, also where an ending follows it behind a hyphen: no letters are meant."""


class Token(msgspec.Struct, frozen=True):
    """A word or number of a text: as typed, folded, and whether it stood in quotes."""

    text: str
    skeleton: str
    quoted: bool = False
    clause: int = 0
    """Which part between full stops, commas and brackets it stands in."""


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The Latin skeleton of one word; empty for what has no letters or digits."""
    word = unicodedata.normalize("NFKC", word).casefold()
    if word in _ROMAN:
        return _ROMAN[word]
    out = _folded(unicodedata.normalize("NFC", word))
    return _DOUBLE.sub(r"\1", out) if not out.isdigit() else out


def respelt(word: str) -> tuple[str, ...]:
    """Other skeletons of a word that makes no sense as it stands.

    "рэетир" lacks a letter between equal ones; я and ю are also written ja and ju, ё yo or io.
    """
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    found = [_folded(word)]
    if word.isascii():
        found.append(skeleton(_JOTTED.sub("i", _YO.sub("ё", word))))
    own = skeleton(word)
    return tuple(dict.fromkeys(s for s in found if s != own and s.isalpha()))


def plain(word: str) -> str:
    """A word without the letters that a Russian keyboard lacks."""
    return word.translate(_PLAIN)


def _folded(word: str) -> str:
    if _TOGETHER.search(word):
        out = _UNIT.sub(lambda unit: _FOLD[unit.group()], word)
    else:
        out = word.translate(_ALONE)
    if not out.isascii():
        # What is left are accents: fold them off.
        out = "".join(c for c in unicodedata.normalize("NFKD", out) if c.isascii())
    if not out.isalnum():
        out = "".join(c for c in out if c.isalnum())
    out = out.replace("dj", "j").replace("sc", "x")  # счастье is щастье, as schastie
    return _IE.sub("e", out)


def fold(text: str) -> tuple[str, ...]:
    """The skeletons of a text's words."""
    return tuple(s for word in _WORD.findall(text) if (s := skeleton(word)))


def tokens(text: str) -> tuple[Token, ...]:
    """The text's words and numbers, at most 40: nobody asks about cinema in more."""
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    quoted = [match.span(1) for match in _QUOTED.finditer(text)]
    found: list[Token] = []
    clause, last = 0, 0
    for match in _WORD.finditer(text):
        word = match.group()
        folded = skeleton(word)
        if folded:
            inside = bool(quoted) and any(a <= match.start() < b for a, b in quoted)
            clause += bool(_STOP.search(text, last, match.start())) and not inside
            last = match.end()
            found.append(Token(word, folded, inside, clause))
            if len(found) == _MOST:
                break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as typed on one keyboard layout; ``cost`` is what assuming a wrong one takes off."""

    text: str
    name: str
    cost: float


def layouts(text: str) -> tuple[Layout, ...]:
    """The beginning of the text as it is, and as it would read had another layout been on."""
    text = text[:_LENGTH]
    letters = list(filter(str.isalpha, text))
    latin = sum(map(str.isascii, letters))
    found = [Layout(text, "as typed", 0.0)]
    if latin >= 0.6 * len(letters) and (letters or any(c.isdigit() for c in text)):
        found.append(Layout(text.translate(TO_RUSSIAN), "ru", 0.02))
        kazakh, at = "", 0
        for number in _NUMBER.finditer(text):
            end = number.end() + (text[number.end() : number.end() + 1] == "-")
            kazakh += text[at : number.start()].translate(TO_KAZAKH) + text[number.start() : end]
            at = end
        kazakh += text[at:].translate(TO_KAZAKH)
        found.append(Layout(kazakh, "kk", 0.02))
    elif letters and latin == 0:
        typed = text.casefold().translate(TO_LATIN)
        if all(map(str.isascii, filter(str.isalpha, typed))):  # "иә" is on no English key
            found.append(Layout(typed, "en", 0.02))
    return tuple(found)


# Folded endings.  Kazakh: plural, possession, case, question particle written together,
# participles; Russian: declension and past tense; English: plural and possession.
_KAZAKH = (
    "lar ler dar der tar ter i si im in imiz iniz nin din tin ga ge ka ke na ne a e da de ta te "
    "nda nde dan den tan ten nan nen ndan nden di ti ni n men ben pen dagi degi tagi tegi ndagi "
    "ndegi niki diki tiki nikin sin simen imen inda inde indagi indegi inan inen lari leri dari "
    "deri tari teri larin lerin darin derin tarin terin larinin lerinin darinin derinin tarinin "
    "terinin larinda lerinde darinda derinde tarinda terinde gan gen kan ken ganin genin"
)
_RUSSIAN = (
    "a u e i o oi ei iu iei om em am ami ah ov ev ego ogo omu emu im imi ih aia oe uiu ia iam "
    "iami iah ie oiu la li lo l"
)
_ENGLISH = "s es d ed in er"
_INNER = frozenset(f"{_KAZAKH} {_RUSSIAN}".split())
ENDINGS = _INNER | frozenset(_ENGLISH.split())
_LONGEST = max(map(len, ENDINGS))
VOWELS = frozenset("aeiou")
_ALTERNATION = {"g": "k", "b": "p"}


def stems(word: str) -> tuple[tuple[str, float], ...]:
    """What is left of a skeleton without endings, and what each guess costs; itself first.

    A stem keeps at least three letters.  Kazakh stems turn к, қ, п into г, ғ, б before a vowel, so
    a final ``g`` or ``b`` is also offered as ``k`` or ``p``.
    """
    found: dict[str, float] = {word: 0.0}
    if word.isdigit():
        return ((word, 0.0),)
    frontier = [(word, 0.0)]
    for depth in range(2):
        following = []
        for stem, cost in frontier:
            for size in range(1, min(_LONGEST, len(stem) - 3) + 1):
                # English endings do not stand before others: "снимался" is not "снимал" + s.
                ending = stem[-size:]
                if ending not in (ENDINGS if depth == 0 else _INNER):
                    continue
                if ending in ("es", "ed") and len(stem) - size < 5:
                    continue  # "actress" is no plural of "actr"
                if ending == "e" and word == f"{stem}s" and VOWELS.isdisjoint(stem[-3:-1]):
                    continue  # nor is it one after "s" is taken off
                left, paid = stem[:-size], cost + 0.02 + 0.01 * depth
                for form in (left, left[:-1] + _ALTERNATION.get(left[-1], left[-1])):
                    if found.get(form, 1.0) > paid:
                        found[form] = paid
                        following.append((form, paid))
        frontier = following
    return tuple(sorted(found.items(), key=lambda item: item[1]))
