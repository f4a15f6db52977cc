"""What tests of the training share: batches made of nothing, and a corpus of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import pytest
import torch

from engine.model.config import ModelConfig
from engine.model.tokens import MODALITIES, SensorBatch
from engine.sensors import CATALOGUE
from training.data.batch import UnlabelledBatch
from training.data.chip_batches import ModalityShare, Sampling
from training.pretrain.recipes import DecoderConfig, Recipe

SENSORS = {"S1": "sentinel-1", "S2": "sentinel-2", "NAIP": "naip", "Gaofen": "gaofen-2", "EnMAP": "enmap",
           "Landsat": "landsat-8"}  # fmt: skip


def make_batch(
    *modalities: str, places: int = 3, side: int = 32, seed: int = 0, names: Iterable[str] = ()
) -> UnlabelledBatch:
    """Chips of noise of the sensors, 10 m; `names` are the bands to take; the paper's, or the sensor's, if none."""
    lot = torch.Generator().manual_seed(seed)
    chips = []
    for modality in modalities:
        known = {band.name: band for band in CATALOGUE[SENSORS[modality]].bands}
        bands = tuple(known[name] for name in names or MODALITIES.get(modality, tuple(known)))
        x_BCHW = torch.randn(places, len(bands), side, side, generator=lot)
        chips.append(SensorBatch(x_BCHW, bands, (10.0,) * places, modality))
    valid = tuple(torch.ones(places, side, side, dtype=torch.bool) for _ in modalities)
    return UnlabelledBatch(tuple(chips), valid, modalities[0])


@dataclass(frozen=True)
class NoiseCorpus:
    """As `training.data.chip_batches.Corpus`, of noise; a micro-batch's sensors take turns."""

    sensors: tuple[tuple[str, ...], ...] = (("S1",), ("S2",), ("S2", "S1"))
    places: int = 2
    side: int = 16

    def batch(self, step: int, micro: int, rank: int = 0, without: frozenset[str] = frozenset()) -> UnlabelledBatch:
        sensors = [turn for turn in self.sensors if turn[0] not in without]
        turn = sensors[(2 * step + micro) % len(sensors)]
        return make_batch(*turn, places=self.places, side=self.side, seed=1000 * step + 10 * micro + rank)

    def ahead(
        self,
        steps: Iterable[int],
        micros: int,
        rank: int = 0,
        threads: int = 1,
        pinned: bool = False,
        without: frozenset[str] = frozenset(),
    ) -> Iterator[UnlabelledBatch]:
        yield from (self.batch(step, micro, rank, without) for step in steps for micro in range(micros))

    def facts(self) -> list[ModalityShare]:
        return [ModalityShare(name, 1, 1, 1.0, 1.0) for name in dict.fromkeys(turn[0] for turn in self.sensors)]


@pytest.fixture(scope="session")
def batch_of() -> Callable[..., UnlabelledBatch]:
    """``batch_of("S1", "S2", places=3, side=32, seed=0)`` -> a batch of noise."""
    return make_batch


@pytest.fixture(scope="session")
def noise() -> type[NoiseCorpus]:
    return NoiseCorpus


@pytest.fixture(scope="session")
def small() -> Recipe:
    """A run of seconds: a model of 16 features, 6 steps of 2 micro-batches of 2 chips of 16 pixels."""
    sampling = Sampling(chip_px=16, batch=2)
    model = ModelConfig(width=16, depth=1, heads=2, taps=(1,))
    return Recipe(
        "small",
        model,
        sampling,
        DecoderConfig("shared", 16, 1, 2),
        steps=6,
        accumulate=2,
        lr=1e-2,
        warmup=1 / 3,
        precision="fp32",
    )


@pytest.fixture(scope="session")
def published(small: Recipe) -> Recipe:
    """The same with the paper's embeddings and decoders."""
    model = replace(small.model, embedding="per_sensor")
    decoder = replace(small.decoder, kind="per_sensor")
    return replace(small, model=model, decoder=decoder, band_dropout=0.0, cross_sensor=0.0)


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Tensors are so small here that threads would only wait for each other."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
