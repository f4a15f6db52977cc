"""Kills, full disks and bits that rot, at random moments: does the same command end with the same bytes?

    python benchmarks/faults.py [--kills 120]      # writes docs/measured/faults.{md,png}

A process with torch loaded is forked for every run, and the child is killed with SIGKILL while it classifies a
simulated scene. A full disk is a limit on the size of files, which the system answers as it answers a full disk.
Rot is a random byte, or the lost end, of an unfinished file or of its journal, between a kill and the next run.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import geopandas
import rasterio
import torch
from shapely.geometry import Point

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine.errors import EngineError  # noqa: E402
from engine.jobs import classify  # noqa: E402
from engine.model import model_card  # noqa: E402
from engine.output.staging import JOURNAL_SUFFIX, STAGE_PREFIX  # noqa: E402
from engine.protocol import ClassifyRequest, ComputeSpec, SceneSpec  # noqa: E402
from resources.demo import landscape  # noqa: E402

HEIGHT, WIDTH, CLICKS = 2200, 200, 6
MOST_KILLS = 4  # of one output, before it is left in peace
SLACK_S = 300
RESULTS = ("map.tif", "map.qml", "map.tif.aux.xml", "sure.tif")
FAULTS = ("kill", "kill, then rot", "full disk")


@dataclass
class Trial:
    """What one output went through.

    Attributes:
        moments: when it was killed or ran into the limit, as a share of an undisturbed run.
        safe: pieces that the journal held after each fault.
        finished: after how many runs.
        seen_half: whether something stood under a final name before it was complete.
    """

    fault: str
    moments: list[float] = field(default_factory=list)
    safe: list[int] = field(default_factory=list)
    runs: int = 0
    identical: bool = False
    seen_half: bool = False
    lost: bool = True


def prepare(folder: Path, height: int = HEIGHT) -> None:
    """A scene, six labels a class, and a model that is small and quick."""
    simulated = landscape.simulate(height, WIDTH)
    landscape.write(simulated, folder / "scene.tif")
    with rasterio.open(folder / "scene.tif") as scene:
        clicks = {name: places[:CLICKS] for name, places in landscape.clicks(simulated).items()}
        places = [(name, Point(scene.transform @ (c + 0.5, r + 0.5))) for name, at in clicks.items() for c, r in at]
        names, points = zip(*places, strict=True)
        geopandas.GeoDataFrame({"class": names}, geometry=list(points), crs=scene.crs).to_file(folder / "labels.gpkg")
    card = model_card.read_card(model_card.model_folders()[-1] / "ofa-untrained")
    card["ofa"]["config"] |= {"width": 16, "depth": 2, "heads": 2, "patch_px": 8, "taps": [1, 2]}
    (folder / "small").mkdir()
    (folder / "small" / model_card.CARD).write_text(json.dumps(card))


def run(place: Path, out: Path, limit: int | None = None) -> int:
    """In a child: classify, and exit with 0, or 2 for an error that was told."""
    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    asked = ClassifyRequest(
        SceneSpec(str(place / "scene.tif")),
        ComputeSpec(device="cpu", precision="float32", model=str(place / "small")),
        labels=str(place / "labels.gpkg"),
        field="class",
        out=str(out / "map.tif"),
        confidence=str(out / "sure.tif"),
    )
    try:
        classify.run(asked, lambda done, total, note: None)
    except EngineError as error:
        print(error, error.hint, file=sys.stderr)
        return 2
    return 0


def child(place: Path, out: Path, kill_after_s: float | None = None, limit: int | None = None) -> tuple[int, float]:
    """A run in a process of its own, killed after some seconds: its exit status (-9: killed) and its seconds."""
    began, pid = time.perf_counter(), os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os._exit(run(place, out, limit))
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        seconds = time.perf_counter() - began
        if done:
            return os.waitstatus_to_exitcode(status), seconds
        if seconds > (SLACK_S if kill_after_s is None else kill_after_s):
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.001)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def safe_pieces(out: Path) -> int:
    """Rows of blocks that both journals hold."""
    found = [path.read_text(errors="replace").count("\n") for path in out.glob(f"{STAGE_PREFIX}*/*{JOURNAL_SUFFIX}")]
    return min(found, default=0)


def rot(out: Path, chance: random.Random) -> None:
    """Change a byte, or cut off the end, of an unfinished file or of its journal."""
    journals = sorted(out.glob(f"{STAGE_PREFIX}*/*{JOURNAL_SUFFIX}"))
    if not journals:
        return
    victim = chance.choice([*journals, *(path.with_suffix("") for path in journals)])
    if not victim.exists() or not (size := victim.stat().st_size):
        return
    if chance.random() < 0.5:
        os.truncate(victim, chance.randrange(size))
    else:
        with victim.open("r+b") as file:
            file.seek(chance.randrange(size))
            file.write(bytes([chance.randrange(256)]))


def trial(
    fault: str, place: Path, out: Path, expected: dict[str, bytes], whole_s: float, chance: random.Random
) -> Trial:
    """Disturb an output up to `MOST_KILLS` times, then let the same command end."""
    found = Trial(fault)
    largest = max(map(len, expected.values()))
    for _ in range(chance.randint(1, MOST_KILLS)):
        after_s = chance.uniform(0, whole_s) if fault != "full disk" else None
        limit = chance.randrange(1, largest) if fault == "full disk" else None
        status, seconds = child(place, out, after_s, limit)
        found.runs += 1
        if status == 0:
            break
        found.moments.append(seconds / whole_s)
        found.safe.append(safe_pieces(out))
        found.seen_half |= any(contents(out)[name] != expected[name] for name in contents(out))
        if fault == "kill, then rot":
            rot(out, chance)
    else:
        status, _ = child(place, out)
        found.runs += 1
    found.lost = status != 0
    found.identical = contents(out) == expected
    return found


def markdown(trials: list[Trial], pieces: int, options: str) -> str:
    rows = [
        "| fault | outputs | faults | runs | continued | byte-identical | half a file seen | lost |",
        "|---|" + "---:|" * 7,
    ]
    for fault in (*FAULTS, "all"):
        some = [one for one in trials if fault in (one.fault, "all")]
        told = Counter(
            faults=sum(len(one.moments) for one in some), runs=sum(one.runs for one in some),
            continued=sum(sum(map(bool, one.safe)) for one in some), same=sum(one.identical for one in some),
            half=sum(one.seen_half for one in some), lost=sum(one.lost for one in some),
        )  # fmt: skip
        rows.append(f"| {fault} | {len(some)} | " + " | ".join(map(str, told.values())) + " |")
    return "\n".join(
        [
            "# Crashes and full disks: a resumed run ends with the same bytes\n",
            f"`python benchmarks/faults.py {options}` repeats the measurement and writes this page.\n",
            "![moments of the faults and what was safe](faults.png)\n",
            *rows,
            "\n*continued*: faults after which the journal held something to use. *lost*: outputs that the same",
            "command could not finish. *half a file seen*: a final name held something else than the result.",
            f"\nEach output is a class map and its confidence of {HEIGHT} x {WIDTH} pixels in {pieces} pieces.",
            "A limit on the size of a file plays the full disk, so it does not affect the journals.",
        ]
    )


def figure(trials: list[Trial], path: Path, pieces: int) -> None:
    import matplotlib.pyplot as plt  # noqa: PLC0415

    plot, axis = plt.subplots(figsize=(8, 3), layout="constrained")
    for fault, colour in zip(FAULTS, ("#0072B2", "#D55E00", "#009E73"), strict=True):
        some = [one for one in trials if one.fault == fault]
        axis.scatter(
            [100 * moment for one in some for moment in one.moments], [safe for one in some for safe in one.safe],
            s=18, color=colour, alpha=0.7, label=fault,
        )  # fmt: skip
    axis.set(
        xlabel="moment of the fault, % of an undisturbed run", ylabel="pieces safely written", yticks=range(pieces + 1)
    )
    axis.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1))
    axis.spines[["top", "right"]].set_visible(False)
    plot.savefig(path, dpi=120)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=120, help="at least so many faults in all")
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    torch.set_num_threads(1)  # threads do not survive a fork
    chance, trials = random.Random(asked.seed), []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        prepare(place)
        child(place, place / "first")  # what is remembered of a model is remembered from now on
        status, whole_s = child(place, place / "undisturbed")
        assert status == 0
        expected = contents(place / "undisturbed")
        assert tuple(sorted(expected)) == tuple(sorted(RESULTS))
        while sum(len(one.moments) for one in trials) < asked.kills:
            fault = FAULTS[len(trials) % len(FAULTS)]
            out = place / f"trial-{len(trials)}"
            out.mkdir()
            trials.append(trial(fault, place, out, expected, whole_s, chance))
            print(json.dumps(asdict(trials[-1])), flush=True)
            shutil.rmtree(out)
    pieces = -(-HEIGHT // 512)
    (ROOT / "benchmarks" / "out").mkdir(exist_ok=True)
    everything: dict[str, Any] = {"whole_s": whole_s, "trials": [asdict(one) for one in trials]}
    (ROOT / "benchmarks" / "out" / "faults.json").write_text(json.dumps(everything, indent=1))
    text = markdown(trials, pieces, f"--kills {asked.kills} --seed {asked.seed}")
    (ROOT / "docs" / "measured" / "faults.md").write_text(text + "\n", encoding="utf-8")
    figure(trials, ROOT / "docs" / "measured" / "faults.png", pieces)
    print(text)
    if any(one.lost or one.seen_half or not one.identical for one in trials):
        raise SystemExit("an output was lost or is not the same")


if __name__ == "__main__":
    main()
