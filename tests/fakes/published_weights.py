"""Published weights of a size for tests, and a web server that has them and behaves as it is told."""

from contextlib import suppress
from dataclasses import dataclass, field

import torch

from engine.model.config import ModelConfig

SMALL = ModelConfig(
    embedding="dofa", width=32, depth=2, heads=2, patch_px=14, taps=(1, 2), positions_side=4, pooling="mean_norm"
)


def quiet(done, total, note):
    pass


def names_there(name):
    """The published name of one of our tensors."""
    generator = "patch_embed.weight_generator."
    for ours, theirs in (
        ("embedding.first", "patch_embed.fclayer.w1"),
        ("embedding.second", "patch_embed.fclayer.w2"),
        ("embedding.generator", f"{generator}transformer_encoder.layers.0"),
        ("embedding.to_kernel", f"{generator}fc_weight"),
        ("embedding.to_bias", f"{generator}fc_bias"),
        ("embedding.", generator),
        ("encoder.blocks", "blocks"),
        ("encoder.norm", "fc_norm"),
    ):
        if name.startswith(ours):
            return theirs + name.removeprefix(ours)
    return name


def tensors_of(model):
    """The tensors of a model as a published file names them."""
    state = {names_there(name): value for name, value in model.state_dict().items() if name != "table_1ND"}
    first = torch.full((1, 1, model.config.width), 0.25)
    state["cls_token"] = state["cls_token"] - first
    state["pos_embed"] = torch.cat([first, model.table_1ND], 1)
    return state


@dataclass
class Hub:
    """A web server on this machine that behaves as it is told.

    Attributes:
        data: what it has at any path.
        cuts: after how many bytes each answer ends, one after another; then it answers in full.
        status: what it answers instead, if not 200.
        ranges: whether it honours them.
        asked: (path, Range) of every request.
    """

    data: bytes
    cuts: list[int] = field(default_factory=list)
    status: int = 200
    ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""

    def answer(self, handler):
        wanted = handler.headers.get("Range")
        self.asked.append((handler.path, wanted))
        if self.status != 200:
            handler.send_error(self.status)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranges else 0
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.data) - 1}/{len(self.data)}")
        handler.send_header("Content-Length", str(len(self.data) - start))
        handler.end_headers()
        sent = self.data[start:]
        with suppress(ConnectionError):  # who asked may have gone
            handler.wfile.write(sent[: self.cuts.pop(0)] if self.cuts else sent)


def left(root):
    """The names in a folder, but for locks."""
    return sorted(path.name for path in root.iterdir() if path.suffix != ".lock")
