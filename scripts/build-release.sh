#!/usr/bin/env bash
# Builds the program as it is released: the same bytes wherever it is built, with the same Rust and Cargo.lock.
# usage: scripts/build-release.sh
set -euo pipefail
cd "$(dirname "$0")/.."

# Messages of crates name their files; where these lie on this machine is nobody's business.
home=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="--remap-path-prefix=$home=/cargo --remap-path-prefix=$PWD=/claimdiff"
export SOURCE_DATE_EPOCH=0
cargo build --release --locked
