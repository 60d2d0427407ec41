"""A draft as the editor sees it: as subscribers would, in one language, with what can be done."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, cast

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup

from bot.delivery.bulletins import audience_of, html_of
from handlers import editors
from knowledge.answer import Entity, EntityKind
from knowledge.bulletins.drafts import missing, preview
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from handlers.context import Context
    from knowledge.bulletins.drafts import Draft

TOPICS = ("news", "premieres", "awards")
"""What an editor may turn on and off."""
LABEL = 40
"""Letters of a headline on a button."""


async def sheet(
    context: Context, draft: Draft, shown: str, language: str
) -> tuple[str, InlineKeyboardMarkup]:
    """HTML and buttons; ``shown`` is the language in which the draft is previewed."""
    html = html_of(preview(draft, shown), shown, context.service.texts)
    if shown in missing(draft):
        html = escape(context.say(language, "chat-publish-missing"), quote=False)
    status = await _status(context, draft, language)
    return f"{html}\n\n— — —\n{escape(status, quote=False)}", _keyboard(
        context, draft, shown, language
    )


async def recipients(context: Context, draft: Draft) -> int:
    audience = audience_of(draft.topics)
    return await editors.office_of(context).delivery.subscriptions.recipients(audience)


def question(context: Context, draft: Draft, count: int, language: str) -> InlineKeyboardMarkup:
    """Whether it is really to go out."""
    return InlineKeyboardMarkup(
        [
            [_button(context, language, "chat-publish-send", "send", draft, count=count)],
            [_button(context, language, "chat-publish-back", "open", draft)],
        ]
    )


def headline(draft: Draft) -> str:
    """On a button; in whatever language there is one."""
    text = next((t for code in LANGUAGES if (t := draft.text(code).strip())), draft.key)
    line = text.splitlines()[0]
    return line if len(line) <= LABEL else f"{line[: LABEL - 1].rstrip()}…"


async def _status(context: Context, draft: Draft, language: str) -> str:
    lines = []
    if draft.source:
        lines.append(context.say(language, "chat-publish-feed"))
    if draft.alike:
        lines.append(context.say(language, "chat-publish-alike"))
    topics = ", ".join(_named(context, topic, language) for topic in draft.topics)
    lines.append(context.say(language, "chat-publish-topics", topics=topics))
    count = await recipients(context, draft)
    lines.append(context.say(language, "chat-publish-recipients", count=count))
    return "\n".join(lines)


def _named(context: Context, topic: str, language: str) -> str:
    """As its followers know it; as it is, where the facts no longer know it."""
    kind, _, id_ = topic.partition(":")
    if not id_:
        return context.say(language, f"chat-publish-topic-{kind}")
    try:
        return context.service.engine.name(Entity(cast(EntityKind, kind), id_), language)
    except LookupError:
        return topic


def _keyboard(context: Context, draft: Draft, shown: str, language: str) -> InlineKeyboardMarkup:
    names = {code: context.say(code, "chat-lang-name") for code in LANGUAGES}
    rows = [
        [
            Button(f"• {name}" if code == shown else name, callback_data=_data(code, draft))
            for code, name in names.items()
        ],
        [
            Button(
                ("✓ " if topic in draft.topics else "")
                + context.say(language, f"chat-publish-topic-{topic}"),
                callback_data=_data(topic, draft),
            )
            for topic in TOPICS
        ],
        [
            _button(
                context, language, "chat-publish-write", f"w{shown}", draft, name=names[shown]
            ),
            _button(context, language, "chat-publish-reject", "reject", draft),
        ],
    ]
    if not missing(draft):
        rows.append(
            [
                _button(context, language, "chat-publish-to-me", "me", draft),
                _button(context, language, "chat-publish-go", "ask", draft),
            ]
        )
    return InlineKeyboardMarkup(rows)


def _button(
    context: Context, language: str, text: str, act: str, draft: Draft, **values: object
) -> Button:
    return Button(context.say(language, text, **values), callback_data=_data(act, draft))


def _data(act: str, draft: Draft) -> str:
    return f"~pub:{act}:{draft.key}"
