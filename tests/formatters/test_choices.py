"""What a post tells of an article that offers more than it takes, or the same thing twice."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from repurpose import compose
from repurpose.formatters.hooks import hooks
from repurpose.platforms import profile
from tests.corpus import SEED, summary_of
from tests.formatters.miniature import drafts, outlined, read
from tests.formatters.test_openings import HEADINGS, TIPS


def first_post(text: str, title: str, key: str, **more: Any) -> str:
    return compose(read(text, title, **more), key).posts[0].text


def test_a_deadline_is_told_even_where_the_post_gets_long_by_it():
    text = (
        "The Norrby harbour board is looking for people.\n\n"
        "Candidates for the five seats of the Norrby harbour board and for its chair may be named by everybody who "
        "lives in Norrby or in Holm until Monday, 17 October 2033, at noon.\n"
    )
    post = first_post(text, "Call for candidates for the Norrby harbour board", "x", date=dt.date(2033, 9, 1))

    assert "until Monday, 17 October 2033" in post


@pytest.mark.parametrize("key", ["x", "linkedin", "instagram"])
def test_a_deadline_is_told_though_nobody_is_named_who_tells_it(key: str):
    text = (
        "We’re happy about this summer’s boats, and they are faster than those of the year before.\n\n"
        "We welcome everybody to send plans for a boat until 25 March 2033. Before you begin, read the rules below.\n\n"
        "We have built boats in two sheds behind the quay for forty years, and we have never built one that sank. We "
        "ask our neighbours for wood, and they ask us for nets and lamps.\n\n"
        "We hope that our children will build boats when we are old, and that they will have warmer sheds than we have "
        "today. We show them how a plank is bent over a fire.\n"
    )
    post = first_post(text, "Boats of Norrby 2033: Call for plans", key, date=dt.date(2033, 3, 6))

    assert "“We welcome everybody to send plans for a boat until 25 March 2033.”" in post


def test_a_figure_is_told_under_a_title_that_promises_some():
    text = (
        "The numbers are in, and everybody in the town of Norrby can read them in the library.\n\n"
        "The survey of Norrby was made by young readers, who asked their neighbours at the harbour for the results.\n\n"
        "Ferries of the lake are used by 64 people out of a hundred.\n"
    )
    assert "64 people" in first_post(text, "Survey of Norrby: the results", "x")


def test_what_is_worth_much_more_is_told_without_hashtags():
    """The list fits only beside none."""
    text = (
        "The mill is old.\n\n"
        "Boat lessons:\n\n- Look on, and do not help a child that builds a boat in the winter\n"
        "- Preparation pays off before the winter comes\n- A shed is better, and a roof is better than nothing\n"
        "- Ask the harbour master for old wood\n\n"
        "It is easy to build a boat with too many sails, which makes the boat slow.\n"
    )
    post = compose(read(text, "Norrby gets started with boat building for everybody"), "x").posts[0]

    assert post.text.startswith("Norrby gets started")
    assert "Ask the harbour master" in post.text
    assert not post.hashtags


def test_a_short_form_is_spelled_out_in_a_long_post():
    text = (
        "Ferries of Norrby cross the lake in nine minutes, and forty towns pay for them.\n\n"
        "In the talks of 2015 the NCU and forty towns agreed on the price of a ticket for the ferry.\n\n"
        "I was there as a child, and I have kept the letter of the North Coast Union (NCU), as my father did.\n"
    )
    post = first_post(text, "Forty towns agree on the price of a ferry", "linkedin")

    assert "In the talks of 2015 the North Coast Union (NCU) and forty towns" in post


@pytest.mark.parametrize(("more", "is_spelled_out"), [(0, True), (40, False)])
def test_a_long_post_grows_no_longer_by_its_short_forms(more: int, is_spelled_out: bool):
    steps = "\n".join(
        f"{at}. Tie the boat of the NCU to ring number {at} of the quay, and wait for the master, who comes "
        f"with a lamp and a rope{'e' * more} at {at} in the morning of the day."
        for at in range(1, 9)
    )
    text = (
        f"Ferries cross the lake of Norrby.\n\nHow to moor a ferry of Norrby in eight steps:\n\n{steps}\n\n"
        "I was there as a child, and I have kept the letter of the North Coast Union (NCU), as my father did.\n"
    )
    post = first_post(text, "How to moor a ferry", "linkedin")

    assert ("North Coast Union (NCU)" in post) is is_spelled_out
    assert is_spelled_out is (len(post) <= profile("linkedin").target_length.maximum)


@pytest.mark.parametrize(("byline", "is_less"), [("Ada Brook", True), ("Norrby Ferry Committee", False)])
def test_what_one_author_says_as_we_is_worth_less_than_what_is_said_as_i(byline: str, is_less: bool):
    def worth(said: str) -> float:
        text = (
            f"The ferry of Norrby carried 2,400 people over the lake in March.\n\n{said} have friends at the ferries.\n"
        )
        beats = outlined(text, "The ferries of Norrby in March", byline=byline).beats
        return next(beat.worth for beat in beats if beat.is_signed)

    assert (worth("I") - worth("We") > 1.0) is is_less


@pytest.mark.parametrize(
    ("advice", "is_first"),
    [
        ("You do not need to change the pump of the Norrby harbour.", True),
        ("The pump of the Norrby harbour is 40 years old.", False),
    ],
)
def test_a_notice_tells_what_its_readers_have_to_do(advice: str, is_first: bool):
    lead = "Engineers from Holm found a leak that many people have spoken of."
    post = first_post(f"{lead}\n\nThe leak is small.\n\n{advice}", "A leak and the Norrby harbour", "x")

    assert (advice in post) is is_first or lead in post
    assert not is_first or advice in post


def test_what_consists_of_two_lists_is_told_with_both():
    text = (
        "What stays open in May:\n\n- The quay and its lamps\n- The office of the harbour master\n\n"
        "What is closed in May:\n\n- The crane at the old quay\n- The ferry to Holm and Tarn\n"
    )
    post = first_post(text, "The harbour of Norrby in May", "instagram")

    assert "The quay and its lamps" in post
    assert "The ferry to Holm and Tarn" in post


def test_the_same_figures_are_listed_once():
    text = (
        "Norrby upgrades its pumps from 3.1 to 4.2, its lamps from 5.5 to 6.7 and its nets from 8.1 to 9.3.\n\n"
        "## New parts\n\n- Pumps 4.2\n- Lamps 6.7\n- Nets 9.3\n\n## Work\n\nThe old quay is closed on Mondays."
    )
    for draft in drafts(read(text, "Norrby 12 is here")).values():
        whole = "\n".join(post.text for post in draft.posts)

        assert not ("from 3.1 to 4.2" in whole and "• Pumps 4.2" in whole)


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("Just meeting the team of the harbour was enriching for me.", False),
        ("I joined the harbour because I wanted to help people cross the sound.", True),
    ],
)
def test_who_is_asked_why_gives_a_reason(said: str, is_told: bool):
    others = "\n\n".join(
        f"> I was drawn to the harbour by its {what}, and I wanted to see more of it.\n>\n> — {name}"
        for what, name in (("lamps", "Ida Marlow"), ("cranes", "Ole Brook"), ("boats", "Ada Vane"))
    )
    text = f"{others}\n\n> {said}\n>\n> — Eva Holt"

    found = outlined(text, "Why did you join the harbour?").beats
    worth = {beat.tellings[0].text: beat.worth for beat in found}
    least = min(value for told, value in worth.items() if said not in told)

    assert (next(value for told, value in worth.items() if said in told) > least - 2) is is_told


def test_the_list_of_the_title_leaves_no_room_for_another_one():
    other = "In a talk Ole Brook named three things that a screw does:\n\n- It holds\n- It turns\n- It rusts\n\n"
    text = TIPS.replace("## Clean the chain first", f"{other}## Clean the chain first")
    post = first_post(text, "My tips for mending a bicycle", "linkedin")

    assert all(heading in post for heading in HEADINGS)
    assert "It rusts" not in post


def test_a_row_of_entries_gives_no_sentence_from_their_middle():
    text = (
        "The harbour of Norrby runs four projects.\n\n"
        "Midas - A platform for work on the quay. Anyone can post tasks online and people with the skills respond.\n\n"
        "Lamps - A plan for light on the quay. It costs 40 crowns a lamp."
    )
    for draft in drafts(read(text, "What the harbour does")).values():
        assert all("Anyone can post tasks" not in post.text or "Midas" in post.text for post in draft.posts)


def test_in_a_thread_a_list_stands_right_under_the_lead_in_that_opens_it():
    text = (
        "A night ferry: a ship that crosses the sound of Norrby after ten. It carries:\n\n"
        "- Forty cars\n- Ninety people\n\n"
        "The ferry of Norrby costs 4 crowns on weekdays and nothing on Sundays.\n\n"
        "The town of Holm pays for its lamps until the summer of 2033.\n\n"
        "Ida Marlow has steered the ferry of Norrby through 900 storms since she was twenty.\n"
    )
    for key in ("x", "threads", "bluesky", "mastodon"):
        posts = [post.text for post in compose(read(text, "The night ferry of Norrby"), key, format="thread").posts]

        assert not any(post.startswith("• ") for post in posts), posts


def test_the_news_stands_right_under_its_headline():
    background = "The town of Holm has built boats since 1890, and 300 people work at its quay."
    news = (
        "Lindqvist is poised to lead the night ferry of Norrby with 40 sailors, two cooks and a crane from Tarn in May."
    )
    title = "Lindqvist to lead the night ferry of Norrby"
    post = first_post(f"{background}\n\n{news}\n\nThe lamps of the quay burn all night.", title, "linkedin")

    assert post.startswith(f"{title}\n\n{news}")


def test_a_section_that_introduces_somebody_has_no_sentence_of_ours():
    text = (
        "## Lamps\n\nThe lamps of the quay burn all night.\n\n## Cranes\n\nTwo cranes lift coal from every boat.\n\n"
        "## Nets\n\nNets are knotted by hand in every harbour.\n\n## Plans: yes or no\n\n"
        "Ida Marlow, in addition to being a steward of the harbour, works as a mayor of Holm. Plans are made in May.\n"
    )
    for draft in drafts(read(text, "What the harbour of Norrby has")).values():
        assert not any("Plans: yes or no\n" in post.text for post in draft.posts)


def test_a_first_sentence_that_names_nothing_of_the_title_opens_no_short_post():
    background = "The town of Holm has built boats since 1890, and 300 people work at its quay."
    news = (
        "Lindqvist is poised to lead the night ferry of Norrby with 40 sailors, two cooks and a crane from Tarn in May."
    )
    post = first_post(f"{background}\n\n{news}", "Lindqvist to lead the night ferry of Norrby", "x")

    assert not post.startswith(background)


BRIDGE = """\
The new bridge of Holm opens on Friday after nine years of work. It costs 4 million crowns and carries 300 cars an hour.

Neighbours of the river have asked for a bridge since 1998, when the last ferry sank in a storm.

Lorries may not use the bridge of Holm before the spring, because the road behind it is too narrow.
"""


def test_what_goes_on_from_the_opening_sentence_stands_right_under_it():
    told = first_post(BRIDGE, "Holm gets its bridge", "x")

    assert told.startswith("The new bridge of Holm opens on Friday after nine years of work.\n\nIt costs 4 million")


def test_no_post_of_a_thread_begins_with_what_goes_on_from_another():
    thread = compose(read(BRIDGE, "Holm gets its bridge"), "x", format="thread").posts

    assert len(thread) > 1
    assert not any(post.text.startswith("It costs") for post in thread)


def test_what_goes_on_in_the_first_person_is_not_put_between_quotation_marks_alone():
    text = BRIDGE.replace("It costs 4 million crowns", "We paid 4 million crowns for it")

    assert "“We paid" not in first_post(text, "Holm gets its bridge", "x")


def test_a_notice_tells_both_what_to_do_and_what_not():
    text = (
        "It has been a long week for the engineers of Holm.\n\n"
        "A thief who knows of it may open a lock of the Norrby bicycles with a spoon. In order to protect yourself "
        "from such thieves, apply the sticker to your lock.\n\n"
        "You do not need to change the chain or the saddle of a Norrby.\n"
    )
    post = first_post(text, "A hole in the locks of the Norrby bicycles", "x")

    assert "Apply the sticker to your lock." in post
    assert "You do not need to change the chain" in post


def test_under_a_headline_two_short_lines_are_told_where_both_say_something():
    text = (
        "After six years the bakery of Holm is open again since Saturday.\n\n"
        "The bakery of Holm needs 210 kilos of bread a week to break even.\n"
    )
    post = first_post(text, "The bakery of Holm is back", "x")

    assert "After six years the bakery" in post
    assert "210 kilos" in post


def test_what_goes_on_is_told_on_a_short_post_though_a_list_gives_its_figures_and_once_on_a_long_one():
    text = (
        "Pump 30 of Norrby has been released to all the villages! It lifts 124 litres in 12 seconds.\n\n"
        "What Pump 30 of Norrby does:\n\n- It lifts 124 litres at a time\n- It needs 12 seconds\n- It runs 20 years\n"
    )
    short, long = (first_post(text, "Pump 30", key) for key in ("x", "linkedin"))

    assert "It lifts 124 litres in 12 seconds." in short
    assert long.count("124") == 1


OUTAGE = """\
Parcel Post said on Wednesday that its app may show wrong dates to people in Holm until Thursday evening.

The fault affects version 8.2 of the app. Around 60,000 people were shown a date that was one day early.

To avoid this, update the app to version 8.3 and sign in again. People who cannot update should check dates by phone.

Parcel Post was founded in 2014 and delivers about 1,200 parcels a week.
"""


@pytest.mark.parametrize("key", ["linkedin", "instagram"])
def test_no_caveat_keeps_out_what_readers_have_to_do(key: str):
    assert "Update the app to version 8.3" in first_post(OUTAGE, "Parcel Post app may show wrong dates", key)


def test_beside_the_list_that_is_told_a_definition_stands_without_its_examples():
    told = compose(summary_of(SEED), "instagram").posts[0].text

    assert (
        "\n\nSuperintelligence: AI systems that surpass human intelligence across virtually every domain.\n\n" in told
    )
    assert "Self-improving agents" not in told
    assert "1. Data Ecosystem Supremacy" in told
    assert "could pose existential risks" in told


@pytest.mark.parametrize(
    ("lead", "is_told"), [("What the lamps of Norrby need:", True), ("We laid out the rules:", False)]
)
def test_under_a_headline_stands_a_list_of_which_one_knows_what_it_is_about(lead: str, is_told: bool):
    text = (
        "The council of Holm has met for a hundred years in the hall behind the old mill.\n\n"
        f"{lead}\n\n- Everybody is a neighbour\n- Nobody is ever late for work\n- The oldest lights the first lamp\n"
    )
    post = first_post(text, "How forty people light the lamps of Norrby", "x")

    assert ("Nobody is ever late" in post) is is_told


def test_a_sentence_from_the_middle_opens_for_its_news_or_its_number():
    def score(towns: str) -> float:
        told = f"To plan a harbour well takes the help of {towns} along the coast of the Harl."
        outline = outlined(f"The council of Norrby met on Monday.\n\n{told}\n", "Norrby begins to plan a new harbour")
        return next(one.score for one in hooks(outline, {}) if one.text == told)

    # a number is worth stopping at, and the headline on one more platform is better than neither
    assert score("40 towns") - score("other towns") > 0.6


@pytest.mark.parametrize(
    ("first", "opens"),
    [
        ("Many forces draw the harbours of Norrby and Holm to each other.", False),
        ("The harbours of Norrby and Holm signed a treaty on 4 May.", True),
    ],
)
def test_news_opens_a_short_post_before_the_headline_and_what_holds_at_any_time_does_not(first: str, opens: bool):
    title = "Harbours of Norrby and Holm work together on their ferries"
    text = f"{first} Ferries have crossed the lake for a hundred years.\n\nThe lamps of the quay burn all night long.\n"

    assert first_post(text, title, "x").startswith(first if opens else title)


def test_what_a_section_says_under_its_heading_is_the_point_of_a_short_post():
    text = (
        "Boats of Norrby are old, and the people who sail on them know it well.\n\n"
        "## Clean the hull in spring\n\nWeed grows on every hull. You should scrape the hull of a boat every spring "
        "before it goes into the water of the lake.\n\n"
        "## Dry the sails in autumn\n\nSails rot. You should hang the sails of a boat every autumn in a dry shed.\n\n"
        "## Oil the lamps in winter\n\nLamps rust. You should oil the lamps of a boat every winter with warm oil.\n"
    )
    assert "You should scrape the hull" in first_post(text, "How the boats of Norrby are kept", "x")


def test_a_deadline_that_stands_in_a_list_is_told_on_a_short_post_without_the_others():
    dates = (
        "- January 26th 2034: deadline for all the plans that people want to send\n"
        "- January 31st 2034: the harbour master says which of the boats will be built\n"
        "- February 15th 2034: boat builders bring their wood, their tools and their children\n"
        "- March 6th 2034: day of the boats at the old quay of Norrby\n"
    )
    text = f"Send your plans of a boat to the harbour master of Norrby.\n\n## Important dates\n\n{dates}"
    post = first_post(text, "Boats of Norrby 2034: call for plans from builders", "x", date=dt.date(2033, 12, 1))

    assert "January 26th 2034: deadline for all the plans" in post
    assert "January 31st" not in post


def test_who_the_authors_are_is_told_nowhere():
    bio = "Ada Vane, Otto Brill, and Ida Marlow are harbour masters of Norrby and Holm."
    text = f"Boats of Norrby cross the lake in nine minutes.\n\nForty people build boats in two sheds.\n\n{bio}\n"
    summary = read(text, "Boats of Norrby", byline="ovane, Ada Vane, Otto Brill, Ida Marlow")

    assert all("are harbour masters" not in post.text for draft in drafts(summary).values() for post in draft.posts)


def test_a_thread_of_tips_ends_with_the_last_of_them():
    """A sentence that belongs to the first tip is left over after it."""
    tips = (("Scrape the hull", "hull"), ("Dry the sails", "sail"), ("Oil the lamps", "lamp"), ("Mend the nets", "net"))
    told = "\n\n".join(
        f"## Tip {at}: {tip}\n\nYou should look after the {thing} of a boat before the winter comes to Norrby.\n\n"
        f"Boats of Norrby with a good {thing} sail {at + 3} miles further on a single day of wind.\n\n"
        f"Forty people of the town keep a spare {thing} in the shed behind the old mill of Norrby."
        for at, (tip, thing) in enumerate(tips, 1)
    )
    draft = compose(read(told, "My top tips for boats of Norrby"), "x", format="thread")

    assert len(draft.posts) == 5
    assert "4. Mend the nets" in draft.posts[-1].text


def test_no_day_of_a_list_is_told_without_the_lead_in_that_gives_it_its_meaning():
    days = "".join(
        f"- {day} December 2033: lines {day} and {day + 1}, and the night ferry to Holm that people take\n"
        for day in (24, 25, 31)
    )
    text = f"Buses of Norrby run in winter.\n\nWhat does not run:\n\n{days}"
    post = first_post(text, "Winter timetable of the buses and ferries of Norrby", "x", date=dt.date(2033, 12, 1))

    assert "24 December" not in post or "What does not run" in post


def test_a_body_is_no_person_whose_trade_a_sentence_tells():
    text = (
        "Python is used by 9 million people in 120 countries.\n\nPython was released in 1991 by a man from Haarlem.\n"
    )
    post = first_post(text, "Python in numbers", "linkedin", byline="Python Software Foundation")

    assert "Python is used by 9 million people" in post
