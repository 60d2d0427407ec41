"""Small talk: short, friendly, and always with what can be asked."""

from __future__ import annotations

from knowledge.answer import Answer
from knowledge.answers.context import Context


def answer(ctx: Context) -> Answer:
    key = ctx.reading.kind.replace(".", "-")
    lines = (
        [ctx.say("examples")]
        if ctx.reading.kind in ("talk.help", "talk.greeting", "talk.who")
        else []
    )
    return Answer(
        "talk",
        ctx.word.language,
        ctx.say(key),
        tuple(lines),
        asked=ctx.reading.kind,
        confidence=ctx.reading.confidence,
    )
