from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest

from repurpose import compose
from repurpose.formatters.hook import Hook, keeping
from repurpose.formatters.hooks import WEAK, kickers, offered
from repurpose.formatters.openings import openings, titles
from repurpose.formatters.outline import Beat, Outline
from repurpose.model import PLATFORMS
from repurpose.platforms import profile
from repurpose.text.counting import graphemes
from repurpose.text.emojis import find_emojis
from tests.corpus import ROOT, summary_of
from tests.formatters.miniature import drafts, outlined, read
from tests.formatters.pieces import beat, hook, listing, offer

NOTHING = outlined("Nothing is told here.")
NO_LINKS: tuple[str | None, ...] = (None,) * len(PLATFORMS)
TITLED = ("youtube", "pinterest", "reddit", "newsletter")
FOLDED = [key for key in PLATFORMS if profile(key).fold]
WORDS = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Larch Maple Oak Pine".split()  # noqa: SIM905 - a list of words


def chosen(
    *lines: Hook,
    beats: Sequence[Beat] = (),
    links: tuple[str | None, ...] = NO_LINKS,
    titles: Sequence[Hook] = (),
    kickers: Sequence[Hook] = (),
    title: str | None = None,
) -> dict[str, str]:
    """What each platform opens with, of an article with this *title*."""
    summary = outlined("Nothing is told here.", title).summary if title else NOTHING.summary
    outline = Outline(summary=summary, beats=tuple(beats))
    lines_there = offer(*lines, titles=titles, kickers=kickers)
    return {key: first.text for key, (first, *_) in openings(lines_there, outline, links).items()}


# ---- no two platforms open alike


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 13, 14])
def test_good_lines_are_shared_out_evenly(count):
    uses = Counter(chosen(*(hook(f"{word} grows by the river.") for word in WORDS[:count])).values())

    assert sum(uses.values()) == len(PLATFORMS)
    assert len(uses) == count
    assert max(uses.values()) - min(uses.values()) <= 1


def test_the_first_platforms_choose_first():
    found = chosen(*(hook(f"{word} grows by the river.", 2 - at / 10) for at, word in enumerate(WORDS)))

    assert [found[key].split()[0] for key in PLATFORMS[:3]] == WORDS[:3]


@pytest.mark.parametrize(("second", "third"), [(0.7, 0.7), (1.9, 0.7), (0.7, 0.6)])
def test_the_most_prominent_platforms_open_differently_where_lines_are_fair(second: float, third: float):
    found = chosen(
        hook("Alder grows by the river.", 2.0), hook("Birch stands there.", second), hook("Cedar is rare.", third)
    )

    assert len({found[key] for key in PLATFORMS[:3]}) == 3


def test_a_line_that_only_one_of_them_can_take_is_left_to_it():
    long = (
        "Alder grows by the river, and larch and pine grow on the hill behind the old mill of Holm, which nobody uses."
    )
    found = chosen(hook(f"{long} {long}", 2.0), hook("Birch stands there.", 1.8), hook("Cedar is rare.", 1.0))

    assert {found[key] for key in ("linkedin", "instagram")} == {"Birch stands there.", "Cedar is rare."}
    assert found["x"].startswith("Alder")


def test_the_most_prominent_platforms_rather_open_alike_than_weakly():
    found = chosen(hook("Alder grows by the river.", 2.0), hook("Birch stands there.", WEAK - 0.1))

    assert {found[key] for key in PLATFORMS[:3]} == {"Alder grows by the river."}
    assert "Birch stands there." in found.values()


FERRY = "The ferry over the lake"
TAKES = "The ferry of Norrby takes forty people over in nine minutes."


@pytest.mark.parametrize(
    ("line", "score", "origin", "opens"),
    [
        (TAKES, -0.2, "article", True),
        (TAKES, -0.4, "article", False),
        # too short, of anything, in nobody's words, below the fold
        ("The ferry takes forty people over.", -0.2, "article", False),
        ("Forty people are taken to the other side in nine minutes.", -0.2, "article", False),
        (f"“We take it: {TAKES}”", -0.2, "article", False),
        (f"{TAKES[:-1]}, {'and back again before the night comes, ' * 5}every day.", 1.0, "article", False),
        # whoever speaks has a name
        (f"Ada Brook: “{TAKES}”", -1.9, "byline", True),
        (f"Ada Brook: “{TAKES}”", -2.1, "byline", False),
    ],
)
def test_a_fair_line_on_the_subject_opens_rather_than_the_headline_again(line, score, origin, opens):
    found = chosen(hook(FERRY, 2.0, origin="title"), hook(line, score, origin=origin), title=FERRY)

    assert {found[key] for key in ("linkedin", "instagram")} == ({FERRY, line} if opens else {FERRY})


def test_on_the_subject_is_what_names_what_the_article_is_about():
    """Not every word of its title does."""
    text = "The Holm test is old. The Holm test asks for two readers. Nobody at the mill knows the Holm test well."
    outline = outlined(text, "Does our mill pass the Holm test?")
    lines = offer(
        hook("Does our mill pass the Holm test?", 2.0, origin="title"),
        hook("A paper passed if at least two people had read it aloud.", 0.4),
        hook("The Holm test was made for readers of printed newspapers.", 0.3),
    )
    found = {key: first.text for key, (first, *_) in openings(lines, outline, NO_LINKS).items()}

    assert {found[key] for key in ("x", "linkedin", "instagram")} == {lines.hooks[0].text, lines.hooks[2].text}


@pytest.mark.parametrize(
    ("line", "origin", "opens"),
    [
        ("Two ferries of Norrby cross the lake in nine minutes, {}", "article", True),
        # slow, or somebody's words
        ("If you are on the ferry of Norrby, {}", "article", False),
        ("Ada Brook: “The ferry of Norrby crosses the lake in nine minutes, {}”", "byline", False),
    ],
)
def test_on_a_short_post_no_slow_line_opens_for_the_sake_of_another_opening(line: str, origin: str, opens: bool):
    # Only X takes so long a line.
    line = line.format("and the children of the town look at the boats of the fishers, " * 3)
    others = (hook("A ferry sails on 4 May.", 1.8), hook(FERRY, 0.65, origin="title"))
    found = chosen(*others, hook(line, 1.2, origin=origin), title=FERRY)

    assert (found["x"] == line) is opens


@pytest.mark.parametrize(
    ("part", "opens"),
    [
        ("Printers without an office", True),
        ("Working from a room above the mill", True),
        ("New report", False),
        # the name stands behind the colon
        ("Mill of the week", False),
        ("Norrby · Mills", False),
    ],
)
def test_most_of_the_title_opens_rather_than_the_whole_again(part: str, opens: bool):
    whole = "New report: Working from a room above the mill"
    if part.startswith("Printers"):
        whole = f"Norrby: {part}"
    if part.startswith("Mill of"):
        whole = f"{part}: Alder"
    origin = "article" if "·" in part else "title"
    found = chosen(hook(whole, 2.0, origin="title"), kickers=[hook(part, 0.6, origin=origin)], title=whole)

    assert (part in {found[key] for key in ("x", "linkedin", "instagram")}) is opens


def test_a_line_of_less_than_a_quarter_of_the_best_is_weak():
    found = chosen(hook("Alder grows by the river.", 2.0), hook("Birch stands there.", 0.49))

    assert {found[key] for key in PLATFORMS[:3]} == {"Alder grows by the river."}


def test_a_line_that_says_next_to_nothing_never_opens_beside_a_good_one():
    found = chosen(hook("Alder grows by the river.", 2.0), hook("Birch.", -0.9))

    assert set(found.values()) == {"Alder grows by the river."}


def test_where_there_is_only_a_bad_line_it_opens():
    assert set(chosen(hook("Birch.", -3.0)).values()) == {"Birch."}


# ---- the fold, the limit, the link

LONG = "Alder grows by the river, " + "and larch and pine grow on the hill behind the mill, " * 3


def test_a_line_that_fits_above_the_fold_comes_before_a_better_one_that_does_not():
    found = chosen(hook(LONG, 2.0), hook("Birch grows by the lake.", 1.0))

    assert {key: found[key] for key in FOLDED} == dict.fromkeys(FOLDED, "Birch grows by the lake.")
    assert found["x"] == LONG


def test_without_another_line_the_fold_is_passed():
    assert chosen(hook(LONG, 2.0))["linkedin"] == LONG


@pytest.mark.parametrize(("score", "opens"), [(-1.4, True), (-1.6, False)])
def test_a_plainer_sentence_above_the_fold_opens_where_the_fold_cuts_all_others(score: float, opens: bool):
    plain = "Birch grows by the lake."
    found = chosen(hook(LONG, 2.0), hook(plain, score))

    assert found["x"] == LONG
    assert (plain in {found["linkedin"], found["instagram"]}) is opens


@pytest.mark.parametrize("key", FOLDED)
def test_no_emoji_takes_a_first_line_below_the_fold(any_seed, key):
    first = compose(summary_of(any_seed), key).posts[0].text.split("\n")[0]
    opening = first[: min([len(first), *(span.start for span in find_emojis(first))])].rstrip()
    fold = profile(key).fold

    assert fold
    assert graphemes(first) <= fold.graphemes or graphemes(opening) > fold.graphemes


@pytest.mark.parametrize("key", ["linkedin", "instagram"])
def test_every_seed_opens_above_the_fold_where_it_can(any_seed, key):
    """The platforms that choose early; later ones rather take what the fold cuts than what all others have said."""
    summary = summary_of(any_seed)
    lines = offered(outlined(summary.article.text, summary.article.title), {})
    first = compose(summary, key).posts[0].text.split("\n")[0]
    opening = first[: min([len(first), *(span.start for span in find_emojis(first))])].rstrip()
    fold = profile(key).fold
    fits = [hook for hook in lines.hooks if fold and graphemes(hook.text) <= fold.graphemes and hook.score > WEAK]

    assert fold
    assert graphemes(opening) <= fold.graphemes or not fits


@pytest.mark.parametrize(
    ("length", "link", "opens"), [(280, None, True), (281, None, False), (232, "u" * 23, True), (233, "u" * 23, False)]
)
def test_a_line_leaves_room_for_the_link_and_its_words(length, link, opens):
    line, short = hook("x" * length, 3.0), hook("Short")

    assert opens == (chosen(line, short, links=(link, *NO_LINKS[1:]))["x"] == line.text)


def test_a_line_opens_without_a_link_that_leaves_room_for_none():
    assert chosen(hook("x" * 280), links=("u" * 2000, *NO_LINKS[1:]))["x"] == "x" * 280


# ---- what a hook announces

BOUND = hook("Three trees grow by the river:", 2.0, delivers=7)
OTHER = hook("Alder grows by the river.", 1.0)


@pytest.mark.parametrize(
    ("length", "expected"), [(60, "Three trees"), (248, "Three trees"), (249, "Alder grows"), (2000, "Alder grows")]
)
def test_a_line_opens_where_what_it_announces_fits_too(length, expected):
    # 280 units on X: the line, a blank line, and the rest.
    found = chosen(BOUND, OTHER, beats=[beat("x" * length, place=7)])

    assert found["x"].startswith(expected)


def test_a_line_that_announces_what_is_not_told_opens_nothing():
    assert set(chosen(BOUND, OTHER).values()) == {OTHER.text}


def test_labels_that_say_too_little_are_no_delivery():
    bare = beat(tellings=[listing("Trees:", "Alder", "Birch", place=7, is_bare=True)])

    assert set(chosen(BOUND, OTHER, beats=[bare]).values()) == {OTHER.text}


def test_a_count_of_ours_is_delivered_by_all_items_only():
    whole = listing("Trees:", "Alder", "Birch", "Cedar", place=7)
    part = listing("Trees:", "Alder", "Birch", place=7)
    counted = hook("3 trees by the river", 2.0, origin="count", delivers=7)
    found = keeping(counted, beat(tellings=[whole, part]))

    assert found is not None
    assert found.tellings == (whole,)
    either = beat(tellings=[whole, part])
    assert keeping(OTHER, either) is either


def test_a_count_opens_only_where_all_of_its_items_fit():
    whole = listing("Trees:", *(f"{word} {'x' * 60}" for word in WORDS[:5]), place=7)
    part = listing("Trees:", "Alder", "Birch", "Cedar", place=7)
    found = chosen(
        hook("5 trees by the river", 2.0, origin="count", delivers=7), OTHER, beats=[beat(tellings=[whole, part])]
    )

    assert found["x"] == OTHER.text
    assert found["linkedin"].startswith("5 trees")


# ---- under a title field


@pytest.mark.parametrize("key", TITLED)
def test_what_the_title_field_says_is_not_said_again_under_it(key):
    title = hook("Trees by the river", 2.0, origin="title")
    goes_on = hook("Trees by the river of Holm grow twelve metres high.", 1.9)
    found = chosen(title, goes_on, OTHER, titles=[title, goes_on])

    assert found[key] == OTHER.text
    assert title.text in found.values()


@pytest.mark.parametrize("key", TITLED)
def test_with_nothing_else_to_say_the_text_begins_with_the_title(key):
    title = hook("Trees by the river", 2.0, origin="title")

    assert chosen(title, titles=[title])[key] == title.text


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [((70, 60), 70), ((78, 60), 78), ((79, 60), 60), ((90, 85), None)],
)
def test_the_title_field_takes_the_first_line_that_fits(lengths, expected):
    lines = offer(titles=[hook("x" * length) for length in lengths])
    found = next(titles(lines, profile("newsletter")), None)

    assert expected == (len(found.text) if found else None)


def test_a_full_stop_at_its_end_does_not_count():
    lines = offer(titles=[hook("x" * 78 + ".")])

    assert next(titles(lines, profile("newsletter"))).text.endswith(".")


BUS = """{0}Readers of Norrby order books on Monday and fetch them on Thursday.

The bus of Norrby carries 3,000 books, and 40 volunteers drive it.
"""
OPENING = "The library bus of Norrby returns after two years, and it may stop in ten villages. "


@pytest.mark.parametrize("title", ["The library bus of Norrby returns", "Norrby", "Books on wheels", None])
@pytest.mark.parametrize("opening", [OPENING, ""])
def test_no_text_begins_with_its_title(title, opening):
    for key in TITLED:
        post = compose(read(BUS.format(opening), title), key).posts[0]

        assert post.title
        assert not post.text.casefold().startswith(post.title.casefold()), (key, post)
        assert post.title == title or title is None


def test_the_title_field_has_the_title_even_where_a_better_opening_says_the_same():
    title = "The library bus of Norrby returns after two years"

    assert {compose(read(BUS.format(OPENING), title), key).posts[0].title for key in TITLED} == {title}


def test_every_seed_has_its_own_title_over_another_first_line(any_seed):
    summary = summary_of(any_seed)
    for key in TITLED:
        post = compose(summary, key).posts[0]

        assert post.title
        assert not post.text.startswith(post.title)


TIPS = """The town library lends 300 tools.

## Learn the names of the parts

A bicycle has about 1,500 parts, and nobody needs more than forty names.

## Keep a list of screws

Screws get lost within minutes on a floor of planks.

## Clean the chain first

A dirty chain ruins new cogs in about 200 kilometres.

## Ask a neighbour

Neighbours who mend bicycles may lend a stand for the evening.
"""
HEADINGS = ("Learn the names of the parts", "Keep a list of screws", "Clean the chain first", "Ask a neighbour")


@pytest.mark.parametrize("title", ["My tips for mending a bicycle", "Some tips for mending a bicycle"])
def test_a_count_that_is_ours_is_delivered_in_every_format(title):
    found = drafts(read(TIPS, title))
    counted = 0
    for draft in found.values():
        whole = "\n".join(post.text for post in draft.posts)
        if "Four tips" in f"{draft.posts[0].title}\n{whole}":
            counted += 1

            assert all(heading in whole for heading in HEADINGS), draft

    assert counted


# ---- behind a title of a word or two

DESSERT = """Cooks of Holm roll it by hand from condensed milk, butter and cocoa.

A pot of condensed milk makes 30 pieces, and they may be kept in a cold cellar for a week.
"""


@pytest.mark.parametrize(
    ("title", "is_said"),
    [("Brigadeiro", True), ("My brigadeiro", False), ("3 brigadeiros", False), ("How is it made?", False)],
)
def test_a_title_that_only_names_its_subject_stands_before_a_line_that_does_not(title, is_said):
    first = {key: draft.posts[0].text.split("\n")[0] for (key, _), draft in drafts(read(DESSERT, title)).items()}
    behind = {key for key, line in first.items() if line.startswith(f"{title}: ")}

    assert bool(behind) == is_said
    # Under a title field it has been said.
    assert behind.isdisjoint(TITLED)


def test_a_part_of_the_title_keeps_its_words_apart_where_brackets_go():
    outline = outlined("Norrby elects its harbour board in May.", "Harbour board (nine seats) 2027")

    assert "Harbour board 2027" in [hook.text for hook in kickers(outline)]


@pytest.mark.parametrize("key", [key for key in PLATFORMS if "title" not in profile(key).fields])
def test_of_a_disaster_everybody_tells_what_happened(key: str):
    opening = compose(summary_of(ROOT / "seeds/grave-ferry-accident.md"), key).posts[0].text.split("\n")[0]

    assert re.search(r"\b(?:Four|four|hit|struck)\b", opening)


def test_a_list_that_speaks_of_the_report_stands_under_the_headline_that_names_it():
    text = (
        "The third report on the harbour of Norrby is out.\n\n40 boats a day passed the quay of Norrby in 2033, 12 "
        "percent more than in 2032.\n\nIda Marlow sums up several of the findings in the report:\n\n"
        "- More boats from Holm\n- Fewer nets in the sound\n- Longer days at the quay\n"
    )
    title = "New harbour report: 12 percent more boats in Norrby"
    post = compose(read(text, title), "linkedin").posts[0].text

    assert "findings in the report" not in post or post.startswith(title)


def test_the_part_of_a_title_that_opens_begins_with_a_capital():
    title = "El huerto llega al comedor: catorce colegios de Holm cocinan lo que siembran"
    outline = outlined("Catorce colegios de Holm cocinan lo que siembran en sus huertos.", title, language="es")

    assert "Catorce colegios de Holm cocinan lo que siembran" in [one.text for one in kickers(outline)]


REPORT = """\
Millers of the town have printed their third annual report of the year on good paper.

40 mills of Norrby ground rye in 2033, a rise of more than 10 percent from the year before.

Ada Brook sums up several of the trends of mills reviewed in the report:

- Larger wheels of oak
- More millers from Holm
- Two new weirs on the Harl
"""


@pytest.mark.parametrize("key", ["linkedin", "instagram"])
def test_neither_half_a_title_nor_a_lead_in_opens_where_the_lead_in_leans_on_the_title(key: str):
    summary = read(REPORT, "New report of the millers: Mills of Norrby ground 10% more in 2033")
    first = compose(summary, key).posts[0].text.split("\n")[0]

    assert not first.startswith(("Mills of Norrby ground", "Ada Brook sums up"))


def test_a_description_that_stands_in_the_text_is_told_once():
    first = "Pages of a town have to be understood by people of many tongues."
    text = (
        f"{first} The town of Norrby asked its readers, and forty of them tested the pages in May.\n\n"
        "Although a translation is a first step, readers may feel alone with pages that speak of nothing they know.\n"
    )
    summary = read(text, "Case study: Norrby and its pages", description=first)
    posts = [compose(summary, key).posts[0].text for key in PLATFORMS]

    assert any(post.startswith(first) for post in posts)
    assert all(post.count(first) <= 1 for post in posts)
