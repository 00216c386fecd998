"""How is a page read that could keep this process busy for hours: in one that can be stopped?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from repurpose.sources.web.webpage import read_html
from repurpose.sources.worker import run_limited

if TYPE_CHECKING:
    from repurpose.sources.pieces import Reading

__all__ = ["read_apart", "read_job"]

# An answer or a refusal within ten seconds and 500 MB, the caller's own share included.
_SECONDS = 8
_MEGABYTES = 400


def read_apart(html: str, *, where: str = "the page") -> tuple[Reading, bool]:
    """What `read_html` makes of *where*'s page *html*, in another process; raises `UnreadableSource` if it cannot."""
    data = html.encode("utf-8", "ignore")
    result = run_limited("page", data, seconds=_SECONDS, megabytes=_MEGABYTES, where=where)
    reading: tuple[Reading, bool] = _adapter().validate_json(result)
    return reading


def read_job(data: bytes) -> bytes:
    """The other side: what `read_html` makes of the page in *data*, as JSON."""
    result: bytes = _adapter().dump_json(read_html(data.decode()))
    return result


def _adapter() -> Any:
    from pydantic import TypeAdapter

    from repurpose.sources.pieces import Reading

    return TypeAdapter(tuple[Reading, bool])
