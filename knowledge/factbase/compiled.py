"""Compiled forms of facts and words: files that load in a blink, each valid for one content.

They are only copies. Whatever is wrong with one, it is made again from its sources and written
anew.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from knowledge.factbase import records
from knowledge.factbase.records import Facts

T = TypeVar("T")

NAME = ".compiled.msgpack"
_DIGEST = hashlib.sha256().digest_size
_SELDOM = (20_000, 20, 20)
"""New objects that the youngest may count before garbage is looked for, and the older ones."""


def key(directory: Path) -> bytes:
    """What the compiled form depends on: the schema, and name and content of every YAML file."""
    whole = hashlib.sha256(Path(records.__file__).read_bytes())
    for file in sorted(directory.rglob("*.yaml")):
        content = file.read_bytes()
        whole.update(f"\n{file.relative_to(directory).as_posix()} {len(content)}\n".encode())
        whole.update(content)
    return whole.digest()


def program(package: Path) -> bytes:
    """What everything else depends on besides the facts: the code, and how people ask."""
    folders = ("*.py", "*/*.py", "*.yaml", "language/*/*.yaml")
    files = sorted(file for each in folders for file in package.glob(each))
    named = ((bytes(file.relative_to(package)), file.read_bytes()) for file in files)
    return digest(*(part for each in named for part in each))


def digest(*parts: bytes) -> bytes:
    """What a compiled form depends on that is made of these parts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(f"{len(part)}\n".encode())
        whole.update(part)
    return whole.digest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder in which compiled forms stand that depend on what has this key.

    Without a folder nothing is kept.
    """

    directory: Path | None = None
    key: bytes = b""

    def kept(self, name: str, kind: type[T], make: Callable[[], T], *more: bytes) -> T:
        """What was compiled under this name, or else is made now and kept.

        ``more`` is what it depends on besides.
        """
        if self.directory is None:
            return make()
        name, key = f".compiled.{name}", digest(self.key, *more)
        found = _load(self.directory, name, key, kind)
        if found is None:
            found = make()
            _save(self.directory, name, key, found)
        return found


NOT_KEPT = Shelf()


def load(directory: Path, key: bytes) -> Facts | None:
    """The facts compiled under this key, or nothing where there is no sound copy of them."""
    return _load(directory, NAME, key, Facts)


def save(directory: Path, key: bytes, facts: Facts) -> Path | None:
    """Write the copy beside the facts, or else into the user's cache; tell where, if anywhere."""
    return _save(directory, NAME, key, facts)


def _load(directory: Path, name: str, key: bytes, kind: type[T]) -> T | None:
    for file in _places(directory, name):
        try:
            content = file.read_bytes()
        except OSError:
            continue
        stored, checksum = content[:_DIGEST], content[_DIGEST : 2 * _DIGEST]
        payload = memoryview(content)[2 * _DIGEST :]
        if stored != key or hashlib.sha256(payload).digest() != checksum:
            continue
        with contextlib.suppress(msgspec.DecodeError), without_collection():
            return msgspec.msgpack.decode(payload, type=kind)
    return None


def _save(directory: Path, name: str, key: bytes, value: object) -> Path | None:
    payload = msgspec.msgpack.encode(value)
    content = key + hashlib.sha256(payload).digest() + payload
    for file in _places(directory, name):
        with contextlib.suppress(OSError):
            _write(file, content)
            return file
    return None


def _places(directory: Path, name: str) -> Iterator[Path]:
    yield directory / name
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    of = hashlib.sha256(str(directory.resolve()).encode()).hexdigest()[:16]
    yield Path(home) / "qazaq-kino" / f"{of}{name}"


def _write(file: Path, content: bytes) -> None:
    """All or nothing: another process sees the old copy or the new one, never half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=NAME)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def without_collection() -> Iterator[None]:
    """Loading makes a hundred thousand objects that all stay: looking for garbage is wasted."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def lasting() -> Iterator[None]:
    """What is loaded here stays: garbage is looked for neither meanwhile nor later among it.

    A full search through all facts and names would hold up one question in a thousand. What a
    question makes is freed without any search, so that one is seldom worth its while.
    """
    gc.unfreeze()  # what was loaded before may have been replaced since
    with without_collection():
        yield
    gc.freeze()
    gc.set_threshold(*_SELDOM)
