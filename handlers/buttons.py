"""Inline keyboards and what their buttons carry.

An option carries its reference as the engine gave it; what is the chat's own begins with ``~``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from telegram import CallbackQuery, InlineKeyboardMarkup
from telegram import InlineKeyboardButton as Button
from telegram.constants import ParseMode
from telegram.error import BadRequest

from knowledge.answer import Answer, Option
from knowledge.answers.texts import Texts
from knowledge.factbase.records import LANGUAGES

MAX_DATA = 64  # bytes, a limit of Telegram
SHORT = 18  # letters of a label that still leave room for a second button in the row
EXAMPLES = (1, 2, 3)

NOT_MEANT = "~not"
NOTHING = "~"
ANSWER_LAST = "~last"
TURN = re.compile(r"^~([1-9]\d{0,3}):(.+)$", re.ASCII | re.DOTALL)
LANGUAGE = re.compile(rf"^~lang:({'|'.join(LANGUAGES)})$")
WHOLE = re.compile(r"^~all:(.+)$", re.ASCII | re.DOTALL)
CHARTS = ("years", "awards", "box-office")
CHART = re.compile(rf"^~chart:({'|'.join(LANGUAGES)}):({'|'.join(CHARTS)})$")
EXAMPLE = re.compile(rf"^~ask:({'|'.join(LANGUAGES)}):([{EXAMPLES[0]}-{EXAMPLES[-1]}])$")
# Of subscriptions. A topic stands as in a deep link, without what all of them begin with.
TOPIC = r"([a-z0-9_-]{1,60})"
FOLLOW = re.compile(rf"^~(on|off):{TOPIC}$")
UNDO = re.compile(rf"^~(yes|no):{TOPIC}$")
END = re.compile(rf"^~end:{TOPIC}$")
SWITCH = re.compile(r"^~sub:([a-z]{1,10}):([A-Za-z0-9_/-]{1,40})$")
END_ALL = re.compile(r"^~quit:(yes|no)$")
FORGET = re.compile(r"^~forget:(yes|no)$")

Row = list[Button]


def fits(data: str) -> bool:
    return len(data.encode()) <= MAX_DATA


def can_open(answer: Answer) -> bool:
    """Whether the answer can be opened again, by a button that says so."""
    return bool(answer.ref) and fits(f"~all:{answer.ref}")


def of_answer(
    answer: Answer, texts: Texts, *, shortened: bool = False, own: Sequence[Button] = ()
) -> InlineKeyboardMarkup | None:
    """Readings or what to open next, the rest, pages, what is the record's ``own`` (sharing,
    following), and "not what I meant".
    """
    rows = _options(answer.options, side_by_side=answer.kind != "clarify")
    if shortened:
        label = texts.say(answer.language, "chat-all")
        rows.append([Button(label, callback_data=f"~all:{answer.ref}")])
    if answer.pages > 1:
        # From a section, the way back to its card comes last.
        rows = [*_pages(answer), *rows] if answer.section else [*rows, *_pages(answer)]
    if own:
        rows.append(list(own))
    if answer.alternatives and not answer.section:
        rows.append(
            [Button(texts.say(answer.language, "chat-not-meant"), callback_data=NOT_MEANT)]
        )
    return InlineKeyboardMarkup(rows) if rows else None


def without_not_meant(keyboard: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup | None:
    rows = [
        kept
        for row in (keyboard.inline_keyboard if keyboard else ())
        if (kept := [button for button in row if button.callback_data != NOT_MEANT])
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def of_languages(texts: Texts) -> InlineKeyboardMarkup:
    """Each language under its own name."""
    return InlineKeyboardMarkup.from_row(
        [
            Button(texts.say(language, "chat-lang-name"), callback_data=f"~lang:{language}")
            for language in LANGUAGES
        ]
    )


def of_examples(language: str, texts: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.from_column(
        [
            Button(texts.say(language, f"chat-example-{n}"), callback_data=f"~ask:{language}:{n}")
            for n in EXAMPLES
        ]
    )


def of_charts(shown: str, language: str, texts: Texts) -> InlineKeyboardMarkup:
    """The other charts of /stats."""
    return InlineKeyboardMarkup.from_column(
        [
            Button(
                texts.say(language, f"chat-chart-{name}"),
                callback_data=f"~chart:{language}:{name}",
            )
            for name in CHARTS
            if name != shown
        ]
    )


def of_confirmation(data: str, yes: str, no: str) -> InlineKeyboardMarkup:
    """Two answers to "really?", one below the other: no finger slips."""
    return InlineKeyboardMarkup.from_column(
        [Button(yes, callback_data=f"~{data}:yes"), Button(no, callback_data=f"~{data}:no")]
    )


def to_answer_last(language: str, texts: Texts) -> InlineKeyboardMarkup:
    label = texts.say(language, "chat-stale-answer")
    return InlineKeyboardMarkup.from_button(Button(label, callback_data=ANSWER_LAST))


def _options(options: Sequence[Option], *, side_by_side: bool) -> list[Row]:
    rows: list[Row] = []
    room = False
    for option in options:
        if not (option.ref and option.label.strip() and fits(option.ref)):
            continue  # Telegram would refuse the whole message
        button = Button(option.label, callback_data=option.ref)
        short = len(option.label) <= SHORT
        if side_by_side and room and short:
            rows[-1].append(button)
            room = False
        else:
            rows.append([button])
            room = short
    return rows


def _pages(answer: Answer) -> Iterable[Row]:
    def turn(label: str, page: int) -> Row:
        data = f"~{page}:{answer.ref}"
        return [Button(label, callback_data=data)] if answer.ref and fits(data) else []

    row = [
        *(turn("◀", answer.page - 1) if answer.page > 1 else []),
        Button(f"{answer.page}/{answer.pages}", callback_data=NOTHING),
        *(turn("▶", answer.page + 1) if answer.page < answer.pages else []),
    ]
    return [row] if len(row) > 1 else []


async def rewrite(
    query: CallbackQuery,
    text: str,
    keyboard: InlineKeyboardMarkup | None = None,
    parse_mode: ParseMode | None = None,
) -> None:
    """Other words where the button stood; pressed twice, there is nothing left to change."""
    if (at := query.message) is None:
        return
    try:
        # By its number: Telegram may no longer show us the message itself.
        await query.get_bot().edit_message_text(
            text, at.chat.id, at.message_id, parse_mode=parse_mode, reply_markup=keyboard
        )
    except BadRequest as error:
        if "not modified" not in error.message:
            raise


async def acknowledge(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Stop the button's spinning; what was pressed long ago can only be acted on."""
    try:
        await query.answer(text or None, show_alert=alert or None)
    except BadRequest as error:
        if "too old" not in error.message:
            raise
