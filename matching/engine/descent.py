"""Prices that supply and demand agree on, found without a linear programme.

A household hesitates: it spreads its demand over its bundles, a bundle better by one hesitation being
``e`` times more wanted. The dual is then smooth; prices follow demand with momentum (Nesterov, restarted
when it overshoots), and as hesitation shrinks they tend to those of the linear programme.
"""

import numpy as np

from matching.engine.instance import Floats, Instance, Ints
from matching.engine.prices import Dual, after_paying, evaluate, rounded


STAGES, PASSES = 6, 30
# In hesitations, how far behind its household's best a bundle is wanted by nobody.
UNWANTED = 20


def descend(instance: Instance) -> Dual:
    """The lowest bound met on the way."""
    found = best = evaluate(instance, np.zeros(len(instance.capacity)))
    supply = instance.capacity.astype(np.float64)
    for hesitation in hesitations(instance):
        behind = found.best[instance.owner] - found.left
        wanted = instance.keep(np.flatnonzero(behind <= UNWANTED * hesitation))
        found = evaluate(instance, rounded(settle(wanted, supply, found.prices, hesitation)))
        best = min(best, found, key=lambda dual: dual.bound)
    return best


def hesitations(instance: Instance) -> list[float]:
    """From one standard deviation of gains, each half of the one before.

    Where all gains are alike, from what lets prices reach them in one stage.
    """
    reach = float(instance.gain.max(initial=1)) / PASSES
    first = max(float(instance.gain.std()), reach, 1.0)
    return [first / 2**stage for stage in range(STAGES)]


def settle(instance: Instance, supply: Floats, prices: Floats, hesitation: float) -> Floats:
    """These prices once demand has moved them; each by one hesitation at most, whatever is missing."""
    before, pace = prices, 1.0
    for _ in range(PASSES):
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = np.maximum(prices + (pace - 1) / faster * (prices - before), 0)
        wanted = demand(instance, ahead, hesitation)
        missing = (wanted - supply) / np.maximum(np.maximum(wanted, supply), 1)
        before, prices = prices, np.maximum(ahead + hesitation * missing, 0)
        overshoots = ((wanted - supply) * (prices - before)).sum() < 0
        pace = 1.0 if overshoots else faster
    return prices


def demand(instance: Instance, prices: Floats, hesitation: float) -> Floats:
    """How much of each resource households want at these prices."""
    slots = len(instance.arc_first) - 1
    wanted = np.zeros(len(prices))
    left = after_paying(instance, prices) / hesitation
    if slots:
        arc_left = (instance.arc_gain - prices[instance.arc_use]) / hesitation
        arcs, worth = spread(arc_left, instance.arc_first[:-1])
        left += np.append(worth, 0)[instance.slot]
    bundles, _ = spread(left, instance.first[instance.served])
    if slots:
        opened = np.bincount(instance.slot, weights=bundles, minlength=slots + 1)
        arcs *= np.repeat(opened[:-1], np.diff(instance.arc_first))
        wanted += np.bincount(instance.arc_use, weights=arcs, minlength=len(wanted))
    for kind, uses in enumerate(instance.uses):
        amounts = 1 if instance.amounts is None else instance.amounts[kind]
        wanted += np.bincount(uses, weights=bundles * amounts, minlength=len(wanted))
    return wanted


def spread(left: Floats, starts: Ints) -> tuple[Floats, Floats]:
    """The share of each choice among those that start there, or nothing; and what choosing is worth."""
    counts = np.diff(starts, append=len(left))
    best = np.maximum(np.maximum.reduceat(left, starts), 0)
    shares = np.exp(left - np.repeat(best, counts))
    total = np.exp(-best) + np.add.reduceat(shares, starts)
    shares /= np.repeat(total, counts)
    return shares, best + np.log(total)
