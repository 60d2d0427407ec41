"""Thumbs up and down under answers: counted by kind of question, without who gave them."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import ReactionType, ReactionTypeEmoji, Update

from handlers.context import Context

UP, DOWN = "\N{THUMBS UP SIGN}", "\N{THUMBS DOWN SIGN}"


async def count(update: Update, context: Context) -> None:
    """What was added counts, what was taken back no longer does."""
    reaction = update.message_reaction
    if reaction is None:
        return
    reply = context.service.replies.get((reaction.chat.id, reaction.message_id))
    if reply is None or reaction.message_id not in reply.messages:
        return  # on somebody's question, or on an answer of long ago
    before, after = _emoji(reaction.old_reaction), _emoji(reaction.new_reaction)
    up, down = ((emoji in after) - (emoji in before) for emoji in (UP, DOWN))
    if up or down:
        await context.service.count_votes(reply.answer.asked or reply.answer.kind, up, down)


def _emoji(reactions: Iterable[ReactionType]) -> frozenset[str]:
    return frozenset(r.emoji for r in reactions if isinstance(r, ReactionTypeEmoji))
