"""One module per family of questions; ``respond`` finds the one for a reading."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer
from knowledge.answers import award, beyond, film, lists, person, premiere, talk, together, written
from knowledge.answers.context import Context
from knowledge.answers.programme import JOINED, with_programme

_FAMILIES: dict[str, Callable[[Context], Answer]] = {
    "film": film.answer,
    "person": person.answer,
    "award": award.answer,
    "premiere": premiere.answer,
    "list": lists.answer,
    "news": written.news,
    "org": written.organisation,
    "talk": talk.answer,
    "beyond": beyond.answer,
}
_OWN: dict[str, Callable[[Context], Answer]] = {
    "film.awards": award.answer,
    "film.oscar": award.answer,
    "person.together": together.answer,
    "person.role": together.roles,
}


def respond(ctx: Context) -> Answer:
    """The answer to what was read."""
    kind = ctx.reading.kind
    answer = (_OWN.get(kind) or _FAMILIES[kind.partition(".")[0]])(ctx)
    return with_programme(ctx, answer) if kind in JOINED and ctx.page == 1 else answer
