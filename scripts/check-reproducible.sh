#!/usr/bin/env bash
# Builds the release in two folders, with two homes of Cargo, and compares the programs byte for byte.
# usage: scripts/check-reproducible.sh
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=${CARGO_HOME:-$HOME/.cargo}

for copy in one another/and-deeper; do
    mkdir -p "$work/$copy/home"
    git ls-files -z | tar --create --null --files-from=- | tar --extract --directory="$work/$copy"
    # The crates are not fetched twice; the compiler sees them at another place.
    ln -s "$home/registry" "$work/$copy/home/registry"
    if [ -e "$home/config.toml" ]; then ln -s "$home/config.toml" "$work/$copy/home/config.toml"; fi
    CARGO_HOME="$work/$copy/home" CARGO_TARGET_DIR="$work/$copy/target" "$work/$copy/scripts/build-release.sh"
done

sha256sum "$work/one/target/release/claimdiff" "$work/another/and-deeper/target/release/claimdiff"
cmp "$work/one/target/release/claimdiff" "$work/another/and-deeper/target/release/claimdiff"
if strings -a "$work/one/target/release/claimdiff" | grep --fixed-strings --quiet "$work"; then
    echo "the program names the folder in which it was built" >&2
    exit 1
fi
echo "the same bytes in both folders"
