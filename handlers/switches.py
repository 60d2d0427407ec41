"""What /subscribe shows: a switch a topic, how often, and at which hours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup

from bot.delivery.rhythm import FREQUENCIES, Rhythm
from bot.delivery.topic import GENERAL, Topic
from handlers.buttons import Row
from knowledge.answers.texts import Texts

HOURS = (8, 9, 10, 11, 12, 13, 15, 17, 18, 19, 20, 21)
QUIET = ((22, 9), (21, 8), (23, 7), (0, 9), (20, 10), (0, 0))
MENUS = {"how": 1, "hour": 4, "day": 2, "quiet": 2, "zone": 2}
"""And how many choices stand side by side."""
ZONES = (
    "Asia/Almaty",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Asia/Shanghai",
    "Asia/Seoul",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
)


def changed(rhythm: Rhythm, what: str, value: str) -> Rhythm:
    """The rhythm after a button; ValueError for what no button of ours carries."""
    if what == "how" and value in FREQUENCIES:
        return replace(rhythm, frequency=value)
    if what == "hour":
        return replace(rhythm, hour=int(value))
    if what == "day":
        return replace(rhythm, weekday=int(value))
    if what == "quiet":
        begin, _, end = value.partition("-")
        return replace(rhythm, quiet_from=int(begin), quiet_until=int(end))
    if what == "zone" and value in ZONES:
        return replace(rhythm, time_zone=value)
    raise ValueError(f"{what}:{value}")


def text(
    topics: Collection[Topic], rhythm: Rhythm, language: str, texts: Texts, menu: str = ""
) -> str:
    """In words what the buttons say, for who cannot see them."""
    if menu:
        now = next(label for label, _, chosen in _options(menu, rhythm, language, texts) if chosen)
        return texts.say(language, f"chat-menu-{menu}", now=now)
    on = [kind for kind in GENERAL if Topic(kind) in topics]
    names = ", ".join(texts.say(language, f"chat-topic-{kind}") for kind in on)
    said = [
        texts.say(language, "chat-subscribe"),
        texts.say(language, "chat-subscribe-on", topics=names)
        if on
        else texts.say(language, "chat-subscribe-off"),
        texts.say(language, "chat-subscribe-more"),
    ]
    if topics:
        said.append(_when(rhythm, language, texts))
    return "\n\n".join(said)


def keyboard(
    topics: Collection[Topic], rhythm: Rhythm, language: str, texts: Texts, menu: str = ""
) -> InlineKeyboardMarkup:
    """The switches, or what can be chosen in the ``menu`` of that name."""
    say = texts.say
    if menu:
        rows = _choices(menu, rhythm, language, texts)
        return InlineKeyboardMarkup([*rows, [_button(say(language, "chat-back"), "menu", "main")]])
    switches = []
    for kind in GENERAL:
        is_on = Topic(kind) in topics
        label = say(
            language,
            "chat-switch-on" if is_on else "chat-switch-off",
            topic=_begun(say(language, f"chat-topic-{kind}")),
        )
        switches.append([_button(label, "off" if is_on else "on", kind)])
    often = say(language, "chat-how", how=say(language, f"chat-how-{_dashed(rhythm.frequency)}"))
    rows = [*switches, [_button(often, "menu", "how")]]
    if rhythm.frequency != "at_once":
        digest = [_button(say(language, "chat-hour", hour=_hour(rhythm.hour)), "menu", "hour")]
        if rhythm.frequency == "weekly":
            day = _begun(say(language, f"chat-day-{rhythm.weekday}"))
            digest.insert(0, _button(day, "menu", "day"))
        rows.append(digest)
    quiet = _quiet(rhythm.quiet_from, rhythm.quiet_until, language, texts)
    zone = say(language, f"chat-zone-{_dashed(rhythm.time_zone)}")
    rows.append([_button(say(language, "chat-quiet", hours=quiet), "menu", "quiet")])
    rows.append([_button(say(language, "chat-zone", zone=zone), "menu", "zone")])
    return InlineKeyboardMarkup(rows)


def _options(
    menu: str, rhythm: Rhythm, language: str, texts: Texts
) -> list[tuple[str, str, bool]]:
    """Label, value, and whether it is the one in force; that one is always there."""
    say = texts.say
    if menu == "how":
        return [
            (say(language, f"chat-how-{_dashed(how)}"), how, how == rhythm.frequency)
            for how in FREQUENCIES
        ]
    if menu == "hour":
        hours = sorted({*HOURS, rhythm.hour})
        return [(_hour(hour), str(hour), hour == rhythm.hour) for hour in hours]
    if menu == "day":
        return [
            (say(language, f"chat-day-{day}"), str(day), day == rhythm.weekday) for day in range(7)
        ]
    if menu == "quiet":
        chosen = (rhythm.quiet_from, rhythm.quiet_until)
        return [
            (_quiet(*hours, language, texts), "{}-{}".format(*hours), hours == chosen)
            for hours in dict.fromkeys((*QUIET, chosen))
        ]
    return [
        (say(language, f"chat-zone-{_dashed(zone)}"), zone, zone == rhythm.time_zone)
        for zone in ZONES
    ]


def _choices(menu: str, rhythm: Rhythm, language: str, texts: Texts) -> list[Row]:
    row = [
        _button(
            texts.say(language, "chat-chosen", what=label) if chosen else _begun(label),
            menu,
            value,
        )
        for label, value, chosen in _options(menu, rhythm, language, texts)
    ]
    width = MENUS[menu]
    return [row[at : at + width] for at in range(0, len(row), width)]


def _when(rhythm: Rhythm, language: str, texts: Texts) -> str:
    key = f"chat-when-{_dashed(rhythm.frequency)}"
    day = texts.say(language, f"chat-day-{rhythm.weekday}")
    when = texts.say(language, key, hour=_hour(rhythm.hour), day=day)
    if rhythm.quiet_from == rhythm.quiet_until:
        return when
    quiet = _quiet(rhythm.quiet_from, rhythm.quiet_until, language, texts)
    return f"{when} {texts.say(language, 'chat-when-quiet', hours=quiet)}"


def _quiet(begin: int, end: int, language: str, texts: Texts) -> str:
    if begin == end:
        return texts.say(language, "chat-quiet-none")
    return f"{_hour(begin)}–{_hour(end)}"


def _hour(hour: int) -> str:
    return f"{hour:02}:00"


def _begun(label: str) -> str:
    """As the beginning of a label, with a capital letter."""
    return label[:1].upper() + label[1:]


def _dashed(value: str) -> str:
    """As the keys of texts are written: ``at-once``, ``america-new-york``."""
    return value.lower().replace("_", "-").replace("/", "-")


def _button(label: str, what: str, value: str) -> Button:
    return Button(label, callback_data=f"~sub:{what}:{value}")
