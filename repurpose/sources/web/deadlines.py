"""How much time is left for the whole of a fetch?"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from repurpose.errors import TryLater

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Deadline"]

T = TypeVar("T")


class Deadline:
    """
    One end for all steps of a fetch.

    A limit on each step would not do: a server that sends a byte now and then never hits it.
    """

    def __init__(self, seconds: float, *, where: str) -> None:
        self._seconds = seconds
        self._where = where
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left, more than none; raises `TryLater` when the time is over."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> TryLater:
        """The error that says so."""
        return TryLater(
            f"{self._where} was not read within {self._seconds:g} s; "
            "try again later, or save the page and give its file"
        )

    def within(self, call: Callable[[], T]) -> T:
        """What *call* returns, which has no time limit of its own and is left alone when the time is over."""
        outcome: Future[T] = Future()

        def run() -> None:
            try:
                outcome.set_result(call())
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked for
                outcome.set_exception(error)

        # A daemon: the program may end while a name server is still silent.
        threading.Thread(target=run, name="repurpose-deadline", daemon=True).start()
        try:
            return outcome.result(timeout=self.left())
        except TimeoutError:
            if outcome.done():
                raise
            raise self.passed() from None
