"""Every pair of colours that meets on a page holds its contrast, in both modes: text 4.5:1, controls 3:1."""

import math
import re

import pytest

from cairn.web.shell.sheet import FOLDER

TEXT, CONTROL = 4.5, 3.0
GROUNDS = ("paper", "surface", "sunken")
STONES = tuple(f"stone-{number}" for number in range(1, 9))
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft") for ground in (*GROUNDS, "moss-wash", "ochre-wash")),
    *((ink, ground, TEXT) for ink in ("moss", "clay", "slate") for ground in ("paper", "surface")),
    *((ink, f"{ink}-wash", TEXT) for ink in ("moss", "clay", "slate")),
    ("ink", "clay-wash", TEXT),
    ("ochre-ink", "ochre-wash", TEXT),
    ("on-moss", "moss", TEXT),
    ("on-moss", "moss-deep", TEXT),
    ("on-clay", "clay", TEXT),
    *(("on-stone", stone, TEXT) for stone in STONES),
    *((edge, ground, CONTROL) for edge in ("edge", "ochre", "moss") for ground in ("paper", "surface")),
]


def tokens() -> dict[str, tuple[str, str]]:
    """Name → its two values, in the light and in the dark."""
    text = (FOLDER / "tokens.css").read_text(encoding="utf-8").split("@media")[0]
    pairs = re.findall(r"--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)", text)
    single = re.findall(r"--([\w-]+): (oklch\([^)]*\));", text)
    return {name: (light, dark) for name, light, dark in pairs} | {name: (one, one) for name, one in single}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG) of an `oklch(L% C h)`; matrices of Björn Ottosson's Oklab."""
    light, chroma, hue = (float(part.rstrip("%")) for part in colour[6:-1].split()[:3])
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    lightness = light / 100
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    shares = (0.2126, red), (0.7152, green), (0.0722, blue)
    return sum(share * min(max(part, 0), 1) for share, part in shares)


def contrast(one: str, other: str) -> float:
    """The ratio, 1 to 21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert round(contrast("oklch(0% 0 0)", "oklch(100% 0 0)"), 1) == 21.0


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_of_colours_can_be_read(front: str, ground: str, least: float, mode: int) -> None:
    known = tokens()
    assert contrast(known[front][mode], known[ground][mode]) >= least
