/**
 * How long tables and protection take for many units and rounds.
 *
 * node test/bench/tables.mjs [UNITS] [ROUNDS]   (after `npm run build`; default 200 12, then 3000 12)
 */
import { availableParallelism } from 'node:os';
import { completeTables, countTables } from '../../dist/aggregate/aggregate.js';
import { settleEngine } from '../../dist/engine.js';
import { protectInParallel } from '../../dist/protect/in-parallel.js';
import { NOTHING_EARLIER } from '../../dist/protect/protect.js';
import { countRespondents } from '../../dist/tally/count.js';
import { emptyTally } from '../../dist/tally/tally.js';

const same = (text) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const entry = (id) => ({
  id,
  labels: same(id),
  definition: same(id),
  includes: [],
  excludes: [],
  terms: [],
});
const problems = Array.from({ length: 8 }, (_, i) => ({
  ...entry(`A${i + 1}`),
  subproblems: [1, 2, 3, 4].map((j) => entry(`A${i + 1}.${j}`)),
}));
const taxonomy = { id: 'organ', labels: same('organ'), problems, examples: [], sha256: '' };
const codebook = { taxonomies: new Map([['organ', taxonomy]]), learnt: new Map(), themes: [] };

const none = { stratum: null, cluster: null, fpc: null, respondent: null, weight: null };
const asking = (rounds) => (id) => ({
  id,
  label: same(id),
  missing: [],
  skipped: [],
  asked: rounds,
});
const group = (id, within) => ({ id, label: same(id), column: [id], within, aliases: new Map() });
const surveyOf = (count, ids = Array.from({ length: count }, (_, i) => `r${i}`)) => ({
  languages: ['zh-Hans'],
  rounds: ids.map((id) => ({ id, label: same(id), files: [] })),
  groups: [group('type', null), group('unit', 'type')],
  questions: [
    { ...asking(ids)('open'), type: 'open', taxonomy: { by: null, taxonomy: 'organ' } },
    { ...asking(ids)('scale'), type: 'scale', range: [1, 5], labels: new Map(), rounds: new Map() },
  ],
  columns: none,
  weighting: { method: 'none', by: [], trim: null },
  population: null,
  panel: false,
  hygiene: { contradictions: 'flag' },
  privacy: { minimum: 5, quotes: 'none', personalData: 'mask' },
  statistics: { confidence: 0.95, interval: 'wilson', correction: 'BH' },
});

/** A small generator with a seed, so that every run measures the same. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function tallyOf(units, survey, round, next) {
  const code = (text) => ({
    status: text === '' ? 'no-problem' : 'coded',
    codes: text === '' ? [] : [{ code: text, confidence: 1, evidence: [] }],
  });
  const codeTwice = (text) => {
    const coding = code(text);
    return { coding, byTerms: { ...coding, codes: coding.codes.map((one) => one.code) } };
  };
  const coder = { code, codeTwice };
  const plan = { survey, round, codebook, coders: new Map([['organ', coder]]) };
  const tally = emptyTally();
  const respondents = Array.from({ length: units * 12 }, (_, i) => {
    const unit = Math.floor(next() * units);
    const type = `T${unit % 10}`;
    const text = next() < 0.2 ? '' : `A${1 + Math.floor(next() * 8)}.${1 + Math.floor(next() * 4)}`;
    const answers = [
      { kind: 'text', text },
      { kind: 'number', value: 1 + Math.floor(next() * 5) },
    ];
    return {
      row: i + 2,
      id: String(i),
      weight: 0.5 + next(),
      design: '',
      flags: [],
      groups: [type, `${type}/U${unit}`],
      answers,
    };
  });
  countRespondents(respondents, 'a.csv', plan, tally);
  return { tally, used: respondents.length };
}

async function measure(units, rounds) {
  const survey = surveyOf(rounds);
  const next = random(1);
  const counted = survey.rounds.map((round) => ({
    round: round.id,
    ...tallyOf(units, survey, round.id, next),
  }));
  const tallies = new Map(counted.map((one) => [one.round, one.tally]));
  const rows = counted.map(({ round, used }) => ({
    round,
    file: 'a.csv',
    encoding: 'utf-8',
    format: 'plain',
    rows: used,
    used,
    set_aside: 0,
    excluded: 0,
    reason: 'used',
  }));
  const counts = { survey, codebook, tallies, rows, population: null };
  const times = {};
  const timed = async (name, work) => {
    const started = performance.now();
    const result = await work();
    times[name] = `${((performance.now() - started) / 1000).toFixed(2)} s`;
    return result;
  };
  const tables = await timed('count tables', () => countTables(counts));
  const { tables: shown, protection } = await timed('protect', () =>
    protectInParallel(tables, survey, codebook, NOTHING_EARLIER, availableParallelism()),
  );
  await timed('trends and tests', () => completeTables(shown, counts));
  console.log(
    `${units} units × ${rounds} rounds: ${tables.problems.length} lines`,
    times,
    protection.kept,
  );
}

settleEngine();
const [units, rounds] = process.argv.slice(2).map(Number);
const sizes = units
  ? [[units, rounds || 12]]
  : [
      [200, 12],
      [3000, 12],
    ];
for (const [u, r] of sizes) await measure(u, r);
