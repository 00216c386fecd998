"""
How are values written as JSON and read back?

JSON starts with ``"format"``. It holds an article once: the drafts of a campaign refer to it by digest. Images are
named by file and SHA-256, never put inline, so a card that was read back has no bytes. A draft by itself calls its own
format ``"draft_format"``, since ``"format"`` is the JSON's.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from repurpose.errors import UnreadableSource, UsageError
from repurpose.model import FORMAT_VERSION, Article, Campaign, Draft, Finding, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import TypeAdapter

__all__ = ["from_json", "json_schema", "to_json"]

T = TypeVar("T")

KINDS: Mapping[str, type] = {
    "article": Article,
    "campaign": Campaign,
    "draft": Draft,
    "finding": Finding,
    "summary": Summary,
}


def to_json(value: Article | Campaign | Draft | Finding | Summary) -> str:
    """*value* as JSON, two spaces deep, in the order of its fields, with a final line end."""
    kind = _kind(type(value))
    body = _adapter(kind).dump_python(_without_copies(value), mode="json", exclude=_PNG.get(kind))
    if isinstance(value, Campaign):
        for draft, dumped in zip(value.drafts, body["drafts"], strict=True):
            dumped["article"] = draft.article.digest if draft.article else None
    if isinstance(value, Draft):
        body = {_OWN_FORMAT if key == "format" else key: field for key, field in body.items()}
    return json.dumps({"format": FORMAT_VERSION, "type": kind, **body}, ensure_ascii=False, indent=2) + "\n"


def from_json(type: type[T], text: str) -> T:  # noqa: A002 - the public name of this argument
    """
    The value of *type* that *text* holds, as `to_json` wrote it.

    Raises `UnreadableSource` with every problem and its path when *text* is not that.
    """
    from pydantic import ValidationError

    kind = _kind(type)
    try:
        body = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableSource(f"not JSON: {error}") from error
    if not isinstance(body, dict) or body.get("format") != FORMAT_VERSION or body.get("type") != kind:
        raise UnreadableSource(f'no {kind} of format {FORMAT_VERSION}: the JSON must begin with "format" and "type"')
    body = {key: value for key, value in body.items() if key not in ("format", "type")}
    if type is Draft and _OWN_FORMAT in body:
        body["format"] = body.pop(_OWN_FORMAT)
    drafts = body.get("drafts", ())
    listed = drafts if type is Campaign and isinstance(drafts, list) else []
    digests = [draft.pop("article", None) for draft in listed if isinstance(draft, dict)]
    try:
        value: T = _adapter(kind).validate_python(body)
    except ValidationError as error:
        problems = [f"\n  {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise UnreadableSource(f"no {kind}:{''.join(problems)}") from error
    if isinstance(value, Campaign):
        if unknown := set(digests) - {value.article.digest, None}:
            raise UnreadableSource(
                f"drafts refer to an article that is not there ({', '.join(sorted(unknown))}); was the article edited?"
            )
        drafts = tuple(
            replace(draft, article=value.article if digest else None)
            for draft, digest in zip(value.drafts, digests, strict=True)
        )
        return replace(value, drafts=drafts)
    return value


def json_schema(type: type) -> dict[str, Any]:  # noqa: A002 - the public name of this argument
    """The JSON Schema (2020-12) of what `to_json` writes for *type*."""
    kind = _kind(type)
    schema = _adapter(kind).json_schema()
    _forget_png(schema)
    if type is Campaign:
        digest = {"type": "string", "description": "digest of the campaign's article"}
        schema["$defs"]["Draft"]["properties"]["article"] = {"anyOf": [digest, {"type": "null"}], "default": None}
    required = schema.get("required", ())
    if type is Draft:
        schema["properties"][_OWN_FORMAT] = schema["properties"].pop("format")
        required = [_OWN_FORMAT if name == "format" else name for name in required]
    head = {"format": {"const": FORMAT_VERSION}, "type": {"const": kind}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "properties": {**head, **schema["properties"]},
        "required": ["format", "type", *required],
    }


_OWN_FORMAT = "draft_format"

# The fields that hold an image's bytes.
_PNG: Mapping[str, Any] = {"campaign": {"cards": {"__all__": {"png"}}}}


def _kind(type: type) -> str:  # noqa: A002 - as above
    for kind, known in KINDS.items():
        if type is known:
            return kind
    raise UsageError(f"{type.__name__} has no JSON form; those that have: {', '.join(KINDS)}")


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(KINDS[kind])


def _without_copies(value: Any) -> Any:
    """*value* without the article that every draft of a campaign carries."""
    if isinstance(value, Campaign):
        return replace(value, drafts=tuple(replace(draft, article=None) for draft in value.drafts))
    return value


def _forget_png(schema: dict[str, Any]) -> None:
    card = schema.get("$defs", {}).get("Card")
    if card:
        del card["properties"]["png"]
