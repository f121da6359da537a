import { expect, test } from '@jest/globals';
import { closedRows } from '../../pipeline/aggregate/closed.ts';
import { tableStrata } from '../../pipeline/aggregate/domain-variance.ts';
import { meanOf, shareOf } from '../../pipeline/aggregate/figures.ts';
import { cellsOfItems } from '../../pipeline/aggregate/sums.ts';
import type { ClosedRow } from '../../pipeline/aggregate/tables.ts';
import type { Answer, Respondent } from '../../pipeline/read/respondent.ts';
import { raoScottDesign } from '../../pipeline/statistics/rao-scott-design.ts';
import type { ClosedQuestion, Question, Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { designOf } from '../../pipeline/tally/design.ts';
import { optionItem } from '../../pipeline/tally/items.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { type DesignTruth, designs, expectNear, rowsOf } from '../statistics/support.ts';
import { singleQuestion, surveyOf, tinyCodebook } from '../support/survey.ts';

const SHARES = ['stype', 'sch.wide', 'comp.imp', 'awards', 'both'];
const NUMBERS = ['api00', 'enroll', 'meals', 'acs.46'];

const questions: readonly ClosedQuestion[] = [
  ...SHARES.map(
    (id): ClosedQuestion => ({
      ...singleQuestion,
      id,
      type: 'single',
      options: [],
      links: new Map(),
      labels: new Map(),
      aliases: new Map(),
      column: [id],
      asked: ['r1'],
    }),
  ),
  ...NUMBERS.map(
    (id): ClosedQuestion => ({
      id,
      type: 'number',
      label: sameInAll(id),
      column: [id],
      missing: [],
      skipped: [],
      asked: ['r1'],
    }),
  ),
];

/** A survey as `svydesign` describes it. */
function surveyFor({ design }: DesignTruth, interval: Survey['statistics']['interval']): Survey {
  const name = (column?: string) => (column === undefined ? null : [column]);
  const groups = ['stype'].map((id) => ({
    id,
    label: sameInAll(id),
    column: [id],
    within: null,
    aliases: new Map(),
  }));
  return surveyOf({
    groups,
    questions: questions as readonly Question[],
    columns: {
      respondent: null,
      weight: ['pw'],
      stratum: name(design.strata),
      cluster: name(design.ids),
      fpc: name(design.fpc),
    },
    privacy: { minimum: 1, quotes: 'none', personalData: 'mask' },
    statistics: { confidence: 0.95, interval, correction: 'BH' },
  });
}

function respondentsOf({ data, design }: DesignTruth): readonly Respondent[] {
  const hasDesign = design.strata ?? design.ids ?? design.fpc;
  return rowsOf(data).map(({ cells, weight }, i): Respondent => {
    const part = (column?: string) => (column === undefined ? '' : cells[column]!);
    const place = JSON.stringify([part(design.strata), part(design.ids), part(design.fpc)]);
    const answers = questions.map(({ id, type }): Answer => {
      const cell = cells[id]!;
      if (cell === '') return { kind: 'missing' };
      return type === 'number'
        ? { kind: 'number', value: Number(cell) }
        : { kind: 'options', options: [cell] };
    });
    return {
      row: i + 2,
      id: String(i),
      weight,
      design: hasDesign === undefined ? '' : place,
      groups: [cells.stype!],
      answers,
      flags: [],
    };
  });
}

/** closed.csv of a design before anything is rounded or hidden. */
function closedOf(truth: DesignTruth, interval: Survey['statistics']['interval']) {
  const survey = surveyFor(truth, interval);
  const tally = emptyTally();
  const plan = { survey, round: 'r1', codebook: tinyCodebook, coders: new Map() };
  countRespondents(respondentsOf(truth), 'a.csv', plan, tally);
  const { design, faults } = designOf(tally, survey);
  expect(faults).toEqual([]);
  return questions.flatMap((question) =>
    closedRows({
      round: 'r1',
      question,
      tally,
      survey,
      shareOf: shareOf(design, survey),
      meanOf: meanOf(design, survey),
    }),
  );
}

/** The line of closed.csv that a truth speaks of, if the table has it. */
function lineOf(
  rows: readonly ClosedRow[],
  truth: { readonly var: string; readonly group?: string; readonly level?: string },
): ClosedRow | undefined {
  return rows.find(
    (row) =>
      row.question === truth.var &&
      row.value === (truth.group ?? '') &&
      row.option === (truth.level ?? ''),
  );
}

test.each(designs)('svymean and svyciprop of shares of %s come out of a count', (_, truth) => {
  const [logit, beta] = [closedOf(truth, 'logit'), closedOf(truth, 'beta')];
  let compared = 0;
  for (const one of [...truth.proportions, ...truth.proportions_by]) {
    const [row, other] = [lineOf(logit, one)!, lineOf(beta, one)!];
    expectNear(row.share ?? undefined, one.p);
    expect(row.base).toBe(one.n);
    const { xlogit, beta: ofBeta } = one.svyciprop;
    if (one.variance < 1e-20 || xlogit === undefined || ofBeta === undefined) continue;
    expectNear(row.low ?? undefined, xlogit[0], 1e-6);
    expectNear(row.high ?? undefined, xlogit[1], 1e-6);
    expectNear(other.low ?? undefined, ofBeta[0], 1e-6);
    expectNear(other.high ?? undefined, ofBeta[1], 1e-6);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(5);
});

test.each(designs)(
  'confint(svymean, df = degf) of means of %s comes out of a count',
  (_, truth) => {
    const rows = closedOf(truth, 'wilson');
    for (const one of [...truth.means, ...truth.means_by]) {
      const row = lineOf(rows, one)!;
      expectNear(row.mean ?? undefined, one.mean);
      if (one.ci_t === undefined) continue;
      expectNear(row.low ?? undefined, one.ci_t[0], 1e-6);
      expectNear(row.high ?? undefined, one.ci_t[1], 1e-6);
    }
  },
);

test.each(designs)(
  'n_effective of %s is p(1 − p) / variance, capped at n, or Kish’s',
  (_, truth) => {
    const rows = closedOf(truth, 'wilson');
    for (const one of truth.proportions) {
      const row = lineOf(rows, one)!;
      const byVariance = truth.design.strata || truth.design.ids || truth.design.fpc;
      const expected =
        byVariance && one.variance > 1e-20
          ? Math.min(one.n, (one.p * (1 - one.p)) / one.variance)
          : truth.kish.n_eff;
      expectNear(row.n_effective ?? undefined, expected);
    }
  },
);

test.each(designs)('svychisq(statistic = "F") of %s comes out of a count', (_, truth) => {
  const survey = surveyFor(truth, 'wilson');
  const tally = emptyTally();
  const plan = { survey, round: 'r1', codebook: tinyCodebook, coders: new Map() };
  countRespondents(respondentsOf(truth), 'a.csv', plan, tally);
  const { design } = designOf(tally, survey);
  let compared = 0;
  for (const { row, col, rows, cols, F } of truth.svychisq) {
    if (col !== 'stype' || rows.length !== 2 || design.strata === null) continue;
    const cells = (value: string, option: string) =>
      cellsOfItems(tally, { question: row, group: col, value }, [optionItem(option)]);
    const groups = cols.map((group) => ({
      group,
      yes: cells(group, rows[0]!),
      no: cells(group, rows[1]!),
    }));
    const test = raoScottDesign(tableStrata(groups, design.strata))!;
    expectNear(test.statistic, F.statistic);
    expectNear(test.df2, F.parameter[1]);
    expectNear(test.p, F.p);
    compared += 1;
  }
  expect(compared > 0 || design.strata === null).toBe(true);
});

test('a stratum with two populations, and one smaller than what was drawn, are faults', () => {
  const survey = surveyFor(
    { ...designs[0]![1], design: { strata: 'stype', fpc: 'fpc' } },
    'wilson',
  );
  const tally = emptyTally();
  const person = (stratum: string, fpc: string): Respondent => ({
    ...respondentsOf(designs[0]![1])[0]!,
    design: JSON.stringify([stratum, '', fpc]),
  });
  const people = [person('a', '40'), person('a', '50'), person('b', '2'), person('b', '2')];
  const plan = { survey, round: 'r1', codebook: tinyCodebook, coders: new Map() };
  countRespondents([...people, person('b', '2'), person('c', '1')], 'a.csv', plan, tally);
  const { design, faults } = designOf(tally, survey);
  expect(faults).toEqual([
    {
      stratum: 'a',
      found: [
        { fpc: 40, n: 1 },
        { fpc: 50, n: 1 },
      ],
      units: 2,
    },
    { stratum: 'b', found: [{ fpc: 2, n: 3 }], units: 3 },
  ]);
  expect(design.strata?.strata.get('c')).toEqual({ units: 1, fraction: 1 });
});
