"""What does a person want to know about a campaign that was just made?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from repurpose.cli.output import cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from repurpose.model import Campaign, Draft

__all__ = ["report_lines"]

_WIDTH = 72


def report_lines(campaign: Campaign, target: Path) -> Iterator[str]:
    """The report: what was kept and dropped, every draft's lengths against its limit, readability, cards, findings."""
    article = campaign.article
    yield f"{article.title or 'untitled'}"
    by = f" by {article.byline}" if article.byline else ""
    notes = "".join(f", {note.kind}" for note in article.notes)
    yield f"  {article.language}{by}{notes}, {len(article.text.split())} words in {len(article.blocks)} blocks kept"
    yield f"  reading: {_reading(campaign)}"
    reasons = Counter(part.reason for part in article.dropped)
    if reasons:
        yield "  dropped: " + ", ".join(
            f"{reason}{f' ×{count}' if count > 1 else ''}" for reason, count in reasons.items()
        )
    yield ""
    for draft in campaign.drafts:
        yield _draft_line(draft)
    tags = max((post.hashtags for draft in campaign.drafts for post in draft.posts), key=len, default=())
    yield f"  hashtags: {' '.join(tags) or 'none'}"
    if campaign.cards:
        yield ""
        for card in campaign.cards:
            yield f"  card {card.name}: {card.width}×{card.height}, {cut(card.alt_text, _WIDTH)}"
    yield ""
    counts = Counter(str(finding.severity) for finding in campaign.findings)
    yield "  findings: " + (", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none")
    for rule, count in sorted(Counter(finding.rule for finding in campaign.findings).items()):
        message = next(finding.message for finding in campaign.findings if finding.rule == rule)
        yield f"    {rule} ×{count}: {message}"
    yield f"  written to {target}"


def _reading(campaign: Campaign) -> str:
    """How hard the article is to read, by the measures that apply to its language and length."""
    from repurpose.text.readability import readability
    from repurpose.text.sentences import sentences

    article = campaign.article
    parts = [span.of(article.text) for span in sentences(article.text, article.language)]
    shown = [
        f"{metric.name.replace('_', ' ')} {metric.value:.1f}"
        for metric in readability(article.text, parts, article.language)
        if metric.is_reliable
    ]
    return ", ".join(shown[:6]) or "not measurable in this language"


def _draft_line(draft: Draft) -> str:
    from repurpose.platforms import profile

    found = profile(draft.platform)
    lengths = " ".join(str(found.measure(post.text)) for post in draft.posts)
    return f"  {draft.platform + ' ' + draft.format:<28} {lengths} of {found.maximum} {found.unit.replace('_', ' ')}"
