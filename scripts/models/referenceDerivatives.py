#!/usr/bin/python3
"""Gradients and Hessians of the log-likelihoods of one customer (or one cohort), by differences in 100 digits.

Writes test/models/derivatives.json, for test/models/derivatives.test.ts. The log-likelihoods are the textbook formulas
of referenceGrid.py; with steps of 1e-25 their central differences are right to far more digits than a double holds,
and know nothing of the derivatives that the product works out.

Run: /usr/bin/python3 scripts/models/referenceDerivatives.py
"""
import json
from pathlib import Path

from mpmath import log, mp, mpf

import referenceGrid as grid

mp.dps = 100
OUT = Path(__file__).resolve().parents[2] / "test" / "models" / "derivatives.json"
STEP = mpf(10) ** -25


def derivatives(f, p):
    p = [mpf(value) for value in p]
    n = len(p)
    h = [STEP * value for value in p]

    def at(*moves):
        q = list(p)
        for k, sign in moves:
            q[k] += sign * h[k]
        return f(q)

    gradient = [(at((k, 1)) - at((k, -1))) / (2 * h[k]) for k in range(n)]
    hessian = [[None] * n for _ in range(n)]
    for k in range(n):
        hessian[k][k] = (at((k, 1)) - 2 * at() + at((k, -1))) / h[k] ** 2
        for l in range(k):
            corners = [at((k, i), (l, j)) * i * j for i in (1, -1) for j in (1, -1)]
            hessian[k][l] = hessian[l][k] = sum(corners) / (4 * h[k] * h[l])
    number = lambda value: float(value.real if hasattr(value, "real") else value)
    return [number(value) for value in gradient], [number(value) for row in hessian for value in row]


def cohort(survival, lost, survivors):
    """The log-likelihood of a cohort: how many left in each period, and how many are still there."""
    def ll(p):
        sizes = [mpf(1)] + [survival(p, t) for t in range(1, len(lost) + 1)]
        losses = sum(count * log(sizes[t] - sizes[t + 1]) for t, count in enumerate(lost) if count)
        return losses + survivors * log(sizes[-1])
    return ll


HISTORIES = [[0, 0.0, 38.86], [1, 1.71, 38.86], [2, 30.43, 38.86], [3, 38.86, 38.86], [26, 30.86, 31.0], [150, 12.0, 40.0], [1000, 900.0, 1000.0], [1, 1e-3, 1e6]]
ORDERING = [[0.2426, 4.4136, 0.793, 2.4256], [0.55, 10.6, 1.0, 1.0], [1e-3, 0.1, 0.1, 0.3], [30.0, 300.0, 5.0, 2.0], [2.0, 1e4, 0.01, 300.0]]
PARETO = [[0.553, 10.578, 0.606, 11.669], [0.5, 10.0, 1.0, 10.0], [2.0, 300.0, 3.0, 1.0], [1e-3, 0.1, 0.25, 1e4], [30.0, 10.0, 0.1, 0.3]]
DONORS = [[0, 0, 6], [1, 1, 6], [2, 5, 6], [6, 6, 6], [20, 40, 52], [0, 0, 200], [150, 180, 200]]
GIVING = [[1.204, 0.75, 0.657, 2.783], [0.01, 0.1, 1.0, 1.0], [300.0, 10.0, 0.1, 30.0], [1.0, 4.0, 1e-3, 1e4]]
SPENDING = [[1, 24.65], [2, 0.5], [30, 1e4], [1000, 35.0]]
SPEND = [[6.25, 3.74, 15.44], [0.25, 0.8, 100.0], [300.0, 1.0, 0.1], [1.0, 1e4, 1e4]]
COHORTS = [[[131, 126, 90, 60, 42, 34, 26], 491], [[369, 163, 86, 56, 37, 27, 21], 241], [[0, 1, 0, 2], 5], [[1] + [0] * 22 + [3], 100]]
CHURN = [[0.668, 3.806], [1.0, 1.0], [0.01, 0.1], [300.0, 1e4]]
WEIBULL = [[0.7, 3.0, 1.4], [0.26, 1.72, 1.0], [0.01, 2.0, 20.0], [2.0, 0.1, 0.3], [300.0, 1e4, 1.0], [0.02, 4.0, 60.0]]


def cases():
    """(name, parameters, what is known, the log-likelihood as a function of the parameters)."""
    for mbg in (False, True):
        for p in ORDERING:
            for h in HISTORIES:
                yield "mbgNbd" if mbg else "bgNbd", p, h, lambda q, h=h, m=mbg: grid.bg_ll(q, *h, m)
                for k in (2, 3):
                    yield ("mbgCnbdK" if mbg else "bgCnbdK"), p, [k, *h], lambda q, h=h, m=mbg, k=k: grid.cnbd_ll(q, k, *h, m)
    for p in PARETO:
        for h in HISTORIES:
            yield "paretoNbd", p, h, lambda q, h=h: grid.pareto_ll(q, *h)
    for p in GIVING:
        for h in DONORS:
            yield "bgBb", p, h, lambda q, h=h: grid.bgbb_ll(q, *h)
    for p in SPEND:
        for h in SPENDING:
            yield "gammaGamma", p, h, lambda q, h=h: grid.gamma_gamma_ll(q, *h)
    for model, survival, sets in (("shiftedBetaGeometric", grid.sbg_survival, CHURN), ("betaDiscreteWeibull", grid.bdw_survival, WEIBULL)):
        for p in sets:
            for lost, survivors in COHORTS:
                f = cohort(lambda q, t, s=survival: s(q, t), lost, survivors)
                yield model, p, [survivors, *lost], f


def main():
    rows = []
    for name, p, known, f in cases():
        gradient, hessian = derivatives(f, p)
        rows.append([name, p, known, gradient, hessian])
    body = ",\n".join(json.dumps(row) for row in rows)
    OUT.write_text(f'{{"columns": ["model", "parameters", "known", "gradient", "hessian"],\n"rows": [\n{body}\n]}}\n')
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
