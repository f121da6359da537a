import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { draftWords } from '../../pipeline/messages/draft.ts';
import { type Draft, type DraftQuestion, draftNote } from '../../pipeline/survey/draft.ts';
import { draftYaml } from '../../pipeline/survey/draft-yaml.ts';
import { surveySchema } from '../../pipeline/survey/schema.ts';
import { HYGIENE_RULES } from '../../pipeline/survey/survey.ts';

const round = { id: 'r1', label: 'r1', path: 'a.csv', headerRows: null, twin: null };
const open = (more: Partial<DraftQuestion> = {}): DraftQuestion => ({
  id: 'q1',
  label: 'What hinders you?',
  answer: { type: 'open', column: ['hinders'], taxonomy: 'organ' },
  notes: [],
  absent: [],
  ...more,
});
const draft = (more: Partial<Draft> = {}): Draft => ({
  title: 'T',
  rounds: [round],
  respondent: null,
  weight: null,
  exclude: [],
  groups: [],
  questions: [open()],
  unused: [],
  maximumSetAside: null,
  ...more,
});

/** What a YAML reader makes of it, checked by the form of survey.yaml. */
const read = (text: string) => surveySchema.parse(parse(text));

const HEADERS = [
  'a: b # c',
  '* starred',
  '"quoted" and \'single\'',
  'two\nlines\r\nand a\ttab',
  '- dash',
  '{braces}, [brackets]',
  '@at',
  '%percent',
  '2026',
  'true',
  'null',
  '~',
  ' blanks around ',
  '=1+1',
  '!tag &anchor',
  '党建：工作（1-5分）',
  '\ufeffmark',
  '会\u0007铃\u0000',
  '#',
  '📝 \ud83d\ude00',
  'x'.repeat(2000),
];

test.each(HEADERS)('the header %j is read back as it is', (header) => {
  const column = [header, `${header} old`];
  const text = draftYaml(
    draft({
      title: header,
      respondent: [header],
      groups: [{ id: 'g1', label: header, column, within: null, notes: [], absent: [] }],
      questions: [
        open({ label: header, answer: { type: 'open', column, taxonomy: 'organ' } }),
        open({ id: 'q2', answer: { type: 'single', column: [header], options: [header] } }),
      ],
      unused: [{ header, note: draftNote('unused-empty') }],
    }),
    'en',
  );
  expect(read(text)).toMatchObject({
    title: header,
    columns: { respondent: header },
    groups: [{ label: header, column }],
    questions: [
      { label: header, column },
      { column: header, options: [header] },
    ],
  });
});

test('a header with line breaks takes one line', () => {
  expect(draftYaml(draft({ title: 'two\nlines' }), 'en')).toContain('title: "two\\nlines"\n');
});

test('any header at all is read back, in use and commented out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (header) => {
      const answer = { type: 'open', column: [header], taxonomy: 'organ' } as const;
      const amount = { type: 'number', column: [header], missing: [] } as const;
      const apart = open({ id: 'q2', answer: amount, absent: [header] });
      const text = draftYaml(draft({ questions: [open({ answer }), apart] }), 'zh-Hans');
      expect(read(text).questions).toMatchObject([{ id: 'q1', column: header }]);
      // What is commented out is YAML once the # are gone.
      const lines = text
        .split('\n')
        .flatMap((line) => /^# (- id: q2| {2}\w.*)$/.exec(line)?.[1] ?? []);
      const from = lines.indexOf('- id: q2');
      expect(parse(lines.slice(from, from + 5).join('\n'))).toMatchObject([{ column: header }]);
    }),
    { examples: [['\u2028 '], ['a\u2029\u2028b\\']] },
  );
});

test('where a column of weights is left out, the comment on weights says which and why', () => {
  const note = draftNote('unused-weight', { count: 7 });
  const text = draftYaml(draft({ unused: [{ header: '权重', note }] }), 'zh-Hans');
  expect(text).toMatch(/# 没有采用权重.*“权重”：.*有 7 格不是可用的权重/);
  expect(text).not.toContain('没有找到权重列');
});

test('rows to leave out are a comment that is valid once taken in, in any words', () => {
  const values = ['False', '', '未完成', 'a: b # c'];
  const notes = [draftNote('note-exclude', { values: '"False" 3', rows: 60 })];
  const text = draftYaml(draft({ exclude: [{ column: 'Done?: # x', values, notes }] }), 'en');
  expect(read(text).exclude).toBeUndefined();
  const lines = text.split('\n');
  const from = lines.indexOf('# exclude:');
  const block = lines.slice(from, lines.indexOf('', from)).map((line) => line.slice(2));
  expect(parse(block.join('\n'))).toEqual({ exclude: { 'Done?: # x': values } });
  expect(block[1]).toContain('"False" 3');
});

test('the default of hygiene has every rule', () => {
  const line = /# (hygiene: \{.*\})/.exec(draftYaml(draft(), 'en'))?.[1];
  expect(Object.keys(parse(line!).hygiene)).toEqual(HYGIENE_RULES);
});

test('each type of question has the keys that its type needs', () => {
  const column = ['c'];
  const text = draftYaml(
    draft({
      questions: [
        open(),
        open({ id: 'n', answer: { type: 'number', column, missing: ['x'] } }),
        open({ id: 's', answer: { type: 'single', column, options: ['a', 'b'] } }),
        open({
          id: 'l',
          answer: {
            type: 'scale',
            column,
            range: [1, 2],
            labels: [
              [1, 'low'],
              [2, 'high'],
            ],
            missing: ['?'],
            rounds: [{ round: 'r1', range: [0, 1], labels: [[0, 'none']] }],
          },
        }),
        open({ id: 'm', answer: { type: 'multiple', column, separator: ';', options: ['a;b'] } }),
        open({
          id: 'k',
          answer: {
            type: 'multiple',
            columns: [['x'], ['y', 'z']],
            options: ['X', 'Y'],
            unselected: ['no'],
          },
        }),
      ],
    }),
    'en',
  );
  expect(read(text).questions).toEqual([
    { id: 'q1', type: 'open', label: 'What hinders you?', column: 'hinders', taxonomy: 'organ' },
    { id: 'n', type: 'number', label: 'What hinders you?', column: 'c', missing: ['x'] },
    { id: 's', type: 'single', label: 'What hinders you?', column: 'c', options: ['a', 'b'] },
    {
      id: 'l',
      type: 'scale',
      label: 'What hinders you?',
      column: 'c',
      range: [1, 2],
      labels: { 1: 'low', 2: 'high' },
      rounds: { r1: { range: [0, 1], labels: { 0: 'none' } } },
      missing: ['?'],
    },
    {
      id: 'm',
      type: 'multiple',
      label: 'What hinders you?',
      column: 'c',
      separator: ';',
      options: ['a;b'],
    },
    {
      id: 'k',
      type: 'multiple',
      label: 'What hinders you?',
      columns: ['x', ['y', 'z']],
      options: ['X', 'Y'],
      unselected: ['no'],
    },
  ]);
});

test('the parts stand in the order in which a person reads them, unused columns with reasons last', () => {
  const text = draftYaml(
    draft({
      respondent: ['id'],
      groups: [
        { id: 'unit', label: 'unit', column: ['unit'], within: null, notes: [], absent: [] },
      ],
      unused: [{ header: 'phone', note: draftNote('unused-personal') }],
    }),
    'en',
  );
  const parts = ['title:', 'rounds:', 'columns:', 'groups:', 'questions:', 'phone —', '# privacy:'];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(text).toContain('phone — personal data, not needed and left out');
});

test('a 问卷星 file with a twin, and one with title lines, are named with what must be known', () => {
  const twin = { ...round, path: 'text.xls', twin: 'number.xls' };
  const titled = { ...round, id: 'r2', headerRows: 2 };
  const { rounds } = parse(draftYaml(draft({ rounds: [round, twin, titled] }), 'zh-Hans'));
  expect(rounds.map(({ files }: { files: unknown }) => files)).toEqual([
    ['a.csv'],
    [{ path: 'text.xls', twin: 'number.xls' }],
    [{ path: 'a.csv', header_rows: 2 }],
  ]);
});

describe('the language of the comments', () => {
  const both = draft({ unused: [{ header: 'x', note: draftNote('unused-empty') }] });

  test('is the one asked for, and nothing but comments depends on it', () => {
    const [zh, en] = [draftYaml(both, 'zh-Hans'), draftYaml(both, 'en')];
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh).toMatch(/# 题目/);
    const { languages, ...same } = parse(en);
    expect(same).toEqual(parse(zh));
    expect(languages[0]).toBe('en');
  });

  test('both say the same, with the same values', () => {
    const places = (text: string) => [...new Set(text.match(/\{[a-z]+\}/g) ?? [])].sort();
    for (const words of Object.values(draftWords)) {
      expect(places(words.en)).toEqual(places(words['zh-Hans']));
      expect(words.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

test('the defaults in the comments are valid once the # is taken away', () => {
  const text = draftYaml(draft(), 'en');
  const lines = text.slice(text.indexOf('# Defaults')).split('\n').slice(1);
  const settings = lines.map((line) => line.replace(/^# /, '')).join('\n');
  expect(() =>
    read(
      `title: t\nrounds: [{id: a, files: [a]}]\nquestions: [{id: a, type: open, taxonomy: organ}]\n${settings}`,
    ),
  ).not.toThrow();
});

describe('an open question', () => {
  const rounds = [round, { ...round, id: 'r2', path: 'b.csv' }];
  const foreign = (more: Partial<DraftQuestion> = {}) =>
    open({
      answer: { type: 'open', column: ['hinders'], taxonomy: null },
      notes: [draftNote('note-no-taxonomy')],
      ...more,
    });

  test('that some rounds put is asked, in these', () => {
    const text = draftYaml(draft({ rounds, questions: [open({ absent: ['b.csv'] })] }), 'en');
    expect(read(text).questions).toMatchObject([{ id: 'q1', taxonomy: 'organ', asked: ['r1'] }]);
  });

  test('that no built-in taxonomy can code is a comment that says what to do', () => {
    const text = draftYaml(draft({ questions: [open(), foreign({ id: 'q2' })] }), 'en');
    expect(read(text).questions).toMatchObject([{ id: 'q1' }]);
    expect(text).toMatch(
      /# # the answers are not in Chinese.*\n# - id: q2\n(# .*\n)*# {3}taxonomy: my/,
    );
  });

  test('that no built-in taxonomy can code is asked where nothing else is', () => {
    const text = draftYaml(draft({ questions: [foreign()] }), 'en');
    expect(read(text).questions).toMatchObject([{ id: 'q1', taxonomy: 'my.yaml' }]);
    expect(text.match(/id: q1/g)).toHaveLength(1);
  });
});
