#!/usr/bin/env bash
# Runs tests, or a script, inside a real QGIS window on a virtual screen.
#
#   run.sh                          all tests of this folder
#   run.sh PYTEST-ARGUMENT...       some of them, e.g. run.sh tests/ofa_qgis/window/test_loads.py -k dock
#   run.sh SCRIPT.py [ARGUMENT...]  the script's main(iface), with sys.argv set; it may import `driving`
#
# Each run has its own profile, plugin folder, user folders and screen, so that several may run at once.
#   OFA_ENGINE_PYTHON   the Python that has the engine (.venv/bin/python)
#   OFA_QGIS_PYTHON     the Python that has pytest and sees QGIS's modules (.venv-qgis/bin/python)
#   OFA_WINDOW_ZIP=1    a QGIS without the plugin and without the engine, and the tests of from_zip, which install the zip
#   OFA_WINDOW_LANG     language of QGIS (en)
#   OFA_WINDOW_SCREEN   size of the virtual screen (1600x1000)
#   OFA_WINDOW_S        seconds until a run that hangs is ended, with a picture of the screen (900)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=${OFA_QGIS_PYTHON:-$root/.venv-qgis/bin/python}
limit_s=${OFA_WINDOW_S:-900}
mkdir -p "$root/build"
find "$root/build" -maxdepth 1 -name "window.*" -mmin +60 -exec rm -rf {} + # of runs that were killed
work=$(mktemp -d "$root/build/window.XXXXXX")
# The engine ends a moment after QGIS and may still write its last line.
trap 'rm -rf "$work" 2>/dev/null || { sleep 3; rm -rf "$work"; } || true' EXIT

profile=$work/profiles/profiles/ci
mkdir -p "$profile/QGIS"
if [ -z "${OFA_WINDOW_ZIP:-}" ]; then
    "$python" "$root/package.py" stage "$work/plugins"
    language=${OFA_WINDOW_LANG:-en} country=${OFA_WINDOW_LANG:-gb} # German numbers in a German window
    sed "s/^userLocale=.*/userLocale=$language/; s/^globalLocale=.*/globalLocale=${language}_${country^^}/" \
        "$here/QGIS3.ini" >"$profile/QGIS/QGIS3.ini"
    export QGIS_PLUGINPATH=$work/plugins OFA_ENGINE_PYTHON=${OFA_ENGINE_PYTHON:-$root/.venv/bin/python}
else
    export OFA_WINDOW_ZIP=$work/ofa_qgis.zip
    "$python" -B -c 'import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import package
package.bundle(package.stage(Path(sys.argv[3])), Path(sys.argv[2]))' "$root" "$OFA_WINDOW_ZIP" "$work/staged"
    grep -v ofa_qgis "$here/QGIS3.ini" >"$profile/QGIS/QGIS3.ini"
    unset QGIS_PLUGINPATH OFA_ENGINE_PYTHON
fi
echo 'import os, sys; sys.path.insert(0, os.environ["OFA_WINDOW_HERE"]); import startup' >"$work/first.py"

export OFA_WINDOW_WORK=$work OFA_WINDOW_S=$limit_s OFA_WINDOW_HERE=$here
OFA_WINDOW_SITE=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
export OFA_WINDOW_SITE
export PYQGIS_STARTUP=$work/first.py LANG=C.UTF-8 PYTHONPYCACHEPREFIX=$work/bytecode OMP_NUM_THREADS=${OMP_NUM_THREADS:-2}
export XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config
export OGR_SQLITE_SYNCHRONOUS=OFF # labels of tests need not outlive a power cut
unset WAYLAND_DISPLAY QT_QPA_PLATFORM PYTHONDONTWRITEBYTECODE

printf '%s\0' "$@" >"$work/arguments"
echo 1 >"$work/status"
# Screens count from a number of our own: two that start in the same moment would find the same one free.
xvfb-run -a -n $((100 + $$ % 30000)) -s "-screen 0 ${OFA_WINDOW_SCREEN:-1600x1000}x24 -nolisten tcp" bash -c '
    openbox >"$OFA_WINDOW_WORK/openbox.log" 2>&1 & manager=$!
    timeout --kill-after=10 $((OFA_WINDOW_S + 30)) qgis --profiles-path "$OFA_WINDOW_WORK/profiles" --profile ci \
        --nologo --noversioncheck --lang "${OFA_WINDOW_LANG:-en}" --code "$OFA_WINDOW_HERE/inside.py" 2>"$OFA_WINDOW_WORK/qgis.log"
    kill "$manager"
' || true
status=$(cat "$work/status")
[ "$status" = 0 ] || { echo "QGIS said:"; tail -n 20 "$work/qgis.log"; }
exit "$status"
