#!/usr/bin/env bash
# Scores the program on the development data where it lies: findings on every cluster, extraction, the seed articles.
# usage: scripts/score-development.sh [folder that holds clusters/, gold/ and seeds/]
set -euo pipefail
cd "$(dirname "$0")/.."

shared=${1:-../shared}
if [ ! -d "$shared/clusters" ]; then
    echo "$shared/clusters: no development data here" >&2
    exit 2
fi
cargo build --release --quiet
program=${CARGO_TARGET_DIR:-target}/release/claimdiff
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 1 says that something was found, 2 that something could not be read.
findings() {
    "$program" check --format jsonl "$1" || [ $? -eq 1 ]
}

for cluster in "$shared"/clusters/*/; do
    findings "${cluster%/}" >>"$work/clusters.jsonl"
done
echo "== clusters"
# Totals only.
python3 "$shared/clusters/score.py" "$work/clusters.jsonl" "$shared/clusters" | awk '!/^(de|en|es|fr|it|x)-/' | tee "$work/totals"
# Precision and recall that are not fallen short of again; only ever raised.
awk '/^TOTAL/ { if ($6 < 0.930 || $7 < 0.660) { print "below the floors 0.930 and 0.660"; exit 1 } }' "$work/totals"

if [ -f "$shared/gold/run_extract.py" ]; then
    echo "== extraction"
    python3 "$shared/gold/run_extract.py" --bin "$program" --all -- --news
fi

if [ -d "$shared/seeds" ]; then
    echo "== seeds"
    time findings "$shared/seeds" >"$work/seeds.jsonl"
    python3 - "$work/seeds.jsonl" <<'PYTHON'
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    finding = json.loads(line)
    values = " / ".join(evidence["text"] for evidence in finding["evidence"])
    print(f'{finding["class"]:9} {finding["confidence"]:.2f} {finding["check"]}: {values}')
PYTHON
fi

if [ -d "$shared/gold/discrepancy/ecb" ]; then
    echo "== real news, with what was read of it"
    python3 scripts/read_findings.py "$program" "$shared/gold/discrepancy/ecb"
fi
