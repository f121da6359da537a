/**
 * Whether intervals and tests keep their promise under unequal weights.
 *
 * node test/bench/coverage.mjs [SAMPLES]   (after `npm run build`; default 10000)
 *
 * Coverage: samples of a share with log-normal weights that have nothing to do with it, and how
 * often the 95 % interval holds the share. `wilson` is the default of the report (Kish's effective
 * number), `logit` and `beta` are its other methods; the rest are what else could be done:
 *
 * - linearised: Wilson with share·(1 − share) / variance, at most n; Kish's number at 0 and 1
 * - smaller: Wilson with the smaller of Kish's number and the linearised one
 * - adjusted: Wilson with Kish's number times (t(n − 1) / t(n_effective − 1))², as Korn and
 *   Graubard adjust to few degrees of freedom; with equal weights it is Wilson's
 *
 * Clusters: the same for samples of clusters of twenty whose members' answers correlate by .05.
 * `wilson` has the linearised number, at most n; `adjusted` has that number adjusted to the
 * degrees of freedom, clusters − 1.
 *
 * False alarms: two rounds without a difference, eight codes, p values of `twoProportionTest`
 * adjusted by Benjamini–Hochberg at .05, and the share of families with any discovery.
 */
import { adjust } from '../../dist/statistics/adjust.js';
import { kornGraubardN } from '../../dist/statistics/beta-interval.js';
import { shareInterval } from '../../dist/statistics/interval.js';
import { kishEffective } from '../../dist/statistics/kish.js';
import { effectiveFromVariance } from '../../dist/statistics/n-effective.js';
import { proportion } from '../../dist/statistics/proportion.js';
import { randomFrom } from '../../dist/statistics/random.js';
import { ratioVariance } from '../../dist/statistics/ratio-variance.js';
import { twoProportionTest } from '../../dist/statistics/two-proportion-test.js';
import { wilson } from '../../dist/statistics/wilson.js';

const SAMPLES = Number(process.argv[2] ?? 10000);
const LEVEL = 0.95;
const SHARES = [0.02, 0.1, 0.5];
const BASES = [20, 100, 1000];
const VARIATIONS = [0.5, 1];
const CODES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];
/** Every cell, and the mean over cells. */
const TARGET = { cell: 0.93, mean: [0.945, 0.975] };

const random = randomFrom(20050701);

/** Log-normal weights of mean 1 and coefficient of variation `cv`. */
function weights(n, cv) {
  const s2 = Math.log(1 + cv * cv);
  return Array.from({ length: n }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.exp(Math.sqrt(s2) * normal - s2 / 2);
  });
}

function sumsOf(some) {
  let [w, w2] = [0, 0];
  for (const weight of some) {
    w += weight;
    w2 += weight * weight;
  }
  return { n: some.length, w, w2 };
}

/** What the report knows of a share: as in pipeline/aggregate/figures.ts. */
function estimateOf(all, share) {
  const base = sumsOf(all);
  const yes = sumsOf(all.filter(() => random() < share));
  const n = all.length;
  return { ...proportion(yes, base, n), n, nEffective: kishEffective(base), df: n - 1 };
}

function linearised({ share, variance, n, nEffective }) {
  return Math.min(n, effectiveFromVariance(share, variance) ?? nEffective);
}

const intervals = {
  wilson: (one) => shareInterval('wilson', one, LEVEL),
  logit: (one) => shareInterval('logit', one, LEVEL),
  beta: (one) => shareInterval('beta', one, LEVEL),
  linearised: (one) => wilson(one.share, linearised(one), LEVEL),
  smaller: (one) => wilson(one.share, Math.min(one.nEffective, linearised(one)), LEVEL),
  adjusted: (one) =>
    wilson(one.share, kornGraubardN(one.nEffective, one.n, one.nEffective - 1, LEVEL), LEVEL),
};
const errorOf = (share, samples) => Math.sqrt((share * (1 - share)) / samples);
const shown = (value) => value.toFixed(4);

/** How often each interval holds the share, over samples of which `estimate` draws one. */
function coverageOf(some, share, estimate) {
  const held = Object.fromEntries(Object.keys(some).map((method) => [method, 0]));
  for (let i = 0; i < SAMPLES; i++) {
    const drawn = estimate();
    for (const [method, interval] of Object.entries(some)) {
      const { low, high } = interval(drawn);
      if (low <= share && share <= high) held[method]++;
    }
  }
  return Object.fromEntries(Object.entries(held).map(([method, n]) => [method, n / SAMPLES]));
}

/** Prints the coverage of every cell, and whether each method meets the target. */
function printCoverage(cells) {
  console.table(
    cells.map(({ found, ...cell }) => ({
      ...cell,
      ...Object.fromEntries(Object.entries(found).map(([name, value]) => [name, shown(value)])),
      '± error': shown(errorOf(found.wilson, SAMPLES)),
    })),
  );
  const summary = Object.keys(cells[0].found).map((method) => {
    const all = cells.map(({ found }) => found[method]);
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    const lowest = Math.min(...all);
    const met = lowest >= TARGET.cell && mean >= TARGET.mean[0] && mean <= TARGET.mean[1];
    return { method, mean: shown(mean), lowest: shown(lowest), met };
  });
  console.table(summary);
}

function coverage() {
  return VARIATIONS.flatMap((cv) =>
    BASES.flatMap((n) =>
      SHARES.map((share) => {
        const found = coverageOf(intervals, share, () => estimateOf(weights(n, cv), share));
        return { cv, n, share, found };
      }),
    ),
  );
}

function clusterCoverage() {
  return CLUSTERS.flatMap((clusters) =>
    SHARES.map((share) => {
      const found = coverageOf(clusterIntervals, share, () => clusteredEstimate(clusters, share));
      return { clusters, share, found };
    }),
  );
}

const CLUSTERS = [5, 10, 15, 30, 60];
const MEMBERS = 20;
const CORRELATION = 0.05;

/** A sample of clusters: those who copy an answer all members share correlate. */
function clusteredEstimate(clusters, share) {
  const sums = { units: clusters, fraction: 0, a: 0, b: 0, aa: 0, ab: 0, bb: 0 };
  const base = { n: clusters * MEMBERS, w: 0, w2: 0 };
  for (let i = 0; i < clusters; i++) {
    const common = random() < share;
    let [a, b] = [0, 0];
    for (const weight of weights(MEMBERS, VARIATIONS[0])) {
      const yes = random() < Math.sqrt(CORRELATION) ? common : random() < share;
      if (yes) a += weight;
      b += weight;
      base.w2 += weight ** 2;
    }
    sums.a += a;
    sums.b += b;
    sums.aa += a * a;
    sums.ab += a * b;
    sums.bb += b * b;
  }
  base.w = sums.b;
  const known = {
    share: Math.min(1, sums.a / sums.b),
    variance: ratioVariance([sums]),
    n: base.n,
    nEffective: kishEffective(base),
  };
  return { ...known, nEffective: linearised(known), df: clusters - 1 };
}

const clusterIntervals = {
  wilson: intervals.wilson,
  logit: intervals.logit,
  beta: intervals.beta,
  adjusted: (one) => wilson(one.share, kornGraubardN(one.nEffective, one.n, one.df, LEVEL), LEVEL),
};

/** The p of a code between two rounds of one size. */
function nullTest(first, second, share) {
  const [a, b] = [first, second].map((all) => estimateOf(all, share));
  const test = twoProportionTest(
    { share: b.share, n: b.nEffective },
    { share: a.share, n: a.nEffective },
  );
  return test?.p ?? null;
}

function alarms() {
  const lines = [0, ...VARIATIONS].flatMap((cv) =>
    BASES.map((n) => {
      let raised = 0;
      for (let i = 0; i < SAMPLES; i++) {
        const [first, second] = [weights(n, cv), weights(n, cv)];
        const ps = CODES.map((share) => nullTest(first, second, share));
        if (adjust(ps, 'BH').some((p) => p !== null && p <= 0.05)) raised++;
      }
      const share = raised / SAMPLES;
      const error = errorOf(share, SAMPLES);
      return {
        cv,
        n,
        families: shown(share),
        '± error': shown(error),
        met: share <= 0.05 + 2 * error,
      };
    }),
  );
  console.table(lines);
}

console.log(`coverage of ${LEVEL} intervals, ${SAMPLES} samples a cell`);
printCoverage(coverage());
console.log(`the same of clusters of ${MEMBERS}, correlation ${CORRELATION}`);
printCoverage(clusterCoverage());
console.log(`families of ${CODES.length} codes with a false discovery, ${SAMPLES} families a line`);
alarms();
