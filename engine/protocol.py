"""What the plugin asks the engine for: a request for each job. How messages are written is in `messages.py`.

What is said of a scene and of the computation is in two specs that requests hold. Extents are (xmin, ymin, xmax, ymax)
in the scene's CRS.
"""

from dataclasses import MISSING, dataclass, replace
from dataclasses import field as _field
from typing import Any, ClassVar, Dict, Optional, Tuple, Type, Union, get_args

from .messages import CancelRequest, Message, QuitRequest
from .request_fields import Option, given

UNITS = (
    "dn", "dn+1000", "reflectance", "uint8", "uint16", "landsat-c2", "landsat-l1", "counts", "db", "linear",
    "amplitude",
)  # fmt: skip
"""The units that the engine knows (engine/scene/values/units.py; a test compares them): optical, then radar."""
DEVICES, PRECISIONS, BITS = ("auto", "cpu", "cuda", "mps"), ("auto", "float32", "bfloat16"), ("8", "16", "32")
HITS = ("polygons", "points")
SHAPES = ("boxes", "points")
TASKS = ("segmentation", "regression", "classification", "multilabel")

DEVICE = Option("The device to compute on: auto, cpu, cuda or mps.", "NAME", choices=DEVICES)
EXTENT = Option("The part to map, in the scene's CRS.", "XMIN,YMIN,XMAX,YMAX")
NODATA = Option(
    "Values that mean no data, in any band. fill: undeclared fill of all bands is nodata; none: it was measured.",
    "LOW[:HIGH],…|fill|none",
)
MASK = Option(
    "What of a product's own masks is nodata: clouds, haze, shadow, snow or none; by default all that it has.",
    "clouds+shadow|none",
)
BESIDE = Option(
    "A further source of the same place, and what it leaves open: DEM.tif,sensor=elevation. May be repeated.",
    "SOURCE[,FIELD=VALUE…]",
    name="--with",
)
LABELS = Option("Points, lines or polygons with a class.", "LABELS", is_argument=True)
CLASS_FIELD = Option("The field that holds the class.", "NAME", is_required=True)
LAYER = Option("The layer of LABELS to read.", "NAME")
COLOURS = Option("Colours of the classes; override those that LABELS keep.", "water=#0072b2,…")
VALUES = Option("Raster values of the classes on the map; override those that LABELS keep.", "water=1,…")
CONFIDENCE = Option("Also write a confidence raster, 0 to 1.", "CONF.tif")
APPLICABILITY = Option(
    "Also write a raster of how unlike each pixel is to all labels; above 1 nothing is known of it.", "UNLIKE.tif"
)
VECTOR = Option("Also write the map as polygons.", "MAP.gpkg")
SAVE_MODEL = Option("Also save what was learnt as a model that maps other scenes.", "MODEL|MODEL.zip")
OVERWRITE = Option("Replace existing outputs.")
MAP = Option("A map of classes.", "MAP", is_argument=True)
HITS_AS = Option("What the hits are: polygons or points.", "NAME", choices=HITS)


@dataclass(frozen=True)
class SceneSpec:
    """A scene and all that says how it is read. `None` and empty mean: read it from the file or ask.

    Attributes:
        path: what GDAL opens.
        sensor: its id.
        bands: layer band (1-based, as text) -> "B04", "VV", "665nm", "unused".
        units: of the stored values, one of `UNITS`.
        crs: WKT or "EPSG:n"; overrides what the file says.
        nodata: ranges (both ends in) without meaning, beside the file's own values.
        fill: what fill is that the file does not declare: "ask", "nodata", or "data": it was measured.
        file_nodata: False if the file's own nodata values are ordinary values.
        skip_damaged: blocks that cannot be read count as nodata and are named.
        mask: what of a product's masks is nodata, as "clouds+shadow"; empty: all that it has; "none": nothing.
        remote: whether what a STAC item names may be read from the network.
        beside: further sources of the same place, each with what is said of it.
        grid: the path of the source whose grid all are brought onto, or a pixel size in metres; empty: the scene's own.
    """

    path: str = given(
        MISSING, Option("The raster to read: a GeoTIFF or anything else GDAL reads.", "SCENE", is_argument=True)
    )
    sensor: Optional[str] = given(None, Option("The sensor of the scene; `engine sensors` lists them.", "ID"))
    bands: Dict[str, str] = given({}, Option("What each band of the file measures.", "1=B02,2=B03,…"))
    units: Optional[str] = given(
        None, Option("The units of the values: dn, dn+1000, reflectance, db, linear, uint8, …", "ID", choices=UNITS)
    )
    crs: Optional[str] = given(None, Option("The CRS of the scene; overrides the file's own.", "EPSG:N|WKT"))
    nodata: Tuple[Tuple[float, float], ...] = given((), NODATA)
    fill: str = given("ask", Option(choices=("ask", "nodata", "data"), told_by="nodata"))
    file_nodata: bool = given(
        True, Option("Treat the file's nodata values as ordinary values.", name="--ignore-file-nodata")
    )
    skip_damaged: bool = given(False, Option("Treat blocks that cannot be read as nodata."))
    mask: str = given("", MASK)
    remote: bool = given(False, Option("Read what a STAC item names from the network."))
    beside: Tuple["SceneSpec", ...] = given((), BESIDE)
    grid: str = given("", Option("The grid of a scene of several sources.", "SOURCE|METRES"))


@dataclass(frozen=True)
class ComputeSpec:
    """What computes, and how.

    Attributes:
        model: name or folder; None: the engine's own.
        device: one of `DEVICES`, or one of several of a kind: "cuda:1".
        precision: one of `PRECISIONS`; "auto": by measurement.
    """

    model: Optional[str] = given(None, Option("The model to use; `engine models` lists them.", "NAME|FOLDER|ZIP"))
    device: str = given("auto", DEVICE)
    precision: str = given(
        "auto", Option("The arithmetic of the model: auto, float32 or bfloat16.", "NAME", choices=PRECISIONS)
    )


@dataclass(frozen=True)
class SceneRequest(Message):
    """Base of every job on a scene."""

    scene: SceneSpec


@dataclass(frozen=True)
class ModelRequest(SceneRequest):
    """Base of every job in which a model looks at a scene."""

    compute: ComputeSpec = ComputeSpec()


@dataclass(frozen=True)
class PixelRequest(SceneRequest):
    """Base of every job on the pixels of a scene that needs neither a model nor labels."""

    device: str = given("auto", DEVICE)


@dataclass(frozen=True)
class InspectRequest(SceneRequest):
    """What is this scene? Answers bands, wavelengths, units, nodata, and the questions left open."""

    kind: ClassVar[str] = "inspect"
    title: str = ""  # what the user calls the scene, such as a layer's name: it may tell when the scene was taken
    vrt: str = ""  # where to write a product as a VRT, which other programs show; of other scenes nothing is written


@dataclass(frozen=True)
class EmbedRequest(ModelRequest):
    """Write the backbone's dense features as a GeoTIFF."""

    kind: ClassVar[str] = "embed"
    out: str = given("", Option("The raster to write, one band per feature.", "FEATURES.tif", is_required=True))
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    bits: int = given(16, Option("Bits per feature: 8, 16 or 32.", "N", choices=BITS))
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class ClassifyRequest(ModelRequest):
    """Learn classes from a few labels, in one scene or several, and map them over the first.

    `save_model` is a folder, or a zip of one, for `PredictRequest` to map other scenes with.
    """

    kind: ClassVar[str] = "classify"
    more: Tuple[SceneSpec, ...] = ()  # scenes beside `scene` that labels lie in, each with what is said of it
    labels: str = given("", LABELS)
    field: str = given("", CLASS_FIELD)
    layer: Optional[str] = given(None, LAYER)
    colours: Dict[str, str] = given({}, COLOURS)  # class -> "#rrggbb", where the user chose one
    values: Dict[str, int] = given({}, VALUES)  # class -> its value on the map, in the order of the legend
    out: str = given("", Option("The class map to write; without it, only --save-model is.", "MAP.tif"))
    confidence: Optional[str] = given(None, CONFIDENCE)
    applicability: Optional[str] = given(None, APPLICABILITY)
    vector: Optional[str] = given(None, VECTOR)
    report: Optional[str] = given(None, Option("Also write a report with accuracy and pictures.", "FOLDER"))
    save_model: Optional[str] = given(None, SAVE_MODEL)
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class RegressRequest(ModelRequest):
    """Learn values from points that have a number, and map them over the scene."""

    kind: ClassVar[str] = "regress"
    labels: str = given("", Option("Points, lines or polygons with a number.", "POINTS", is_argument=True))
    field: str = given("", Option("The field that holds the number.", "NAME", is_required=True))
    layer: Optional[str] = given(None, Option("The layer of POINTS to read.", "NAME"))
    out: str = given("", Option("The map of values to write.", "MAP.tif", is_required=True))
    interval: Optional[str] = given(
        None, Option("Also write the ends of the interval that holds 90 % of the values, as two bands.", "LOW_HIGH.tif")
    )
    applicability: Optional[str] = given(None, APPLICABILITY)
    report: Optional[str] = given(None, Option("Also write a report with accuracy and a picture.", "FOLDER"))
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class PredictRequest(ModelRequest):
    """Map a scene with a model that was trained or learnt from labels: classes, or values where it regresses."""

    kind: ClassVar[str] = "predict"
    out: str = given("", Option("The map to write; for chips, a table.", "MAP.tif|TABLE.csv", is_required=True))
    confidence: Optional[str] = given(None, CONFIDENCE)
    applicability: Optional[str] = given(None, APPLICABILITY)
    vector: Optional[str] = given(None, VECTOR)
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class FinetuneRequest(ModelRequest):
    """Train a head on a backbone, and the backbone with it if asked.

    `out` is the run's folder: `log.jsonl` tells how it goes, and it is a model folder once `card.json` is there. The
    same request goes on with a cancelled run; a file `stop` in the folder ends a run with the best model so far.
    """

    kind: ClassVar[str] = "finetune"
    more: Tuple[SceneSpec, ...] = ()  # scenes beside `scene`, each with what is said of it
    labels: str = given("", Option("The labels of chips, as a CSV table.", "TABLE.csv"))
    """Vectors, a raster, a folder of rasters, a table; empty: the chips' folders name their class."""
    field: str = given("", Option("The field or column that holds the class.", "NAME"))
    layer: Optional[str] = given(None, LAYER)
    classes: Dict[str, str] = given({}, Option("The label values to learn, and their names.", "1=roof,2=road"))
    colours: Dict[str, str] = given({}, COLOURS)
    task: str = given(  # segmentation and regression are by pixels, the others by chips
        "segmentation",
        Option("The task: segmentation, regression, classification or multilabel.", "NAME", choices=TASKS),
    )
    mode: str = "frozen"  # of the backbone: frozen, lora, full
    head: str = given(
        "",
        Option("The head: light, linear or upernet, of whole images mean_std or linear; else what suits.", "NAME"),
    )
    out: str = given("", Option("The folder of the new model.", "MODEL", is_required=True))
    steps: int = given(0, Option("The most steps to train; 0 means 600, for whole images with --mode frozen 100.", "N"))
    batch: int = given(16, Option("Chips per step.", "N"))
    lr: float = given(0.0, Option("Peak learning rate of the head; 0 chooses one.", "RATE"))
    chip_px: int = given(0, Option("Side of a chip in pixels; 0 chooses one.", "N", name="--chip-px"))
    patience: int = given(5, Option("Evaluations without improvement before the run ends; 0 never ends it early.", "N"))
    seed: int = given(0, Option("The seed of all random choices.", "N"))
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class PartRequest(Message):
    """A part of an embed, classify or predict request, for a worker that shares the work on one scene with others."""

    kind: ClassVar[str] = "part"
    whole: Dict[str, Any] = _field(default_factory=dict)  # the request, as `body_of` it
    window: Tuple[int, ...] = ()  # first row, the row after the last, columns likewise: pixels, or tokens to embed
    learnt: Optional[str] = None  # the file with what the labels taught
    out: str = ""  # the file of the part, without its ending
    device: str = "auto"


@dataclass(frozen=True)
class PreviewRequest(ModelRequest):
    """The map of what the user looks at, quickly, from features that the engine keeps.

    `out` is a folder; `step` n maps every n-th pixel; `places` asks for the least certain places.
    """

    kind: ClassVar[str] = "preview"
    labels: str = ""
    field: str = ""
    layer: Optional[str] = None
    colours: Dict[str, str] = _field(default_factory=dict)
    values: Dict[str, int] = _field(default_factory=dict)
    out: str = ""
    extent: Optional[Tuple[float, ...]] = None
    step: int = 1
    places: int = 0


@dataclass(frozen=True)
class PrepareRequest(ModelRequest):
    """Find out what previews and regions of a view need beside labels, while nothing else is asked.

    It makes way: as soon as another request waits, it ends as if it had been cancelled. What was found by then is kept.
    """

    kind: ClassVar[str] = "prepare"
    extent: Optional[Tuple[float, ...]] = None
    step: int = 1


@dataclass(frozen=True)
class GrowRequest(ModelRequest):
    """The region of like pixels around a place of the scene, for each of some tolerances.

    `x` and `y` are in the scene's CRS; `extent` is what the user sees: the region does not leave it.
    """

    kind: ClassVar[str] = "grow"
    x: float = 0.0
    y: float = 0.0
    extent: Optional[Tuple[float, ...]] = None


@dataclass(frozen=True)
class SimilarRequest(PixelRequest):
    """Map how like some places each pixel is: 1 is as the places are, 0 as the least alike tenth of the scene.

    Places are in the scene's CRS. `hits` are the regions where the map is at `threshold` or above it.
    """

    kind: ClassVar[str] = "similar"
    at: Tuple[Tuple[float, float], ...] = given(
        (), Option("Examples of what to find, in the scene's CRS.", "X,Y[ X,Y…]", is_required=True)
    )
    unlike: Tuple[Tuple[float, float], ...] = given(
        (), Option("Counter-examples: what looks alike and is not meant.", "X,Y[ X,Y…]", name="--not")
    )
    out: str = given("", Option("The map of similarity to write.", "MAP.tif", is_required=True))
    threshold: float = given(0.5, Option("The similarity from which on a pixel is a hit.", "T"))
    hits: Optional[str] = given(None, Option("Also write the hits, with a score.", "HITS.gpkg"))
    hits_as: str = given("polygons", HITS_AS)
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class HitsRequest(Message):
    """Write the regions in which a map of values that is there is at `threshold` or above it."""

    kind: ClassVar[str] = "hits"
    map: str = given("", Option("A map of values, such as that of `engine similar`.", "MAP", is_argument=True))
    out: str = given("", Option("The hits to write, with a score.", "HITS.gpkg", is_required=True))
    threshold: float = given(0.5, Option("The value from which on a pixel is a hit.", "T"))
    hits_as: str = given("polygons", HITS_AS)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class CountRequest(PixelRequest):
    """Find and count objects of one kind, from some that are outlined. `size` is in metres; 0: labels are outlines."""

    kind: ClassVar[str] = "count"
    labels: str = given(
        "", Option("Some objects of one kind: their outlines, or points with --size.", "EXAMPLES", is_argument=True)
    )
    layer: Optional[str] = given(None, Option("The layer of EXAMPLES to read.", "NAME"))
    size: float = given(0.0, Option("The diameter of an object in metres, where EXAMPLES are points.", "METRES"))
    area: Optional[str] = given(
        None, Option("Polygons in which each object is outlined; without it, the box around EXAMPLES.", "AREA.gpkg")
    )
    out: str = given("", Option("The objects to write, with a score.", "OBJECTS.gpkg", is_required=True))
    shape: str = given("boxes", Option("What the objects are: boxes or points.", "NAME", choices=SHAPES))
    min_score: Optional[float] = given(
        None, Option("The score from which on there is an object; by default as held-out objects tell.", "S")
    )
    density: Optional[str] = given(None, Option("Also write a raster of objects per hectare.", "DENSITY.tif"))
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class ClusterRequest(PixelRequest):
    """Map a scene into clusters of alike pixels, the largest first."""

    kind: ClassVar[str] = "cluster"
    clusters: int = given(12, Option("How many clusters.", "N", name="--classes"))
    out: str = given("", Option("The map of clusters to write.", "MAP.tif", is_required=True))
    vector: Optional[str] = given(None, VECTOR)
    points: Optional[str] = given(
        None, Option("Also write points inside the clusters: labels, once the clusters have names.", "POINTS.gpkg")
    )
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class ChangeRequest(PixelRequest):
    """Map what has changed from a scene to the one source that `scene.beside` names: another date of the place.

    Without labels the map is -log10 of how often unchanged pixels look as changed as this: at 2 or above, one in a
    hundred does. Labels make it one of classes. With `unchanged` they say what has changed, and that class is what has
    not; otherwise they name classes of the ground, and the map has a value for each pair of them.
    """

    kind: ClassVar[str] = "change"
    labels: str = given(
        "", Option("Points, lines or polygons with classes of the ground, or with what has changed.", "LABELS")
    )
    field: str = given("", Option("The field of LABELS that holds the class.", "NAME"))
    field_after: str = given(
        "", Option("The field with the class on the later date; without it, the class is that of both dates.", "NAME")
    )
    unchanged: str = given(
        "",
        Option("The class for what has not changed: LABELS say what has changed, not what is on the ground.", "NAME"),
    )
    layer: Optional[str] = given(None, LAYER)
    out: str = given("", Option("The map of change to write.", "CHANGE.tif", is_required=True))
    confidence: Optional[str] = given(None, CONFIDENCE)
    table: Optional[str] = given(None, Option("Also write from which class to which how much has gone.", "TABLE.csv"))
    false_alarms: float = given(0.01, Option("The share of unchanged pixels that may count as changed.", "SHARE"))
    changes: Optional[str] = given(None, Option("Also write what has changed as polygons.", "CHANGES.gpkg"))
    min_area: str = given("", Option("The minimum area of these polygons: ha, m2, km2 or px.", "0.5ha"))
    align: bool = given(False, Option("Move AFTER onto BEFORE if the two do not lie on each other."))
    shift_ok: bool = given(False, Option("Compare the two even if they do not lie on each other."))
    extent: Optional[Tuple[float, ...]] = given(None, EXTENT)
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class SampleRequest(Message):
    """Draw pixels of a map at random within its classes, for a person to say what is truly there."""

    kind: ClassVar[str] = "sample"
    map: str = given("", MAP)
    out: str = given("", Option("The sample to write: points to answer.", "SAMPLE.gpkg", is_required=True))
    standard_error: float = given(
        0.025, Option("The standard error of overall accuracy to plan for; the interval is twice as wide.", "SHARE")
    )
    points: int = given(0, Option("How many points; 0 means as many as the standard error needs.", "N"))
    anticipated: Dict[str, float] = given(
        {}, Option("User's accuracies that you expect; 0.8 for other classes.", "water=0.9,…")
    )
    seed: int = given(0, Option("The seed of all random choices.", "N"))
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class AssessRequest(Message):
    """Estimate the accuracy of a map and the areas of its classes from an answered sample."""

    kind: ClassVar[str] = "assess"
    map: str = given("", MAP)
    sample: str = given("", Option("The answered sample that `engine sample` drew.", "SAMPLE.gpkg", is_argument=True))
    out: str = given("", Option("The folder of the report to write.", "REPORT", is_required=True))
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class CleanRequest(Message):
    """Merge classes of a map, give small regions to their neighbours, and draw polygons with shared borders."""

    kind: ClassVar[str] = "clean"
    map: str = given("", MAP)
    out: str = given("", Option("The cleaned map to write.", "CLEAN.tif", is_required=True))
    min_area: str = given(
        "",
        Option("The minimum area of a region, with its unit: ha, m2, km2 or px. Long, thin regions stay.", "0.5ha"),
    )
    merge: Dict[str, str] = given({}, Option("Classes that become one, by name or by value.", "crops=wheat+maize,…"))
    vector: Optional[str] = given(None, VECTOR)
    smooth: bool = given(False, Option("Round the stairs of the polygons off; shared borders stay shared."))
    report: Optional[str] = given(None, Option("Also write a report into this folder.", "REPORT"))
    overwrite: bool = given(False, OVERWRITE)


@dataclass(frozen=True)
class BenchRequest(ModelRequest):
    """How fast is this machine on this scene, and which stage is it that the others wait for?"""

    kind: ClassVar[str] = "bench"


@dataclass(frozen=True)
class ModelsRequest(Message):
    """Which models are at hand? `add` is the folder or the zip of one that joins the user's own first."""

    kind: ClassVar[str] = "models"
    add: Optional[str] = None


@dataclass(frozen=True)
class DoctorRequest(Message):
    """Prove what this machine can do: versions, a matrix product on the device, a raster round trip, the model."""

    kind: ClassVar[str] = "doctor"
    device: str = given("auto", DEVICE)
    without_model: bool = False  # to be answered at once; whatever asks for a map finds out about the model


Request = Union[
    InspectRequest, EmbedRequest, ClassifyRequest, PredictRequest, FinetuneRequest, PartRequest, PreviewRequest,
    PrepareRequest, GrowRequest, SimilarRequest, HitsRequest, CountRequest, ClusterRequest, ChangeRequest,
    SampleRequest, AssessRequest, CleanRequest, RegressRequest, BenchRequest, ModelsRequest, DoctorRequest,
]  # fmt: skip
MapRequest = Union[EmbedRequest, ClassifyRequest, PredictRequest]  # what streams a scene into files

REQUESTS: Dict[str, Type[Message]] = {c.kind: c for c in (*get_args(Request), CancelRequest, QuitRequest)}


def on_device(request: Any, device: str) -> Any:
    """The same request, computed there."""
    return replace(request, compute=replace(request.compute, device=device))
