#!/usr/bin/env bash
# Measures claimdiff beside the libraries for numbers and dates that can be installed, on the same text in one run.
# Needs python3 with venv, and npm for chrono-node; what cannot be installed is left out and named.
# usage: scripts/peers/run.sh [bytes of English news]
set -euo pipefail
cd "$(dirname "$0")/../.."

bytes=${1:-200000}
cargo build --release --quiet --bin claimdiff --example write_corpus
target=$(realpath "${CARGO_TARGET_DIR:-target}")
peers=$target/peers
if [ ! -x "$peers/bin/python3" ]; then
    python3 -m venv "$peers"
    "$peers/bin/pip" install --quiet --disable-pip-version-check text2num dateparser quantulum3 duckling || true
fi
if [ ! -d "$peers/node_modules/chrono-node" ] && command -v npm >/dev/null; then
    npm install --silent --prefix "$peers" chrono-node >/dev/null 2>&1 || true
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$target/release/examples/write_corpus" "$work" "$((bytes * 6))"
# Every sixth article of the made-up batch is in English.
for file in "$work"/mix/*; do
    number=$(basename "$file" .txt)
    [ $((10#$number % 6)) = 1 ] && cat "$file" && echo
done >"$work/english.txt"

RAYON_NUM_THREADS=1 "$peers/bin/python3" scripts/peers/measure.py "$work/english.txt" "$target/release/claimdiff" "$peers"
