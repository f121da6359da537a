/** Small surveys, codebooks and respondents for tests, in three lines a case. */
import type { Coder, Coding, Status } from '../../pipeline/code/coding.ts';
import type { Answer, Respondent } from '../../pipeline/read/respondent.ts';
import type { Group, Question, Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import type { Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';

const base = (id: string) => ({
  id,
  label: sameInAll(id),
  missing: [],
  skipped: [],
  asked: ['r1', 'r2', 'r3'],
});

export const openQuestion: Question = {
  ...base('open'),
  type: 'open',
  column: ['open'],
  taxonomy: { by: null, taxonomy: 'tiny' },
};
export const scaleQuestion: Question = {
  ...base('scale'),
  type: 'scale',
  column: ['scale'],
  range: [1, 5],
  labels: new Map(),
  aliases: new Map(),
  reverse: false,
  rounds: new Map(),
  measures: null,
};
export const singleQuestion: Question = {
  ...base('single'),
  type: 'single',
  column: ['single'],
  options: ['x', 'y', 'z'],
  links: new Map(),
  labels: new Map(),
  aliases: new Map(),
};

const group = (id: string, within: string | null = null): Group => ({
  id,
  label: sameInAll(id),
  column: [id],
  within,
  aliases: new Map(),
});

/** One policy for all rules of hygiene. */
export const policy = (what: 'flag' | 'drop'): Survey['hygiene'] => ({
  duplicates: what,
  identical: what,
  straight_lining: what,
  speed: what,
  contradictions: what,
});

/** A survey with a nested group and one question of three types. */
export function surveyOf(more: Partial<Survey> = {}): Survey {
  return {
    file: '/survey/survey.yaml',
    folder: '/survey',
    title: sameInAll('survey'),
    issuer: null,
    date: null,
    marking: null,
    note: null,
    languages: ['zh-Hans', 'zh-Hant', 'en'],
    rounds: ['r1', 'r2', 'r3'].map((id) => ({ id, label: sameInAll(id), date: null, files: [] })),
    columns: { respondent: null, weight: null, stratum: null, cluster: null, fpc: null },
    exclude: [],
    groups: [group('type'), group('unit', 'type')],
    questions: [openQuestion, scaleQuestion, singleQuestion],
    privacy: { minimum: 5, quotes: 'none', personalData: 'mask' },
    statistics: { confidence: 0.95, interval: 'wilson', correction: 'BH' },
    weighting: { method: 'none', by: [], trim: null },
    population: null,
    panel: false,
    hygiene: policy('flag'),
    coding: { examples: null },
    maximumSetAside: 0.05,
    ...more,
  };
}

const entry = (id: string) => ({
  id,
  labels: sameInAll(id),
  definition: sameInAll(id),
  includes: [],
  excludes: [],
  terms: [],
});

/** Problems P1 (leaves P1.1, P1.2), P2 (P2.1) and P3. */
export const tiny: Taxonomy = {
  id: 'tiny',
  labels: sameInAll('tiny'),
  examples: [],
  sha256: '0'.repeat(64),
  problems: [
    { ...entry('P1'), subproblems: [entry('P1.1'), entry('P1.2')] },
    { ...entry('P2'), subproblems: [entry('P2.1')] },
    { ...entry('P3'), subproblems: [] },
  ],
};

export const tinyCodebook: Codebook = {
  taxonomies: new Map([['tiny', tiny]]),
  learnt: new Map(),
  handCodes: null,
  themes: [
    { id: 'theme', labels: sameInAll('theme'), members: new Map([['tiny', ['P1.1', 'P3']]]) },
  ],
};

/** A coder that gives these codings; it explains nothing. */
export function coderOf(codingOf: (answer: string) => Coding): Coder {
  return {
    code: codingOf,
    codeTwice: (answer) => {
      const coding = codingOf(answer);
      return { coding, byTerms: { ...coding, codes: coding.codes.map((one) => one.code) } };
    },
    explain: () => {
      throw new Error('not asked for');
    },
  };
}

/** Reads codes off the answer itself: `P1.1;P3`, or a status such as `no-problem`. */
export const literalCoder: Coder = {
  code: (answer) => literalCoding(answer),
  codeTwice: (answer) => {
    const coding = literalCoding(answer);
    return { coding, byTerms: { ...coding, codes: coding.codes.map((one) => one.code) } };
  },
  explain: (answer) => {
    const { status, codes } = literalCoding(answer);
    const scored = codes.map((hit) => ({ ...hit, score: null, cutoff: null }));
    const decision = { by: 'codes', words: [], score: null, cutoff: null } as const;
    return { status, decision, codes: scored, byHand: false, clauses: [], ruledOut: [] };
  },
};

function literalCoding(answer: string): Coding {
  if (!answer.startsWith('P')) return { status: answer as Status, codes: [] };
  const evidence = [{ text: answer, start: 0, end: answer.length }];
  return {
    status: 'coded',
    codes: answer.split(';').map((code) => ({ code, confidence: 1, evidence })),
  };
}

/** A respondent of `surveyOf()`. */
export function respondentOf(
  open: string,
  type = 'T',
  unit = 'U',
  {
    weight = 1,
    scale = 3,
    single = 'x',
    row = 2,
  }: { weight?: number; scale?: number; single?: string; row?: number } = {},
): Respondent {
  const answers: Answer[] = [
    { kind: 'text', text: open },
    { kind: 'number', value: scale },
    { kind: 'options', options: [single] },
  ];
  const groups = [type, `${type}/${unit}`];
  return { row, id: String(row), weight, design: '', groups, answers, flags: [] };
}
