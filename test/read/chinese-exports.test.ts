import { expect, test } from '@jest/globals';
import { oneFile } from './effects.ts';
import { answersIn, layoutOf, plainly } from './exported.ts';
import { inColumns, joined, open, readAll, roundFile, scale, single, survey } from './surveys.ts';

test('问卷星 by text: matrix rows are items, headers `1、`, `3：` and `4:` are questions', async () => {
  expect(await layoutOf('wenjuanxing-pair-by-text.csv')).toEqual({
    format: 'wenjuanxing-text',
    headerRows: 1,
    columns: [
      '序号 = respondent',
      '提交答卷时间 = metadata',
      '所用时间 = duration',
      '来源 = metadata',
      '来自IP = personal',
      '1、单位类型 = question 单位类型',
      '第2题(学习) = item of 第2题: 学习',
      '第2题(活动(含志愿)) = item of 第2题: 活动(含志愿)',
      '3：主要困难（可多选） = question 主要困难（可多选）',
      '4:请按轻重排序 = question 请按轻重排序',
      '5、还有什么问题？ = question 还有什么问题？',
      '总分 = metadata',
    ],
  });
});

test('问卷星 by text: fill-ins, (空) and (跳过) of either width, and a ranking joined by →', async () => {
  const questions = [
    single('1、单位类型'),
    single('第2题(学习)'),
    joined('3：主要困难（可多选）'),
    joined('4:请按轻重排序', ['会议', '材料', '检查']),
    open('5、还有什么问题？'),
  ];
  const { answers, setAside, notes } = await answersIn('wenjuanxing-pair-by-text.csv', questions);
  expect(answers).toEqual([
    [
      ['机关'],
      ['满意'],
      ['经费、阵地', '人手/编制不足(机关)', '其他'],
      ['会议', '材料', '检查'],
      '材料太多',
    ],
    [['企业'], 'missing', 'skipped', ['材料', '会议'], 'skipped'],
    [['其他'], ['不满意'], ['经费'], 'missing', '无'],
    [['机关'], ['一般'], ['人手/编制不足(机关)'], ['检查'], ''],
  ]);
  expect({ setAside, notes }).toEqual({ setAside: [], notes: [] });
});

test('问卷星 by number: 0/1 columns are options, whatever brackets they hold, 1 to 5 is a matrix', async () => {
  const { format, columns } = await layoutOf('wenjuanxing-pair-by-number.csv');
  expect(format).toBe('wenjuanxing-number');
  expect(columns.slice(5, 13)).toEqual([
    '1、单位类型 = question 单位类型',
    '第2题(学习) = item of 第2题: 学习',
    '第2题(活动(含志愿)) = item of 第2题: 活动(含志愿)',
    '第3题(经费) = option of 第3题: 经费',
    '第3题(经费、阵地) = option of 第3题: 经费、阵地',
    '第3题(人手/编制不足(机关)) = option of 第3题: 人手/编制不足(机关)',
    '第3题(其他) = option of 第3题: 其他',
    '第4题(会议) = item of 第4题: 会议',
  ]);
});

test('腾讯问卷: options behind the stem and its colons, fill-ins, grids and repeated headers', async () => {
  const { format, columns } = await layoutOf('tencent-trailing-comma.csv');
  expect(format).toBe('tencent');
  expect(columns).toEqual([
    '编号 = respondent',
    '开始答题时间 = metadata',
    '结束答题时间 = metadata',
    '答题时长 = duration',
    '语言 = metadata',
    '地理位置国家和地区 = metadata',
    '地理位置省 = metadata',
    '地理位置市 = metadata',
    '自定义字段 = metadata',
    '1.您的单位类型 = question 您的单位类型',
    '2.联系编号 = question 联系编号',
    '3.您来自：_填空1 = fill-in of 您来自',
    '4.困难：按时间:经费、场地 = option of 困难：按时间: 经费、场地',
    '4.困难：按时间:人手:编制 = option of 困难：按时间: 人手:编制',
    '4.困难：按时间:其他____{fillblank-6b00} = option of 困难：按时间: 其他',
    '4.困难：按时间:其他____{fillblank-6b00}[选项填空] = fill-in of 困难：按时间',
    '5.请评价:学习 = item of 请评价: 学习',
    '5.请评价:活动 = item of 请评价: 活动',
    '6.还有什么问题？ = question 还有什么问题？',
    '昵称 = personal',
    '6.还有什么问题？ = question 还有什么问题？',
    'IP = personal',
  ]);
});

test('腾讯问卷: letters of single choices and tabs at the edges go, the answers themselves stay', async () => {
  const options = ['经费、场地', '人手:编制', '其他____{fillblank-6b00}'];
  const questions = [
    single('1.您的单位类型', ['机关', '企业，但在外地']),
    open('2.联系编号'),
    inColumns(options.map((option) => `4.困难：按时间:${option}`)),
    scale('5.请评价:学习'),
    open('6.还有什么问题？#1'),
  ];
  const { answers, setAside, notes } = await answersIn('tencent-trailing-comma.csv', questions);
  expect(answers).toEqual([
    [['机关'], '440001202602020001', ['经费、场地', '其他'], 5, '会议太多'],
    [['企业，但在外地'], '440001202602020002', ['人手:编制'], 3, 'A.一是人少'],
    ['missing', '', 'missing', 'missing', ''],
  ]);
  expect(setAside).toEqual([]);
  expect(notes).toEqual([
    { kind: 'duplicate-header', row: 1, column: '6.还有什么问题？', count: 1 },
    { kind: 'edge-tab', row: 2, column: '2.联系编号', count: 3 },
  ]);
});

test('腾讯问卷: where the first people did not answer, nothing says that options have letters', async () => {
  const header = '编号,开始答题时间,结束答题时间,答题时长,1.单位';
  const rows = Array.from({ length: 40 }, (_, i) => `${i + 1},,,60,${i < 35 ? '' : 'A. Smith'}`);
  const bytes = Buffer.from([header, ...rows].join('\n'));
  const by = survey({ questions: [single('1.单位')] });
  const { format, respondents } = await readAll(roundFile('/q.csv'), by, oneFile(bytes));
  expect(format).toBe('tencent');
  expect(plainly(respondents.at(-1)!.answers[0]!)).toEqual(['A. Smith']);
});

test('问卷网 in words: `Q2_题干_选项` are options, `Q3_题干_行` of words are items', async () => {
  const { format, columns } = await layoutOf('wenjuan-readable.csv');
  expect(format).toBe('wenjuan-readable');
  expect(columns).toEqual([
    '序号 = respondent',
    '开始时间 = metadata',
    '结束时间 = metadata',
    '答题时长 = duration',
    'IP = personal',
    'Q1_单位类型 = question 单位类型',
    'Q2_主要困难_经费 = option of 主要困难: 经费',
    'Q2_主要困难_人手 = option of 主要困难: 人手',
    'Q3_评价_学习 = item of 评价: 学习',
    'Q3_评价_活动 = item of 评价: 活动',
    'Q4_还有什么问题 = question 还有什么问题',
  ]);
  const read = await answersIn('wenjuan-readable.csv', [
    single('Q1_单位类型'),
    inColumns(['Q2_主要困难_经费', 'Q2_主要困难_人手']),
    open('Q4_还有什么问题'),
  ]);
  expect(read.encoding).toBe('gb18030');
  expect(read.answers).toEqual([
    [['机关'], ['经费'], '会多'],
    [['企业'], ['人手'], ''],
    [['机关'], ['经费', '人手'], '无'],
  ]);
});

test('问卷网 in codes: 0/1 columns are options, others of one question items', async () => {
  const { format, columns } = await layoutOf('wenjuan-original.csv');
  expect(format).toBe('wenjuan-original');
  expect(columns).toEqual([
    'seq = respondent',
    'start = metadata',
    'finish = metadata',
    'ip = personal',
    'Q1 = question Q1',
    'Q2_A1 = option of Q2: A1',
    'Q2_A2 = option of Q2: A2',
    'Q3_R1 = item of Q3: R1',
    'Q3_R2 = item of Q3: R2',
    'Q4 = question Q4',
  ]);
  const questions = [single('Q1'), inColumns(['Q2_A1', 'Q2_A2']), scale('Q3_R1'), open('Q4')];
  expect((await answersIn('wenjuan-original.csv', questions)).answers).toEqual([
    [['1'], ['A1'], 3, '会多'],
    [['2'], ['A2'], 2, ''],
    [['1'], ['A1', 'A2'], 3, '无'],
  ]);
});

test('金数据: fields in front, what is known of the submission behind', async () => {
  expect(await layoutOf('jinshuju-option-columns.csv')).toEqual({
    format: 'jinshuju',
    headerRows: 1,
    columns: [
      '序号 = respondent',
      '单位类型 = question 单位类型',
      '姓名 = personal',
      '主要困难:经费、阵地 = option of 主要困难: 经费、阵地',
      '主要困难:人手 = option of 主要困难: 人手',
      '满意度 = question 满意度',
      '还有什么问题？ = question 还有什么问题？',
      '提交人 = personal',
      '提交时间 = metadata',
      '修改时间 = metadata',
      '填写设备 = metadata',
      '操作系统 = metadata',
      '浏览器 = metadata',
      '填写地区/IP = personal',
    ],
  });
  const questions = [inColumns(['主要困难:经费、阵地', '主要困难:人手']), scale('满意度')];
  expect((await answersIn('jinshuju-option-columns.csv', questions)).answers).toEqual([
    [['经费、阵地'], 4],
    [['人手'], 5],
  ]);
});

test('a plain table may be parted by | and hold a grid; doubtful cells stay whole and are noted', async () => {
  expect(await layoutOf('plain-pipes-and-grid.txt')).toMatchObject({
    format: 'plain',
    columns: [
      '学号 = personal',
      '单位 = question 单位',
      '满意度 [学习] = item of 满意度: 学习',
      '满意度 [活动] = item of 满意度: 活动',
      '缺什么 = question 缺什么',
      '用时 = duration',
    ],
  });
  const undeclared = await answersIn('plain-pipes-and-grid.txt', [joined('缺什么')]);
  expect(undeclared.answers).toEqual([[['经费、人手']], [['经费']]]);
  expect(undeclared.notes).toEqual([
    { kind: 'options-undeclared', row: 2, column: '缺什么', count: 1 },
  ]);
  const declared = await answersIn('plain-pipes-and-grid.txt', [
    joined('缺什么', ['经费', '人手']),
  ]);
  expect([declared.answers, declared.notes]).toEqual([[[['经费', '人手']], [['经费']]], []]);
});
