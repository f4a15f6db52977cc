"""Where this user's files of OFA are, by each system's own rules. Makes no folder.

The plugin, which has the standard library only, finds the same ones (`ofa_qgis.paths`; a test compares them).
"""

from pathlib import Path

NAME = "ofa"  # short: Windows allows 260 characters, and torch's own files use half of them


def data_folder() -> Path:
    """What must stay: models, and the environment that the plugin installs the engine into."""
    import platformdirs  # noqa: PLC0415  (10 ms, which `engine --help` need not pay)

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def user_folder() -> Path:
    """Where models go that this user pulls, trains or saves; the plugin's, too (`ofa_qgis.models.user_folder`)."""
    return data_folder() / "models"


def cache_folder() -> Path:
    """What may go at any time: measurements of this machine, previews."""
    import platformdirs  # noqa: PLC0415  (10 ms, which `engine --help` need not pay)

    return Path(platformdirs.user_cache_dir(NAME, appauthor=False))
