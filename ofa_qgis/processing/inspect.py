"""ofa:inspect: what a scene is: sensor, bands, wavelengths, units, where each was read, and what must be said."""

import html
import json
from pathlib import Path
from typing import Any, Dict, Iterable, Mapping, Optional, Sequence

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..engine.engine_words import phrase
from ..i18n import number, tr
from ..protocol import InspectRequest
from .base import OfaAlgorithm, ask_engine, one_line

OUTPUT_HTML, QUESTIONS, JSON = "OUTPUT_HTML", "QUESTIONS", "JSON"
SENSOR, UNITS = "SENSOR", "UNITS"  # results; the parameters of these names are made of the scene's fields


class Inspect(OfaAlgorithm):
    """See `resources/help/inspect.md`."""

    NAME = "inspect"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Inspect a scene")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("Which layer band is which, in what units, and where that was read.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The layer, answers about it, and the report."""
        self.add_scene()
        self.add_answers()
        report = QgsProcessingParameterFileDestination(
            OUTPUT_HTML, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True
        )
        self.add(report, tr("A page with sensor, units, open questions and all bands, such as scene.html."))
        self.addOutput(QgsProcessingOutputString(SENSOR, tr("Sensor")))
        self.addOutput(QgsProcessingOutputString(UNITS, tr("Units")))
        self.addOutput(QgsProcessingOutputNumber(QUESTIONS, tr("Number of open questions")))
        self.addOutput(QgsProcessingOutputString(JSON, tr("All that was found (JSON)")))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The scene as plain values."""
        self._request = InspectRequest(self.scene(parameters, context))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine; say what it found."""
        facts = ask_engine(self._request, feedback)
        if facts is None:
            return {}
        tell(facts, feedback)
        found = {
            SENSOR: facts["sensor"] or "",
            UNITS: facts["units"] or "",
            QUESTIONS: len(facts["questions"]),
            JSON: json.dumps(facts, ensure_ascii=False),
        }
        path = self.parameterAsFileOutput(parameters, OUTPUT_HTML, context)
        if path:
            _write(Path(path), page(self._request.scene.path, facts))
            found[OUTPUT_HTML] = path
        return found


def tell(facts: Mapping[str, Any], feedback: QgsProcessingFeedback) -> None:
    """What was found, in the log."""
    feedback.pushInfo(tr("Sensor: {sensor}", sensor=facts["sensor_title"] or tr("open")))
    feedback.pushInfo(tr("Units: {units}", units=_units(facts)))
    for row in _bands(facts):
        feedback.pushInfo("  " + "  ".join(filter(None, row)))
    for question in facts["questions"]:
        feedback.pushWarning(one_line(question["text"], _answer(question)))


def page(scene: str, facts: Mapping[str, Any]) -> str:
    """The same as an HTML page that stands alone."""
    size = {name: facts[name] for name in ("width", "height", "dtype")}
    rows = [
        (tr("Layer"), scene),
        (tr("Sensor"), phrase(facts["sensor_title"] or tr("open"))),
        (tr("Units"), _units(facts)),
        (tr("Size"), tr("{width:,} × {height:,} pixels, {dtype}", **size)),
        (tr("Pixel size"), f"{number(facts['gsd_m'], 'g')} m" if facts["gsd_m"] else tr("unknown")),
        (tr("CRS"), facts["crs"] or tr("none")),
        (tr("Nodata"), tr("none") if facts["nodata"] is None else str(facts["nodata"])),
    ]
    asked = "".join(
        f"<li>{_text(one_line(question['text'], ''))}<br><b>{_text(_answer(question))}</b></li>"
        for question in facts["questions"]
    )
    head = (tr("Band"), tr("Meaning"), tr("Wavelength"), tr("Read from"))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{_text(Path(scene).name)}</title></head><body>'
        f"<h1>{_text(Path(scene).name)}</h1>{_table(rows)}"
        + (f"<h2>{_text(tr('Open questions'))}</h2><ul>{asked}</ul>" if asked else "")
        + f"<h2>{_text(tr('Bands'))}</h2>{_table(_bands(facts), head)}</body></html>"
    )


def _answer(question: Mapping[str, Any]) -> str:
    """Which parameter answers a question, and what it may say."""
    example = getattr(question["option"], "values", {}).get("bands")
    values = phrase(example) if example else ", ".join(question["choices"])
    return tr("fill in {parameter}: {values}", parameter=str(question["about"]).upper(), values=values)


def _units(facts: Mapping[str, Any]) -> str:
    return f"{facts['units']} ({phrase(facts['units_source'])})" if facts["units"] else tr("open")


def _bands(facts: Mapping[str, Any]) -> Iterable[Sequence[str]]:
    for band in facts["bands"]:
        wavelength = f"{number(band['wavelength_nm'], 'g')} nm" if band["wavelength_nm"] else ""
        yield str(band["index"]), str(band["name"]), wavelength, phrase(band["source"])
    for band in facts["unused"]:
        yield str(band["index"]), tr("not used"), "", one_line(band["reason"], "")


def _table(rows: Iterable[Sequence[str]], head: Sequence[str] = ()) -> str:
    top = "".join(f"<th>{_text(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table cellpadding='4'>{f'<tr>{top}</tr>' if top else ''}{body}</table>"


def _text(text: object) -> str:
    return html.escape(str(text))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        told = tr("the report {path} cannot be written ({reason})", path=path, reason=error.strerror or error)
        raise QgsProcessingException(one_line(told, tr("choose a folder that you can write to"))) from error
