#!/usr/bin/env bash
# All tests, for `make test`. Stops at the first part that fails, so that the log ends with its summary.
#
# Parts without a window run two tests at a time, each with one thread: threads would wait for each other's cores.
# The window, which waits for most of its time, is open beside those that need QGIS's modules only. They give way to
# it, as its clicks must arrive in time.
set -euo pipefail
cd "$(dirname "$0")/.."
window=tests/ofa_qgis/window/run.sh
told=build/window-tests.log
mkdir -p build

set -m # the window's run is a process group of its own, which can be ended as one
OFA_WINDOW_S=1200 "$window" </dev/null >"$told" 2>&1 &
opened=$!
set +m
trap 'kill -- "-$opened" 2>/dev/null || true' EXIT

echo "== the zip in a QGIS that never saw it"
OFA_WINDOW_ZIP=1 "$window"
echo "== in QGIS, without a window"
OMP_NUM_THREADS=1 nice -n 5 tests/ofa_qgis/offscreen.sh --numprocesses 2 --dist loadfile
echo "== in a QGIS window"
status=0
wait "$opened" || status=$?
cat "$told"
[ "$status" = 0 ] || exit "$status"
echo "== engine, training, plugin without QGIS, package"
OMP_NUM_THREADS=1 .venv/bin/python -m pytest --numprocesses 2 --dist worksteal
