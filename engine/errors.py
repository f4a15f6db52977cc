"""Every error that a user can cause or must know about. Each is also a built-in exception.

An error says what was expected, what was found (`str(error)`), and what to do (`error.hint`).
The command line prints both on one line and exits with status 2; the worker sends both.
"""

from engine.words import Said


class EngineError(Exception):
    """Base of all errors that are answered with one clear line instead of a traceback."""

    def __init__(self, error: str, hint: str = "", /, **values: object) -> None:
        """`error` and `hint` are texts, or templates of `engine.words` that `values` fill."""
        self.error, self.hint = (
            text if isinstance(text, Said) or not text else Said(text, values) for text in (error, hint)
        )
        super().__init__(self.error)

    def __str__(self) -> str:
        return self.error


class SceneError(EngineError, OSError):
    """A raster that cannot be opened, read or placed on the ground."""


class DamageError(SceneError):
    """A part of a raster that is cut off or damaged: the rest can be used without it (``--skip-damaged``)."""


class SeveralProductsError(SceneError):
    """A folder or an archive of several products, where one scene is asked for."""


class BandError(EngineError, ValueError):
    """What a band means is unknown, ambiguous or contradicts the sensor."""


class UnitError(EngineError, ValueError):
    """The values' unit is unknown, ambiguous or contradicts the values."""


class LabelError(EngineError, ValueError):
    """Labels that cannot be read or from which nothing can be learnt."""


class ModelError(EngineError, ValueError):
    """A model folder that cannot be loaded, or a model that cannot read these bands."""


class RequestError(EngineError, ValueError):
    """A request with a missing, unknown or contradictory field."""


class OutputError(EngineError, OSError):
    """A result that cannot be written to the requested place."""


class DeviceError(EngineError, RuntimeError):
    """A compute device that was asked for and is absent or does not work."""


class WorkerError(EngineError, RuntimeError):
    """A worker process or a scheduler that cannot be started or reached."""


class DownloadError(EngineError, ConnectionError):
    """A file that cannot be fetched, or is not the one that was asked for."""


class Cancelled(EngineError):  # noqa: N818 - a fact, not an error of anybody
    """The user cancelled the job. Raised inside `report()`; jobs hold no cancel code."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory was too small, a device's or the computer's: CUDA, MPS and the CPU each say so in other words."""
    text = str(error)
    return isinstance(error, MemoryError) or "out of memory" in text or "can't allocate memory" in text


def one_tile_is_too_large(device: object) -> DeviceError:
    """The error of a device whose memory does not hold one tile."""
    return DeviceError(
        "the memory of {device} does not hold one tile of the scene",
        "close other programs on the device, or --device cpu",
        device=device,
    )
