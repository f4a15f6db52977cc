"""How fast our pre-training step is, against a plain masked autoencoder of the same size on the same device.

    python benchmarks/gpu/pretrain_speed.py --data CATALOG.gpkg [--device cuda] [--recipe ofa_small] [--out FOLDER]

The plain one (He et al. 2022) has the same timm blocks, the same patch, mask ratio, decoder sizes, batch, bf16,
clipping and optimiser, but one convolution for 12 fixed bands, fixed positions and a linear output for all tokens;
its images lie on the device. Ours runs in four ways, each by the real loop
(`training.pretrain.loop.PretrainRun.train`):

    same images   12 Sentinel-2 bands on the device: what generated kernels, band dropout and masks from the CPU cost
    mixture       batches of the corpus that lie on the device already: other numbers of bands, tokens and sensors
    corpus        batches of the corpus as a run gets them
    corpus, N     the same with N threads that cut chips

Utilisation is the arithmetic of the matrix products alone, counted below (forward, and twice that for backward),
over the device's speed at one large bf16 matrix product, measured here. Writes pretrain_speed.json.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from plain_mae import PlainMae
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.errors import DeviceError
from engine.model.encoder import Block
from engine.model.ofa import OFA
from engine.model.tokens import KERNELS, SensorBatch
from engine.sensors import CATALOGUE
from training.data import catalogue
from training.data.batch import UnlabelledBatch
from training.data.chip_batches import Corpus
from training.data.holdout import held_out
from training.pretrain import recipes
from training.pretrain.loop import PretrainRun
from training.pretrain.mim import MaskedImageModel
from training.pretrain.optimiser import optimiser
from training.pretrain.recipes import Recipe
from training.torchrun import Ranks

BANDS = tuple(band for band in CATALOGUE["sentinel-2"].bands if band.name != "B10")  # of the same images: 12
WARM_UP = 8  # steps that are not counted: allocators and libraries choose
FEWEST = 5  # steps that are counted, however long they take
MIXED = 16  # batches of the mixture: enough to hold every modality
PEAK_SIDE = {"cuda": 8192, "cpu": 1024}


class Enough(Exception):  # noqa: N818 - no error
    """The measurement has run long enough."""


@dataclass
class Clock:
    """Times between steps; asked after each one, as `stopped` of a run is."""

    device: torch.device
    seconds: float
    steps: int = 0
    began: float = 0.0
    last: float = 0.0

    def __call__(self) -> bool:
        """Count a step; raises `Enough` when the time is over."""
        self.steps += 1
        if self.steps == WARM_UP:
            self.began = self._now()
        elif self.steps >= WARM_UP + FEWEST and time.perf_counter() - self.began > self.seconds:
            self.last = self._now()
            raise Enough
        return False

    def _now(self) -> float:
        if self.device.type == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()

    @property
    def per_s(self) -> float:
        """Steps a second."""
        return (self.steps - WARM_UP) / (self.last - self.began)


@dataclass(frozen=True)
class Source:
    """Stands for a corpus: batches that exist already, or a corpus that cuts with so many threads."""

    batches: Sequence[UnlabelledBatch] = ()
    corpus: Corpus | None = None
    threads: int = 1

    def ahead(
        self, steps: Iterable[int], micros: int, rank: int = 0, *options: object
    ) -> Generator[UnlabelledBatch, None, None]:
        """As `Corpus.ahead`, but for the number of threads."""
        if self.corpus is not None:
            yield from self.corpus.ahead(steps, micros, rank, self.threads, *options[1:])
            return
        for step in steps:
            for micro in range(micros):
                yield self.batches[(step * micros + micro) % len(self.batches)]


def plain(recipe: Recipe, batches: Sequence[UnlabelledBatch], clock: Clock, compiled: bool) -> None:
    """The plain loop: forward, backward, clip, step, until the clock says so."""
    torch.manual_seed(0)
    module = PlainMae(recipe, len(batches[0].chips[0].bands)).to(clock.device)
    optimise = optimiser(module.named_parameters(), recipe)
    if compiled:
        compile_blocks(module)
    while True:
        x_BCHW = batches[clock.steps % len(batches)].chips[0].x_BCHW
        with torch.autocast(clock.device.type, torch.bfloat16, enabled=recipe.precision == "bf16"):
            loss = module(x_BCHW)
        loss.backward()
        nn.utils.clip_grad_norm_(module.parameters(), recipe.clip)
        optimise.step()
        optimise.zero_grad(set_to_none=True)
        float(loss.detach())
        clock()


def ours(recipe: Recipe, source: Source, clock: Clock, compiled: bool) -> None:
    """The loop of `engine pretrain`."""
    module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe).to(clock.device)
    if compiled:
        compile_blocks(module)
    with tempfile.TemporaryDirectory() as folder:
        run = PretrainRun(recipe, module, source, Path(folder), Ranks(0, 1, clock.device))  # type: ignore[arg-type]
        run.train(clock, lambda step, values: None)  # type: ignore[arg-type]


def compile_blocks(module: nn.Module) -> None:
    for part in module.modules():
        if isinstance(part, Block):
            part.compile()


def measured(run: Callable[..., None], recipe: Recipe, images: object, asked: argparse.Namespace) -> dict[str, Any]:
    """Images per second and the most memory of a way to train; None of both where memory runs out."""
    clock = Clock(torch.device(asked.device), asked.seconds)
    if asked.device == "cuda":
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
    try:
        run(recipe, images, clock, asked.compile)
    except Enough:
        memory_mb = torch.cuda.max_memory_allocated() >> 20 if asked.device == "cuda" else None
        return {"images_per_s": clock.per_s * recipe.sampling.batch, "memory_mb": memory_mb}
    except (DeviceError, torch.OutOfMemoryError):
        return {"images_per_s": None, "memory_mb": None}
    raise AssertionError("the run ended before its time")


def block_flops(tokens: float, width: int) -> float:
    """Of one Transformer block: 24 n d^2 for its four linear layers, 4 n^2 d for attention (n tokens, width d)."""
    return 24 * tokens * width**2 + 4 * tokens**2 * width


def step_flops(recipe: Recipe, chips: Sequence[SensorBatch], plain_mae: bool) -> float:
    """Of one image's forward and backward pass (backward is twice the forward).

    Of ours: as many bands are seen as band dropout leaves on average. Not counted: norms, softmax, the kernels that
    are generated once a batch, the optimiser.
    """
    model, decoder = recipe.model, recipe.decoder
    pixels = model.patch_px**2
    counts = [chip.x_BCHW.shape[2] * chip.x_BCHW.shape[3] // pixels for chip in chips]
    bands = [len(chip.bands) for chip in chips]
    tokens, seen = sum(counts), 1.0 if plain_mae else 1 - recipe.band_dropout / 2
    kept = round(tokens * (1 - recipe.mask_ratio))
    cls = 1 if plain_mae else 0
    total = sum(2 * n * c * seen * pixels * model.width for n, c in zip(counts, bands, strict=True))
    total += model.depth * block_flops(kept + 1, model.width) + 2 * kept * model.width * decoder.width
    total += decoder.depth * block_flops(tokens + cls, decoder.width)
    if plain_mae:
        total += 2 * tokens * decoder.width * bands[0] * pixels
    else:
        total += 2 * (tokens - kept) * KERNELS * pixels * (decoder.width + sum(bands) / len(bands))
    return 3 * total


def peak_flops(device: str) -> float:
    """Of one large bf16 matrix product, operations a second: the median of ten."""
    side = PEAK_SIDE[device]
    a, b = (torch.randn(side, side, device=device, dtype=torch.bfloat16) for _ in range(2))
    seconds = []
    for _ in range(13):
        start = time.perf_counter()
        a @ b
        if device == "cuda":
            torch.cuda.synchronize()
        seconds.append(time.perf_counter() - start)
    return 2 * side**3 / statistics.median(seconds[3:])


def same_images(recipe: Recipe, device: str) -> list[UnlabelledBatch]:
    """Noise as 12 bands of Sentinel-2: what it shows does not change how long it takes."""
    generator, sampling = torch.Generator().manual_seed(0), recipe.sampling
    size = (sampling.batch, len(BANDS), sampling.chip_px, sampling.chip_px)
    everywhere = torch.ones(size[0], *size[2:], dtype=torch.bool)
    noise = [torch.randn(size, generator=generator) for _ in range(4)]
    lots = [UnlabelledBatch((SensorBatch(x_BCHW, BANDS, 10.0, "S2"),), (everywhere,), "S2") for x_BCHW in noise]
    return [lot.to(torch.device(device)) for lot in lots]


def rows_of(base: Recipe, batch: int, entries: Sequence[Any], peak: float, asked: argparse.Namespace) -> list[dict]:
    """What was measured at one batch size."""
    recipe = replace(base, accumulate=1, steps=10**6, sampling=replace(base.sampling, batch=batch))
    corpus = Corpus(entries, recipe.sampling, recipe.seed, lambda name, why: print(f"left out: {name}: {why}"))
    same = same_images(recipe, asked.device)
    mixed = [
        lot.to(torch.device(asked.device))
        for lot in Source(corpus=corpus, threads=max(asked.threads)).ahead(range(MIXED), 1)
    ]
    same_flops = step_flops(recipe, same[0].chips, plain_mae=False)
    mixed_flops = statistics.fmean(step_flops(recipe, lot.chips, plain_mae=False) for lot in mixed)
    cases: list[tuple[str, Callable[..., None], object, float]] = [
        ("plain", plain, same, step_flops(recipe, same[0].chips, plain_mae=True)),
        ("same images", ours, Source(same), same_flops),
        ("mixture", ours, Source(mixed), mixed_flops),
        *((f"corpus, {n}" if n > 1 else "corpus", ours, Source(corpus=corpus, threads=n), mixed_flops)
          for n in asked.threads),
    ]  # fmt: skip
    cases.append(("plain again", *cases[0][1:]))
    rows: list[dict] = []
    for name, run, images, flops in cases:
        row = {"batch": batch, "case": name, **measured(run, recipe, images, asked), "gflop_per_image": flops / 1e9}
        speed, first = row["images_per_s"], rows[0]["images_per_s"] if rows else row["images_per_s"]
        row["of_plain"] = speed / first if speed and first else None
        row["utilisation"] = speed * flops / peak if speed else None
        rows.append(row)
        print(json.dumps(row), flush=True)
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", required=True, help="a catalogue")
    options.add_argument("--device", default="cuda", choices=PEAK_SIDE)
    options.add_argument("--recipe", default="ofa_small")
    options.add_argument("--set", nargs="*", default=[], metavar="FIELD=VALUE")
    options.add_argument("--batches", nargs="*", type=int, default=[64, 128, 256, 512, 1024])
    options.add_argument("--threads", nargs="*", type=int, default=[1, 8])
    options.add_argument("--seconds", type=float, default=4.0, help="of one measurement, after warm-up")
    options.add_argument("--compile", action="store_true", help="torch.compile for the Transformer blocks of both")
    options.add_argument("--out", type=Path, default=Path("benchmarks/out"))
    asked = options.parse_args()
    recipe = recipes.changed(recipes.find(asked.recipe), dict(text.split("=", 1) for text in asked.set))
    entries = [e for e in catalogue.read(asked.data).entries if not any(map(held_out, e.files))]
    peak = peak_flops(asked.device)
    rows = [row for batch in asked.batches for row in rows_of(recipe, batch, entries, peak, asked)]
    device = torch.cuda.get_device_name() if asked.device == "cuda" else "CPU"
    facts = {"device": device, "torch": torch.__version__, "timm": version("timm"), "compiled": asked.compile,
             "peak_tflops": peak / 1e12, "recipe": asdict(recipe), "rows": rows}  # fmt: skip
    asked.out.mkdir(parents=True, exist_ok=True)
    name = f"pretrain_speed_{asked.recipe}{'_compiled' * asked.compile}.json"
    (asked.out / name).write_text(json.dumps(facts, indent=1) + "\n", "utf-8")
    print(line(asked.recipe, device, rows))


def line(recipe: str, device: str, rows: Sequence[dict]) -> str:
    """For the table: the batch at which a run gets most images."""
    done = [row for row in rows if row["images_per_s"] and row["case"].startswith("corpus")]
    if not done:
        return f"| {recipe} | {device} | out of memory |"
    best = max(done, key=lambda row: row["images_per_s"])["batch"]
    here = [row for row in rows if row["batch"] == best and row["images_per_s"]]
    said = [f"{r['case']} {r['images_per_s']:,.0f}/s ({r['of_plain']:.2f} of plain, {r['utilisation']:.1%} of peak)"
            for r in here if r["of_plain"]]  # fmt: skip
    return f"| {recipe}, batch {best} | {device} | {'; '.join(said)} |"


if __name__ == "__main__":
    main()
