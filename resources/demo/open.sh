#!/bin/sh
# Opens QGIS with the plugin of this working tree on the demo project (see `make qgis`).
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
profiles=$root/build/qgis-profile
.venv/bin/python package.py stage
for name in QGIS3.ini QGIS4.ini; do
    file=$profiles/profiles/ofa/QGIS/$name
    [ -e "$file" ] || { mkdir -p "$(dirname "$file")" && printf '[PythonPlugins]\nofa_qgis=true\n' >"$file"; }
done
export QGIS_PLUGINPATH="$root/build/plugins" OFA_ENGINE_PYTHON="$root/.venv/bin/python" OFA_DEMO="$root/build/demo"
exec ${QGIS:-qgis} --profiles-path "$profiles" --profile ofa --nologo --code resources/demo/project.py
