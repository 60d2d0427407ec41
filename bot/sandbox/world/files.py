"""Files that were sent, kept under their file_id."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import urlsplit

import httpx

from bot.sandbox.call import Upload
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.pictures import size_of, why_no_photo

Kind = Literal["photo", "document"]
Fetch = Callable[[str], Awaitable[Upload]]

PREFIXES: dict[str, str] = {"photo": "AgACAgI", "document": "BQACAgI"}
FETCHED_AT_MOST = 20 * 1024 * 1024  # bytes
FETCHING = 5.0  # seconds
THUMBNAIL = 320  # pixels


@dataclass(frozen=True)
class StoredFile:
    id: str
    unique_id: str
    path: str
    kind: Kind
    name: str
    mime: str
    content: bytes = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """A File, as getFile tells it."""
        return self._identity | {"file_path": self.path}

    def as_content(self) -> dict[str, Any]:
        """How a message carries it."""
        if self.kind == "document":
            details = {"file_name": self.name, "mime_type": self.mime}
            return {"document": self._identity | details}
        width, height = size_of(self.content) or (0, 0)
        largest = self._identity | {"width": width, "height": height}
        shrink = THUMBNAIL / max(width, height, THUMBNAIL)
        small = largest | {"width": round(width * shrink), "height": round(height * shrink)}
        return {"photo": [small, largest] if shrink < 1 else [largest]}

    @property
    def _identity(self) -> dict[str, Any]:
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class Files:
    def __init__(self, fetch: Fetch | None = None) -> None:
        self._fetch = fetch or download
        self._by_id: dict[str, StoredFile] = {}

    def put(self, upload: Upload, kind: Kind) -> StoredFile:
        """Keep it; Refused where a photo is none. The same content keeps its file_id."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if kind == "photo" and (why := why_no_photo(upload.content)):
            raise bad_request(why)
        digest = hashlib.sha256(upload.content + upload.name.encode()).hexdigest()
        file_id = f"{PREFIXES[kind]}{digest[:48]}"
        suffix = PurePosixPath(upload.name).suffix.lower()
        stored = StoredFile(
            id=file_id,
            unique_id=f"AQAD{digest[:12]}",
            path=f"{kind}s/{digest[:16]}{suffix}",
            kind=kind,
            name=upload.name,
            mime=upload.mime or mimetypes.guess_type(upload.name)[0] or "application/octet-stream",
            content=upload.content,
        )
        self._by_id[file_id] = stored
        return stored

    async def take(self, given: Upload | str, kind: Kind) -> StoredFile:
        """What a bot sends: an upload, a file_id, or an address that Telegram fetches."""
        if isinstance(given, Upload):
            return self.put(given, kind)
        if not given:
            raise bad_request(f"there is no {kind} in the request")
        if given.startswith(("http://", "https://")):
            return self.put(await self._fetch(given), kind)
        stored = self._by_id.get(given)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.path == path), None)


async def download(url: str) -> Upload:
    """As Telegram's servers do when a bot names an address."""
    failed = bad_request("failed to get HTTP URL content")
    try:
        async with httpx.AsyncClient(timeout=FETCHING, follow_redirects=True) as client:
            answer = await client.get(url)
    except (httpx.HTTPError, httpx.InvalidURL):
        raise failed from None
    if not answer.is_success or len(answer.content) > FETCHED_AT_MOST:
        raise failed
    name = PurePosixPath(urlsplit(url).path).name or "file"
    return Upload(name, answer.content, answer.headers.get("content-type", "").partition(";")[0])
