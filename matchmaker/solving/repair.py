"""Free places that still have a price look for somebody (the reverse auction, after Bertsekas and
Castañon).

An auction that begins from guessed prices may leave places free and dear, and the total short by their
price. Each such place lowers its price until a bidder gains by changing; the place that bidder leaves is
the next to look, and so on until the price left over is nought.
"""

from __future__ import annotations

import numpy as np

from matchmaker.solving.book import Book, Singles, arrange
from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Floats, Ints, Longs


@compiled
def offer_free(
    book: Book, start: Longs, bidder_of: Ints, fit: Singles, step: float, most_steps: int
) -> tuple[bool, int]:
    """Lower what is free and dear; (False, steps) if `most_steps` did not do. The edges are those by
    object.
    """
    waiting = np.empty(len(book.price) + len(book.holder), np.int32)
    count, steps = 0, 0
    for other in range(len(book.price)):
        if _dear(book, other):
            waiting[count], count = other, count + 1
    gain = _gains(book)
    while count:
        count -= 1
        other = waiting[count]
        while _dear(book, other):
            steps += 1
            if steps > most_steps:
                return False, steps
            left = _settle(book, other, start, bidder_of, fit, gain, step)
            if left >= 0 and _dear(book, left) and left != other:
                waiting[count], count = left, count + 1
                if count == len(waiting):
                    return False, steps
    return True, steps


@compiled
def _dear(book: Book, other: int) -> bool:
    low = book.first[other]
    return bool(low < book.first[other + 1] and book.holder[low] < 0 and book.paid[low] > 0.0)


@compiled
def _gains(book: Book) -> Floats:
    """What each bidder now gains: worth less price of the poorest place it holds; 0 for one who could take
    more.
    """
    gain = np.zeros(len(book.need))
    for bidder in range(len(book.need)):
        gain[bidder] = _gain(book, bidder)
    return gain


@compiled
def _settle(
    book: Book, other: int, start: Longs, bidder_of: Ints, fit: Singles, gain: Floats, step: float
) -> int:
    """Give a free place to the bidder who gains most, or price it at nought; the object that bidder left,
    or -1.
    """
    low, high = book.first[other], book.first[other + 1]
    chosen, worth, best, second = -1, 0.0, 0.0, 0.0
    for edge in range(start[other], start[other + 1]):
        bidder = bidder_of[edge]
        value = fit[edge] - gain[bidder]
        if value > second and not _holds(book, bidder, other):
            if value > best:
                chosen, worth, best, second = bidder, fit[edge], value, best
            else:
                second = value
    left, price = -1, 0.0
    if chosen >= 0 and best > step:
        price = min(max(0.0, second - step), book.paid[low])
        left = _leave(book, chosen)
        book.holder[low], book.worth[low], book.paid[low] = chosen, worth, price
        book.held[chosen] += 1
        book.home[chosen] = other
    for place in range(low, high):
        if book.holder[place] < 0:
            book.paid[place] = price
    arrange(book.paid, book.holder, book.worth, low, high)
    book.price[other] = book.paid[low]
    for place in range(low, high):
        if book.holder[place] >= 0:
            gain[book.holder[place]] = _gain(book, book.holder[place])
    return left


@compiled
def _holds(book: Book, bidder: int, other: int) -> bool:
    if book.need[bidder] == 1:
        return bool(book.home[bidder] == other)
    return bool(book.holder[book.first[other]] == bidder)


@compiled
def _gain(book: Book, bidder: int) -> float:
    if book.held[bidder] < book.need[bidder]:
        return 0.0
    edge = _poorest(book, bidder)
    return float(book.fit[edge] - book.price[book.other[edge]])


@compiled
def _poorest(book: Book, bidder: int) -> int:
    """The edge to the object the bidder would miss least among those it holds."""
    chosen, least = -1, 0.0
    for edge in range(book.start[bidder], book.start[bidder + 1]):
        other = book.other[edge]
        if _holds(book, bidder, other):
            value = book.fit[edge] - book.price[other]
            if chosen < 0 or value < least:
                chosen, least = edge, value
    return chosen


@compiled
def _leave(book: Book, bidder: int) -> int:
    """Give up the bidder's poorest place if it can take no more; the object it was at, or -1."""
    if book.held[bidder] < book.need[bidder]:
        return -1
    other = book.other[_poorest(book, bidder)]
    low = book.first[other]
    for place in range(low, book.first[other + 1]):
        if book.holder[place] == bidder:
            book.holder[place], book.paid[place] = -1, book.paid[low]
            arrange(book.paid, book.holder, book.worth, low, book.first[other + 1])
            break
    book.held[bidder] -= 1
    book.home[bidder] = -1
    return int(other)
