"""What may be told about several organisations without telling of one. Plain arithmetic: no database.

Three rules, after the handbook on statistical disclosure control of the UK's Government Statistical Service and ONS
("threshold rule", "differencing", "rounding") and the ICO's guidance on anonymisation:

1. *Threshold.* A figure is about at least `FEWEST` organisations besides any one of them, since each knows its own
   answers and can take them off. Each counts once.
2. *Differencing.* A new figure contains at least as many scores that were in no earlier figure of the questionnaire.
   Then no sum or difference of figures that ever came out, of two or of many, is about fewer organisations: take any
   combination of them, and in it the youngest figure that is not left out. Its new scores are in no other figure of the
   combination, so nothing cancels them. A score that changed counts as a new one, and one that was taken back
   stays part of the figures that came out with it: who leaves cannot be worked out from the figures before and after.
3. *Rounding and edges.* A figure is rounded to steps of `STEP` points and kept between `LOWEST` and `HIGHEST`: a mean
   of 0 or 100 would tell what everybody answered.

Besides, figures are made at fixed times only (once a quarter), so that nobody can ask again after each change.
"""

import hashlib

FEWEST = 5
LEAST = FEWEST + 1
STEP = 5
LOWEST, HIGHEST = 10, 90


def digest(counting_key, scores):
    """Return what stands for an organisation's answers in a section (`scores`, by question); changes with any of them.

    `counting_key` is random and known to the hub alone: once it is deleted nobody can tell whose the digest was. The
    section is not part of it: moving all questions to another section makes nothing new of them.
    """
    text = repr((str(counting_key), sorted(scores.items())))
    return hashlib.sha256(text.encode()).hexdigest()


def may_come_out(digests, earlier):
    """Tell whether a figure over the scores `digests`, one per organisation, may come out after `earlier` figures.

    `earlier` holds the digests of each figure of the questionnaire that ever came out.
    """
    return len(digests) >= LEAST and len(set(digests) - set().union(*earlier)) >= LEAST


def rounded(mean):
    """Return a mean between 0 and 1 as points of 100, rounded so that it tells of nobody."""
    return min(max(round(100 * mean / STEP) * STEP, LOWEST), HIGHEST)
