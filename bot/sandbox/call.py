"""A call of a method: its parameters, however they were sent, and the files with them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.refusal import Refused, bad_request

LARGEST = 50 * 1024 * 1024  # bytes


def whole(value: Any, default: int = 0) -> int:
    """A number, or the default where it is none."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return default


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes = field(repr=False)
    mime: str = ""


@dataclass
class Call:
    """Parameters arrive as text; objects among them as JSON."""

    method: str
    values: dict[str, str]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def number(self, name: str, default: int = 0) -> int:
        return whole(self.values.get(name), default)

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str, what: str) -> Any:
        """None where it is not given."""
        if not (value := self.text(name)):
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def array(self, name: str, what: str) -> list[Any]:
        found = self.json(name, what)
        if found is None:
            return []
        if not isinstance(found, list):
            raise bad_request(f"expected an Array of {what}")
        return found

    def file(self, name: str) -> Upload | str:
        """What was uploaded, or the address or file_id that stands there instead."""
        if name in self.files:
            return self.files[name]
        return self.attached(self.text(name))

    def attached(self, value: str) -> Upload | str:
        """``attach://name`` points to a file of the same call."""
        return self.files.get(value.removeprefix("attach://"), value)


async def read_call(method: str, request: Request) -> Call:
    """From the address, a form, a multipart form or JSON."""
    values: dict[str, str] = dict(request.query_params)
    files: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json":
        values |= _from_json(await request.body())
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form(max_part_size=LARGEST) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = await _read(value)
                else:
                    values[name] = value
    if sum(len(file.content) for file in files.values()) > LARGEST:
        raise Refused(413, "Request Entity Too Large")
    return Call(method, values, files)


def _from_json(body: bytes) -> dict[str, str]:
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(given, dict):
        raise bad_request("object expected")
    return as_parameters(given)


def as_parameters(given: dict[str, Any]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in given.items()
        if value is not None
    }


async def _read(upload: UploadFile) -> Upload:
    return Upload(upload.filename or "file", await upload.read(), upload.content_type or "")
