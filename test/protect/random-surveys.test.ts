/** Nobody can be picked out of any survey: random ones, attacked with nothing but their tables. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { isPrimary } from '../../pipeline/protect/counts/primary.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { attackTables } from '../support/attack-tables.ts';
import { countsOf } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const SURVEYS = 200;

/** Few say most of it, most say little of it: cells are sparse. */
const answer = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('P1', 'P1.1', 'P1.1;P2') },
  { weight: 1, arbitrary: fc.constantFrom('P2;P3', 'P3', 'P2.1', 'P1.2;P3', 'P1.2') },
  { weight: 2, arbitrary: fc.constantFrom('uncoded', 'no-problem', 'empty', 'skipped') },
);
/** Types and units of very different sizes, some of one unit only. */
const unit = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(['A', 'a1'], ['A', 'a2'], ['B', 'b1']) },
  { weight: 3, arbitrary: fc.constantFrom(['B', 'b2'], ['C', 'c1'], ['A', 'a3']) },
  { weight: 1, arbitrary: fc.constantFrom(['A', 'a4'], ['B', 'b3'], ['D', 'd1'], ['D', 'd2']) },
);
const person = fc.record({
  answer,
  unit,
  scale: fc.integer({ min: 1, max: 5 }),
  single: fc.oneof(
    { weight: 4, arbitrary: fc.constant('x') },
    { weight: 1, arbitrary: fc.constantFrom('y', 'z') },
  ),
  weight: fc.integer({ min: 1, max: 40 }),
  isFlagged: fc.boolean(),
});
const survey = fc.record({
  minimum: fc.integer({ min: 3, max: 10 }),
  isWeighted: fc.boolean(),
  rounds: fc.array(fc.array(person, { minLength: 1, maxLength: 90 }), {
    minLength: 1,
    maxLength: 2,
  }),
});

test(`of ${SURVEYS} random surveys no hidden count can be worked out`, () => {
  let hidden = 0;
  fc.assert(
    fc.property(survey, ({ minimum, isWeighted, rounds }) => {
      const plain = surveyOf();
      const made = surveyOf({
        rounds: plain.rounds.slice(0, rounds.length),
        privacy: { ...plain.privacy, minimum },
        columns: { ...plain.columns, weight: isWeighted ? ['w'] : null },
      });
      const people = rounds.map((round) =>
        round.map(({ answer: open, unit: [type, name], isFlagged, ...one }): Respondent => {
          const weight = isWeighted ? one.weight / 8 : 1;
          return {
            ...respondentOf(open, type, name, { ...one, weight }),
            flags: isFlagged ? ['speed'] : [],
          };
        }),
      );
      const before = countTables(countsOf(people, made));
      const { tables } = protectTables(before, made, tinyCodebook);
      const found = attackTables(before, tables, made, tinyCodebook);
      hidden += found.hidden;
      expect(found.exposed).toEqual([]);
      for (const { n, base, status } of [...tables.problems, ...tables.themes, ...tables.closed]) {
        if (status !== 'shown' || n === null) continue;
        expect(isPrimary(n, base!, minimum)).toBe(false);
      }
    }),
    { numRuns: SURVEYS },
  );
  console.info(`${SURVEYS} surveys, ${hidden} hidden counts, none worked out`);
});
