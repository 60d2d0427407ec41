"""``make bench``: questions, names, pictures, delivery, accuracy; a quarter of an hour."""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks import accuracy, burst, delivery, drawing, names, speed


def main() -> int:
    argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__).parse_args()
    kept = speed.main()
    sys.stdout.write("\n")
    kept = max(kept, names.main())
    sys.stdout.write("\n")
    kept = max(kept, burst.main())
    sys.stdout.write("\n")
    kept = max(kept, drawing.main())
    sys.stdout.write("\n")
    kept = max(kept, delivery.main())
    sys.stdout.write("\n")
    accuracy.main()
    return kept


if __name__ == "__main__":
    sys.exit(main())
