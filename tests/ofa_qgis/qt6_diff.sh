#!/usr/bin/env bash
# What QGIS's own tool would change in the plugin for Qt 6: it must be nothing. in_chroot.sh runs it; it has the tool.
# The QGIS there has Qt 5, which hides Qt 6 from the tool: so once with QGIS's classes, once with Qt's.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/no-qgis" "$work/probe"
echo 'raise ImportError' >"$work/no-qgis/qgis.py"
pyqt5to6() { # its exit status is 1 where it changed something
    PYTHONPATH=/opt/qt6 python3 /opt/qt6/bin/pyqt5to6 "$1" || true
    PYTHONPATH=$work/no-qgis:/opt/qt6 python3 /opt/qt6/bin/pyqt5to6 "$1" >/dev/null || true
}

printf 'from qgis.core import QgsMapLayer\nfrom qgis.PyQt.QtCore import Qt\nx = QgsMapLayer.RasterLayer, Qt.AlignLeft\n' \
    >"$work/probe/probe.py"
pyqt5to6 "$work/probe"
grep -q 'QgsMapLayer.LayerType.RasterLayer, Qt.AlignmentFlag.AlignLeft' "$work/probe/probe.py" ||
    { echo "qt6: the tool does not work here"; exit 2; }
cp -r ofa_qgis "$work/ofa_qgis"
pyqt5to6 "$work/ofa_qgis"
diff -ru --exclude __pycache__ ofa_qgis "$work/ofa_qgis" && echo "qt6: nothing to change"
