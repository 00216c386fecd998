"""Which sentences does the article have, and where does each stand?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Span
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.model import Article, Block

__all__ = ["Paragraph", "Sentence", "interviewers", "is_made_up", "paragraphs", "speaker_name"]

_LONGEST_ROLE = 2
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the article's prose."""

    text: str
    span: Span
    position: float
    """0 for the first sentence of the article, 1 for the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of prose as sentences."""

    block: int
    """Index into the article's blocks."""
    sentences: tuple[Sentence, ...]
    speaker: str | None
    is_quote: bool


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """The article's paragraphs and quotations, sentence by sentence."""
    found = [
        (index, block, _spans(article, block))
        for index, block in enumerate(article.blocks)
        if block.kind in _PROSE and not _is_nobodys(article, block)
    ]
    last = max(1, sum(len(spans) for _, _, spans in found) - 1)
    count = 0
    result: list[Paragraph] = []
    for index, block, spans in found:
        parts = tuple(
            Sentence(text=span.of(article.text), span=span, position=(count + number) / last)
            for number, span in enumerate(spans)
        )
        count += len(parts)
        result.append(
            Paragraph(
                block=index,
                sentences=parts,
                # What nobody says is the article's own.
                speaker=speaker_name(block.speaker) if block.speaker and _is_somebody(block.speaker) else None,
                is_quote=block.kind is BlockKind.QUOTE,
            )
        )
    return tuple(result)


def is_made_up(text: str, language: str) -> bool:
    """Whether the paragraph *text* tells a case that nobody claims has happened: "Imagine that ..."."""
    return discourse(language).scenarios.match(text) is not None


def _is_nobodys(article: Article, block: Block) -> bool:
    """Whether *block* is a part of what somebody said in several paragraphs, and it is not told who."""
    text = block.span.of(article.text)
    return block.kind is BlockKind.QUOTE and block.speaker is None and text.count("“") != text.count("”")


def speaker_name(speaker: str) -> str:
    """*speaker* as a name is written: "THE FIRST LADY" is a transcript's way, and "@ada" would call a stranger."""
    name = speaker.removeprefix("@")
    return name.title() if name.isupper() and " " in name else name


def _is_somebody(name: str) -> bool:
    """Whether *name* is a person's: "Q" is none, nor is a row of a table ("whykay | 2018-05-31")."""
    return len(name) > _LONGEST_ROLE and "|" not in name


def interviewers(prose: Sequence[Paragraph]) -> frozenset[str]:
    """Who asks rather than tells: speakers most of whose turns hold a question, where somebody else answers."""
    turns: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for paragraph in prose:
        if paragraph.speaker is not None and not paragraph.is_quote:
            turns[paragraph.speaker] += 1
            questions[paragraph.speaker] += any("?" in one.text or "？" in one.text for one in paragraph.sentences)
    asking = frozenset(speaker for speaker, count in turns.items() if 2 * questions[speaker] > count)
    return asking if len(asking) < len(turns) else frozenset()


def _spans(article: Article, block: Block) -> tuple[Span, ...]:
    text = block.span.of(article.text)
    return tuple(span.shifted(block.span.start) for span in sentences(text, article.language))
