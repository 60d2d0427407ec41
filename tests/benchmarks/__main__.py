"""``make bench``: questions, names, pictures, delivery, accuracy; a quarter of an hour."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

PARTS = ("speed", "names", "burst", "drawing", "delivery", "accuracy")


def main() -> int:
    argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__).parse_args()
    kept = 0
    for part in PARTS:
        # Imported when it is its turn: what a question needs of memory is not what Telegram does.
        kept = max(kept, int(import_module(f"tests.benchmarks.{part}").main() or 0))
        sys.stdout.write("\n")
    return kept


if __name__ == "__main__":
    sys.exit(main())
