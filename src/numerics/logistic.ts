/** ln(1 + e^d) without overflow. */
export const log1pExp = (d: number): number =>
  d > 0 ? d + Math.log1p(Math.exp(-d)) : Math.log1p(Math.exp(d));

/** 1 / (1 + e^d) without overflow. */
export const oneOver1pExp = (d: number): number => {
  const tail = Math.exp(-Math.abs(d));
  return d > 0 ? tail / (1 + tail) : 1 / (1 + tail);
};

/** The probability whose log-odds are `place`. */
export const logistic = (place: number): number => oneOver1pExp(-place);
