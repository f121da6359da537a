/** Training: the separator, the curve, cut-offs, and what becomes of them in a file. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createCoder } from '../../../pipeline/code/coder.ts';
import { layoutOf } from '../../../pipeline/code/layout.ts';
import { fitCurve } from '../../../pipeline/code/learn/curve.ts';
import { holdOut } from '../../../pipeline/code/learn/fit.ts';
import { modelKey } from '../../../pipeline/code/learn/load-learnt.ts';
import { buildMatrix } from '../../../pipeline/code/learn/matrix.ts';
import { readModel, writeModel } from '../../../pipeline/code/learn/model-file.ts';
import { separate } from '../../../pipeline/code/learn/separate.ts';
import { calibrationError, qualityOf, settle } from '../../../pipeline/code/learn/settle.ts';
import { trainCodes } from '../../../pipeline/code/learn/train-codes.ts';
import { type CodeModel, NOTHING_LEARNT } from '../../../pipeline/code/trained.ts';
import { problemEntry, taxonomyOf } from '../tiny-taxonomy.ts';

const outside = JSON.parse(
  readFileSync(new URL('fixtures/scikit-learn.json', import.meta.url), 'utf8'),
) as {
  separator: { x: number[][]; y: number[]; decision: number[] };
  curve: { scores: number[]; hits: number[]; slope: number; intercept: number };
};

test('the separator decides as LinearSVC(C=4, loss="squared_hinge") of scikit-learn', () => {
  const { x, y, decision } = outside.separator;
  const width = x[0]!.length;
  const matrix = {
    ...buildMatrix([], 0),
    examples: x.length,
    starts: Int32Array.from({ length: x.length + 1 }, (_, i) => i * width),
    columns: Int32Array.from(x.flatMap((row) => row.map((_, column) => column))),
    values: Float64Array.from(x.flat()),
    width,
  };
  const all = Int32Array.from(x.keys());
  const weights = separate(matrix, Uint8Array.from(y), all, new Float64Array(width), 0);
  x.forEach((row, i) => {
    const score = row.reduce((sum, value, column) => sum + value * weights[column]!, 0);
    expect(Math.abs(score - decision[i]!)).toBeLessThan(0.05);
  });
});

test('with no example to learn from the separator is its prior', () => {
  const prior = Float64Array.of(5, 0, -1);
  const matrix = { ...buildMatrix([], 0), width: 3 };
  expect(separate(matrix, new Uint8Array(0), new Int32Array(0), prior, -1)).toEqual(prior);
});

test("a curve is the likeliest one for Platt's targets (scipy.optimize.minimize)", () => {
  const { scores, hits, slope, intercept } = outside.curve;
  const curve = fitCurve(
    scores,
    hits.map((hit) => hit === 1),
  );
  expect(curve.slope).toBeCloseTo(slope, 4);
  expect(curve.intercept).toBeCloseTo(intercept, 4);
});

test('the calibration error is the mean gap between confidence and share right, by hand', () => {
  // Four codes given at 0.5, three of them right; one at 0.88, wrong: (4 × 0.25 + 1 × 0.88) / 5.
  const flat = { slope: 0, intercept: 0 };
  const sure = { slope: 0, intercept: Math.log(0.88 / 0.12) };
  const pairs = [true, true, true, false].map((right) => ({ score: 0, curve: flat, right }));
  const all = [...pairs, { score: 0, curve: sure, right: false }];
  expect(calibrationError(all)).toBeCloseTo((4 * 0.25 + 0.88) / 5, 10);
});

const layout = layoutOf({ codes: ['A', 'A.1', 'B'], problemOf: [0, 0, 2] });

test('cut-offs are where held-out examples are best told apart', () => {
  // Labels A, B, A.1. The A's score 0.2 and more, the others 0.1 and less.
  const scores = [
    [0.3, -1, 0.3],
    [0.2, -1, -1],
    [0.1, -1, -1],
    [-1, 0.25, -1],
    [-1, 0.05, -1],
  ].map((row) => Float64Array.from(row));
  const judged = {
    scores,
    fold: Uint8Array.from([0, 1, 2, 3, 4]),
    layout,
    positive: [
      Uint8Array.from([1, 1, 0, 0, 0]),
      Uint8Array.from([0, 0, 0, 1, 0]),
      Uint8Array.from([1, 0, 0, 0, 0]),
    ],
    counts: scores.map(() => true),
  };
  const { cutoffs } = settle(judged, [0, 1, 2, 3, 4]);
  expect(cutoffs.problem).toBeGreaterThan(0.1);
  expect(cutoffs.problem).toBeLessThanOrEqual(0.2);
  const { codes } = qualityOf(judged);
  expect(codes.map(({ code, support }) => [code, support])).toEqual([
    ['A', 2],
    ['B', 1],
    ['A.1', 1],
  ]);
});

const shop = {
  ...taxonomyOf([problemEntry('P', [], { 'P.1': [], 'P.2': [] }), problemEntry('Q', ['没有工具'])]),
  examples: [
    { text: '价格太贵买不起', codes: ['P.1'] },
    { text: '贵得离谱', codes: ['P.1'] },
    { text: '比别家贵', codes: ['P.1'] },
    { text: '排队太久', codes: ['P.2'] },
    { text: '等了一个小时才排到', codes: ['P.2'] },
    { text: '队伍太长', codes: ['P.2'] },
    { text: '都挺好', codes: ['NONE'] },
    { text: '店里太冷', codes: ['OTHER'] },
  ],
  sha256: 'a',
};

function learn(taxonomy: typeof shop): CodeModel {
  return trainCodes(taxonomy, [])!.model;
}

test('training twice gives the same bytes, and a file gives the same model back', () => {
  const bytes = writeModel('key', learn(shop));
  expect(writeModel('key', learn(shop))).toEqual(bytes);
  // Inside a larger buffer, as Node reads small files.
  const pool = Buffer.concat([Buffer.from('xyz'), Buffer.from(bytes)]).subarray(3);
  const back = readModel<CodeModel>(pool, 'key');
  expect(writeModel('key', back!)).toEqual(bytes);
});

test.each([
  ['cut short', (bytes: Uint8Array) => bytes.slice(0, -1)],
  ['empty', () => new Uint8Array(0)],
  ['of other examples', (bytes: Uint8Array) => bytes, 'other'],
  [
    'with one bit turned',
    (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 40 ? byte ^ 1 : byte)),
  ],
])('a model file %s is not taken', (_, damage, key = 'key') => {
  expect(readModel(damage(writeModel('key', learn(shop))), key)).toBeNull();
});

test('the key of a model changes with its taxonomy', () => {
  expect(modelKey(shop)).not.toBe(modelKey({ ...shop, sha256: 'b' }));
});

test('held-out scores of labels thrown at random are no better than chance', () => {
  const samples = Array.from({ length: 400 }, (_, i) => ({
    key: `text ${i}`,
    hashes: [1 + (i % 7), 100 + i, 1000 + (i % 31)],
    rules: [],
    statements: [],
  }));
  const matrix = buildMatrix(samples, 0);
  // Bits of a multiplicative hash: they have nothing to do with the features.
  const flags = Uint8Array.from(samples, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 17) & 1);
  const task = {
    matrix,
    labels: ['L'],
    rules: 0,
    positive: [flags],
    prior: [new Float64Array(matrix.width)],
  };
  const { scores } = holdOut(
    task,
    samples.map((one) => one.key),
  );
  const right = scores.filter((row, i) => row[0]! > -0.5 === (flags[i] === 1)).length;
  expect(right / samples.length).toBeGreaterThan(0.35);
  expect(right / samples.length).toBeLessThan(0.65);
});

test('equal texts are left out together', () => {
  const samples = ['a', 'b', 'a', 'c', 'b', 'a'].map((key) => ({
    key,
    hashes: [key.charCodeAt(0)],
    rules: [],
    statements: [],
  }));
  const matrix = buildMatrix(samples, 0);
  const task = { matrix, labels: [], rules: 0, positive: [], prior: [] };
  const { fold } = holdOut(
    task,
    samples.map((one) => one.key),
  );
  expect(new Set([fold[0], fold[2], fold[5]]).size).toBe(1);
  expect(fold[1]).toBe(fold[4]);
});

const coder = createCoder(shop, { ...NOTHING_LEARNT, codes: learn(shop) });
const codesOf = (answer: string) => coder.code(answer).codes.map((hit) => hit.code);

test('examples alone teach wording that no term holds', () => {
  expect(codesOf('东西贵')).toEqual(['P.1']);
  expect(codesOf('排队排了很久')).toEqual(['P.2']);
  expect(codesOf('價格貴，隊伍長')).toEqual(['P.1', 'P.2']);
});

test('a term gives its code though no example speaks of it', () => {
  expect(codesOf('没有工具')).toEqual(['Q']);
  expect(codesOf('并非没有工具')).toEqual([]);
});

test('an answer with no known words gets no code', () => {
  expect(coder.code('xyz 完全另外一件事').status).toBe('uncoded');
});
