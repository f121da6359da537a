/** Rows that the survey excludes, and values that exclude nobody. */
import { expect, test } from '@jest/globals';
import { noteText } from '../../pipeline/messages/notes.ts';
import { oneFile } from './effects.ts';
import { open, readAll, roundFile, survey } from './surveys.ts';

const TEXT = `状态,用时,q
有效,60,a
有效,61,b
,62,c
测试,63,d
 ,64,e
`;

async function excluding(values: readonly string[], text = TEXT) {
  const by = survey({ exclude: [{ column: '状态', values }], questions: [open('q')] });
  const { respondents, excluded, notes } = await readAll(
    roundFile('/a.csv'),
    by,
    oneFile(Buffer.from(text)),
  );
  return { used: respondents.map(({ row }) => row), excluded, notes: notes() };
}

test('a value that no row has is noted, once a file, with the values that the column does have', async () => {
  const { used, excluded, notes } = await excluding(['测试', '未完成', '预览']);
  expect({ used, excluded }).toEqual({ used: [2, 3, 4, 6], excluded: 1 });
  expect(notes).toMatchObject([{ kind: 'exclude-unmatched', column: '状态', count: 2 }]);
  expect(noteText('a.csv', notes[0]!, 'zh-Hans')).toBe(
    '注意  a.csv：exclude 中的 "未完成", "预览" 没有排除任何一行（状态）；这一列现有："有效" (2), "" (2), "测试" (1)',
  );
  expect(noteText('a.csv', notes[0]!, 'en')).toBe(
    'note    a.csv: in exclude, "未完成", "预览" left out no row (状态); the column has "有效" (2), "" (2), "测试" (1)',
  );
});

test('"" excludes rows whose cell is blank', async () => {
  expect(await excluding([''])).toEqual({ used: [2, 3, 5], excluded: 2, notes: [] });
});

test('values found are nothing to note, nor are more values than can be told', async () => {
  expect((await excluding(['有效', '测试'])).notes).toEqual([]);
  const rows = Array.from({ length: 1000 }, (_, i) => `v${i},60,a\n`).join('');
  const { notes } = await excluding(['x'], `状态,用时,q\n${rows}`);
  expect(String(notes[0]?.values?.has)).toMatch(/^("v\d+" \(1\), ){5}…$/);
});
