"""Event loops whose time is not that of the machine: it jumps when nothing else is to be done."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

P = ParamSpec("P")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Sleeping costs nothing; work in threads takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self._virtual = 0.0
        self._at_work = 0

    def time(self) -> float:
        return self._virtual

    def run_in_executor(self, *given: Any) -> Any:  # type: ignore[override]
        self._at_work += 1
        future = super().run_in_executor(*given)
        future.add_done_callback(self._is_done)
        return future

    def _is_done(self, _: object) -> None:
        self._at_work -= 1

    def _run_once(self) -> None:
        inner: Any = self
        if not inner._ready and not self._at_work and inner._scheduled:
            self._virtual = max(self._virtual, inner._scheduled[0].when())
        getattr(super(), "_run_once")()  # noqa: B009


def in_virtual_time(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """A test whose time begins at 0 and passes in no time."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run
