/** Hidden counts that are shown again once many have come, and what all releases together tell then. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountTables } from '../../../pipeline/aggregate/tables.ts';
import { openModel } from '../../../pipeline/protect/attack/linear.ts';
import type { Release } from '../../../pipeline/protect/earlier/release.ts';
import { surveyOf } from '../../support/survey.ts';
import { type Part, peopleOf, publish } from './parts.ts';

const BY_TYPE = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  groups: surveyOf().groups.slice(0, 1),
});

/** Of each type so many with the one problem, and so many with the other. */
function people(said: Readonly<Record<string, readonly [one: number, other: number]>>) {
  return peopleOf(
    Object.entries(said).flatMap(([type, [one, other]]): Part[] => [
      ['P1', one, `${type}/${type}`],
      ['P2', other, `${type}/${type}`],
    ]),
  );
}

/** How many of each type have the one problem in each release; null where it is hidden. */
function oneIn(releases: readonly Parameters<typeof people>[0][], forget = false) {
  let release: Release | null = null;
  return releases.map((said, i) => {
    const { tables, release: next } = publish([people(said)], BY_TYPE, release, `${i}`);
    release = forget ? { ...next, withheld: new Map() } : next;
    return Object.keys(said).map((type) => nOf(tables, type));
  });
}

function nOf({ problems }: CountTables, type: string) {
  return problems.find((row) => row.code === 'P1' && row.value === type)!.n;
}

const FIRST = { A: [30, 30], B: [30, 30], C: [30, 30] } as const;
/** Three of twenty in one type say it, and seven of twenty in another: with that alone the three would be told. */
const FEW = { ...FIRST, A: [37, 43], B: [33, 47] } as const;

test('what few late answers hid is shown again after many, of whom many say it and many do not', () => {
  const many = { ...FEW, A: [47, 63], B: [43, 57] } as const;
  expect(oneIn([FIRST, FEW, many])).toEqual([
    [30, 30, 30],
    [null, null, 30],
    [47, 43, 30],
  ]);
});

test.each([
  ['few of them say it', [47, 63], [37, 67]],
  ['few of them do not', [47, 63], [53, 49]],
  ['none does', [47, 63], [33, 67]],
  ['all do', [47, 63], [53, 47]],
  [
    'nobody came to the one, so that the other would leave to it what few said before',
    [47, 63],
    [33, 47],
  ],
] as const)('it stays hidden where %s', (_, A, B) => {
  const [, , last] = oneIn([FIRST, FEW, { ...FEW, A, B }]);
  expect(last!.slice(0, 2)).toEqual([null, null]);
});

test('and where it is not known what it was: of a copy without the private folder', () => {
  const many = { ...FEW, A: [47, 63], B: [43, 57] } as const;
  expect(oneIn([FIRST, FEW, many], true).at(-1)!.slice(0, 2)).toEqual([null, null]);
});

test('a mean comes back with all the options of its question', () => {
  const scale = (times: number): Part[] => [
    ['P1', 5 * times, 'A/A'],
    ['P2', 5 * times, 'B/B'],
  ];
  const meanIn = ({ closed }: CountTables) =>
    closed.find((row) => row.question === 'scale' && row.option === '' && row.value === 'A')!.mean;
  const first = publish([peopleOf(scale(8))], BY_TYPE);
  const late = [...peopleOf(scale(8)), ...peopleOf([['P1', 1, 'A/A']])];
  const second = publish([late], BY_TYPE, first.release, 'second');
  const many = [...late, ...peopleOf(scale(7))];
  const third = publish([many], BY_TYPE, second.release, 'third');
  // Ones to fives, as many of each; and a one more.
  expect([first, second, third].map(({ tables }) => meanIn(tables))).toEqual([3, null, 226 / 76]);
});

const TYPES = ['A', 'B', 'C', 'D'];
const OPTIONS = ['x', 'y', 'z'];
const SURVEYS = 25;
const RELEASES = 4;

/** Of each type how many say each option, of those who came before each release. */
type Came = readonly (readonly number[])[];

const cameBy = (most: number) =>
  fc.array(fc.tuple(...OPTIONS.map(() => fc.integer({ min: 0, max: most }))), {
    minLength: TYPES.length,
    maxLength: TYPES.length,
  }) as fc.Arbitrary<Came>;

/** Releases of a question with one answer each. */
function releasesOf(came: readonly Came[]) {
  let release: Release | null = null;
  return came.map((_, i) => {
    const all = came
      .slice(0, i + 1)
      .flatMap((one) =>
        one.flatMap((says, t) =>
          says.map((n, o): Part => ['P1', n, `${TYPES[t]}/${TYPES[t]}`, OPTIONS[o]!]),
        ),
      );
    const { tables, release: next } = publish([peopleOf(all)], BY_TYPE, release, `${i}`);
    release = next;
    return tables.closed.filter(({ question }) => question === 'single');
  });
}

type Lines = ReturnType<typeof releasesOf>[number];

/** All that is published, and how many there are of each type, of those who came before each release. */
function knownOf(came: readonly Came[], releases: readonly Lines[]) {
  const place = (i: number, t: number, o: number) => (i * TYPES.length + t) * OPTIONS.length + o;
  const rows = releases.flatMap((lines, i) => {
    const since = came.slice(0, i + 1).map((_, j) => j);
    const row = (types: readonly number[], options: readonly number[], n: number) => {
      const at = since.flatMap((j) => types.flatMap((t) => options.map((o) => place(j, t, o))));
      return { at, by: at.map(() => 1), low: n, high: n };
    };
    const all = OPTIONS.map((_, o) => o);
    return lines.flatMap(({ value, option, n }) => {
      const types = value === '' ? TYPES.map((_, t) => t) : [TYPES.indexOf(value)];
      const there = since.flatMap((j) => types.flatMap((t) => came[j]![t]!));
      const base = there.reduce((sum, one) => sum + one, 0);
      const told = n === null ? [] : [row(types, [OPTIONS.indexOf(option)], n)];
      return [...told, row(types, all, base)];
    });
  });
  const size = came.length * TYPES.length * OPTIONS.length;
  const model = openModel(new Float64Array(size), new Float64Array(size).fill(1e6), rows);
  const rangeOf = (at: readonly number[]) =>
    [-1, 1].map((sign) => {
      const { values } = model.drive(new Map(at.map((one) => [one, sign])))!;
      return at.reduce((sum, one) => sum + values[one]!, 0);
    }) as [number, number];
  return { place, rangeOf, dispose: () => model.dispose() };
}

/** What is told for certain of few of those who came late to some types, whoever has all releases. */
function tellingIn(came: readonly Came[], releases: readonly Lines[]): readonly string[] {
  const { place, rangeOf, dispose } = knownOf(came, releases);
  const told: string[] = [];
  for (let from = 1; from < came.length; from++) {
    for (let to = from; to < came.length; to++) {
      const late = came.slice(from, to + 1);
      for (let some = 1; some < 1 << TYPES.length; some++) {
        const types = TYPES.flatMap((_, t) => (((some >> t) & 1) === 1 ? [t] : []));
        const saying = (o: number) =>
          late.reduce((sum, one) => sum + types.reduce((own, t) => own + one[t]![o]!, 0), 0);
        const all = OPTIONS.reduce((sum, _, o) => sum + saying(o), 0);
        OPTIONS.forEach((option, o) => {
          const n = saying(o);
          if (n === 0 || n === all || Math.min(n, all - n) >= BY_TYPE.privacy.minimum) return;
          const at = late.flatMap((_, j) => types.map((t) => place(from + j, t, o)));
          const [low, high] = rangeOf(at);
          if (high - low < 1e-6) told.push(`${from}-${to} ${types} ${option}: ${n} of ${all}`);
        });
      }
    }
  }
  dispose();
  return told;
}

test(`of ${RELEASES} releases of ${SURVEYS} random surveys to which ever more answer, none tell of few together`, () => {
  const made = fc.sample(fc.tuple(cameBy(40), cameBy(8), cameBy(40), cameBy(60)), {
    numRuns: SURVEYS,
    seed: 3,
  });
  let again = 0;
  for (const came of made) {
    const releases = releasesOf(came);
    expect(tellingIn(came, releases)).toEqual([]);
    const [, , third, fourth] = releases;
    again += fourth!.filter(({ n }, i) => n !== null && third![i]?.n === null).length;
  }
  expect(again).toBeGreaterThan(SURVEYS);
});
