import type { Curve } from '../trained.ts';

const MOST_STEPS = 100;
const PRECISION = 1e-10;
const DIGITS = 1e6;

/**
 * The logistic curve from scores to probabilities by maximum likelihood (Newton's method), with
 * the targets of Platt (1999) that keep it from certainty.
 *
 * @param hits whether each scored label was right; neither all nor none for a meaningful curve
 * @returns slope and intercept with 6 decimals
 */
export function fitCurve(scores: readonly number[], hits: readonly boolean[]): Curve {
  const right = hits.filter(Boolean).length;
  const yes = (right + 1) / (right + 2);
  const no = 1 / (hits.length - right + 2);
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    let [gs, gi, hss, hsi, hii] = [0, 0, 1e-9, 0, 1e-9];
    scores.forEach((score, i) => {
      const p = 1 / (1 + Math.exp(-(slope * score + intercept)));
      const error = p - (hits[i] ? yes : no);
      const weight = p * (1 - p);
      gs += error * score;
      gi += error;
      hss += weight * score * score;
      hsi += weight * score;
      hii += weight;
    });
    const determinant = hss * hii - hsi * hsi;
    const bySlope = (gs * hii - gi * hsi) / determinant;
    const byIntercept = (gi * hss - gs * hsi) / determinant;
    slope -= bySlope;
    intercept -= byIntercept;
    if (Math.abs(bySlope) + Math.abs(byIntercept) < PRECISION) break;
  }
  return { slope: rounded(slope), intercept: rounded(intercept) };
}

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}
