"""Too many questions from one person, or in one group: asked once to slow down, then ignored."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from telegram import Chat, Update
from telegram.ext import ApplicationHandlerStop

from bot.conversations import Recent
from handlers import buttons
from handlers.groups import concerns_us

if TYPE_CHECKING:
    from handlers.context import Context

ALLOWED = 8
WITHIN = timedelta(seconds=10)
IN_GROUP = 15
"""A minute: Telegram itself takes 20 messages a minute to a group."""

Verdict = Literal["welcome", "slow down", "ignore"]


@dataclass(slots=True)
class _Pace:
    times: deque[datetime]
    told: bool = False


class FloodGate:
    """Counts what is ignored, too: it calms only when the person does."""

    def __init__(
        self, allowed: int = ALLOWED, within: timedelta = WITHIN, senders: int = 10_000
    ) -> None:
        self._allowed = allowed
        self._within = within
        self._paces: Recent[int, _Pace] = Recent(senders)

    @classmethod
    def of_groups(cls) -> FloodGate:
        """The same for whole groups."""
        return cls(IN_GROUP, timedelta(minutes=1))

    def admit(self, sender: int, now: datetime) -> Verdict:
        pace = self._paces.get(sender)
        if pace is None:
            pace = _Pace(deque(maxlen=self._allowed + 1))
            self._paces.put(sender, pace)
        pace.times.append(now)
        if len(pace.times) <= self._allowed or now - pace.times[0] >= self._within:
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
    sent = _sent_at(update, context)
    verdict = context.service.flood.admit(person.id, sent)
    chat = update.effective_chat
    if verdict == "welcome" and chat and chat.type in (Chat.GROUP, Chat.SUPERGROUP):
        verdict = context.service.group_flood.admit(chat.id, sent)
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
