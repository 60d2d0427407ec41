"""What may answer in place of a winner of which the base knows nothing."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Entity
from knowledge.deciding.contest import Candidate
from knowledge.deciding.found import Found
from knowledge.factbase.base import FactBase
from knowledge.query import denotes
from knowledge.reading.reading import Reading

SECOND = 0.25
"""From here on the next reading answers where the winner knows nothing."""

TOLD = 0.3
"""So much of a written answer's own question must be asked to tell what the record lacks."""

AFTER_ALL, AFTER_ALL_ASKED = 0.25, 0.5
"""How likely a written answer must be, and how much of its own question must be asked, where
nothing else would be answered."""

ALONE, ALONE_ASKED, ALONE_COVERED, HALF, RIVAL = 0.08, 0.4, 0.6, 0.5, 0.7
"""The same where the likeliest reading explains at most half of the words, and how likely that
may be."""

LIKELY_TOLD = 0.4
"""How likely a written answer must be in place of an empty list."""

LINKS = ("film.watch", "film.trailer")
"""No written answer has a link."""
_ANY_TIME = ("soon", "now")
"""Times that may be left out; "last week" is another question without."""
_SORTS = (
    "genre", "type", "country", "language", "place", "result", "abroad", "about", "adapted",
    "directed_by",
)  # fmt: skip
"""Filters that say what films a list is of."""
_YES_NO = ("award.yesno", "person.did")


def lacks(base: FactBase, reading: Reading) -> bool:
    """Whether the record surely lacks what is asked of it, or a list would be empty."""
    signs = reading.signs
    if reading.kind.startswith("list.") and not signs.derived:
        return not denotes(base, reading.query)
    return not signs.known and not signs.derived and reading.kind not in LINKS


def may_lack(reading: Reading) -> bool:
    """Whether what the records lack of it may be told all the same; of a film all is recorded."""
    return reading.kind.startswith(("award", "list", "premiere", "org"))


def tells(candidate: Candidate, best: Reading) -> bool:
    """Whether this is a written answer to the question itself, and not only about the same.

    Where a list of films would be empty, it need not be about anything that is named.
    """
    found = candidate.found
    likely = candidate.chance >= LIKELY_TOLD and not candidate.elsewhere
    empty = best.kind.startswith("list.") and likely
    return bool(
        found
        and candidate.chance >= 0.2
        and (candidate.values["shared"] or empty)
        and found.matched >= TOLD
        and found.covered_words >= 0.4
    )


def told_after_all(contest: Sequence[Candidate]) -> Candidate | None:
    """A written answer that is better than none: its words were said, only not all explained.

    A film that is not ours is no reason to tell of ours.
    """
    if any(c.reading and c.reading.missing == "decoy" for c in contest):
        return None
    alone = bool(contest) and contest[0].chance <= RIVAL
    return next((c for c in contest if c.found and _said(c, c.found, alone)), None)


def _said(candidate: Candidate, found: Found, alone: bool) -> bool:
    if found.alike < AFTER_ALL_ASKED or candidate.elsewhere:
        return False  # of another country's films other things are told
    if candidate.chance >= AFTER_ALL and found.matched >= AFTER_ALL_ASKED:
        return True
    signs = candidate.values
    return (
        alone
        and candidate.chance >= ALONE
        and found.matched >= ALONE_ASKED
        and found.covered >= ALONE_COVERED
        and found.sort >= 0
        and signs["rival_explained"] <= HALF
        and not signs["rival_missing"]
    )


def _subjects(reading: Reading) -> set[Entity]:
    """Whom it is about; whether X won at Cannes is not told by who else did."""
    return {entity for entity in reading.query.start if entity.kind != "organisation"}


def _covered(reading: Reading) -> set[int]:
    """The places of what is named: the next reading must not leave a name out."""
    return {
        at
        for mention in reading.mentions
        if mention.kind not in ("occupation", "genre", "type", "country")
        and mention.ids[0] not in _ANY_TIME
        for at in range(mention.start, mention.end)
    }


def _of_fewer(best: Reading, other: Reading) -> bool:
    """Whether other people are listed: somebody who was born elsewhere is no answer."""
    kept, asked = set(other.query.filters), set(best.query.filters)
    return best.kind == "list.people" == other.kind and kept < asked


def _drops(best: Reading, other: Reading) -> bool:
    """Whether a list would be of more than was asked for: that none fits says more."""
    if not best.kind.startswith(("list.", "award.")):
        return False
    kept = {test.field for test in other.query.filters}
    kept |= {"maker"} if any(e.kind == "person" for e in other.query.start) else set()
    kept |= (
        {"event", "studio"} if any(e.kind == "organisation" for e in other.query.start) else set()
    )
    same = kept | ({"genre", "type"} if kept & {"genre", "type"} else set())
    return not {test.field for test in best.query.filters if test.field in _SORTS} <= same


def stands_in(second: Candidate, best: Reading) -> bool:
    """Whether the next reading is likely enough, and leaves nothing out that is named."""
    other = second.reading
    return bool(
        other
        and second.chance >= SECOND
        and _covered(other) >= _covered(best)
        and not (_of_fewer(best, other) or _drops(best, other))
        and (other.carried or not best.carried)  # "and in 2008?" is not asked of all films
        and (best.kind not in _YES_NO or _subjects(other) >= _subjects(best))
    )
