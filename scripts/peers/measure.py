"""Time and number of values found, per library, on one text: python3 measure.py TEXT CLAIMDIFF PEERS."""

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path

text_file, program, peers = sys.argv[1:]
text = Path(text_file).read_text(encoding="utf-8")
paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def claimdiff():
    done = subprocess.run([program, "extract", "--mentions", "--format", "jsonl", text_file],
                          capture_output=True, check=True)
    return done.stdout.count(b"\n")


def text2num():
    module = importlib.import_module("text_to_num")
    changed = [module.alpha2digit(paragraph, "en") for paragraph in paragraphs]
    return sum(a != b for a, b in zip(changed, paragraphs)), "paragraphs changed"


def dateparser():
    search = importlib.import_module("dateparser.search")
    return sum(len(search.search_dates(paragraph, languages=["en"]) or []) for paragraph in paragraphs)


def quantulum3():
    parser = importlib.import_module("quantulum3.parser")
    return sum(len(parser.parse(paragraph)) for paragraph in paragraphs)


def duckling():
    duck = importlib.import_module("duckling").DucklingWrapper()
    return sum(len(duck.parse(paragraph)) for paragraph in paragraphs)


def chrono():
    script = (
        "const chrono=require('chrono-node');const fs=require('fs');let n=0;"
        "for(const p of JSON.parse(fs.readFileSync(0)))n+=chrono.parse(p).length;console.log(n)"
    )
    done = subprocess.run(["node", "-e", script], input=json.dumps(paragraphs).encode(), cwd=peers,
                          capture_output=True, check=True)
    return int(done.stdout)


print(f"{len(text.encode())} bytes of English in {len(paragraphs)} paragraphs, one thread\n")
print("| what | finds | found | seconds, start included | KB a second |")
print("|---|---|---|---|---|")
for name, finds, measured in [
    ("claimdiff", "numbers, money, measures, dates, times, with hedges", claimdiff),
    ("text2num", "numbers in words", text2num),
    ("dateparser", "dates", dateparser),
    ("quantulum3", "quantities with units", quantulum3),
    ("duckling (wheel)", "numbers, quantities, dates", duckling),
    ("chrono-node", "dates", chrono),
]:
    begin = time.monotonic()
    try:
        found = measured()
    except Exception as error:  # whatever a library that is not there, or broken, says
        print(f"| {name} | {finds} | not run: {type(error).__name__} | | |")
        continue
    seconds = time.monotonic() - begin
    found = " ".join(map(str, found)) if isinstance(found, tuple) else found
    print(f"| {name} | {finds} | {found} | {seconds:.2f} | {len(text.encode()) / 1000 / seconds:.0f} |")
