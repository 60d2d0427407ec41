"""A short run of what ``make chaos`` does at length."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.chaos import run


async def test_whatever_goes_wrong_nothing_is_lost(tmp_path: Path) -> None:
    report = await run(tmp_path, subscribers=500, kills=3, seed=7)
    assert report.kills == 3
    for count in report.counts.values():
        assert count.rows == 500
        assert count.sent > 450
        assert (count.lost, count.late, count.unmarked, count.other) == (0, 0, 0, 0)
        assert count.dead > 0
    assert report.counts["notice"].duplicated == 0
