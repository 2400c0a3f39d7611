#!/usr/bin/env python3
"""Works out what the plan must say of each endpoint, from the log alone and without pathrank.

    services.py LOG ERA ORDER      ERA is today or 2017; ORDER lists the endpoints that move, "GET /user/<id>" a line

Prints a line for each endpoint: method, pattern, peak_rps, mean_ms, concurrency, environments, environments_cumulative,
cold_starts, cost_month, environments that pay to be provisioned, calls that would fail by then. Functions have 512 MB.
"""
import heapq
import math
import re
import sys
from collections import Counter, defaultdict, deque
from datetime import datetime, timezone
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NANOS = 10**9
ERAS = {
    "today": dict(start_up=140, idle=600, longest=900, step=1, concurrency=1000, rate=10000, burst=5000, billed=True,
                  timeout=30, gb_second=Fraction("0.0000166667"), gateway=Fraction("1.00"), scale_up=1000,
                  hold=Fraction("0.0000041667"), run=Fraction("0.0000097222")),
    "2017": dict(start_up=140, idle=300, longest=300, step=100, concurrency=100, rate=1000, burst=2000, billed=False,
                 timeout=29, gb_second=Fraction("0.00001667"), gateway=Fraction("3.50"), scale_up=None,
                 hold=None, run=None),
}
GB = Fraction(512, 1024)
MONTH = 30 * 86400


def read(log):
    calls = defaultdict(list)
    first, last = math.inf, 0
    for line in open(log):
        if line.startswith("#"):
            continue
        cell = line.rstrip("\n").split("\t")
        end = int(datetime.fromisoformat(cell[0] + "T" + cell[1]).replace(tzinfo=timezone.utc).timestamp())
        first, last = min(first, end), max(last, end)
        name = cell[3] + " " + re.sub(r"/\d+(?=/|$)", "/<id>", cell[5])
        calls[name].append((end, round(float(cell[11]) * 1000)))
    return calls, first, last


def quantile(mean, known={}):
    """The 99.9 % quantile of a Poisson distribution, summed up in logarithms."""
    if mean not in known:
        number, below = -1, 0.0
        while below < 0.999:
            number += 1
            below += math.exp(-mean + number * math.log(mean) - math.lgamma(number + 1)) if mean else 1
        known[mean] = number
    return known[mean]


def spread(calls):
    """Whole calls, milliseconds of parts and number of parts by second; the end is even over its second."""
    whole, part, parts = Counter(), Counter(), Counter()
    for end, took in calls:
        ms = min(took, 900_000)
        full, rest = divmod(ms, 1000)
        if ms <= 1000:
            before = math.floor(ms * ms / 2000 + 0.5)
            pieces = [(end, ms - before), (end - 1, before)]
        else:
            before = math.floor(rest * rest / 2000 + 0.5)
            pieces = [(end, 500), (end - full - 1, before), (end - full, ms - 500 - (full - 1) * 1000 - before)]
            for second in range(end - full + 1, end):
                whole[second] += 1
        for second, piece in pieces:
            part[second] += piece
            parts[second] += 1 if piece else 0
    return whole, part, parts


def in_flight(whole, part, parts):
    return {second: whole[second] + min(parts[second], quantile(part[second] / 1000))
            for second in set(whole) | set(part)}


def simulate(calls, seconds, era):
    """The most environments that are busy at once within each second, and the number of cold starts."""
    short, long = defaultdict(list), defaultdict(list)
    for end, ms in calls:
        if ms > 1000:
            cut = min(ms, 900_000)
            long[end - cut // 1000].append((cut + 1) // 2 * 2)
        else:
            short[end].append(ms)
    running, idle, most, cold = [], deque(), {}, 0
    for second in sorted(set(seconds) | set(short) | set(long)):
        begin = second * NANOS
        while running and running[0] <= begin:
            idle.append(heapq.heappop(running))
        most[second] = len(running)
        events = []
        for is_long, times in ((False, short.get(second)), (True, long.get(second))):
            if times:
                lasts = min(sum(times) * 10**6 // len(times), era["longest"] * NANOS)
                events += [(begin + i * NANOS // len(times), is_long, lasts) for i in range(len(times))]
        for now, _, lasts in sorted(events):
            while running and running[0] <= now:
                idle.append(heapq.heappop(running))
            while idle and idle[0] + era["idle"] * NANOS < now:
                idle.popleft()
            if idle:
                idle.pop()
            else:
                cold += 1
                lasts += era["start_up"] * 10**6
            heapq.heappush(running, now + lasts)
            most[second] = max(most[second], len(running))
    return most, cold


def paying(sums, window, era):
    """How many environments are busy for more of the time than holding them ready costs."""
    if era["hold"] is None:
        return 0
    share = float(era["hold"] / (era["gb_second"] - era["run"]))
    number = 0
    while True:
        busy = 0.0
        for second in set(sums[0]) | set(sums[1]):
            mean, missing = sums[1][second] / 1000, number + 1 - sums[0][second]
            terms = (math.exp(-mean + k * math.log(mean) - math.lgamma(k + 1)) for k in range(missing))
            below = sum(terms) if mean else 1.0 if missing > 0 else 0.0
            busy += 1 if missing <= 0 else max(0.0, 1 - below)
        if busy <= share * window:
            return number
        number += 1


def billed_seconds(first, last):
    days = last // 86400 - first // 86400 + 1
    whole = first % 86400 <= 3600 and 86400 - last % 86400 <= 3600
    return days * 86400 if whole else last - first + 1


def cost(calls, cold, window, era):
    per_month = Fraction(MONTH, window)
    requests = len(calls) * per_month
    step = era["step"]
    took = sum(-(-ms // step) * step for _, ms in calls) if step > 1 else sum(ms for _, ms in calls)
    seconds = requests * max(Fraction(took, len(calls)), step) / 1000
    seconds += cold * per_month * Fraction(era["start_up"], 1000) if era["billed"] else 0
    dollars = requests * (Fraction("0.20") + era["gateway"]) / 10**6 + seconds * GB * era["gb_second"]
    return (Decimal(dollars.numerator) / Decimal(dollars.denominator)).quantize(Decimal("0.000001"), ROUND_HALF_UP)


class Together:
    """Everything that has moved so far."""

    def __init__(self, era):
        self.era = era
        self.sums = Counter(), Counter(), Counter()
        self.extra, self.needed, self.rate, self.arriving, self.slow = Counter(), {}, Counter(), Counter(), 0
        self.most = 0

    def add(self, calls, sums, flight, busy):
        for mine, more in zip(self.sums, sums):
            mine.update(more)
        for second, most in busy.items():
            self.extra[second] += max(0, most - flight.get(second, 0))
        for second in set(flight) | set(busy):
            whole, part, parts = (each[second] for each in self.sums)
            self.needed[second] = whole + min(parts, quantile(part / 1000)) + self.extra[second]
            self.most = max(self.most, self.needed[second])
        self.rate.update(end for end, _ in calls)
        self.arriving.update(end - min(ms, 900_000) // 1000 if ms > 1000 else end for end, ms in calls)
        self.slow += sum(ms > self.era["timeout"] * 1000 for _, ms in calls)

    def failing(self):
        """Calls that find no environment, no token, or take too long when all of these have moved."""
        fill, throttled, limit = self.era["burst"], Counter(), self.era["concurrency"]
        before = min(self.rate)
        for second in sorted(self.rate):
            full = min(self.era["burst"], fill + (second - before - 1) * self.era["rate"])
            fill = min(self.era["burst"], full + self.era["rate"] - self.rate[second])
            throttled[second] = max(0, -fill)
            fill, before = max(0, fill), second
        lacking = 0
        for second, count in self.arriving.items():
            needed = self.needed.get(second, 0)
            if needed > limit:
                left = max(0, count - throttled[second])
                lacking += math.ceil(left * (needed - limit) / needed)
        return sum(throttled.values()) + lacking + self.slow


def main(log, era_name, order):
    era = ERAS[era_name]
    calls, first, last = read(log)
    window = billed_seconds(first, last)
    together = Together(era)
    for line in open(order):
        name = line.strip()
        its = calls[name]
        sums = spread(its)
        flight = in_flight(*sums)
        busy, cold = simulate(its, flight, era)
        together.add(its, sums, flight, busy)
        mean = Fraction(sum(ms for _, ms in its), len(its))
        print("\t".join(map(str, [
            name, max(Counter(end for end, _ in its).values()), math.floor(mean + Fraction(1, 2)), max(flight.values()),
            max(max(flight.values()), max(busy.values())), together.most, cold, cost(its, cold, window, era),
            paying(sums, window, era), together.failing()])))


if __name__ == "__main__":
    main(*sys.argv[1:])
