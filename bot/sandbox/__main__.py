"""``python -m bot.sandbox``: the sandbox alone, for a bot that is started elsewhere."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.redaction import set_up_logging
from bot.sandbox.server import serve
from bot.sandbox.world.profile import TOKEN
from bot.stopping import stop_on_signals


async def run(port: int) -> None:
    """Until it is told to stop."""
    stopping = stop_on_signals()
    async with serve(port=port) as address:
        lines = ("Chat", address.page), ("Bot API", address.base_url), ("Token", TOKEN)
        sys.stdout.writelines(f"{name + ':':10} {value}\n" for name, value in lines)
        sys.stdout.flush()
        await stopping.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    set_up_logging("WARNING")
    asyncio.run(run(parser.parse_args().port))
