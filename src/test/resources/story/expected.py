#!/usr/bin/env python3
"""Works out what the story's plan must say, from the log alone and without pathrank.

    expected.py LOG.gz WAVE...      a wave is a comma-separated list such as "GET /user/<id>"

Prints one figure a line. The quotas are those of early 2017, the functions have 1,536 MB and run in a /26.
"""
import gzip
import heapq
import math
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime, timezone

START_UP_MS, IDLE_S = 12_140, 300
CAPACITY = {"concurrency": 100, "interfaces": 350, "addresses": 59}
RATE, BURST = 1000, 2000


def endpoint(method, path):
    return method + " " + re.sub(r"/\d+(?=/|$)", "/<id>", path)


def read(log):
    calls, origin = Counter(), defaultdict(list)
    for line in gzip.open(log, "rt"):
        if line.startswith("#"):
            continue
        cell = line.rstrip("\n").split("\t")
        name = endpoint(cell[5], cell[7])
        calls[name] += 1
        if cell[13] in ("Miss", "RefreshHit", "Error"):
            end = datetime.fromisoformat(cell[0] + "T" + cell[1]).replace(tzinfo=timezone.utc)
            origin[name].append((int(end.timestamp()), round(float(cell[18]) * 1000)))
    return calls, origin


def quantile(mean):
    """The 99.9 % quantile of a Poisson distribution, summed up in logarithms."""
    number, below = -1, 0.0
    while below < 0.999:
        number += 1
        below += math.exp(-mean + number * math.log(mean) - math.lgamma(number + 1)) if mean else 1
    return number


def half_up(ms):
    return math.floor(ms + 0.5)


def spread(calls):
    """For each second: calls that cover it, milliseconds and number of those that cover a part of it.

    The end of a call is spread evenly over its second.
    """
    whole, part, parts = Counter(), Counter(), Counter()
    for end, ms in calls:
        full, rest = divmod(ms, 1000)
        if ms <= 1000:
            before = half_up(ms * ms / 2000)
            pieces = [(end, ms - before), (end - 1, before)]
        else:
            before = half_up(rest * rest / 2000)
            pieces = [(end, 500), (end - full - 1, before), (end - full, ms - 500 - (full - 1) * 1000 - before)]
            for second in range(end - full + 1, end):
                whole[second] += 1
        for second, piece in pieces:
            part[second] += piece
            parts[second] += 1 if piece else 0
    return whole, part, parts


def figure(whole, part, parts, second):
    return whole[second] + min(parts[second], quantile(part[second] / 1000))


def arrivals(calls):
    """For each second the calls that the simulation starts in it: how many short and long ones, and their times."""
    found = defaultdict(lambda: {False: [], True: []})
    for end, ms in calls:
        is_long = ms > 1000
        found[end - ms // 1000 if is_long else end][is_long].append(ms)
    return found


def busy(calls, seconds):
    """The most environments that are busy at once within each second; calls of a second are spread evenly."""
    running, idle, most = [], [], {}
    starts = arrivals(calls)

    def free(now):
        while running and running[0] <= now:
            idle.append(heapq.heappop(running))

    for second in sorted(set(seconds) | set(starts)):
        free(second)
        most[second] = len(running)
        events = []
        for is_long, times in starts[second].items():
            mean = sum(times) / len(times) / 1000 if times else 0
            events += [(second + i / len(times), is_long, mean) for i in range(len(times))]
        for now, _, lasts in sorted(events):
            free(now)
            while idle and idle[0] + IDLE_S < now:
                idle.pop(0)
            cold = not idle
            if not cold:
                idle.pop()
            heapq.heappush(running, now + lasts + (START_UP_MS / 1000 if cold else 0))
            most[second] = max(most[second], len(running))
    return most


def at(second):
    return datetime.fromtimestamp(second, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(log, waves):
    calls, origin = read(log)
    print("user_place_by_calls", sorted(calls, key=lambda name: -calls[name]).index("GET /user/<id>") + 1)
    extra = {}
    for name, its in origin.items():
        sums = spread(its)
        most = busy(its, sums[1])
        figures = {second: figure(*sums, second) for second in most}
        extra[name] = {second: max(0, most[second] - figures[second]) for second in most}
        if name in [each for wave in waves for each in wave.split(",")]:
            word = name.split("/")[-2]
            print(word + "_concurrency", max(figures.values()))
            print(word + "_environments", max(max(figures[second], most[second]) for second in most))
    moved = []
    for number, wave in enumerate(waves, 1):
        moved += wave.split(",")
        together = [call for name in moved for call in origin[name]]
        sums = spread(together)
        needed = Counter()
        for second in set(sums[0]) | set(sums[1]):
            needed[second] = figure(*sums, second) + sum(extra[name].get(second, 0) for name in moved)
        report(f"wave{number}_environments", needed, CAPACITY.values())
        rate = Counter(end for end, _ in together)
        fill, throttled = BURST, Counter()
        for second in range(min(rate), max(rate) + 1):
            fill = min(BURST, fill + RATE - rate[second])
            throttled[second] = max(0, -fill)
            fill = max(0, fill)
        refused(f"wave{number}_rate", throttled)
        arriving = {second: sum(map(len, kinds.values())) for second, kinds in arrivals(together).items()}
        for what, limit in CAPACITY.items():
            lacking = Counter()
            for second, count in arriving.items():
                if needed[second] > limit:
                    left = max(0, count - throttled[second])
                    lacking[second] = math.ceil(left * (needed[second] - limit) / needed[second])
            refused(f"wave{number}_{what}", lacking)


def report(what, by_second, quotas):
    most = max(by_second.values())
    print(what, most)
    print(what + "_most_at", at(min(second for second, amount in by_second.items() if amount == most)))
    for quota in quotas:
        print(f"{what}_pass_{quota}", at(min(second for second, amount in by_second.items() if amount > quota)))


def refused(what, by_second):
    minutes = Counter()
    for second, count in by_second.items():
        minutes[second // 60 * 60] += count
    worst = max(minutes.values(), default=0)
    print(what + "_refused", sum(minutes.values()))
    print(what + "_refused_in_a_minute", worst)
    if worst:
        print(what + "_worst_minute", at(min(minute for minute, count in minutes.items() if count == worst)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
