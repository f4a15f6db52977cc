"""The published models that `engine models pull` can fetch, each pinned by revision and digest. Data, and no network.

Digests, sizes and revisions of DOFA as the hub's pages of commits state them, read in November 2026. That of
`dofav2_vit_base_e150.pth` was found in three programs of others that pin it; none was found for the large one, so the
first download is trusted, and the user is told. Galileo's are those of the file itself.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import quote

from engine.errors import RequestError
from engine.model.config import PRESETS, ModelConfig

DIGEST = "sha256:"  # as in cards; the plugin hub takes bare hexadecimal digits for a secret
HUB = "https://huggingface.co"
HUB_VARIABLE = "HF_ENDPOINT"  # the hub's own name for the address of a mirror
GITHUB = "https://raw.githubusercontent.com"


@dataclass(frozen=True)
class Licence:
    """Under which terms weights may be used, and whom to name."""

    id: str
    title: str
    url: str
    holder: str
    citation: str


@dataclass(frozen=True)
class PublishedModel:
    """A file of weights on the hub or on GitHub, and the model it becomes.

    Attributes:
        name: of the model folder.
        title: what it is, in a line.
        config: of the model.
        mapping: how its tensors are named; see `engine.published.conversion`.
        source: where it is, "repository@revision".
        file: its path there.
        size_bytes: of the file; None where it is not known.
        digest: of the file, "sha256:" and hexadecimal digits; None where it is not known, and the first download is
            trusted.
        pretrained_on: what the weights have seen.
        licence: its terms.
        architecture: as its card names it.
        on_github: it is there, not on the hub.
    """

    name: str
    title: str
    config: ModelConfig
    mapping: str
    source: str
    file: str
    size_bytes: int | None
    digest: str | None
    pretrained_on: str
    licence: Licence
    architecture: str = "DOFA"
    on_github: bool = False

    @property
    def file_name(self) -> str:
        """Of the file, without the folders it lies in there."""
        return self.file.rpartition("/")[2]

    @property
    def repository(self) -> str:
        """On the hub or on GitHub."""
        return self.source.partition("@")[0]

    @property
    def revision(self) -> str:
        """Of the repository: a commit, so that the file there never changes."""
        return self.source.partition("@")[2]

    @property
    def sha256(self) -> str | None:
        """Of the file, in hexadecimal digits; None where it is not known."""
        return self.digest and self.digest.removeprefix(DIGEST)

    @property
    def url(self) -> str:
        """Where the file is fetched from.

        Raises:
            RequestError: the mirror that the environment names is no address.
        """
        if self.on_github:
            return f"{GITHUB}/{self.repository}/{self.revision}/{quote(self.file)}"
        hub = os.environ.get(HUB_VARIABLE) or HUB
        if not hub.startswith(("https://", "http://")):
            raise RequestError(f"expected an address in {HUB_VARIABLE}; found '{hub}'", f"e.g. {HUB}")
        return f"{hub.rstrip('/')}/{self.repository}/resolve/{self.revision}/{quote(self.file)}"


DOFA_LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
    "the authors of DOFA (Xiong et al.)",
    'Xiong et al. 2024, "Neural Plasticity-Inspired Foundation Model for Observing the Earth Crossing Modalities", '
    "arXiv 2403.15356",
)
GALILEO_LICENCE = Licence(
    "MIT",
    "MIT License",
    "https://opensource.org/license/mit",
    "the authors of Galileo (Copyright (c) 2024 Presto Authors)",
    'Tseng et al. 2025, "Galileo: Learning Global & Local Features of Many Remote Sensing Modalities", '
    "arXiv 2502.09356",
)
_IMAGES = "Sentinel-1, Sentinel-2, NAIP, Gaofen-2 and EnMAP imagery, as its authors say"
_IMAGES_V2 = "Earth observation imagery; its authors' page says which"


def _v1(size: str) -> ModelConfig:
    """Trained on 224 pixels in patches of 16; the published model norms the mean of its tokens."""
    return replace(PRESETS[size], embedding="dofa", positions_side=14, pooling="mean_norm")


def _v2(size: str) -> ModelConfig:
    """Trained on 224 pixels in patches of 14, with layer scale; published without pooling, so its norm comes first."""
    return replace(_v1(size), patch_px=14, positions_side=16, layer_scale=True, pooling="norm_mean")


_GALILEO_NANO = ModelConfig(
    embedding="galileo", width=128, depth=4, heads=8, patch_px=8, taps=(2, 3, 4), pooling="norm_mean", tile_px=96
)
"""The published encoder; a tile holds the 12 x 12 patches that it was trained with, as large as they came."""
_SERIES = (
    "127,155 places: series of Sentinel-1, Sentinel-2, weather and night lights, elevation, land cover and location, "
    "as its authors say"
)
_V1_SOURCE = "torchgeo/dofa@b8db318b64a90b9e085ec04ba8851233c5893666"  # the authors' weights without their decoder
_V2_SOURCE = "earthflow/DOFA@7a5219e48d2f8848511b0fabea7920a8836bc480"

PUBLISHED: Mapping[str, PublishedModel] = MappingProxyType(
    {
        published.name: published
        for published in (
            PublishedModel(
                "dofa-base", "DOFA v1, ViT-B, patches of 16 pixels", _v1("base"), "dofa-v1",
                _V1_SOURCE, "dofa_base_patch16_224-a0275954.pth", 445_295_690,
                "sha256:a027595480a4b0641d0be330d876034439bcb6ead8b9ce10f4949227426856c6", _IMAGES, DOFA_LICENCE,
            ),
            PublishedModel(
                "dofa-large", "DOFA v1, ViT-L, patches of 16 pixels", _v1("large"), "dofa-v1",
                _V1_SOURCE, "dofa_large_patch16_224-0ff904d3.pth", 1_348_512_262,
                "sha256:0ff904d35418b0ae26e15812f2669f906a047f94517823bfbc3824eac9328291", _IMAGES, DOFA_LICENCE,
            ),
            PublishedModel(
                "dofa-v2-base", "DOFA v2, ViT-B, patches of 14 pixels", _v2("base"), "dofa-v2",
                _V2_SOURCE, "dofav2_vit_base_e150.pth", 421_811_730,
                "sha256:e1be9d50fb3e4e3640e337d098b92d67797eaf2a579de3b7a1e363095885314d", _IMAGES_V2, DOFA_LICENCE,
            ),
            PublishedModel(
                "dofa-v2-large", "DOFA v2, ViT-L, patches of 14 pixels", _v2("large"), "dofa-v2",
                _V2_SOURCE, "dofav2_vit_large_e150.pth", None, None, _IMAGES_V2, DOFA_LICENCE,
            ),
            PublishedModel(
                "galileo-nano", "Galileo nano, Sentinel-1 and -2, patches of 8 pixels", _GALILEO_NANO, "galileo",
                "nasaharvest/galileo@0f0b5b95ac81acef4b74cf4686dc877202f4541b", "data/models/nano/encoder.pt",
                4_189_406, "sha256:eab6acacf527886a508a555bc24efe4b4a2cf91b162e84cd1c4a1807e942180c",
                _SERIES, GALILEO_LICENCE, "Galileo", on_github=True,
            ),
        )
    }
)  # fmt: skip
"""Name -> published model."""


def find(name: str) -> PublishedModel:
    """The published model of this name.

    Raises:
        RequestError: there is none.
    """
    if name not in PUBLISHED:
        raise RequestError(f"no published model is called '{name}'", f"those known are {', '.join(PUBLISHED)}")
    return PUBLISHED[name]
