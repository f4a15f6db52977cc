"""Which of several processes this is, as torchrun says it. One process without torchrun is rank 0 of 1."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel

from training.errors import FirstFailedError

PATIENCE = timedelta(days=2)
"""How long ranks wait for each other: the first lists all scenes, millions maybe, and shows them to teachers before the
others begin. torchrun ends them at once where it fails."""
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Ranks:
    """One of `world` processes; `device` is the one it computes on."""

    rank: int
    world: int
    device: torch.device

    @property
    def first(self) -> bool:
        """Whether this process writes files and talks."""
        return self.rank == 0

    def spread(self, module: nn.Module) -> nn.Module:
        """The module, its gradients averaged over all ranks.

        A batch of one sensor leaves the other sensors' parameters without gradients, hence `find_unused_parameters`.
        """
        return DistributedDataParallel(module, find_unused_parameters=True) if self.world > 1 else module

    def agree(self, flag: bool) -> bool:
        """Whether any rank says so."""
        if self.world == 1:
            return flag
        votes = torch.tensor(int(flag), device=self.device)
        distributed.all_reduce(votes, op=distributed.ReduceOp.MAX)
        return bool(votes)

    def first_does(self, work: Callable[[], Answer]) -> Answer | None:
        """Have the first process do something that the others wait for.

        Returns:
            What `work` answers in the first process, None in the others.

        Raises:
            FirstFailedError: in the others, where `work` has raised something in the first.
        """
        answer: Answer | None = None
        wrong: Exception | None = None
        if self.first:
            try:
                answer = work()
            except Exception as error:
                wrong = error
        if self.agree(wrong is not None):
            raise wrong or FirstFailedError("the first process of this run has failed", "it says why")
        return answer


@contextmanager
def ranks(device: torch.device) -> Iterator[Ranks]:
    """Join the other processes, if torchrun started this one; a CUDA process takes the GPU of its number."""
    world = int(os.environ.get("WORLD_SIZE", "1"))
    if world == 1:
        yield Ranks(0, 1, device)
        return
    if device.type == "cuda":
        device = torch.device("cuda", int(os.environ["LOCAL_RANK"]))
        torch.cuda.set_device(device)
    distributed.init_process_group("nccl" if device.type == "cuda" else "gloo", timeout=PATIENCE)
    try:
        yield Ranks(distributed.get_rank(), world, device)
    finally:
        distributed.destroy_process_group()
