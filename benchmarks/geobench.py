"""docs/measured/geobench.md out of the result files of `engine geobench`: one section a run, in the order given.

python -m benchmarks.geobench RUN/geobench.json … --out docs/measured/geobench.md
"""

import argparse
import json
import re
from pathlib import Path

from training.evaluate.outcome import Outcome
from training.evaluate.report import geobench_page

HEAD = """\
# GEO-Bench

`engine geobench` scores a model and two simple baselines on the tasks of GEO-Bench v1, and on two containers of
GEO-Bench-2 (`benv2`, `pastis`), by one of five protocols.

**The published sets were not at hand, so nothing here is a score on GEO-Bench.** Each of the twelve tasks is tested
on small sets written in its exact layout (`tests/training/evaluate/geobench_writer.py`) and, where they lie beside the
project, on real samples of two of them and on two real containers. What follows was run on `eurosat-rgb`: EuroSAT
in three 8-bit bands, with as many chips as m-eurosat. Published scores are shown for orientation only.

On these three bands at 64 pixels `ofa-tiny` is better than the same network with random weights, than image
statistics and than random convolutions, by 12 to 28 points. Times are those of one thread on a machine that was busy
with other work.
"""
TOLD = """\
## Corrections, and what is left out

- In m-eurosat the keys 08A, 09, 10, 11, 12 hold B09, B10, B11, B12, B8A. A copy has this defect if the darkest band
  stands under key 09. If it stands under 10, cirrus is where it belongs and the keys are believed. Anything else is
  refused. Thirteen-band pictures of EuroSAT in their own order, with the published keys, are recognised as shifted.
- m-brick-kiln holds B01 B02 B03 B04 B05 B07 B8A B08 B11 B12 and an 8-bit picture. A copy has this defect if nothing
  under keys 10 to 12 exceeds 255. In the real samples these three arrays follow B04, B03 and B02 with correlations
  above 0.99.
- m-so2sat's radar (complex parts, linear power), cloud probabilities, and m-NeonTree's height model and cube (other
  pixels) are left out, and each run says so.
- Classes called "no data" count as classes, as in the benchmark; 255 in a mask is no label.
- Pickles in the files are read by an unpickler that runs nothing they name.
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("runs", nargs="+", type=Path, help="geobench.json of a run")
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    runs = [json.loads(path.read_text(encoding="utf-8")) for path in given.runs]
    for run in runs:
        run["command"] = re.sub(r" --out \S+", "", run["command"])
    sections = [geobench_page(Outcome.from_json(run), run) for run in runs]
    given.out.write_text("\n".join([HEAD, *sections, TOLD]), encoding="utf-8")


if __name__ == "__main__":
    main()
