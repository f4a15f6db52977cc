"""The one layer that shows a preview: under the labels, above the scene, never in a saved project.

Swaps its file without leaving the layer tree, so that nothing flickers. Knows nothing of jobs.
"""

from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsDataProvider,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument

from ...i18n import tr

MARK = "ofa/preview"
Style = Callable[[QgsRasterLayer], None]


class PreviewLayer(QObject):
    """Shows one raster after the other in the same layer; `removed` is emitted when the user removes the layer.

    Args:
        parent: Qt's owner.
        name: of the layer; none is that of the live preview.
        on_top: whether it lies above all other layers.
    """

    removed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None, name: str = "", on_top: bool = False) -> None:
        super().__init__(parent)
        self._name, self._on_top = name or tr("OFA preview"), on_top
        self.layer: Any = None  # a QgsRasterLayer while there is one
        self._opacity = 1.0
        self._ours = False  # whether it is us who takes the layer away
        self._last: Tuple[Any, ...] = ()
        self._soon = QTimer(self)  # once the project is written
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._come_back)
        project = QgsProject.instance()
        project.layerWillBeRemoved[str].connect(self._hear_removal)
        project.removeAll.connect(self._forget)
        project.writeProject.connect(self._step_aside)

    def show(self, path: Path, style: Style, scene: QgsMapLayer, labels: Sequence[QgsMapLayer] = ()) -> None:
        """Show `path` in this style."""
        self._last = (path, style, scene.id(), [layer.id() for layer in labels])
        with _undisturbed():
            if self.layer is None:
                self._make(path, style, scene, labels)
            else:
                options = QgsDataProvider.ProviderOptions()
                self.layer.setDataSource(str(path), self.layer.name(), "gdal", options)
                self._style(style)
            self.layer.triggerRepaint()

    def restyle(self, style: Style) -> None:
        """Show the same raster in another style."""
        if self.layer is not None:
            self._last = (self._last[0], style, *self._last[2:])
            with _undisturbed():
                self._style(style)
                self.layer.triggerRepaint()

    def set_opacity(self, opacity: float) -> None:
        """0 is invisible, 1 hides what lies below."""
        self._opacity = opacity
        if self.layer is not None:
            self.layer.setOpacity(opacity)
            self.layer.triggerRepaint()

    def remove(self) -> None:
        """Take the layer out of the project."""
        self._last = ()
        self._take_out()

    def tear_down(self) -> None:
        """Take the layer away and hear no more of the project."""
        self.remove()
        project = QgsProject.instance()
        project.layerWillBeRemoved[str].disconnect(self._hear_removal)
        project.removeAll.disconnect(self._forget)
        project.writeProject.disconnect(self._step_aside)

    def _make(self, path: Path, style: Style, scene: QgsMapLayer, labels: Sequence[QgsMapLayer]) -> None:
        plain = QgsRasterLayer.LayerOptions(False)  # no default style: it would read all of the file first
        self.layer = QgsRasterLayer(str(path), self._name, "gdal", plain)
        self.layer.setCustomProperty(MARK, True)
        self._style(style)
        self.layer.setOpacity(self._opacity)
        QgsProject.instance().addMapLayer(self.layer, False)
        root = QgsProject.instance().layerTreeRoot()
        group, index = (root, 0) if self._on_top else _place(root, scene.id(), [layer.id() for layer in labels])
        group.insertLayer(index, self.layer).setExpanded(False)

    def _style(self, style: Style) -> None:
        style(self.layer)
        self.layer.setOpacity(self._opacity)

    def _take_out(self) -> None:
        layer, self.layer = self.layer, None
        if layer is None:
            return
        self._ours = True
        with _undisturbed():
            QgsProject.instance().removeMapLayer(layer.id())
        self._ours = False

    def _forget(self) -> None:
        """The project is closed: it takes its layers away itself."""
        self.layer, self._last = None, ()

    def _hear_removal(self, layer_id: str) -> None:
        if self.layer is not None and layer_id == self.layer.id():
            self.layer = None
            if not self._ours:
                self._last = ()
                self.removed.emit()

    def _step_aside(self, document: QDomDocument) -> None:
        """While the project is written: out of the project, and out of what is written of the tree already."""
        if self.layer is None:
            return
        _strip(document, self.layer.id())
        self._take_out()
        self._soon.start()

    def _come_back(self) -> None:
        if not self._last:
            return
        path, style, scene_id, label_ids = self._last
        project = QgsProject.instance()
        scene = project.mapLayer(scene_id)
        labels = [project.mapLayer(label_id) for label_id in label_ids]
        if self.layer is None and scene is not None and path.exists():
            self.show(path, style, scene, [layer for layer in labels if layer is not None])


def preview_ids() -> List[str]:
    """The ids of all previews in the project."""
    return [key for key, layer in QgsProject.instance().mapLayers().items() if layer.customProperty(MARK)]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """The preview is nothing to save: the project is as clean or dirty as before.

    Also once the canvas has heard of it, which is a turn of the event loop later.
    """
    project = QgsProject.instance()
    dirty = project.isDirty()
    yield
    project.setDirty(dirty)
    if not dirty:
        QTimer.singleShot(0, lambda: project.setDirty(False))


def _place(root: QgsLayerTree, scene_id: str, label_ids: Sequence[str]) -> Tuple[QgsLayerTreeGroup, int]:
    """Where the preview goes: below the last of the labels, but not below the scene."""
    order: Dict[str, int] = {node.layerId(): index for index, node in enumerate(root.findLayers())}
    scene = root.findLayer(scene_id)
    above = [label for label in label_ids if label in order and order[label] < order.get(scene_id, len(order))]
    if above:
        node: QgsLayerTreeNode = root.findLayer(max(above, key=lambda label: order[label]))
        while node.parent() is not root and not _holds(node.parent(), scene_id):
            node = node.parent()  # a group of labels stays a group of labels
        return node.parent(), _index(node) + 1
    if scene is not None:
        return scene.parent(), _index(scene)
    return root, 0


def _index(node: QgsLayerTreeNode) -> int:
    return node.parent().children().index(node)


def _holds(group: QgsLayerTreeGroup, layer_id: str) -> bool:
    return layer_id in group.findLayerIds()


def _strip(document: QDomDocument, layer_id: str) -> None:
    """Take every mention of a layer out of the project's document."""
    doomed: List[Any] = []
    for tag, attribute in (("layer-tree-layer", "id"), ("legendlayerfile", "layerid"), ("layer", "id")):
        found = document.elementsByTagName(tag)
        elements = [found.at(index).toElement() for index in range(found.count())]
        doomed += [element for element in elements if element.attribute(attribute) == layer_id]
    found = document.elementsByTagName("item")
    items = [found.at(index).toElement() for index in range(found.count())]
    doomed += [item for item in items if item.text() == layer_id]
    for element in doomed:
        element.parentNode().removeChild(element)
