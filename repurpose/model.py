"""
The values that the stages hand to each other: frozen, made of tuples, without any logic that needs a library.

Every `Span` points into one text, counted in code points: for everything that comes from an article this is
`Article.text`. A platform's own units exist only inside `repurpose.text.counting`.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads the annotations at run time
import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "FORMAT_VERSION",
    "PLATFORMS",
    "PLATFORM_ALIASES",
    "Article",
    "Block",
    "BlockKind",
    "Box",
    "Campaign",
    "Card",
    "CardFacts",
    "Draft",
    "Dropped",
    "Figure",
    "Finding",
    "Fix",
    "KeyPoint",
    "KeyPointKind",
    "Keyphrase",
    "Line",
    "Note",
    "Post",
    "Quote",
    "Rendition",
    "Section",
    "Segment",
    "Severity",
    "Span",
    "Summary",
    "TextBox",
    "Value",
]

# What exported JSON calls "format"; 1 is the first version.
FORMAT_VERSION = 1

PLATFORMS = (
    *("x", "linkedin", "instagram", "facebook", "threads", "bluesky", "mastodon"),
    *("tiktok", "youtube", "pinterest", "reddit", "telegram", "discord", "newsletter"),
)

# Other names that people use for a platform. Here, beside the keys, so that a name is known without reading a profile;
# a test compares this table with the profiles.
PLATFORM_ALIASES = {"twitter": "x", "ig": "instagram", "fb": "facebook", "bsky": "bluesky", "yt": "youtube"}


class Value:
    """Base of every value here: where one is read from a file, unknown keys are refused."""

    __slots__ = ()
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass


# ---- text


@dataclass(frozen=True, slots=True, order=True)
class Span(Value):
    """A half-open range of code points in one text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of *text* that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same range, *by* code points further on."""
        return Span(self.start + by, self.end + by)


# ---- the article


class BlockKind(StrEnum):
    """What one structural unit of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Value):
    """One structural unit of an article."""

    kind: BlockKind
    span: Span
    """Where the unit's words are, without bullet, number or markup."""
    lines: tuple[int, int]
    """First and last line of the source as it was given, counted from 1."""
    level: int = 0
    """Depth of a heading (1 to 6) or of a list item (0 for the outermost list)."""
    group: int | None = None
    """Items with the same number belong to the same list."""
    number: int | None = None
    """The item's own number in an ordered list."""
    label: Span | None = None
    """``Safety and Alignment`` in the item ``Safety and Alignment: Superintelligence without ...``."""
    body: Span | None = None
    """What follows the label."""
    speaker: str | None = None
    """Who says a quotation or a turn of an interview, in full."""
    is_orphan: bool = False
    """The heading that introduced this block was lost on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped(Value):
    """A part of the source that is not the article."""

    text: str
    lines: tuple[int, int]
    """First and last line of the source, counted from 1."""
    reason: str
    """What it was taken for: ``share bar``, ``byline``, ``comment form``, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Value):
    """Something that the source says about itself and that copy must respect, but not repeat."""

    kind: str
    """``opinion`` or ``sponsored``."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Value):
    """The cleaned text with its structure and metadata: the ground truth of every later stage."""

    text: str
    """The one canonical text: the blocks, parted by blank lines."""
    blocks: tuple[Block, ...]
    title: str | None = None
    subtitle: str | None = None
    description: str | None = None
    language: str = "und"
    """BCP 47 primary language, ``und`` where it could not be told."""
    byline: str | None = None
    date: dt.date | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    author_caption: str | None = None
    """A social caption that the author wrote into the source."""
    author_hashtags: tuple[str, ...] = ()
    """Sound hashtags that the author wrote into the source, ``#`` included."""
    notes: tuple[Note, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def __hash__(self) -> int:
        # Strings keep their hash, so that looking an article up costs nothing; equal articles have equal texts.
        return hash((self.text, self.title, self.language, len(self.blocks)))

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that stand for the article's text and title."""
        return hashlib.sha256(f"{self.title or ''}\n\n{self.text}".encode()).hexdigest()[:16]


# ---- the summary


class KeyPointKind(StrEnum):
    """What a key point does in the article."""

    CLAIM = "claim"
    FIGURE = "figure"
    DEFINITION = "definition"
    STEP = "step"
    LIST = "list"
    QUOTE = "quote"
    QUESTION = "question"
    CAVEAT = "caveat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Value):
    """One line of a rendition, with the places that it was made from."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition(Value):
    """One way to say a key point: a run of sentences, or a lead-in with its items."""

    text: str
    spans: tuple[Span, ...]
    items: tuple[Line, ...] = ()
    is_ordered: bool = False
    edits: tuple[str, ...] = ()
    """What was done to the source's words, in order; empty when they stand as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint(Value):
    """One self-contained statement of the article."""

    text: str
    spans: tuple[Span, ...]
    score: float
    kind: KeyPointKind
    renditions: tuple[Rendition, ...]
    """
    Longest to shortest; one of them says `text`, the others tell more or in fewer words.

    A lead-in that is the article's title stands in them alone.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Value):
    """One part of the article under a heading (or none), with the key points found in it."""

    heading: str | None
    span: Span
    key_points: tuple[int, ...]
    """Indices into `Summary.key_points`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase(Value):
    """A noun phrase or name that says what the article is about, in its best surface form."""

    text: str
    score: float
    spans: tuple[Span, ...]
    """Its occurrences; none when it comes from the author's tags alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Value):
    """A verbatim sentence that stands alone on a card."""

    text: str
    span: Span
    speaker: str | None = None
    """Who said it, where the article tells; the article itself when ``None``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Value):
    """A number with what it counts."""

    value: str
    """The number with its unit, as the article writes it: ``26``, ``85 %``, ``$1.2 million``."""
    text: str
    """The sentence that it stands in."""
    span: Span
    """The sentence's place."""
    counts: str | None = None
    """What it counts, in the sentence's words: ``boats in trouble``; ``None`` where no noun follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Value):
    """What the summarizer found in one article."""

    article: Article
    key_points: tuple[KeyPoint, ...]
    """In the article's order."""
    outline: tuple[Section, ...]
    keyphrases: tuple[Keyphrase, ...]
    """Best first."""
    quotes: tuple[Quote, ...]
    """Best first."""
    figures: tuple[Figure, ...]
    """In the article's order."""

    def __hash__(self) -> int:
        # As its article's.
        return hash((self.article, len(self.key_points)))


# ---- drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Value):
    """A stretch of a post and where it comes from."""

    span: Span
    """In the post's text."""
    origin: str
    """
    ``article``, ``title``, ``subtitle``, ``description``, ``caption``, ``byline``, ``quotation`` (marks around words),
    ``count`` (of its items), ``settings``, ``hashtags``, ``link``, ``emoji``, ``phrase:<name>``, in a language that is
    not the article's ``phrase:<language>/<name>``, ``templates:<name>`` of the brand's own pack.
    """
    sources: tuple[Span, ...] = ()
    """In the article's text; empty when the words come from elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Value):
    """One message as a person would paste it into the platform's own composer."""

    text: str
    payload: str
    """The same for the platform's API; equal to `text` where nothing differs."""
    title: str | None = None
    preheader: str | None = None
    first_comment: str | None = None
    content_warning: str | None = None
    link: str | None = None
    hashtags: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    alt_texts: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()

    @property
    def sources(self) -> tuple[Span, ...]:
        """Every place of the article that the text was made from, in order, once."""
        return tuple(sorted({source for segment in self.segments for source in segment.sources}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Value):
    """Everything that one article becomes on one platform in one format."""

    platform: str
    format: str
    posts: tuple[Post, ...]
    article: Article | None = None
    """``None`` for hand-written text: rules that compare with the article then have nothing to say."""

    @property
    def is_thread(self) -> bool:
        """Whether it is more than one post."""
        return len(self.posts) > 1


# ---- findings


class Severity(StrEnum):
    """How bad a finding is: must not publish, should change, worth a look."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix(Value):
    """A replacement for the span of a finding."""

    replacement: str
    is_safe: bool
    """Safe to apply unseen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Value):
    """One problem at one place, found by one rule."""

    rule: str
    severity: Severity
    message: str
    platform: str | None = None
    post: int | None = None
    """Index of the post; ``None`` for a whole draft, campaign or card."""
    field: str = "text"
    span: Span | None = None
    """In code points of that field; ``None`` for the whole of it."""
    measured: float | None = None
    limit: float | None = None
    unit: str | None = None
    fix: Fix | None = None


# ---- cards


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Value):
    """A rectangle in pixels from the top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox(Value):
    """What was measured of one piece of text on a card."""

    slot: str
    text: str
    box: Box
    """Where there is ink."""
    font: str
    font_size: float
    """Pixels per em."""
    lines: tuple[str, ...]
    contrast: float
    """WCAG 2.2 contrast ratio of the ink against what lies under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts(Value):
    """What was measured of a rendered card; the linter judges it."""

    safe_box: Box
    texts: tuple[TextBox, ...]
    missing_glyphs: tuple[str, ...] = ()
    """Characters that no font of the theme has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Value):
    """A rendered image that carries a quote, key point or figure."""

    name: str
    """File name without folder: ``1-portrait.png``."""
    size: str
    width: int
    height: int
    theme: str
    alt_text: str
    sha256: str
    """Of the PNG file."""
    facts: CardFacts
    sources: tuple[Span, ...] = ()
    """Places of the article that the words come from."""
    findings: tuple[Finding, ...] = ()
    png: bytes = field(default=b"", compare=False, repr=False)
    """The file itself; empty in a card that was read back from JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Value):
    """All that one article becomes."""

    article: Article
    drafts: tuple[Draft, ...]
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]
    """Those of the drafts and of the cards, in that order."""
