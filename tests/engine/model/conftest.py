from dataclasses import replace

import pytest
import torch

from engine.model.ofa import OFA
from tests.fakes.small_models import SMALL


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Tensors are so small here that threads would only wait for each other."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def spectral():
    return OFA(SMALL).eval().requires_grad_(False)


@pytest.fixture(scope="module")
def per_sensor():
    return OFA(replace(SMALL, embedding="per_sensor")).eval().requires_grad_(False)
