"""Too many questions from one person: asked once to slow down, then ignored until it calms."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.conversations import Recent
from handlers import buttons
from handlers.groups import concerns_us

if TYPE_CHECKING:
    from handlers.context import Context

ALLOWED = 8
WITHIN = timedelta(seconds=10)

Verdict = Literal["welcome", "slow down", "ignore"]


@dataclass(slots=True)
class _Pace:
    times: deque[datetime] = field(default_factory=lambda: deque(maxlen=ALLOWED + 1))
    told: bool = False


class FloodGate:
    """Counts what is ignored, too: it calms only when the person does."""

    def __init__(self, people: int = 10_000) -> None:
        self._paces: Recent[int, _Pace] = Recent(people)

    def admit(self, person: int, now: datetime) -> Verdict:
        pace = self._paces.get(person)
        if pace is None:
            pace = _Pace()
            self._paces.put(person, pace)
        pace.times.append(now)
        if len(pace.times) <= ALLOWED or now - pace.times[0] >= WITHIN:
            pace.told = False
            return "welcome"
        if pace.told:
            return "ignore"
        pace.told = True
        return "slow down"


async def hold_off(update: Update, context: Context) -> None:
    """Before all handlers: stops an update that comes too fast."""
    person = update.effective_sender
    if person is None or not concerns_us(update):
        return
    verdict = context.service.flood.admit(person.id, _sent_at(update, context))
    if verdict == "welcome":
        return
    query, message = update.callback_query, update.effective_message
    if verdict == "slow down":
        text = context.say(await context.language(update), "chat-flood")
        if query:
            await buttons.acknowledge(query, text)
        elif message:
            await message.reply_text(text)
    elif query:
        await buttons.acknowledge(query)
    raise ApplicationHandlerStop


def _sent_at(update: Update, context: Context) -> datetime:
    """When it was sent, not when it arrived: what queued up while we were away is no flood."""
    message = update.message or update.edited_message
    if message is None:
        return context.service.clock()
    return message.edit_date or message.date
