"""Colours of classes: colour-blind safe first, then as many distinct ones as a map is likely to need.

A class whose name says what it is has the colour that people expect there (water is blue), the others take the
rest in order. The same names give the same colours in every output.
"""

import re
from collections.abc import Mapping, Sequence

from engine.classes import class_names
from engine.errors import RequestError

COLOURS: tuple[str, ...] = (
    # Okabe and Ito (2008), "Color Universal Design"; its black comes later, as it hides in dark scenes
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
    # Paul Tol (2021), "Colour Schemes", sets "muted" and "bright", without what is too near to the above
    "#332288", "#882255", "#999933", "#DDCC77", "#AA4499", "#44AA99", "#661100", "#BBBBBB",
    # further apart in lightness than in hue, so that they hold for colour-blind eyes too
    "#000000", "#B3DE69", "#5E3C99", "#FDBF6F", "#1B4D3E", "#FB9A99", "#8C564B", "#9EDAE5",
    "#3F007D", "#7F7F00", "#E7298A", "#C7E9C0", "#2F4B7C", "#CAB2D6", "#FF4D4D",
)  # fmt: skip
EXPECTED: dict[str, tuple[str, ...]] = {
    "#0072B2": ("water", "river", "lake", "sea", "ocean", "wasser", "fluss", "eau", "agua"),
    "#009E73": ("tree", "forest", "wood", "wald", "bäum", "forêt", "arbre", "bosque", "árbol"),
    "#F0E442": ("crop", "irrigated", "agri", "maize", "wheat", "acker", "culture", "cultivo"),
    "#D55E00": ("built", "urban", "town", "city", "building", "roof", "siedlung", "bâti"),
    "#E69F00": ("bare", "soil", "sand", "dry", "boden", "sol nu", "suelo"),
    "#56B4E9": ("snow", "ice", "cloud", "schnee", "neige", "nieve"),
    "#B3DE69": ("grass", "meadow", "pasture", "rangeland", "wiese", "prairie", "pradera"),
    "#CC79A7": ("wetland", "flooded", "marsh", "moor", "marais", "humedal"),
}
"""Beginnings of words (English, German, French, Spanish) that ask for a colour of `COLOURS`."""


def colours_of(names: Sequence[str], wanted: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """A colour ``#RRGGBB`` for each class; all different as long as there are enough.

    Args:
        names: the classes, normalised.
        wanted: colours that the user chose, by class however its name is spelled; they go before all others.

    Raises:
        RequestError: what the user chose is no colour.

    Example:
        >>> colours_of(["Wald", "field 7", "Wasser"])
        ('#009E73', '#E69F00', '#0072B2')
    """
    asked = {class_names.normalised(name): _checked(name, colour) for name, colour in (wanted or {}).items()}
    chosen = {k: asked[name] for k, name in enumerate(names) if name in asked}
    taken = {colour.upper() for colour in chosen.values()}
    for k, name in enumerate(names):
        words = f" {name.lower()}".replace("_", " ").replace("-", " ")
        fitting = next((colour for colour, starts in EXPECTED.items() if any(f" {s}" in words for s in starts)), None)
        if k not in chosen and fitting and fitting not in taken:
            chosen[k] = fitting
            taken.add(fitting)
    free = [colour for colour in COLOURS if colour.upper() not in taken] or list(COLOURS)
    rest = [k for k in range(len(names)) if k not in chosen]
    return tuple((chosen | {k: free[i % len(free)] for i, k in enumerate(rest)})[k] for k in range(len(names)))


def _checked(name: str, colour: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise RequestError(
            f"expected a colour like #0072B2 for '{name}'; found '{colour}'", "give --colours NAME=#RRGGBB"
        )
    return colour


def rgb(colour: str) -> tuple[int, int, int]:
    """``#RRGGBB`` as three numbers of 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
