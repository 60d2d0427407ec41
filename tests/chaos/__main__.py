"""``make chaos``: 10,000 subscribers, 20 kills; its figures go into docs/delivery.md."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.chaos.chaos import Report, run

DOCUMENT = Path(__file__).parents[2] / "docs" / "delivery.md"
BEGIN, END = "<!-- `make chaos` writes from here -->\n", "<!-- to here -->\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--subscribers", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2026)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(run(Path(folder), given.subscribers, given.kills, given.seed))
    told = tell(report)
    sys.stdout.write(told)
    before, rest = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    DOCUMENT.write_text(before + BEGIN + told + END + after, encoding="utf-8")
    return any(count.lost or count.unmarked or count.other for count in report.counts.values())


def tell(report: Report) -> str:
    """As Markdown."""
    names = {"reminder": "may repeat", "notice": "may not repeat"}
    lines = [
        f"{report.subscribers:,} subscribers, two items for each, seed {report.seed}: "
        f"{report.calls:,} calls, {report.kills} times kill -9, {report.floods} floods (429), "
        f"{report.faults} other faults, {report.seconds:.0f} s.\n",
        "| Item | rows | sent | lost | unconfirmed | duplicated | late | chat gone | failed"
        " | in flight at the kills |",
        "| --- |" + " ---: |" * 9,
    ]
    lines += [
        f"| {names[count.kind]} | {count.rows:,} | {count.sent:,} | {count.lost} "
        f"| {count.unconfirmed} | {count.duplicated} | {count.late} | {count.dead} "
        f"| {count.failed} | {count.in_flight} |"
        for count in report.counts.values()
    ]
    marked = "Every second message said that it was one."
    unmarked = sum(count.unmarked for count in report.counts.values())
    lines.append(
        "\n" + (f"{unmarked} did not say that they were a repeat." if unmarked else marked)
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
