"""/stats: Kazakh cinema in pictures, one at a time; the caption says what the picture shows."""

from __future__ import annotations

from telegram import MaybeInaccessibleMessage, Message, Update

from handlers import buttons, delivery, hanging, pictures
from handlers.context import Context
from handlers.lookup import argument
from handlers.pictures import UNKNOWN, Chart
from handlers.rendering import CAPTION, Rendered, plain, split

TOLD = {"awards": "list.awarded", "box-office": "list.grossing"}
"""What is answered in words where a chart cannot be drawn."""


async def show(update: Update, context: Context) -> None:
    """The chart that is named behind the command, else the first; the others are buttons."""
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    named = argument(context).lower()
    chart = named if named in buttons.CHARTS else buttons.CHARTS[0]
    if not await _send(context, message, chart, language, quote=message.message_id):
        await _tell(context, message, chart, language)


async def turn(update: Update, context: Context) -> None:
    """Another chart in the place of the one that hangs there."""
    query = update.callback_query
    wanted = buttons.CHART.match((query.data if query else None) or "")
    if query is None or query.message is None or wanted is None:
        return
    await buttons.acknowledge(query)
    language, chart = wanted[1], wanted[2]
    at = query.message
    picture = await pictures.of_chart(context, Chart(chart), language)
    if picture is not None and isinstance(at, Message) and at.photo:
        rendered = _rendered(context, chart, language, picture.caption)
        if await hanging.show(context, at, UNKNOWN, rendered, picture):
            return
    if not await _send(context, at, chart, language):
        await _tell(context, at, chart, language)


async def _send(
    context: Context,
    under: MaybeInaccessibleMessage,
    chart: str,
    language: str,
    quote: int | None = None,
) -> bool:
    picture = await pictures.of_chart(context, Chart(chart), language)
    if picture is None:
        return False
    rendered = _rendered(context, chart, language, picture.caption)
    return await delivery.hang(context, under, rendered, picture, quote=quote) is not None


async def _tell(
    context: Context, under: MaybeInaccessibleMessage, chart: str, language: str
) -> None:
    service = context.service
    engine = service.engine
    if chart in TOLD:
        ref = engine.refs.kind(TOLD[chart])
        found = engine.open(ref, today=service.today, language=language)
        lines = [plain(found.lead)] if found else []
    else:
        text = context.say(
            language,
            "chat-stats",
            films=len(engine.base.films),
            people=len(engine.base.people),
            honours=len(engine.base.honours),
        )
        lines = [plain(text)]
    keyboard = buttons.of_charts(chart, language, service.texts)
    await delivery.send(context, under, Rendered(split(lines), keyboard))


def _rendered(context: Context, chart: str, language: str, caption: str) -> Rendered:
    lines = [plain(line) for line in caption.splitlines()]
    keyboard = buttons.of_charts(chart, language, context.service.texts)
    return Rendered(split(lines, CAPTION)[:1], keyboard)
