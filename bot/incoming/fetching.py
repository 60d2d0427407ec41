"""Fetches a feed: only if it has changed, not too much of it, not for too long."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import httpx

from bot.incoming.addresses import PublicTransport

LARGEST = 2_000_000
"""Bytes of a feed."""
PATIENCE = 20.0
"""Seconds for all of one feed, redirects included: a server may send a byte now and then."""
_REDIRECTS = 3
_LONGEST = 100
"""Letters of a validator that is worth keeping."""


class FetchError(Exception):
    """The feed could not be had; one line, for the log."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """``body`` is None where nothing has changed since the validators were given."""

    body: bytes | None
    etag: str = ""
    modified: str = ""


def feed_client(transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """A client for public https addresses that takes nothing from the environment."""
    # A connection is never used again: two names may share an address, and the certificate of
    # the second would not be looked at.
    once = httpx.AsyncHTTPTransport(
        trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
    )
    return httpx.AsyncClient(
        transport=transport or PublicTransport(once),
        trust_env=False,
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=httpx.Timeout(10.0),
        # Compressed, a small answer could be a huge one.
        headers={"User-Agent": "qazaq-kino", "Accept-Encoding": "identity"},
    )


async def fetch(
    client: httpx.AsyncClient,
    address: str,
    etag: str = "",
    modified: str = "",
    patience: float = PATIENCE,
) -> Fetched:
    """Get a feed, unless the validators say that it is the one already read."""
    headers = {"If-None-Match": etag, "If-Modified-Since": modified}
    try:
        async with asyncio.timeout(patience):
            return await _fetch(client, address, {k: v for k, v in headers.items() if v})
    except TimeoutError:
        raise FetchError(f"not there within {patience:g} seconds") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise FetchError(
            f"{type(error).__name__}: {said}" if said else type(error).__name__
        ) from None


async def _fetch(client: httpx.AsyncClient, address: str, headers: dict[str, str]) -> Fetched:
    async with client.stream("GET", address, headers=headers) as response:
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return Fetched(
                None, headers.get("If-None-Match", ""), headers.get("If-Modified-Since", "")
            )
        if response.status_code != httpx.codes.OK:
            raise FetchError(f"HTTP {response.status_code}")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise FetchError("compressed, though it was asked not to be")
        body = bytearray()
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > LARGEST:
                raise FetchError(f"larger than {LARGEST // 1_000_000} MB")
        validators = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
        kept = (v if v.isascii() and len(v) <= _LONGEST else "" for v in validators)
        return Fetched(bytes(body), *kept)
