/** The built-in coders, with the models shipped beside their taxonomies. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { createCoder } from '../../pipeline/code/coder.ts';
import { loadLearnt, modelKey, shippedFile } from '../../pipeline/code/learn/load-learnt.ts';
import { readModel, writeModel } from '../../pipeline/code/learn/model-file.ts';
import { calibrationError } from '../../pipeline/code/learn/settle.ts';
import { trainCodes } from '../../pipeline/code/learn/train-codes.ts';
import { trainStatus } from '../../pipeline/code/learn/train-status.ts';
import type { CodeModel } from '../../pipeline/code/trained.ts';
import { evaluation } from '../../pipeline/commands/evaluation.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { listTaxonomies, loadTaxonomy } from '../../pipeline/taxonomy/load.ts';

const { fx } = nodeEffects();
const taxonomies = await Promise.all(listTaxonomies().map((id) => loadTaxonomy(id, '.', fx)));
const coders = await Promise.all(
  taxonomies.map(async (one) => createCoder(one, await loadLearnt(one, [], fx))),
);
const [organ, grassroots] = coders as [(typeof coders)[number], (typeof coders)[number]];

function heldOut(id: string): { text: string; codes: string }[] {
  const source = readFileSync(new URL(`held-out/${id}.csv`, import.meta.url), 'utf8');
  return Papa.parse<{ text: string; codes: string }>(source, { header: true, skipEmptyLines: true })
    .data;
}

const evaluated = taxonomies.map((taxonomy, i) => {
  const rows = heldOut(taxonomy.id);
  const items = rows.map(({ text, codes }) => ({
    truth: codes.split(';'),
    coding: coders[i]!.code(text),
  }));
  return { taxonomy, items, result: evaluation(items, taxonomy) };
});

// Written by people who saw only the codebook; see test/code/held-out/README.md.
test.each(evaluated.map(({ taxonomy, result }) => [taxonomy.id, result] as const))(
  'answers never seen are coded by %s with F1 0.88 for problems, 0.75 for sub-problems',
  (_, { problems, subproblems }) => {
    expect(problems.micro.f1).toBeGreaterThanOrEqual(0.88);
    expect(problems.macro!.f1).toBeGreaterThanOrEqual(0.86);
    expect(subproblems.micro.f1).toBeGreaterThanOrEqual(0.75);
  },
);

test('94 % of answers without a problem are known for it, at most 2 % of others mistaken for one', () => {
  const sum = (of: (one: (typeof evaluated)[number]['result']['none']) => number) =>
    evaluated.reduce((total, { result }) => total + of(result.none), 0);
  const found = sum((none) => Math.round(none.recall * none.support));
  expect(found / sum((none) => none.support)).toBeGreaterThanOrEqual(0.94);
  const mistaken = sum((none) => none.problems_called_none);
  expect(mistaken / sum((none) => none.answers_with_problem)).toBeLessThanOrEqual(0.02);
});

test.each(taxonomies.map((one) => [one.id, one] as const))(
  'training %s anew gives the shipped model, byte for byte, and calibrated confidences',
  async (id, taxonomy) => {
    const shipped = await fx.read(shippedFile.codes(id));
    const key = modelKey(taxonomy);
    expect(readModel<CodeModel>(shipped, key)).not.toBeNull();
    const { model, pairs } = trainCodes(taxonomy, [])!;
    // Math.exp may differ in the last place between machines; curves are rounded far above it.
    expect(Buffer.compare(Buffer.from(writeModel(key, model)), Buffer.from(shipped))).toBe(0);
    expect(pairs.length).toBeGreaterThanOrEqual(800);
    expect(calibrationError(pairs)).toBeLessThanOrEqual(0.05);
  },
  120_000,
);

test('training the status model anew gives the shipped one', async () => {
  const shipped = await fx.read(shippedFile.status());
  const { model } = trainStatus(taxonomies);
  expect(Buffer.compare(Buffer.from(writeModel('status', model)), Buffer.from(shipped))).toBe(0);
}, 120_000);

const pieces = [...heldOut('organ'), ...heldOut('grassroots')].map((row) => row.text);
const answers = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom('，', '。', '；', '\n', '1.', '一是', '但是', '没有', '😀', '𠮷', '　', '“'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('every code has evidence that is cut out of the answer as it is', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(organ, grassroots), (answer, coder) => {
      const { status, codes } = coder.code(answer);
      expect(status === 'coded').toBe(codes.length > 0);
      for (const { evidence, confidence } of codes) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        let last = -1;
        for (const { text, start, end } of evidence) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text).toBe(answer.slice(start, end));
          last = end;
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('explaining gives the codes that coding gives, and nothing an answer leaves behind', () => {
  fc.assert(
    fc.property(answers, answers, (answer, other) => {
      const { status, codes } = organ.code(answer);
      organ.code(other);
      const explained = organ.explain(answer);
      expect(explained.status).toBe(status);
      expect(explained.codes.map((hit) => hit.code)).toEqual(codes.map((hit) => hit.code));
      expect(organ.code(answer).codes).toEqual(codes);
    }),
    { numRuns: 200 },
  );
});

test('an explanation gives the score by which an answer states no problem, or does not', () => {
  const praised = organ.explain('书记没得说，一心扑在支部上').decision;
  expect(praised).toMatchObject({ by: 'model', words: [{ text: '书记没得说' }] });
  expect(praised.score!).toBeGreaterThanOrEqual(praised.cutoff!);
  const other = organ.explain('路灯坏了半年，晚上回家看不见').decision;
  expect(other).toMatchObject({ by: 'rest', words: [] });
  expect(other.score!).toBeLessThan(other.cutoff!);
});

test('a leaf and its own problem never stand for one answer together', () => {
  for (const { items } of evaluated) {
    for (const { coding } of items) {
      const given = coding.codes.map((hit) => hit.code);
      const both = given.filter((code) => given.some((one) => one.startsWith(`${code}.`)));
      expect(both).toEqual([]);
    }
  }
});

test.each([
  ['经费倒是有保障，就是没人愿意干', 'A4.3'],
  ['經費倒是有保障，就是沒人願意幹', 'A4.3'],
  ['建议增加党建经费', 'A6'],
  ['不缺钱', ''],
  ['党建业务两张皮', ''],
])('%s is coded %s', (answer, codes) => {
  expect(
    organ
      .code(answer)
      .codes.map((hit) => hit.code)
      .join(';'),
  ).toBe(codes);
});

test.each(['有事打我电话', '我是去年才调来的', '问卷是在班车上填的', '我在三楼办公'])(
  'what else an answer says (%s) takes no problem back',
  (aside) => {
    for (const [problem, code] of [
      ['经费问题一直没人管', 'A6'],
      ['换届拖了两年', 'A3.3'],
      ['没人愿意当书记', 'A4.3'],
    ] as const) {
      const codes = organ.code(`${aside}，${problem}`).codes.map((hit) => hit.code);
      expect(codes).toEqual([code]);
    }
  },
);

test.each([
  '值班表一换再换，家里顾不上',
  '劳务公司的同志想入党没有门路',
  '样样都好，就是希望食堂晚一点关门',
  '查出来的毛病年年有',
  '以上几样我们这里都有',
  '上面列的我们全有',
])('a complaint is never taken for contentment, whether a code fits it or not: %s', (answer) => {
  for (const coder of [organ, grassroots]) {
    expect(['coded', 'uncoded']).toContain(coder.code(answer).status);
  }
});

test.each([
  ['党建工作很重要，必须坚持不懈', []],
  ['年终评优大家轮着当', []],
  ['技术骨干不愿当支委，怕影响评职称', ['A4.3']],
  ['钱够用，场地也够，可大家积极性不高', ['A5.2']],
  ['盼望上头少发几张表格', ['A7.1']],
  ['我们这里缺人缺钱缺场所', ['A6', 'A7.2']],
])('%s has the codes %j and no other', (answer, codes) => {
  expect(organ.code(answer).codes.map((hit) => hit.code)).toEqual(codes);
});

test('an answer that sounds content and states a problem is explained by what it states', () => {
  const { status, decision } = organ.explain('以上都有，没有别的');
  expect(status).toBe('uncoded');
  expect(decision.by).toBe('states');
  expect(decision.score!).toBeGreaterThanOrEqual(decision.cutoff!);
});
