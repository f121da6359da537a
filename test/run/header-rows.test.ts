/** A header that stands further down than the program looked for it. */
import { describe, expect, test } from '@jest/globals';
import { canvass, folderWith } from '../support/cli.ts';

const survey = (file: string) => `title: t
rounds:
  - {id: r1, files: [${file}]}
questions:
  - {id: s, type: scale, column: 重视, range: [1, 5]}
  - {id: o, type: open, column: [存在问题, 问题], taxonomy: organ}
`;
const ROWS = ['1,3,经费不足', '2,4,会议太多', ''].join('\n');

describe('a header below the row taken for it is told once, with what to write, and that does', () => {
  test.each([
    {
      what: 'a title above the header',
      data: `2026年问卷,,\n\n序号,重视,问题\n${ROWS}`,
      says: 'row 1 was taken for the header, but the columns "重视 | 存在问题 / 问题" are in row 3',
    },
    {
      what: 'the second row of a header in two rows',
      data: `基本信息,评分,问题\n序号,重视,\n${ROWS}`,
      says: 'row 1 was taken for the header, but the columns "重视" are in row 2',
    },
  ])('$what', ({ data, says }) => {
    const home = folderWith({ 'survey.yaml': survey('a.csv'), 'a.csv': data });
    for (const command of ['check', 'run']) {
      const { status, stderr } = canvass([command, '.'], home);
      expect({ command, status }).toEqual({ command, status: 1 });
      expect(stderr).toContain('1 problem:');
      expect(stderr).toContain(says);
      expect(stderr).toContain('{path: a.csv, header_rows: 2}');
    }
    const mended = folderWith({
      'survey.yaml': survey('{path: a.csv, header_rows: 2}'),
      'a.csv': data,
    });
    expect(canvass(['check', '.'], mended).status).toBe(0);
  });
});

test('a respondent who chose what a missing column is called is no header', () => {
  const home = folderWith({
    'survey.yaml': survey('a.csv'),
    'a.csv': '序号,重视,困难\n1,3,问题\n2,4,人少\n',
  });
  const { stderr } = canvass(['check', '.'], home);
  expect(stderr).toContain('the header has no column "存在问题 / 问题"');
  expect(stderr).not.toContain('header_rows');
});

test('a respondent who answers with the name of a column that is nowhere is no header', () => {
  const home = folderWith({
    'survey.yaml': survey('a.csv'),
    'a.csv': `序号,重视,看法\n${ROWS}3,5,没有这样的问题\n`,
  });
  const { stderr } = canvass(['check', '.'], home);
  expect(stderr).toContain('the header has no column "存在问题 / 问题"');
  expect(stderr).not.toContain('header_rows');
});
