/** Respondents on their way between threads. */
import { expect, test } from '@jest/globals';
import type { Answer, Respondent } from '../../pipeline/read/respondent.ts';
import { packed, unpacked } from '../../pipeline/tally/packed.ts';

const CHOSEN: Answer = { kind: 'options', options: ['经费', '其他'] };
const ANSWERS: readonly Answer[] = [
  { kind: 'skipped' },
  { kind: 'missing' },
  { kind: 'text', text: '' },
  { kind: 'text', text: '没人管\n没钱' },
  { kind: 'number', value: -0.5 },
  { kind: 'options', options: [] },
  CHOSEN,
];

/** Of each the answers begin with another one, so that every kind stands in every column. */
function respondentsOf(many: number, groups: number): Respondent[] {
  return Array.from({ length: many }, (_, at) => ({
    row: at + 2,
    id: at % 3 === 0 ? '同一个' : `id ${at}`,
    weight: at / 7,
    design: at % 2 === 0 ? '' : `层${at}`,
    groups: Array.from({ length: groups }, (_, g) => `组${(at + g) % 3}`),
    answers: ANSWERS.map((_, q) => ANSWERS[(q + at) % ANSWERS.length]!),
    flags: at % 5 === 1 ? ['duplicates', 'speed'] : [],
  }));
}

/** As another thread gets it. */
const sent = (respondents: readonly Respondent[]) => unpacked(structuredClone(packed(respondents)));

test('respondents arrive as they were sent, whatever they answered', () => {
  for (const [many, groups] of [
    [40, 2],
    [1, 0],
    [0, 1],
  ] as const) {
    const respondents = respondentsOf(many, groups);
    expect(sent(respondents)).toEqual(respondents);
  }
});

test('an answer of a closed question that many share is sent once', () => {
  const respondents = respondentsOf(700, 1);
  const { closed, texts, values } = packed(respondents);
  expect(closed).toHaveLength(5);
  expect(values).toHaveLength(3);
  expect(texts).toHaveLength(1400);
});
