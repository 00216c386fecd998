"""Where a report was filed stands before its first sentence, and in no post."""

from __future__ import annotations

import pytest

from repurpose.sources import parse_article

FIRST = "The Harbour Trust will give 40,000 pounds to small boatyards."
REST = "It opens in May.\n\nYards with fewer than ten workers can apply, and winners are named in October."


@pytest.mark.parametrize(
    ("dateline", "between", "date"),
    [
        ("BRISTOL, 12 June 2025", " - ", "2025-06-12"),
        ("BRISTOL, England", " — ", None),
        ("LONDON", " — ", None),
        ("BRISTOL, June 12", " – ", None),
        ("ST. IVES, Cornwall, June 12, 2025 (Reuters)", " - ", "2025-06-12"),
        ("St. Ives, Cornwall (CNN)", " -- ", None),
        ("St. Ives, 12 June 2025", " – ", "2025-06-12"),
        ("STOKE-ON-TRENT, June 12, 2025 /PRNewswire/", " -- ", "2025-06-12"),
        ("(CNN)", " -- ", None),
        ("(Reuters)", " ", None),
        ("(CNN)", "", None),
        ("Frankfurt am Main (dpa)", " - ", None),
        ("Köln, 12. Juni 2025", " – ", "2025-06-12"),
        ("SEVILLA, 12 de junio de 2025 (EFE)", " - ", "2025-06-12"),
    ],
)
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_a_report_begins_at_its_first_sentence(dateline: str, between: str, date: str | None, format_: str) -> None:
    title = "Harbour fund opens" if format_ == "text" else "# Harbour fund opens"
    article = parse_article(f"{title}\n\n{dateline}{between}{FIRST} {REST}", format=format_)

    assert article.text.startswith(FIRST)
    assert (str(article.date) if article.date else None) == date
    assert dateline in [dropped.text for dropped in article.dropped if dropped.reason == "dateline"]


@pytest.mark.parametrize(
    "first",
    [
        "UNESCO — The organisation of 194 members — keeps a list. UNESCO meets in May.",
        "WARNING — The gate of the harbour closes at six, and nobody opens it again.",
        "AI – The new electricity of the harbour is no toy, and its yards know it well.",
        "The Harbour Trust (HT) - The oldest of all - will give 40,000 pounds to yards.",
        "Some Yards – The small ones above all – will get 40,000 pounds from the trust.",
        "Bristol — The harbour city has eight small boatyards and one trust for them.",
        "BRISTOL — the harbour city — has eight small boatyards and one trust for them.",
        "In May 2025 – The yards had just opened again – the trust gave 40,000 pounds.",
        "BRISTOL — Eight yards.",
    ],
)
def test_a_sentence_with_a_dash_is_a_sentence(first: str) -> None:
    assert parse_article(f"Harbour fund opens\n\n{first}\n\n{FIRST} {REST}", format="text").text.startswith(first)
