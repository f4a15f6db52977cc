"""Pictures for the help of the toolbox: each algorithm in batch and in the model designer, in a real QGIS window.

A part of `screenshots.py`; also runs alone: ``tests/ofa_qgis/window/run.sh docs/toolbox_pictures.py``.
"""

from pathlib import Path
from typing import Any

import demo_scene
import driving
from camera import shrink
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.modeler.ModelerDialog import ModelerDialog
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

HELP = demo_scene.ROOT / "resources" / "help"
FOLDER = demo_scene.ROOT / "build" / "toolbox-pictures"
WIDTH_PX = 420  # of a picture: still readable, and not much wider than the help beside a dialog
BATCH_PX, MODEL_PX = (640, 400), (520, 430)
COLUMN_PX = 150
NEXT = "/scenes/next_scene.tif"  # shown only
STEP_Y, LEFT_X, TOP_Y = 110.0, 130.0, 70.0  # of boxes in the model designer
LABELLED = ("classify", "finetune")
OUTPUTS = {
    "inspect": ("OUTPUT_HTML", "report.html"), "classify": ("OUTPUT", "map.tif"), "embed": ("OUTPUT", "features.tif"),
    "finetune": ("OUTPUT", "forest_model"), "predict": ("OUTPUT", "map.tif"),
}  # fmt: skip


def main(iface: Any) -> int:
    """The pictures alone, on the demo scene and two labels."""
    demo = demo_scene.open_demo(iface, FOLDER)
    labels = QgsVectorLayer(f"Point?crs={demo.layer.crs().authid()}&field=class:string", "labels", "memory")
    for name, place in demo.some(1):
        feature = QgsFeature(labels.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        labels.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(labels)
    take(iface, demo.layer, labels)
    return 0


def take(iface: Any, scene: QgsRasterLayer, labels: QgsVectorLayer) -> None:
    """All pictures, with these layers of the project."""
    for name in OUTPUTS:
        batch(iface, name, scene, labels)
        model(name)


def picture(name: str, of: QWidget) -> None:
    """A small picture for a help page."""
    driving.spin(0.5)
    raw = driving.screenshot(HELP / f"{name}.png", of)
    shrink(raw, HELP / f"{name}.jpg", WIDTH_PX)
    raw.unlink()


def batch(iface: Any, name: str, scene: QgsRasterLayer, labels: QgsVectorLayer) -> None:
    """The table of the batch dialog with two rows: the scene, and the next one."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"ofa:{name}")
    dialog = BatchAlgorithmDialog(algorithm, parent=iface.mainWindow())
    dialog.show()
    panel = dialog.mainWidget()
    panel.addRow()
    output, file = OUTPUTS[name]
    values = {"INPUT": [scene.source(), NEXT]}
    if name in LABELLED:
        values.update({"LABELS": [labels.id()] * 2, "FIELD": ["class"] * 2})
    for column, parameter in panel.column_to_parameter_definition.items():
        for row, value in enumerate(values.get(parameter, ())):
            panel.wrappers[row][column].setParameterValue(value, panel.processing_context)
        if parameter == output:
            for row in range(2):
                end = Path(file)
                panel.tblParameters.cellWidget(row + 1, column).setValue(f"/maps/{end.stem}_{row + 1}{end.suffix}")
        panel.tblParameters.setColumnHidden(column, parameter != output and parameter not in values)
        panel.tblParameters.setColumnWidth(column, COLUMN_PX)
    dialog.resize(*BATCH_PX)
    driving.spin(0.3)
    picture(f"{name}_batch", panel)
    dialog.close()


def model(name: str) -> None:
    """A model of one step: its inputs above it, and what it makes below."""
    made = QgsProcessingModelAlgorithm(f"OFA {name}", "ofa")
    inputs = {"INPUT": QgsProcessingParameterRasterLayer("INPUT", "Scene")}
    if name in LABELLED:
        inputs["LABELS"] = QgsProcessingParameterFeatureSource("LABELS", "Labels")
    child = QgsProcessingModelChildAlgorithm(f"ofa:{name}")
    child.setChildId("step")
    child.setDescription(child.algorithm().displayName())
    for place, (parameter, definition) in enumerate(inputs.items()):
        box = QgsProcessingModelParameter(parameter)
        box.setPosition(QPointF(LEFT_X + place * 2 * STEP_Y, TOP_Y))
        made.addModelParameter(definition, box)
        child.addParameterSources(parameter, [QgsProcessingModelChildParameterSource.fromModelParameter(parameter)])
    for definition in child.algorithm().parameterDefinitions():
        if definition.name() not in inputs and not definition.isDestination():
            default = QgsProcessingModelChildParameterSource.fromStaticValue(definition.defaultValue())
            child.addParameterSources(definition.name(), [default])
    child.setPosition(QPointF(LEFT_X + STEP_Y, TOP_Y + STEP_Y))
    title = child.algorithm().parameterDefinition(OUTPUTS[name][0]).description()
    output = QgsProcessingModelOutput(title, title)
    output.setChildId("step")
    output.setChildOutputName(OUTPUTS[name][0])
    output.setPosition(QPointF(LEFT_X + 2 * STEP_Y, TOP_Y + 2 * STEP_Y))
    child.setModelOutputs({title: output})
    made.addChildAlgorithm(child)
    dialog = ModelerDialog.create(made)
    dialog.show()
    for panel in dialog.findChildren(QDockWidget):
        panel.close()
    dialog.resize(*MODEL_PX)
    driving.spin(0.3)
    picture(f"{name}_model", dialog.view())
    dialog.close()
