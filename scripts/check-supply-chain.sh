#!/usr/bin/env bash
# Licences, sources, duplicates and bans of all crates, as deny.toml has them; known holes where the database of them can
# be reached.
# usage: scripts/check-supply-chain.sh
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v cargo-deny >/dev/null; then
    cargo install --locked --quiet cargo-deny
fi
cargo deny --locked check licenses bans sources
if cargo deny --locked fetch db 2>/dev/null; then
    cargo deny --locked check advisories
else
    echo "the database of advisories cannot be reached: known holes were not looked for" >&2
fi
