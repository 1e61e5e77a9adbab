#!/usr/bin/python3
"""Reference values of the worksheet functions without probability models, by definition and not by formula.

Writes test/functions/reference/values.json: [{"id", "args": blocks or null, "value": block}, ...].
Nothing here repeats how the product calculates: infinite sums are added term by term until nothing moves, break-evens
and pay-back times are found by bisection on those sums, optima by search, elasticities by difference quotients, Markov
values by stepping through the periods, Gini by comparing every pair, cohorts and Kaplan-Meier by counting customers
again for every cell. All with 50 digits, so that what differs is the product's.

Run: /usr/bin/python3 scripts/functions/referenceValues.py
"""
import datetime
import json
import random
from pathlib import Path

from mpmath import exp, log, log1p, mp, mpf, sqrt

mp.dps = 50
OUT = Path(__file__).resolve().parents[2] / "test" / "functions" / "reference" / "values.json"
RNG = random.Random(20261126)
EPOCH = datetime.date(1899, 12, 30)
cases = []


def say(function, args, value):
    """One call: scalars become blocks of one cell, lists columns; None is an argument left out."""
    def block(given):
        if given is None:
            return None
        if not isinstance(given, list):
            return [[given]]
        return given if given and isinstance(given[0], list) else [[cell] for cell in given]

    def plain(cell):
        return float(cell) if isinstance(cell, mpf) else cell

    result = [[plain(cell) for cell in row] for row in block(value)]
    cases.append({"id": function, "args": [block(arg) for arg in args], "value": result})


def uniform(low, high, digits=4):
    return round(RNG.uniform(low, high), digits)


def payments(margin, retention, discount, timing, periods=None, growth=0):
    """The sum of the table of timings, payment by payment."""
    m, r, d, g = mpf(margin), mpf(retention), mpf(discount), mpf(growth)
    total, t = mpf(0), 1
    while periods is None or t <= periods:
        renewals = t - 1 if timing in (0, 1) else t
        wait = t - 1 if timing in (1, 3) else t
        term = m * r**renewals * (1 + g) ** wait / (1 + d) ** wait
        total += term
        if periods is None and abs(term) <= abs(total) * mpf(10) ** -40:
            return total
        t += 1
    return total


def bisect(rises, low, high):
    low, high = mpf(low), mpf(high)
    for _ in range(90):
        middle = (low + high) / 2
        if rises(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def maximum(value, low, high):
    """Ternary search for the top of a curve with one top."""
    low, high = mpf(low), mpf(high)
    for _ in range(260):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if value(a) < value(b):
            low = a
        else:
            high = b
    return (low + high) / 2


def retention_theme():
    for _ in range(12):
        m, r, d, g = uniform(-50, 500), uniform(0.2, 0.97), uniform(0.03, 0.4), uniform(-0.1, 0.02)
        cost, n = uniform(0, 99), RNG.randrange(1, 40)
        for timing in range(4):
            value = payments(m, r, d, timing)
            say("RETENTION", [m, r, d, timing, cost], value - mpf(cost))
            say("MULTIPLE", [r, d, timing, g], payments(1, r, d, timing, growth=g))
            say("FINITE", [m, r, d, n, timing, cost], payments(m, r, d, timing, n) - mpf(cost))
            say("GROWTH", [m, g, r, d, timing], payments(m, r, d, timing, growth=g))
            margins = [uniform(-20, 80) for _ in range(RNG.randrange(2, 8))]
            rates = [uniform(0.3, 1) for _ in margins]
            total, there = mpf(0), mpf(1)
            for t, margin in enumerate(margins, 1):
                if timing in (2, 3):
                    there *= mpf(rates[t - 1])
                wait = t if timing in (0, 2) else t - 1
                total += mpf(margin) * there / (1 + mpf(d)) ** wait
                if timing in (0, 1):
                    there *= mpf(rates[t - 1])
            say("NPV", [d, margins, rates, timing, cost], total - mpf(cost))
            lines, total = [], mpf(0)
            for t in range(1, n + 1):
                wait, renewals = (t if timing in (0, 2) else t - 1), (t - 1 if timing in (0, 1) else t)
                there, factor = mpf(r) ** renewals, 1 / (1 + mpf(d)) ** wait
                total += mpf(m) * there * factor
                lines.append([wait, there, mpf(m) * there, factor, mpf(m) * there * factor, total])
            say("CASHFLOW", [m, r, d, n, timing], lines)
        say("RESIDUAL", [m, r, d], payments(m, r, d, 3))
        days = sorted(RNG.randrange(40000, 42000) for _ in range(6))
        flows = [uniform(-500, 500) for _ in days]
        value = sum(mpf(f) * mpf(r) ** (mpf(day - days[0]) / 365) / (1 + mpf(d)) ** (mpf(day - days[0]) / 365)
                    for f, day in zip(flows, days))
        say("XNPV", [d, flows, days, r], value)
        kinds = [uniform(0.1, 0.95) for _ in range(4)]
        sizes, tenure = [RNG.randrange(1, 9000) for _ in kinds], RNG.randrange(0, 12)
        left = [mpf(size) * mpf(kind) ** tenure for size, kind in zip(sizes, kinds)]
        worth = sum(w * payments(m, kind, d, 3) for w, kind in zip(left, kinds)) / sum(left)
        say("MIXTURE", [m, kinds, sizes, d, tenure], worth)
        n = RNG.choice([2, 4, 12, 52, 365])
        say("RATE", [d, n], bisect(lambda i: (1 + i) ** n < 1 + mpf(d), 0, 1))
        say("RATE", [d, n, True], log(1 + mpf(d)) / n)
        say("CHURNRATE.PERIODS", [round(1 - r, 4), n], 1 - (1 - mpf(round(1 - r, 4))) ** n)
        say("RETENTIONRATE.PERIODS", [r, 0.25], sqrt(sqrt(mpf(r))))
        say("CONTINUOUS", [m, d, round(1 - r, 4)], mpf(m) / (mpf(d) + mpf(round(1 - r, 4))))
        say("LIFESPAN.MEDIAN", [r], bisect(lambda t: mpf(r) ** t > 0.5, 0, 100))
        for timing in range(4):
            for of, at in (("retention", 0), ("discount", 1), ("margin", None)):
                step, point = mpf(10) ** -15, [mpf(r), mpf(d)]
                if at is None:
                    say("ELASTICITY", [r, d, of, timing], mpf(1))
                    continue
                up, down = list(point), list(point)
                up[at] *= 1 + step
                down[at] *= 1 - step
                slope = (payments(1, *up, timing) - payments(1, *down, timing)) / (2 * step)
                say("ELASTICITY", [r, d, of, timing], slope / payments(1, r, d, timing))


def historic():
    for _ in range(6):
        days = [RNG.randrange(40000, 45000) for _ in range(7)]
        amounts, margin, rate = [uniform(-20, 400, 2) for _ in days], uniform(-0.2, 1), uniform(0, 0.3)
        as_of = max(days) + RNG.randrange(0, 400)
        value = sum(mpf(a) * (1 + mpf(rate)) ** (mpf(as_of - day) / 365) for a, day in zip(amounts, days))
        say("HISTORIC", [amounts, margin, days, rate, as_of], mpf(margin) * value)
    # The catalogue's example: payments 5 ... 1 periods old at 1.25 % a period, here periods of 365 days.
    days = [43000, 43365, 43730, 44095, 44460]
    amounts = [800, 50, 50, 30, 20]
    value = sum(mpf(a) * mpf("1.0125") ** age for a, age in zip(amounts, (5, 4, 3, 2, 1)))
    say("HISTORIC", [amounts, 0.3, days, 0.0125, 44825], mpf(3) / 10 * value)


def migration():
    for size in (2, 3, 5):
        for _ in range(5):
            chain = []
            for _ in range(size):
                weights = [RNG.randrange(0, 50) for _ in range(size)]
                # A row that lacks something to 1 leaves for good.
                total = sum(weights) + RNG.randrange(0, 30) + 1
                chain.append([weight / total for weight in weights])
            payoffs, d = [uniform(-10, 90, 1) for _ in range(size)], uniform(0.1, 0.5)
            exact = [[mpf(p) for p in row] for row in chain]

            def value(periods):
                """Start in each state and walk: the expected payoff of every period, discounted."""
                worths = []
                for start in range(size):
                    where, worth = [mpf(int(i == start)) for i in range(size)], mpf(0)
                    for t in range(periods + 1):
                        worth += sum(w * mpf(r) for w, r in zip(where, payoffs)) / (1 + mpf(d)) ** t
                        where = [sum(where[i] * exact[i][j] for i in range(size)) for j in range(size)]
                    worths.append(worth)
                return worths

            say("MARKOV", [chain, payoffs, d], value(700))
            for periods in (0, 1, 7):
                say("MARKOV", [chain, payoffs, d, periods], value(periods))
            start = [RNG.randrange(0, 100) for _ in range(size)]
            where = [mpf(s) for s in start]
            for _ in range(6):
                where = [sum(where[i] * exact[i][j] for i in range(size)) for j in range(size)]
            say("MARKOV.STATE", [chain, [start], 6], [where])
    for _ in range(8):
        buys = [uniform(0, 0.5, 2) for _ in range(5)]
        payoffs, d = [40.0] + [uniform(-12, 6, 1) for _ in range(4)], 0.2
        worths = [mpf(0)]
        for cut in range(1, 6):
            where, worth = [mpf(1)] + [mpf(0)] * 4, mpf(0)
            for t in range(500):
                worth += sum(where[i] * mpf(payoffs[i]) for i in range(cut)) / (1 + mpf(d)) ** t
                next_ = [mpf(0)] * 5
                for i in range(cut):
                    next_[0] += where[i] * mpf(buys[i])
                    if i + 1 < cut:
                        next_[i + 1] += where[i] * (1 - mpf(buys[i]))
                where = next_
            worths.append(worth)
        say("RECENCY.CUTOFF", [buys, payoffs, d], worths.index(max(worths)))


def survival():
    for _ in range(8):
        lengths = [RNG.randrange(1, 9) for _ in range(14)]
        left = [RNG.random() < 0.6 for _ in lengths]
        lines, there, spread = [], mpf(1), mpf(0)
        for time in sorted({t for t, gone in zip(lengths, left) if gone}):
            at_risk = sum(t >= time for t in lengths)
            gone = sum(t == time and g for t, g in zip(lengths, left))
            there *= 1 - mpf(gone) / at_risk
            spread += mpf(gone) / at_risk / (at_risk - gone) if gone < at_risk else 0
            error = there * sqrt(spread) if gone < at_risk else ""
            lines.append([time, there, error, at_risk, gone])
        if lines:
            say("KAPLANMEIER", [lengths, left], lines)
            times = [0, 0.5, 3, 4.5, 100]
            at = [next((s for t, s, *_ in reversed(lines) if t <= time), mpf(1)) for time in times]
            say("KAPLANMEIER", [lengths, left, times], at)
        counts = sorted((RNG.randrange(1, 5000) for _ in range(6)), reverse=True)
        curve = [mpf(c) / counts[0] for c in counts]
        d = uniform(0, 0.3)
        say("SURVIVAL", [counts], curve)
        say("RETENTION.CURVE", [counts], [b / a for a, b in zip(curve, curve[1:])])
        floats = [float(s) for s in curve]
        say("TENURE", [floats, d], sum(mpf(s) / (1 + mpf(d)) ** t for t, s in enumerate(floats)))


def month_of(serial):
    day = EPOCH + datetime.timedelta(serial)
    return day.year * 12 + day.month - 1


def cohorts():
    who = [RNG.choice("abcdefghij") for _ in range(60)]
    days = [RNG.randrange(45000, 45260) for _ in who]
    spent = [RNG.randrange(1, 500) for _ in who]
    periods = {
        "month": (month_of, lambda p: (datetime.date(p // 12, p % 12 + 1, 1) - EPOCH).days),
        "quarter": (lambda s: month_of(s) // 3, lambda p: (datetime.date(p // 4, p % 4 * 3 + 1, 1) - EPOCH).days),
        "year": (lambda s: month_of(s) // 12, lambda p: (datetime.date(p, 1, 1) - EPOCH).days),
        "week": (lambda s: s - (EPOCH + datetime.timedelta(s)).weekday(), lambda p: p),
    }
    for unit, (period, start) in periods.items():
        step = 7 if unit == "week" else 1
        born = {c: min(period(day) for w, day in zip(who, days) if w == c) for c in who}
        first, last = min(born.values()), max(period(day) for day in days)
        ages = range((last - first) // step + 1)
        for measure in ("active", "share", "revenue", "cumulative"):
            lines = [["cohort", "customers", *ages]]
            for birth in sorted(set(born.values())):
                members = [c for c in born if born[c] == birth]
                line = [start(birth), len(members)]
                for age in ages:
                    at = birth + age * step
                    rows = [(w, s) for w, day, s in zip(who, days, spent) if w in members and period(day) == at]
                    so_far = [s for w, day, s in zip(who, days, spent) if w in members and period(day) <= at]
                    active = len({w for w, _ in rows})
                    value = {"active": mpf(active), "share": mpf(active) / len(members),
                             "revenue": mpf(sum(s for _, s in rows)),
                             "cumulative": mpf(sum(so_far)) / len(members)}[measure]
                    line.append("" if at > last else value)
                lines.append(line)
            say("COHORT", [who, days, spent, unit, measure], lines)


def acquisition():
    for _ in range(8):
        m, r, d = uniform(20, 200), uniform(0.3, 0.95), uniform(0.02, 0.3)
        for timing in range(4):
            all_of_it = payments(m, r, d, timing)
            cost = round(float(all_of_it) * RNG.uniform(0.1, 0.9), 2)
            # Between two payments the customer's value grows along the curve the payments lie on.
            q, one = mpf(r) / (1 + mpf(d)), payments(m, r, d, timing, 1)
            say("PAYBACK", [cost, m, r, d, timing],
                bisect(lambda n: one * (1 - q**n) / (1 - q) < mpf(cost), 0, 2000))
            def worth(x):
                return payments(m, x, d, timing)
            needed = bisect(lambda x: worth(x) < mpf(cost), 0, mpf(1) - mpf(10) ** -6) \
                if worth(mpf(0)) < mpf(cost) else mpf(0)
            say("BREAKEVEN.RETENTION", [m, cost, d, timing], needed)
            say("BREAKEVEN.CHURN", [m, cost, d, timing], 1 - needed)
            say("BREAKEVEN.MARGIN", [r, cost, d, timing],
                bisect(lambda x: payments(x, r, d, timing) < mpf(cost), 0, 100000))
        say("MAXCAC", [m, r, d, 3], payments(m, r, d, 1) / 3)
        ceiling, spend_now, spend = uniform(0.3, 0.9), uniform(1, 30), uniform(0, 80)
        rate_now = round(ceiling * RNG.uniform(0.1, 0.8), 4)
        k = bisect(lambda k: mpf(ceiling) * (1 - exp(-k * mpf(spend_now))) < mpf(rate_now), 0, 100)
        def rate(x):
            return mpf(ceiling) * (1 - exp(-k * x))
        say("RESPONSE", [spend, ceiling, rate_now, spend_now], rate(mpf(spend)))
        clv = uniform(50, 900)
        say("OPTIMAL.ACQUISITION", [clv, ceiling, rate_now, spend_now],
            maximum(lambda x: rate(x) * mpf(clv) - x, 0, clv))
        # Blattberg & Deighton's equity of retention: a (m - R/r) r' / (1 - r'), r' = r / (1 + d).
        def equity(x):
            kept = rate(x) / (1 + mpf(d))
            return (mpf(m) * rate(x) - x) / rate(x) * kept / (1 - kept) if x > 0 else mpf(0)
        say("OPTIMAL.RETENTION", [m, d, ceiling, rate_now, spend_now], maximum(equity, 0, m))
        a, initial, cost = uniform(0, 0.1), uniform(-5, 20), uniform(0, 3)
        say("PROSPECT", [a, initial, clv, cost], mpf(a) * (mpf(initial) + mpf(clv)) - mpf(cost))
        say("BREAKEVEN.ACQUISITION", [initial, clv, cost],
            bisect(lambda x: x * (mpf(initial) + mpf(clv)) < mpf(cost), 0, 1))
        joiners = [RNG.randrange(0, 50) for _ in range(5)]
        value = 1000 + sum(mpf(n) * (mpf(clv) - mpf(cost)) / (1 + mpf(d)) ** t for t, n in enumerate(joiners, 1))
        say("EQUITY.DYNAMIC", [1000, joiners, clv, cost, d], value)
        first, second = [[uniform(1, 90, 1) for _ in range(3)] for _ in range(4)], [[7, 5]]
        value = sum((mpf(v) - 3) / (1 + mpf(d)) ** (t + 1) for block in (first, second)
                    for t, row in enumerate(block) for v in row)
        say("REFERRAL", [first, second, 3, d], value)
        s1, s0 = uniform(0.3, 0.6), uniform(0, 0.3)
        offer = bisect(lambda x: (mpf(s1) - mpf(s0)) * mpf(clv) - mpf(s1) * x - 2 > 0, -1000, 2000)
        say("MAXOFFER", [clv, s1, s0, 2], offer)
        say("SAVEOFFER", [clv, s1, s0, cost, 2], (mpf(s1) - mpf(s0)) * mpf(clv) - mpf(s1) * mpf(cost) - 2)


def segments():
    for n in (5, 11, 40):
        values = [RNG.randrange(0, 25) for _ in range(n)]
        for bins in (2, 4, 5):
            scores = [bins * sum(other < v for other in values) // n + 1 for v in values]
            say("RFM.SCORE", [values, bins], scores)
            say("QUANTILE", [values, bins], scores)
            say("RFM.SCORE", [values, bins, 1], [bins * sum(o > v for o in values) // n + 1 for v in values])
        total = mpf(sum(values))
        say("GINI", [values], sum(abs(a - b) for a in values for b in values) / (2 * n * total))
        say("HERFINDAHL", [values], sum((v / total) ** 2 for v in values))
        ranked = sorted(values, reverse=True)
        for top in (0.1, 0.2, 0.5):
            share, part = mpf(0), mpf(round(top * 10)) / 10 * n
            for v in ranked:
                share += v * min(max(part, 0), 1)
                part -= 1
            say("CONCENTRATION", [values, top], share / total)
        profit = [RNG.randrange(-10, 60) + 5 for _ in range(n)]
        best = sorted(profit, reverse=True)
        say("WHALE", [profit], [[mpf(i + 1) / n, mpf(sum(best[: i + 1])) / sum(best)] for i in range(n)])
        before, after = ([RNG.choice([0, 0, 5, 9, 12]) for _ in range(n)] for _ in range(2))
        kinds = {"new": lambda b, a: b == 0 < a, "lost": lambda b, a: a == 0 < b, "up": lambda b, a: 0 < b < a,
                 "down": lambda b, a: 0 < a < b, "same": lambda b, a: 0 < a == b}
        lines = []
        for kind, holds in kinds.items():
            pairs = [(b, a) for b, a in zip(before, after) if holds(b, a)]
            b, a = sum(p[0] for p in pairs), sum(p[1] for p in pairs)
            lines.append([kind, len(pairs), b, a, a - b])
        say("UPDOWN", [before, after], lines)
    profit = RNG.sample(range(-20, 300), 23)
    orders, spend = [RNG.randrange(1, 9) for _ in profit], [abs(p) * 2 + 3 for p in profit]
    ranked, lines, so_far = sorted(range(23), key=lambda i: -profit[i]), [], 0
    for k in range(10):
        # The customer of rank i (from 0) is in tenth floor(10 i / N): N = 23 gives 3 2 2 3 2 2 3 2 2 2.
        members = [i for rank, i in enumerate(ranked) if rank * 10 // 23 == k]
        p, o, s = (sum(values[i] for i in members) for values in (profit, orders, spend))
        so_far += p
        lines.append([k + 1, len(members), p, mpf(p) / sum(profit), mpf(so_far) / sum(profit),
                      mpf(o) / len(members), mpf(s) / o, mpf(p) / s])
    say("DECILE", [profit, orders, spend], lines)


def trends():
    for _ in range(6):
        n = RNG.randrange(3, 9)
        values, times = [uniform(-50, 300) for _ in range(n)], sorted(RNG.sample(range(40), n))
        # The mean slope of all pairs, weighted by the squared distance in time, is the least-squares slope.
        pairs = [(i, j) for i in range(n) for j in range(i)]
        weight = sum(mpf(times[i] - times[j]) ** 2 for i, j in pairs)
        slope = sum(mpf(times[i] - times[j]) * (mpf(values[i]) - mpf(values[j])) for i, j in pairs) / weight
        say("TREND", [values, times], slope)
        first, last = uniform(10, 90), uniform(10, 400)
        say("CAGR", [first, last, n], bisect(lambda g: mpf(first) * (1 + g) ** n < mpf(last), -1, 40))
        churn, growth, base = uniform(0, 0.3), uniform(-0.1, 0.2), RNG.randrange(100, 9000)
        start, lines = mpf(base), []
        for period in range(1, 7):
            end, gone = start * (1 + mpf(growth)), start * mpf(churn)
            lines.append([period, start, gone, end - (start - gone), end])
            start = end
        say("REPLACEMENT.PLAN", [base, churn, 6, growth], lines)
        there, total, lines = mpf(base), mpf(0), []
        for period in range(1, 7):
            earned = there * 25 * mpf(1.5)
            total += earned
            lines.append([period, there, earned, total])
            there = there - there * mpf(churn) + 40
        say("FORECAST", [base, churn, 25, 1.5, 6, 40], lines)
        days = [RNG.randrange(45000, 45400) for _ in range(7)] * 2
        gaps = [b - a for a, b in zip(sorted(set(days)), sorted(set(days))[1:])]
        say("ORDERINTERVAL", [days], mpf(sum(gaps)) / len(gaps))
        fees, often = [uniform(1, 900, 2) for _ in range(5)], [RNG.choice([1, 4, 12]) for _ in range(5)]
        say("ARR", [fees, often], sum(mpf(f) * o for f, o in zip(fees, often)))
        say("MRR", [fees, often], sum(mpf(f) * o / 12 for f, o in zip(fees, often)))


for theme in (retention_theme, historic, migration, survival, cohorts, acquisition, segments, trends):
    theme()
OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")
print(len(cases), "calls of", len({case["id"] for case in cases}), "functions")
