import { expect, test } from '@jest/globals';
import { oneFile } from './effects.ts';
import { answersIn, layoutOf, plainly } from './exported.ts';
import { inColumns, joined, open, readAll, roundFile, scale, single, survey } from './surveys.ts';

test('Qualtrics: the third header record tells the format and what a column is for', async () => {
  expect(await layoutOf('qualtrics-three-header-rows.csv')).toEqual({
    format: 'qualtrics',
    headerRows: 3,
    columns: [
      '开始日期 = metadata',
      '结束日期 = metadata',
      '答复类型 = metadata',
      'IP 地址 = personal',
      '进度 = metadata',
      '持续时间（秒） = duration',
      '已完成 = metadata',
      '记录日期 = metadata',
      '答复 ID = respondent',
      '收件人电子邮件 = personal',
      '用户语言 = metadata',
      'Type - of unit = question Type - of unit',
      'What is missing? - now - Selected Choice - Money = option of What is missing? - now: Money',
      'What is missing? - now - Selected Choice - Staff - full time = option of What is missing? - now: Staff - full time',
      'What is missing? - now - Selected Choice - Other = option of What is missing? - now: Other',
      'What is missing? - now - Other - Text = fill-in of What is missing? - now',
      'How good are - Courses = item of How good are: Courses',
      'How good are - Meetings = item of How good are: Meetings',
      'What else? = question What else?',
      'Q4 - Topics = metadata',
      'unit = question unit',
    ],
  });
});

test('Qualtrics: columns are found by label or by code', async () => {
  const stem = 'What is missing? - now - Selected Choice';
  const questions = [
    single('Type - of unit'),
    inColumns([`${stem} - Money`, `${stem} - Staff - full time`, 'Q2_3']),
    single('Q3_2'),
    open('Q4'),
  ];
  const { answers } = await answersIn('qualtrics-three-header-rows.csv', questions);
  expect(answers).toEqual([
    [['Office'], ['Money', 'Other'], ['Poor'], 'Too many\nmeetings'],
    [['Plant'], ['Staff - full time'], ['Good'], ''],
  ]);
});

test('Qualtrics of old: two header records that begin V1, V2', async () => {
  const { format, headerRows, columns } = await layoutOf('qualtrics-legacy.csv');
  expect([format, headerRows]).toEqual(['qualtrics-legacy', 2]);
  expect(columns).toEqual([
    'ResponseID = respondent',
    'ResponseSet = metadata',
    'Name = personal',
    'ExternalDataReference = metadata',
    'EmailAddress = personal',
    'IPAddress = personal',
    'Status = metadata',
    'StartDate = metadata',
    'EndDate = metadata',
    'Finished = metadata',
    'What is wrong? = question What is wrong?',
    'Which?-Money = option of Which?: Money',
    'Which?-Staff = option of Which?: Staff',
  ]);
  const questions = [open('Q1'), inColumns(['Q2_1', 'Q2_2'])];
  expect((await answersIn('qualtrics-legacy.csv', questions)).answers).toEqual([
    ['Too few people', ['Money']],
    ['', ['Staff']],
  ]);
});

test('SurveyMonkey: parts that repeat their header are options, "please specify" is a fill-in', async () => {
  const { columns } = await layoutOf('surveymonkey-two-header-rows.csv');
  expect(columns).toEqual([
    'Respondent ID = respondent',
    'Collector ID = metadata',
    'How important is this? = question How important is this?',
    'Which of these apply? [Money] = option of Which of these apply?: Money',
    'Which of these apply? [Staff] = option of Which of these apply?: Staff',
    'Which of these apply? [Other (please specify)] = fill-in of Which of these apply?',
    'What is the problem? = question What is the problem?',
  ]);
});

test('LimeSurvey in full: the last bracket is the part, `=` is unmasked, a blank line ends the file', async () => {
  expect(await layoutOf('limesurvey-full-headings.csv')).toEqual({
    format: 'limesurvey',
    headerRows: 1,
    columns: [
      'Response ID = respondent',
      'Date submitted = metadata',
      'Last page = metadata',
      'Start language = metadata',
      'Seed = metadata',
      'Type of unit = question Type of unit',
      'What is missing [now]? [Money] = option of What is missing [now]?: Money',
      'What is missing [now]? [Staff (all)] = option of What is missing [now]?: Staff (all)',
      'What is missing [now]? [Other] = fill-in of What is missing [now]?',
      'Rate [Courses] = item of Rate: Courses',
      'Rate [Meetings] = item of Rate: Meetings',
      'What else? = question What else?',
      'Total time = duration',
    ],
  });
  const stem = 'What is missing [now]?';
  const read = await answersIn('limesurvey-full-headings.csv', [
    inColumns([`${stem} [Money]`, `${stem} [Staff (all)]`]),
    scale('Rate [Courses]'),
    open('What else?'),
  ]);
  expect(read.answers).toEqual([
    [['Money'], 4, '=none, really'],
    [['Staff (all)'], 3, 'two\nlines'],
    ['missing', 'missing', ''],
  ]);
  expect(read.rows).toBe(3);
  expect(read.notes).toEqual([{ kind: 'masked-formula', row: 2, column: 'What else?', count: 1 }]);
});

test('LimeSurvey by code: Y and N are told apart without being declared', async () => {
  const { format, columns } = await layoutOf('limesurvey-codes.csv');
  expect(format).toBe('limesurvey');
  expect(columns).toEqual([
    'id = respondent',
    'submitdate = metadata',
    'lastpage = metadata',
    'startlanguage = metadata',
    'seed = metadata',
    'Q1 = question Q1',
    'Q2[SQ001] = option of Q2: SQ001',
    'Q2[SQ002] = option of Q2: SQ002',
    'Q2[other] = fill-in of Q2',
    'Q3[SQ001] = item of Q3: SQ001',
    'Q3[SQ002] = item of Q3: SQ002',
    'Q4 = question Q4',
    'interviewtime = duration',
  ]);
  const questions = [inColumns(['Q2[SQ001]', 'Q2[SQ002]'])];
  expect((await answersIn('limesurvey-codes.csv', questions)).answers).toEqual([
    [['SQ001']],
    [['SQ002']],
  ]);
});

test('LimeSurvey: N/A was not shown, but in an open question it is what people type', async () => {
  const bytes = Buffer.from(
    'id,submitdate,lastpage,seed,Q1,Q4\n1,,3,5,N/A,N/A\n2,,3,5,A1,few people\n',
  );
  const by = survey({ questions: [single('Q1'), open('Q4')] });
  const { format, respondents } = await readAll(roundFile('/q.csv'), by, oneFile(bytes));
  expect(format).toBe('limesurvey');
  const answers = respondents.map((one) => one.answers.map(plainly));
  expect(answers).toEqual([
    ['skipped', ''],
    [['A1'], 'few people'],
  ]);
  const skipped = survey({ questions: [open('Q4', { skipped: ['N/A'] })] });
  const told = await readAll(roundFile('/q.csv'), skipped, oneFile(bytes));
  expect(told.respondents[0]!.answers).toEqual([{ kind: 'skipped' }]);
});

test('KoboToolbox: options beside their summary, groups, places and transcripts', async () => {
  const { format, columns } = await layoutOf('kobotoolbox-groups.csv');
  expect(format).toBe('kobotoolbox');
  expect(columns.slice(0, 15)).toEqual([
    'start = metadata',
    'end = metadata',
    'about/unit = question unit',
    'about/place = metadata',
    'about/_place_latitude = metadata',
    'about/_place_longitude = metadata',
    'about/_place_altitude = metadata',
    'about/_place_precision = metadata',
    'What is missing? = question What is missing?',
    'What is missing?/Money and time = option of What is missing?: Money and time',
    'What is missing?/Staff = option of What is missing?: Staff',
    'What is missing?/Desks/chairs = option of What is missing?: Desks/chairs',
    'What else? = question What else?',
    'What else? - transcript (en) = metadata',
    '_id = respondent',
  ]);
  const options = ['Money and time', 'Staff', 'Desks/chairs'];
  const { answers } = await answersIn('kobotoolbox-groups.csv', [
    single('about/unit'),
    inColumns(options.map((option) => `What is missing?/${option}`)),
    joined('What is missing?', options),
  ]);
  const both = ['Money and time', 'Staff'];
  expect(answers).toEqual([
    [['Office'], both, both],
    [['Plant'], ['Desks/chairs'], ['Desks/chairs']],
    [['Plant'], 'missing', 'missing'],
  ]);
});
