"""``check``: everything that is wrong, in the facts and in the three languages."""

from __future__ import annotations

from pathlib import Path

from knowledge.factbase.checking import check
from knowledge.factbase.lines import Fault
from knowledge.factbase.loading import FACTS
from knowledge.factbase.parity import check_languages


def find_faults(folder: Path | None = None) -> list[Fault]:
    """Faults with paths as they are typed from here: a click in a terminal opens the line."""
    faults = [*check(folder or FACTS), *check_languages()]
    return [fault._replace(file=_from_here(fault.file)) for fault in faults]


def _from_here(file: Path) -> Path:
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
