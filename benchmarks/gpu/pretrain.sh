#!/usr/bin/env bash
# One stage of pre-training on a machine with torch, timm and a GPU, without network; README.md beside this has the
# order. Every stage may be cut off and called again.
#
#   pretrain.sh install                        unpacks the pieces of pack.py that are here; says what lacks
#   pretrain.sh run COMMAND…                   any command, with these libraries
#   pretrain.sh train tiny|small SECONDS [STEPS] [SETTING…]   starts or resumes a run; stops itself in time
#   pretrain.sh switches SECONDS [STEPS]       the short runs of benchmarks/switches.py that are not done yet
#   pretrain.sh speed [OPTION…]                benchmarks/gpu/pretrain_speed.py
#   pretrain.sh finish RUN…                    runs without checkpoints, e.g. tiny switches/ofa, to $OUT
set -euo pipefail
cd "$(dirname "$0")/../.."

PYTHON=${PYTHON:-python3} DEVICE=${DEVICE:-cuda} OUT=${OUT:-build/gpu/out}
HERE=build/gpu/unpacked RUNS=build/gpu/runs
CATALOG=$HERE/catalog.gpkg
export PYTHONPATH="$PWD/$HERE/site" PYTHONUNBUFFERED=1 # the repository itself comes first with -m and with scripts

install() {
  mkdir -p $HERE/site $HERE/done
  for piece in build/gpu/piece-* build/gpu/spare-*; do
    [ -d "$piece" ] && [ ! -e "$HERE/done/${piece##*/}" ] || continue
    if [ -d "$piece/wheels" ]; then
      "$PYTHON" -m pip install -qq --no-index --no-deps --no-compile --no-cache-dir --disable-pip-version-check \
        --upgrade --target $HERE/site "$piece"/wheels/*.whl
    fi
    for part in data catalog.gpkg; do
      [ ! -e "$piece/$part" ] || cp -r "$piece/$part" $HERE/
    done
    touch "$HERE/done/${piece##*/}"
  done
  "$PYTHON" benchmarks/gpu/ready.py $HERE/site $CATALOG "$@"
}

complete() { [ -e $HERE/complete ] || { install --strict && touch $HERE/complete; }; }

# pretrain RECIPE FOLDER SECONDS SETTING…: to the end (status 0), or until the seconds are over (status 130).
# --foreground: timeout would signal the whole group as well, and the engine takes a second signal as "at once".
pretrain() {
  local recipe=$1 folder=$2 seconds=$3 setting
  local words=(--data $CATALOG)
  [ ! -e "$folder/recipe.json" ] || words=(--resume)
  for setting in "${@:4}"; do words+=(--set "$setting"); done
  timeout --foreground --preserve-status --signal=TERM --kill-after=60 "$seconds" \
    "$PYTHON" -m engine --debug pretrain "$recipe" --out "$folder" --device "$DEVICE" "${words[@]}"
}

stopped() { # RUN STATUS: 130 is a run that stopped when it was told to
  [ "$2" = 130 ] || exit "$2"
  echo "$1: stopped after step $(tail -n 1 "$RUNS/$1/log.jsonl" | grep -o '"step": *[0-9]*' | grep -o '[0-9]*'); the next call goes on"
  exit 0
}

train() { # tiny|small SECONDS [STEPS] [SETTING…]
  local status=0
  [ -z "${3:-}" ] || set -- "$1" "$2" "steps=$3" "${@:4}"
  [ ! -e "$RUNS/$1/model/card.json" ] || { echo "$1: done already"; return; }
  complete
  pretrain "ofa_$1" "$RUNS/$1" "$2" "${@:3}" || status=$?
  [ $status = 0 ] || stopped "$1" $status
}

switches() { # SECONDS [STEPS]
  local until=$((SECONDS + $1)) steps=${2:-800} case status name recipe settings left
  complete
  "$PYTHON" -c 'from benchmarks.switches import CASES
for name, (recipe, settings) in CASES.items(): print(name, recipe, *settings)' >$RUNS.cases
  while read -r -a case <&3; do
    name=switches/${case[0]} recipe=${case[1]} settings=("${case[@]:2}") left=$((until - SECONDS)) status=0
    [ ! -e "$RUNS/$name/model/card.json" ] || continue
    [ $left -ge 20 ] || { echo "$name and what follows: no time left; call again"; return; }
    pretrain "$recipe" "$RUNS/$name" $left "steps=$steps" "${settings[@]}" || status=$?
    [ $status = 0 ] || stopped "$name" $status
  done 3<$RUNS.cases
}

finish() { # RUN…: everything but checkpoints and catalogues, in files of at most 15 MiB
  mkdir -p "$OUT"
  (cd $RUNS && tar --exclude='checkpoint*' --exclude='catalog.gpkg' -cz "$@") | split -b 15M - "$OUT/runs.tar.gz."
  ls -l "$OUT"
  echo "put together: cat runs.tar.gz.* | tar xz"
}

mkdir -p "$RUNS" "$OUT"
stage=${1:?a stage: install, run, train, switches, speed or finish}
shift
case $stage in
  install | train | switches | finish) "$stage" "$@" ;;
  run) "$@" ;;
  speed) "$PYTHON" benchmarks/gpu/pretrain_speed.py --data $CATALOG --device "$DEVICE" --out "$OUT" "$@" ;;
  *) sed -n '5,10s/^# *//p' "$0" && exit 2 ;;
esac
