"""`run` without a token: sandbox and bot in one process, which one signal ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_it_tells_where_it_is_answers_and_ends_cleanly(
    workplace: Path, number: signal.Signals
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(workplace)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout
        first, second = running.stdout.readline(), running.stdout.readline()
        assert "TELEGRAM_BOT_TOKEN" in first
        found = re.search(r"http://127\.0\.0\.1:\d+/", second)
        assert found, second
        with httpx.Client(base_url=found[0], timeout=30, trust_env=False) as client:
            assert "<title>Qazaq Kino</title>" in client.get("/").text
            user = client.post("/control/users", json={"language_code": "en"}).json()["result"]
            path = f"/control/chats/{user['id']}/messages"
            after = client.post(path, json={"text": "/start"}).json()["after"]
            wanted = {"after": after, "chat": user["id"], "kind": "message", "wait": 20}
            assert client.get("/control/events", params=wanted).json()["result"]
        running.send_signal(number)
        rest, errors = running.communicate(timeout=20)
        assert (running.returncode, rest) == (0, "")
        assert "Traceback" not in errors
    with pytest.raises(httpx.ConnectError):
        httpx.get(found[0], trust_env=False)
    kept = [path.name for path in workplace.iterdir() if path.name != "state"]
    assert kept == [], "neither a database nor a temporary folder stays"
