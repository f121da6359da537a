/** Values of groups and names of files are published: they may not tell of a person. */
import { expect, test } from '@jest/globals';
import { personalNames } from '../../pipeline/aggregate/personal-names.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

function problemsOf(units: readonly string[], more: Partial<Survey> = {}) {
  const survey = surveyOf(more);
  const coders = new Map([['tiny', literalCoder]]);
  const tally = emptyTally();
  const people = units.map((unit, i) => respondentOf('P1', 'T', unit, { row: i + 2 }));
  countRespondents(people, 'f', { survey, round: 'r1', codebook: tinyCodebook, coders }, tally);
  return personalNames(new Map([['r1', tally]]), survey);
}

function found(units: readonly string[], more: Partial<Survey> = {}) {
  return problemsOf(units, more).map(({ message, file, key, values }) => [
    message,
    file,
    key,
    values.count,
  ]);
}

test('numbers of people among the values of a group are refused, with how many there are', () => {
  const units = [
    '甲13900000417',
    '１３９０００００４１８',
    '乙 a@example.org',
    '丙单位',
    '甲13900000417',
  ];
  expect(found(units)).toEqual([['personal-in-group', 'survey.yaml', 'groups[2]', 3]]);
});

test('each is told by its round and its ends, to be found in the file, and no number as a whole', () => {
  const [one] = problemsOf(['第一支部', '甲13900000417', 'a@b.cn']);
  expect(one!.values.values).toBe('r1: …; r1: 甲13…417');
});

test('names of units, hot lines and places are none', () => {
  expect(
    found(['12345热线', '第110支队', '中山路12号社区', '2026年第3组', '张江镇联系人办公室']),
  ).toEqual([]);
});

test('a value that survey.yaml names itself is meant so, also within another', () => {
  const groups = surveyOf().groups.map((group) => ({
    ...group,
    aliases: new Map(group.id === 'unit' ? [['a', '热线13900000417']] : []),
  }));
  expect(found(['热线13900000417'], { groups })).toEqual([]);
  expect(found(['热线13900000417', '13900000418'], { groups })).toHaveLength(1);
});

test('a file named after a number is refused', () => {
  const file = {
    ...{ path: '/survey/13900000417.csv', name: '答卷13900000417.csv' },
    ...{ encoding: null, sheet: null, headerRows: null, twin: null },
  };
  const rounds = surveyOf().rounds.map((round) => ({ ...round, files: [file] }));
  const [first] = found(['甲'], { rounds: rounds.slice(0, 1) });
  expect(first).toEqual(['personal-in-file-name', '答卷13900000417.csv', undefined, undefined]);
});
