"""What one of two ranks does in `test_ranks.py`: trains on noise, and proves that all ranks learn one model."""

import importlib.util
import io
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import torch
from torch import distributed, nn

from engine.errors import Cancelled, OutputError
from engine.model.ofa import OFA
from training import checkpoint, log
from training.errors import FirstFailedError
from training.pretrain import recipes
from training.pretrain.loop import PretrainRun
from training.pretrain.mim import MaskedImageModel
from training.pretrain.optimiser import learning_rate, optimiser
from training.pretrain.recipes import Recipe
from training.torchrun import Ranks, ranks

torch.set_num_threads(1)
spec = importlib.util.spec_from_file_location("shared_by_tests", Path(__file__).with_name("conftest.py"))
shared = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = shared
spec.loader.exec_module(shared)


class Watched(shared.NoiseCorpus):
    """Remembers what was asked."""

    def ahead(self, steps, micros, rank=0, *options):
        for batch in super().ahead(steps, micros, rank, *options):
            seen.append((batch.modality, float(batch.chips[0].x_BCHW.sum())))
            yield batch


def fresh(recipe: Recipe) -> MaskedImageModel:
    return MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)


def joined(recipe: Recipe, corpus: shared.NoiseCorpus, world: int) -> tuple[MaskedImageModel, list[float]]:
    """The model of one process that sees the batches of all ranks, and the norms of its gradients."""
    module, norms = fresh(recipe), []
    optimise = optimiser(module.named_parameters(), recipe)
    for step in range(recipe.steps):
        for rank in range(world):
            run = PretrainRun(recipe, module, corpus, Path(), Ranks(rank, 1, torch.device("cpu")))
            for micro in range(recipe.accumulate):
                run._micro(step, micro, module, corpus.batch(step, micro, rank))
        for parameter in module.parameters():
            if parameter.grad is not None:
                parameter.grad /= world
        norms.append(float(nn.utils.clip_grad_norm_(module.parameters(), recipe.clip)))
        for group in optimise.param_groups:
            group["lr"] = learning_rate(recipe, step)
        optimise.step()
        optimise.zero_grad()
    return module, norms


def gathered(value: object, world: int) -> list:
    found = [None] * world
    distributed.all_gather_object(found, value)
    return found


def same_on_all_ranks(module: nn.Module) -> bool:
    flat = torch.cat([value.flatten() for value in module.state_dict().values()])
    lowest, highest = flat.clone(), flat.clone()
    distributed.all_reduce(lowest, distributed.ReduceOp.MIN)
    distributed.all_reduce(highest, distributed.ReduceOp.MAX)
    return torch.equal(lowest, highest)


folder, *texts = sys.argv[1:]
with ranks(torch.device("cpu")) as me:
    live = log.Live(io.StringIO(), 3)
    for number, text in enumerate(texts):
        recipe = recipes.from_dict(json.loads(text))
        recipe = replace(recipe, warmup=2 / recipe.steps)  # the first two steps do not know how long the run is
        out = Path(folder) / str(number)
        out.mkdir(exist_ok=True)
        seen: list[tuple[str, float]] = []
        singles = Watched(
            (("S1",), ("S2",), ("NAIP",))
        )  # sensors change within a step: some weights rest in a part of it
        module = fresh(recipe)
        PretrainRun(recipe, module, singles, out, me).train(lambda: False, live)
        first, second = gathered(seen, me.world)
        assert [name for name, _ in first] == [name for name, _ in second]
        assert all(a != b for (_, a), (_, b) in zip(first, second, strict=True))
        assert same_on_all_ranks(module)
        if me.first:
            alone, norms = joined(recipe, singles, me.world)
            lines = log.read(out)
            assert [line["images"] for line in lines] == [2 * recipe.chips_per_step] * recipe.steps
            for line, norm in zip(lines, norms, strict=True):
                assert abs(line["grad_norm"] - norm) < 1e-4 * norm
            for name, value in module.state_dict().items():  # Adam makes much of rounding where a gradient should be 0
                assert torch.allclose(value, alone.state_dict()[name], atol=recipe.lr / 20), name

    asked = iter(range(9))
    run = PretrainRun(replace(recipe, steps=9, warmup=2 / 9), fresh(recipe), singles, out, me)
    try:
        run.train(lambda: next(asked) == 1 and not me.first, live)  # only the second rank is told to stop
    except Cancelled:
        stopped = True
    assert stopped
    me.agree(False)
    resumed = PretrainRun(recipe, fresh(recipe), singles, out, me, resume=True)
    assert checkpoint.load(out, resumed.module, optimiser(resumed.module.named_parameters(), recipe)) == 2
    assert resumed.train(lambda: False, live) == recipe.steps
    assert same_on_all_ranks(resumed.module)
    assert all(map(torch.equal, resumed.module.state_dict().values(), module.state_dict().values()))

    def slowly() -> str:
        time.sleep(0.5)
        (Path(folder) / "written").touch()
        return "written"

    def full() -> None:
        raise OutputError("the disk is full")

    assert me.first_does(slowly) == ("written" if me.first else None)
    assert (Path(folder) / "written").exists()  # for all, once the first has done it
    try:
        me.first_does(full)
    except OutputError as error:
        refused = me.first and str(error) == "the disk is full"
    except FirstFailedError:
        refused = not me.first
    assert refused
    me.agree(False)
    if me.first:
        (Path(folder) / "held").touch()
