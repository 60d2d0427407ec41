"""Photos and documents: uploaded, sent again by their file_id, put in the place of others."""

from __future__ import annotations

from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.methods.posting import caption_content, change, send, to_edit
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.files import Kind
from bot.sandbox.world.world import World

KINDS: dict[str, Kind] = {"photo": "photo", "document": "document"}
MOST_IN_ALBUM = 10


async def send_photo(world: World, call: Call) -> dict[str, Any]:
    return await _send(world, call, "photo")


async def send_document(world: World, call: Call) -> dict[str, Any]:
    return await _send(world, call, "document")


async def send_media_group(world: World, call: Call) -> list[dict[str, Any]]:
    """All of them, or, where one cannot be read, none."""
    world.chat_for_bot(call.text("chat_id"))
    album = call.array("media", "InputMedia")
    if not album:
        raise bad_request("there are no messages to send")
    if len(album) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    contents = [await _content(world, call, media) for media in album]
    together = {"media_group_id": str(world.next_id())}
    return [send(world, call, content | together) for content in contents]


async def edit_media(world: World, call: Call) -> Any:
    """Another picture or file; a text may become one, but not the other way round."""
    message = to_edit(world, call)
    return change(
        world, call, message, await _content(world, call, call.json("media", "input media"))
    )


async def get_file(world: World, call: Call) -> dict[str, Any]:
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    if (stored := world.files.get(call.text("file_id"))) is None:
        raise bad_request("invalid file_id")
    return stored.as_json()


async def _content(world: World, call: Call, media: Any) -> dict[str, Any]:
    """What an InputMedia becomes in a message."""
    if not isinstance(media, dict):
        raise bad_request("can't parse input media JSON object")
    if (kind := KINDS.get(str(media.get("type")))) is None:
        raise bad_request(f'type "{media.get("type")}" is unsupported by the sandbox')
    stored = await world.files.take(call.attached(str(media.get("media") or "")), kind)
    return stored.as_content() | caption_content(media)


async def _send(world: World, call: Call, kind: Kind) -> dict[str, Any]:
    world.chat_for_bot(call.text("chat_id"))  # before the file is looked at
    caption = caption_content(call)
    stored = await world.files.take(call.file(kind), kind)
    return send(world, call, stored.as_content() | caption)
