from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming.addresses import ForbiddenAddress, PublicTransport, is_public

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize(
    "address",
    [PUBLIC, "8.8.8.8", "2606:4700:4700::1111", f"::ffff:{PUBLIC}", f"64:ff9b::{PUBLIC}"],
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:db8::1", "", "localhost",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.fuzz
@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_nothing_private_passes(address: object) -> None:
    assert not is_public(str(address))


def client(
    names: dict[str, list[str]], seen: list[httpx.Request], **hops: str
) -> httpx.AsyncClient:
    """``hops``: host with underscores to where it redirects."""

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        goal = hops.get(request.headers["Host"].replace(".", "_"))
        return httpx.Response(302, headers={"Location": goal}) if goal else httpx.Response(200)

    async def resolve(host: str, port: int) -> list[str]:
        if host not in names:
            raise OSError("no such name")
        return names[host]

    transport = PublicTransport(httpx.MockTransport(answer), resolve)
    return httpx.AsyncClient(transport=transport, follow_redirects=True, max_redirects=3)


async def test_it_connects_to_the_address_that_was_checked() -> None:
    """Whoever answers the name differently a moment later is not asked again."""
    seen: list[httpx.Request] = []
    async with client({"kino.kz": [PUBLIC]}, seen) as feeds:
        response = await feeds.get("https://kino.kz/rss?a=1")
    assert str(seen[0].url) == f"https://{PUBLIC}/rss?a=1"
    assert seen[0].headers["Host"] == "kino.kz"
    assert seen[0].extensions["sni_hostname"] == "kino.kz", "the certificate's name"
    assert str(response.url) == "https://kino.kz/rss?a=1"


@pytest.mark.parametrize(
    "addresses", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:192.168.1.1"], []]
)
async def test_a_name_that_leads_home_is_refused(addresses: list[str]) -> None:
    seen: list[httpx.Request] = []
    async with client({"kino.kz": addresses}, seen) as feeds:
        with pytest.raises(ForbiddenAddress, match="not a public address"):
            await feeds.get("https://kino.kz/")
    assert seen == []


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        ("https://home.kz/", "not a public address"),
        ("http://kino.kz/plain", "only https"),
        ("https://kino.kz:8443/", "usual port"),
        ("https://[::1]/", "not a public address"),
        ("https://127.0.0.1/", "not a public address"),
        ("https://user:secret@kino.kz/", "password"),
    ],
)
async def test_every_hop_is_checked(goal: str, reason: str) -> None:
    seen: list[httpx.Request] = []
    names = {
        "kino.kz": [PUBLIC],
        "home.kz": ["10.0.0.1"],
        "::1": ["::1"],
        "127.0.0.1": ["127.0.0.1"],
    }
    hops = {"first_kz": goal}
    async with client({**names, "first.kz": [PUBLIC]}, seen, **hops) as feeds:
        with pytest.raises(ForbiddenAddress, match=reason):
            await feeds.get("https://first.kz/")
    assert len(seen) == 1


async def test_a_name_that_is_none() -> None:
    async with client({}, []) as feeds:
        with pytest.raises(httpx.ConnectError, match="no such host"):
            await feeds.get("https://kino.kz/")


async def test_another_address_of_the_host_where_the_first_cannot_be_had() -> None:
    tried: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        tried.append(request.url.host)
        if ":" in request.url.host:
            raise httpx.ConnectError("no network", request=request)
        return httpx.Response(200)

    async def resolve(host: str, port: int) -> list[str]:
        return ["2606:4700:4700::1111", PUBLIC]

    transport = PublicTransport(httpx.MockTransport(answer), resolve)
    async with httpx.AsyncClient(transport=transport) as feeds:
        assert (await feeds.get("https://kino.kz/")).status_code == 200
    assert tried == ["2606:4700:4700::1111", PUBLIC]
