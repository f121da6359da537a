import { expect, test } from '@jest/globals';
import { answersIn, layoutOf } from './exported.ts';
import { joined, open, scale, single } from './surveys.ts';

test('Google Forms: grids are items; options with commas are told apart where they are declared', async () => {
  expect(await layoutOf('google-forms-grid.csv')).toEqual({
    format: 'google-forms',
    headerRows: 1,
    columns: [
      'Timestamp = metadata',
      'Email Address = personal',
      'How is it going? = question How is it going?',
      'Rate [Courses, short] = item of Rate: Courses, short',
      'Rate [Meetings] = item of Rate: Meetings',
      'What is missing? (tick all) = question What is missing? (tick all)',
      'What else? = question What else?',
    ],
  });
  const missing = 'What is missing? (tick all)';
  const options = ['Money, time', 'Staff', 'Desks, chairs', 'Desks'];
  const questions = [scale('How is it going?'), joined(missing, options), open('What else?')];
  const { answers, setAside } = await answersIn('google-forms-grid.csv', questions);
  expect(answers).toEqual([
    [4, ['Money, time', 'Staff'], 'Too many meetings'],
    [2, ['Staff', 'Desks, chairs'], ''],
    ['missing', ['Desks'], 'None, really'],
  ]);
  expect(setAside).toEqual([]);
});

test('Google Forms: without declared options a cell with commas is not taken apart, but noted', async () => {
  const missing = 'What is missing? (tick all)';
  const { answers, notes } = await answersIn('google-forms-grid.csv', [joined(missing)]);
  expect(answers).toEqual([[['Money, time, Staff']], [['Staff, Desks, chairs']], [['Desks']]]);
  expect(notes).toEqual([{ kind: 'options-undeclared', row: 2, column: missing, count: 2 }]);
});

test('Google Forms as downloaded, in Chinese: options joined by ;', async () => {
  expect((await layoutOf('google-forms-semicolons.csv')).format).toBe('google-forms');
  const { answers } = await answersIn('google-forms-semicolons.csv', [joined('缺什么？')]);
  expect(answers).toEqual([[['钱, 时间', '人手']], [['人手']]]);
});

test('Microsoft Forms: options end in ;, may hold commas and colons, repeated titles have digits', async () => {
  expect(await layoutOf('microsoft-forms-trailing-semicolon.csv')).toEqual({
    format: 'microsoft-forms',
    headerRows: 1,
    columns: [
      'ID = respondent',
      'Start time = metadata',
      'Completion time = metadata',
      'Email = personal',
      'Name = personal',
      'Unit = question Unit',
      'What is missing? = question What is missing?',
      'When = question When',
      'When2 = question When2',
      'What else? = question What else?',
    ],
  });
  const questions = [joined('What is missing?'), single('When2'), open('What else?')];
  const read = await answersIn('microsoft-forms-trailing-semicolon.csv', questions);
  expect(read.answers).toEqual([
    [['Money, time', 'Staff: full time'], ['Friday'], 'Too many meetings'],
    [['Staff: full time'], 'missing', ''],
    ['missing', ['Friday'], 'none'],
  ]);
  expect([read.setAside, read.notes]).toEqual([[], []]);
});

test('Microsoft Forms with Chinese headers', async () => {
  const { format, columns } = await layoutOf('microsoft-forms-chinese.csv');
  expect([format, ...columns.slice(0, 5)]).toEqual([
    'microsoft-forms',
    'ID = respondent',
    '开始时间 = metadata',
    '完成时间 = metadata',
    '电子邮件 = personal',
    '姓名 = personal',
  ]);
});
