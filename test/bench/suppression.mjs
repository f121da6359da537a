/**
 * How much of its tables a survey keeps, and how long that takes, beside two simpler ways.
 *
 * node test/bench/suppression.mjs [SURVEY]   (after `npm run build`; the sample survey by default)
 *
 * - plain: of every sum with one hidden member, the next smallest member is hidden too
 * - mended: plain, and of every count that can still be worked out the next smallest member of each
 *   of its sums too, until none can
 * - rows: of every line with a small count, the whole line is hidden, and then as plain
 *
 * Each is attacked by linear programming over every published sum and bound. For each table: lines
 * that are not small themselves and are hidden all the same, of all lines that are not small.
 */
import { resolve } from 'node:path';
import { countTables } from '../../dist/aggregate/aggregate.js';
import { prepareTallies } from '../../dist/aggregate/prepare.js';
import { rowsOf } from '../../dist/aggregate/rows.js';
import { nodeEffects } from '../../dist/node-effects.js';
import { attack } from '../../dist/protect/attack.js';
import { countsBehind } from '../../dist/protect/counts/behind.js';
import { publishedCounts } from '../../dist/protect/counts/counts.js';
import { tablesNetwork } from '../../dist/protect/hide.js';
import { keptOf } from '../../dist/protect/kept.js';
import { gridsOf } from '../../dist/protect/suppress/grids.js';
import { suppress } from '../../dist/protect/suppress.js';
import { loadPopulation } from '../../dist/read/population.js';
import { loadSurvey } from '../../dist/survey/load.js';
import { countRounds } from '../../dist/tally/count-rounds.js';
import { loadCodebook } from '../../dist/tally/load-codebook.js';

const { fx } = nodeEffects();
const survey = await loadSurvey(resolve(process.argv[2] ?? 'surveys'), fx);
const { minimum } = survey.privacy;
const silent = { found() {}, learning() {} };
const codebook = await loadCodebook(survey, fx, silent);
const population = await loadPopulation(survey, fx);
const sinks = { async codeLines() {}, async setAside() {}, async flags() {} };
const counted = await countRounds(survey, codebook, { strict: false, jobs: 1 }, sinks, fx);
const { tallies } = prepareTallies(counted.tallies, survey, population);
const rows = counted.files.flatMap(rowsOf);
const tables = countTables({ survey, codebook, tallies, rows, population });

const started = performance.now();
const network = tablesNetwork(tables, survey, codebook);
const built = performance.now();
const counts = publishedCounts(tables, survey);
const grids = gridsOf(counts, network.index, survey);
const ours = suppress(network, minimum, grids);
const solved = performance.now();

/** Hides with each count the lines over it, but no more: not what is always equal to it. */
function hide(hidden, cell) {
  if (hidden.has(cell)) return;
  hidden.add(cell);
  for (const name of network.cells[cell].dependents) {
    if (network.index.has(name)) hide(hidden, network.index.get(name));
  }
}

/** The next smallest of every sum with one hidden member: parts that are not 0, parts, the total. */
function complement(hidden) {
  const { sums } = network;
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (let i = 0; i < sums.length; i++) {
      const { at, times } = sums.tie(i);
      if (at.filter((cell) => hidden.has(cell)).length !== 1) continue;
      hideNext(hidden, at, times);
    }
  }
  return hidden;
}

function hideNext(hidden, at, times) {
  const { cells } = network;
  const isTotal = (cell) => times[at.indexOf(cell)] !== times[at.length - 1];
  const rank = (cell) => (isTotal(cell) ? 2 : Number(cells[cell].n === 0));
  const free = [...at].filter((cell) => !hidden.has(cell) && !cells[cell].fixed);
  free.sort((a, b) => rank(a) - rank(b) || cells[a].n - cells[b].n || a - b);
  if (free.length > 0) hide(hidden, free[0]);
}

function mended(hidden) {
  for (;;) {
    const found = attacked(hidden);
    if (found.length === 0) return hidden;
    const before = hidden.size;
    for (const { cell } of found) {
      for (const sum of network.sumsOf.of(cell)) {
        const { at, times } = network.sums.tie(sum);
        hideNext(hidden, at, times);
      }
    }
    complement(hidden);
    if (hidden.size === before) return hidden;
  }
}

const small = network.cells.flatMap(({ primary }, cell) => (primary ? [cell] : []));
const plain = new Set();
for (const cell of small) hide(plain, cell);
complement(plain);
const whole = new Set();
for (const cell of small) {
  const over = network.over[cell];
  hide(whole, over < 0 || network.cells[over].fixed ? cell : over);
}
complement(whole);

function attacked(hidden) {
  const shown = Float64Array.from(network.cells, ({ n }, cell) =>
    hidden.has(cell) ? Number.NaN : n,
  );
  const people = [...hidden].filter((cell) => network.cells[cell].ofPeople);
  return attack(network, shown, people, minimum, Infinity).exposed;
}

const ways = { canvass: ours, plain, mended: mended(new Set(plain)), rows: whole };
const kept = Object.entries(ways).map(([way, hidden]) => [
  way,
  keptOf(
    tables,
    countsBehind(tables, counts),
    new Set([...hidden].map((cell) => counts.get(network.cells[cell].name))),
  ),
]);
const table = Object.fromEntries(
  kept[0][1].map(({ table: name, others }, i) => [
    name,
    {
      lines: others,
      ...Object.fromEntries(
        kept.map(([way, all]) => [way, `${((100 * all[i].complementary) / others).toFixed(1)} %`]),
      ),
    },
  ]),
);
const sum = (all, what) => all.reduce((total, one) => total + one[what], 0);
table.all = {
  lines: sum(kept[0][1], 'others'),
  ...Object.fromEntries(
    kept.map(([way, all]) => [
      way,
      `${((100 * sum(all, 'complementary')) / sum(all, 'others')).toFixed(1)} %`,
    ]),
  ),
};
table['hidden counts'] = Object.fromEntries(
  Object.entries(ways).map(([way, { size }]) => [way, size]),
);
table['worked out'] = Object.fromEntries(
  Object.entries(ways).map(([way, hidden]) => [way, attacked(hidden).length]),
);
console.table(table);
console.log(
  `${network.cells.length} counts, ${network.sums.length} sums, ${network.limits.length} bounds; ` +
    `tied together in ${(built - started).toFixed(0)} ms, hidden in ${(solved - built).toFixed(0)} ms`,
);
