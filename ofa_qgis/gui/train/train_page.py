"""The page "Train" of the dock: labelled scenes become a model of the user's own.

Joins the form, the run and its curves. Scene and labels are those of the page "Map"; what a trained model is used
for is decided there, too.
"""

import time
from pathlib import Path
from typing import Any, Dict, List, Optional, Set

from qgis.PyQt.QtCore import QEvent, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import TRAIN, plain
from ...engine.pace import Pace
from ...engine.task import is_training, recipe_of
from ...i18n import tr
from ...layers import raster_layers
from ...models import Model
from ...training.training_scenes import further_scenes
from ...training.training_words import score_text
from ..layer.layer_section import scene_words
from ..layer.scene import ChosenScene
from ..widgets.status import StatusLabel, link_colour, sentence
from . import train_request
from .train_curves import Curves
from .train_form import TrainForm
from .train_run import TrainRun

TRAINING, CHECKING = "training", "checking on held-out places"  # the engine's words: one counts on where the other ends


class TrainTab(QWidget):
    """Scene, form, [Start], curves, and the model at the end."""

    started = pyqtSignal(str)  # the recipe
    failed = pyqtSignal(object, object, str)  # error, hint, log
    trained = pyqtSignal(str)  # the name of a new model
    told = pyqtSignal(str, bool)  # how a run ended, and whether well, while nobody looks at the page
    map_wanted = pyqtSignal(str)  # the name of the model to map the scene with

    def __init__(self, scene: ChosenScene, store: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene, self._store = scene, store
        self._taken: Set[str] = set()  # names of models
        self._proposed_for = ""  # the scene that the name was proposed for
        self._pace = Pace(0)
        self._out = Path()  # of the run at hand, or the last one
        self._is_learning = self._is_ending = self._is_mapping = False  # steps are made; stopped or cancelled; a map is
        self.run = TrainRun(self)
        self.form = TrainForm(store)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._refresh()

    def set_models(self, models: List[Model], default: str) -> None:
        """What can be started from, and which names are taken."""
        self._taken = {model.name for model in models}
        self.form.set_models(models, default)
        self._offer_use()

    def set_mapping(self, running: bool) -> None:
        """Whether a whole scene is being mapped: the engine does one thing after the other."""
        self._is_mapping = running
        self._offer_use()

    def start(self) -> None:
        """Start the run, or say what is in its way."""
        if self.run.task or self._obstacle():
            return
        choices = self.form.choices()
        if choices.name in self._taken:
            self.note.tell("bad", tr("There is a model {name} already: give another name.", name=choices.name))
            return
        try:
            request = train_request.request_for(self._scene, self.form.labels(), choices, self.form.further())
            train_request.remember(request)
        except raster_layers.LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        except OSError as error:
            self._tell_unwritable(error)
            return
        self._out, self._is_learning, self._is_ending = Path(request.out), False, False
        self.form.name.setText(self._out.name)
        self._pace = Pace(0)
        self.run.start(request)
        self.started.emit(recipe_of(request))

    def tear_down(self) -> None:
        """Stop what runs and disconnect; the run resumes when it is started again."""
        self.run.tear_down()
        self.form.tear_down()
        self._scene.changed.disconnect(self._refresh)
        self._store.changed.disconnect(self._refresh)

    def _make_widgets(self) -> None:
        self.scene_line = StatusLabel()
        self.button = QPushButton(tr("Start trainin&g"))
        self.button.setObjectName("OfaTrainStart")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(tr("Stop and &keep the best"))
        self.stop.setObjectName("OfaTrainStop")
        self.stop.setToolTip(tr("End now; the model is the best one so far."))
        self.cancel = QPushButton(tr("C&ancel"))
        self.cancel.setObjectName("OfaTrainCancel")
        self.cancel.setToolTip(tr("Stop here; started again with the same settings, the run goes on."))
        self.why, self.why_no_stop = StatusLabel(), StatusLabel()
        self.note, self.score = StatusLabel(), StatusLabel()
        self.curves = Curves()
        self.links = QLabel()
        self.links.setWordWrap(True)
        self.links.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)  # by keyboard, too
        self.links.setToolTip(tr("What the run wrote beside the model."))
        self.use = QPushButton(tr("Map this scene with &it"))
        self.use.setObjectName("OfaTrainUse")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(tr("Scene")), 0, 0)
        grid.addWidget(self.scene_line, 0, 1)
        column.addLayout(grid)
        column.addWidget(self.form)
        column.addWidget(self.button)
        column.addWidget(self.why)
        self._running = QWidget()
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stop, 1)
        row.addWidget(self.cancel, 1)
        self._result = QWidget()
        below = QVBoxLayout(self._result)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.links)
        below.addWidget(self.use)
        for widget in (self.bar, self._running, self.why_no_stop, self.note, self.score, self.curves, self._result):
            column.addWidget(widget)
        column.addStretch(1)
        self.links.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        for widget in (self.bar, self._running, self.curves, self._result):
            widget.hide()

    def _connect(self) -> None:
        self.button.clicked.connect(self.start)
        self.stop.clicked.connect(self._finish_early)
        self.cancel.clicked.connect(self._cancel)
        self.use.clicked.connect(lambda _checked: self.map_wanted.emit(self._out.name))
        self.links.linkActivated.connect(self._open)
        self.form.changed.connect(self._refresh)
        self._scene.changed.connect(self._refresh)
        self._store.changed.connect(self._refresh)
        run = self.run
        run.started.connect(self._began)
        run.advanced.connect(self._advance)
        run.learnt.connect(self._show_log)
        run.succeeded.connect(self._succeeded)
        run.failed.connect(self._failed)
        run.stopped.connect(self._cancelled)

    def _refresh(self) -> None:
        """Propose a name for another scene; say what is missing."""
        kind, words, tip = scene_words(self._scene)
        name = self._scene.layer.name() if self._scene.layer is not None else ""
        self.scene_line.tell(kind, f"{name} · {words}" if name else words, tip)
        source = self._scene.source
        if source is not None and source.path != self._proposed_for and self.run.task is None:
            self._proposed_for = source.path
            self.form.name.setText(train_request.proposed_name(source.path, self._taken))
        self.form.set_scene(self._scene.layer)
        obstacle = self._obstacle()
        self.why.tell("ask", obstacle if self.run.task is None else "")
        self.button.setEnabled(not obstacle and self.run.task is None)
        self.button.setToolTip(obstacle or tr("Train in the background; QGIS stays usable."))
        self._offer_use()

    def _offer_use(self) -> None:
        tip = tr("Choose the model under Map, and map the whole scene with it.")
        known = self._out.name in self._taken
        if not known or self._is_mapping:
            tip = (
                tr("A scene is being mapped: wait for it.") if self._is_mapping else tr("The models are being listed.")
            )
        self.use.setEnabled(known and not self._is_mapping)
        self.use.setToolTip(tip)
        self.use.setVisible(self._scene.is_ready)

    def _obstacle(self) -> str:
        """Why a run cannot be started, in one sentence; "" if it can."""
        return self._scene_obstacle() or self.form.obstacle() or self._further_obstacle()

    def _scene_obstacle(self) -> str:
        scene = self._scene
        if scene.layer is None:
            return tr("Choose a layer under Map.")
        name = scene.layer.name()
        if scene.is_reading:
            return tr("{layer} is being read.", layer=name)
        if scene.questions:
            return tr("Answer what is asked about {layer}: press Bands… under Map.", layer=name)
        if scene.further:
            return tr("A model is trained from one source: remove the further layers under Map.")
        return "" if scene.is_ready else tr("{layer} cannot be used: the page Map says why.", layer=name)

    def _further_obstacle(self) -> str:
        try:
            further_scenes(self._scene.layer, self.form.further())
        except raster_layers.LayerError as error:
            return sentence(error.error, error.hint)
        return ""

    def _began(self) -> None:
        self.bar.setRange(0, 0)  # busy, until the engine counts
        for widget in (self.bar, self._running, self.curves):
            widget.show()
        self._result.hide()
        self.form.setEnabled(False)
        self.button.hide()
        self.why.tell("ask", "")
        self.cancel.setEnabled(True)
        waits = tr("Another training runs; this one begins when it is done.")
        self.note.tell("busy", waits if is_training() else tr("Starting."))
        self.score.tell("plain", "")
        self._show_log()

    def _advance(self, done: int, total: int, note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._is_learning = self._is_learning or note in (TRAINING, CHECKING)
        if not self._is_ending:
            stage = TRAINING if note == CHECKING else note
            self.note.tell("plain", self._pace.line(time.monotonic(), done, total, stage) or tr("Starting."))
        self._offer_stop()

    def _show_log(self) -> None:
        log = self.run.log
        self.curves.show_log(log)
        if log is not None:
            tip = tr("On labels that were left out in blocks; with few labels it is a rough number.")
            self.score.tell("plain", score_text(log), tip)
        self._offer_stop()

    def _offer_stop(self) -> None:
        """Once there is a best model; before the steps of this process the engine would not heed it."""
        runs = self.run.task is not None and not self._is_ending
        known = self.run.log is not None and self.run.log.best is not None
        self.stop.setEnabled(runs and self._is_learning and known)
        waits = runs and not self.stop.isEnabled()
        why = tr("Stop and keep the best: possible after the first evaluation, when a model has been judged.")
        self.why_no_stop.tell("plain", why if waits else "")

    def _finish_early(self) -> None:
        try:
            self.run.finish_early()
        except OSError as error:
            self._tell_unwritable(error)
            return
        self._is_ending = True
        self._offer_stop()
        self.note.tell("busy", tr("Stopping: the best model is saved."))

    def _cancel(self) -> None:
        self._is_ending = True
        self.note.tell("busy", tr("Cancelling."))
        self.cancel.setEnabled(False)
        self._offer_stop()
        self.run.cancel()

    def _succeeded(self, answer: Dict[str, Any]) -> None:
        self._proposed_for = ""  # the next model needs another name
        told = "\n".join([tr("{name} is in the list of models.", name=self._out.name), *_warnings(answer)])
        self._end("ask" if _warnings(answer) else "ok", told)
        self._show_links()
        self._result.show()
        self._tell_elsewhere(True)
        self.trained.emit(self._out.name)

    def changeEvent(self, event: QEvent) -> None:
        """Links have the colour of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.links.text():
            self._show_links()

    def _show_links(self) -> None:
        self.links.setText(train_request.links_of(self._out, link_colour(self.links)))

    def _failed(self, error: str, hint: str, log: str) -> None:
        self._end("bad", plain(error, hint, TRAIN))
        if not log:  # else the dock tells it
            self._tell_elsewhere(False)
        self.failed.emit(error, hint, log)

    def _cancelled(self) -> None:
        self._end("plain", tr("Cancelled; started again, it goes on from here."))

    def _end(self, kind: str, text: str) -> None:
        for widget in (self.bar, self._running):
            widget.hide()
        self._offer_stop()
        self.button.show()
        self.form.setEnabled(True)
        self._refresh()
        self.note.tell(kind, text)

    def _tell_elsewhere(self, well: bool) -> None:
        """A run takes so long that its end is missed on another page."""
        if not self.isVisible():
            self.told.emit(self.note.said, well)

    def _tell_unwritable(self, error: OSError) -> None:
        folder, why = error.filename or self._out, error.strerror or error
        self.note.tell("bad", tr("{folder} cannot be written to: {why}.", folder=folder, why=why))

    def _open(self, name: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out / name))):
            self.note.tell("bad", tr("{path} cannot be opened.", path=self._out / name))


def _warnings(answer: Dict[str, Any]) -> List[str]:
    return [plain(warning, where=TRAIN) for warning in answer.get("warnings") or ()]
