"""The picture at the top of the README, from a run of `make demo` on the real scene.

python benchmarks/pictures.py   # writes docs/pictures/demo.png
"""

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
WIDTH_PX = 1400  # sharp on most screens, and about a megabyte


def main() -> None:
    subprocess.run([sys.executable, ROOT / "resources" / "demo" / "demo.py"], check=True)
    with Image.open(ROOT / "build" / "demo" / "report" / "picture.png") as picture:
        small = picture.convert("RGB").resize((WIDTH_PX, WIDTH_PX * picture.height // picture.width), Image.LANCZOS)
    small.save(ROOT / "docs" / "pictures" / "demo.png", optimize=True)


if __name__ == "__main__":
    main()
