"""One colour for each method, the same in every picture of a benchmark or probe.

Knows names only.
"""

from collections.abc import Sequence

COLOURS: dict[str, str] = {
    # ours are warm: frozen features, features without the backbone, fine-tuned
    "ofa-tiny": "#D55E00", "ours without backbone": "#E69F00", "ofa-tiny fine-tuned": "#882255",
    "similar, counter-examples": "#662506",
    # the architecture without what it learnt
    "ofa-untrained": "#56B4E9", "ViT from scratch": "#0072B2",
    # other networks
    "ResNet-18 from scratch": "#009E73", "U-Net from scratch": "#117733",
    # what needs no network
    "forest, spectra": "#DDCC77", "forest, + windows": "#999933", "SVM, spectra": "#CC79A7",
    "SVM, + windows": "#332288", "spectra": "#88CCEE", "spectra + windows": "#44AA99",
    "image statistics": "#BBBBBB", "random convolutions": "#777777", "no features": "#000000",
    # other programs that run the same model
    "terratorch": "#AA4499", "monai": "#661100",
}  # fmt: skip
"""Method -> colour. From Okabe and Ito (2008) and Paul Tol (2021), "muted": both are made for colour-blind eyes."""
SAME: tuple[tuple[str, str], ...] = (
    ("ofa-tiny fine-tuned", "ofa-tiny fine-tuned"), ("ours without backbone", "ours without backbone"),
    ("ofa-tiny", "ofa-tiny"), ("ours", "ofa-tiny"), ("OFA", "ofa-tiny"), ("random ViT", "ofa-untrained"),
    ("image statistics", "image statistics"), ("random convolutions", "random convolutions"),
    ("similar", "ofa-tiny"), ("cluster", "ofa-tiny"), ("cosine, random network", "ofa-untrained"),
    ("cosine, spectra", "spectra"), ("k-means, spectra", "spectra"),
)  # fmt: skip
"""Beginnings of names, and the method they stand for: "ofa-tiny frozen + linear" is `ofa-tiny`."""
REST = ("#7F7F00", "#E7298A", "#5E3C99", "#FB9A99", "#1B4D3E", "#8C564B", "#2F4B7C", "#FF4D4D", "#B3DE69", "#9EDAE5")
"""For methods that are not listed, models in training for example: in order of appearance, so of one picture only."""


def colours_of_methods(names: Sequence[str]) -> dict[str, str]:
    """A colour for each method of a picture.

    Example:
        >>> colours_of_methods(["ours", "forest, spectra", "ofa-1500"])
        {'ours': '#D55E00', 'forest, spectra': '#DDCC77', 'ofa-1500': '#7F7F00'}
    """
    known = {name: COLOURS[method] for name in names if (method := _method(name)) in COLOURS}
    rest = [name for name in names if name not in known]
    return {name: known.get(name) or REST[rest.index(name) % len(REST)] for name in names}


def _method(name: str) -> str:
    if name in COLOURS:
        return name
    return next((method for start, method in SAME if name.startswith(start)), name)
