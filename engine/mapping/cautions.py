"""What the user should know of a scene and its model before trusting a result."""

from engine.mapping.opening import Opened, OpenedScene
from engine.model.galileo import UNDATED
from engine.scene.statistics import SCENE
from engine.sensors.catalogue import UNSPECTRAL
from engine.sensors.matching import by_reason
from engine.words import joined, say

MOST_BLOCKS = 8  # of damaged ones that are named


def own_statistics(model: str) -> str:
    """What to tell where a model asks for fixed statistics and nothing fixes the scale of the numbers."""
    return say(
        "Nothing fixes the scale of these numbers, so {model} saw them relative to the scene itself.", model=model
    )


def _passed_over(opened: Opened) -> list[str]:
    """What of the scene the model does not read."""
    if opened.source.model is None:
        return [say("These are no spectral bands: the map rests on them as they are, without the model.")]
    told = [
        text
        for each in opened.source.reading.each
        for text in opened.loaded.passed_over([matched.band for matched in each.bands])
        if each.sensor.id not in UNSPECTRAL
    ]
    if opened.loaded.model.dated and not opened.loaded.downstream and not opened.source.month:
        told.append(UNDATED)
    return told


def cautions(opened: Opened) -> list[str]:
    """What the user should know of the scene and the model before trusting the map."""
    told = []
    if not opened.loaded.trained:
        told.append(
            say(
                "The model {name} is untrained: its features are random projections of the pixels, and the map "
                "rests on spectra and their surroundings as far as validation trusted them.",
                name=opened.loaded.name,
            )
        )
    told += _passed_over(opened)
    choice = opened.loaded.model.config.statistics
    if choice != SCENE and opened.source.for_model.statistics.of == SCENE:
        told.append(own_statistics(opened.loaded.name))
    if not opened.gsd_known:
        told.append(
            say("The pixel size on the ground is unknown; the model was told {gsd_m:g} m.", gsd_m=opened.source.gsd_m)
        )
    return told + scene_cautions(opened)


def scene_cautions(opened: OpenedScene) -> list[str]:
    """What the user should know of the scene before trusting a result."""
    told, scene = [], opened.source.scene
    if unread := scene.unread:
        told.append(unread)
    if scene.crs and scene.placement.means == "nothing":
        told.append(say("The scene has a CRS and no geotransform: the result lies at the origin of the CRS."))
    if unused := opened.source.reading.unused:
        named = by_reason(unused).items()
        bands = joined((say("{band} ({why})", band=listed, why=reason) for reason, listed in named), "; ")
        told.append(say("Bands not used: {bands}.", bands=bands))
    if fill := opened.source.reading.fill:
        told.append(say("{fill}: they count as nodata.", fill=fill.text))
    if scene.cover and any(shares := scene.cover.shares):
        told.append(say("Nodata by the product's own masks: {shares}.", shares=scene.cover.describe_shares(shares)))
    if scene.product and (caution := scene.product.product.caution):
        told.append(caution)
    if damaged := scene.damaged:
        shown = {"count": len(damaged), "damaged": joined(damaged[:MOST_BLOCKS], "; ")}
        told.append(say("Blocks that could not be read and are nodata: {count} ({damaged}).", **shown))
    return told
