from __future__ import annotations

import pytest

from repurpose.summarizer.short_forms import short_forms_in, spelled_out

TEXT = (
    "The Office of Harbour Safety (OHS) was founded in 1912. Every North Coast Day (NCD) the end-of-life (EOL) boats "
    "are burned. Holm’s Ferry Service (FS) looks on. The Bureau of Tides (BOT) and ropes (XYZ) do not."
)


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("OHS", "Office of Harbour Safety (OHS)"),
        ("NCD", "North Coast Day (NCD)"),
        ("EOL", "end-of-life (EOL)"),
        ("FS", "Ferry Service (FS)"),
        # a small word may have a letter of it
        ("BOT", "Bureau of Tides (BOT)"),
        ("XYZ", None),
    ],
)
def test_a_short_form_stands_for_the_words_before_it_letter_by_letter(short: str, expected: str | None):
    found = short_forms_in(TEXT).get(short)

    assert expected == (found.whole if found else None)
    assert found is None or found.span.of(TEXT) == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Boats wait for the OHS to come.", "", "Boats wait for the Office of Harbour Safety (OHS) to come."),
        ("Boats wait for OHS to come.", "", "Boats wait for the Office of Harbour Safety (OHS) to come."),
        ("OHS comes at nine.", "", "The Office of Harbour Safety (OHS) comes at nine."),
        ("EOL boats are burned.", "", "End-of-life (EOL) boats are burned."),
        ("It is an EOL boat.", "", "It is an end-of-life (EOL) boat."),
        # not with a wrong article, nor without one that it may need; not after what has said it, nor inside a word
        ("It is an NCD boat.", "", "It is an NCD boat."),
        ("It belongs to FS now.", "", "It belongs to FS now."),
        ("On NCD talks begin.", "", "On NCD talks begin."),
        ("It belongs to the FS now.", "", "It belongs to the Ferry Service (FS) now."),
        ("OHS comes at nine.", "The Office of Harbour Safety is closed.", "OHS comes at nine."),
        ("OHS comes at nine.", "See the rules (OHS).", "OHS comes at nine."),
        ("The OHS-like EOLs are OHS’s.", "", "The OHS-like EOLs are OHS’s."),
    ],
)
def test_the_first_short_form_is_spelled_out_as_the_article_does_it(text: str, said: str, expected: str):
    told, places = spelled_out(text, said, short_forms_in(TEXT))

    assert told == expected
    assert bool(places) is (told != text)
    assert all(place.of(TEXT)[1:] in told for place in places)
