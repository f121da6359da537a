/** Words beside an option that has a column of its own. */
import { expect, test } from '@jest/globals';
import { countFiles } from '../support/counted.ts';
import { inColumns } from './surveys.ts';

/** Words filled in and options chosen in the last column of a question. */
async function lastColumn(columns: string[], options: string[], cells: readonly string[]) {
  const rows = cells.map((cell) => `1,"${cell}"`).join('\n');
  const header = columns.map((name) => `"${name}"`).join(',');
  const { files } = await countFiles(
    { r1: { 'a.csv': `${header}\n${rows}\n` } },
    { questions: [inColumns(columns, options)] },
  );
  const { fillIns, selections } = files[0]!.balance.columns.at(-1)!;
  return { fillIns, chosen: selections!.in };
}

test('腾讯问卷 writes them behind the option and its blank', async () => {
  const columns = ['3.困难:A.经费', '3.困难:C.其他____{fillblank-1a2b}'];
  const cells = [
    'C.其他____{fillblank-1a2b}[车辆]',
    'C.其他____{fillblank-1a2b}[]',
    'C.其他____{fillblank-1a2b}',
    'C.其他',
    '',
  ];
  expect(await lastColumn(columns, ['经费', '其他'], cells)).toEqual({ fillIns: 1, chosen: 4 });
});

test('LimeSurvey writes nothing else into the column of 其他', async () => {
  const cells = ['现场条件差', 'Y', '1', '√', '', '0', '其他', '其他：车辆'];
  expect(await lastColumn(['困难 [经费]', '困难 [其他]'], ['经费', '其他'], cells)).toEqual({
    fillIns: 2,
    chosen: 6,
  });
});

test('what a file marks a plain option with is nobody’s words', async () => {
  const cells = ['勾选', '人手不够', 'B.人手不够', 'chosen so', '人手不够〖两人〗'];
  expect(await lastColumn(['经费', '人手不够'], ['经费', '人手不够'], cells)).toEqual({
    fillIns: 1,
    chosen: 5,
  });
});
