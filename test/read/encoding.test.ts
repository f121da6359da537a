import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { detectEncoding } from '../../pipeline/read/encoding.ts';
import { inChunks } from './effects.ts';
import { encode } from './encode.ts';

const SIMPLIFIED =
  '序号,单位,问题\n1,机关第一支部,党建和业务两张皮，各干各的\n2,第二支部,会议太多\n';
const TRADITIONAL =
  '序號,單位,問題\n1,機關第一支部,黨建和業務兩張皮，各幹各的\n2,第二支部,會議太多\n';
const WESTERN = 'id,answer\n1,"C’est très difficile à dire"\n2,"Für die Beschäftigten"\n';
const ASCII_ROWS = Array.from({ length: 9000 }, (_, i) => `${i},UNIT-2,2024-03-01,none\n`).join('');

const detect = (bytes: Uint8Array, given: string | null = null) =>
  detectEncoding(inChunks(bytes, 1000), given);

test.each([
  { what: 'UTF-8', bytes: encode(SIMPLIFIED, 'utf-8'), encoding: 'utf-8', reason: 'valid-utf8' },
  {
    what: 'a UTF-8 mark',
    bytes: encode(`\ufeff${SIMPLIFIED}`, 'utf-8'),
    encoding: 'utf-8',
    reason: 'byte-order-mark',
  },
  { what: 'ASCII', bytes: encode('id,a\n1,2\n', 'utf-8'), encoding: 'utf-8', reason: 'ascii' },
  {
    what: 'a UTF-16LE mark',
    bytes: encode(`\ufeff${SIMPLIFIED}`, 'utf-16le'),
    encoding: 'utf-16le',
    reason: 'byte-order-mark',
  },
  {
    what: 'a UTF-16BE mark',
    bytes: encode(`\ufeff${SIMPLIFIED}`, 'utf-16be'),
    encoding: 'utf-16be',
    reason: 'byte-order-mark',
  },
  {
    what: 'UTF-16LE without mark',
    bytes: encode(SIMPLIFIED, 'utf-16le'),
    encoding: 'utf-16le',
    reason: 'zero-bytes',
  },
  {
    what: 'UTF-16BE without mark',
    bytes: encode(SIMPLIFIED, 'utf-16be'),
    encoding: 'utf-16be',
    reason: 'zero-bytes',
  },
  {
    what: 'simplified text in GB18030',
    bytes: encode(SIMPLIFIED, 'gb18030'),
    encoding: 'gb18030',
    reason: 'plausible-text',
  },
  {
    what: 'traditional text in GB18030',
    bytes: encode(TRADITIONAL, 'gb18030'),
    encoding: 'gb18030',
    reason: 'plausible-text',
  },
  {
    what: 'traditional text in Big5',
    bytes: encode(TRADITIONAL, 'big5'),
    encoding: 'big5',
    reason: 'plausible-text',
  },
  {
    what: 'Western text',
    bytes: encode(WESTERN, 'windows-1252'),
    encoding: 'windows-1252',
    reason: 'plausible-text',
  },
  {
    what: 'Chinese only in the last row',
    bytes: encode(`${ASCII_ROWS}9,机关,0,两张皮\n`, 'gb18030'),
    encoding: 'gb18030',
    reason: 'plausible-text',
  },
  {
    what: 'UTF-8 with one foreign byte',
    bytes: Buffer.concat([encode(SIMPLIFIED, 'utf-8'), Buffer.of(0x92, 0x0a)]),
    encoding: 'utf-8',
    reason: 'damaged-utf8',
  },
])('finds $encoding in $what', async ({ bytes, encoding, reason }) => {
  expect(await detect(bytes)).toMatchObject({ encoding, reason });
});

test('a given encoding overrules what is found', async () => {
  expect(await detect(encode(SIMPLIFIED, 'utf-8'), 'GBK')).toMatchObject({
    encoding: 'gbk',
    reason: 'given',
  });
});

test('hash and length are those of the bytes, however they are cut', async () => {
  const bytes = encode(ASCII_ROWS + SIMPLIFIED, 'gb18030');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  for (const size of [1, 13, 65536]) {
    const found = await detectEncoding(inChunks(bytes, size), null);
    expect(found).toMatchObject({ sha256, bytes: bytes.length, encoding: 'gb18030' });
  }
});

test('where text was weighed the second best reading is told too', async () => {
  const { runnerUp } = await detect(encode(TRADITIONAL, 'big5'));
  expect(runnerUp).toBe('gb18030');
});
