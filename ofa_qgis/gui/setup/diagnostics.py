"""What helps to find a fault in the set-up, as text to be shown to others. No widgets."""

import platform
import sys
from pathlib import Path
from typing import Optional

from qgis.core import Qgis

from ...engine import task
from ...engine.process import tail
from ...install.plan import engine_source, engine_version
from .setup_task import Findings, log_file


def diagnostics(findings: Optional[Findings]) -> str:
    """All that helps to find a fault, without the name of the user's home."""
    lines = [
        f"QGIS {Qgis.QGIS_VERSION}, Python {platform.python_version()}, {platform.platform()}",
        f"engine of this plugin: {engine_version(engine_source())}",
        f"engine's Python: {task.python()}",
    ]
    if findings:
        about = findings.existing.problem if findings.existing else findings.state.reason
        lines += [f"state: {'works' if findings.works else findings.state.kind} {about}".rstrip()]
        lines += [f"base: {findings.base.python if findings.base else findings.base_problem}"]
        lines += [f"NVIDIA card: {findings.card or 'none'}"]
        for check in findings.doctor.get("checks", []):
            mark = "ok" if check["ok"] else "FAILED"
            lines.append(f"{check['name']} {mark}: {check['found']} {check['hint']}".rstrip())
    if log_file().is_file():
        lines += ["", "end of the installation's log:", tail(log_file())]
    return without_home("\n".join(lines))


def without_home(text: str) -> str:
    """`text` with ``~`` for the user's home, so that it can be shown to others."""
    folder = str(Path.home())
    if len(folder) < len("/a"):
        return text
    text = text.replace(folder, "~")
    return text.replace(folder.replace("\\", "/"), "~") if sys.platform == "win32" else text
