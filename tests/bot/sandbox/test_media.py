"""Photos and documents: uploads, file_id, download, and putting one in the place of another."""

from __future__ import annotations

import io
import struct

import pytest
from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import BadRequest

from bot.sandbox.call import Upload
from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import serve
from bot.sandbox.world.files import download
from bot.sandbox.world.pictures import size_of, why_no_photo
from bot.sandbox.world.world import World
from tests.bot.sandbox.conftest import PNG, Api, Control, png


async def test_a_photo_goes_up_and_comes_down(bot: Bot, aru: int) -> None:
    sent = await bot.send_photo(aru, png(1200, 630), caption="<b>Томирис</b>", parse_mode="HTML")
    assert sent.caption_html == "<b>Томирис</b>"
    small, large = sent.photo
    assert (large.width, large.height) == (1200, 630)
    assert (small.width, small.height) == (320, 168)
    file = await bot.get_file(large.file_id)
    assert bytes(await file.download_as_bytearray()) == png(1200, 630)


async def test_a_file_id_sends_it_again(bot: Bot, aru: int) -> None:
    first = await bot.send_photo(aru, PNG)
    again = await bot.send_photo(aru, first.photo[-1].file_id)
    assert again.photo == first.photo
    with pytest.raises(BadRequest, match=r"(?i)can't use file of type Photo as Document"):
        await bot.send_document(aru, first.photo[-1].file_id)
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(aru, "AgACAgInothing")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("nothing")


async def test_a_document(bot: Bot, aru: int) -> None:
    table = InputFile(io.BytesIO(b"a,b\n"), "фильмы.csv")
    sent = await bot.send_document(aru, table, caption="table")
    assert sent.document
    assert sent.document.file_name == "фильмы.csv"
    assert sent.document.mime_type == "text/csv"
    assert sent.document.file_size == 4


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no picture", "image_process_failed"),
        (png(9000, 2000), "photo_invalid_dimensions"),
        (png(100, 2001), "photo_invalid_dimensions"),
    ],
)
async def test_what_is_no_photo(bot: Bot, aru: int, content: bytes, why: str) -> None:
    with pytest.raises(BadRequest, match=rf"(?i){why}"):
        await bot.send_photo(aru, content)


async def test_no_photo_at_all(api: Api, aru: int) -> None:
    why = await api.why("sendPhoto", chat_id=aru)
    assert why == "Bad Request: there is no photo in the request"


async def test_captions_have_their_length(bot: Bot, aru: int) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(aru, PNG, caption="a" * 1025)


async def test_another_photo_in_its_place(bot: Bot, aru: int) -> None:
    text = await bot.send_message(aru, "loading")
    card = InputMediaPhoto(png(10, 10), caption="card")
    edited = await bot.edit_message_media(card, aru, text.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.caption) == (None, "card")
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_media(card, aru, text.message_id)
    assert await bot.edit_message_caption(aru, text.message_id, caption="other")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", aru, text.message_id)
    plain = await bot.send_message(aru, "plain")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(aru, plain.message_id, caption="x")


async def test_an_album(bot: Bot, aru: int, api: Api) -> None:
    pictures = [InputMediaPhoto(png(10, 10), caption="first"), InputMediaPhoto(PNG)]
    first, second = await bot.send_media_group(aru, pictures)
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.photo[-1].width) == ("first", 2)
    for count, why in ((0, "no messages to send"), (11, "too many messages")):
        assert why in await api.why("sendMediaGroup", chat_id=aru, media=[{}] * count)
    broken = [{"type": "photo", "media": first.photo[-1].file_id}, {"type": "sticker"}]
    assert "unsupported" in await api.why("sendMediaGroup", chat_id=aru, media=broken)


async def test_an_address_is_fetched(world: World, bot: Bot, aru: int) -> None:
    async def fetch(url: str) -> Upload:
        if url.endswith("gone.png"):
            raise bad_request("failed to get HTTP URL content")
        return Upload("poster.png", PNG, "image/png")

    world.files._fetch = fetch
    sent = await bot.send_photo(aru, "https://kino.kz/poster.png")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (2, 3)
    with pytest.raises(BadRequest, match=r"(?i)failed to get HTTP URL content"):
        await bot.send_photo(aru, "https://kino.kz/gone.png")


async def test_a_person_sends_a_picture(aru: int, api: Api, control: Control) -> None:
    await api.updates()
    files = {"file": ("a.png", PNG, "image/png")}
    path = f"/control/chats/{aru}/files"
    answer = await api.client.post(path, files=files, data={"text": "what film is it?"})
    assert answer.json()["ok"]
    (message,) = await api.updates("message")
    assert message["caption"] == "what film is it?"
    seen = await api.client.get(f"/control/files/{message['photo'][-1]['file_id']}")
    assert (seen.content, seen.headers["content-type"]) == (PNG, "image/png")


async def test_a_document_is_taken_away_and_not_shown(bot: Bot, aru: int, api: Api) -> None:
    """What stands in it would have a say on the page."""
    sent = await bot.send_document(aru, b"<script>alert(1)</script>", filename="a.html")
    assert sent.document
    taken = await api.client.get(f"/control/files/{sent.document.file_id}")
    assert taken.headers["content-disposition"] == "attachment"
    assert taken.headers["x-content-type-options"] == "nosniff"


async def test_a_picture_that_calls_itself_a_page_is_none(aru: int, api: Api) -> None:
    files = {"file": ("a.png", PNG, "text/html")}
    answer = await api.client.post(f"/control/chats/{aru}/files", files=files)
    photo = answer.json()["result"]["photo"][-1]
    taken = await api.client.get(f"/control/files/{photo['file_id']}")
    assert taken.headers["content-disposition"] == "attachment"


async def test_downloads_need_the_token(api: Api) -> None:
    assert (await api.client.get("/file/bot1:x/photos/a")).status_code == 401
    assert (await api.client.get("/control/files/nothing")).status_code == 404


def test_sizes_of_pictures() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 630, 1200)
    assert size_of(jpeg) == (1200, 630)
    assert size_of(b"GIF89a" + struct.pack("<HH", 5, 6)) == (5, 6)
    webp = b"RIFF....WEBP"
    assert size_of(webp + b"VP8X" + bytes(8) + b"\x04\0\0\x05\0\0") == (5, 6)
    assert size_of(webp + b"VP8L" + bytes(5) + (4 | 5 << 14).to_bytes(4, "little")) == (5, 6)
    assert size_of(webp + b"VP8 " + bytes(10) + struct.pack("<HH", 5, 6)) == (5, 6)
    assert size_of(b"\x89PNG\r\n\x1a\n") is None
    assert size_of(b"\xff\xd8\xff") is None
    assert why_no_photo(png(20, 400)) == ""


async def test_an_address_is_fetched_from_where_it_is() -> None:
    sandbox = Sandbox()
    async with serve(sandbox) as address:
        photo = sandbox.world.files.put(Upload("a.png", PNG, "image/png"), "photo")
        fetched = await download(f"{address.page}control/files/{photo.id}")
        assert (fetched.content, fetched.mime) == (PNG, "image/png")
        with pytest.raises(Refused, match="failed to get HTTP URL content"):
            await download(f"{address.page}control/files/nothing")
    for nowhere in (address.page, "http://[/"):
        with pytest.raises(Refused, match="failed to get HTTP URL content"):
            await download(nowhere)
