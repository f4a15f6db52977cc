"""What of a product's own masks is nodata: how much each covers, and a menu to choose among them."""

from typing import Any, Dict, List, Mapping, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ...engine.engine_words import phrase
from ...i18n import number, tr
from ...layers import raster_layers
from ..widgets.status import StatusLabel
from .scene import ChosenScene

NO_MASK = "none"  # the engine's word


class MaskRow(QWidget):
    """Hidden where the layer is no product, or the product has no masks."""

    def __init__(self, scene: ChosenScene, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.told = StatusLabel()
        self.button = QToolButton()
        self.button.setObjectName("OfaMask")
        self.button.setText(tr("Mask"))
        self.button.setToolTip(tr("What of the product's own masks is nodata"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(QMenu(self))
        self.button.menu().aboutToShow.connect(self._fill)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        scene.changed.connect(self._show)
        self._show()

    def kinds(self) -> List[str]:
        """What the product can mask, as the engine calls it."""
        return [str(kind) for kind in self._product().get("maskable") or ()]

    def masked(self) -> List[str]:
        """What of it is nodata now."""
        said = str(raster_layers.place_of(self._scene.layer).get("mask") or "")
        return [kind for kind in self.kinds() if not said or kind in said.split("+")]

    def mask(self, kinds: List[str]) -> None:
        """Say what is nodata."""
        chosen = [kind for kind in self.kinds() if kind in kinds]
        is_all = len(chosen) == len(self.kinds())
        self._scene.say_place(mask="" if is_all else "+".join(chosen) or NO_MASK)

    def _product(self) -> Mapping[str, Any]:
        return (self._scene.facts or self._scene.last_facts).get("product") or {}

    def _show(self) -> None:
        self.setVisible(bool(self.kinds()))
        if self.isHidden():
            return
        text = phrase(self._product().get("masks_text") or "")
        told = tr("No data by the product's mask: {kinds}", kinds=text) if self.masked() else ""
        self.told.tell("plain", told or tr("Nothing of the product's mask counts as no data."))

    def _fill(self) -> None:
        menu, masked, shares = self.button.menu(), self.masked(), self._product().get("masks") or {}
        menu.clear()
        for kind in self.kinds():
            words = mask_titles().get(kind, kind)
            share = f" ({number(100 * float(shares[kind]), '.1f')} %)" if kind in shares else ""
            action = menu.addAction(words + share)
            action.setCheckable(True)
            action.setChecked(kind in masked)
            wanted = [each for each in masked if each != kind] if kind in masked else [*masked, kind]
            action.triggered.connect(lambda _checked, wanted=wanted: self.mask(wanted))
        menu.addSeparator()
        for text, wanted in ((tr("All of these"), self.kinds()), (tr("None"), [])):
            action = menu.addAction(text)
            action.setEnabled(wanted != masked)
            action.triggered.connect(lambda _checked, wanted=wanted: self.mask(wanted))


def mask_titles() -> Dict[str, str]:
    """What the engine's kinds of masks are, in words."""
    return {"clouds": tr("clouds"), "haze": tr("haze"), "shadow": tr("cloud shadow"), "snow": tr("snow")}
