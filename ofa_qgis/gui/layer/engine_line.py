"""The engine's own words in the dock: which device computes and why, which models there are. No widgets."""

import os
from typing import Any, Dict, List, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.engine_words import phrase, plain
from ...engine.task import EngineJob
from ...i18n import number, tr
from ...models import Model
from ...protocol import DoctorRequest, ModelsRequest
from ..setup.setup_words import check_name


class EngineInfo(QObject):
    """Asks the engine who it is, once per start."""

    models_known = pyqtSignal(list, str)  # [Model], name of the default
    device_known = pyqtSignal(str, str, str)  # kind of mark, sentence, tip
    broken = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._device: Optional[str] = None  # still to be asked about

    def ask(self, device: str) -> None:
        """Start the engine if it does not run, and ask."""
        self.device_known.emit("busy", tr("The engine starts."), "")
        self._device = device  # asked about once the models are known: the layer is looked at first
        self.ask_models()

    def ask_models(self) -> None:
        """Ask which models there are, again after one was trained."""
        self._run(ModelsRequest(), self._tell_models)

    def _run(self, request: Any, then: Any, is_second: bool = False) -> None:
        """Ask; once more if the engine went down, which may have been for another job that did not end."""
        job = EngineJob(request, self)

        def fail(error: str, hint: str, log: str) -> None:
            if log and not is_second:
                self._run(request, then, is_second=True)
            else:
                self.broken.emit(error, hint, log)

        job.finished.connect(then)
        job.failed.connect(fail)
        job.ended.connect(job.deleteLater)
        job.start()

    def _tell_models(self, answer: Dict[str, Any]) -> None:
        device, self._device = self._device, None
        if device is not None:
            self._run(DoctorRequest(device=device, without_model=True), self._tell_device)
        found = [Model(str(card.get("mlm:name")), None, card) for card in answer.get("models") or []]
        self.models_known.emit(found, str(answer.get("default") or ""))

    def _tell_device(self, answer: Dict[str, Any]) -> None:
        self.device_known.emit(*device_words(answer))


def model_words(card: Mapping[str, Any]) -> Tuple[str, str, str]:
    """Name, title and explanation of a model."""
    name = str(card.get("mlm:name"))
    model = Model(name, None, card)
    if model.downstream:
        name, title, tip = downstream_words(name, model.downstream)
        return name, title, " ".join(filter(None, (tip, label_words(model.few_label))))
    millions = float(card.get("mlm:total_parameters") or 0) / 1e6
    tip = tr("{millions:.1f} million parameters; reads any sensor.", millions=millions)
    if (card.get("ofa") or {}).get("trained"):
        if source := card.get("mlm:pretrained_source"):
            tip += " " + tr("Pre-trained on {source}.", source=source)
        return name, tr("{name} — {millions:.1f} M parameters", name=name, millions=millions), tip
    untrained = tr(
        "Not trained: its features are random projections. The map rests on spectra and their surroundings, as far "
        "as validation trusts them."
    )
    return name, tr("{name} — untrained", name=name), f"{tip} {untrained}"


def downstream_words(name: str, downstream: Mapping[str, Any]) -> Tuple[str, str, str]:
    """The same of a model that was trained to map by itself."""
    classes = ", ".join(str(each) for each in downstream.get("classes") or ())
    bands = ", ".join(str(band.get("name")) for band in downstream.get("bands") or ())
    tip = tr(
        "Trained to map {classes}; needs no labels. It reads {bands}, at pixels of {gsd:g} m.",
        classes=classes,
        bands=bands or "–",
        gsd=float(downstream.get("gsd_m") or 0),
    )
    return name, tr("{name} — maps {classes}", name=name, classes=classes), tip


def label_words(few_label: Mapping[str, Any]) -> str:
    """What a model learnt from, and how good it was there; nothing of models that were trained otherwise."""
    if not few_label:
        return ""
    labels = sum(int(row.get("geometries") or 0) for row in few_label.get("labels") or ())
    scenes, score = len(few_label.get("scenes") or ()), few_label.get("score") or {}
    told = tr("Learnt from {labels:,} labels in {scenes} scenes.", labels=labels, scenes=scenes)
    if scenes == 1:
        told = tr("Learnt from {labels:,} labels in 1 scene.", labels=labels)
    if score.get("macro_f1") is None:
        return told
    low, high = score["interval"]
    shown = {"macro_f1": number(score["macro_f1"], ".2f"), "low": number(low, ".2f"), "high": number(high, ".2f")}
    if score.get("whole_scenes"):
        return f"{told} " + tr("Macro-F1 {macro_f1} ({low} to {high}) in scenes held out as a whole.", **shown)
    return f"{told} " + tr("Macro-F1 {macro_f1} ({low} to {high}) there; other scenes were not checked.", **shown)


def device_words(answer: Mapping[str, Any]) -> Tuple[str, str, str]:
    """Mark, sentence and tip for the doctor's answer."""
    checks: List[Mapping[str, Any]] = list(answer.get("checks") or ())
    tip = "\n".join(
        f"{'✓' if check['ok'] else '✕'} {check_name(check['name'])}: {phrase(check['found'])}"
        + (f" — {plain(check['hint'])}" if check.get("hint") and not check["ok"] else "")
        for check in checks
    )
    found = next((check for check in checks if check["name"] == "device"), None)
    wrong = next((check for check in checks if not check["ok"]), None)
    if wrong:
        return "bad", plain(wrong["found"], wrong.get("hint") or ""), tip
    if found is None:
        return "off", tr("The engine did not say which device it uses."), tip
    values = getattr(found["found"], "values", {})
    kind, why = str(values.get("device", found["found"])), values.get("why", "")
    said = getattr(why, "values", {})
    proven = said.get("name")  # of a device that computed a matrix product
    if not kind.startswith("cpu"):
        return "good", tr("{kind}: {name}, proven", kind=kind.upper(), name=proven or phrase(why)), tip
    cores = tr("CPU, 1 core") if os.cpu_count() == 1 else tr("CPU, {count} cores", count=os.cpu_count())
    if proven:
        return "off", cores, tip
    first = said.get("0", why)  # the tip has them all
    return "off", tr("{cores}: {why}", cores=cores, why=first), tip
