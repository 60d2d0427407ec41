"""Cards of records: for a title or name alone, a deep link, a button, an inline result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from knowledge.answer import Answer, Entity, Option
from knowledge.answers import card, sections
from knowledge.answers.context import Context
from knowledge.answers.refs import Refs
from knowledge.answers.wording import Wording
from knowledge.factbase.base import FactBase
from knowledge.query import Query
from knowledge.reading.reading import Reading

_FEW = 2
"""So many records an answer may be about to have a button for each; a list has none."""


class Cards:
    """Every film, person and organisation of the base has one."""

    def __init__(self, base: FactBase, wording: Mapping[str, Wording], refs: Refs) -> None:
        self._base = base
        self._wording = wording
        self._refs = refs

    def show(
        self, entity: Entity, *, today: date, language: str, bare: bool = False
    ) -> Answer | None:
        """The card of a record, ``bare`` without buttons; None where there is no such record."""
        records: dict[str, Mapping[str, object]] = {
            "film": self._base.films,
            "person": self._base.people,
            "organisation": self._base.organisations,
        }
        if entity.id not in records.get(entity.kind, ()):
            return None
        return card.answer(self._context(entity, today, language), self._refs, bare=bare)

    def open(self, ref: str, *, today: date, language: str, page: int = 1) -> Answer | None:
        """What a button of a card leads to; None for a reference that means nothing."""
        found = self._refs.read_card(ref)
        if found is None:
            return None
        entity, section = found
        if not section:
            return self.show(entity, today=today, language=language)
        if entity.kind not in card.KINDS:
            return None
        return sections.answer(self._context(entity, today, language, page), section, self._refs)

    def for_chat(self, answer: Answer, *, today: date) -> Answer:
        """A card where the answer tells of one record as such; else with cards to open next."""
        if answer.card or not answer.ref or answer.kind not in ("answer", "unknown"):
            return answer
        query = self._refs.query(answer.ref)
        start = query.start if query and not query.steps else ()
        if len(start) == 1 and answer.asked == card.KINDS.get(start[0].kind):
            shown = self.show(start[0], today=today, language=answer.language)
            if shown is not None:
                return replace(
                    shown, alternatives=answer.alternatives, confidence=answer.confidence
                )
        about = [e for e in dict.fromkeys(answer.entities) if e.kind in card.KINDS]
        if len(about) > _FEW:
            about = [e for e in start if e.kind in card.KINDS][:1]
        word = self._wording[answer.language]
        opened = (Option(word.name(entity), self._refs.card(entity)) for entity in about)
        return replace(answer, options=(*answer.options, *opened))

    def tellable(self) -> list[Entity]:
        """Films of which there is enough to tell for somebody who did not ask for them."""
        return [
            Entity("film", film.id)
            for film in self._base.films.values()
            if film.synopsis and film.directors and film.year
        ]

    def _context(self, entity: Entity, today: date, language: str, page: int = 1) -> Context:
        reading = Reading(card.KINDS[entity.kind], Query((entity,)), language, 1.0)
        return Context(self._base, self._wording[language], today, reading, page)
