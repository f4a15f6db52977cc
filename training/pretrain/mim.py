"""Masked image modelling: hide tokens of a batch, rebuild them and tell what teachers saw. Knows no files, no steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from engine.model.ofa import OFA, initialise
from engine.model.tokens import SensorBatch, SpectralEmbedding
from training.data.batch import TeacherTargets, UnlabelledBatch
from training.data.chip_sampling import SMALLEST_CHIP
from training.pretrain.decoder import DECODERS
from training.pretrain.masking import cross_masking, random_masking, take
from training.pretrain.recipes import Recipe
from training.pretrain.targets.axes import AXES
from training.pretrain.targets.features import of_tokens, teacher_loss
from training.pretrain.targets.pixels import (
    ENOUGH_VALID,
    latent_loss,
    normalised,
    patchify,
    pixel_loss,
    unpatchify,
)

TARGET_SEED = 20_240_707  # of the frozen projection; any number does, as long as it is not that of the weights


@dataclass(frozen=True)
class MaskDraw:
    """What is drawn by lot for a micro-batch.

    Attributes:
        patch_px: side of a token.
        side_px: side of the square that is cut from each chip, the whole chip but for pixels that fill no token.
        corner: row and column of that square.
        seen_bands: for each chip the numbers of the bands that the encoder sees.
        kept, hidden: (B, K) and (B, M) numbers of tokens.
    """

    patch_px: int
    side_px: int
    corner: tuple[int, int]
    seen_bands: tuple[tuple[int, ...], ...]
    kept: Tensor
    hidden: Tensor


def draw_masks(recipe: Recipe, batch: UnlabelledBatch, generator: torch.Generator) -> MaskDraw:
    """Draw what the micro-batch hides; `generator` is the CPU's, so that every device draws alike."""

    def draw(count: int) -> int:
        return int(torch.randint(count, (), generator=generator))

    side = batch.chips[0].x_BCHW.shape[2]
    fitting = [patch_px for patch_px in recipe.patches_px if side >= SMALLEST_CHIP * patch_px]
    patch_px = fitting[draw(len(fitting))]
    side_px = _side(side, patch_px, recipe.model.patch_px if recipe.shrink_chips else patch_px)
    steps = (side - side_px) // patch_px + 1
    corner = draw(steps) * patch_px, draw(steps) * patch_px
    seen = tuple(_subset(len(chip.bands), recipe.band_dropout, generator) for chip in batch.chips)
    tokens = (side_px // patch_px) ** 2
    if len(batch.chips) == 2 and torch.rand((), generator=generator) < recipe.cross_sensor:
        kept, hidden = cross_masking(len(batch), tokens, recipe.mask_ratio, draw(2), generator)
    else:
        kept, hidden = random_masking(len(batch), tokens * len(batch.chips), recipe.mask_ratio, generator)
    return MaskDraw(patch_px, side_px, corner, seen, *(_sent(index, batch.valid[0].device) for index in (kept, hidden)))


def _sent(index_BM: Tensor, device: torch.device) -> Tensor:
    """On the device, without waiting for what it still computes."""
    return (index_BM.pin_memory() if device.type == "cuda" else index_BM).to(device, non_blocking=True)


def _side(chip_px: int, patch_px: int, own_px: int) -> int:
    """Chips shrink with tokens below `own_px`, so that a step costs the same; with larger tokens they stay."""
    return chip_px * min(patch_px, own_px) // own_px // patch_px * patch_px


def _subset(count: int, dropout: float, generator: torch.Generator) -> tuple[int, ...]:
    least = max(1, round(count * (1 - dropout)))
    kept = least + int(torch.randint(count - least + 1, (), generator=generator))
    return tuple(sorted(torch.randperm(count, generator=generator)[:kept].tolist()))


class MaskedImageModel(nn.Module):
    """The backbone and what is needed to train it.

    Of what a teacher saw, the backbone tells the tokens that it sees by one linear map of its dense features, those
    that are used when it is frozen, and the decoder tells the hidden ones.

    Args:
        model: the backbone; trained in place.
        recipe: of the run; its seed draws the decoder's weights.
    """

    def __init__(self, model: OFA, recipe: Recipe) -> None:
        super().__init__()
        self.model, self.recipe = model, recipe
        self.decoder = DECODERS[recipe.decoder.kind](model.config, recipe.decoder)
        initialise(self.decoder, recipe.seed + 1)
        self.projection = SpectralEmbedding(model.config.width, model.config.patch_px)
        initialise(self.projection, TARGET_SEED)
        self.projection.requires_grad_(False)
        tap = {"seen": model.config.width * len(model.depths), "hidden": recipe.decoder.width}
        self.tellers = nn.ModuleDict(
            {f"{name} {part}": nn.Linear(width, AXES) for name in recipe.teachers for part, width in tap.items()}
        )
        initialise(self.tellers, recipe.seed + 2)

    def forward(self, batch: UnlabelledBatch, drawn: MaskDraw) -> Tensor:
        """The loss of a micro-batch."""
        chips, valid_BNP = self._cut(batch, drawn)
        dense_BKD, states_BMW = self._seen(chips, drawn)
        hidden_valid_BMP = take(valid_BNP, drawn.hidden)
        parts = [self._teacher_loss(target, dense_BKD, states_BMW, valid_BNP, drawn) for target in batch.targets]
        if self.recipe.target in ("pixels", "both"):
            pixels = self._pixel_loss(states_BMW, chips, drawn, hidden_valid_BMP)
            parts.append(self.recipe.pixel_weight * pixels if self.recipe.teachers else pixels)
        if self.recipe.target in ("latent", "both"):
            wanted_BND = torch.cat([self._projected(chip, drawn.patch_px) for chip in chips], dim=1)
            rebuilt_BMD = self.decoder.latents(states_BMW)
            latent = latent_loss(rebuilt_BMD, take(wanted_BND, drawn.hidden), hidden_valid_BMP, self.recipe.temperature)
            parts.append(latent if self.recipe.target == "latent" else self.recipe.latent_weight * latent)
        # A batch that no teacher saw, of a run that rebuilds no pixels, teaches nothing.
        return torch.stack(parts).sum() if parts else states_BMW.sum() * 0

    def _teacher_loss(
        self, target: TeacherTargets, dense_BKD: Tensor, states_BMW: Tensor, valid_BNP: Tensor, drawn: MaskDraw
    ) -> Tensor:
        """All tokens against what a teacher saw at their place, those that are seen and those that are hidden."""
        predicted_BND = torch.cat(
            [
                self.tellers[f"{target.teacher} seen"](dense_BKD),
                self.tellers[f"{target.teacher} hidden"](states_BMW),
            ],
            dim=1,
        )
        wanted_BND = of_tokens(target, drawn.corner, drawn.side_px, drawn.patch_px)
        wanted_BND = wanted_BND.repeat(1, valid_BNP.shape[1] // wanted_BND.shape[1], 1)  # for each sensor of the place
        order_BN = torch.cat([drawn.kept, drawn.hidden], dim=1)
        counts_BN = (valid_BNP.float().mean(2) >= ENOUGH_VALID) & target.known_B[:, None]
        return teacher_loss(
            predicted_BND[..., : wanted_BND.shape[2]], take(wanted_BND, order_BN), counts_BN.gather(1, order_BN)
        )

    @torch.no_grad()
    def rebuild(self, batch: UnlabelledBatch, drawn: MaskDraw) -> list[tuple[Tensor, Tensor, Tensor]]:
        """For each chip: what was there (B, C, H, W), where it was hidden (B, H, W), and the hidden parts rebuilt.

        Rebuilt patches get back the mean and deviation that the target leaves out, as MAE's pictures do.
        """
        chips, _ = self._cut(batch, drawn)
        states_BMW = self._states(chips, drawn)
        answers = []
        for number, chip in enumerate(chips):
            rows, cols = chip.grid(drawn.patch_px)
            mine_BM = drawn.hidden // (rows * cols) == number
            patches_BNCP = patchify(chip.x_BCHW, drawn.patch_px)
            hidden_BN = torch.zeros(len(batch), rows * cols, dtype=torch.bool, device=mine_BM.device)
            for place in range(len(batch)):
                own_M = mine_BM[place]
                tokens_M = drawn.hidden[place][own_M] % (rows * cols)
                made_MCP = self._pixels(states_BMW[place][own_M][None], chip, drawn.patch_px)[0].float()
                _, mean, deviation = normalised(patches_BNCP[place, tokens_M][None])
                patches_BNCP[place, tokens_M] = made_MCP * deviation[0] + mean[0]
                hidden_BN[place, tokens_M] = True
            mask_B1HW = unpatchify(hidden_BN[..., None, None].expand(-1, -1, 1, drawn.patch_px**2), (rows, cols))
            answers.append((chip.x_BCHW, mask_B1HW[:, 0], unpatchify(patches_BNCP, (rows, cols))))
        return answers

    def _projected(self, chip: SensorBatch, patch_px: int) -> Tensor:
        """The latent target (B, N, D): less the chip's mean, which all its patches share."""
        tokens_BND: Tensor = self.projection(chip, patch_px)
        return tokens_BND - tokens_BND.mean(1, keepdim=True)

    def _cut(self, batch: UnlabelledBatch, drawn: MaskDraw) -> tuple[list[SensorBatch], Tensor]:
        """The chips as this micro-batch uses them, and the validity (B, N, P * P) of all their pixels."""
        inside = tuple(slice(start, start + drawn.side_px) for start in drawn.corner)
        gsd_m = self.model.config.reference_gsd_m
        chips = [
            replace(
                chip,
                x_BCHW=chip.x_BCHW[:, :, *inside],
                gsd_m=chip.gsd_m if self.recipe.ground_positions else gsd_m,
            )
            for chip in batch.chips
        ]
        valid = [patchify(valid_BHW[:, None, *inside], drawn.patch_px)[:, :, 0] for valid_BHW in batch.valid]
        return chips, torch.cat(valid, dim=1)

    def _states(self, chips: Sequence[SensorBatch], drawn: MaskDraw) -> Tensor:
        """The decoder's states (B, M, W) of the hidden tokens."""
        return self._seen(chips, drawn)[1]

    def _seen(self, chips: Sequence[SensorBatch], drawn: MaskDraw) -> tuple[Tensor, Tensor]:
        """Dense features (B, K, D) of the tokens that are seen, and the decoder's states (B, M, W) of the others."""
        seen = [
            replace(chip, x_BCHW=chip.x_BCHW[:, list(bands)], bands=tuple(chip.bands[band] for band in bands))
            for chip, bands in zip(chips, drawn.seen_bands, strict=True)
        ]
        tokens_BND = self.model.embed(seen, drawn.patch_px)
        encoder, depths = self.model.encoder, self.model.depths
        last = len(encoder.blocks)
        taken = encoder.intermediates(self.model.with_cls(take(tokens_BND, drawn.kept)), sorted({*depths, last}))
        encoded = encoder.norm(taken[-1])
        taps = taken[: len(depths)]
        normed = [nn.functional.layer_norm(x_BND[:, 1:], x_BND.shape[2:]) for x_BND in taps]
        width = self.recipe.decoder.width
        positions = self.model.positions(chips, drawn.patch_px, width)
        states_BNW = self.decoder((encoded[:, 1:], drawn.kept, positions), chips)
        return torch.cat(normed, dim=2), take(states_BNW, drawn.hidden)

    def _pixels(self, states_BMW: Tensor, chip: SensorBatch, patch_px: int) -> Tensor:
        """Rebuilt patches (B, M, C, P * P) of this side: the decoder writes the model's own, they are resized."""
        patches_BMCP = self.decoder.pixels(states_BMW, chip)
        own_px = self.model.patch_px
        if patch_px == own_px:
            return patches_BMCP
        batch, tokens, bands, _ = patches_BMCP.shape
        images = patches_BMCP.float().reshape(batch * tokens, bands, own_px, own_px)  # torch shrinks no bfloat16
        images = nn.functional.interpolate(images, (patch_px, patch_px), mode="bilinear", antialias=patch_px < own_px)
        return images.reshape(batch, tokens, bands, -1)

    def _pixel_loss(
        self, states_BMW: Tensor, chips: Sequence[SensorBatch], drawn: MaskDraw, valid_BMP: Tensor
    ) -> Tensor:
        """Each sensor's tokens against its own bands; sensors count by their hidden tokens."""
        if len(chips) == 1:
            wanted_BMCP = take(patchify(chips[0].x_BCHW, drawn.patch_px), drawn.hidden)
            return pixel_loss(self._pixels(states_BMW, chips[0], drawn.patch_px), wanted_BMCP, valid_BMP)
        rows, cols = chips[0].grid(drawn.patch_px)
        mine_BM = drawn.hidden // (rows * cols)
        parts = []
        for number, chip in enumerate(chips):
            mine_X = (mine_BM == number).flatten().nonzero()[:, 0]
            if not len(mine_X):  # all of its tokens are seen
                continue
            patches_BNCP = patchify(chip.x_BCHW, drawn.patch_px)
            wanted_BMCP = take(patches_BNCP, drawn.hidden % (rows * cols))
            picked = [part.flatten(0, 1)[mine_X][:, None] for part in (states_BMW, wanted_BMCP, valid_BMP)]
            made_X1CP = self._pixels(picked[0], chip, drawn.patch_px)
            parts.append(pixel_loss(made_X1CP, picked[1], picked[2]) * len(mine_X) / mine_BM.numel())
        return torch.stack(parts).sum()
