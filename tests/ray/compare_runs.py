"""Runs the adapter of examples/ray with several partitionings, a worker killed in each, and compares the findings with a file.

    python3 compare_runs.py PROGRAM ARTICLES EXPECTED
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ADAPTER = Path(__file__).resolve().parents[2] / "examples" / "ray"
sys.path.insert(0, str(ADAPTER))
os.environ["PYTHONPATH"] = str(ADAPTER)
# Nodes that are no cluster: everything stays on the loopback interface.
os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
import ray  # noqa: E402
from claimdiff_ray import findings  # noqa: E402

FILES_AND_PARTITIONS = [(1, 1), (5, 7), (9, 32)]


def normal(lines):
    """Lines in order. The number of a line that is no article is that in its own file."""
    return sorted(b"no article" if b'"status":"error"' in line else line for line in lines)


def workers():
    """Workers at work that this very process started, by their id."""
    table = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [(int(pid), int(parent), args) for pid, parent, args in (row.split(None, 2) for row in table.splitlines())]
    own = {os.getpid()}
    while more := {pid for pid, parent, _ in rows if parent in own} - own:
        own |= more
    return [pid for pid, _, args in rows if pid in own and args.startswith(("ray::extract", "ray::compare"))]


def kill_one(done):
    """Kills a worker as soon as one works."""
    while not done.is_set():
        for process in workers()[:1]:
            os.kill(process, signal.SIGKILL)
            print(f"killed worker {process}", flush=True)
            return
        time.sleep(0.1)


def main():
    program, articles, expected = sys.argv[1:]
    wanted = normal(Path(expected).read_bytes().splitlines(keepends=True))
    lines = Path(articles).read_bytes().splitlines(keepends=True)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, _node_ip_address="127.0.0.1")
    for files, partitions in FILES_AND_PARTITIONS:
        with tempfile.TemporaryDirectory() as work:
            folder, out = Path(work) / "articles", Path(work) / "findings"
            folder.mkdir()
            for at in range(files):
                (folder / f"{at}.jsonl").write_bytes(b"".join(lines[at::files]))
            done = threading.Event()
            killer = threading.Thread(target=kill_one, args=[done], daemon=True)
            killer.start()
            findings(folder, out, partitions, program)
            done.set()
            killer.join()
            found = normal(line for part in out.glob("*.jsonl") for line in part.read_bytes().splitlines(keepends=True))
        if found != wanted:
            sys.exit(f"{files} files, {partitions} partitions: other findings than one process")
        print(f"Ray, {files} files, {partitions} partitions: {len(found)} lines, the same", flush=True)


if __name__ == "__main__":
    main()
