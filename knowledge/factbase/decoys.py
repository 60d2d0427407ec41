"""Foreign titles and names that look like ours, so that a question about them is known as such."""

from __future__ import annotations

from importlib import resources

from knowledge.spelling.spelling import fold


def read_decoys() -> list[tuple[str, ...]]:
    """Foreign titles and names that look like ours; a person also by the surname alone."""
    import yaml

    path = resources.files("knowledge") / "decoys.yaml"
    found = []
    for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader):  # noqa: S506
        names = [entry.get("en"), entry.get("ru"), entry.get("kk"), *entry.get("also", ())]
        names = [name for name in names if name and len("".join(fold(name))) > 2]
        if entry["kind"] == "person":
            names += [last for name in names if len(last := name.split()[-1]) >= 6]
        found.append(tuple(dict.fromkeys(names)))
    return found
