"""What somebody could work out who adds and subtracts all figures that ever came out."""

from collections import Counter
from itertools import combinations

from evaluation.disclosure import FEWEST

PRIME = 1_000_003


def rank(columns):
    """Return the rank of a matrix of whole numbers over a prime field (Gauss)."""
    columns, found = [list(column) for column in columns], 0
    while columns:
        pivot = columns.pop()
        at = next((at for at, value in enumerate(pivot) if value % PRIME), None)
        if at is None:
            continue
        found += 1
        inverse = pow(pivot[at], -1, PRIME)
        columns = [
            [(value - column[at] * inverse * own) % PRIME for value, own in zip(column, pivot, strict=True)]
            for column in columns
        ]
    return found


def tells_of_fewer_than_five(figures, everybody):
    """Tell whether some combination of the sums over `figures` depends on one to four scores alone, besides one that
    whoever asks knows: their own.

    With a row for each figure and a column for each score, such a combination is there exactly if leaving out the
    columns of these few makes the rows depend on one another. Columns that are the same stand or fall together.
    """
    columns = Counter(tuple(int(one in figure) for figure in figures) for one in everybody)
    whole = rank(columns)
    return any(
        rank(column for column in columns if column not in few) < whole
        for number in range(1, FEWEST + 1)
        for few in combinations(columns, number)
        if sum(columns[column] for column in few) <= FEWEST
    )
