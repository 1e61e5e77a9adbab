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

from mpmath import beta, betainc, binomial, digamma, exp, expm1, hyp2f1, hyperu, log, log1p, loggamma, mp, mpf, polygamma, quad, sqrt

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


def bg_discounted(p, x, tx, age, delta, horizon, mbg):
    """The orders of a horizon: the rate of orders of a living customer, discounted, over the horizon."""
    with mp.workdps(50):
        r, al, a, b = map(mpf, p)
        k, scale = r + x, al + mpf(age)
        b = b + x + (1 if mbg else 0)
        f = lambda v: k * exp(v - mpf(delta) * scale * (exp(v) - 1)) * hyp2f1(k + 1, a, a + b, 1 - exp(v))
        return bg_alive(p, x, tx, age, mbg) * over_horizon(f, mpf(horizon) / scale)


def over_horizon(f, ratio):
    top = log1p(ratio)
    pieces = max(2, int(top * 2) + 1)
    return quad(f, [top * i / pieces for i in range(pieces + 1)])


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


def pareto_discounted(p, x, tx, age, delta, horizon):
    with mp.workdps(50):
        r, al, s, be = map(mpf, p)
        scale = be + mpf(age)
        f = lambda v: exp((1 - s) * v - mpf(delta) * scale * (exp(v) - 1))
        lead = (r + x) / (al + mpf(age)) * scale
        return pareto_alive(p, x, tx, age) * lead * over_horizon(f, mpf(horizon) / scale)


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


def gamma_gamma_mean(p, x, m):
    """The population's mean and the customer's own, weighed."""
    p, q, g = mpf(p[0]), nudged(p[1]), mpf(p[2])
    x, m = mpf(x), mpf(m)
    own = p * x / (p * x + q - 1)
    return (1 - own) * p * g / (q - 1) + own * m


def bgbb_pmf(p, count, n):
    al, be, ga, de = map(mpf, p)
    bought = lambda m: binomial(m, count) * beta(al + count, be + m - count) / beta(al, be)
    left = sum(bought(m) * beta(ga + 1, de + m) / beta(ga, de) for m in range(count, n))
    return bought(n) * beta(ga, de + n) / beta(ga, de) + left


def sbg_prob(p, t):
    al, be = map(mpf, p)
    return beta(al + 1, be + t - 1) / beta(al, be)


def sbg_retention(p, t):
    return sbg_survival(p, t) / sbg_survival(p, t - 1)


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


#: x, t_x and T at every edge: none, one and a thousand orders; the last one at once and on the very last day.
HISTORIES = [
    (0, 0.0, 38.86), (0, 0.0, 1e6), (1, 1e-6, 1e6), (2, 30.43, 38.86), (7, 38.86, 38.86), (1000, 999.0, 1000.0),
    (1000, 1e6, 1e6),
]
#: The edges of a and b, once more for every history.
CORNERS = BG_EDGES[:6] + [[0.24, 4.41, 1 - 1e-9, 2.43], *BG_EDGES[6:8]]


def corners(sets, *more):
    """Every set with every history; of the other arguments, the next one each time."""
    points = [[p, x, tx, age] for p in sets for x, tx, age in HISTORIES]
    return [[*point, *(values[i % len(values)] for values in more)] for i, point in enumerate(points)]


def conditional_corners(sets):
    return [[p, t, x, tx, age] for p, x, tx, age, t in corners(sets, [1e-3, 39.0, 1e4, 1e6])]


def pmf_corners(sets):
    return [[p, n, t] for p in sets for n, t in ((0, 1e6), (1, 1e-3), (133, 1000.0), (1000, 1e4), (1000, 1e6))]


def bg(name, mbg):
    rng = random.Random(name)
    sets = BG_EDGES + [four(rng) for _ in range(60)]
    history = [[p, x, tx, age] for p in sets for x, tx, age in customers(rng, 4)]
    times = [[p, t] for p in sets for t in rng.sample(TIMES, 3)]
    edges = corners(CORNERS)
    yield f"{name}.ll", "params x tx age", history + edges, lambda *a: bg_ll(*a, mbg)
    yield f"{name}.alive", "params x tx age", history + edges, lambda *a: bg_alive(*a, mbg)
    yield f"{name}.expected", "params t", times + [[p, t] for p in CORNERS for t in (1e-3, 1e6)], lambda *a: bg_expected(*a, mbg)
    ahead = [[p, rng.choice(TIMES), x, tx, age] for p, x, tx, age in history]
    yield f"{name}.conditional", "params t x tx age", ahead + conditional_corners(CORNERS), lambda *a: bg_conditional(*a, mbg)
    counts = [[p, rng.choice([0, 1, 3, 20, 133, 1000]), t] for p, t in times]
    yield f"{name}.pmf", "params n t", counts + pmf_corners(CORNERS), lambda *a: bg_pmf(*a, mbg)
    sample = [h for h in history if h[1] <= 300 and max(h[0]) < 5000]
    yield f"{name}.dert", "params x tx age delta", [[*h, rng.choice(DELTAS)] for h in rng.sample(sample, 60)], lambda *a: bg_dert(*a, mbg)
    # Another road, which bears a thousand orders: CNBD-k with one stage.
    yield f"{name}.dert", "params x tx age delta", corners(CORNERS[:7], [1e-6, 0.0027, 3.0, 1e-4]), lambda p, *a: cnbd_dert(p, 1, *a, mbg)
    within = [h for h in corners(CORNERS[:7], [1e-6, 0.0027, 3.0], [1.0, 104.0, 1e4]) if h[1] < 1000]
    yield f"{name}.discounted", "params x tx age delta horizon", within, lambda *a: bg_discounted(*a, mbg)


PARETO_CORNERS = PARETO_EDGES + [[0.55, 10.0, 1.0, 10.0], [0.55, 12.0, 1 - 1e-9, 11.0], [1e4, 1.0, 1e-3, 1.0]]


def pareto():
    rng = random.Random("pareto")
    sets = PARETO_EDGES + [four(rng, (1, 3)) for _ in range(60)]
    history = [[p, x, tx, age] for p in sets for x, tx, age in customers(rng, 4)]
    times = [[p, t] for p in sets for t in rng.sample(TIMES, 3)]
    edges = corners(PARETO_CORNERS)
    yield "paretoNbd.ll", "params x tx age", history + edges, pareto_ll
    yield "paretoNbd.alive", "params x tx age", history + edges, pareto_alive
    yield "paretoNbd.expected", "params t", times + [[p, t] for p in PARETO_CORNERS for t in (1e-3, 1e6)], pareto_expected
    ahead = [[p, rng.choice(TIMES), x, tx, age] for p, x, tx, age in history]
    yield "paretoNbd.conditional", "params t x tx age", ahead + conditional_corners(PARETO_CORNERS), pareto_conditional
    discounted = [[*h, rng.choice(DELTAS)] for h in history]
    yield "paretoNbd.dert", "params x tx age delta", discounted + corners(PARETO_CORNERS, [1e-6, 0.0027, 3.0, 1e-4]), pareto_dert
    small = [[p, rng.choice([0, 1, 3, 20, 133]), t] for p, t in times if max(p[0], p[2]) < 500]
    yield "paretoNbd.pmf", "params n t", rng.sample(small, 60) + pmf_corners(PARETO_CORNERS[:4]), pareto_pmf
    within = corners(PARETO_CORNERS, [1e-6, 0.0027, 3.0], [1.0, 104.0, 1e4])
    yield "paretoNbd.discounted", "params x tx age delta horizon", within, pareto_discounted


CNBD_EDGES = [
    [0.25, 4.4, 0.5, 0.3], [0.25, 4.4, 0.5, 0.5], [0.25, 4.4, 0.4, 0.2], [1.0, 1.0, 1.0, 1.0],
    [0.24, 4.41, 1.0, 2.43], [0.24, 4.41, 1 + 1e-9, 2.43], [0.5, 10.0, 1e-3, 1e4], [0.5, 10.0, 1e4, 1e-3],
]
STAGES = [1, 2, 3, 4, 7, 12]
#: Stages that may have to be gone through one by one, up to which that ends in time here.
MOST_STAGES = 100_000


def stages_to_sum(shape, odds):
    return (shape + 40) * odds


def with_stages(points):
    return [[p, (2, 3, 1, 4)[i % 4], *rest] for i, (p, *rest) in enumerate(points)]


def corners_ahead(sets):
    """With the time ahead as a share of the time of the rate's scale: not too many stages to go through here."""
    return with_stages(corners(sets, [0.001, 0.5, 3.0, 10.0]))


def cnbd(name, mbg):
    rng = random.Random(name)
    sets = CNBD_EDGES + [four(rng) for _ in range(40)]
    history = [[p, rng.choice(STAGES), x, tx, age] for p in sets for x, tx, age in customers(rng, 4)]
    times = [[p, rng.choice(STAGES), t] for p in sets for t in rng.sample(TIMES, 3)]
    edges = with_stages(corners(CNBD_EDGES))
    yield f"{name}.ll", "params k x tx age", history + edges, lambda *a: cnbd_ll(*a, mbg)
    yield f"{name}.alive", "params k x tx age", history + edges, lambda *a: cnbd_alive(*a, mbg)
    near = [[p, k, t] for p, k, t in times if stages_to_sum(p[0], t / p[1]) < MOST_STAGES]
    yield f"{name}.expected", "params k t", near, lambda *a: cnbd_expected(*a, mbg)
    ahead = [[p, k, rng.choice(TIMES), x, tx, age] for p, k, x, tx, age in history]
    ahead = [h for h in ahead if stages_to_sum(h[0][0] + h[1] * h[3], h[2] / (h[0][1] + h[5])) < MOST_STAGES][::4]
    ahead += [[p, k, share * (p[1] + age), x, tx, age] for p, k, x, tx, age, share in corners_ahead(CNBD_EDGES)]
    yield f"{name}.conditional", "params k t x tx age", ahead, lambda *a: cnbd_conditional(*a, mbg)
    counts = [[p, k, rng.choice([0, 1, 3, 20, 133]), t] for p, k, t in times]
    yield f"{name}.pmf", "params k n t", counts + with_stages(pmf_corners(CNBD_EDGES)), lambda *a: cnbd_pmf(*a, mbg)
    sample = [h for h in history if h[1] <= 4 and h[1] * h[2] <= 300 and max(h[0]) < 5000 and min(h[0]) > 0.005]
    yield f"{name}.dert", "params k x tx age delta", [[*h, rng.choice([1e-4, 0.0027, 0.1, 3.0])] for h in rng.sample(sample, 14)], lambda *a: cnbd_dert(*a, mbg)
    more = with_stages(corners(CNBD_EDGES[:6], [1e-6, 0.0027, 3.0, 1e-4]))
    yield f"{name}.dert", "params k x tx age delta", more, lambda *a: cnbd_dert(*a, mbg)


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
    means = [[[6.25, q, 15.44], x, 22.35] for q in (0.4, 1 - 1e-9, 1.0, 1 + 1e-9, 3.74) for x in (1, 2, 1000)]
    populations = [[[6.25, q, 15.44], 0, 0.0] for q in (1 + 1e-7, 1.5, 3.74, 300.0, 1e4)]
    yield "gammaGamma.ll", "params x mean_value", spend + means, gamma_gamma_ll
    known = [point for point in spend if point[0][0] * point[1] + point[0][1] > 1]
    yield "gammaGamma.mean", "params x mean_value", known + means + populations, gamma_gamma_mean
    sets = [[0.66, 5.19, 173.76, 1882.93], [1.204, 0.75, 0.657, 2.783], [1.0, 1.0, 1.0, 1.0]] + [four(rng, ()) for _ in range(40)]
    donors = []
    for p in sets:
        for _ in range(4):
            n = rng.choice([1, 6, 52, 300])
            tx = rng.randint(0, n)
            donors.append([p, rng.randint(1, tx) if tx else 0, tx, n])
    edges = []
    for p in sets[:3] + [[1.0, 1e-3, 1e4, 1.0], [1.2, 0.75, 1 - 1e-9, 3.0], [1e-3, 1e-3, 1e-3, 1e-3]]:
        edges += [[p, x, tx, n] for x, tx, n in ((0, 0, 1000), (1, 1, 1000), (1000, 1000, 1000), (3, 6, 6), (1, 6, 6))]
    yield "bgBb.ll", "params x tx n", donors + edges, bgbb_ll
    yield "bgBb.alive", "params x tx n", donors + edges, bgbb_alive
    yield "bgBb.expected", "params n", [[p, n] for p in sets for n in (1, 6, 1000)], bgbb_expected
    ahead = [[p, rng.choice([1, 5, 200]), x, tx, n] for p, x, tx, n in donors]
    ahead += [[p, 1000, x, tx, n] for p, x, tx, n in edges]
    yield "bgBb.conditional", "params t x tx n", ahead, bgbb_conditional
    discounted = [[*d, rng.choice([1e-6, 1e-3, 0.1, 3.0])] for d in donors]
    discounted += [[*d, (1e-6, 0.1, 3.0)[i % 3]] for i, d in enumerate(edges)]
    yield "bgBb.dert", "params x tx n discount", discounted, bgbb_dert
    counts = [[p, count, n] for p in sets for count, n in ((0, 6), (1, 6), (6, 6), (30, 300))]
    yield "bgBb.pmf", "params count n", counts, bgbb_pmf
    pairs = [[0.668, 3.806], [1.0, 1.0], [1 - 1e-9, 3.0]] + [[rng.choice(SHAPES), rng.choice(SHAPES)] for _ in range(60)]
    yield "sbg.survival", "params t", [[p, t] for p in pairs for t in (1, 5, 300, 100000)], sbg_survival
    yield "sbg.prob", "params t", [[p, t] for p in pairs for t in (1, 5, 300, 100000)], sbg_prob
    yield "sbg.retention", "params t", [[p, t] for p in pairs for t in (1, 5, 300, 100000)], sbg_retention
    yield "sbg.del", "params discount", [[p, rng.choice([1e-6, 1e-3, 0.1, 3.0])] for p in pairs for _ in range(2)], sbg_del
    yield "sbg.derl", "params discount renewal", [[p, rng.choice([1e-6, 0.1, 3.0]), rng.choice([1, 5, 300])] for p in pairs for _ in range(2)], sbg_derl


def negative_binomial(r, odds, n):
    r, odds = mpf(r), mpf(odds)
    return binomial(r + n - 1, n) * (1 + odds) ** -r * (odds / (1 + odds)) ** n


def special():
    rng = random.Random("special")
    points = [1e-9, 1e-3, 0.1, 0.5, 0.99, 1.0, 1.01, 1.5, 1.99, 2.0, 2.02, 5.0, 9.99, 10.0, 133.0, 1e4, 1e9]
    yield "lnGamma", "x", [[v] for v in points], lambda v: loggamma(mpf(v))
    yield "digamma", "x", [[v] for v in points], lambda v: digamma(mpf(v))
    yield "trigamma", "x", [[v] for v in points], lambda v: polygamma(1, mpf(v))
    pairs = [[rng.choice(points), rng.choice(points)] for _ in range(80)]
    yield "digammaDifference", "x step", pairs, lambda x, step: digamma(mpf(x) + mpf(step)) - digamma(mpf(x))
    yield "trigammaDifference", "x step", pairs, lambda x, step: polygamma(1, mpf(x)) - polygamma(1, mpf(x) + mpf(step))
    yield "lnBeta", "a b", pairs, lambda a, b: loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + mpf(b))
    orders = [[s, z] for s in (1e-3, 0.5, 1 - 1e-9, 1.0, 1 + 1e-9, 2.0, 7.5, 300.0, 1e4) for z in (1e-9, 1e-3, 0.1, 0.49, 0.51, 3.0, 50.0, 1e6)]
    yield "scaledExponentialIntegral", "s z", orders, lambda s, z: mpf(z) ** (mpf(s) - 1) * hyperu(mpf(s), mpf(s), mpf(z))
    rises = [[v, n] for v in (1e-3, 0.25, 1.0, 3.0, 1e4) for n in (1, 7, 256, 257, 1000, 100000)]
    yield "lnRising", "v n", rises, lambda v, n: loggamma(mpf(v) + n) - loggamma(mpf(v))
    masses = [[r, odds, n] for r in (1e-3, 0.7, 1.0, 30.0) for odds in (1e-3, 2.5, 1e4) for n in (0, 1, 7, 300, 1000)]
    yield "negativeBinomialPmf", "shape odds n", masses, negative_binomial
    yield "negativeBinomialTail", "shape odds n", masses, lambda r, odds, n: betainc(n, mpf(r), 0, mpf(odds) / (1 + mpf(odds)), regularized=True) if n else mpf(1)
    tails = [[a, b, x] for a in (1.0, 3.0, 133.0, 1000.0) for b in (1e-3, 0.25, 1.0, 10.0, 1e4) for x in (1e-3, 0.3, 0.9, 0.999)]
    yield "incompleteBeta", "a b x", tails, lambda a, b, x: betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)


def write(name, columns, points, f, rows):
    for point in points:
        try:
            value = f(*point)
        except (ValueError, ZeroDivisionError, mp.NoConvergence) as reason:
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
    written = {}
    for group in (special(), bg("bgNbd", False), bg("mbgNbd", True), pareto(), cnbd("bgCnbdK", False), cnbd("mbgCnbdK", True), bdw(), others()):
        for name, columns, points, f in group:
            if not wanted or any(name.startswith(word) for word in wanted):
                # A function may come twice, by two roads: the second adds its rows to the first.
                write(name, columns, points, f, written.setdefault(name, []))


if __name__ == "__main__":
    main()
