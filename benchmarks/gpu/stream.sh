#!/usr/bin/env bash
# A whole Sentinel-2 tile from file to class map on a machine with torch, numpy and a GPU, without network.
#
#   stream.sh pack [PYTHON]    here: the libraries that such a machine lacks, as wheels, to build/gpu/stream (3.12)
#   stream.sh run [OPTION…]    there: unpacks them and runs benchmarks/gpu/stream_tile.py; figures to $OUT/stream.jsonl
set -euo pipefail
cd "$(dirname "$0")/../.."

PYTHON=${PYTHON:-python3} OUT=${OUT:-build/gpu/out}
WHEELS=build/gpu/stream SITE=build/gpu/stream-site
# rasterio with GDAL inside and what it imports, timm without torchvision's help, and what the engine itself imports
LIBRARIES=(rasterio affine attrs certifi click pyparsing pyproj timm safetensors huggingface_hub pyyaml tqdm filelock
  hf-xet packaging typing_extensions httpx2 httpcore2 truststore h11 anyio idna sniffio fsspec)

pack() { # [PYTHON]
  mkdir -p $WHEELS
  "$PYTHON" -m pip download -q --no-deps --only-binary=:all: --python-version "${1:-3.12}" \
    --platform manylinux_2_28_x86_64 --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 --platform any \
    -c constraints.txt -d $WHEELS "${LIBRARIES[@]}"
  du -sh $WHEELS
}

run() { # [OPTION…]
  mkdir -p $SITE "$OUT"
  "$PYTHON" -m pip install -qq --no-index --no-deps --no-compile --disable-pip-version-check --upgrade \
    --target $SITE $WHEELS/*.whl
  export PYTHONPATH="$PWD/$SITE" PYTHONUNBUFFERED=1
  "$PYTHON" benchmarks/gpu/stream_tile.py "$@" | tee "$OUT/stream.jsonl"
}

"$@"
