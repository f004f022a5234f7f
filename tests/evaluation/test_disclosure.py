"""The rule by itself: no figure about fewer than five comes out, nor can it be worked out from those that did."""

import random

import pytest

from evaluation.disclosure import digest, may_come_out, rounded

from .working_out import tells_of_fewer_than_five


@pytest.mark.parametrize(
    ("scores", "earlier", "comes_out"),
    [
        ("abcde", [], False),  # besides any one of them there are but four
        ("abcdef", [], True),
        ("abcdefg", ["abcdef"], False),  # the difference is g alone
        ("abcdef", ["abcdefg"], False),  # g has left
        ("abcdefghijk", ["abcdef"], False),  # the difference is five, and one of them knows its own
        ("abcdefghijkl", ["abcdef"], True),
        ("ghijkl", ["abcdef"], True),
        ("bcdefghijkl", ["abcdef"], True),  # a has left and six have come: the difference is about seven
        ("ghijklm", ["abcdef", "ghijkl"], False),
        ("abcdefghijkl", ["abcdef", "ghijkl"], False),  # nothing new, though each difference is about six
        ("abcdef", ["abcdef"], False),  # the same: the figure that is shown stays
    ],
)
def test_a_figure_comes_out_only_with_enough_and_enough_new_ones(scores, earlier, comes_out):
    assert may_come_out(scores, [set(each) for each in earlier]) is comes_out


@pytest.mark.parametrize("seed", range(6))
def test_no_combination_of_figures_tells_of_fewer_than_five(seed):
    """Organisations come, leave, and change their answers at random; every figure that comes out is remembered."""
    chance = random.Random(seed)
    present, out, number = set(), [], 0
    for _quarter in range(12):
        for _come in range(chance.randint(0, 3)):
            number += 1
            present.add(number)
        for one in list(present):
            if chance.random() < 0.12:
                present.discard(one)
        if may_come_out(present, out):
            out.append(set(present))
    everybody = sorted(set().union(*out))
    assert not tells_of_fewer_than_five(out, everybody)


def test_the_check_itself_finds_what_leaks():
    everybody = list(range(12))
    assert tells_of_fewer_than_five([set(range(5))], everybody)
    assert tells_of_fewer_than_five([set(range(6)), set(range(7))], everybody)
    three = [set(range(6)), set(range(5, 11)), set(range(12))]  # the first two and the last: 5 twice, and 11
    assert tells_of_fewer_than_five(three, everybody)
    assert not tells_of_fewer_than_five([set(range(6)), set(range(12))], everybody)


@pytest.mark.parametrize(
    ("mean", "told"), [(0, 10), (0.04, 10), (0.52, 50), (0.53, 55), (0.874, 85), (0.97, 90), (1, 90)]
)
def test_figures_are_rounded_and_never_tell_what_all_answered(mean, told):
    assert rounded(mean) == told


def test_a_digest_changes_with_the_answers_and_the_organisation_alone():
    one = digest("key", {"a": 0.5, "b": 1.0})
    assert one == digest("key", {"b": 1.0, "a": 0.5})
    assert len({one, digest("key", {"a": 0.5}), digest("other", {"a": 0.5, "b": 1.0})}) == 3
