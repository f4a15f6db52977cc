"""assess: an answered sample says how accurate a map is, and how large its classes truly are.

Joins the parts and holds no arithmetic of its own (that is in `engine.accuracy`).
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from engine.accuracy import assessment, class_raster, sample_file
from engine.accuracy import report as reports
from engine.gdal import gdal_names
from engine.output.output_names import no_output
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import AssessRequest

REQUEST = AssessRequest


def run(request: AssessRequest, report: Report) -> dict[str, Any]:
    """Estimate accuracy and areas, and write the report.

    Returns:
        ``{"outputs": paths by name, "report": what `accuracy.json` holds, "warnings"}``.

    Raises:
        EngineError: the map or the sample cannot be used, or the report cannot be written.
    """
    if not request.out:
        raise no_output(request)
    with Outputs([request.map, request.sample], request.overwrite) as outputs:
        folder = outputs.folder(request.out, reports.FILES)
        sample = sample_file.read(request.sample)
        called = gdal_names.short(request.sample)
        with class_raster.open_map(request.map) as source:
            population = class_raster.survey(source, gdal_names.short(request.map), report)
            found = assessment.assess(source, population, sample, called)
        about = {
            "map": gdal_names.short(request.map),
            "sample": called,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        facts = reports.facts_of(found, about)
        pages = reports.write(folder, facts)
    final = {name: str(Path(request.out) / Path(page).name) for name, page in pages.items()}
    return {"outputs": final, "report": facts, "warnings": facts["warnings"]}
