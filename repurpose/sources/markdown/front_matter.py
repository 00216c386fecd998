"""What does the front matter of a Markdown file say about the article?"""

from __future__ import annotations

import re
import tomllib
from html import unescape
from typing import TYPE_CHECKING, Any

from repurpose.model import Dropped
from repurpose.sources.cleaning import clean_characters, one_line
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.pieces import Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["split_front_matter"]

_BLOCK = re.compile(
    r"\A\s*?(?P<fence>---|\+\+\+)[ \t]*\n(?P<data>(?:(?!---|\+\+\+|\.\.\.).*\n){0,2000}?)"
    r"(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)"
)
_LINE = re.compile(r"^([A-Za-z][\w .-]{0,40}?)[ \t]*[:=][ \t]*(\S.*)$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)")
_MARKUP = re.compile(r"[*_`]{1,3}(?=\S)(.{1,300}?)(?<=\S)[*_`]{1,3}(?!\w)|<[^<>\n]{1,300}>")
_MOST_LEVELS = 50
_DEEP_KEY = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){50}")
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+")
_MANY = re.compile(r"\s*[,;]\s*")
_TITLE = ("title", "headline")
_SUBTITLE = ("subtitle", "tagline", "deck", "standfirst", "subheading")
_DESCRIPTION = (
    "description",
    "excerpt",
    "summary",
    "deck",
    "teaser",
    "abstract",
    "intro",
    "lead",
    "meta_description",
    "seo_description",
)
_AUTHOR = ("author", "authors", "byline", "by", "writer", "writers")
_DATE = (
    "date",
    "published",
    "publishdate",
    "publish_date",
    "pubdate",
    "published_at",
    "datepublished",
    "created",
    "updated",
)
_URL = ("canonical", "canonical_url", "canonicalurl", "original_url", "url", "link", "permalink")
_TAGS = ("tags", "keywords", "topics", "tag", "categories", "category")
_LANGUAGE = ("lang", "language", "locale")


def split_front_matter(text: str) -> tuple[Metadata, str, tuple[Dropped, ...]]:
    """
    What the YAML or TOML at the start of *text* says, and the text with that part blanked: its lines keep their place.

    Front matter that is broken is read line by line as far as it goes; it never becomes part of the article.
    """
    match = _BLOCK.match(text)
    if match is None:
        return Metadata(), text, ()
    data = _data(match["data"], is_toml=match["fence"] == "+++")
    if data is None:
        return Metadata(), text, ()
    count = match[0].count("\n")
    dropped = Dropped(text=match[0].strip("\n"), lines=(1, max(count, 1)), reason="front matter")
    return _metadata(data), "\n" * count + text[match.end() :], (dropped,)


def _data(source: str, *, is_toml: bool) -> Mapping[str, Any] | None:
    """The values; ``None`` when it is no front matter but text between two rules."""
    data: object = None
    try:
        data = _toml(source) if is_toml else _yaml(source)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        extra = data.get("taxonomies") or data.get("extra")
        nested = extra if isinstance(extra, dict) else {}
        return {str(key).lower(): value for key, value in (*nested.items(), *data.items())}
    pairs = {key.lower(): value.strip("\"' ") for key, value in _LINE.findall(source)}
    return pairs or ({} if not source.strip() else None)


def _toml(source: str) -> object:
    # Each dot of a key is looked up from the top: a key of thousands takes minutes.
    return None if _DEEP_KEY.search(source) else tomllib.loads(source)


def _yaml(source: str) -> object:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    try:
        # The loader in C calls itself for each level and takes the process down; the events come one by one.
        for event in yaml.parse(source, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _MOST_LEVELS:
                raise ValueError(f"more than {_MOST_LEVELS} nested levels")
        return yaml.load(source, Loader=loader)  # noqa: S506 - it is the safe loader, in C
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _metadata(data: Mapping[str, Any]) -> Metadata:
    tags = _names(data, _TAGS[:4]) or _names(data, _TAGS[4:])
    subtitle, description = _text(data, _SUBTITLE), _text(data, _DESCRIPTION)
    return Metadata(
        title=_text(data, _TITLE),
        subtitle=subtitle if subtitle != description else None,
        description=description,
        byline=", ".join(map(_spelt, _names(data, _AUTHOR))) or None,
        date=next((day for key in _DATE if (day := parse_date(data.get(key))) is not None), None),
        url=next((value for key in _URL if isinstance(value := data.get(key), str) and value.startswith("http")), None),
        language=_text(data, _LANGUAGE),
        tags=tuple(dict.fromkeys(tags)),
    )


def _text(data: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    return next((text for key in keys if isinstance(value := data.get(key), str) and (text := _plain(value))), None)


def _names(data: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    for key in keys:
        value = data.get(key)
        values = _MANY.split(_plain(value)) if isinstance(value, str) else value if isinstance(value, list) else [value]
        names = []
        for one in values:
            entry = (one.get("name") or one.get("title")) if isinstance(one, dict) else one
            if isinstance(entry, str | int) and not isinstance(entry, bool) and (name := _plain(str(entry))):
                names.append(name)
        if names:
            return names
    return []


def _spelt(name: str) -> str:
    """A person's name; the slug ``jane-doe`` spelt as one."""
    return name.replace("-", " ").title() if _SLUG.fullmatch(name) else name


def _plain(value: str) -> str:
    return one_line(clean_characters(unescape(_MARKUP.sub(lambda match: match[1] or "", _LINK.sub(r"\1", value)))))
