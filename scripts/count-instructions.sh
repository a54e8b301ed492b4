#!/usr/bin/env bash
# Counts the instructions of an extraction: the same on a busy machine as on an idle one, so that a change shows.
# Needs valgrind. usage: scripts/count-instructions.sh [bytes of the made-up batch]
set -euo pipefail
cd "$(dirname "$0")/.."

bytes=${1:-300000}
cargo build --release --quiet --bin claimdiff --example write_corpus
target=${CARGO_TARGET_DIR:-target}/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$target/examples/write_corpus" "$work/all" "$bytes"
# The first articles, one a language: what starting costs with every pack read.
"$target/examples/write_corpus" "$work/start" 30000

count() {
    RAYON_NUM_THREADS=1 valgrind --tool=callgrind --callgrind-out-file="$work/out" \
        "$target/claimdiff" extract --format jsonl "$1" 2>&1 >/dev/null | awk '/refs/ { gsub(",", "", $NF); print $NF }'
}
start=$(count "$work/start/mix")
all=$(count "$work/all/mix")
start_bytes=$(cat "$work"/start/mix/* | wc -c)
all_bytes=$(cat "$work"/all/mix/* | wc -c)
echo "start with every pack and $start_bytes bytes: $start instructions"
echo "each further byte: $(((all - start) / (all_bytes - start_bytes))) instructions"
