"""The chart of a name."""

from __future__ import annotations

from typing import TypeAlias

from knowledge.answers.wording import Wording
from knowledge.figures.honours import Honours, honours
from knowledge.figures.takings import BoxOffice, box_office
from knowledge.figures.timeline import Timeline, timeline
from knowledge.figures.years import Years, years

Chart: TypeAlias = Timeline | Years | Honours | BoxOffice

OF_BASE = {"years": years, "awards": honours, "box-office": box_office}


def chart_of(word: Wording, name: str, about: str = "") -> Chart | None:
    """``timeline`` of the person ``about``, or a chart of the whole base; None for no content."""
    if name == "timeline":
        person = word.base.people.get(about)
        return timeline(word, person) if person else None
    return OF_BASE[name](word) if name in OF_BASE else None
