"""What no base of films knows: said plainly, with what can be asked instead."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answer import Answer
from knowledge.answers.context import Context


def answer(ctx: Context) -> Answer:
    """A refusal that names the film or person, where one was asked about."""
    start = ctx.query.start[:1]
    plain = Answer(
        "unknown",
        ctx.word.language,
        ctx.say("unknown"),
        (ctx.say("examples"),),
        asked=ctx.reading.kind,
        confidence=ctx.reading.confidence,
    )
    if not start:
        return plain
    (about,) = start
    if about.kind == "person":
        lead = ctx.say("unknown-near-person", name=ctx.word.person(about.id))
    else:
        lead = ctx.say("unknown-near", name=ctx.word.film(ctx.base.films[about.id]))
    return replace(plain, lead=lead, lines=(), entities=start)
