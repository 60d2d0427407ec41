"""The compiled form of the facts: one file that loads in a blink, valid for exactly one content.

It is only a copy. Whatever is wrong with it, the YAML is read instead and the copy written anew.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from knowledge import records
from knowledge.records import Facts

NAME = ".compiled.msgpack"
_DIGEST = hashlib.sha256().digest_size


def key(directory: Path) -> bytes:
    """What the compiled form depends on: the schema, and name and content of every YAML file."""
    whole = hashlib.sha256(Path(records.__file__).read_bytes())
    for file in sorted(directory.rglob("*.yaml")):
        content = file.read_bytes()
        whole.update(f"\n{file.relative_to(directory).as_posix()} {len(content)}\n".encode())
        whole.update(content)
    return whole.digest()


def load(directory: Path, key: bytes) -> Facts | None:
    """The facts compiled under this key, or nothing where there is no sound copy of them."""
    for file in _places(directory):
        try:
            content = file.read_bytes()
        except OSError:
            continue
        stored, checksum = content[:_DIGEST], content[_DIGEST : 2 * _DIGEST]
        payload = content[2 * _DIGEST :]
        if stored != key or hashlib.sha256(payload).digest() != checksum:
            continue
        with contextlib.suppress(msgspec.DecodeError), _without_collection():
            return msgspec.msgpack.decode(payload, type=Facts)
    return None


def save(directory: Path, key: bytes, facts: Facts) -> Path | None:
    """Write the copy beside the facts, or else into the user's cache; tell where, if anywhere."""
    payload = msgspec.msgpack.encode(facts)
    content = key + hashlib.sha256(payload).digest() + payload
    for file in _places(directory):
        with contextlib.suppress(OSError):
            _write(file, content)
            return file
    return None


def _places(directory: Path) -> Iterator[Path]:
    yield directory / NAME
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    name = hashlib.sha256(str(directory.resolve()).encode()).hexdigest()[:16]
    yield Path(home) / "qazaq-kino" / f"facts-{name}.msgpack"


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
def _without_collection() -> Iterator[None]:
    """Decoding makes a hundred thousand objects that all stay: looking for garbage is wasted."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
