"""Is something left that belongs to the page's markup or to the template, and not to the post?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["html_entity", "html_or_shortcode_left", "markdown_left", "template_placeholder"]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|s|ul|ol|li|h[1-6]|hr|img|figure|figcaption|table|thead|tbody|t[rdh]|pre|code"
    r"|blockquote|script|style|iframe|section|article|header|footer|nav|sup|sub|font|center|small|mark|input|button"
    r"|form|label|video|audio|source|svg|path|noscript|link|meta)(?=[\s/>])[^<>\n]{0,500}>|<!--(?:[^-]|-(?!->)){0,500}-->",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|vc_\w{1,40}|et_pb_\w{1,40}|contact-form(?:-7)?|su_\w{1,40}|wp_\w{1,40}"
    r"|youtube|button|toc|footnote|ref|shortcode)(?=[\s/\]])[^\[\]\n]{0,300}\]",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6])\b", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"!?\[(?P<label>[^\[\]\n]{1,300})\]\((?P<target>(?:https?://|/|#|mailto:|\w)[^()\s]{1,500})\)"
    r"|(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*\n]{0,500}[^\s*])?)\*\*(?![\w*])"
    r"|(?<!\w)__(?P<under>[^\s_](?:[^_\n]{0,500}[^\s_])?)__(?!\w)"
    r"|(?<!~)~~(?P<struck>[^\s~](?:[^~\n]{0,500}[^\s~])?)~~(?!~)"
    r"|(?<!`)`(?P<code>[^`\n]{1,200})`(?!`)"
    r"|^(?P<heading>#{1,6}[ \t]+)(?=\S)|^(?P<fence>```\w{0,20})[ \t]*$|(?P<note>\[\^\w{1,30}\]:?)",
    re.MULTILINE,
)
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{0,100}\}\}|\{%[^{}\n]{0,100}%\}|<%[^<>\n]{0,100}%>|\$\{[^{}\n]{1,100}\}|(?<![\w{$])\{[A-Za-z_][\w.]{0,40}\}(?![\w}])"
    r"|\[(?:[Ii]nsert|INSERT|[Yy]our|YOUR|ADD|ENTER|TBD|TBC|TK|TODO|PLACEHOLDER|[Pp]laceholder|COMPANY|NAME|LINK|URL|DATE"
    r"|FIRST|LAST|BRAND|PRODUCT|TITLE|HANDLE|EVENT|CITY)\b[^\[\]\n]{0,60}\](?!\()"
    r"|(?<!\w)(?:TODO|FIXME|TKTK|XXX)(?=:|\()|(?<!\w)[Ll]orem ipsum(?!\w)",
    re.MULTILINE,
)
_PLACEHOLDER_MARKS = ("{", "[", "<%", "TODO", "FIXME", "TKTK", "XXX", "orem ipsum")
_PLAIN_TEXT = (
    "x",
    "linkedin",
    "instagram",
    "facebook",
    "threads",
    "bluesky",
    "mastodon",
    "tiktok",
    "youtube",
    "pinterest",
)


@rule(
    "UNI005",
    "html-entity",
    Severity.ERROR,
    fix="safe",
    why="No platform decodes them: readers see the code.",
    examples=(
        Example(
            bad=example_draft("Salad &amp; herbs don&#8217;t fail"),
            good=example_draft("Salad & herbs don’t fail"),
            fixed="Salad & herbs don’t fail",
        ),
    ),
)
def html_entity(document: Document) -> Iterator[Problem]:
    """A character is written as an HTML entity."""
    if "&" not in document.text:
        return
    from html import unescape

    for match in _ENTITY.finditer(document.text):
        char = unescape(match[0])
        if char != match[0] and not document.has_in_source(match[0]):
            # The soft hyphen and the fixed space were meant for a page's layout.
            meant = {"\u00ad": "", "\u200b": "", "\u00a0": " "}.get(char, char)
            yield Problem(
                message=f"{match[0]} is shown as it is: write {meant or 'nothing'}",
                span=Span(*match.span()),
                fix=Fix(replacement=meant, is_safe=True),
            )


@rule(
    "UNI006",
    "html-or-shortcode-left",
    Severity.ERROR,
    fix="unsafe",
    why="Markup of the page is shown to readers as it is.",
    examples=(
        Example(
            bad=example_draft("Salad <strong>pays</strong> best"),
            good=example_draft("Salad pays best if beds < 50"),
            fixed="Salad pays best",
        ),
        Example(
            bad=example_draft('[caption id="a1" width="300"]Our beds[/caption]'),
            good=example_draft("Our beds [in May]"),
            fixed="Our beds",
        ),
    ),
)
def html_or_shortcode_left(document: Document) -> Iterator[Problem]:
    """An HTML tag, comment or WordPress shortcode is in the text."""
    text = document.text
    patterns = (*((_TAG,) if "<" in text else ()), *((_SHORTCODE,) if "[" in text else ()))
    for pattern in patterns:
        for match in pattern.finditer(text):
            # An article on HTML may speak of <div>.
            if not document.has_in_source(match[0]):
                ends_line = _BREAK.match(match[0]) and text[match.end() : match.end() + 1] not in ("", "\n")
                yield Problem(
                    message=f"{match[0][:40]} is markup of the page",
                    span=Span(*match.span()),
                    fix=Fix(replacement="\n" if ends_line else "", is_safe=False),
                )


@rule(
    "UNI007",
    "markdown-left",
    Severity.WARNING,
    fix="safe",
    platforms=_PLAIN_TEXT,
    why="These platforms show asterisks, hashes and brackets as they are.",
    examples=(
        Example(
            bad=example_draft("**Salad** pays: [the accounts](https://halden.example.org/a)"),
            good=example_draft("Salad pays: 4 * 5 beds, see https://halden.example.org/a"),
            fixed="Salad pays: the accounts (https://halden.example.org/a)",
        ),
    ),
)
def markdown_left(document: Document) -> Iterator[Problem]:
    """Markdown stands in a post of a platform that does not render it."""
    text = document.text
    if not any(mark in text for mark in ("**", "__", "](", "`", "~~", "# ", "#\t", "[^")):
        return
    for match in _MARKDOWN.finditer(text):
        if document.has_in_source(match[0]) and not match["heading"]:
            continue
        if match["target"]:
            label = match["label"].strip()
            meant = match["target"] if label == match["target"] else f"{label} ({match['target']})"
        else:
            meant = match["strong"] or match["under"] or match["struck"] or match["code"] or ""
        yield Problem(
            message=f"{match[0][:40].strip()} is Markdown, {document.profile.name} shows the marks",
            span=Span(*match.span()),
            fix=Fix(replacement=meant, is_safe=True),
        )


@rule(
    "UNI013",
    "template-placeholder",
    Severity.ERROR,
    why="Somebody, or a template, forgot to fill it in.",
    examples=(
        Example(bad=example_draft("Hi {{first_name}}, salad pays"), good=example_draft("Hi all, salad pays { well }!")),
        Example(bad=example_draft("Salad pays. [INSERT LINK]"), good=example_draft("Salad pays [in most years].")),
    ),
)
def template_placeholder(document: Document) -> Iterator[Problem]:
    """A placeholder, a to-do or lorem ipsum is left in the text."""
    if not any(mark in document.text for mark in _PLACEHOLDER_MARKS):
        return
    for match in _PLACEHOLDER.finditer(document.text):
        if not document.has_in_source(match[0]):
            yield Problem(message=f"{match[0]} was never filled in", span=Span(*match.span()))
