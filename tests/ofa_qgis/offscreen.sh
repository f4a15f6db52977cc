#!/usr/bin/env bash
# Runs the tests that need QGIS's modules but no window: offscreen.sh [PYTEST-ARGUMENT...]
#
# Settings, caches and the staged plugin (QGIS_PLUGINPATH, for qgis_process) are this run's own and go with it.
#   OFA_ENGINE_PYTHON   the Python that has the engine (.venv/bin/python)
#   OFA_QGIS_PYTHON     the Python that has pytest and sees QGIS's modules (.venv-qgis/bin/python)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${OFA_QGIS_PYTHON:-$root/.venv-qgis/bin/python}
mkdir -p "$root/build"
find "$root/build" -maxdepth 1 -name "offscreen.*" -mmin +60 -exec rm -rf {} + # of runs that were killed
work=$(mktemp -d "$root/build/offscreen.XXXXXX")
# The engine ends a moment after QGIS and may still write its last line.
trap 'rm -rf "$work" 2>/dev/null || { sleep 3; rm -rf "$work"; } || true' EXIT
"$python" "$root/package.py" stage "$work/plugins"

export OFA_ENGINE_PYTHON=${OFA_ENGINE_PYTHON:-$root/.venv/bin/python}
export QGIS_PLUGINPATH=$work/plugins QT_QPA_PLATFORM=offscreen LANG=C.UTF-8 OMP_NUM_THREADS=${OMP_NUM_THREADS:-2}
export XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config
export OGR_SQLITE_SYNCHRONOUS=OFF # labels of tests need not outlive a power cut
PYTEST_QT_API=pyqt$("$python" -c 'from qgis.PyQt.QtCore import QT_VERSION_STR as version; print(version[0])')
export PYTEST_QT_API

chosen=$here/qgis
for argument; do [ ! -e "${argument%%::*}" ] || chosen=; done
cd "$root"
# pytest-qgis keeps its settings in the root directory.
"$python" -m pytest -p no:cacheprovider -c "$here/qgis/pytest.ini" --rootdir "$work" "$@" ${chosen:+"$chosen"}
