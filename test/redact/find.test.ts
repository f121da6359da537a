/** Personal data in answers: what is found, what is not, and at what cost. */
import { expect, test } from '@jest/globals';
import { findPersonal } from '../../pipeline/redact/find.ts';
import { PERSONAL_TYPES, type PersonalHit } from '../../pipeline/redact/personal.ts';
import { type Labelled, NEAR_MISSES, PERSONAL } from './labelled.ts';

const ALL = [...PERSONAL, ...NEAR_MISSES];
const RECALL = 0.98;
const PRECISION = 0.97;

const written = ({ type, start, end }: PersonalHit) => `${type} ${start}-${end}`;

function scoresOf(answers: readonly Labelled[]) {
  let [right, found, wanted] = [0, 0, 0];
  for (const { text, hits } of answers) {
    const expected = new Set(hits.map(written));
    const actual = findPersonal(text).map(written);
    right += actual.filter((one) => expected.has(one)).length;
    found += actual.length;
    wanted += expected.size;
  }
  return {
    answers: answers.length,
    hits: wanted,
    recall: right / wanted,
    precision: right / found,
  };
}

const types = (text: string) => findPersonal(text).map(({ type }) => type);
const words = (text: string) => findPersonal(text).map(({ start, end }) => text.slice(start, end));

test('recall and precision by type and span reach what is asked of labelled answers', () => {
  const scores = {
    development: scoresOf(ALL.filter(({ heldOut }) => !heldOut)),
    'held out': scoresOf(ALL.filter(({ heldOut }) => heldOut)),
    all: scoresOf(ALL),
  };
  process.stdout.write(
    Object.entries(scores)
      .map(
        ([part, { answers, hits, recall, precision }]) =>
          `personal data, ${part}: ${answers} answers, ${hits} hits, ` +
          `recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
      )
      .join(''),
  );
  for (const { recall, precision } of Object.values(scores)) {
    expect(recall).toBeGreaterThanOrEqual(RECALL);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
  }
});

test('no near miss is taken for personal data, and what is missed are names', () => {
  const taken = NEAR_MISSES.filter(({ text }) => findPersonal(text).length > 0);
  expect(taken.map(({ text }) => text)).toEqual([]);
  const missed = PERSONAL.flatMap(({ text, hits }) => {
    const found = new Set(findPersonal(text).map(written));
    return hits
      .filter((hit) => !found.has(written(hit)))
      .map((hit) => text.slice(hit.start, hit.end));
  });
  expect(missed).toEqual(['褚无名', '陳無名', '钱测试', '李样例']);
});

test('the labelled answers hold every type, 200 hits and 300 near misses', () => {
  const hits = PERSONAL.flatMap((one) => one.hits);
  expect(new Set(hits.map(({ type }) => type))).toEqual(new Set(PERSONAL_TYPES));
  expect(hits.length).toBeGreaterThanOrEqual(200);
  expect(NEAR_MISSES.length).toBeGreaterThanOrEqual(300);
  expect(NEAR_MISSES.flatMap((one) => one.hits)).toEqual([]);
});

test('finds are in order, do not overlap, and lie inside the text', () => {
  const all = ALL.map(({ text }) => text).join('；');
  let end = 0;
  for (const hit of findPersonal(all)) {
    expect(hit.start).toBeGreaterThanOrEqual(end);
    expect(hit.end).toBeGreaterThan(hit.start);
    end = hit.end;
  }
  expect(end).toBeLessThanOrEqual(all.length);
});

test('offsets count UTF-16 units, also behind characters of two', () => {
  expect(findPersonal('😀𠮷電話１３８００００１２３４')).toEqual([
    { type: 'mobile', start: 6, end: 17 },
  ]);
});

// Of the standards: GB 11643-1999, ISO/IEC 7812-1 (the card is Visa's test card), the Hong Kong
// Immigration Department's A123456(3), Taiwan's A123456789.
test.each([
  ['11010519491231002X', 'resident-id'],
  ['4111111111111111', 'bank-card'],
  ['A123456(3)', 'hong-kong-id'],
  ['A123456789', 'taiwan-id'],
])('%s is found as %s, and not with a digit one higher or another check digit', (number, type) => {
  expect(types(number)).toEqual([type]);
  const last = number.search(/.\)?$/);
  for (let at = 0; at <= last; at++) {
    if (!/\d/.test(number[at]!)) continue;
    // Each of these sums notices a digit one higher; only one check digit fits.
    const steps = at === last ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1];
    for (const step of steps) {
      const digit = (Number(number[at]) + step) % 10;
      expect(types(number.slice(0, at) + digit + number.slice(at + 1))).not.toContain(type);
    }
  }
});

test.each([
  ['a day that does not exist', '110105194902310026'],
  ['a province that does not exist', '990105194912310023'],
])('a resident id of %s is none', (_, number) => {
  expect(types(number)).not.toContain('resident-id');
});

test('a phone number inside a longer number is none', () => {
  expect(types('913800001234')).toEqual([]);
  expect(types('138000012345')).toEqual([]);
});

test('where two kinds fit, the one that is checked wins', () => {
  expect(types('微信13800001234')).toEqual(['mobile']);
  expect(types('台胞证A123456789')).toEqual(['taiwan-id']);
  expect(types('身份证11010519491231002X')).toEqual(['resident-id']);
});

test('finds that overlap are one, so that masking leaves nothing of either', () => {
  const text = '+1 202-555-0143x@example.com';
  expect(findPersonal(text)).toEqual([{ type: 'email', start: 0, end: text.length }]);
});

test('a letter before a date makes no passport number, nor a wrong length a card', () => {
  expect(types('见附件E20210101')).toEqual([]);
  expect(types('41111111111111113')).toEqual([]);
});

test('a phone number loses to nothing that merely looks like one', () => {
  expect(types('订单号13800001234')).toEqual([]);
  expect(types('13800001234元')).toEqual([]);
  expect(types('13800001234，100人')).toEqual(['mobile']);
});

test('an English word behind the name of a messenger is no account', () => {
  expect(types('line well-known')).toEqual([]);
  expect(types('mark-line role_mark')).toEqual([]);
  expect(types('LINE: wellknown')).toEqual(['account']);
});

test('sections are no addresses of computers', () => {
  expect(types('见32.5.1.2节')).toEqual([]);
  expect(types('地址32.5.1.2')).toEqual(['ip']);
});

test('who says of himself what he is may add his name', () => {
  expect(words('我是二支部的王测试，')).toEqual(['王测试']);
  expect(words('我是退休干部李无名。')).toEqual(['李无名']);
  expect(words('我是二支部的党员')).toEqual([]);
});

test('a cue says what a number of eight digits or a name is', () => {
  expect(types('手机：65400010')).toEqual(['mobile']);
  expect(types('电话：65400010')).toEqual(['landline']);
  expect(types('電話：65400010')).toEqual(['mobile']);
  expect(types('65400010')).toEqual([]);
  expect(types('服务热线010-62349001')).toEqual([]);
  expect(types('值班室010-62349001')).toEqual(['landline']);
  expect(types('我是徐州人')).toEqual([]);
  expect(types('我是徐不二')).toEqual(['name']);
});

test('a name ends where the name ends', () => {
  expect(words('我叫张三')).toEqual(['张三']);
  expect(words('姓名：欧阳测试，女')).toEqual(['欧阳测试']);
  expect(words('我叫吕四住在城里')).toEqual(['吕四']);
});

test('an address begins behind 住在 and ends with its last number', () => {
  expect(words('他家住在北京市虚构区样例路8号3单元501室，很远')).toEqual([
    '北京市虚构区样例路8号3单元501室',
  ]);
  expect(words('通讯处北京市样例路8号')).toEqual(['北京市样例路8号']);
});

test.each([
  [
    'a mobile number written digit by digit',
    '我手机1 3 9 0 0 0 0 1 2 3 4 ，多谢',
    '1 3 9 0 0 0 0 1 2 3 4',
  ],
  ['an account behind q号', '加我q号 100200304', '100200304'],
  ['an address through the building', '虛構道688號樣例中心12樓B室', '虛構道688號樣例中心12樓B室'],
])('%s is found whole', (_, text, wanted) => {
  expect(words(text)).toEqual([wanted]);
});

test.each([
  '评分依次为1 3 5 4 4 3 2 5 1 4 3 2 1',
  '前面 3 1 3 9 0 0 0 0 1 2 3 4',
  'FAQ号 100200304 的文档',
])('%s holds no personal data', (text) => {
  expect(types(text)).toEqual([]);
});
