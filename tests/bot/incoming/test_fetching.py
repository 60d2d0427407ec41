from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from bot.incoming.addresses import PublicTransport
from bot.incoming.fetching import LARGEST, Fetched, FetchError, feed_client, fetch

ADDRESS = "https://kino.kz/rss"
Answer = Callable[[httpx.Request], httpx.Response]


async def resolve(host: str, port: int) -> list[str]:
    return ["93.184.216.34"]


def client(answer: Answer) -> httpx.AsyncClient:
    return feed_client(PublicTransport(httpx.MockTransport(answer), resolve))


class Endless(httpx.AsyncByteStream):
    """A body that never ends, and counts what was taken of it."""

    taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            self.taken += 64_000
            yield b"a" * 64_000


class Silent(httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"<"
        await asyncio.Event().wait()


async def test_validators_are_kept_and_sent_again() -> None:
    asked: list[httpx.Headers] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers)
        if request.headers.get("If-None-Match") == '"1"':
            return httpx.Response(304)
        return httpx.Response(
            200, content=b"feed", headers={"ETag": '"1"', "Last-Modified": "Mon"}
        )

    async with client(answer) as feeds:
        first = await fetch(feeds, ADDRESS)
        again = await fetch(feeds, ADDRESS, first.etag, first.modified)
    assert first == Fetched(b"feed", '"1"', "Mon")
    assert again == Fetched(None, '"1"', "Mon")
    assert "If-None-Match" not in asked[0]
    assert asked[1]["If-Modified-Since"] == "Mon"
    assert asked[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("validator", [b'"' + b"x" * 200 + b'"', '"ә"'.encode(), b'"\xe9"'])
async def test_a_validator_that_could_not_be_sent_back_is_not_kept(validator: bytes) -> None:
    """Else the feed could never be asked again."""

    def answer(request: httpx.Request) -> httpx.Response:
        headers = [(b"ETag", validator), (b"Last-Modified", validator)]
        return httpx.Response(200, content=b"feed", headers=headers)

    async with client(answer) as feeds:
        first = await fetch(feeds, ADDRESS)
        assert first == await fetch(feeds, ADDRESS, first.etag, first.modified) == Fetched(b"feed")


async def test_what_is_too_large_is_not_read_to_its_end() -> None:
    body = Endless()
    async with client(lambda request: httpx.Response(200, stream=body)) as feeds:
        with pytest.raises(FetchError, match="larger than 2 MB"):
            await fetch(feeds, ADDRESS)
    assert body.taken < LARGEST + 200_000


async def test_what_is_compressed_unasked_is_refused() -> None:
    """A few bytes could be gigabytes."""
    zipped = {"Content-Encoding": "gzip"}
    async with client(
        lambda request: httpx.Response(200, stream=Endless(), headers=zipped)
    ) as feeds:
        with pytest.raises(FetchError, match="compressed"):
            await fetch(feeds, ADDRESS)


async def test_who_falls_silent_is_left() -> None:
    async with client(lambda request: httpx.Response(200, stream=Silent())) as feeds:
        with pytest.raises(FetchError, match=r"not there within 0\.01 seconds"):
            await fetch(feeds, ADDRESS, patience=0.01)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda request: httpx.Response(302, headers={"Location": ADDRESS}), "TooManyRedirects"),
        (lambda request: httpx.Response(302, headers={"Location": "http://["}), "https|Invalid"),
        (lambda request: httpx.Response(503), "HTTP 503"),
        (
            lambda request: httpx.Response(302, headers={"Location": "file:///x"}),
            "Unsupported|https",
        ),
    ],
)
async def test_what_goes_wrong_is_one_line(answer: Answer, said: str) -> None:
    async with client(answer) as feeds:
        with pytest.raises(FetchError, match=said) as raised:
            await fetch(feeds, ADDRESS)
    assert "\n" not in str(raised.value)


async def test_a_server_that_cannot_be_reached() -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("", request=request)

    async with client(broken) as feeds:
        with pytest.raises(FetchError, match="ConnectTimeout"):
            await fetch(feeds, ADDRESS)
