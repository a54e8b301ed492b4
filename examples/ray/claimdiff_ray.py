"""Findings of an archive of articles with Ray: `claimdiff extract`, an exchange by key, `claimdiff compare`.

    python3 claimdiff_ray.py ARTICLES FINDINGS [PARTITIONS]

ARTICLES is a folder of JSON Lines that every node sees, a task for each file; FINDINGS is a folder for a file per partition.
"""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import ray


def step(*command, **source):
    """The lines that a filter makes; a step that could not do its work fails the job instead of emptying it."""
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, **source).stdout.splitlines(keepends=True)


@ray.remote
def extract(program, file, partitions):
    """The keyed lines of a file, those of one key in one share."""
    shares = [[] for _ in range(partitions)]
    with open(file, "rb") as lines:
        for line in step(program, "extract", "--keyed", "-", stdin=lines):
            shares[zlib.crc32((json.loads(line)["key"] or "").encode()) % partitions].append(line)
    return shares if partitions > 1 else shares[0]


@ray.remote
def compare(program, out, *shares):
    """Compares what shares a key and writes the findings, whole or not at all."""
    found = step(program, "compare", input=b"".join(sorted(line for share in shares for line in share)))
    part = out.with_suffix(".part")
    part.write_bytes(b"".join(found))
    part.rename(out)


def findings(articles, out, partitions, program="claimdiff"):
    """Writes a file of findings for each partition."""
    out.mkdir()
    exchange = extract.options(num_returns=partitions)
    shares = [exchange.remote(program, file, partitions) for file in sorted(articles.glob("*.jsonl"))]
    shares = shares if partitions > 1 else [[share] for share in shares]
    parts = [compare.remote(program, out / f"{at:05}.jsonl", *(share[at] for share in shares)) for at in range(partitions)]
    ray.get(parts)


if __name__ == "__main__":
    articles, out, *partitions = sys.argv[1:]
    ray.init()
    findings(Path(articles), Path(out), int(partitions[0]) if partitions else 64)
