"""Photos and documents: uploaded, sent again by their file_id, put in the place of others."""

from __future__ import annotations

from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.files import Kind
from bot.sandbox.posting import caption_content, change, send, to_edit
from bot.sandbox.refusal import bad_request
from bot.sandbox.world import World

KINDS: dict[str, Kind] = {"photo": "photo", "document": "document"}


async def send_photo(world: World, call: Call) -> dict[str, Any]:
    return await _send(world, call, "photo")


async def send_document(world: World, call: Call) -> dict[str, Any]:
    return await _send(world, call, "document")


async def edit_media(world: World, call: Call) -> Any:
    """Another picture or file; a text may become one, but not the other way round."""
    message = to_edit(world, call)
    media = call.json("media", "input media")
    if not isinstance(media, dict):
        raise bad_request("can't parse input media JSON object")
    if (kind := KINDS.get(str(media.get("type")))) is None:
        raise bad_request(f'type "{media.get("type")}" is unsupported by the sandbox')
    stored = await world.files.take(call.attached(str(media.get("media") or "")), kind)
    return change(world, call, message, stored.as_content() | caption_content(media))


async def get_file(world: World, call: Call) -> dict[str, Any]:
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    if (stored := world.files.get(call.text("file_id"))) is None:
        raise bad_request("invalid file_id")
    return stored.as_json()


async def _send(world: World, call: Call, kind: Kind) -> dict[str, Any]:
    world.chat_for_bot(call.text("chat_id"))  # before the file is looked at
    caption = caption_content(call)
    stored = await world.files.take(call.file(kind), kind)
    return send(world, call, stored.as_content() | caption)
