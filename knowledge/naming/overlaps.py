"""Mentions in one place of the text: which are one, and which another one explains better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from knowledge.spelling.spelling import KAZAKH_LETTERS, Token

if TYPE_CHECKING:
    from knowledge.naming.mention import Mention

SURE = 0.97
"""From here on a name is found as it is written, endings apart."""


_WHOLE = 0.995
"""From here on not even an ending was added."""
_FULL = 0.9
"""Nor of a first name and a surname that stand together: they are one person's."""
_SLIP, _AS_NEAR = 0.95, 0.02
"""Below the first a title is misspelt; another one so much less near may as well be meant."""
_MARGINS = {"person": 0.05, "film": _AS_NEAR}
_BETTER = 0.02
_MISSPELT_SURNAME = 0.08
"""Of a misspelt surname the ending says still less."""


def merged(mentions: list[Mention], text: Sequence[Token]) -> list[Mention]:
    """Names that may as well be meant are one mention.

    Surnames that differ by an ending ("Ержанова" is also Ержанов's), and titles that a slip is
    as near to: «Талап» is «Талак» or «Талан».
    """
    kept: dict[tuple[str, int, int], Mention] = {}
    others = []
    for mention in sorted(mentions, key=lambda m: -m.quality):
        slip = mention.kind == "film" and mention.how == "name" and mention.quality < _SLIP
        if mention.how != "surname" and mention.kind != "award" and not slip:
            others.append(mention)
            continue
        key = (mention.kind, mention.start, mention.end)
        first = kept.get(key)
        if first is None:
            kept[key] = mention
        elif mention.quality >= first.quality - _margin(first) and not _exact(first, text):
            kept[key] = replace(first, ids=tuple(dict.fromkeys((*first.ids, *mention.ids))))
    return [*kept.values(), *others]


def _exact(first: Mention, text: Sequence[Token]) -> bool:
    """Whether a surname stands as it is: «Шәріпова» in Kazakh letters has no Russian ending."""
    words = text[first.start : first.end]
    return first.quality == 1.0 and any(not KAZAKH_LETTERS.isdisjoint(w.text) for w in words)


def _margin(first: Mention) -> float:
    """How much less near another name may be that is meant as well."""
    if first.kind == "person" and first.quality < _SLIP:
        return _MISSPELT_SURNAME
    return _MARGINS.get(first.kind, 0.005)


def outdone(
    mention: Mention, mentions: Sequence[Mention], text: Sequence[Token], light: frozenset[int]
) -> bool:
    """Whether another title explains the same place better; ``light``: small words."""
    within = range(mention.start, mention.end)
    if mention.kind == "decoy":
        if len({text[at].quoted for at in within}) > 1:
            return True  # "на «Иглу»" is not «На игле»
        if any(
            m.start <= mention.start
            and mention.end <= m.end
            and (
                (m.kind == "film" and m.quality > mention.quality + _BETTER)
                or (
                    m.kind in ("film", "person")
                    and m.how == "name"
                    and m.quality >= SURE
                    and m.end - m.start > len(within)
                )
            )
            for m in mentions
        ):
            return (
                True  # «Маликаны» is rather «Малика», «El Freeman» not Freeman's, Leonid no «Leon»
            )
        if mention.quality < 0.94 and any(
            m.kind == "film" and m.quoted and m.quality > max(0.93, mention.quality)
            for m in mentions
        ):
            return True  # a title in quotes is what is meant, whatever else is spelt like
        return mention.quality < 0.94 and any(
            m.kind == "film"
            and m.quality >= SURE
            and m.start in within
            and m.end - 1 in within
            and light.issuperset({*within} - {*range(m.start, m.end)})
            for m in mentions
        )
    if (
        mention.kind in ("person", "month", "season", "genre", "occupation", "place", "country")
        and mention.quoted
        and any(
            m.kind == "film"
            and m.quality >= SURE
            and (m.start, m.end) == (within.start, within.stop)
            for m in mentions
        )
    ):
        return True  # in quotes stand titles
    if (
        mention.kind == "person"
        and mention.quality < _SLIP
        and any(
            m.kind == "film"
            and m.quality == 1.0
            and not m.ordinary
            and (m.start, m.end) == (mention.start, mention.end)
            for m in mentions
        )
    ):
        return True  # «Секер» is no misspelt Segui
    if mention.kind == "occupation" and mention.quality < SURE:
        # "Comedies" are not comedians.
        return any(
            m.kind == "genre"
            and (m.start, m.end) == (mention.start, mention.end)
            and m.quality >= SURE
            for m in mentions
        )
    if mention.kind in ("country", "language") and mention.quality < SURE + 0.02:
        # "Mongol" is a film, though Mongolia begins like it.
        return any(
            m.kind == "film"
            and (m.start, m.end) == (mention.start, mention.end)
            and m.quality > mention.quality
            for m in mentions
        )
    if mention.kind == "place" and any(
        m.kind == "organisation"
        and m.how == "name"
        and m.quality >= SURE
        and mention.start < m.start
        and m.end == mention.end
        for m in mentions
    ):
        return True  # films of the studio Kazakhfilm are not those shot on its grounds
    if mention.kind == "section" and any(
        m.kind in ("genre", "type")
        and m.quality >= SURE
        and (m.start, m.end) == (mention.start, mention.end)
        for m in mentions
    ):
        return True  # "short films" are such everywhere
    titled = mention.kind == "film" and mention.quality >= SURE
    if (mention.kind == "place" or (mention.how == "name" and not titled)) and any(
        m.kind == "month" and (m.start, m.end) == (mention.start, mention.end) for m in mentions
    ):
        return not KAZAKH_LETTERS.isdisjoint(text[mention.start].text)  # «қазан» is not Казань
    if mention.kind == "organisation":
        if mention.how == "name" and any(
            m.kind == "organisation"
            and m.how == "name"
            and m.quality >= SURE
            and m.ids != mention.ids
            and m.words > mention.words
            and m.start <= mention.start
            and mention.end <= m.end
            for m in mentions
        ):
            return True  # "Eurasia Film Festival" is not Eurasia Film's
        # "Турсунов" is the man, not «Турсунов фильм»; "фильмы Сатаева" are not Сатайфильм's.
        return (mention.how == "part" or mention.quality < SURE) and any(
            m.kind == "person"
            and m.quality >= mention.quality
            and m.start in within
            and m.end <= mention.end
            for m in mentions
        )
    if mention.kind == "role" and any(
        m.kind == "film"
        and m.quoted
        and m.quality >= SURE
        and m.end - m.start > len(within)
        and m.start <= mention.start
        and mention.end <= m.end
        for m in mentions
    ):
        return True  # the bride of «Келинка Сабина» is a part of its title
    if (
        mention.kind in ("person", "role") or (mention.kind == "film" and mention.ordinary)
    ) and any(
        m.kind == "person"
        and m.how == "name"
        and m.quality >= (_FULL if mention.how == "surname" else SURE)
        and m.end - m.start > len(within)
        and m.start <= mention.start
        and mention.end <= m.end
        for m in mentions
    ):
        return True
    if mention.how == "first" and any(
        m.kind == "organisation"
        and m.quality > max(SURE, mention.quality)
        and m.words > mention.words
        and m.start <= mention.start
        and mention.end <= m.end
        for m in mentions
    ):
        return True  # "Shakens Stars" is a festival, whatever Shaken stars in
    ending = mention.kind == "film" and not mention.quoted and mention.quality < _WHOLE - 0.01
    if ending and any(
        m.kind == "place"
        and m.words == 1
        and m.quality >= _WHOLE
        and (m.start, m.end) == (mention.start, mention.end)
        for m in mentions
    ):
        return True  # "Алматы" is the town, and no «Алма» with an ending
    return mention.kind == "film" and any(
        m.kind == "film"
        and m.start <= mention.start
        and mention.end <= m.end
        and (
            m.quoted or m.quality >= min(mention.quality, SURE)  # «Дочери степей» is not «Степь»
            if m.end - m.start > len(within)
            else m.quality >= _WHOLE > mention.quality + 0.01  # "Айка" is not «Айқай»
        )
        for m in mentions
    )
