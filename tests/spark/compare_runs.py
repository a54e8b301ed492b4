"""Runs the adapter of examples/spark on one master with several partitionings and compares the findings with a file.

    python3 compare_runs.py MASTER PROGRAM ARTICLES EXPECTED [--kill-one]
"""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

ADAPTER = Path(__file__).resolve().parents[2] / "examples" / "spark" / "claimdiff_spark.py"
sys.path.insert(0, str(ADAPTER.parent))
from claimdiff_spark import findings  # noqa: E402
from pyspark import SparkConf, SparkContext  # noqa: E402

PARTITIONINGS = [1, 7, 64]


def normal(lines):
    """Lines in order. The number of a line that is no article is that in its own partition."""
    bad = '"status":"error"'
    return sorted(re.sub(r'"line":\d+', '"line":0', line) if bad in line else line for line in lines)


def executors():
    """Processes of executors that this very process started, by their id."""
    own, found = {os.getpid()}, []
    table = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in table.splitlines()]
    grown = True
    while grown:
        more = {int(row[0]) for row in rows if int(row[1]) in own} - own
        own |= more
        grown = bool(more)
    for row in rows:
        if int(row[0]) in own and len(row) > 2 and "CoarseGrainedExecutorBackend" in row[2]:
            found.append(int(row[0]))
    return found


def kill_one(done):
    """Kills an executor as soon as it works, once."""
    while not done.is_set():
        for process in executors():
            time.sleep(1.0)
            os.kill(process, signal.SIGKILL)
            print(f"killed executor {process}", flush=True)
            done.set()
            return
        time.sleep(0.1)


def main():
    master, program, articles, expected, *rest = sys.argv[1:]
    wanted = normal(Path(expected).read_text(encoding="utf-8").splitlines())
    conf = SparkConf().setMaster(master).setAppName("claimdiff test")
    for name, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }.items():
        conf = conf.set(name, value)
    with SparkContext(conf=conf) as sc:
        sc.setLogLevel("ERROR")
        sc.addPyFile(str(ADAPTER))
        for partitions in PARTITIONINGS:
            done = threading.Event()
            killer = threading.Thread(target=kill_one, args=(done,), daemon=True)
            if "--kill-one" in rest and partitions == PARTITIONINGS[-1]:
                killer.start()
            begin = time.monotonic()
            lines = normal(findings(sc, articles, partitions, program).collect())
            if killer.ident is not None:
                if not done.is_set():
                    sys.exit("no executor could be killed while the job ran")
                killer.join()
            if lines != wanted:
                sys.exit(f"{master}, {partitions} partitions: {len(lines)} lines differ from {expected}")
            print(f"{master}, {partitions} partitions: {len(lines)} lines, the same, {time.monotonic() - begin:.1f} s", flush=True)


main()
