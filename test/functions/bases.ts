import { column } from "./shapes";

/** Histories for the models of regular opportunities and of regular buyers. */

export interface Base {
  readonly word: string;
  readonly name: string;
  readonly history: readonly unknown[][][];
  /** Beside x, tx and age, for the fit. */
  readonly gaps: unknown[][] | null;
  readonly customers: unknown[][];
  readonly horizon: number;
  /** At most so many orders of each customer within the horizon. */
  readonly most: number;
}

/** The annual donors of CLV.BGBB.FIT's example. */
export const DONORS: Base = {
  word: "bgbb",
  name: "BGBB",
  history: [column(3, 2, 1, 2, 1, 1, 0), column(3, 3, 3, 2, 2, 1, 0), column(3, 3, 3, 3, 3, 3, 3)],
  gaps: null,
  customers: column(240, 150, 60, 110, 60, 130, 450),
  horizon: 4,
  most: 4,
};

/** The regular buyers of the examples of CNBD-k's FIT functions; two stages. */
const regular = (word: string, name: string): Base => ({
  word,
  name,
  history: [
    column(0, 1, 1, 2, 2, 3, 3, 4, 6),
    column(0, 5, 25, 9, 30, 14, 36, 20, 38),
    column(...new Array<number>(9).fill(39)),
  ],
  gaps: column(0, 1.61, 3.22, 2.6, 5, 4, 6.8, 5.5, 10),
  customers: column(300, 120, 30, 50, 30, 30, 30, 20, 60),
  horizon: 26,
  most: Infinity,
});

export const REGULAR = regular("bgcnbd", "BGCNBD");
export const BASES: readonly Base[] = [DONORS, REGULAR, regular("mbgcnbd", "MBGCNBD")];
