"""What is not text: a kind word, once an album; a caption is a question like any other."""

from __future__ import annotations

from telegram import Message, Update

from handlers.context import Context


async def reply_kindly(update: Update, context: Context) -> None:
    message = update.message
    if message is None or _seen(context, message.media_group_id):
        return
    language = await context.language(update)
    await message.reply_text(context.say(language, f"chat-{_kind(message)}"))


def _kind(message: Message) -> str:
    if message.voice or message.video_note or message.audio:
        return "voice"
    if message.sticker:
        return "sticker"
    if message.photo or message.video or message.animation:
        return "picture"
    return "media"


def _seen(context: Context, album: str | None) -> bool:
    if album is None:
        return False
    albums = context.service.albums
    if albums.get(album):
        return True
    albums.put(album, True)
    return False
