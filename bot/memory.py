"""How much memory the program holds."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STATM = Path("/proc/self/statm")


def resident_mb() -> float:
    """Megabytes now; where the system does not tell, the most that it ever was."""
    try:
        pages = int(STATM.read_text("ascii").split()[1])
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024**2 if sys.platform == "darwin" else 1024)
    return pages * resource.getpagesize() / 1024**2
