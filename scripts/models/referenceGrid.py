#!/usr/bin/python3
"""Reference values of the probability models in high-precision arithmetic (mpmath), by the textbook formulas.

Writes test/models/reference/<function>.json: {"columns": [...], "rows": [[arguments..., value], ...]}.
The textbook formulas (hypergeometric functions, differences, divisions by a - 1 and s - 1) are exactly what the
product avoids; here they are safe because they run with 100 digits, and removable singularities are approached to
1e-40. Points are the corners of the domain and a seeded sample of it.

Run: /usr/bin/python3 scripts/models/referenceGrid.py [function ...]
"""
import json
import random
import sys
from pathlib import Path

from mpmath import beta, betainc, digamma, exp, expm1, hyp2f1, hyperu, log, log1p, loggamma, mp, mpf, polygamma, quad, sqrt

mp.dps = 100
NUDGE = mpf(10) ** -40
OUT = Path(__file__).resolve().parents[2] / "test" / "models" / "reference"

SHAPES = [1e-3, 0.01, 0.1, 0.25, 0.5, 0.8, 1 - 1e-9, 1.0, 1 + 1e-7, 1.5, 2.0, 4.0, 10.0, 300.0, 1e4]
SCALES = [1e-3, 0.1, 1.0, 4.4, 10.0, 300.0, 1e4]
ORDERS = [0, 0, 1, 2, 7, 30, 132, 133, 300, 1000]
AGES = [1e-3, 1.0, 38.86, 1000.0, 1e6]
TIMES = [1e-3, 1.0, 39.0, 1000.0, 1e6]
DELTAS = [1e-6, 1e-4, 0.0027, 0.1, 3.0]


def nudged(value, pole=1):
    """A double as an exact number; at a removable singularity, a hair beside it."""
    exact = mpf(value)
    return exact + NUDGE if exact == pole else exact


def customers(rng, count):
    for _ in range(count):
        x, age = rng.choice(ORDERS), rng.choice(AGES)
        share = 0.0 if x == 0 else rng.choice([1e-6, 0.3, 0.5, 0.999, 1.0])
        yield x, share * age, age


# --- BG/NBD and MBG/NBD -------------------------------------------------------------------------------------------

def bg_parts(p, x, tx, age, mbg):
    r, al, a, b = map(mpf, p)
    tx, age = mpf(tx), mpf(age)
    base = loggamma(r + x) - loggamma(r) + r * log(al)
    off = 1 if mbg else 0
    still = exp(base - (r + x) * log(al + age)) * beta(a, b + x + off) / beta(a, b)
    if x == 0 and not mbg:
        return still, mpf(0)
    left = exp(base - (r + x) * log(al + tx)) * beta(a + 1, b + x - 1 + off) / beta(a, b)
    return still, left


def bg_ll(p, x, tx, age, mbg):
    return log(sum(bg_parts(p, x, tx, age, mbg)))


def bg_alive(p, x, tx, age, mbg):
    still, left = bg_parts(p, x, tx, age, mbg)
    return still / (still + left)


def bg_orders(shape, odds, a, b):
    """E[(1 - (1 + p odds)^-shape) / p] in closed form."""
    a, b = nudged(a), mpf(b)
    if a + b == 1:
        b += NUDGE
    z = odds / (1 + odds)
    try:
        return (a + b - 1) / (a - 1) * (1 - (1 + odds) ** (-shape) * hyp2f1(shape, b, a + b - 1, z, maxprec=4000))
    except ValueError:
        return bg_orders_integral(shape, odds, a, b)


def bg_orders_integral(shape, odds, a, b):
    """The same as an integral over logit p, for the points where mpmath's own 2F1 gives up."""
    with mp.workdps(30):
        def f(y):
            p, q = 1 / (1 + exp(-y)), 1 / (1 + exp(y))
            return p ** a * q ** b / beta(a, b) * -expm1(-shape * log1p(p * odds)) / p
        centre, spread = log(a / b), sqrt(1 / a + 1 / b)
        edges = {centre, -log(shape * odds), -log(odds), mpf(0)}
        for k in range(-12, 13):
            edges.add(centre + k * spread)
        for k in range(1, 18):
            edges.add(-mpf(2) ** k)
            edges.add(mpf(2) ** k)
        low, high = centre - 75 / a - 12 * spread, centre + 75 / b + 12 * spread
        points = sorted({low, high} | {e for e in edges if low < e < high})
        return quad(f, points)


def bg_expected(p, t, mbg):
    r, al, a, b = map(mpf, p)
    odds = mpf(t) / al
    return b / (a + b) * bg_orders(r, odds, a, b + 1) if mbg else bg_orders(r, odds, a, b)


def bg_conditional(p, t, x, tx, age, mbg):
    r, al, a, b = map(mpf, p)
    shape, odds = r + x, mpf(t) / (al + mpf(age))
    return bg_alive(p, x, tx, age, mbg) * bg_orders(shape, odds, a, b + x + (1 if mbg else 0))


def bg_pmf(p, n, t, mbg):
    mp.dps = 800  # for 1 - the sum of all smaller counts
    try:
        return bg_pmf_sum(list(map(mpf, p)), n, mpf(t), mbg)
    finally:
        mp.dps = 100


def bg_pmf_sum(p, n, t, mbg):
    r, al, a, b = p
    nb = lambda j: exp(loggamma(r + j) - loggamma(r) - loggamma(j + 1)) * (al / (al + t)) ** r * (t / (al + t)) ** j
    off = 1 if mbg else 0
    value = beta(a, b + n + off) / beta(a, b) * nb(n)
    if n > 0 or mbg:
        tail, term = mpf(1), (al / (al + t)) ** r
        for j in range(n):
            tail -= term
            term *= (r + j) / (j + 1) * (t / (al + t))
        value += beta(a + 1, b + n - 1 + off) / beta(a, b) * tail
    return value


def bg_dert(p, x, tx, age, delta, mbg):
    """By the rate of orders of a living customer, k E[(1 + p u)^-(k+1)] = k 2F1(k + 1, a; a + b; -u), discounted."""
    with mp.workdps(30):
        r, al, a, b = map(mpf, p)
        k, scale = r + x, al + mpf(age)
        b = b + x + (1 if mbg else 0)
        z = mpf(delta) * scale
        f = lambda v: exp(v - z * (exp(v) - 1)) * hyp2f1(k + 1, a, a + b, 1 - exp(v))
        top = log(1 + 75 / z)
        pieces = max(4, int(top) + 1)
        total = quad(f, [top * i / pieces for i in range(pieces + 1)])
        return bg_alive(p, x, tx, age, mbg) * k * total


# --- Pareto/NBD ---------------------------------------------------------------------------------------------------

def pareto_parts(p, x, tx, age):
    r, al, s, be = map(mpf, p)
    tx, age = mpf(tx), mpf(age)
    total = r + s + x
    base = loggamma(r + x) - loggamma(r) + r * log(al) + s * log(be)
    still = exp(base - (r + x) * log(al + age) - s * log(be + age))
    if al >= be:
        term = lambda y: hyp2f1(total, s + 1, total + 1, (al - be) / (al + y)) * (al + y) ** -total
    else:
        term = lambda y: hyp2f1(total, r + x, total + 1, (be - al) / (be + y)) * (be + y) ** -total
    left = exp(base) * s / total * (term(tx) - term(age))
    return still, left


def pareto_ll(p, x, tx, age):
    return log(sum(pareto_parts(p, x, tx, age)))


def pareto_alive(p, x, tx, age):
    still, left = pareto_parts(p, x, tx, age)
    return still / (still + left)


def pareto_orders(shape, scale, s, be, t):
    s = nudged(s)
    return shape * be / (scale * (s - 1)) * (1 - (be / (be + t)) ** (s - 1))


def pareto_expected(p, t):
    r, al, s, be = map(mpf, p)
    return pareto_orders(r, al, s, be, mpf(t))


def pareto_conditional(p, t, x, tx, age):
    r, al, s, be = map(mpf, p)
    age = mpf(age)
    return pareto_alive(p, x, tx, age) * pareto_orders(r + x, al + age, s, be + age, mpf(t))


def pareto_dert(p, x, tx, age, delta):
    r, al, s, be = map(mpf, p)
    age, delta = mpf(age), mpf(delta)
    z = delta * (be + age)
    alive = pareto_alive(p, x, tx, age)
    return alive * (r + x) / (al + age) * (be + age) * z ** (s - 1) * hyperu(s, s, z)


def pareto_pmf(p, n, t):
    with mp.workdps(30):
        r, al, s, be = map(mpf, p)
        t = mpf(t)
        nb = lambda y: exp(loggamma(r + n) - loggamma(r) - loggamma(n + 1) - r * log(1 + y / al) + (n * log(y / (al + y)) if n else 0))
        f = lambda u: s * exp(u) / (be + exp(u)) * (1 + exp(u) / be) ** -s * nb(exp(u))
        top = log(t)
        low = min(top, log(min(al, be, t))) - 75
        pieces = max(8, int((top - low) / 2))
        points = [low + (top - low) * i / pieces for i in range(pieces + 1)]
        scale = max(f(u) for u in points)  # quad's tolerance is absolute
        left = scale * quad(lambda u: f(u) / scale, points)
        return (1 + t / be) ** -s * nb(t) + left


# --- BG/CNBD-k and MBG/CNBD-k -------------------------------------------------------------------------------------

def cnbd_parts(p, k, x, tx, age, mbg):
    """Weights of "there, j stages since the last order" for j < k, and of "left at the last order"."""
    r, al, a, b = map(mpf, p)
    tx, age = mpf(tx), mpf(age)
    off = 1 if mbg else 0
    stages = k * x
    chance = beta(a, b + x + off) / beta(a, b)
    weight = lambda j: exp(loggamma(r + stages + j) - loggamma(r) + r * log(al) - loggamma(j + 1)
                           - (r + stages + j) * log(al + age))
    still = [chance * weight(j) * ((age - tx) ** j if j else 1) for j in range(k)]
    if x == 0 and not mbg:
        return still, mpf(0)
    base = loggamma(r + stages) - loggamma(r) + r * log(al)
    left = exp(base - (r + stages) * log(al + tx)) * beta(a + 1, b + x - 1 + off) / beta(a, b)
    return still, left


def cnbd_ll(p, k, x, tx, age, mbg):
    still, left = cnbd_parts(p, k, x, tx, age, mbg)
    return log(sum(still) + left)


def cnbd_alive(p, k, x, tx, age, mbg):
    still, left = cnbd_parts(p, k, x, tx, age, mbg)
    return sum(still) / (sum(still) + left)


def cnbd_orders(shape, odds, k, ahead, a, b):
    """The n-th order to come is placed if the customer stayed n - 1 times and nk - ahead stages pass in time."""
    z = odds / (1 + odds)
    chance, tail, stages = (1 + odds) ** -shape, mpf(1), 0  # P(exactly that many stages), P(at least)
    total, stays, n = mpf(0), mpf(1), 1
    while True:
        while stages < n * k - ahead:
            tail -= chance
            chance *= (shape + stages) / (stages + 1) * z
            stages += 1
        total += stays * tail
        if stays * tail < total * mpf(10) ** -20 and stages > shape * odds:
            return total
        stays *= (b + n - 1) / (a + b + n - 1)
        n += 1


def cnbd_expected(p, k, t, mbg):
    r, al, a, b = map(mpf, p)
    if mbg:
        return b / (a + b) * cnbd_orders(r, mpf(t) / al, k, 0, a, b + 1)
    return cnbd_orders(r, mpf(t) / al, k, 0, a, b)


def cnbd_conditional(p, k, t, x, tx, age, mbg):
    still, left = cnbd_parts(p, k, x, tx, age, mbg)
    r, al, a, b = map(mpf, p)
    b = b + x + (1 if mbg else 0)
    odds = mpf(t) / (al + mpf(age))
    ahead = sum(w * cnbd_orders(r + k * x + j, odds, k, j, a, b) for j, w in enumerate(still) if w)
    return ahead / (sum(still) + left)


def cnbd_dert(p, k, x, tx, age, delta, mbg):
    """Each stage to come discounts by rho = rate / (rate + delta): an integral over the rate, the orders summed by 2F1."""
    still, left = cnbd_parts(p, k, x, tx, age, mbg)
    with mp.workdps(30):
        r, al, a, b = map(mpf, p)
        b = b + x + (1 if mbg else 0)
        scale, delta = al + mpf(age), mpf(delta)

        def residual(shape, j):
            def f(y):
                rho = exp(y) / (exp(y) + delta)
                density = exp(shape * (y + log(scale)) - scale * exp(y) - loggamma(shape))
                return density * rho ** (k - j) * hyp2f1(1, b, a + b, rho ** k)
            centre, spread = log(shape / scale), 1 / sqrt(shape)
            low, high = centre - 75 / min(shape, mpf(1)) - 12 * spread, centre + 6 * spread + 5
            edges = {centre + i * spread for i in range(-12, 7)} | {log(delta)} | {centre - mpf(2) ** i for i in range(1, 17)}
            return quad(f, sorted({low, high} | {e for e in edges if low < e < high}))

        total = sum(w * residual(r + k * x + j, j) for j, w in enumerate(still) if w)
        return total / (sum(still) + left)


def cnbd_pmf(p, k, n, t, mbg):
    r, al, a, b = map(mpf, p)
    odds = mpf(t) / al
    z = odds / (1 + odds)
    off = 1 if mbg else 0
    count = lambda j: exp(loggamma(r + j) - loggamma(r) - loggamma(j + 1) - r * log1p(odds) + (j * log(z) if j else 0))
    value = beta(a, b + n + off) / beta(a, b) * sum(count(n * k + j) for j in range(k))
    if n == 0 and not mbg:
        return value
    reached = betainc(n * k, r, 0, z, regularized=True) if n else mpf(1)
    return value + beta(a + 1, b + n - 1 + off) / beta(a, b) * reached


# --- beta-discrete-Weibull ----------------------------------------------------------------------------------------

def bdw_survival(p, t):
    al, be, c = map(mpf, p)
    return beta(al, be + mpf(t) ** c) / beta(al, be) if t else mpf(1)


def bdw_retention(p, t):
    return bdw_survival(p, t) / bdw_survival(p, t - 1)


def bdw_prob(p, t):
    return bdw_survival(p, t - 1) - bdw_survival(p, t)


# --- Gamma-Gamma, BG/BB, sBG --------------------------------------------------------------------------------------

def gamma_gamma_ll(p, x, m):
    p, q, g = map(mpf, p)
    x, m = mpf(x), mpf(m)
    return (loggamma(p * x + q) - loggamma(p * x) - loggamma(q) + q * log(g) + (p * x - 1) * log(m)
            + p * x * log(x) - (p * x + q) * log(g + m * x))


def bgbb_likelihood(p, x, tx, n):
    al, be, ga, de = map(mpf, p)
    still = beta(al + x, be + n - x) / beta(al, be) * beta(ga, de + n) / beta(ga, de)
    left = sum(beta(al + x, be + m - x) / beta(al, be) * beta(ga + 1, de + m) / beta(ga, de) for m in range(tx, n))
    return still, left


def bgbb_ll(p, x, tx, n):
    return log(sum(bgbb_likelihood(p, x, tx, n)))


def bgbb_alive(p, x, tx, n):
    still, left = bgbb_likelihood(p, x, tx, n)
    ga, de = mpf(p[2]), mpf(p[3])
    return still / (still + left) * (de + n) / (ga + de + n)


def bgbb_expected(p, n):
    al, be, ga, de = map(mpf, p)
    ga = nudged(ga)
    ratio = exp(loggamma(ga + de) - loggamma(ga + de + n) + loggamma(1 + de + n) - loggamma(1 + de))
    return al / (al + be) * de / (ga - 1) * (1 - ratio)


def bgbb_conditional(p, t, x, tx, n):
    al, be, ga, de = map(mpf, p)
    ga = nudged(ga)
    still, left = bgbb_likelihood(p, x, tx, n)
    ratio = lambda m: exp(loggamma(1 + de + m) - loggamma(ga + de + m))
    lead = exp(loggamma(ga + de + n) - loggamma(de + n)) / (ga - 1)
    return still / (still + left) * (al + x) / (al + be + n) * lead * (ratio(n) - ratio(n + t))


def bgbb_dert(p, x, tx, n, d):
    al, be, ga, de = map(mpf, p)
    still, left = bgbb_likelihood(p, x, tx, n)
    z = 1 / (1 + mpf(d))
    series = hyp2f1(1, de + n + 1, ga + de + n + 1, z)
    return still / (still + left) * (al + x) / (al + be + n) * (de + n) / (ga + de + n) * z * series


def sbg_survival(p, t):
    al, be = map(mpf, p)
    return beta(al, be + t) / beta(al, be)


def sbg_del(p, d):
    al, be = map(mpf, p)
    return hyp2f1(1, be, al + be, 1 / (1 + mpf(d)))


def sbg_derl(p, d, n):
    al, be = map(mpf, p)
    return (be + n - 1) / (al + be + n - 1) * hyp2f1(1, be + n, al + be + n, 1 / (1 + mpf(d)))


# --- the points ---------------------------------------------------------------------------------------------------

def four(rng, scales=(1,)):
    return [rng.choice(SCALES if i in scales else SHAPES) for i in range(4)]


BG_EDGES = [
    [0.25, 4.4, 0.5, 0.3], [0.25, 4.4, 0.5, 0.5], [0.25, 4.4, 0.4, 0.2], [1.0, 1.0, 1.0, 1.0],
    [0.24, 4.41, 1.0, 2.43], [0.24, 4.41, 1 + 1e-9, 2.43], [1e-3, 1e-3, 1e-3, 1e-3], [1e4, 1e4, 1e4, 1e4],
    [0.5, 10.0, 1e-3, 1e4], [0.5, 10.0, 1e4, 1e-3],
]
PARETO_EDGES = [
    [0.55, 10.0, 0.6, 10.0], [0.55, 10.0, 1.0, 11.0], [0.55, 10.0, 1 + 1e-9, 11.0], [1.0, 1.0, 1.0, 1.0],
    [1e-3, 1e-3, 1e-3, 1e4], [1e4, 1e4, 1e4, 1e-3], [0.5, 10.0, 0.5, 10 + 1e-9],
]


def bg(name, mbg):
    rng = random.Random(name)
    sets = BG_EDGES + [four(rng) for _ in range(60)]
    history = [[p, x, tx, age] for p in sets for x, tx, age in customers(rng, 4)]
    times = [[p, t] for p in sets for t in rng.sample(TIMES, 3)]
    yield f"{name}.ll", "params x tx age", history, lambda *a: bg_ll(*a, mbg)
    yield f"{name}.alive", "params x tx age", history, lambda *a: bg_alive(*a, mbg)
    yield f"{name}.expected", "params t", times, lambda *a: bg_expected(*a, mbg)
    yield f"{name}.conditional", "params t x tx age", [[p, rng.choice(TIMES), x, tx, age] for p, x, tx, age in history], lambda *a: bg_conditional(*a, mbg)
    yield f"{name}.pmf", "params n t", [[p, rng.choice([0, 1, 3, 20, 133, 1000]), t] for p, t in times], lambda *a: bg_pmf(*a, mbg)
    sample = [h for h in history if h[1] <= 300 and max(h[0]) < 5000]
    yield f"{name}.dert", "params x tx age delta", [[*h, rng.choice(DELTAS)] for h in rng.sample(sample, 60)], lambda *a: bg_dert(*a, mbg)


def pareto():
    rng = random.Random("pareto")
    sets = PARETO_EDGES + [four(rng, (1, 3)) for _ in range(60)]
    history = [[p, x, tx, age] for p in sets for x, tx, age in customers(rng, 4)]
    times = [[p, t] for p in sets for t in rng.sample(TIMES, 3)]
    yield "paretoNbd.ll", "params x tx age", history, pareto_ll
    yield "paretoNbd.alive", "params x tx age", history, pareto_alive
    yield "paretoNbd.expected", "params t", times, pareto_expected
    yield "paretoNbd.conditional", "params t x tx age", [[p, rng.choice(TIMES), x, tx, age] for p, x, tx, age in history], pareto_conditional
    yield "paretoNbd.dert", "params x tx age delta", [[*h, rng.choice(DELTAS)] for h in history], pareto_dert
    small = [[p, rng.choice([0, 1, 3, 20, 133]), t] for p, t in times if max(p[0], p[2]) < 500]
    yield "paretoNbd.pmf", "params n t", rng.sample(small, 60), pareto_pmf


CNBD_EDGES = [
    [0.25, 4.4, 0.5, 0.3], [0.25, 4.4, 0.5, 0.5], [0.25, 4.4, 0.4, 0.2], [1.0, 1.0, 1.0, 1.0],
    [0.24, 4.41, 1.0, 2.43], [0.24, 4.41, 1 + 1e-9, 2.43], [0.5, 10.0, 1e-3, 1e4], [0.5, 10.0, 1e4, 1e-3],
]
STAGES = [1, 2, 3, 4, 7, 12]
#: Stages that may have to be gone through one by one, up to which that ends in time here.
MOST_STAGES = 100_000


def stages_to_sum(shape, odds):
    return (shape + 40) * odds


def cnbd(name, mbg):
    rng = random.Random(name)
    sets = CNBD_EDGES + [four(rng) for _ in range(40)]
    history = [[p, rng.choice(STAGES), x, tx, age] for p in sets for x, tx, age in customers(rng, 4)]
    times = [[p, rng.choice(STAGES), t] for p in sets for t in rng.sample(TIMES, 3)]
    yield f"{name}.ll", "params k x tx age", history, lambda *a: cnbd_ll(*a, mbg)
    yield f"{name}.alive", "params k x tx age", history, lambda *a: cnbd_alive(*a, mbg)
    near = [[p, k, t] for p, k, t in times if stages_to_sum(p[0], t / p[1]) < MOST_STAGES]
    yield f"{name}.expected", "params k t", near, lambda *a: cnbd_expected(*a, mbg)
    ahead = [[p, k, rng.choice(TIMES), x, tx, age] for p, k, x, tx, age in history]
    ahead = [h for h in ahead if stages_to_sum(h[0][0] + h[1] * h[3], h[2] / (h[0][1] + h[5])) < MOST_STAGES][::4]
    yield f"{name}.conditional", "params k t x tx age", ahead, lambda *a: cnbd_conditional(*a, mbg)
    yield f"{name}.pmf", "params k n t", [[p, k, rng.choice([0, 1, 3, 20, 133]), t] for p, k, t in times], lambda *a: cnbd_pmf(*a, mbg)
    sample = [h for h in history if h[1] <= 4 and h[1] * h[2] <= 300 and max(h[0]) < 5000 and min(h[0]) > 0.005]
    yield f"{name}.dert", "params k x tx age delta", [[*h, rng.choice([1e-4, 0.0027, 0.1, 3.0])] for h in rng.sample(sample, 14)], lambda *a: cnbd_dert(*a, mbg)


def bdw():
    rng = random.Random("bdw")
    sets = [[0.668, 3.806, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1 + 1e-9], [0.26, 1.72, 1.59], [1e-3, 1e-3, 0.1], [1e4, 1e4, 0.5], [1e4, 1e-3, 3.0]]
    sets += [[rng.choice(SHAPES), rng.choice(SHAPES), rng.choice([0.05, 0.3, 0.8, 1.0, 1.2, 2.0, 5.0])] for _ in range(60)]
    points = [[p, t] for p in sets for t in (1, 2, 5, 60, 1000)]
    yield "bdw.survival", "params t", points, bdw_survival
    yield "bdw.retention", "params t", points, bdw_retention
    yield "bdw.prob", "params t", points, bdw_prob


def others():
    rng = random.Random("others")
    triples = [[rng.choice(SHAPES), rng.choice(SHAPES), rng.choice(SCALES)] for _ in range(60)]
    spend = [[p, rng.choice([1, 2, 7, 133, 1000]), rng.choice([1e-3, 0.5, 22.35, 1e4, 1e6])] for p in triples for _ in range(4)]
    yield "gammaGamma.ll", "params x mean_value", spend, gamma_gamma_ll
    sets = [[0.66, 5.19, 173.76, 1882.93], [1.204, 0.75, 0.657, 2.783], [1.0, 1.0, 1.0, 1.0]] + [four(rng, ()) for _ in range(40)]
    donors = []
    for p in sets:
        for _ in range(4):
            n = rng.choice([1, 6, 52, 300])
            tx = rng.randint(0, n)
            donors.append([p, rng.randint(1, tx) if tx else 0, tx, n])
    yield "bgBb.ll", "params x tx n", donors, bgbb_ll
    yield "bgBb.alive", "params x tx n", donors, bgbb_alive
    yield "bgBb.expected", "params n", [[p, n] for p in sets for n in (1, 6, 1000)], bgbb_expected
    yield "bgBb.conditional", "params t x tx n", [[p, rng.choice([1, 5, 200]), x, tx, n] for p, x, tx, n in donors], bgbb_conditional
    yield "bgBb.dert", "params x tx n discount", [[*d, rng.choice([1e-6, 1e-3, 0.1, 3.0])] for d in donors], bgbb_dert
    pairs = [[0.668, 3.806], [1.0, 1.0], [1 - 1e-9, 3.0]] + [[rng.choice(SHAPES), rng.choice(SHAPES)] for _ in range(60)]
    yield "sbg.survival", "params t", [[p, t] for p in pairs for t in (1, 5, 300, 100000)], sbg_survival
    yield "sbg.del", "params discount", [[p, rng.choice([1e-6, 1e-3, 0.1, 3.0])] for p in pairs for _ in range(2)], sbg_del
    yield "sbg.derl", "params discount renewal", [[p, rng.choice([1e-6, 0.1, 3.0]), rng.choice([1, 5, 300])] for p in pairs for _ in range(2)], sbg_derl


def special():
    rng = random.Random("special")
    points = [1e-9, 1e-3, 0.1, 0.5, 0.99, 1.0, 1.01, 1.5, 1.99, 2.0, 2.02, 5.0, 9.99, 10.0, 133.0, 1e4, 1e9]
    yield "lnGamma", "x", [[v] for v in points], lambda v: loggamma(mpf(v))
    yield "digamma", "x", [[v] for v in points], lambda v: digamma(mpf(v))
    yield "trigamma", "x", [[v] for v in points], lambda v: polygamma(1, mpf(v))
    pairs = [[rng.choice(points), rng.choice(points)] for _ in range(80)]
    yield "digammaDifference", "x step", pairs, lambda x, step: digamma(mpf(x) + mpf(step)) - digamma(mpf(x))
    yield "lnBeta", "a b", pairs, lambda a, b: loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + mpf(b))
    orders = [[s, z] for s in (1e-3, 0.5, 1 - 1e-9, 1.0, 1 + 1e-9, 2.0, 7.5, 300.0, 1e4) for z in (1e-9, 1e-3, 0.1, 0.49, 0.51, 3.0, 50.0, 1e6)]
    yield "scaledExponentialIntegral", "s z", orders, lambda s, z: mpf(z) ** (mpf(s) - 1) * hyperu(mpf(s), mpf(s), mpf(z))
    tails = [[a, b, x] for a in (1.0, 3.0, 133.0, 1000.0) for b in (1e-3, 0.25, 1.0, 10.0, 1e4) for x in (1e-3, 0.3, 0.9, 0.999)]
    yield "incompleteBeta", "a b x", tails, lambda a, b, x: betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)


def write(name, columns, points, f):
    rows = []
    for point in points:
        try:
            value = f(*point)
        except (ValueError, ZeroDivisionError) as reason:
            print("  left out", name, point, str(reason)[:60].strip(), flush=True)
            continue
        value = value.real if hasattr(value, "real") else value
        number = float(value)
        if number == 0 or abs(number) < 1e-200 or abs(number) == float("inf"):
            continue  # not a double
        rows.append([*point, number])
    path = OUT / f"{name}.json"
    body = ",\n".join(json.dumps(row) for row in rows)
    path.write_text(f'{{"columns": {json.dumps(columns.split())},\n"rows": [\n{body}\n]}}\n')
    print(name, len(rows), flush=True)


def main():
    wanted = sys.argv[1:]
    OUT.mkdir(parents=True, exist_ok=True)
    for group in (special(), bg("bgNbd", False), bg("mbgNbd", True), pareto(), cnbd("bgCnbdK", False), cnbd("mbgCnbdK", True), bdw(), others()):
        for name, columns, points, f in group:
            if not wanted or any(name.startswith(word) for word in wanted):
                write(name, columns, points, f)


if __name__ == "__main__":
    main()
