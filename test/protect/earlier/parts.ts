/** Rounds as a few kinds of people, to be laid beside one another. */
import { countTables } from '../../../pipeline/aggregate/aggregate.ts';
import { knownCounts } from '../../../pipeline/protect/earlier/known-counts.ts';
import type { Release } from '../../../pipeline/protect/earlier/release.ts';
import type { Respondent } from '../../../pipeline/read/respondent.ts';
import type { Survey } from '../../../pipeline/survey/survey.ts';
import { countsOf } from '../../support/made-tables.ts';
import { protectTables } from '../../support/protect-tables.ts';
import { respondentOf, tinyCodebook } from '../../support/survey.ts';

/** So many people of a unit who say one thing; they choose x, y and z in turn unless told. */
export type Part = readonly [open: string, n: number, unit: string, single?: string];

/** @param first point of the scale that their answers begin with */
export function peopleOf(parts: readonly Part[], first = 1): readonly Respondent[] {
  return parts.flatMap(([open, n, unit, single]) => {
    const [type, name] = unit.split('/') as [string, string];
    return Array.from({ length: n }, (_, i) =>
      respondentOf(open, type, name, {
        scale: Math.min(5, first + (i % 5)),
        single: single ?? 'xyz'[i % 3]!,
      }),
    );
  });
}

export const FIRST: readonly Part[] = [
  ['P1', 30, 'T/U'],
  ['P2', 30, 'T/U'],
  ['P1', 20, 'S/V'],
  ['P2', 25, 'S/V'],
  ['P1;P2', 40, 'S/W'],
  ...['T/U', 'S/V', 'S/W'].map((unit): Part => ['no-problem', 10, unit]),
];

/** Rounds as they are published beside a release, and the next release as it is read again. @param inputs of the first round @param coding what answers are coded by */
export function publish(
  all: readonly (readonly Respondent[])[],
  survey: Survey,
  release: Release | null = null,
  inputs = 'first',
  coding: string | null = null,
) {
  const before = countTables(countsOf(all, survey));
  const files = new Map([['r1', inputs]]);
  const { tables, protection } = protectTables(before, survey, tinyCodebook, {
    release,
    inputs: files,
    coding,
    ids: new Map(),
  });
  const own = knownCounts(tables);
  const { known, left, inputs: filesLeft } = protection.leftOut;
  const made: Release = {
    tables,
    known: new Map([...known, ...own]),
    left: new Map([...left].filter(([name]) => !own.has(name))),
    inputs: new Map([...filesLeft, ...files]),
    revised: new Set(protection.revised),
    changes: protection.changes,
    coding,
  };
  return { before, tables, protection, release: made };
}
