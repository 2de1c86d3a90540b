"""The peer of the scoring bar: the same gates, criteria and fit of every pair in whole-array numpy, from the
same encoded columns.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from matchmaker import week
from matchmaker.scoring import Scoring

Block = Any


def in_numpy(scoring: Scoring, low: int, high: int, weights: Block) -> Block:
    """Return fits float32[high-low, mentors]; -inf where a gate forbids. For the bench's six kinds and
    three gates.
    """
    parts: list[Any] = list(scoring.parts)
    skills, text, hours, values, gap, same = parts
    wanted, best = _skills(skills, low, high)
    shared = _minutes(hours.time, low, high)
    both = [
        _text(text, low, high),
        np.minimum(shared / np.float32(hours.target), 1),
        _jaccard(values, low, high),
        np.maximum(1 - np.abs(gap.mentors[None, :] - gap.mentees[low:high, None] - gap.ideal) / gap.range, 0),
        np.minimum(_count(same, low, high), 1),
    ]
    fits = _joined(_mean([wanted, *both], weights), _mean([best, *both], weights))
    shut = ~(shared >= scoring.setting.rules.gates.hours_minutes)
    for gate in scoring.on:
        if gate.id != "hours" and gate.forbid is not None:
            out = np.empty(shut.shape, np.bool_)
            gate.forbid(low, high, out)
            shut |= out
    fits[shut] = -np.inf
    return fits


def _mean(parts: list[Block], weights: Block) -> Block:
    total, known = np.zeros_like(parts[0]), np.zeros_like(parts[0])
    for part, weight in zip(parts, weights, strict=True):
        there = ~np.isnan(part)
        total += np.where(there, part * weight, np.float32(0))
        known += weight * there
    return total / known


def _joined(mine: Block, theirs: Block) -> Block:
    return 2 * mine * theirs / np.maximum(mine + theirs, np.float32(1e-9))


def _skills(part: Any, low: int, high: int) -> tuple[Block, Block]:
    mean, best = (np.full((high - low, part.worth.shape[1]), np.nan, np.float32) for _ in range(2))
    for row in range(low, high):
        worths = part.worth[part.need[part.start[row] : part.start[row + 1]]]
        if len(worths):
            mean[row - low] = worths.mean(0, dtype=np.float32) / 100
            best[row - low] = worths.max(0) / np.float32(100)
    return mean, best


def _text(part: Any, low: int, high: int) -> Block:
    cosine = np.maximum(part.product(low, high), 0)
    cosine[~part._mentee_meant[low:high]] = np.nan  # noqa: SLF001  the bench looks inside what it measures
    cosine[:, ~part._mentor_meant] = np.nan  # noqa: SLF001
    return cosine


def _common(mentees: Any, mentors: Any, low: int, high: int) -> Block:
    count = np.zeros((high - low, mentors.shape[1]), np.float32)
    for mine, theirs in zip(mentees, mentors, strict=True):
        count += np.bitwise_count(mine[low:high, None] & theirs[None, :])
    return count


def _minutes(time: Any, low: int, high: int) -> Block:
    count = _common(time._mentee_bits, time._mentor_bits, low, high)  # noqa: SLF001  as above
    count *= week.QUARTER
    count[time._mentee_silent[low:high]] = np.nan  # noqa: SLF001  as above
    count[:, time._mentor_silent] = np.nan  # noqa: SLF001
    return count


def _count(part: Any, low: int, high: int) -> Block:
    count = _common(part.mentee_bits, part.mentor_bits, low, high)
    count[np.isnan(part.mentee_sizes[low:high])] = np.nan
    count[:, np.isnan(part.mentor_sizes)] = np.nan
    return count


def _jaccard(part: Any, low: int, high: int) -> Block:
    count = _count(part, low, high)
    return count / (part.mentee_sizes[low:high, None] + part.mentor_sizes[None, :] - count)
