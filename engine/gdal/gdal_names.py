"""Names of scenes: a plain file, or what GDAL opens that is none (``/vsizip/…``, ``GPKG:file.gpkg:table``).

Knows how such names are spelled and whether a file has one; opens nothing.
"""

import os
import re
import shlex
import subprocess  # nosec B404 - only quotes
from pathlib import Path

from engine.errors import RequestError

_DRIVER = re.compile(r"[A-Za-z]\w+:")  # two letters at least: one is a drive of Windows
_VIRTUAL = re.compile(r"(?:/vsi\w+/)+")


def is_plain(name: str) -> bool:
    """Whether `name` can only be a path on a disk: it looks like one, or a file has exactly this name.

    Example:
        >>> is_plain("C:/scene.tif"), is_plain("/vsizip/a.zip/b.tif"), is_plain('NETCDF:"f.nc":v')
        (True, False, False)
    """
    special = name.startswith(("/vsi", "<")) or _DRIVER.match(name)
    return not special or ("://" not in name and os.path.lexists(name))


def spelled(name: str) -> str:
    """`name` as GDAL and what wraps it cannot mistake it: a path on a disk from the root, all else as it is.

    Libraries take the beginning of a relative path for a driver (``GPKG:x``) or for a scheme (``zip:x``).

    Raises:
        RequestError: the name is not in UTF-8, which those libraries need.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        raise RequestError(f"the name {name!a} is not in UTF-8", "rename the file or its folder") from None
    # pathlib would drop "./", and os.path.abspath would go up across links
    return os.path.join(os.getcwd(), name) if is_plain(name) else name  # noqa: PTH109, PTH118


def quoted(name: str) -> str:
    """`name` as a person types it in the shell of this system.

    Example:
        >>> quoted("scene.tif")
        'scene.tif'
    """
    return subprocess.list2cmdline([name]) if os.name == "nt" else shlex.quote(name)


def short(name: str) -> str:
    """What a person calls it: without folders, which tell of people, and without what a URL carries.

    Example:
        >>> short("/home/ann/s.tif"), short("GPKG:/home/ann/x.gpkg:tiles"), short('NETCDF:"/a/f.nc":v')
        ('s.tif', 'x.gpkg:tiles', 'f.nc:v')
    """
    text = name if is_plain(name) else _DRIVER.sub("", name, count=1).split("?")[0].replace('"', "")
    if '"' in name:  # what follows the quoted file may hold slashes of its own
        file, _, inner = _DRIVER.sub("", name, count=1).lstrip('"').partition('"')
        return ":".join(part for part in (re.split(r"[/\\]", file)[-1], inner.strip(":/")) if part)
    return re.split(r"[/\\]", text.rstrip("/\\"))[-1]


def file_of(name: str) -> Path | None:
    """The file on this disk that `name` reads first, if it is one."""
    if is_plain(name):
        return Path(name)
    text = _DRIVER.sub("", name, count=1)
    text = text[1:].partition('"')[0] if text.startswith('"') else text
    text = _VIRTUAL.sub("", text, count=1).replace("{", "").replace("}", "")
    whole = Path(text)
    spellings = [whole, *whole.parents, *(Path(text[: colon.start()]) for colon in re.finditer(":", text))]
    return next((path for path in spellings if path.is_file()), None)
