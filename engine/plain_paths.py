"""Paths as pyogrio takes them: it reads ``!``, ``?``, ``;`` and more as parts of a URL, where the disk means a name.

Knows nothing of what is written.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyogrio.util import vsi_path

STEM = "result"


@contextmanager
def plain(path: Path) -> Iterator[Path]:
    """A path to write instead of `path`: that itself, or one that reaches its folder through a link.

    What is called so when all is written gets the name of `path`, with all that stands beside it.

    Raises:
        OSError: no link can be made (it is never needed on Windows), or the files cannot be renamed.
    """
    if vsi_path(path) == str(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="ofa-") as folder:
        link = Path(folder) / "folder"
        link.symlink_to(path.parent, target_is_directory=True)
        yield link / f"{STEM}{path.suffix}"
        for written in path.parent.glob(f"{STEM}.*"):
            written.rename(path.parent / (path.stem + written.name.removeprefix(STEM)))
