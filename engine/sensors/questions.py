"""The questions about bands that a scene can leave open, each with the exact option that answers it. Pure text."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.gdal.metadata import Facts
from engine.sensors.catalogue import HYPERSPECTRAL_BANDS, Band
from engine.sensors.wavelengths import split

UNUSED = "unused"
"""What a user calls a band that shall be left out."""

SHOWN = 8
"""Names that the question about a single band lists."""


@dataclass(frozen=True)
class Question:
    """What must still be said about a scene, and the exact command-line option that says it.

    `dated` is when the scene was taken, where that makes the first of the `choices` the likely one; else it is empty.
    """

    about: str
    text: str
    option: str
    choices: tuple[str, ...]
    dated: str = ""


def ask_bands(facts: Facts, bands: Sequence[Band] = (), text: str = "") -> Question:
    """Which band is which? `bands` are those of the sensor, where one is known."""
    text = text or _why(facts)
    if facts.count > HYPERSPECTRAL_BANDS:
        return Question("bands", text, "--bands @wavelengths.txt (one wavelength in nm a line)", ("@wavelengths.txt",))
    if facts.false_alpha:
        text += " (one is called transparency but holds an image, so the colour interpretation proves nothing)"
    if facts.count == 1:
        names = [band.name for band in bands] or list(_alone(facts))
        others = ", ".join(f"1={name}" for name in names[1:SHOWN]) + (", ..." if len(names) > SHOWN else "")
        return Question("bands", text, f"--bands 1={names[0]} (or {others})", tuple(names))
    names = [band.name for band in bands] or ["red", "green", "blue", "nir", "B02", "VV", "665nm"]
    example = ",".join(f"{index}={name}" for index, name in zip(range(1, min(facts.count, 4) + 1), names, strict=False))
    return Question("bands", text, f"--bands {example}{',...' if facts.count > 4 else ''}", tuple(names))


def _why(facts: Facts) -> str:
    """What was looked for and what was found instead."""
    if facts.doubt:
        return f"nothing says which band is which: {facts.doubt}"
    if facts.count > HYPERSPECTRAL_BANDS:
        return f"nothing says the wavelengths of the {facts.count} bands"
    said = [text for text in facts.descriptions if split(text)[0]]  # may be maps, whatever their wavelength
    listed = ", ".join(f"'{text}'" for text in said[:3]) + (", ..." if len(said) > 3 else "")
    found = f" (no sure name of a band in {listed})" if said else ""
    return ("nothing says what the band is" if facts.count == 1 else "nothing says which band is which") + found


def _alone(facts: Facts) -> tuple[str, ...]:
    """What a single band may be, the likeliest first: grey pictures are panchromatic, decimals more often radar."""
    radar, colours = ("VV", "VH"), ("red", "green", "blue", "nir")
    if facts.dtype.startswith("float"):
        return (*radar, "pan", *colours, "665nm")
    grey = facts.colours[0] in ("gray", "grey")
    return ("pan", *colours, *radar, "665nm") if grey else (*colours, "pan", *radar, "665nm")


def ask_bad(facts: Facts) -> Question:
    """Which bands are bad, where the header's list does not say so? Naming the bad ones, or any band, answers it."""
    choices = tuple(f"{index}={UNUSED}" for index in range(1, facts.count + 1))
    option = f"--bands NUMBER={UNUSED},... for the bad bands (--bands 1={UNUSED} leaves out band 1)"
    return Question("bands", facts.bad_doubt, option, choices)


def ask_sensor(facts: Facts, fitting: Sequence[str]) -> Question:
    """Whose bands are these? Several sensors number theirs like this."""
    names = ", ".join(text for text in facts.descriptions[:4] if text) or "these"
    text = f"bands called {names} are other wavelengths on other sensors"
    return Question("sensor", text, f"--sensor {'|'.join(fitting)}", tuple(fitting))


def ask_polarisation(index: int, called: str) -> Question:
    """Which of the polarisations in its name is the band?"""
    choices = tuple(f"{index}={name}" for name in ("VV", "VH", "HH", "HV") if name in called.upper())
    return Question("bands", f"band {index} is called '{called}'", f"--bands {'|'.join(choices)}", choices)


def ask_twin(first: int, second: int, name: str) -> Question:
    """Which of two layers that are the same band shall be read?"""
    choices = (f"{first}={UNUSED}", f"{second}={UNUSED}")
    return Question("bands", f"bands {first} and {second} are both {name}", f"--bands {'|'.join(choices)}", choices)
