"""What the bot itself costs: a burst of questions through the real client, beside a bare echo.

Telegram's part is played by nginx, which answers every call at once with the same few bytes, and
then by a request that never leaves the process. Times are of this process's processor. The burst
comes in parts, each beside the same questions asked alone: a machine is not always equally fast.
"""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count, islice
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters
from telegram.request import BaseRequest, HTTPXRequest

from bot.application import CONNECTIONS, build
from bot.pace import Pace
from bot.settings import Settings
from bot.storage import Storage
from knowledge.engine import Engine
from tests.benchmarks.generated import asked

BURST, PARTS, ROUNDS, SEED = 600, 6, 3, 11
SHARE, FIXED_MS = 1.3, 0.5
TODAY = date(2026, 11, 23)
TOKEN = "123456:" + "a" * 35
ME = '{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Kino","username":"kino_bot"}}'
SENT = '{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"},"text":"x"}}'
CONF = """
daemon off; worker_processes 1; pid %(folder)s/pid; error_log %(folder)s/error crit;
events { worker_connections 256; }
http {
  access_log off; default_type application/json; client_body_temp_path %(folder)s/body;
  server {
    listen 127.0.0.1:%(port)d; keepalive_requests 100000;
    location ~ /getMe$ { return 200 '%(me)s'; }
    location / { return 200 '%(sent)s'; }
  }
}
"""


class Offline(BaseRequest):
    """Answers like nginx, without a network."""

    read_timeout = None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        return 200, (ME if url.endswith("/getMe") else SENT).encode()


def main() -> int:
    """0 if the bot costs no more than its questions and a little, in both ways."""
    engine = Engine.load()
    texts = _questions(engine)
    sys.stdout.write(f"a burst of {BURST}, a message:\n")
    kept = [asyncio.run(_compare("in this process", engine, texts, ""))]
    if shutil.which("nginx"):
        with _nginx() as address:
            kept.append(asyncio.run(_compare("over HTTP to nginx", engine, texts, address)))
    else:
        sys.stdout.write("over HTTP: skipped, there is no nginx\n")
    return not all(kept)


def _questions(engine: Engine) -> list[str]:
    """Questions answered in words in a chat too: the drawing of cards is measured apart."""

    def in_words(text: str) -> bool:
        read = engine.ask(text, today=TODAY)
        return engine.cards.for_chat(read, today=TODAY).card is None

    return list(islice(filter(in_words, asked(engine.base, SEED)), BURST))


def _alone(engine: Engine, texts: Sequence[str]) -> float:
    before = time.process_time()
    for text in texts:
        engine.ask(text, today=TODAY)
    return (time.process_time() - before) * 1000 / len(texts)


async def _compare(name: str, engine: Engine, texts: Sequence[str], address: str) -> bool:
    alone = ours = echoed = 0.0
    with tempfile.TemporaryDirectory() as folder:
        storage = Storage.open(f"sqlite:///{folder}/kino.sqlite3")
        async with _bot(engine, storage, address) as bot, _echo(address) as echo:
            await bot.start()
            await echo.start()
            for part in ROUNDS * [texts[at::PARTS] for at in range(PARTS)]:
                alone += _alone(engine, part) / ROUNDS / PARTS
                ours += await _burst(bot, part) / ROUNDS / PARTS
                echoed += await _burst(echo, part) / ROUNDS / PARTS
            await bot.stop()
            await echo.stop()
        await storage.close()
    aim = SHARE * alone + FIXED_MS
    kept = bool(ours - echoed <= aim)
    sys.stdout.write(
        f"{name:20} question alone {alone:.2f} ms, bot {ours:.2f} ms, echo {echoed:.2f} ms: "
        f"{ours - echoed:.2f} more (aim {aim:.2f})  {'kept' if kept else 'MISSED'}\n"
    )
    return kept


def _bot(
    engine: Engine, storage: Storage, address: str
) -> Application[Any, Any, Any, Any, Any, Any]:
    bot = build(
        Settings(token=TOKEN),
        engine,
        storage,
        clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC),
        base_url=address or "http://offline",
        pace=Pace(None),
    )
    if not address:
        bot.bot._request = (bot.bot._request[0], Offline())
    return bot


def _echo(address: str) -> Application[Any, Any, Any, Any, Any, Any]:
    async def repeat(update: Update, _: object) -> None:
        if update.message:
            await update.message.reply_text(update.message.text or "")

    request = HTTPXRequest(connection_pool_size=CONNECTIONS) if address else Offline()
    builder = ApplicationBuilder().token(TOKEN).request(request).job_queue(None).updater(None)
    builder = builder.base_url(f"{address or 'http://offline'}/bot").concurrent_updates(True)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, repeat))
    return application


async def _burst(application: Application[Any, Any, Any, Any, Any, Any], texts: Any) -> float:
    """Milliseconds of the processor a message, from the queue of updates to the answer sent."""
    updates = [Update.de_json(_update(next(_CHATS), text), application.bot) for text in texts]
    before = time.process_time()
    for update in updates:
        await application.update_queue.put(update)
    await application.update_queue.join()
    taken = time.process_time() - before
    return taken * 1000 / len(updates)


_CHATS = count(1)
"""Each message is of another person: who asks without pause is slowed down."""


def _update(at: int, text: str) -> dict[str, Any]:
    person = {"id": at, "is_bot": False, "first_name": "A", "language_code": "en"}
    chat = {"id": at, "type": "private", "first_name": "A"}
    now = int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp())
    message = {"message_id": 1, "date": now, "chat": chat, "from": person, "text": text}
    return {"update_id": at, "message": message}


@contextmanager
def _nginx() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        conf = Path(folder) / "nginx.conf"
        conf.write_text(CONF % {"folder": folder, "port": port, "me": ME, "sent": SENT})
        server = subprocess.Popen(["nginx", "-p", folder, "-c", str(conf)])
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)
