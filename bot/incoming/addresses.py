"""Connections to public addresses alone: a feed must not make the bot look around at home."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable

import httpx

_TRIES = 3
"""So many addresses of a host are tried: the first may be of a network that is not to be had."""
Resolve = Callable[[str, int], Awaitable[list[str]]]
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses written as IPv6 ones for translating networks."""


class ForbiddenAddress(httpx.TransportError):
    """An address that is not fetched from; the message says why, without the address itself."""


async def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host, by the system's resolver."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether anybody's computer could be reached at the address from anywhere."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class PublicTransport(httpx.AsyncBaseTransport):
    """Checks each request, redirects included, and connects to the very address it checked.

    The name is resolved here and not once more by whoever connects: a second answer could be
    another one. The certificate is still checked against the name.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, resolve: Resolve = resolve) -> None:
        self._inner = inner
        self._resolve = resolve

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        if url.scheme != "https":
            raise ForbiddenAddress("only https is fetched", request=request)
        if url.port not in (None, 443):
            raise ForbiddenAddress("only the usual port is fetched from", request=request)
        if url.userinfo:
            raise ForbiddenAddress("an address with a password", request=request)
        try:
            addresses = await self._resolve(url.host, 443)
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(f"no such host: {error}", request=request) from error
        if not addresses or not all(map(is_public, addresses)):
            raise ForbiddenAddress("not a public address", request=request)
        failed: httpx.TransportError | None = None
        for address in addresses[:_TRIES]:
            checked = httpx.Request(
                request.method,
                url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": url.host},
            )
            try:
                return await self._inner.handle_async_request(checked)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed or httpx.ConnectError("no address", request=request)

    async def aclose(self) -> None:
        await self._inner.aclose()
