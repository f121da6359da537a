/** Each rule of respondent hygiene by itself. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashCells, hashOf } from '../../../pipeline/hash.ts';
import {
  choicesOf,
  contradictionIn,
  isNone,
} from '../../../pipeline/read/hygiene/contradictions.ts';
import { SeenIds } from '../../../pipeline/read/hygiene/duplicates.ts';
import { parseDuration } from '../../../pipeline/read/hygiene/duration.ts';
import { FirstRows } from '../../../pipeline/read/hygiene/first-rows.ts';
import { answerColumns } from '../../../pipeline/read/hygiene/identical.ts';
import { isTooFast, medianOf, speedLimit } from '../../../pipeline/read/hygiene/speed.ts';
import {
  isStraightLined,
  scaleBlocks,
  straightLine,
} from '../../../pipeline/read/hygiene/straight-lining.ts';
import type { Answer } from '../../../pipeline/read/respondent.ts';
import { joined, scale } from '../surveys.ts';

test.each([
  ['123秒', 123],
  ['123', 123],
  ['00:02:03', 123],
  ['2:03', 123],
  ['2分3秒', 123],
  ['2分03秒', 123],
  ['1小时2分3秒', 3723],
  ['1小時2分鐘', 3720],
  ['１２３秒', 123],
  ['1 day 1 h', 90000],
  ['2 min 3 s', 123],
  ['123.9', 123],
  ['1900/1/0 00:02:03', 123],
  ['1900/01/00 00:02:03', 123],
  ['1904/01/01 00:02:03', 123],
  ['1900/01/01 01:00:00', 90000],
  ['1904/01/02 01:00:00', 90000],
  ['0秒', null],
  ['', null],
  ['很快', null],
  ['-5', null],
  ['2026/3/9 8:30:40', null],
])('the time "%s" is %p seconds', (cell, seconds) => {
  expect(parseDuration(cell)).toBe(seconds);
});

const counted = (seconds: readonly number[]) => {
  const counts = new Float64Array(500);
  for (const one of seconds) counts[one]! += 1;
  return counts;
};

test('the median needs thirty times, and lies between the two middle ones of an even number', () => {
  const thirty = Array.from({ length: 30 }, (_, i) => 100 + i);
  expect(medianOf(counted(thirty))).toBe(114.5);
  expect(medianOf(counted([...thirty, 400]))).toBe(115);
  expect(medianOf(counted(thirty.slice(1)))).toBeNull();
});

test('the median is that of the sorted times', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(499), { minLength: 30 }), (seconds) => {
      const sorted = seconds.toSorted((a, b) => a - b);
      const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
      expect(medianOf(counted(seconds))).toBe((sorted[low]! + sorted[high]!) / 2);
    }),
  );
});

test('too fast is less than a third of the median of respondents', async () => {
  const times = [...Array.from({ length: 30 }, () => '90秒'), '不详'];
  const others = Array.from({ length: 40 }, () => '9000');
  const batch = [...times, ...others].map((cell, i) => ({ row: i + 2, cells: [cell] }));
  // The last records are no respondents, so their times do not count.
  const limit = await speedLimit(
    (async function* () {
      yield batch;
    })(),
    0,
    ([cell]) => cell !== '9000',
  );
  expect(limit).toBe(30);
  expect([29, 30, null].map((seconds) => isTooFast(seconds, limit))).toEqual([true, false, false]);
  expect(isTooFast(1, null)).toBe(false);
});

const points = (...values: readonly (number | null)[]): Answer[] =>
  values.map((value) => (value === null ? { kind: 'missing' } : { kind: 'number', value }));

test('straight-lining is one point on all scales, of which at least three were answered', () => {
  const blocks = scaleBlocks([scale('a'), scale('b'), scale('c'), scale('d')]);
  expect(isStraightLined(points(4, 4, 4, 4), blocks)).toBe(true);
  expect(isStraightLined(points(4, 4, 4, null), blocks)).toBe(true);
  expect(isStraightLined(points(4, 4, null, null), blocks)).toBe(false);
  expect(isStraightLined(points(4, 4, 4, 3), blocks)).toBe(false);
});

test('a scale that is turned round on reading counts by the point that was ticked', () => {
  const blocks = scaleBlocks([scale('a'), scale('b'), scale('c', { reverse: true })]);
  expect(isStraightLined(points(5, 5, 1), blocks)).toBe(true);
  expect(straightLine(points(5, 5, 1), blocks)).toBe('5 × 3');
  expect(isStraightLined(points(5, 5, 5), blocks)).toBe(false);
});

test('scales of another range, and questions not asked, neither make nor break a straight line', () => {
  const ten = scale('t', { range: [0, 10] });
  const blocks = scaleBlocks([scale('a'), scale('b'), scale('c'), ten, null]);
  expect(isStraightLined([...points(3, 3, 3, 7), { kind: 'skipped' }], blocks)).toBe(true);
  expect(scaleBlocks([scale('a'), scale('b'), ten])).toEqual([]);
});

test.each([
  ['无', true],
  ['以上都没有', true],
  ['以上都沒有。', true],
  ['没有明显困难', true],
  ['無困難', true],
  ['都不是', true],
  ['None of the above', true],
  ['No particular difficulties', true],
  ['没有其他困难', false],
  ['没有经费', false],
  ['无人负责', false],
  ['其他', false],
])('"%s" excludes other options: %p', (option, none) => {
  expect(isNone(option)).toBe(none);
});

const chosen = (...options: string[]): Answer[] => [{ kind: 'options', options }];

test('an exclusive option contradicts any other one, and only another one', () => {
  const choices = choicesOf([joined('q', ['甲', '乙', '说不清'], { exclusive: ['说不清'] })]);
  expect(contradictionIn(chosen('甲', '说不清'), choices)).toEqual(['甲', '说不清']);
  expect(contradictionIn(chosen('甲', '乙'), choices)).toBeNull();
  expect(contradictionIn(chosen('说不清'), choices)).toBeNull();
});

test('a choice without any exclusive option cannot contradict itself', () => {
  expect(choicesOf([joined('q', ['甲', '乙']), scale('s'), null])).toEqual([]);
  // Where no options are declared, the data are to tell.
  expect(contradictionIn(chosen('甲', '无'), choicesOf([joined('q')]))).toEqual(['甲', '无']);
});

test('an id that comes again is repeated, a blank one is nobody', () => {
  const seen = new SeenIds();
  const ids = ['7', '8', '7', '', '', ' ', '07', 'a7', 'a7', '0', '00', '0'];
  expect(ids.filter((id) => seen.isRepeated(id))).toEqual(['7', 'a7', '0']);
});

test('blanks around an id make no other id of it', () => {
  const seen = new SeenIds();
  const ids = ['7', ' 7', '8\u3000', '8', 'a', '\ta'];
  expect(ids.map((id) => seen.isRepeated(id))).toEqual([false, true, false, true, false, true]);
});

test('a number is repeated also where those that count on have come to it', () => {
  const seen = new SeenIds();
  const ids = ['1', '4', '2', '3', '4', '5'];
  expect(ids.filter((id) => seen.isRepeated(id))).toEqual(['4']);
});

test('an id that is taken back is as if it had never come', () => {
  const id = fc.oneof(fc.nat({ max: 30 }).map(String), fc.string({ maxLength: 2 }));
  const steps = fc.array(fc.tuple(id, fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      const [seen, expected] = [new SeenIds(), new Set<string>()];
      for (const [one, back] of taken) {
        const repeated = seen.isRepeated(one);
        expect(repeated).toBe(expected.has(one.trim()));
        if (repeated) continue;
        if (back) seen.forgetLast(one);
        else if (one.trim() !== '') expected.add(one.trim());
      }
    }),
  );
});

test('ids are repeated exactly where the same text came before', () => {
  const id = fc.oneof(fc.nat({ max: 30 }).map(String), fc.string({ maxLength: 2 }));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
      const seen = new SeenIds();
      expect(ids.map((one) => seen.isRepeated(one))).toEqual(
        ids.map(
          (one, i) => one.trim() !== '' && ids.slice(0, i).some((id) => id.trim() === one.trim()),
        ),
      );
    }),
  );
});

test('answers alone make rows equal: no id, times, names, devices or weights', () => {
  const roles = (
    ['respondent', 'metadata', 'duration', 'personal', 'question', 'metadata'] as const
  )
    .map((kind) => ({ kind, question: '' }) as never)
    .concat([{ kind: 'question', question: '权重' } as never]);
  // The sixth column looks like metadata (省份), but the survey groups by it; the last is a weight.
  expect(answerColumns(roles, new Set([4, 5]), new Set([0, 6]))).toEqual([4, 5]);
});

test('rows are found again by their hash, however many there are', () => {
  const rows = new FirstRows();
  const hashes = Array.from({ length: 5000 }, (_, i) => hashOf(`row ${i}`));
  expect(hashes.map((hash, i) => rows.firstOf(hash, i + 1)).every((first) => first === 0)).toBe(
    true,
  );
  expect(hashes.map((hash) => rows.firstOf(hash, 9999))).toEqual(hashes.map((_, i) => i + 1));
});

test('a row that is taken back leaves all others in their places', () => {
  const rows = new FirstRows();
  // More than a table holds at first, so that it grows between noting and taking back.
  const hashes = Array.from({ length: 30_000 }, (_, i) => hashOf(`row ${i}`));
  hashes.forEach((hash, i) => {
    rows.firstOf(hash, i + 1);
    if (i % 3 === 0) rows.forgetLast(hash);
  });
  expect(hashes.every((hash, i) => rows.has(hash) === (i % 3 !== 0))).toBe(true);
});

test('cells have one hash exactly if they are equal in the columns that count', () => {
  const text = fc.string({
    unit: fc.constantFrom('甲', '乙', 'a', '\u0000', '\u8000'),
    maxLength: 3,
  });
  const row = fc.array(text, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(row, row, (a, b) => {
      const alike = a[0] === b[0] && a[2] === b[2];
      expect(hashCells(a, [0, 2]) === hashCells(b, [0, 2])).toBe(alike);
    }),
  );
  expect(hashCells(['ab', 'c'], [0, 1])).not.toBe(hashCells(['a', 'bc'], [0, 1]));
});

test('texts that differ in one bit or two have different hashes, and no bit of a hash is idle', () => {
  const units = [...'今天天气很好我们去散步'].map((one) => one.charCodeAt(0));
  const bits = 16 * units.length;
  const flipped = (...at: readonly number[]) =>
    String.fromCharCode(
      ...units.map((unit, i) =>
        at.reduce((u, b) => (b >> 4 === i ? u ^ (1 << (b & 15)) : u), unit),
      ),
    );
  const hashes: number[] = [];
  for (let i = 0; i < bits; i++) {
    for (let j = i; j < bits; j++) {
      hashes.push(hashCells([i === j ? flipped(i) : flipped(i, j)], [0]));
    }
  }
  expect(new Set(hashes).size).toBe((bits * (bits + 1)) / 2);
  for (let bit = 0; bit < 53; bit++) {
    const set = hashes.filter((hash) => Math.floor(hash / 2 ** bit) % 2 === 1).length;
    // Half of them within five standard deviations of a fair coin's.
    expect(Math.abs(set / hashes.length - 0.5)).toBeLessThan(2.5 / Math.sqrt(hashes.length));
  }
});
