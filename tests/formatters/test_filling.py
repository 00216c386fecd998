from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repurpose.formatters.filling import _options, fill
from repurpose.formatters.outline import Beat
from repurpose.formatters.tellings import Telling
from repurpose.model import KeyPointKind, Span
from tests.formatters.pieces import beat, listing


def cost(telling: Telling) -> int:
    return len(telling.text)


def apart(beats: list[Beat]) -> list[Beat]:
    """*beats*, those without a place of their own each from another sentence."""
    return [_at(one, 1000 * number) if one.place == 0 else one for number, one in enumerate(beats, 1)]


def _at(one: Beat, place: int) -> Beat:
    span = Span(place, place + 1)
    return replace(one, place=place, tellings=tuple(replace(way, spans=(span,)) for way in one.tellings))


def told(beats: list[Beat], *, room: int, most: int = 9, must: int | None = None) -> list[tuple[int, int]]:
    """For each beat that is told its number among *beats*, and the length at which it is told."""
    beats = apart(beats)
    found = fill(beats, cost, room=room, most=most, must=must)
    return [(beats.index(one), len(telling.text)) for one, telling in found]


def claim(*lengths: int, place: int = 0, worth: float = 0.0, kind: KeyPointKind = KeyPointKind.CLAIM) -> Beat:
    return beat(*("x" * length for length in lengths), place=place, worth=worth, kind=kind)


@pytest.mark.parametrize(
    ("beats", "room", "most", "expected"),
    [
        ([], 100, 9, []),
        ([claim(40)], 39, 9, []),
        ([claim(40)], 40, 9, [(0, 40)]),
        ([claim(40)], 40, 0, []),
        # in the order of the beats, whatever they are worth
        ([claim(10), claim(10, worth=3), claim(10, worth=1)], 30, 9, [(0, 10), (1, 10), (2, 10)]),
        ([claim(10), claim(10, worth=3), claim(10, worth=1)], 30, 2, [(1, 10), (2, 10)]),
        # as fully as there is room
        ([claim(60, 30)], 60, 9, [(0, 60)]),
        ([claim(60, 30)], 59, 9, [(0, 30)]),
        # rather one more, and all of them in fewer words
        ([claim(60, 30), claim(60, 30)], 60, 9, [(0, 30), (1, 30)]),
        # two good ones instead of the best one, which fills the post: choosing one by one would take it
        ([claim(100, worth=1.0), claim(50, worth=0.9), claim(50, worth=0.9)], 100, 9, [(1, 50), (2, 50)]),
        # what is worth nothing is still worth a free place
        ([claim(10, worth=-9)], 10, 9, [(0, 10)]),
        ([claim(10, worth=-9), claim(10)], 10, 9, [(1, 10)]),
    ],
)
def test_the_set_that_is_worth_most_is_told(beats, room, most, expected):
    assert expected == told(beats, room=room, most=most)


def test_what_is_worth_less_than_nothing_gives_way_to_a_fuller_telling():
    assert told([claim(90, 30, worth=2), claim(60, worth=-9)], room=90) == [(0, 90)]


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (100, [(0, 60), (1, 40)]),
        (60, [(0, 60)]),
        # in its shortest words before not at all
        (59, [(0, 30)]),
        (30, [(0, 30)]),
        # where it does not fit, the others are told
        (29, []),
    ],
)
def test_what_must_be_told_is_told_whenever_it_fits(room, expected):
    beats = [claim(60, 30, place=7, worth=-5), claim(40, place=90, worth=9)]

    assert expected == told(beats, room=room, must=7)


def test_what_must_be_told_comes_before_more_beats():
    beats = [claim(10, place=place, worth=9 - place) for place in range(5)]

    assert told(beats, room=100, most=1, must=4) == [(4, 10)]


def test_labels_alone_are_worth_less_than_a_sentence():
    labels = listing("Why:", "ab", "cd", is_bare=True)
    bare = beat(tellings=[listing("Why:", "a" * 60, "b" * 60), labels], worth=3.0)
    room = len(labels.text)

    assert told([bare, claim(room, worth=0.0)], room=room) == [(1, room)]
    assert told([bare], room=room) == [(0, room)]


def test_steps_are_told_whole_or_by_their_labels():
    def whole(worth: float) -> list[int]:
        steps = [listing("Steps:", "Mix for ten minutes", "Bake"), listing("Steps:", "Mix", "Bake")]
        found = beat(tellings=steps, worth=worth, kind=KeyPointKind.STEP)
        return [len(one.text) for _, one in fill([found], cost, room=len(steps[0].text) - 1, most=3)]

    assert whole(6.0) == [len("Steps:\n• Mix\n• Bake")]


LENGTHS = st.lists(st.integers(1, 40), min_size=1, max_size=3, unique=True).map(lambda found: sorted(found)[::-1])
BEATS = st.lists(
    st.builds(
        lambda lengths, worth, kind: claim(*lengths, worth=worth, kind=kind),
        LENGTHS,
        st.floats(-3, 6, allow_nan=False),
        st.sampled_from([KeyPointKind.CLAIM, KeyPointKind.STEP]),
    ),
    max_size=4,
)


@given(BEATS, st.integers(0, 120), st.integers(0, 4))
@settings(deadline=None)
def test_no_other_choice_is_worth_more(beats, room, most):
    """The same as trying out every way to tell every set of beats."""
    beats = apart(beats)
    options = [[None, *_options(one, cost, is_bound=False)] for one in beats]
    worths = [
        sum(option[2] for option in chosen if option)
        for chosen in product(*options)
        if sum(option[1] for option in chosen if option) <= room and sum(map(bool, chosen)) <= most
    ]
    found = fill(beats, cost, room=room, most=most)
    gains = {(id(one), level): gain for one in beats for level, _, gain in _options(one, cost, is_bound=False)}
    gained = sum(gains[id(one), one.tellings.index(way)] for one, way in found)

    assert sum(cost(way) for _, way in found) <= room
    assert len(found) <= most
    assert gained == pytest.approx(max(worths))


def test_no_sentence_is_told_in_two_beats_and_what_that_saves_goes_to_others():
    whole, part, other = claim(60, 30, worth=3, place=5), claim(30, worth=2, place=5), claim(30, place=90)

    assert told([whole, part, other], room=90) == [(0, 30), (2, 30)]


def test_what_must_be_told_is_told_even_if_a_weightier_one_says_it_too():
    weighty, needed = claim(40, worth=9, place=5), _at(claim(40), 7)
    needed = replace(needed, tellings=tuple(replace(way, spans=weighty.tellings[0].spans) for way in needed.tellings))

    assert told([weighty, needed], room=100, must=7) == [(1, 40)]


@pytest.mark.parametrize("price", [0.0, 0.7, 1.4, 3.0])
def test_the_dearer_a_statement_the_fuller_and_fewer_are_told(price: float):
    beats = apart([claim(100, 50, worth=1), claim(100, 50, worth=1), claim(100, 50, worth=1)])
    found = fill(beats, cost, room=200, most=9, price=price)

    # twice the price, and the third one is not worth its words
    assert len(found) == (3 if price < 2 else 2)


def test_lists_and_answers_cost_no_more_for_being_several():
    beats = apart([beat("x" * 40, kind=KeyPointKind.QUOTE) for _ in range(4)])

    assert len(fill(beats, cost, room=160, most=9, price=2.1)) == 4
