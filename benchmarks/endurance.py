"""Many jobs in one worker: does its memory stay where it was?

    python benchmarks/endurance.py [--jobs 300]      # writes docs/measured/endurance.md, docs/measured/endurance.png

One `engine serve`, as the plugin starts it, is given class maps of a simulated scene, one after the other. Its
resident memory is read after each.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.faults import prepare  # noqa: E402
from engine.messages import EVENTS, Finished, Progress, decode, encode  # noqa: E402
from engine.protocol import ClassifyRequest, ComputeSpec, SceneSpec  # noqa: E402
from training.pictures.method_colours import COLOURS  # noqa: E402

HEIGHT = 300
SETTLED = 30  # jobs after which everything that is loaded once has been loaded
MIB = 1 << 20


def memory_of(jobs: int, place: Path) -> list[float]:
    """Resident memory in MiB after each of so many jobs in one worker."""
    found = []
    command = [sys.executable, "-I", "-m", "engine", "serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdin and worker.stdout
        process = psutil.Process(worker.pid)
        for number in range(jobs):
            request = ClassifyRequest(
                SceneSpec(str(place / "scene.tif")),
                ComputeSpec(device="cpu", model=str(place / "small"), precision="float32"),
                labels=str(place / "labels.gpkg"),
                field="class",
                out=str(place / "map.tif"),
                confidence=str(place / "sure.tif"),
                overwrite=True,
            )
            worker.stdin.write(encode(request, str(number)) + "\n")
            worker.stdin.flush()
            event = None
            while event is None or isinstance(event, Progress) or not getattr(event, "job", None):
                event, _ = decode(worker.stdout.readline(), EVENTS)
            assert isinstance(event, Finished), event
            found.append(process.memory_info().rss / MIB)
            print(f"{number + 1} {found[-1]:.0f} MiB", flush=True)
        worker.stdin.close()
    return found


def figure(found: list[float], path: Path) -> None:
    import matplotlib.pyplot as plt  # noqa: PLC0415

    plot, axis = plt.subplots(figsize=(8, 2.4), layout="constrained")
    axis.plot(range(1, len(found) + 1), found, color=COLOURS["ofa-tiny"])
    axis.set(xlabel="job", ylabel="resident memory, MiB", ylim=(0, max(found) * 1.15))
    axis.spines[["top", "right"]].set_visible(False)
    plot.savefig(path, dpi=120)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--jobs", type=int, default=300, help=f"more than {SETTLED}")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), HEIGHT)
        found = memory_of(asked.jobs, Path(name))
    settled = found[SETTLED:]
    quarter = max(1, len(settled) // 4)
    first, last = mean(settled[:quarter]), mean(settled[-quarter:])
    text = "\n".join(
        [
            "# Endurance: memory of one worker over many jobs\n",
            "`python benchmarks/endurance.py` repeats the measurement and writes this page.\n",
            "![memory by job](endurance.png)\n",
            f"{asked.jobs} class maps with confidence in one `engine serve`. From job {SETTLED} on, resident memory is",
            f"on average {first:.0f} MiB in the first quarter,",
            f"{last:.0f} MiB in the last ({last / first - 1:+.1%})",
            f"and {max(settled):.0f} MiB at most.",
        ]
    )
    (ROOT / "benchmarks" / "out").mkdir(exist_ok=True)
    (ROOT / "benchmarks" / "out" / "endurance.json").write_text(json.dumps(found))
    (ROOT / "docs" / "measured" / "endurance.md").write_text(text + "\n", encoding="utf-8")
    figure(found, ROOT / "docs" / "measured" / "endurance.png")
    print(text)


if __name__ == "__main__":
    main()
