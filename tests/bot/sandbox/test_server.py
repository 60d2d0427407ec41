"""The door: tokens, methods, forms of a call, other pages in the browser; and what scripts see."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bot.sandbox import server
from bot.sandbox.control import DEEDS
from bot.sandbox.faults import KINDS
from bot.sandbox.methods import METHODS
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import serve
from bot.sandbox.world.profile import TOKEN
from tests.bot.sandbox.conftest import Api, Control, until

ROOT = Path(__file__).parents[3]


async def test_tokens_and_methods(api: Api) -> None:
    wrong = await api.client.get("/bot1:wrong/getMe")
    assert wrong.status_code == 401
    assert wrong.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    unknown = await api("sendRocket")
    assert (unknown["error_code"], unknown["description"]) == (404, "Not Found: method not found")
    assert (await api.client.get("/nowhere")).json()["error_code"] == 404


async def test_the_letters_of_a_method_do_not_matter(api: Api) -> None:
    assert (await api.result("GETME"))["username"] == "QazaqKinoBot"
    assert len({name.lower() for name in METHODS}) == len(METHODS)


@pytest.mark.parametrize("form", ["query", "form", "json", "multipart"])
async def test_however_a_call_is_sent(api: Api, aru: int, form: str) -> None:
    given = {"chat_id": aru, "text": "ә"}
    text = {name: str(value) for name, value in given.items()}
    how: dict[str, object] = {
        "query": {"params": text},
        "form": {"data": text},
        "json": {"json": given},
        "multipart": {"files": {name: (None, value) for name, value in text.items()}},
    }
    verb = "GET" if form == "query" else "POST"
    path = f"/bot{TOKEN}/sendMessage"
    answer = await api.client.request(verb, path, **how[form])  # type: ignore[arg-type]
    assert answer.json()["result"]["text"] == "ә"


async def test_json_that_is_none(api: Api) -> None:
    headers = {"content-type": "application/json"}
    answer = await api.client.post(f"/bot{TOKEN}/getMe", content=b"{", headers=headers)
    assert answer.json()["description"] == "Bad Request: can't parse JSON object"


async def test_other_pages_have_no_say(client: httpx.AsyncClient, control: Control) -> None:
    stranger = {"origin": "http://evil.example"}
    assert (await client.post("/control/users", headers=stranger)).status_code == 403
    assert (await client.get("/", headers={"host": "evil.example"})).status_code == 400
    own = {"origin": "http://127.0.0.1"}
    assert (await client.post("/control/users", headers=own)).status_code == 200


async def test_a_script_sees_what_was_called(api: Api, aru: int, control: Control) -> None:
    await api("sendMessage", chat_id=aru, text="one")
    await api("sendMessage", chat_id=5, text="two")
    good, bad = await control("GET", "/calls", method="sendMessage")
    assert good["parameters"]["text"] == "one"
    assert good["result"]["text"] == "one"
    assert bad["refusal"] == "Bad Request: chat not found"
    assert await control("GET", "/calls", after=bad["number"]) == []


async def test_a_script_waits_for_an_answer(api: Api, aru: int, control: Control) -> None:
    path = f"/chats/{aru}/messages"
    after = (await control.answer("POST", path, text="hi"))["after"]
    asked = {"after": after, "chat": aru, "kind": "message", "wait": 5}
    waiting = asyncio.create_task(control("GET", "/events", **asked))
    await api("sendMessage", chat_id=aru, text="hi yourself")
    (event,) = await waiting
    assert event["message"]["text"] == "hi yourself"
    assert await control("GET", "/events", after=event["number"], wait=0) == []


@pytest.mark.parametrize(
    ("verb", "path", "given", "why"),
    [
        ("POST", "/chats/5/messages", {"text": "x"}, "chat not found"),
        ("POST", "/chats/x/messages", {"text": "x"}, "the number of a chat is wanted"),
        ("GET", "/state", {}, "user: the number of a user is wanted"),
        ("GET", "/state", {"user": "x"}, "user: a number is wanted"),
        ("GET", "/events", {"wait": "x"}, "wait: seconds are wanted"),
        ("POST", "/chats", {"type": "party"}, "type: group, supergroup or channel"),
        ("POST", "/chats", {"bot": "asleep"}, "status: one of creator"),
        ("POST", "/chats", {"members": ["x"]}, "user not found"),
        ("POST", "/users", {"name": "x"}, "unknown: name"),
        ("POST", "/users", {"id": "x"}, "id: a number is wanted"),
        ("POST", "/inline/5/choose", {}, "no such query"),
    ],
)
async def test_orders_that_are_wrong(
    control: Control, verb: str, path: str, given: dict[str, object], why: str
) -> None:
    assert why in await control.refused(verb, path, **given)


async def test_messages_that_are_wrong(control: Control, aru: int) -> None:
    path = f"/chats/{aru}/messages"
    assert "nothing is written" in await control.refused("POST", path, text=" ")
    assert "replied not found" in await control.refused("POST", path, text="x", reply_to=99)
    assert "no such message" in await control.refused("POST", f"{path}/99/edit", text="x")
    photo = {"text": "look", "content": {"sticker": {"emoji": "🎬"}}}
    assert (await control("POST", path, **photo))["caption"] == "look"
    assert await control("DELETE", f"{path}/1") is True


async def test_the_clock_is_moved(control: Control) -> None:
    before = await control("POST", "/clock", forward=0)
    assert await control("POST", "/clock", forward=90) == before + 90


async def test_the_stream_tells_as_it_happens(sandbox: Sandbox) -> None:
    async with (
        serve(sandbox) as address,
        httpx.AsyncClient(base_url=address.page, trust_env=False) as client,
        client.stream("GET", "/control/stream?after=0") as stream,
    ):
        lines = stream.aiter_lines()
        assert await anext(lines) == "retry: 1000"
        control = Control(client)
        user = await control("POST", "/users", first_name="Aru")
        await control("POST", f"/chats/{user['id']}/messages", text="hi")
        async with asyncio.timeout(5):
            while not (line := await anext(lines)).startswith("data: "):
                pass
        assert json.loads(line.removeprefix("data: "))["message"]["text"] == "hi"


async def test_it_closes_though_somebody_waits(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        async with serve(sandbox) as address:
            user = sandbox.world.add_user("Aru")
            query = {"user": user.id, "query": "tul", "wait": 50}
            asking = asyncio.create_task(client.post(f"{address.page}control/inline", json=query))
            await until(lambda: len(sandbox.world.updates) > 0)
            poll = client.get(f"{address.base_url}/bot{TOKEN}/getUpdates?timeout=50&offset=999999")
            polling = asyncio.create_task(poll)
            await until(lambda: sandbox.world.updates.is_polled)
        assert (await polling).json() == {"ok": True, "result": []}
        assert (await asking).json()["result"]["answer"] is None
    assert caplog.text == ""


async def test_a_port_that_is_taken(sandbox: Sandbox) -> None:
    async with serve(sandbox) as address:
        with pytest.raises(OSError, match="in use"):
            async with serve(Sandbox(), port=address.port):
                pass


def test_every_order_and_every_fault_is_described() -> None:
    described = (Path(server.__file__).parent / "README.md").read_text("utf-8")
    for verb, path, _ in DEEDS:
        assert f"`{verb} {path.replace(':int', '')}`" in described
    for kind in KINDS:
        assert f"| `{kind}` |" in described


def test_it_runs_by_itself() -> None:
    command = [sys.executable, "-m", "bot.sandbox"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        said = [running.stdout.readline().split(maxsplit=1) for _ in range(2)]
        address = said[0][1].strip()
        me = httpx.get(f"{address}bot{TOKEN}/getMe", trust_env=False).json()
        assert me["result"]["is_bot"]
        running.send_signal(signal.SIGTERM)
        assert running.wait(10) == 0
