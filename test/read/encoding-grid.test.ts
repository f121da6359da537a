/** Every kind of text in every encoding that can hold it, from one row to hundreds. */
import { expect, test } from '@jest/globals';
import { detectEncoding } from '../../pipeline/read/encoding.ts';
import { inChunks } from './effects.ts';
import { canEncode, type Encoding, encode } from './encode.ts';

/** A header and rows to repeat; `in` are the encodings that people write such text in. */
interface Sample {
  readonly header: string;
  readonly rows: readonly string[];
  readonly in: readonly Encoding[];
}

const UNICODE: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
const CHINESE: readonly Encoding[] = [...UNICODE, 'gb18030', 'big5'];
const WESTERN: readonly Encoding[] = [...UNICODE, 'windows-1252', 'macintosh'];

const SAMPLES: Readonly<Record<string, Sample>> = {
  'simplified Chinese': {
    header: '序号,单位,问题',
    rows: [
      '1,机关第一支部,党建和业务两张皮，各干各的',
      '2,第二支部,会议太多，材料重复报送',
      '3,街道社区,没有专职党务干部，顾不过来',
      '4,陈家湾村,外出党员教育管理困难',
    ],
    in: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'],
  },
  'traditional Chinese': {
    header: '序號,單位,問題',
    rows: [
      '1,機關第一支部,黨建和業務兩張皮，各幹各的',
      '2,第二支部,會議太多，材料重複報送',
      '3,街道社區,沒有專職黨務幹部，顧不過來',
      '4,陳家灣村,外出黨員教育管理困難',
    ],
    in: CHINESE,
  },
  'simplified and traditional mixed': {
    header: '序号,單位,问题',
    rows: ['1,機關第一支部,会议太多，材料重複報送', '2,第二支部,黨務干部没有培訓'],
    in: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'],
  },
  'nearly nothing but Chinese': {
    header: '问题',
    rows: [
      '党建和业务两张皮各干各的会议太多材料重复报送没有专职党务干部顾不过来'.repeat(8),
      '外出党员教育管理困难组织生活形式单一考核评价流于形式基层负担重'.repeat(8),
    ],
    in: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'],
  },
  'one Chinese cell among ASCII': {
    header: 'id,unit,q1,q2,answer',
    rows: ['1,UNIT-2,4,5,none', '2,UNIT-3,3,5,n/a', '3,UNIT-1,2,2,人手不足', '4,UNIT-1,1,1,no'],
    in: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'],
  },
  'signs among ASCII': {
    header: 'id,rating,note',
    rows: ['1,★★★☆☆,ok', '2,√,好'],
    in: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'],
  },
  French: {
    header: 'id,réponse',
    rows: [
      '1,C’est très difficile à dire',
      '2,Où est passé le matériel reçu ?',
      '3,Trop de réunions même l’été',
    ],
    in: WESTERN,
  },
  German: {
    header: 'id,antwort',
    rows: [
      '1,Für die Beschäftigten fehlt Geld',
      '2,Große Überlastung im Büro',
      '3,Ärger über zu lange Wege',
    ],
    in: WESTERN,
  },
  Spanish: {
    header: 'id,respuesta',
    rows: ['1,Falta información', '2,¿Cuándo mañana? Así está', '3,Más señalización aquí'],
    in: WESTERN,
  },
  'English with curly quotes only': {
    header: 'id,answer',
    rows: ['1,I don’t know', '2,They say “wait” and it’s late', '3,Nothing – really'],
    in: WESTERN,
  },
  'English with one accent': {
    header: 'id,answer,q1,q2',
    rows: ['1,meet in the café,4,2', '2,nothing,4,2', '3,more time,4,2'],
    in: WESTERN,
  },
};

const LENGTHS = [1, 2, 4, 40, 4000];

const cases = Object.entries(SAMPLES).flatMap(([what, sample]) =>
  sample.in.flatMap((encoding) => [
    { what, sample, encoding, mark: '' },
    ...(encoding.startsWith('utf-') ? [{ what, sample, encoding, mark: '\ufeff' }] : []),
  ]),
);

test.each(cases)(
  '$what is found to be $encoding$mark at every length',
  async ({ sample, encoding, mark }) => {
    const found: Record<number, string> = {};
    for (const rows of LENGTHS) {
      // The rows with what tells come last in a short text as well.
      const body = Array.from({ length: rows }, (_, i) => sample.rows[i % sample.rows.length]);
      const text = `${mark}${[sample.header, ...body].join('\r\n')}\r\n`;
      if (!canEncode(text, encoding) || isAscii(text)) continue;
      found[rows] = (await detectEncoding(inChunks(encode(text, encoding), 4099), null)).encoding;
    }
    const expected = Object.fromEntries(Object.keys(found).map((rows) => [rows, encoding]));
    expect(found).toEqual(expected);
    expect(Object.keys(found).length).toBeGreaterThan(1);
  },
);

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

test.each([
  { what: 'Russian in Windows-1251', bytes: [0xd1, 0xeb, 0xe8, 0xf8, 0xea, 0xee, 0xec] },
  { what: 'bytes that are no text', bytes: [0x90, 0xa5, 0xf3, 0x81, 0xb7, 0xfe, 0x8d, 0xaa] },
])('$what are read, but said to be doubtful', async ({ bytes }) => {
  const text = Buffer.concat([Buffer.from('id,a\n1,'), Buffer.from(bytes), Buffer.from('\n')]);
  expect(await detectEncoding(inChunks(text, 5), null)).toMatchObject({ doubtful: true });
});

test('text that people write is not doubtful', async () => {
  for (const [bytes, given] of [
    [encode('问题\n会议太多\n', 'gb18030'), null],
    [encode('a\nc’est très bien\n', 'windows-1252'), null],
    [Buffer.of(0x61, 0x0a, 0x90, 0xa5), 'gb18030'],
  ] as const) {
    expect(await detectEncoding(inChunks(bytes, 5), given)).toMatchObject({ doubtful: false });
  }
});
