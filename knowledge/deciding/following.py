"""More, yes, no, not that: texts that ask nothing of their own and lean on the last answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answer import Answer, Conversation
from knowledge.asking.asking import Asking
from knowledge.deciding.decision import Decision
from knowledge.reading.reading import Reading
from knowledge.spelling.lexicon import Hit

if TYPE_CHECKING:
    from knowledge.engine import Engine


def follow(
    best: Reading, before: Conversation, spoken: str, *, neither: bool = False
) -> Decision | None:
    """What to do about such a text; None where there is nothing to follow.

    ``neither``: a "no" is said to all that was offered.
    """
    match best.kind:
        case "follow.no" | "follow.other" if before.options and neither:
            films = all(e.kind == "film" for e in before.entities[: len(before.options)])
            key = "film" if films else "other"
            return Decision("clarify", spoken, text=f"ask-missing-{key}", asked=best.kind)
        case "follow.more" | "follow.other" if before.ref and (
            best.kind == "follow.more" or before.asked == "list.recommend"
        ):
            if before.page >= before.pages:
                return Decision("unknown", spoken, text="no-more", asked="follow.more")
            return Decision(
                "answer", spoken, again=before.ref, page=before.page + 1, asked="follow.more"
            )
        case "follow.yes" if before.options:
            return Decision("answer", spoken, again=before.options[0].ref)
        case "follow.yes" if before.page < before.pages:
            return Decision(
                "answer", spoken, again=before.ref, page=before.page + 1, asked=best.kind
            )
        case "follow.no" | "follow.other" if len(before.options) == 2:
            return Decision("answer", spoken, again=before.options[1].ref)
        case "follow.no" | "follow.other" if before.options or before.others:
            return Decision(
                "clarify",
                spoken,
                text="ask-did-you-mean",
                options=before.others or before.options[1:],
                asked=best.kind,
            )
    return None


def chosen(asking: Asking, hits: Sequence[Sequence[Hit]], before: Conversation) -> str:
    """The button that "the second one" presses; "" where no such thing is said."""
    numbers = [
        asking.words.ordinals[hit.word]
        for found in hits
        for hit in found[:4]
        if hit.similarity >= 0.95 and hit.word in asking.words.ordinals
    ][:1]
    light = asking.words.function | asking.words.filler
    others = [f for f in hits if not any(h.word in asking.words.ordinals for h in f[:4])]
    if not numbers or numbers[0] > len(before.options):
        return ""
    if any(f[0].word not in light and not asking.says("part", [f]) for f in others if f):
        return ""
    return before.options[numbers[0] - 1].ref


def resumed(engine: Engine, decision: Decision, today: date) -> Answer | None:
    """The answer that a text leads back to, or its next page."""
    found = engine.open(
        decision.again, today=today, language=decision.language, page=decision.page
    )
    return replace(found, asked=decision.asked) if found and decision.asked else found
