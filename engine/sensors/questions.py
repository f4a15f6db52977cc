"""The questions about bands that a scene can leave open, each with the exact option that answers it. Pure text."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.gdal.metadata import FileMetadata
from engine.sensors.catalogue import HYPERSPECTRAL_BANDS, Band
from engine.sensors.wavelengths import split
from engine.words import alternatives, first_of, say

UNUSED = "unused"
"""The name that a user gives to a band to leave it out."""

USER = say("user")
"""The source of what the user says."""

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


def ask_bands(metadata: FileMetadata, bands: Sequence[Band] = (), text: str = "") -> Question:
    """Which band is which? `bands` are those of the sensor, where one is known."""
    text = text or _why(metadata)
    if metadata.count > HYPERSPECTRAL_BANDS:
        option = say("--bands @wavelengths.txt (one wavelength in nm a line)")
        return Question("bands", text, option, ("@wavelengths.txt",))
    if metadata.false_alpha:
        text = say(
            "{text} (one is called transparency but holds an image, so the colour interpretation proves nothing)",
            text=text,
        )
    if metadata.count == 1:
        names = [band.name for band in bands] or list(_alone(metadata))
        others = ", ".join(f"1={name}" for name in names[1:SHOWN]) + (", ..." if len(names) > SHOWN else "")
        option = say("--bands 1={name} (or {others})", name=names[0], others=others)
        return Question("bands", text, option, tuple(names))
    names = [band.name for band in bands] or ["red", "green", "blue", "nir", "B02", "VV", "665nm"]
    example = ",".join(
        f"{index}={name}" for index, name in zip(range(1, min(metadata.count, 4) + 1), names, strict=False)
    )
    option = say("--bands {bands}", bands=example + (",..." if metadata.count > 4 else ""))
    return Question("bands", text, option, tuple(names))


def _why(metadata: FileMetadata) -> str:
    """What was looked for and what was found instead."""
    if metadata.doubt:
        return say("nothing says which band is which: {doubt}", doubt=metadata.doubt)
    if metadata.count > HYPERSPECTRAL_BANDS:
        return say("nothing says the wavelengths of the {count} bands", count=metadata.count)
    said = [text for text in metadata.descriptions if split(text)[0]]  # may be maps, whatever their wavelength
    listed = first_of([f"'{text}'" for text in said])
    why = say("nothing says what the band is") if metadata.count == 1 else say("nothing says which band is which")
    return say("{why} (no sure name of a band in {names})", why=why, names=listed) if said else why


def _alone(metadata: FileMetadata) -> tuple[str, ...]:
    """What a single band may be, the likeliest first: grey pictures are panchromatic, decimals more often radar."""
    radar, colours = ("VV", "VH"), ("red", "green", "blue", "nir")
    if metadata.dtype.startswith("float"):
        return (*radar, "pan", *colours, "665nm")
    grey = metadata.colours[0] in ("gray", "grey")
    return ("pan", *colours, *radar, "665nm") if grey else (*colours, "pan", *radar, "665nm")


def ask_bad(metadata: FileMetadata) -> Question:
    """Which bands are bad, where the header's list does not say so? Naming the bad ones, or any band, answers it."""
    choices = tuple(f"{index}={UNUSED}" for index in range(1, metadata.count + 1))
    option = say("--bands NUMBER={unused},... for the bad bands (--bands 1={unused} leaves out band 1)", unused=UNUSED)
    return Question("bands", metadata.bad_doubt, option, choices)


def ask_sensor(metadata: FileMetadata, fitting: Sequence[str]) -> Question:
    """Whose bands are these? Several sensors number theirs like this."""
    names = ", ".join(text for text in metadata.descriptions[:4] if text) or say("these")
    text = say("bands called {names} are other wavelengths on other sensors", names=names)
    return Question("sensor", text, say("--sensor {sensors}", sensors=alternatives(fitting)), tuple(fitting))


def ask_polarisation(index: int, called: str) -> Question:
    """Which of the polarisations in its name is the band?"""
    choices = tuple(f"{index}={name}" for name in ("VV", "VH", "HH", "HV") if name in called.upper())
    return Question(
        "bands",
        say("band {index} is called '{called}'", index=index, called=called),
        say("--bands {bands}", bands=alternatives(choices)),
        choices,
    )


def ask_twin(first: int, second: int, name: str) -> Question:
    """Which of two layers that are the same band should be read?"""
    choices = (f"{first}={UNUSED}", f"{second}={UNUSED}")
    return Question(
        "bands",
        say("bands {first} and {second} are both {name}", first=first, second=second, name=name),
        say("--bands {bands}", bands=alternatives(choices)),
        choices,
    )
