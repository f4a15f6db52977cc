#!/usr/bin/env bash
# Runs the tests that need a QGIS in a newer one: Debian trixie-backports in a chroot below build/ (2 GB, made once).
#
#   tests/ofa_qgis/in_chroot.sh                    both suites, and whether Qt 6 asks for changes
#   tests/ofa_qgis/in_chroot.sh COMMAND [ARG...]   any command, in the repository's folder
#
# The repository and the engine's Python are there read-only, at the paths they have here; build/ is the chroot's
# own. All mounts are made in a mount namespace of this process: they end with it and nobody else sees them.
# Debian and root (or sudo) only.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ "$(id -u)" = 0 ] || exec sudo --preserve-env "$0" "$@"

suite=trixie
chroot=$root/build/$suite
packages="qgis python3-qgis python3-venv xvfb xauth openbox xdotool imagemagick procps
    python3-pyqt6 python3-pyqt6.qtsvg python3-pyqt6.qsci"
engine=${OFA_ENGINE_PYTHON:-$root/.venv/bin/python}

say() { printf 'chroot: %s\n' "$*" >&2; }

# First mirror of this machine's own package sources, in either of the two formats.
mirror() {
    local first
    first=$({ cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true; } |
        sed -nE 's/^(URIs:|deb( \[[^]]*\])?)\s+(\S+).*/\3/p' | sed -n 1p)
    [ -n "$first" ] || { say "this machine's package sources name no mirror"; exit 2; }
    echo "$first"
}

# A system that knows this machine's certificates, proxies and names.
create() {
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap
    local from; from=$(mirror)
    say "making $suite from $from"
    rm -rf "$chroot"
    mkdir -p "$chroot"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$chroot" "$from" >"$root/build/$suite.log" 2>&1 \
        || { tail -n 20 "$root/build/$suite.log" >&2; exit 1; }
    cp -r /etc/apt/apt.conf.d/. "$chroot/etc/apt/apt.conf.d/"
    cp --remove-destination -L /etc/ssl/certs/ca-certificates.crt "$chroot/etc/ssl/certs/"
    cp -L /etc/resolv.conf /etc/hosts "$chroot/etc/"
    echo "deb $from $suite-backports main" >"$chroot/etc/apt/sources.list.d/backports.list"
    printf '#!/bin/sh\nexit 101\n' >"$chroot/usr/sbin/policy-rc.d" && chmod +x "$chroot/usr/sbin/policy-rc.d"
    inside env DEBIAN_FRONTEND=noninteractive sh -ec "
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends -t $suite-backports $(echo $packages)
        python3 -m venv --without-pip --system-site-packages /opt/tests
        rm -rf /var/cache/apt/archives/*.deb" >>"$root/build/$suite.log" 2>&1 \
        || { tail -n 20 "$root/build/$suite.log" >&2; exit 1; }
    touch "$chroot/.ready"
}

# pure FOLDER REQUIREMENT...: this machine's pip, with its configuration, puts pure Python where that Python looks.
pure() {
    local folder=$1 version; shift
    version=$(basename "$(ls -d "$chroot"/opt/tests/lib/python3*)" | tr -d python)
    "$root/.venv/bin/python" -m pip install --quiet --upgrade --target "$folder" --only-binary :all: \
        --python-version "$version" --ignore-requires-python "$@"
}

tools() {
    local site; site=$(ls -d "$chroot"/opt/tests/lib/python3*/site-packages)
    [ "$site/pytest_qgis" -nt "$root/tests/ofa_qgis/requirements.txt" ] || {
        pure "$site" -r "$root/tests/ofa_qgis/requirements.txt"
        touch "$site/pytest_qgis"
    }
    [ -e "$chroot/opt/qt6/pyqt5to6" ] || pure "$chroot/opt/qt6" --pre qgis-pyqt5to6
}

# inside COMMAND...: run it in the chroot, in a mount namespace of its own.
inside() {
    ROOT=$root CHROOT=$chroot PREFIX=$("$engine" -c 'import sys; print(sys.base_prefix)') \
        unshare --mount --propagation private bash -euo pipefail -c '
            at() { mkdir -p "$CHROOT$1" && mount --bind "$1" "$CHROOT$1" && mount -o remount,ro,bind "$CHROOT$1"; }
            mount -t proc proc "$CHROOT/proc"
            mount --rbind /dev "$CHROOT/dev"
            mkdir -p "$CHROOT/srv/build"
            at "$ROOT"
            [ ! -d "$ROOT/../shared" ] || at "$(realpath "$ROOT/../shared")"
            case $PREFIX in /usr) ;; *) at "$PREFIX" ;; esac
            mount --bind "$CHROOT/srv/build" "$CHROOT$ROOT/build"
            exec chroot "$CHROOT" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
                OFA_ENGINE_PYTHON="$OFA_ENGINE_PYTHON" OFA_QGIS_PYTHON=/opt/tests/bin/python \
                PYTHONDONTWRITEBYTECODE=1 ${http_proxy:+http_proxy="$http_proxy"} \
                "$BASH" -c "cd \"\$0\" && exec \"\$@\"" "$ROOT" "$@"
        ' bash "$@"
}

export OFA_ENGINE_PYTHON=$engine
[ -e "$chroot/.ready" ] || create
tools
if [ $# -gt 0 ]; then inside "$@"; exit; fi
failed=
inside tests/ofa_qgis/offscreen.sh || failed="$failed offscreen"
inside tests/ofa_qgis/window/run.sh || failed="$failed window"
inside env OFA_WINDOW_ZIP=1 tests/ofa_qgis/window/run.sh || failed="$failed zip"
inside tests/ofa_qgis/qt6_diff.sh || failed="$failed qt6"
[ -z "$failed" ] || { say "failed:$failed"; exit 1; }
