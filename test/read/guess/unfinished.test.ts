import { describe, expect, test } from '@jest/globals';
import { draftOf, table } from './draft-of.ts';

describe('rows that are no finished answer sheets', () => {
  const excluded = async (...tables: readonly (readonly string[])[]) =>
    (await draftOf(...tables)).exclude.map(({ column, values, notes }) => ({
      column,
      values,
      told: notes[0]?.values.values,
    }));
  const last = (word: string, others: string) => (i: number) => (i < 3 ? word : others);

  test.each([
    { what: '问卷星', header: '答卷状态', cell: last('未完成', '已完成'), values: ['未完成'] },
    {
      what: 'Qualtrics',
      header: 'Status',
      cell: last('Survey Preview', 'IP Address'),
      values: ['Survey Preview'],
    },
    { what: 'Qualtrics', header: 'Finished', cell: last('False', 'True'), values: ['False'] },
    { what: 'LimeSurvey', header: 'submitdate', cell: last('', '2026-03-01'), values: [''] },
    {
      what: 'a table in traditional characters',
      header: '審核狀態',
      cell: last('未通過', '通過'),
      values: ['未通過'],
    },
  ])('$what: $header, with how many there are', async ({ header, cell, values }) => {
    const rows = table(`序号,${header},满意度`, 40, (i) => `${i},${cell(i)},${(i % 5) + 1}`);
    const told = `"${values[0]}" 3`;
    expect(await excluded(rows)).toEqual([{ column: header, values, told }]);
  });

  test.each([
    { what: 'nobody is unfinished', header: '答卷状态', cell: () => '已完成' },
    { what: 'all are', header: 'submitdate', cell: () => '' },
    { what: 'the column is a question', header: '您是否满意', cell: last('否', '是') },
  ])('none where $what', async ({ header, cell }) => {
    const rows = table(`序号,${header},满意度`, 40, (i) => `${i},${cell(i)},${(i % 5) + 1}`);
    expect(await excluded(rows)).toEqual([]);
  });

  test('none by a column that one of the files lacks, as exclude would refuse that file', async () => {
    const one = table('状态,满意度', 40, (i) => `${i < 3 ? '预览' : '完成'},${(i % 5) + 1}`);
    expect(
      await excluded(
        one,
        table('满意度', 40, (i) => `${(i % 5) + 1}`),
      ),
    ).toEqual([]);
  });
});
