/** Plants leaks in report.pdf outside its pages: the audit must say what and where. */
import { beforeAll, expect, test } from '@jest/globals';
import { ANSWER, ID, PHONE, problemsOf, type ResultSet, soundSet } from './set.ts';

const FILE = 'report.pdf';
let set: ResultSet;
beforeAll(async () => {
  set = await soundSet();
});

const hex = (text: string) =>
  `<FEFF${[...Buffer.from(text, 'utf16le').swap16()].map((one) => one.toString(16).padStart(2, '0')).join('')}>`;

/** A file as a browser writes it, with one page and these objects more. */
function withPdf(objects: string): ResultSet {
  const { survey } = set.options;
  const content = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Title ${hex(survey.title['zh-Hans'])}\n/Producer (Skia/PDF m150)>>\nendobj\n` +
      `2 0 obj\n<</Type /StructElem /ID (node00000226) /Alt ${hex("Title text 'A1 重要性认识不足'")}>>\nendobj\n` +
      `3 0 obj\n<</Length 20>> stream\n/URI (/home/me/a) (\\\nendstream\nendobj\n${objects}\n%%EOF\n`,
    'latin1',
  );
  return { ...set, artefacts: [{ name: FILE, content: new Uint8Array(content) }] };
}

test('what a browser adds to the pages is sound, and streams are not taken for it', async () => {
  expect(await problemsOf(withPdf(''))).toEqual([]);
});

test.each([
  ['words of an answer as a title', `<</Title ${hex(ANSWER)}>>`, 'leak-answer', 'Title'],
  [
    'words of an answer in an outline',
    `<< /Title\n${hex(ANSWER)} /Count 3>>`,
    'leak-answer',
    'Title',
  ],
  ['an id as the author', `<</Subject (${ID})>>`, 'leak-id', 'Subject'],
  ['a phone number', `<</Keywords (tel. \\(${PHONE}\\))>>`, 'leak-personal', 'Keywords'],
  ['a path', '<</F (/home/me/survey/answers.csv)>>', 'leak-path', 'F'],
  [
    'a path as the name of a font',
    '<</FontFamily (/home/me/fonts/a.ttf)>>',
    'leak-path',
    'FontFamily',
  ],
  ['an address', '<</F (https://example.org/answers)>>', 'leak-url', 'F'],
  ['a link', '<</S /URI /URI (x)>>', 'leak-form', '/URI'],
  ['a script', '<</S /JavaScript /JS (x)>>', 'leak-form', '/JavaScript'],
  ['an attachment', '<</EmbeddedFiles 9 0 R>>', 'leak-form', '/EmbeddedFiles'],
  [
    'the time it was made',
    "<</CreationDate (D:20261126070605+00'00')>>",
    'leak-form',
    '/CreationDate',
  ],
  ['the system of the browser', '<</Creator (Mozilla/5.0)>>', 'leak-form', '/Creator'],
])('%s is refused', async (_, object, message, key) => {
  expect(await problemsOf(withPdf(`9 0 obj\n${object}\nendobj`))).toContainEqual(
    expect.objectContaining({ message, file: FILE, key }),
  );
});

test('what is no PDF is refused', async () => {
  const artefacts = [{ name: FILE, content: new TextEncoder().encode(ANSWER) }];
  expect(await problemsOf({ ...set, artefacts })).toMatchObject([
    { message: 'leak-form', file: FILE },
  ]);
});
