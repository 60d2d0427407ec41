"""What is known to fail: ``tests/questions/known.yaml``, read and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from tests.asking import Judged

KNOWN = Path(__file__).parent / "questions" / "known.yaml"

Known = dict[str, dict[str, dict[str, str]]]
"""File to question to its entry: verdict, reason, and by hand ``why``."""


def read_known(file: Path = KNOWN) -> Known:
    """What ``known.yaml`` lists; nothing where it does not exist."""
    listed = yaml.safe_load(file.read_text("utf-8")) if file.exists() else None
    return {
        name: {entry.pop("ask"): entry for entry in entries}
        for name, entries in (listed or {}).items()
    }


_HEAD = """\
# Questions that are not answered rightly today, to become fewer.
# Written by `python -m tests.asking known`.
# A question that fails without standing here, or stands here and is answered, fails the test.
# `why`, which is kept, says why it may stay so: needed in seed.*.yaml and scope.yaml.
"""


def write_known(failures: Mapping[str, Sequence[Judged]], file: Path = KNOWN) -> None:
    before = read_known(file)
    parts = [_HEAD]
    for name, found in failures.items():
        if found:
            parts.append(f"\n{name}:\n")
        for judged in found:
            key = judged.question.key
            entry = {"ask": key, "verdict": judged.verdict, "reason": judged.why}
            if why := before.get(name, {}).get(key, {}).get("why"):
                entry["why"] = why
            line = yaml.safe_dump(
                entry, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**6
            )
            parts.append(f"- {line}")
    file.write_text("".join(parts), "utf-8")
