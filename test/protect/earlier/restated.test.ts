import { expect, test } from '@jest/globals';
import type { ClosedRow, ProblemRow } from '../../../pipeline/aggregate/tables.ts';
import { knownCounts } from '../../../pipeline/protect/earlier/known-counts.ts';
import { restatedRows } from '../../../pipeline/protect/earlier/restated.ts';
import { NO_TABLES } from '../../support/tables.ts';

const problem = (code: string, base: number | null, share: number | null): ProblemRow => ({
  ...{ round: 'r1', question: 'open', taxonomy: 'tiny', group: 'all', value: '' },
  ...{ code, level: 1, label: code, base, n: base, share, low: null, high: null },
  ...{ n_effective: null, status: share === null ? 'suppressed' : 'shown' },
});
const option = (name: string, base: number, share: number): ClosedRow => ({
  ...problem('', base, share),
  ...{ question: 'role', type: 'single', option: name, mean: null, sd: null },
});

test('lists what both releases show and show differently, and nothing that either hides', () => {
  const before = {
    ...NO_TABLES,
    problems: [
      ...[problem('P1', 80, 0.5), problem('P2', 80, 0.25)],
      ...[problem('P3', null, null), problem('P4', 80, 0.125)],
    ],
    closed: [option('x', 90, 0.5), option('y', 90, 0.5)],
  };
  const now = {
    problems: [
      ...[problem('P1', 88, 0.5), problem('P2', 80, 0.25)],
      ...[problem('P3', 88, 0.1), problem('P4', null, null)],
    ],
    closed: [option('x', 90, 0.6), option('y', 90, 0.5)],
  };
  const release = {
    tables: before,
    known: knownCounts(before),
    inputs: new Map(),
    left: new Map(),
    revised: new Set<string>(),
    changes: new Map(),
    coding: null,
  };
  const where = { round: 'r1', group: 'all', value: '' };
  expect(restatedRows(now, release)).toEqual([
    {
      ...{ ...where, question: 'open', of: 'problems', taxonomy: 'tiny', code: 'P1' },
      ...{ base_before: 80, base: 88, share_before: 0.5, share: 0.5 },
    },
    {
      ...{ ...where, question: 'role', of: 'closed', taxonomy: '', code: 'x' },
      ...{ base_before: 90, base: 90, share_before: 0.5, share: 0.6 },
    },
  ]);
  expect(restatedRows(now, null)).toEqual([]);
});
