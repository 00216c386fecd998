"""Transcripts with times: which words are kept, whose they are, and where paragraphs end."""

from __future__ import annotations

import contextlib
import time

import pytest

from repurpose.errors import SourceError
from repurpose.sources.pieces import Reading
from repurpose.sources.plain.transcripts import is_transcript, read_transcript

ROLLING_WORDS = (
    "so today we look at the bridge over the harl and why it opens two years later than planned and what it costs now"
)


def srt(*cues: str, seconds: float = 2.0, gap: float = 0.1) -> str:
    """A SubRip file of *cues*, one after the other."""
    blocks = []
    for number, words in enumerate(cues):
        start = number * seconds
        blocks.append(f"{number + 1}\n{stamp(start)} --> {stamp(start + seconds - gap)}\n{words}\n")
    return "\n".join(blocks)


def stamp(seconds: float) -> str:
    whole = int(seconds)
    return f"00:{whole // 60:02d}:{whole % 60:02d},{round(seconds % 1 * 1000):03d}"


def texts(reading: Reading) -> list[str]:
    return [piece.text for piece in reading.pieces]


def turns(text: str) -> list[tuple[str | None, str]]:
    return [(piece.speaker, piece.text) for piece in read_transcript(text).pieces]


def dropped(reading: Reading, reason: str) -> list[str]:
    return [one.text for one in reading.dropped if one.reason == reason]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (srt("Hello."), True),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello.", True),
        ("\ufeffWEBVTT - A talk\nKind: captions\n\nNOTE x\n\n00:01.000 --> 00:02.000\nHello.", True),
        ("0:00:00.599,0:00:04.160\nHello.", True),
        ("\n".join(f"0:{second:02d}\nsome words" for second in range(0, 50, 5)), True),
        ("\n".join(f"0:{second:02d} one two three four five six" for second in range(0, 50, 5)), True),
        ("Chapters\n0:00 Intro\n1:10 Money\n2:00 People\n3:00 Time\n4:00 End\n\nThe bridge opens in May.", False),
        ("Programme\n\n9:30\nCoffee\n\n10:00\nTalk\n\n11:00\nEnd", False),
        ("WEBVTT is a format for captions.\n\nIt has times.", False),
        ("An arrow --> is a sign.", False),
        ("", False),
    ],
)
def test_the_content_tells_a_transcript(text: str, expected: bool) -> None:
    assert expected is is_transcript(text)


def test_cues_become_sentences_with_their_lines() -> None:
    reading = read_transcript(srt("{\\an8}<i>The bridge opens</i>", "in May. It costs\nnine million."))
    (piece,) = reading.pieces

    assert (piece.text, piece.lines) == ("The bridge opens in May. It costs nine million.", (3, 8))
    # Every line that is not in a paragraph is reported.
    assert ["1", "2"] == dropped(reading, "cue number")
    assert [(2, 2), (6, 6)] == [one.lines for one in reading.dropped if one.reason == "timestamp"]


def test_a_paragraph_ends_after_five_sentences_and_at_a_long_pause() -> None:
    assert [5, 2] == [
        text.count(".") for text in texts(read_transcript(srt(*(f"This is sentence {number}." for number in range(7)))))
    ]
    assert [1, 1, 1] == [
        text.count(".") for text in texts(read_transcript(srt("One.", "Two.", "Three.", seconds=5, gap=3)))
    ]
    # No sentence is cut at a pause.
    assert ["The bridge opens in May."] == texts(read_transcript(srt("The bridge", "opens in May.", seconds=5, gap=3)))


def test_words_without_punctuation_part_at_pauses_and_by_length() -> None:
    words = "one two three four five six seven eight nine ten"

    assert [80, 40] == [
        len(text.split()) for text in texts(read_transcript(srt(*(f"{words[:-3]}{number}" for number in range(12)))))
    ]
    assert [10, 10] == [len(text.split()) for text in texts(read_transcript(srt(words, words, seconds=9, gap=4)))]


def test_vtt_loses_its_blocks_settings_and_tags() -> None:
    text = (
        "WEBVTT - On bridges\nKind: captions\nLanguage: en-GB\n\nNOTE a comment\nof two lines\n"
        "\nSTYLE\n::cue { color: red }\n"
        "\nREGION\nid:a\n\nintro\n00:01.000 --> 00:04.000 align:start position:0%\n<c.yellow>Fish &amp; chips</c> are"
        " <00:00:02.000><c> good</c>.\n"
    )
    reading = read_transcript(text)

    assert ["Fish & chips are good."] == texts(reading)
    assert (reading.metadata.title, reading.metadata.language) == ("On bridges", "en-GB")
    assert ["NOTE a comment", "of two lines"] == dropped(reading, "comment")
    assert ["STYLE", "::cue { color: red }", "REGION", "id:a"] == dropped(reading, "caption style")
    assert ["intro"] == dropped(reading, "cue number")


def test_rolling_captions_are_said_once() -> None:
    words = ROLLING_WORDS.split()
    lines = [" ".join(words[start : start + 4]) for start in range(0, len(words), 4)]
    blocks, above = ["WEBVTT\nKind: captions\nLanguage: en\n"], " "
    for number, line in enumerate(lines):
        first, *rest = line.split()
        timed = first + "".join(f"<00:00:{number:02d}.500><c> {word}</c>" for word in rest)
        begin, end = f"00:00:{number:02d}.000", f"00:00:{number:02d}.990"
        blocks.append(f"{begin} --> {end} align:start position:0%\n{above}\n{timed}\n")
        blocks.append(f"{end} --> 00:00:{number + 1:02d}.000 align:start position:0%\n{line}\n \n")
        above = line

    assert [ROLLING_WORDS] == texts(read_transcript("\n".join(blocks)))
    # People repeat themselves where nothing rolls.
    assert ["No. No. The bridge opens."] == texts(read_transcript(srt("No.", "No.", "The bridge opens.")))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("[Music] The bridge opens.", "The bridge opens."),
        ("The bridge (applause) opens.", "The bridge opens."),
        ("The bridge [LAUGHTER] opens.", "The bridge opens."),
        ("♪ la la la ♪\nThe bridge opens.", "The bridge opens."),
        ("♪ la la la", None),
        ("(door closes)\nThe bridge opens.", "The bridge opens."),
        ("[dramatic\nmusic] The bridge opens.", "The bridge opens."),
        ("[Gelächter] Die Brücke öffnet.", "Die Brücke öffnet."),
        ("The [ __ ] bridge opens.", "The bridge opens."),
        ("*laughs* The bridge opens.", "The bridge opens."),
        ("The bridge (see chapter 3) opens.", "The bridge (see chapter 3) opens."),
        ("They said [the bridge] opens (2026).", "They said [the bridge] opens (2026)."),
        ("The bridge of the city (NATO) opens.", "The bridge of the city (NATO) opens."),
    ],
)
def test_descriptions_of_sounds_are_reported_and_asides_stay(words: str, kept: str | None) -> None:
    reading = read_transcript(srt(words))

    assert ([kept] if kept else []) == texts(reading)
    assert bool(dropped(reading, "sound description")) is (kept is None or len(kept) < len(words))


def test_speakers_are_known_by_voice_name_and_mark() -> None:
    first = "00:01.000 --> 00:04.000\n<v.loud Anna Kern>Good day.</v> <v BEN>Hello."
    voices = f"WEBVTT\n\n{first}\n\n00:05.000 --> 00:06.000\nAll?"

    assert [("Anna Kern", "Good day."), ("Ben", "Hello."), (None, "All?")] == turns(voices)
    assert [("Anna O'Neil", "Good day. It rains."), ("Dr. Falk", "No.")] == turns(
        srt("ANNA O'NEIL: Good day.", "It rains.", "DR. FALK (on phone): No.")
    )
    assert [("Anna", "Is it?"), (None, "Yes."), ("Ben", "No.")] == turns(srt(">> ANNA: Is it? >> Yes.\n>> BEN: No."))
    assert [(None, "So who pays?"), (None, "The city.")] == turns(srt("- So who pays?\n- The city."))
    assert [("Anna Kern", "One. Two."), ("Ben Falk", "Note: three.")] == turns(
        srt("Anna Kern: One.", "Anna Kern: Two.", "Ben Falk: Note: three.")
    )


def test_a_name_is_spelled_as_the_talk_spells_it() -> None:
    assert [("Anna", "Is that McKay?"), ("McKay", "No. Yes.")] == turns(
        srt("ANNA: Is that McKay?", "McKAY: No.", "MCKAY: Yes.")
    )


def test_labels_are_no_speakers() -> None:
    said = "NOTE: it rains. Conclusion: it is wet. Conclusion: stay in."

    assert [(None, said)] == turns(srt("NOTE: it rains.", "Conclusion: it is wet.", "Conclusion: stay in."))


def test_a_copied_transcript_loses_its_times_in_figures_and_in_words() -> None:
    text = (
        "Transcript\n\n0:00\n0 seconds\nThe bridge opens.\n0:05\n5 seconds\nIt was 9:30 then.\n"
        "1:05\n1 minute, 5 seconds\nAt 5 seconds past.\n1:10:05\n1 Stunde, 10 Minuten und 5 Sekunden\n"
        "[Music]\n1:10:09\n9:30 was late.\n"
    )
    reading = read_transcript(text)

    assert "The bridge opens. It was 9:30 then." in texts(reading)[0]
    assert texts(reading)[-1] == "9:30 was late."
    assert all("second" not in one or "past" in one for one in texts(reading))
    assert ["Transcript"] == dropped(reading, "site header")


def test_unspaced_scripts_are_joined_without_spaces() -> None:
    assert ["橋は五月に開きます。"] == texts(read_transcript(srt("橋は五月に", "開きます。")))


@pytest.mark.parametrize(
    "text",
    [
        srt("x") + "99999999:99:99,999 --> 1:00:00,000\nhuge",
        "0:00:00,000 --> 9999:59:59,999\nLong.\n\n9999:59:59,999 --> 0:00:00,000\nBack.",
        "00:00:01,000 --> 00:00:02,000\n" + "word word\n" * 50_000,
        "00:00:01,000 --> 00:00:02,000\n" + "♪" * 100_000,
        "00:00:01,000 --> 00:00:02,000\n" + "[" * 300_000,
        "00:00:01,000 --> 00:00:02,000\n" + "(a\n" * 20_000,
        "00:00:01,000 --> 00:00:02,000\n" + "<v A>" * 50_000,
        "00:00:01,000 --> 00:00:02,000\n" + ">> " * 100_000,
        "00:00:01,000 --> 00:00:02,000\n" + "<c " * 200_000,
        "".join(f"00:00:01,000 --> 00:00:02,000\nA{number}: hello\n\n" for number in range(10_000)),
        "0:00\na\n" * 10_000,
        "\n" * 500_000,
    ],
    ids=["times", "years", "lines", "notes", "brackets", "open", "voices", "turns", "tags", "names", "stamps", "blank"],
)
def test_a_transcript_built_to_hurt_is_read_or_refused_soon(text: str) -> None:
    start = time.process_time()
    with contextlib.suppress(SourceError):
        read_transcript(text)

    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    "credit",
    [
        "Subtitles by Ann Lee",
        "<i>Captions by ccmill.example</i>",
        "Transcribed by\nAnn Lee",
        "Untertitel: Anna Kern",
        "Sous-titres réalisés par Anne Le Roux",
        "字幕：李明",
    ],
)
def test_who_made_the_captions_is_reported_and_no_talk(credit: str) -> None:
    for cues in ([credit, "The bridge opens.", "Come and see it."], ["The bridge opens.", "Come and see it.", credit]):
        reading = read_transcript(srt(*cues))

        assert texts(reading) == ["The bridge opens. Come and see it."]
        assert len(dropped(reading, "caption credit")) == 1


def test_talk_about_captions_stays() -> None:
    talk = ["Transcribed by hand, the letters took years.", "It was done by Ann.", "Subtitles by us would be better."]

    assert texts(read_transcript(srt(*talk))) == [" ".join(talk)]
    middle = [f"Word {number}." for number in range(10)]
    assert "Subtitles by Ann Lee" in " ".join(texts(read_transcript(srt(*middle, "Subtitles by Ann Lee", *middle))))
