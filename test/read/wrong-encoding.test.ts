/** What is said where survey.yaml names an encoding that the file is not in. */
import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import { oneFile } from './effects.ts';
import { encode } from './encode.ts';
import { open, readAll, roundFile, survey } from './surveys.ts';

const TEXT = `单位,问题\n${'机关党委,经费不足，活动场地也不够用\n二支部,会议太多，材料反复报送\n'.repeat(5)}`;

async function readAs(given: string, bytes: Uint8Array, column = '问题') {
  const by = survey({ questions: [open(column)] });
  try {
    const file = { ...roundFile('/a.csv'), encoding: given };
    const { notes } = await readAll(file, by, oneFile(bytes));
    return notes();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

test.each([
  { given: 'utf-8', really: 'gb18030' },
  { given: 'big5', really: 'gb18030' },
  { given: 'gbk', really: 'utf-8' },
  { given: 'windows-1252', really: 'gb18030' },
  { given: 'utf-16le', really: 'utf-8' },
] as const)(
  'a file in $really of which it says $given: both are named',
  async ({ given, really }) => {
    expect(await readAs(given, encode(TEXT, really))).toEqual([
      { file: 'a.csv', message: 'encoding-wrong', values: { encoding: given, likely: really } },
    ]);
  },
);

test('where the columns are found all the same, it is noted', async () => {
  const bytes = encode(TEXT.replace('单位,问题', 'unit,said'), 'gb18030');
  expect(await readAs('windows-1252', bytes, 'said')).toEqual([
    {
      kind: 'encoding-given',
      row: 1,
      column: '',
      count: 1,
      values: { encoding: 'windows-1252', likely: 'gb18030' },
    },
  ]);
});

test.each([
  { given: 'gbk', bytes: encode(TEXT, 'gb18030') },
  { given: 'gb18030', bytes: encode(TEXT, 'gb18030') },
  { given: 'utf-8', bytes: encode(TEXT, 'utf-8') },
  { given: 'big5', bytes: Buffer.from('x,said\n1,a\n') },
])(
  'an encoding that reads the file rightly ($given) is nothing to note',
  async ({ given, bytes }) => {
    const column = bytes.includes('said') ? 'said' : '问题';
    expect(await readAs(given, bytes, column)).toEqual([]);
  },
);

test('one damaged byte in a file that is what survey.yaml says is still named by its place', async () => {
  const bytes = Buffer.concat([encode(TEXT, 'utf-8'), Buffer.from([0x61, 0x2c, 0xff, 0x0a])]);
  expect(await readAs('utf-8', bytes)).toMatchObject([
    { message: 'undecodable', row: 12, column: '问题' },
  ]);
});
