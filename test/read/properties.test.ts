/** What holds for any table and for any bytes at all. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as XLSX from 'xlsx';
import { InputError } from '../../pipeline/errors.ts';
import { openExport } from '../../pipeline/read/export.ts';
import { oneFile } from './effects.ts';
import { canEncode, type Encoding, encode } from './encode.ts';
import { readAll, roundFile, survey } from './surveys.ts';
import { sheetData, workbookParts, zip } from './xlsx-parts.ts';

/** All cells of a file, the encoding given or found out. */
async function cellsOf(bytes: Uint8Array, encoding: string | null, chunk: number) {
  const options = { encoding, sheet: null, headerRows: null };
  const opened = await openExport('/a', 'a', options, oneFile(bytes, chunk));
  const cells: (readonly string[])[] = [opened.headerAsWritten];
  for await (const batch of opened.records(3)) cells.push(...batch.map((one) => one.cells));
  return cells;
}

const NASTY = [...',;|\t"\r\n \u00a0\u3000\ufeff\u200b\u2028=\'\\', '""', '\r\n', '，', '〖', '┋'];
const BEYOND = ['党', '建', '務', 'é', '’', '😀', '𠮷', '👨‍👩‍👧', 'e\u0301', '㐀', '\u{10ffff}'];
const piece = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.constantFrom(...BEYOND),
  fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 2 }),
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(
    // A first cell that is filled: a row of blanks is no record.
    fc
      .tuple(fc.integer(), fc.array(cell, { minLength: width - 1, maxLength: width - 1 }))
      .map(([id, cells]) => [String(id), ...cells]),
    { maxLength: 6 },
  ),
);

/** A writer of CSV as RFC 4180 has it, independent of the reader. */
function write(rows: readonly (readonly string[])[], delimiter: string, newline: string) {
  const quoted = (text: string) =>
    /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(quoted).join(delimiter) + newline).join('');
}

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1252',
  'macintosh',
];

test.each(ENCODINGS)('any table in %s is read as it was written', async (encoding) => {
  const property = fc.asyncProperty(
    table,
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
    fc.integer({ min: 1, max: 50 }),
    async (rows, delimiter, newline, marked, chunk) => {
      const held = rows.map((cells) =>
        cells.map((text) => [...text].filter((one) => canEncode(one, encoding)).join('')),
      );
      const width = rows[0]?.length ?? 2;
      const all = [Array.from({ length: width }, (_, i) => `c${i}`), ...held];
      const mark = marked && encoding.startsWith('utf-') ? '\ufeff' : '';
      const bytes = encode(mark + write(all, delimiter, newline), encoding);
      const cells = await cellsOf(bytes, encoding, chunk);
      expect(cells.filter((one) => one.some((text) => text.trim() !== ''))).toEqual(all);
    },
  );
  await fc.assert(property, { numRuns: 120 });
});

const columns = { respondent: ['id'], weight: ['w'], stratum: null, cluster: null, fpc: null };
const weighted = survey({ columns, exclude: [{ column: 'id', values: ['x'] }] });

test('every record is used, set aside or excluded, whatever its cells', async () => {
  const row = fc.array(fc.constantFrom('1', '0.5', '-1', 'x', '合计', 'id', 'w', '', '2,5'), {
    minLength: 1,
    maxLength: 4,
  });
  const property = fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
    const text = write([['id', 'w'], ...rows], ',', '\n');
    const read = await readAll(roundFile('/a.csv'), weighted, oneFile(Buffer.from(text)));
    const aside = read.setAside.filter(({ column }) => column === '').length;
    const filled = rows.filter((cells) => cells.some((one) => one !== '')).length;
    expect(read.rows).toBe(filled);
    expect(read.respondents.length + aside + read.excluded).toBe(filled);
  });
  await fc.assert(property, { numRuns: 300 });
});

test('so it is with arbitrary bytes below the header, unless the file is refused', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
    const all = Buffer.concat([Buffer.from('id,w\n1,1\n'), bytes]);
    const read = await orRefusal(readAll(roundFile('/a.csv'), weighted, oneFile(all)));
    if (read === null) return;
    const aside = read.setAside.filter(({ column }) => column === '').length;
    expect(read.respondents.length + aside + read.excluded).toBe(read.rows);
  });
  await fc.assert(property, { numRuns: 300 });
});

/** The result, or null where the file was refused with problems. */
async function orRefusal<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const one of error.problems) expect(one.file).toMatch(/^a(?:\.csv)?$/);
    return null;
  }
}

const MAGIC = ['d0cf11e0a1b11ae1', '504b0304', '504b0506', '1f8b', 'efbbbf', 'fffe', 'feff'];
const TEXTS = ['%PDF-', 'PAR1', '{"', '<?xml ', '<html>', '"', 'sep=;\n', 'a,b\n', '\0\0', ''];
const beginning = fc.constantFrom(
  ...MAGIC.map((hex) => Buffer.from(hex, 'hex')),
  ...TEXTS.map((text) => Buffer.from(text)),
);

test('no bytes make the reader fail otherwise than by a problem', async () => {
  const property = fc.asyncProperty(
    beginning,
    fc.uint8Array({ maxLength: 400 }),
    fc.integer({ min: 1, max: 100 }),
    async (magic, bytes, chunk) => {
      await orRefusal(cellsOf(Buffer.concat([magic, bytes]), null, chunk));
    },
  );
  await fc.assert(property, { numRuns: 1000 });
});

const ROWS = [
  ['单位', '问题', 'w'],
  ['甲', '会议"太多"，\n报表重复', '1.5'],
  ['乙', 'été', '2'],
];
const BOOK = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(BOOK, XLSX.utils.aoa_to_sheet(ROWS), 'S');
const merged = `${sheetData({ A1: 'a', A2: '1' })}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
const WHOLE = {
  'CSV in UTF-8': encode(write(ROWS, ',', '\r\n'), 'utf-8'),
  'CSV in UTF-16': encode(`\ufeff${write(ROWS, '\t', '\n')}`, 'utf-16le'),
  'CSV in GB18030': encode(write(ROWS, ',', '\n').replace('été', '没有'), 'gb18030'),
  xlsx: Buffer.from(XLSX.write(BOOK, { type: 'buffer', bookType: 'xlsx' })),
  xls: Buffer.from(XLSX.write(BOOK, { type: 'buffer', bookType: 'xls' })),
  'stored xlsx': Buffer.from(XLSX.write(BOOK, { type: 'buffer', compression: false })),
  'handmade xlsx': zip(workbookParts(merged)),
};

interface Damage {
  readonly overwritten: readonly (readonly [at: number, byte: number])[];
  readonly cut: readonly [at: number, bytes: number] | null;
  readonly end: number | null;
}

/** Bytes overwritten, cut out, and cut off. */
const damage: fc.Arbitrary<Damage> = fc.record({
  overwritten: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
  cut: fc.option(fc.tuple(fc.nat(), fc.nat(64)), { freq: 3 }),
  end: fc.option(fc.nat(), { freq: 4 }),
});

function damaged(whole: Uint8Array, { overwritten, cut, end }: Damage): Buffer {
  let bytes = Buffer.from(whole);
  for (const [at, byte] of overwritten) bytes[at % bytes.length] = byte;
  if (cut) {
    const at = cut[0] % bytes.length;
    bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + cut[1])]);
  }
  return end === null ? bytes : bytes.subarray(0, end % (bytes.length + 1));
}

test('a sound xlsx file of damaged XML is read or refused by a problem', async () => {
  const parts = workbookParts(merged);
  const property = fc.asyncProperty(
    damage,
    fc.constantFrom(...Object.keys(parts)),
    async (how, part) => {
      const bytes = zip({ ...parts, [part]: damaged(Buffer.from(parts[part]!), how) });
      await orRefusal(cellsOf(bytes, null, 997));
    },
  );
  await fc.assert(property, { numRuns: 500 });
});

test.each(Object.keys(WHOLE) as (keyof typeof WHOLE)[])(
  'a damaged %s is read or refused by a problem',
  async (kind) => {
    const property = fc.asyncProperty(damage, async (how) => {
      const bytes = damaged(WHOLE[kind], how);
      if (bytes.length > 0) await orRefusal(cellsOf(bytes, null, 997));
    });
    // Always the same damage: once in ten thousands the library is caught by the time limit.
    await fc.assert(property, { numRuns: 300, seed: 1 });
  },
);
