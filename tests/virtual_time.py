"""Event loops whose time is not that of the machine: it jumps when nothing else is to be done."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

P = ParamSpec("P")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Sleeping costs nothing; what is for threads is done at once, and takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self._virtual = 0.0
        # After half a year a float knows no nanoseconds any more, and nothing would be due.
        vars(self)["_clock_resolution"] = 1e-6

    def skip(self, seconds: float) -> None:
        """As if the machine had slept: what was to happen meanwhile happens now, once."""
        self._virtual += seconds

    def time(self) -> float:
        return self._virtual

    def run_in_executor(self, _: Any, work: Callable[..., Any], *given: Any) -> Any:  # type: ignore[override]
        future = self.create_future()
        try:
            future.set_result(work(*given))
        except Exception as error:
            future.set_exception(error)
        return future

    def _run_once(self) -> None:
        inner: Any = self
        if not inner._ready and inner._scheduled:
            self._virtual = max(self._virtual, inner._scheduled[0].when())
        getattr(super(), "_run_once")()  # noqa: B009


def in_virtual_time(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """A test whose time begins at 0 and passes in no time."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run
