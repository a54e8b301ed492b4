#!/usr/bin/env bash
# How much of each module of src/ the tests run: a table of lines and regions.
# usage: scripts/coverage.sh [argument of cargo test…]; wants the tools of LLVM: rustup component add llvm-tools
set -euo pipefail
cd "$(dirname "$0")/.."

profdata=$(find "$(rustc --print sysroot)" -name llvm-profdata -print -quit)
if [ -z "$profdata" ]; then
    echo "no llvm-profdata beside the compiler: rustup component add llvm-tools" >&2
    exit 2
fi
tools=$(dirname "$profdata")
work=$(realpath --canonicalize-missing "${CARGO_TARGET_DIR:-target}/coverage")
mkdir -p "$work"
rm -f "$work"/*.profraw

# Counts only in the program itself: its crates are as they always are.
printf '#!/bin/sh\nexec "$@" -Cinstrument-coverage\n' > "$work/rustc"
chmod +x "$work/rustc"
export RUSTC_WORKSPACE_WRAPPER="$work/rustc" LLVM_PROFILE_FILE="$work/%8m.profraw"

# Optimized crates make tests fast; the program itself is not, so that every line is there to be counted.
run() {
    cargo --config profile.quick.package.claimdiff.opt-level=0 \
        --config profile.quick.package.claimdiff.debug-assertions=true test --profile quick "$@"
}
run --no-run --message-format=json "$@" |
    sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | sort -u > "$work/programs"
run --quiet --no-fail-fast "$@" >&2 || echo "not all tests pass; what they ran is counted" >&2

"$tools/llvm-profdata" merge --sparse --output="$work/all.profdata" "$work"/*.profraw
mapfile -t programs < <(sed 's/^/--object=/' "$work/programs")
"$tools/llvm-cov" report --instr-profile="$work/all.profdata" "${programs[@]}" --sources "$PWD/src" |
    awk '
        # File, regions (all, missed, share), functions (the same), lines (the same).
        function add(name) { regions[name] += $2; missed[name] += $3; lines[name] += $8; unseen[name] += $9 }
        /\.rs / {
            module = $1; sub(/^.*src\//, "", module); sub(/\/.*/, "", module); sub(/\.rs$/, "", module)
            add(module); add("~all")
        }
        END {
            for (name in lines)
                printf "| `%s` | %d | %.1f%% | %.1f%% |\n", name, lines[name], 100 * (1 - unseen[name] / lines[name]),
                    100 * (1 - missed[name] / regions[name])
        }' | sort | sed -e '1i | module | lines | run | regions run |\n|---|---|---|---|' -e 's/`~all`/all/'
