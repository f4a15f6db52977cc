"""Pictures of the plugin for README and help: ``make screenshots``, from a real QGIS window on real scenes.

Runs inside QGIS (tests/ofa_qgis/window/run.sh). Does what a user does and takes a picture at each step, see
`camera.py`. In another language than English (``OFA_WINDOW_LANG=de``) only one goes into the docs.
"""

import os
import runpy
import shutil
from typing import Any

import demo_scene
import driving
import processing
import qgis.utils
from camera import DOCS, LANGUAGE, LONG_S, PAGES, make_room, paint, picture, shrink
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

HELP = demo_scene.ROOT / "resources" / "help"
HELP_PX = 225  # of a picture in the help beside a Processing dialog, which is narrow
CLICKS_PER_CLASS = 8
SAMPLED, SKIP = 60, -1  # points; what the walk takes for "cannot tell"
ALIKE, THRESHOLD, CLOSER = (2, 3), 50, 0.6  # classes of an example and a counter-example; hundredths; of the scene
TRAIN_S = 900.0  # minutes on two cores
MAP, TRAIN, ACCURACY, FIND = range(4)  # pages of the dock
TRAIN_STEPS = 120 if LANGUAGE == "en" else 20  # the docs show the curves of the first
PAGE_PX = (900, 1000)  # of the report's page
FOLDER = demo_scene.ROOT / "build" / "screenshots" / LANGUAGE
HOME_SHOWN = "/home/you/.local/share/ofa/engine"
ASKS = demo_scene.ROOT.parent / "shared" / "data" / "vhr4"  # its counts are of no known scale
ASKS /= "satellogic_20220813_102958_SN20_41N_429831_3696993_TOA.tif"

TRAINS = demo_scene.ROOT.parent / "shared" / "data" / "segmentation" / "amazon_Amazon_170_38"
"""A Sentinel-2 scene and its mask of forest (Zenodo 3233081, CC BY 4.0), without the ends of their names."""


def main(iface: Any) -> int:
    """All pictures: training, which has a scene of its own, and then in the order of a user's work."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    make_room(iface)
    if TRAINS.parent.is_dir():
        train(iface)
    demo = demo_scene.open_demo(iface, FOLDER)
    names = [demo.layer.bandName(band).split(": ")[-1] for band in range(1, demo.layer.bandCount() + 1)]
    paint(demo.layer, tuple(names.index(name) + 1 for name in ("B04", "B03", "B02")))
    set_up(iface)
    dock = open_dock(iface, demo)
    bands(dock, demo)
    preview(iface, dock, demo)
    whole_scene(iface, dock)
    report_page()
    accuracy(iface, dock)
    find(iface, dock, demo)
    others(iface, dock, demo)
    toolbox(iface, demo)
    return 0


def help_picture(name: str, of: QWidget) -> None:
    """A small picture for a help page, in English."""
    if LANGUAGE != "en":
        return
    raw = driving.screenshot(HELP / f"{name}.png", of)
    shrink(raw, HELP / f"{name}.jpg", HELP_PX)
    raw.unlink()


def set_up(iface: Any) -> None:
    """The first run: no engine yet."""
    engine = os.environ.pop("OFA_ENGINE_PYTHON")
    os.environ["OFA_ENGINE_HOME"] = HOME_SHOWN
    qgis.utils.reloadPlugin("ofa_qgis")  # it has trained with an engine before
    driving.spin(1)
    qgis.utils.plugins["ofa_qgis"].show_dock()
    driving.spin(3)
    picture("screen_setup")
    del os.environ["OFA_ENGINE_HOME"]
    os.environ["OFA_ENGINE_PYTHON"] = engine
    qgis.utils.reloadPlugin("ofa_qgis")
    driving.spin(1)


def open_dock(iface: Any, demo: demo_scene.Demo) -> Any:
    """The dock on the demo scene."""
    plugin = qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    plugin.dock.layers.combo.setLayer(demo.layer)
    driving.wait_until(lambda: plugin.dock.scene.facts is not None, LONG_S, "the engine to inspect")
    return plugin.dock


def bands(dock: Any, demo: demo_scene.Demo) -> None:
    """The band table with the spectrum under the cursor; and one that asks, where the real scene for it is there."""
    table = open_bands(dock)
    corner = dock.window().frameGeometry().center()
    table.move(corner.x() - 60, corner.y() - 300)
    driving.hover(demo.clicks[10][1])
    driving.spin(1)
    picture("screen_bands")
    help_picture("inspect", table)
    table.close()
    if ASKS.is_file():
        layer = QgsRasterLayer(str(ASKS), ASKS.stem)
        QgsProject.instance().addMapLayer(layer)
        dock.layers.combo.setLayer(layer)
        driving.wait_until(lambda: dock.scene.questions, LONG_S, "a question")
        table = open_bands(dock)
        driving.spin(1)
        picture("screen_question", table)
        table.close()
        QgsProject.instance().removeMapLayer(layer)
        dock.layers.combo.setLayer(demo.layer)
    demo_scene.answer_questions(dock, demo)


def open_bands(dock: Any) -> QWidget:
    """The band table of the dock's layer."""
    driving.click(dock.layers.bands)
    driving.wait_until(lambda: dock._bands is not None and dock._bands.isVisible(), 10, "the band table")
    dock._bands.resize(640, 620)
    driving.spin(0.5)
    return dock._bands


def preview(iface: Any, dock: Any, demo: demo_scene.Demo) -> None:
    """Labels by real clicks, and the live preview."""
    for name in demo.classes:
        dock.store.add_class(name)
    driving.spin(0.5)  # the buttons have moved down
    driving.take(dock.classes.point)
    driving.wait_until(dock.classes.point.isChecked, 5, "the point tool")
    for name, place in demo.some(CLICKS_PER_CLASS):
        dock.store.set_current(name)
        driving.click(place)
    settle(iface, dock)
    driving.click(dock.preview_section.where)
    driving.wait_until(lambda: dock.preview_section.marks.items, LONG_S, "the places to label next")
    driving.spin(1)
    picture("screen_preview", settled=lambda: settle(iface, dock))
    help_picture("dock", dock)
    driving.click(dock.preview_section.where)


def settle(iface: Any, dock: Any) -> None:
    """Wait for the last preview, painted."""
    idle = lambda: dock.preview._answer and dock.preview._job is None and not dock.preview._timer.isActive()  # noqa: E731
    driving.wait_until(idle, LONG_S, "the preview")
    driving.wait_until(lambda: not iface.mapCanvas().isDrawing(), LONG_S, "the canvas")
    driving.spin(1)


def whole_scene(iface: Any, dock: Any) -> None:
    """The map of the whole scene, its legend and its report."""
    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run")
    driving.wait_until(lambda: dock.whole.task is None, LONG_S, "the map")
    dock.preview.set_live(False)
    iface.messageBar().clearWidgets()
    driving.spin(2)
    help_picture("classify", iface.mapCanvas())
    show_report(dock)
    picture("screen_result")


def show_report(dock: Any) -> None:
    """Unfold the report and bring it into view."""
    dock.panel.report.setCollapsed(False)
    driving.spin(0.5)
    dock._body_area().ensureWidgetVisible(dock.panel.report, 0, 2000)
    driving.spin(0.5)


def accuracy(iface: Any, dock: Any) -> None:
    """A sample on its way: the map is hidden, and the pixel of a point outlined."""
    dock.tabs.setCurrentIndex(ACCURACY)
    tab = dock.accuracy
    tab.points.setValue(SAMPLED)
    driving.click(tab.button)
    driving.wait_until(lambda: tab.walk.is_on, LONG_S, "the points")
    for _ in range(SAMPLED // 4):
        tab.walk.act(SKIP)
    iface.messageBar().clearWidgets()
    driving.spin(2)
    picture("screen_accuracy")
    dock.tabs.setCurrentIndex(MAP)


def find(iface: Any, dock: Any, demo: demo_scene.Demo) -> None:
    """An example of one class, a counter-example of another, and what is alike; on the bare scene."""
    tree = QgsProject.instance().layerTreeRoot()
    for node in tree.findLayers():
        node.setItemVisibilityChecked(node.layerId() == demo.layer.id())
    dock.tabs.setCurrentIndex(FIND)
    canvas = iface.mapCanvas()
    canvas.setExtent(demo.layer.extent())  # the page Accuracy has gone from point to point
    canvas.zoomByFactor(CLOSER)
    driving.spin(1)
    page, places = dock.alike, {name: place for name, place in demo.clicks if canvas.extent().contains(place)}
    for button, number in zip((page.like, page.unlike), ALIKE, strict=True):
        driving.take(button)
        driving.click(places[demo.classes[number]])
    driving.wait_until(lambda: page.shown.layer is not None, LONG_S, "what is alike")
    iface.messageBar().clearWidgets()
    settled = lambda: driving.wait_until(lambda: page.job is None and not page._soon.isActive(), LONG_S, "the engine")  # noqa: E731
    settled()
    page.slider.setValue(THRESHOLD)
    driving.spin(2)
    picture("screen_find", settled=settled)
    page.examples.clear()
    canvas.setExtent(demo.layer.extent())
    dock.tabs.setCurrentIndex(MAP)


def train(iface: Any) -> None:
    """A model that was trained on a raster of labels, its curves, and the map that it makes."""
    project, plugin = QgsProject.instance(), qgis.utils.plugins["ofa_qgis"]
    plugin.show_dock()
    dock = plugin.dock
    FOLDER.mkdir(parents=True)
    scene, labels = (FOLDER / f"{TRAINS.name}_{kind}.tif" for kind in ("img", "mask"))
    for path in (scene, labels):
        shutil.copy(TRAINS.parent / path.name, path)
    layer, mask = QgsRasterLayer(str(scene), "amazon"), QgsRasterLayer(str(labels), "forest or not")
    entry = QgsPalettedRasterRenderer.Class
    classes = [entry(1, QColor("#009E73"), "forest"), entry(2, QColor("#E69F00"), "no forest")]
    mask.setRenderer(QgsPalettedRasterRenderer(mask.dataProvider(), 1, classes))
    project.setCrs(layer.crs())
    project.addMapLayers([layer, mask])
    paint(layer, (1, 2, 3))
    dock.layers.combo.setLayer(layer)
    driving.wait_until(lambda: dock.scene.facts is not None, LONG_S, "the engine to inspect")
    iface.mapCanvas().setExtent(layer.extent())
    dock.tabs.setCurrentIndex(TRAIN)
    tab = dock.train
    tab.form.layer.setLayer(mask)
    tab.form.name.setText("forest")
    tab.form.steps.setValue(TRAIN_STEPS)
    driving.click(tab.button)
    driving.wait_until(lambda: tab.run.task, 10, "the run")
    driving.wait_until(lambda: tab.run.task is None, TRAIN_S, "the model")
    driving.wait_until(tab.use.isEnabled, LONG_S, "the model in the list")
    driving.click(tab.use)
    driving.wait_until(lambda: dock.whole.task, 10, "the map to begin")
    driving.wait_until(lambda: dock.whole.task is None, LONG_S, "the map")
    iface.messageBar().clearWidgets()
    dock.tabs.setCurrentIndex(TRAIN)
    driving.spin(2)
    picture("screen_train")
    project.clear()
    qgis.utils.reloadPlugin("ofa_qgis")
    driving.spin(1)


def toolbox(iface: Any, demo: demo_scene.Demo) -> None:
    """The dialog of `ofa:classify`."""
    labels = qgis.utils.plugins["ofa_qgis"].dock.store.layers()[0]
    dialog = processing.createAlgorithmDialog("ofa:classify", {"INPUT": demo.layer, "LABELS": labels, "FIELD": "class"})
    dialog.show()
    dialog.resize(900, 760)
    driving.spin(1.5)
    picture("screen_processing", dialog)
    dialog.close()
    if LANGUAGE == "en":
        runpy.run_path(str(DOCS / "toolbox_pictures.py"))["take"](iface, demo.layer, labels)


def report_page() -> None:
    """The page that the engine wrote beside the map, as far as Qt can show it."""
    (page,) = FOLDER.rglob("report.html")
    view = QTextBrowser()
    view.setSource(QUrl.fromLocalFile(str(page)))
    view.resize(*PAGE_PX)
    view.show()
    driving.spin(1)
    driving.screenshot(PAGES / "light" / "report_page.png", view)
    view.close()


def others(iface: Any, dock: Any, demo: demo_scene.Demo) -> None:
    """What is not in the docs: the spectra of the classes, and the tour."""
    dock._body_area().verticalScrollBar().setValue(0)
    driving.click(dock.spectra)
    driving.wait_until(lambda: dock._spectra is not None, 10, "the spectra")
    driving.hover(demo.clicks[10][1])
    driving.spin(2)
    picture("spectra")
    dock._close_spectra()
    dock.tour.start()
    driving.spin(1)
    for page in range(5):
        picture(f"tour_{page + 1}")
        driving.click(dock.tour.balloon.next)
    dock.tour.leave()
