"""What HTML do readers see of a post as WordPress stores it: without block comments and shortcodes, with paragraphs?"""

from __future__ import annotations

import re

__all__ = ["post_html"]

_PART = re.compile(r"(<!--|<pre\b|<script\b|<style\b)", re.IGNORECASE)
_ENDS = {"<!--": "-->", "<pre": "</pre>", "<script": "</script>", "<style": "</style>"}
_SHORTCODE = re.compile(
    r"(?<!\[)(?:\[(?=/)|(?<!\w)\[)(/?)([A-Za-z][\w-]{0,60})((?:[\s=][^\[\]<>]{0,2000})?)(/?)\](?!\])"
)
_ESCAPED = re.compile(r"\[\[(/?[A-Za-z][\w-]{0,60}(?:\s[^\[\]<>]{0,2000})?)\]\]")
_CAPTIONED = re.compile(r"\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)?([\s\S]*)")
_NAMED_VALUE = re.compile(r"\s[\w-]+=[\"'”″&]")
_CAPTION = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
# fmt: off
# WordPress' own and the most frequent of plug-ins, which stand alone and show no words of the author.
_WORDLESS = frozenset({
    "audio", "caption", "wp_caption", "embed", "gallery", "playlist", "video", "youtube", "vimeo", "twitter", "tweet",
    "instagram", "facebook", "soundcloud", "spotify", "slideshow", "slideshare", "googlemaps", "contact", "polldaddy",
    "poll", "toc", "nextpage", "more", "sharing", "archives", "sitemap", "subscribe",
})
# Page builders, whose parts stand without an end.
_BUILDERS = ("av_", "et_pb_", "fusion_", "mk_", "su_", "vc_", "wp_")
# What these enclose is an address or the like, not words.
_EMPTIED = frozenset({"audio", "embed", "gallery", "playlist", "video", "youtube", "vimeo", "twitter", "tweet",
                      "instagram", "soundcloud", "spotify", "googlemaps", "contact-form", "mapsmarker"})
_LISTINGS = frozenset({"code", "sourcecode", "source", "cc", "highlight", "php", "js", "css", "python", "bash", "sql"})
_BLOCK = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
# fmt: on
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def post_html(content: str) -> str:
    """
    *content* of a WordPress post as HTML.

    Block comments and shortcodes go, the words that shortcodes enclose and the captions of images stay. In posts of the
    classic editor blank lines part paragraphs.
    """
    is_classic = "<!-- wp:" not in content
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    closed = {match[2].lower() for match in _SHORTCODE.finditer(content) if match[1]}
    parts = []
    for part, is_verbatim in _parts(content):
        if is_verbatim:
            parts.append(part)
            continue
        pieces = _without_shortcodes(part, closed)
        parts += [_with_paragraphs(one) if is_classic and not one.startswith("<pre>") else one for one in pieces]
    return "".join(parts)


def _parts(content: str) -> list[tuple[str, bool]]:
    """*content* cut at listings and scripts (to be left alone), without its comments."""
    parts: list[tuple[str, bool]] = []
    text: list[str] = []
    at = 0
    lowered = content.lower() if len(content.lower()) == len(content) else content
    while (match := _PART.search(content, at)) is not None:
        opening = match[1].lower()
        end = lowered.find(_ENDS[opening], match.end())
        if end < 0:
            break
        end += len(_ENDS[opening])
        text.append(content[at : match.start()])
        if opening != "<!--":
            parts += [("".join(text), False), (content[match.start() : end], True)]
            text = []
        at = end
    return [*parts, ("".join([*text, content[at:]]), False)]


def _without_shortcodes(text: str, closed: set[str]) -> list[str]:
    """The runs of *text* between shortcodes; a listing in shortcodes is a run of its own, in ``<pre>``."""
    runs: list[str] = []
    kept: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while (match := _SHORTCODE.search(text, at)) is not None:
        is_end, name = bool(match[1]), match[2].lower()
        if not _is_shortcode(match, name, closed):
            kept.append(text[at : match.end()])
            at = match.end()
            continue
        kept.append(text[at : match.start()])
        at = match.end()
        if is_end or match[4] or name not in closed or name in unclosed:
            continue
        end = text.find(f"[/{match[2]}]", at)
        if end < 0:
            # Looked for once: a text of openings would cost the square of its length.
            unclosed.add(name)
            continue
        inner = text[at:end]
        if name in {"caption", "wp_caption"}:
            kept.append(_figure(inner, match[3]))
        elif name in _LISTINGS:
            runs += ["".join(kept), f"<pre>{inner}</pre>"]
            kept = []
        elif name not in _EMPTIED:
            continue
        at = end + len(name) + 3
    kept.append(text[at:])
    return [_ESCAPED.sub(r"[\1]", run) for run in (*runs, "".join(kept))]


def _is_shortcode(match: re.Match[str], name: str, closed: set[str]) -> bool:
    """Whether a word in square brackets is for WordPress; *[sic]* and *[emphasis mine]* are of the author."""
    is_known = name in closed or name in _WORDLESS or name.startswith(_BUILDERS)
    return is_known or bool(match[1]) or bool(match[4]) or _NAMED_VALUE.search(match[3]) is not None


def _figure(inner: str, attributes: str) -> str:
    match = _CAPTIONED.match(inner)
    image, words = (match[1] or "", match[2].strip()) if match else ("", inner.strip())
    named = _CAPTION.search(attributes)
    words = words or (named[1] or named[2] if named else "")
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>" if words else image


def _with_paragraphs(text: str) -> str:
    """*text* with ``<p>`` around what blank lines part, and ``<br>`` where the editor shows a new line."""
    chunks = (chunk.strip("\n") for chunk in _BLANK_LINES.split(text))
    return "\n\n".join(_paragraph(chunk) for chunk in chunks)


def _paragraph(chunk: str) -> str:
    if not chunk.strip() or _BLOCK.match(chunk):
        return chunk
    return "<p>" + chunk.replace("\n", "<br>\n") + "</p>"
