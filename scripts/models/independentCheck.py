"""Some answers of the models once more, by another road, for test/models/independent.test.ts.

Written from the papers' stories alone, not from the formulas of src/models or of referenceGrid.py: each expectation is
integrated over the customer's own rate and chance of leaving (Gauss-Legendre, in the logarithm of the rate and the
logit of the chance), with nothing but Python's own library. About 12 digits hold.

Run: python3 scripts/models/independentCheck.py
"""
from math import cos, exp, expm1, factorial, fsum, lgamma, log, log1p, pi, sqrt


def legendre(n):
    """Nodes and weights, by Newton's method on the Legendre polynomial."""
    rule = []
    for i in range(n):
        x = cos(pi * (i + 0.75) / (n + 0.5))
        for _ in range(50):
            before, now = 1.0, x
            for k in range(2, n + 1):
                before, now = now, ((2 * k - 1) * x * now - (k - 1) * before) / k
            slope = n * (x * now - before) / (x * x - 1)
            x -= now / slope
            if abs(now / slope) < 1e-16:
                break
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


RULE = legendre(20)


def integral(f, points):
    terms = []
    for low, high in zip(points, points[1:]):
        half, middle = (high - low) / 2, (low + high) / 2
        terms += [w * half * f(middle + half * x) for x, w in RULE]
    return fsum(terms)


def steps(low, high, n):
    return [low + (high - low) * i / n for i in range(n + 1)]


def ln_beta(a, b):
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def over_beta(f, a, b):
    """E[f(p)], p ~ Beta(a, b)."""

    def density(u):
        ln_p = -log1p(exp(-u)) if u > -30 else u
        ln_rest = -log1p(exp(u)) if u < 30 else -u
        return f(1 / (1 + exp(-u))) * exp(a * ln_p + b * ln_rest - ln_beta(a, b))

    return integral(density, steps(-40 / a, 40 / b, 30))


def over_gamma(f, shape, rate):
    """E[f(l)], l ~ Gamma(shape, rate)."""
    scale = shape * log(rate) - lgamma(shape)
    low = min(-40 / shape, -8) + log(shape / rate)
    high = log((shape + 40 + 12 * sqrt(10 * shape)) / rate)
    return integral(lambda v: f(exp(v)) * exp(shape * v - rate * exp(v) + scale), steps(low, high, 60))


def alive(r, alpha, a, b, x, tx, age, first):
    """P(alive); first = 1 where a customer may leave after the first order already (MBG/NBD)."""
    if x + first == 0:
        return 1.0
    still = exp(ln_beta(a, b + x + first) - (r + x) * log(alpha + age))
    left = exp(ln_beta(a + 1, b + x + first - 1) - (r + x) * log(alpha + tx))
    return still / (still + left)


def orders(r, alpha, a, b, x, tx, age, first, rate, horizon=None):
    """Orders to come within the horizon (without end: None), discounted continuously at the rate."""

    def of(l, p):
        leaving = rate + l * p
        return l / leaving if horizon is None else -l * expm1(-leaving * horizon) / leaving

    given_alive = over_beta(lambda p: over_gamma(lambda l: of(l, p), r + x, alpha + age), a, b + x + first)
    return alive(r, alpha, a, b, x, tx, age, first) * given_alive


def regular(r, alpha, a, b, k, t, x, tx, age, first):
    """P(alive) and conditional orders of (M)BG/CNBD-k: an order each k-th stage, stages at the rate l."""
    since, rest = age - tx, b + x + first

    def passed(l, end):
        return exp((k * x * log(l) if x else 0) - l * end)

    stages = [
        over_gamma(lambda l: passed(l, age) * (l * since) ** j / factorial(j), r, alpha) for j in range(k)
    ]
    still = exp(ln_beta(a, rest) - ln_beta(a, b))
    left = 0.0
    if x + first > 0:
        left = exp(ln_beta(a + 1, rest - 1) - ln_beta(a, b)) * over_gamma(lambda l: passed(l, tx), r, alpha)
    whole = still * fsum(stages) + left
    to_come = 0.0
    for j, weight in enumerate(stages):
        shape, rate = r + k * x + j, alpha + age
        chance, below, count = (rate / (rate + t)) ** shape, 0.0, 0
        for order in range(1, 5000):
            while count < order * k - j:
                below += chance
                chance *= (shape + count) / (count + 1) * t / (rate + t)
                count += 1
            term = max(0.0, 1 - below) * exp(ln_beta(a, rest + order - 1) - ln_beta(a, rest))
            to_come += weight * term
            if term < 1e-17:
                break
    return still * fsum(stages) / whole, still * to_come / whole


def pareto_orders(r, alpha, s, beta, x, tx, age, rate, horizon):
    still = exp(-(r + x) * log(alpha + age) - s * log(beta + age))
    left = integral(
        lambda y: s * exp(-(r + x) * log(alpha + y) - (s + 1) * log(beta + y)), steps(tx, age, 4)
    )
    points = [0] + [10 ** (i / 4) for i in range(-4, 21)] if horizon is None else steps(0, horizon, 20)
    to_come = integral(lambda t: exp(-rate * t) * ((beta + age) / (beta + age + t)) ** s, points)
    return still / (still + left) * (r + x) / (alpha + age) * to_come


def spending(p, q, gamma, x, mean):
    """Expected order value, and the log-likelihood of the mean of x orders, over the customer's own scale."""

    def of_mean(nu):
        shape = p * x
        return exp((shape - 1) * log(mean) + shape * log(nu * x) - lgamma(shape) - nu * x * mean)

    likelihood = over_gamma(of_mean, q, gamma)
    return over_gamma(lambda nu: p / nu * of_mean(nu), q, gamma) / likelihood, log(likelihood)


def show(name, *values):
    print(name, *(f"{value:.13g}" for value in values))


CDNOW_0001 = (2, 30.43, 38.86)
show("BG/NBD dert", orders(0.2426, 4.4136, 0.793, 2.4256, *CDNOW_0001, 0, 0.0027))
show("BG/NBD dert, a + b < 1", orders(0.5, 4, 0.3, 0.4, 3, 10, 30, 0, 0.01))
show("MBG/NBD dert", orders(0.525, 6.183, 0.891, 1.614, *CDNOW_0001, 1, 0.0027))
show("MBG/NBD conditional", orders(0.525, 6.183, 0.891, 1.614, *CDNOW_0001, 1, 0, 39))
show("MBG/NBD conditional, x = 0", orders(0.525, 6.183, 0.4, 0.3, 0, 0, 38.86, 1, 0, 39))
show("MBG/NBD conditional, a = 1", orders(0.525, 6.183, 1, 1.3, 7, 20, 38.86, 1, 0, 100))
show("BG/CNBD-2", *regular(0.5, 2, 0.9, 1.6, 2, 39, *CDNOW_0001, 0))
show("MBG/CNBD-3, tx = T, a = 1", *regular(1.2, 3, 1, 1.6, 3, 52, 4, 30, 30, 1))
show("MBG/CNBD-5, x = 0", *regular(1.2, 3, 0.4, 0.3, 5, 52, 0, 0, 30, 1))
show("BG/CNBD-4", *regular(2.2, 3, 0.4, 3.3, 4, 26, 6, 20, 24, 0))
MONEY = 0.3 * 6.25 * (15.44 + 2 * 22.345) / (6.25 * 2 + 3.74 - 1)
WEEKLY, DAILY = log(1.1) / (365.25 / 7), log(1.1) / 365.25
PARETO = (0.5533, 10.5777, 0.6062, 11.6687, *CDNOW_0001)
show("predict, Pareto/NBD, 52 weeks", MONEY * pareto_orders(*PARETO, WEEKLY, 52))
show("predict, Pareto/NBD, without end", MONEY * pareto_orders(*PARETO, WEEKLY, None))
show("predict, BG/NBD, 180 days", MONEY * orders(0.2426, 30, 0.793, 2.4256, 2, 213, 272, 0, DAILY, 180))
show("Gamma-Gamma, q near 1", *spending(6.25, 1.0001, 15.44, 1, 22.345))
show("Gamma-Gamma, q below 1", *spending(0.8, 0.4, 5, 3, 12))
