/** Plants a leak of each kind in report.xlsx: the audit must say what and where. */
import { beforeAll, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  ANSWER,
  COMMON,
  ID,
  PHONE,
  problemsOf,
  type ResultSet,
  soundSet,
  tampered,
} from './set.ts';

const BOOK = 'report.xlsx';
const SHEET = 'xl/worksheets/sheet2.xml';
const STRINGS = 'xl/sharedStrings.xml';

let set: ResultSet;
beforeAll(async () => {
  set = await soundSet();
});

const bookIn = ({ artefacts }: ResultSet) =>
  artefacts.find(({ name }) => name === BOOK)!.content as Uint8Array;

/** The set with other parts in its workbook, and nothing said of it in the manifest. */
function withParts(change: (parts: Record<string, string>) => void): ResultSet {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bookIn(set))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  change(parts);
  const content = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
  const others = set.artefacts.filter(({ name }) => name !== BOOK && name !== 'manifest.json');
  return { ...set, artefacts: [...others, { name: BOOK, content }] };
}

function withText(part: string, from: string | RegExp, to: string): ResultSet {
  return withParts((parts) => {
    const changed = parts[part]!.replace(from, () => to);
    if (changed === parts[part]) throw new Error(`${part} does not hold ${from}`);
    parts[part] = changed;
  });
}

test('the sheet of a table has a line for each of its lines, in the same order', () => {
  const sheet = strFromU8(unzipSync(bookIn(set))[SHEET]!);
  const [first] = set.options.published.sheets;
  expect(first).toMatchObject({ name: '问题', table: 'problems' });
  expect(sheet.match(/<row /g)).toHaveLength(set.options.published.tables.problems.length + 1);
});

const hiddenLine = () =>
  set.options.published.tables.problems.findIndex((row) => row.status === 'suppressed');

/** A row of the sheet of problems with one more cell. */
function withCell(row: number, cell: string): ResultSet {
  return withText(
    SHEET,
    new RegExp(`(?<=<row r="${row}">(?:(?!</row>).)*)</row>`),
    `${cell}</row>`,
  );
}

test('a figure where the table hides it is refused, whatever kind of cell it is', async () => {
  const row = hiddenLine() + 2;
  const place = { message: 'leak-figure', file: BOOK, key: '问题', row, column: '人数' };
  for (const cell of [
    `<c r="J${row}"><v>3</v></c>`,
    `<c r="J${row}" s="2"><v>3</v></c>`,
    `<c r="J${row}" t="str"><v>3</v></c>`,
    `<c r="J${row}" t="inlineStr"><is><t>3</t></is></c>`,
    `<c r="J${row}" t="inlineStr"><is><r><t>不到</t></r><r><t> 4</t></r></is></c>`,
  ]) {
    expect(await problemsOf(withCell(row, cell))).toMatchObject([place]);
  }
});

test('what stands in a comment is no row, however much it looks like one', async () => {
  const NOTES = 'xl/worksheets/sheet1.xml';
  const count = strFromU8(unzipSync(bookIn(set))[STRINGS]!).match(/<si>/g)!.length;
  const cell = (value: string | number) => `<c r="A9" s="0" t="s"><v>${value}</v></c>`;
  const ahead = (rows: string) => (parts: Record<string, string>) => {
    parts[NOTES] = parts[NOTES]!.replace('<sheetData>', () => `${rows}<sheetData>`);
  };
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?x ', '?>'],
    ["<sheetPr codeName='", "'/>"],
  ]) {
    const row = `${open}<sheetData><row r="9">${cell(ANSWER)}</row>${close}`;
    expect(await problemsOf(withParts(ahead(row)))).toMatchObject([{ message: 'leak-answer' }]);
  }
  // A text that only a comment refers to stands in no cell.
  const unused = await problemsOf(
    withParts((parts) => {
      parts[STRINGS] = parts[STRINGS]!.replace('</sst>', `<si><t>${ANSWER}</t></si></sst>`);
      ahead(`<!--<sheetData><row r="9">${cell(count)}</row></sheetData>-->`)(parts);
    }),
  );
  expect(unused).toMatchObject([{ message: 'leak-answer', key: STRINGS }]);
});

test('a cell that refers to no text is read as it stands', async () => {
  for (const style of ['', ' s="0"']) {
    const cell = `<c r="A900"${style} t="s"><v>${ANSWER}</v></c>`;
    const rows = withText(
      'xl/worksheets/sheet1.xml',
      '</sheetData>',
      `<row r="900">${cell}</row></sheetData>`,
    );
    expect(await problemsOf(rows)).toMatchObject([{ message: 'leak-answer', row: 900 }]);
  }
});

test('a cell that another one covers is refused', async () => {
  const row = hiddenLine() + 2;
  const place = { message: 'leak-form', file: BOOK, key: SHEET };
  for (const [first, second] of [
    ['<v>3</v>', '<v>0</v>'],
    ['<f/><v>3</v>', '<v>0</v>'],
  ]) {
    const cells = `<c r="AZ${row}" s="2">${first}</c><c r="AZ${row}" s="2">${second}</c>`;
    expect(await problemsOf(withCell(row, cells))).toContainEqual(expect.objectContaining(place));
  }
});

test('a line with the key of another one is refused', async () => {
  const moved = withText(
    SHEET,
    /(?<=<row r="3">.*?)<c r="F3" s="0" t="s"><v>\d+/,
    '<c r="F3" s="0" t="s"><v>0',
  );
  expect(await problemsOf(moved)).toMatchObject([
    { message: 'leak-line', file: BOOK, key: '问题', row: 3, column: '编号' },
  ]);
});

test('a line more than the table has is refused, and so is a column more', async () => {
  const rows = set.options.published.tables.problems.length;
  const line = `<row r="${rows + 2}"><c r="J${rows + 2}"><v>3</v></c></row>`;
  expect(await problemsOf(withText(SHEET, '</sheetData>', `${line}</sheetData>`))).toMatchObject([
    { message: 'leak-line', file: BOOK, row: rows + 2 },
  ]);
  expect(await problemsOf(withCell(2, '<c r="Z2"><v>3</v></c>'))).toMatchObject([
    { message: 'leak-line', file: BOOK, row: 2 },
  ]);
});

test('figures may stand in the sheets of tables only', async () => {
  const place = { message: 'leak-form', file: BOOK };
  for (const style of ['', ' s="2"']) {
    // Behind the rows, and among them.
    const cell = `<c r="A900"${style}><v>3</v></c>`;
    const [last, first] = [
      `<row r="900">${cell}</row></sheetData>`,
      `<sheetData><row r="900">${cell}</row>`,
    ];
    for (const [from, to] of [
      ['</sheetData>', last],
      ['<sheetData>', first],
    ] as const) {
      const planted = withText('xl/worksheets/sheet1.xml', from, to);
      expect(await problemsOf(planted)).toMatchObject([{ ...place, row: 900 }]);
    }
  }
});

test('columns under other heads are refused', async () => {
  const swapped = withText(
    SHEET,
    /(?<=<row r="1">)<c r="A1" s="1" t="s"><v>\d+/,
    '<c r="A1" s="1" t="s"><v>0',
  );
  expect(await problemsOf(swapped)).toMatchObject([{ message: 'leak-form', file: BOOK, row: 1 }]);
});

test('words of an answer in a cell are told by sheet, row and column', async () => {
  const planted = withText(STRINGS, '>重要性认识不足<', `>${ANSWER}<`);
  const [leak] = (await problemsOf(planted)).filter(({ message }) => message === 'leak-answer');
  expect(leak).toMatchObject({ file: BOOK, key: '问题', row: 3, column: '名称' });
});

const own = (part: string, xml: string) =>
  withParts((parts) => {
    parts[part] = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;
  });
const COMMENT = (text: string) =>
  `<comments><commentList><comment ref="A1"><text><r><t>${text}</t></r></text></comment></commentList></comments>`;

test.each<[string, () => ResultSet, string]>([
  [
    'in a string that no cell shows',
    () => withText(STRINGS, '</sst>', `<si><t>${ANSWER}</t></si></sst>`),
    STRINGS,
  ],
  ['in a comment', () => own('xl/comments1.xml', COMMENT(ANSWER)), 'xl/comments1.xml'],
  [
    'among the properties',
    () => own('docProps/core.xml', `<coreProperties><creator>${ANSWER}</creator></coreProperties>`),
    'docProps/core.xml',
  ],
  [
    'as a defined name',
    () =>
      withText(
        'xl/workbook.xml',
        '</sheets>',
        `</sheets><definedNames><definedName name="${ANSWER}">A1</definedName></definedNames>`,
      ),
    'xl/workbook.xml',
  ],
  [
    'as the name of a sheet',
    () => withText('xl/workbook.xml', 'name="说明"', `name="${ANSWER}"`),
    'xl/workbook.xml',
  ],
  [
    'at the head of printed pages',
    () =>
      withText(
        SHEET,
        '</worksheet>',
        `<headerFooter><oddHeader>${ANSWER}</oddHeader></headerFooter></worksheet>`,
      ),
    SHEET,
  ],
  ['in an attribute', () => withText(SHEET, '<sheetData>', `<sheetData title="${ANSWER}">`), SHEET],
  [
    'in a comment of the XML',
    () => withText(SHEET, '<sheetData>', `<!--${ANSWER}--><sheetData>`),
    SHEET,
  ],
  [
    'in a number format',
    () => withText('xl/styles.xml', '0.0000', `0.0 &quot;${ANSWER}&quot;`),
    'xl/styles.xml',
  ],
])('words of an answer %s are refused', async (_, plant, key) => {
  expect(await problemsOf(plant())).toContainEqual(
    expect.objectContaining({ message: 'leak-answer', file: BOOK, key }),
  );
});

test.each([
  ['leak-id', ID],
  ['leak-personal', PHONE],
  ['leak-path', '/home/someone/survey/answers.csv'],
  ['leak-url', 'https://example.org/answers'],
])('%s is told of a cell of a sheet', async (message, text) => {
  const planted = withText(STRINGS, '>重要性认识不足<', `>重要性认识不足 ${text}<`);
  expect(await problemsOf(planted)).toContainEqual(
    expect.objectContaining({ message, file: BOOK, key: '问题', row: 3, column: '名称' }),
  );
});

test('what as many wrote as are needed may stand in a workbook', async () => {
  const planted = withText(STRINGS, '</sst>', `<si><t>${COMMON}</t></si></sst>`);
  expect(await problemsOf(planted)).toEqual([]);
});

test.each<[string, () => ResultSet]>([
  ['a formula', () => withCell(2, '<c r="A2"><f>1+1</f><v>2</v></c>')],
  [
    'a link',
    () =>
      withText(SHEET, '</sheetData>', '</sheetData><hyperlinks><hyperlink ref="A1"/></hyperlinks>'),
  ],
  ['a part of another kind', () => own('xl/media/image1.xml', '<a/>')],
  // Readers of workbooks are not of one mind where these stand.
  ['a cell without a place', () => withCell(2, '<c s="2"><v>3</v></c>')],
  ['a cell whose place is in small letters', () => withCell(2, '<c r="az2" s="2"><v>3</v></c>')],
  ['a cell of another row', () => withCell(2, '<c r="AZ3" s="2"><v>3</v></c>')],
  ['a cell by a name with a prefix', () => withCell(2, '<x:c r="AZ2"><x:v>3</x:v></x:c>')],
  [
    'a cell outside rows',
    () => withText(SHEET, '</sheetData>', '<c r="AZ2" s="2"><v>3</v></c></sheetData>'),
  ],
  ['a row in a row', () => withCell(2, '<row r="9"><c r="A9" s="2"><v>3</v></c></row>')],
  ['rows beside the data of a sheet', () => withText(SHEET, '<cols>', '<row r="2"/><cols>')],
  ['an element of another name', () => withText(SHEET, '<sheetData>', `<${ID}/><sheetData>`)],
  ['one among the strings', () => withText(STRINGS, '</sst>', `<${ID}/></sst>`)],
  ['one in the book', () => withText('xl/workbook.xml', '</workbook>', `<${ID}/></workbook>`)],
  ['sheets in another order', () => withText('xl/workbook.xml', 'r:id="rId1"', 'r:id="rId2"')],
])('%s is refused', async (_, plant) => {
  expect(await problemsOf(plant())).toContainEqual(
    expect.objectContaining({ message: 'leak-form', file: BOOK }),
  );
});

/** A zip file whose first two parts have the name of the first, as long. */
function withTwice(bytes: Uint8Array): Uint8Array {
  const [first, second] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];
  const text = Buffer.from(bytes).toString('latin1').replaceAll(second, first);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

test.each([
  ['behind the file', (bytes: Uint8Array) => new Uint8Array([...bytes, ...strToU8(ANSWER)])],
  ['instead of it', () => strToU8(ANSWER)],
  ['ahead of it', (bytes: Uint8Array) => new Uint8Array([...strToU8(ANSWER), ...bytes])],
  ['as a second part of one name', (bytes: Uint8Array) => withTwice(bytes)],
])('something %s is refused', async (_, change) => {
  const artefacts = [{ name: BOOK, content: change(bookIn(set)) }];
  expect(await problemsOf({ ...set, artefacts })).toMatchObject([
    { message: 'leak-form', file: BOOK },
  ]);
});

test('the manifest names the hash of the very workbook', async () => {
  const changed = tampered(set, 'manifest.json', /(?<=report\.xlsx",\s+"sha256": ")./, 'x');
  expect(await problemsOf(changed)).toMatchObject([
    { message: 'leak-form', file: 'manifest.json', key: 'documents' },
  ]);
});
