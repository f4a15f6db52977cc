"""Parameters of algorithms for what a request says of a scene and of the computation, made from the specs' fields.

A field has one title and one tip here, whatever the algorithm. What the layer says, its file, CRS and nodata values, is
no parameter: see `layers.raster_layers`.
"""

from typing import Any, Dict, Iterator, Sequence, Tuple, Type

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from .. import settings
from ..compat import PARAMETER_ADVANCED, TYPE_RASTER
from ..i18n import tr
from ..layers import raster_layers
from ..request_fields import Given, each_of, givens
from .values import parse_bands, parse_nodata

OF_THE_LAYER = ("path", "crs", "file_nodata")
Spec = Type[Any]


def texts() -> Dict[str, Tuple[str, str]]:
    """Title and tip of each field."""
    as_remembered = tr("Empty: as answered in the dock for this layer, else as read from the file.")
    as_chosen = tr("What was chosen in the dock for this layer counts where this is empty.")
    named = {
        "sensor": (
            tr("Sensor (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)"),
            tr("One of those that Inspect a scene names."),
        ),
        "bands": (
            tr("Bands (1=B02,2=B03,3=unused …)"),
            tr("Number of the layer's band, =, and its name at the sensor, or unused; with commas between."),
        ),
        "units": (
            tr("Units"),
            tr("What the values are: dn is reflectance × 10,000; dn+1000 is Sentinel-2 since January 2022."),
        ),
    }
    return {
        **{name: (title, f"{tip} {as_remembered}") for name, (title, tip) in named.items()},
        "nodata": (
            tr("Nodata (0 or -9999:0, fill, none)"),
            tr("Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is "
               "data. Empty: you are asked where it is not clear."),
        ),
        "skip_damaged": (
            tr("Skip damaged blocks"),
            tr("Blocks that cannot be read count as nodata and are told. Off: they end the run."),
        ),
        "mask": (
            tr("Mask (clouds+shadow, none)"),
            tr("What of a product's own masks is nodata: clouds, haze, shadow, snow, with + between; none: nothing. "
               "Empty: all that it has.") + " " + as_chosen,
        ),
        "remote": (
            tr("Read assets from the network"),
            tr("Only for a STAC item: what it names is read from its server. Off: only files are read."),
        ),
        "beside": (
            tr("And also these layers"),
            tr("Further sources of the same place: radar, heights, other dates, embeddings. Each is read as answered "
               "in the dock for it; what they share with the layer is mapped.") + " " + as_chosen,
        ),
        "grid": (
            tr("Grid (metres, or the file of a layer)"),
            tr("Onto which all sources are brought. Empty: that of the layer."),
        ),
        "model": (tr("Model (ofa-tiny, or a folder)"), tr("Name or folder. Empty: the one chosen in the dock.")),
        "device": (
            tr("Device"),
            tr("auto takes a GPU only where it was proven to work; cuda is NVIDIA's, mps is Apple's."),
        ),
        "precision": (
            tr("Precision"),
            tr("auto: what is fastest here, by measurement. float32 is the same on every machine, but for rounding."),
        ),
    }  # fmt: skip


def asked_of(spec: Spec) -> Iterator[Given]:
    """The fields that have a parameter, whose name is theirs in capitals."""
    return (each for each in givens(spec) if each.name not in OF_THE_LAYER and not each.option.told_by)


def add(algorithm: QgsProcessingAlgorithm, spec: Spec, but: Sequence[str] = ()) -> None:
    """Add an advanced parameter for each field of a spec, `but` for some."""
    shown = texts()
    for field in asked_of(spec):
        if field.name not in but:
            title, tip = shown[field.name]
            parameter = _parameter(field, title)
            parameter.setHelp(tip)
            parameter.setFlags(parameter.flags() | PARAMETER_ADVANCED)
            algorithm.addParameter(parameter)


def choice_of(
    name: str, text: str, choices: Sequence[str], default: Any, optional: bool = True
) -> QgsProcessingParameterEnum:
    """A parameter that is one of some words of the engine."""
    return QgsProcessingParameterEnum(
        name, text, list(choices), defaultValue=default, optional=optional, usesStaticStrings=True
    )


def _parameter(field: Given, title: str) -> QgsProcessingParameterDefinition:
    name, choices = field.name.upper(), field.option.choices
    if each_of(field.hint):
        return QgsProcessingParameterMultipleLayers(name, title, TYPE_RASTER, optional=True)
    if field.hint is bool:
        return QgsProcessingParameterBoolean(name, title, defaultValue=field.default)
    if choices:
        kept = settings.get(field.name)  # what was chosen for all projects, if that is kept at all
        return choice_of(name, title, choices, kept if kept in choices else field.default)
    return QgsProcessingParameterString(name, title, optional=True)


def said(
    algorithm: QgsProcessingAlgorithm,
    spec: Spec,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    bands: int = 0,
) -> Dict[str, Any]:
    """What the parameters say, by field; what they leave open is not there.

    Args:
        algorithm: whose parameters.
        spec: of which fields.
        parameters: as Processing gives them.
        context: as Processing gives it.
        bands: how many the layer has.

    Raises:
        LayerError: a text is not written as it should be.
    """
    found: Dict[str, Any] = {}
    for field in asked_of(spec):
        name = field.name.upper()
        if algorithm.parameterDefinition(name) is None:
            continue
        if each_of(field.hint):
            layers = algorithm.parameterAsLayerList(parameters, name, context)
            found[field.name] = tuple(raster_layers.alone(layer) for layer in layers)
        elif field.hint is bool:
            found[field.name] = algorithm.parameterAsBoolean(parameters, name, context)
        elif field.option.choices:
            found[field.name] = algorithm.parameterAsEnumString(parameters, name, context)
        else:
            text = algorithm.parameterAsString(parameters, name, context).strip()
            found.update(_read(field.name, text, bands))
    return {name: value for name, value in found.items() if value}


def _read(name: str, text: str, bands: int) -> Dict[str, Any]:
    if name == "bands":
        return {"bands": parse_bands(text, bands)}
    if name == "nodata":
        ranges, fill = parse_nodata(text)
        return {"nodata": ranges, "fill": "" if fill == "ask" else fill}
    return {name: text}
