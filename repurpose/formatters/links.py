"""Where does a link lead, so that the brand's statistics know which post it was in?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_plus

from repurpose.text.slugs import slug

if TYPE_CHECKING:
    from repurpose.model import Article
    from repurpose.settings import Settings

__all__ = ["campaign_of", "tracked"]

_WEB = re.compile(r"https?://", re.IGNORECASE)


def campaign_of(article: Article) -> str:
    """What ``{campaign}`` becomes in the brand's template: the title as a slug, else digits that stand for the text."""
    return slug(article.title or "") or article.digest[:8]


def tracked(url: str, settings: Settings, platform_key: str, format: str, campaign: str) -> str:  # noqa: A002 - the field's word
    """
    *url* with the parameters of the brand's `utm` in its query, in their order, behind what it has already.

    They replace every ``utm_`` parameter of somebody else and those of the same name; the others and the fragment stay
    as they are written.
    """
    parameters = settings.brand.link_parameters
    if not parameters or not _WEB.match(url):
        return url
    values = {
        "platform": settings.on(platform_key).utm_source or platform_key,
        # A plus would be encoded, and statistics would show it so: title%2Bdescription.
        "format": format.replace("+", "-"),
        "campaign": campaign,
    }
    rest, hash_mark, fragment = url.partition("#")
    address, _, query = rest.partition("?")
    names = {name.casefold() for name, _ in parameters}
    kept = [part for part in query.split("&") if part and not _is_replaced(part, names)]
    own = [f"{quote(name, safe='')}={quote(value.format_map(values), safe='')}" for name, value in parameters]
    if address.count("/") == len("//"):
        address += "/"
    return f"{address}?{'&'.join([*kept, *own])}{hash_mark}{fragment}"


def _is_replaced(part: str, names: set[str]) -> bool:
    name = unquote_plus(part.partition("=")[0]).casefold()
    return name.startswith("utm_") or name in names
