/** Random small surveys of every form that ties published numbers together, with their respondents. */
import fc from 'fast-check';
import { type Counts, countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import type { Population } from '../../pipeline/read/population.ts';
import type { Answer, Respondent } from '../../pipeline/read/respondent.ts';
import type {
  MultipleQuestion,
  OpenQuestion,
  Question,
  ScaleQuestion,
  SingleQuestion,
  Survey,
} from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import type { Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';
import { countsOf } from './made-tables.ts';
import { openWords } from './oracle-kinds.ts';
import { protectTables } from './protect-tables.ts';
import { openQuestion, scaleQuestion, singleQuestion, surveyOf, tiny } from './survey.ts';

export interface MadeSurvey {
  readonly survey: Survey;
  readonly codebook: Codebook;
  readonly before: CountTables;
  readonly published: CountTables;
  /** Whether somebody chose nothing of what the tables name. */
  readonly hasUnnamed: boolean;
}

/** People of one kind. */
interface Group {
  readonly people: number;
  readonly unit: number;
  /** What they say: a place among all answers there are. */
  readonly open: number;
  readonly closed: number;
  readonly isFlagged: boolean;
}

export interface Plan {
  readonly minimum: number;
  /** Number of sub-problems of each problem. */
  readonly leaves: readonly number[];
  /** Whether respondents of type B have a taxonomy of their own. */
  readonly areApart: boolean;
  /** Members of each theme, by place among all codes. */
  readonly themes: readonly (readonly number[])[];
  readonly closed: 'single' | 'multiple' | 'scale';
  readonly hasPopulation: boolean;
  readonly groups: readonly Group[];
}

/** Types of two units, of one, and of three. */
export const UNITS: readonly (readonly [type: string, unit: string])[] = [
  ['A', 'A/a1'],
  ['A', 'A/a2'],
  ['B', 'B/b1'],
  ['B', 'B/b2'],
  ['B', 'B/b3'],
  ['C', 'C/c1'],
];

/** Few units and answers have most of the people. */
const skewed = (max: number) =>
  fc.oneof(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: Math.min(2, max) }));

export const plans: fc.Arbitrary<Plan> = fc.record({
  minimum: fc.integer({ min: 3, max: 6 }),
  leaves: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 3 }),
  areApart: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  themes: fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  }),
  closed: fc.constantFrom('single', 'multiple', 'scale'),
  hasPopulation: fc.boolean(),
  groups: fc.array(
    fc.record({
      people: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 25 })),
      unit: skewed(UNITS.length - 1),
      open: fc.oneof(fc.nat(9), fc.nat(200)),
      closed: fc.nat(9),
      isFlagged: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
    { minLength: 3, maxLength: 24 },
  ),
});

/** @param leaves of each problem, how many sub-problems */
export function taxonomyOf(id: string, leaves: readonly number[]): Taxonomy {
  const [{ subproblems: _, ...problem }] = tiny.problems as [Taxonomy['problems'][number]];
  const named = (code: string) => ({ ...problem, id: code, labels: sameInAll(code) });
  return {
    ...tiny,
    id,
    problems: leaves.map((n, i) => {
      const code = `P${id}${i + 1}`;
      const own = Array.from({ length: n }, (__, leaf) => named(`${code}.${leaf + 1}`));
      return { ...named(code), subproblems: own };
    }),
  };
}

export const OPTIONS = ['x', 'y', 'z'];

const { column, ...single } = singleQuestion as SingleQuestion;
const MULTIPLE: MultipleQuestion = {
  ...single,
  id: 'closed',
  type: 'multiple',
  layout: { kind: 'joined', column, separator: null },
  exclusive: [],
};
const CLOSED: Readonly<Record<Plan['closed'], Question>> = {
  single: { ...(singleQuestion as SingleQuestion), id: 'closed' },
  multiple: MULTIPLE,
  scale: { ...(scaleQuestion as ScaleQuestion), id: 'closed', range: [1, 4] },
};

export function surveyFrom(plan: Plan): MadeSurvey {
  const own = taxonomyOf('one', plan.leaves);
  const other = taxonomyOf('two', [1, 0]);
  const taxonomies = new Map([own, ...(plan.areApart ? [other] : [])].map((one) => [one.id, one]));
  const choice = plan.areApart
    ? {
        by: 'type',
        taxonomies: new Map(['A', 'B', 'C'].map((t) => [t, t === 'B' ? 'two' : 'one'])),
      }
    : { by: null, taxonomy: 'one' };
  const plain = surveyOf();
  const survey: Survey = {
    ...plain,
    rounds: plain.rounds.slice(0, 1),
    questions: [{ ...(openQuestion as OpenQuestion), taxonomy: choice }, CLOSED[plan.closed]],
    privacy: { ...plain.privacy, minimum: plan.minimum },
  };
  const codebook: Codebook = {
    taxonomies,
    learnt: new Map(),
    handCodes: null,
    themes: plan.themes.map((members, i) =>
      themeOf(`t${i + 1}`, members, [...taxonomies.values()]),
    ),
  };
  const people = plan.groups.flatMap((group) => peopleOf(group, plan, taxonomies));
  const population = plan.hasPopulation ? POPULATION : null;
  const counts: Counts = countsOf([people], survey, population, codebook);
  const before = countTables(counts);
  const { tables } = protectTables(before, survey, codebook);
  const named = new Set(before.closed.map(({ option }) => option));
  const hasUnnamed = people.some(({ answers: [, closed] }) => {
    return closed?.kind === 'options' && !closed.options.some((one) => named.has(one));
  });
  return { survey, codebook, before, published: tables, hasUnnamed };
}

function themeOf(id: string, members: readonly number[], taxonomies: readonly Taxonomy[]) {
  const codes = taxonomies.flatMap((taxonomy) =>
    taxonomy.problems.flatMap((problem) =>
      [problem, ...problem.subproblems].map((one) => [taxonomy.id, one.id] as const),
    ),
  );
  const chosen = [...new Set(members.map((at) => codes[at % codes.length]!))];
  const own = new Map<string, string[]>();
  for (const [taxonomy, code] of chosen) own.set(taxonomy, [...(own.get(taxonomy) ?? []), code]);
  return { id, labels: sameInAll(id), members: own };
}

function peopleOf(
  { people, unit, open, closed, isFlagged }: Group,
  plan: Plan,
  taxonomies: ReadonlyMap<string, Taxonomy>,
): readonly Respondent[] {
  const groups = UNITS[unit]!;
  const words = openWords(taxonomies.get(plan.areApart && groups[0] === 'B' ? 'two' : 'one')!);
  const { status, said } = words[open % words.length]!;
  const text = status === 'coded' ? [...said].join(';') : status;
  const answers: readonly Answer[] = [{ kind: 'text', text }, closedAnswer(plan.closed, closed)];
  return Array.from({ length: people }, () => ({
    ...{ row: 2, id: '2', weight: 1, design: '', groups, answers },
    flags: isFlagged ? ['speed'] : [],
  }));
}

function closedAnswer(type: Plan['closed'], place: number): Answer {
  if (place === 8) return { kind: 'missing' };
  if (place === 9) return { kind: 'skipped' };
  if (type === 'scale') return { kind: 'number', value: 1 + (place % 4) };
  const several = type === 'multiple' ? [['x', 'y'], ['x', 'z'], OPTIONS] : [];
  const choices = [...OPTIONS.map((one) => [one]), ['x'], ['other'], ...several];
  return { kind: 'options', options: choices[place % choices.length]! };
}

/** Nobody is counted in one of the units. */
const POPULATION: Population = {
  file: 'p.csv',
  sha256: '',
  groups: ['type', 'unit'],
  lines: UNITS.filter(([, unit]) => unit !== 'B/b3').map((values) => ({
    ...{ round: null, row: 2, count: 200 },
    values,
  })),
};
