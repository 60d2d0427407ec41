"""What /subscribe shows: a switch a topic, how often, and at which hours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup

from bot.delivery.rhythm import FREQUENCIES, Rhythm
from bot.delivery.topic import GENERAL, Topic
from handlers.buttons import Row
from knowledge.answers.texts import Texts

HOURS = (8, 9, 10, 11, 12, 13, 15, 17, 18, 19, 20, 21)
QUIET = ((22, 9), (21, 8), (23, 7), (0, 9), (20, 10), (0, 0))
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


def text(topics: Collection[Topic], rhythm: Rhythm, language: str, texts: Texts) -> str:
    """In words what the buttons say, for who cannot see them."""
    on = [kind for kind in GENERAL if Topic(kind) in topics]
    names = ", ".join(texts.say(language, f"chat-topic-{kind}") for kind in on)
    return "\n\n".join(
        (
            texts.say(language, "chat-subscribe"),
            texts.say(language, "chat-subscribe-on", topics=names)
            if on
            else texts.say(language, "chat-subscribe-off"),
            texts.say(language, "chat-subscribe-more"),
        )
    ) + (f"\n\n{_when(rhythm, language, texts)}" if on else "")


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
            topic=say(language, f"chat-topic-{kind}"),
        )
        switches.append([_button(label, "off" if is_on else "on", kind)])
    often = say(language, "chat-how", how=say(language, f"chat-how-{_dashed(rhythm.frequency)}"))
    rows = [*switches, [_button(often, "menu", "how")]]
    if rhythm.frequency != "at_once":
        digest = [_button(say(language, "chat-hour", hour=_hour(rhythm.hour)), "menu", "hour")]
        if rhythm.frequency == "weekly":
            day = say(language, f"chat-day-{rhythm.weekday}")
            digest.insert(0, _button(day, "menu", "day"))
        rows.append(digest)
    quiet = _quiet(rhythm.quiet_from, rhythm.quiet_until, language, texts)
    zone = say(language, f"chat-zone-{_dashed(rhythm.time_zone)}")
    rows.append([_button(say(language, "chat-quiet", hours=quiet), "menu", "quiet")])
    rows.append([_button(say(language, "chat-zone", zone=zone), "menu", "zone")])
    return InlineKeyboardMarkup(rows)


MENUS = ("main", "how", "hour", "day", "quiet", "zone")


def _choices(menu: str, rhythm: Rhythm, language: str, texts: Texts) -> list[Row]:
    say = texts.say
    now: str
    options: Sequence[tuple[str, str]]
    if menu == "how":
        now, width = rhythm.frequency, 1
        options = [(say(language, f"chat-how-{_dashed(how)}"), how) for how in FREQUENCIES]
    elif menu == "hour":
        now, width = str(rhythm.hour), 4
        options = [(_hour(hour), str(hour)) for hour in HOURS]
    elif menu == "day":
        now, width = str(rhythm.weekday), 2
        options = [(say(language, f"chat-day-{day}"), str(day)) for day in range(7)]
    elif menu == "quiet":
        now, width = f"{rhythm.quiet_from}-{rhythm.quiet_until}", 2
        options = [(_quiet(a, b, language, texts), f"{a}-{b}") for a, b in QUIET]
    else:
        now, width = rhythm.time_zone, 2
        options = [(say(language, f"chat-zone-{_dashed(zone)}"), zone) for zone in ZONES]
    row = [
        _button(say(language, "chat-chosen", what=label) if value == now else label, menu, value)
        for label, value in options
    ]
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


def _dashed(value: str) -> str:
    """As the keys of texts are written: ``at-once``, ``america-new-york``."""
    return value.lower().replace("_", "-").replace("/", "-")


def _button(label: str, what: str, value: str) -> Button:
    return Button(label, callback_data=f"~sub:{what}:{value}")
