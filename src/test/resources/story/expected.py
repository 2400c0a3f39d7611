#!/usr/bin/env python3
"""Works out what the story's plan must say, from the log alone and without pathrank.

    expected.py LOG.gz WAVE...      a wave is a comma-separated list such as "GET /user/<id>"

Prints one figure a line. Fractions are exact; nothing is rounded before the end.
"""
import gzip
import math
import re
import sys
from collections import Counter, defaultdict
from fractions import Fraction

MEMORY_MB = 1536


def endpoint(method, path):
    return method + " " + re.sub(r"/\d+(?=/|$)", "/<id>", path)


def main(log, waves):
    calls = Counter()
    origin = defaultdict(Counter)
    millis = Counter()
    for line in gzip.open(log, "rt"):
        if line.startswith("#"):
            continue
        cell = line.rstrip("\n").split("\t")
        name = endpoint(cell[5], cell[7])
        calls[name] += 1
        if cell[13] in ("Miss", "RefreshHit", "Error"):
            origin[name][cell[0] + "T" + cell[1] + "Z"] += 1
            millis[name] += round(Fraction(cell[18]) * 1000)
    mean = {name: Fraction(millis[name], 1000 * sum(origin[name].values())) for name in origin}
    place = sorted(calls, key=lambda name: -calls[name]).index("GET /user/<id>") + 1
    print("user_place_by_calls", place)
    moved = []
    for number, wave in enumerate(waves, 1):
        moved += wave.split(",")
        rate, runs = Counter(), defaultdict(Fraction)
        for name in moved:
            for second, count in origin[name].items():
                rate[second] += count
                runs[second] += count * mean[name]
        interfaces = {second: run * MEMORY_MB / 1536 for second, run in runs.items()}
        report(number, "concurrency", runs, (100, 200, 2000, 3000))
        report(number, "interfaces", interfaces, (59, 350, 2000))
        report(number, "rate", rate, (1000, 2000))
    steady = [run for second, run in runs_of(origin, mean, "GET /user/<id>") if second < "2017-02-12T16"]
    print("user_steady_concurrency", math.ceil(max(steady)))


def runs_of(origin, mean, name):
    return [(second, count * mean[name]) for second, count in origin[name].items()]


def report(wave, what, by_second, quotas):
    most = max(by_second.values())
    first = min(second for second, amount in by_second.items() if amount == most)
    print(f"wave{wave}_{what}", math.ceil(most))
    print(f"wave{wave}_{what}_most_at", first)
    for quota in quotas:
        above = [second for second, amount in by_second.items() if amount > quota]
        print(f"wave{wave}_{what}_passes_{quota}", min(above) if above else "never")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
