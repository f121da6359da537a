/** A kept round is taken for the same files, settings and codebook, and for no others. */
import { expect, test } from '@jest/globals';
import type { OpenQuestion, ScaleQuestion, Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import { roundKey } from '../../pipeline/tally/saved/round-key.ts';
import {
  openQuestion,
  policy,
  scaleQuestion,
  surveyOf,
  tiny,
  tinyCodebook,
} from '../support/survey.ts';

const file = {
  path: '/r1.csv',
  name: 'r1.csv',
  encoding: null,
  sheet: null,
  headerRows: null,
  twin: null,
};
const round = (id: string, more = {}) => ({
  ...{ id, label: sameInAll(id), date: null },
  files: [{ ...file, ...more }],
});
const input = { name: 'r1.csv', sha256: 'a', sheet: null, encoding: 'utf-8', twin: null };
const survey = surveyOf({ rounds: [round('r1'), round('r2')] });
const group = survey.groups[0]!;
const program = { program: 'p', strict: false };

function keyOf(
  more: Partial<Survey> = {},
  { inputs = [input], book = {}, by = program }: Other = {},
): string {
  return roundKey({ ...survey, ...more }, 'r1', inputs, { ...tinyCodebook, ...book }, by);
}

interface Other {
  readonly inputs?: Parameters<typeof roundKey>[2];
  readonly book?: Partial<Codebook>;
  readonly by?: typeof program;
}

const scale = scaleQuestion as ScaleQuestion;
const open = openQuestion as OpenQuestion;
const form = { range: [1, 4], reverse: false, labels: new Map() } as const;

const CHANGES: readonly (readonly [string, Partial<Survey>, Other?])[] = [
  ['another file', {}, { inputs: [{ ...input, sha256: 'b' }] }],
  ['a second file', {}, { inputs: [input, { ...input, name: 'b.csv', sha256: 'b' }] }],
  ['a twin', {}, { inputs: [{ ...input, twin: { sha256: 't' } }] }],
  ['another sheet', {}, { inputs: [{ ...input, sheet: '2' }] }],
  ['an encoding given', { rounds: [round('r1', { encoding: 'gbk' })] }],
  ['rows of the header given', { rounds: [round('r1', { headerRows: 2 })] }],
  ['a column of weights', { columns: { ...survey.columns, weight: ['权重'] } }],
  ['rows left out', { exclude: [{ column: '状态', values: ['预览'] }] }],
  ['an alias of a group', { groups: [{ ...group, aliases: new Map([['a', 'b']]) }] }],
  ['another policy', { hygiene: policy('drop') }],
  ['a panel', { panel: true }],
  ['quotes', { privacy: { ...survey.privacy, quotes: 'redacted' } }],
  ['personal data left out', { privacy: { ...survey.privacy, personalData: 'drop' } }],
  ['another first language', { languages: ['en'] }],
  ['other weighting', { weighting: { method: 'rake', by: ['type'], trim: null } }],
  ['less that may be set aside', { maximumSetAside: 0.01 }],
  ['a question that the round did not ask', { questions: [{ ...scaleQuestion, asked: ['r2'] }] }],
  ['a scale of its own', { questions: [{ ...scale, rounds: new Map([['r1', form]]) }] }],
  ['another taxonomy', {}, { book: { taxonomies: new Map([['tiny', { ...tiny, sha256: 'x' }]]) } }],
  ['no theme', {}, { book: { themes: [] } }],
  ['another program', {}, { by: { ...program, program: 'q' } }],
  ['strictness', {}, { by: { ...program, strict: true } }],
];

test.each(CHANGES.map(([what, more, other = {}]) => ({ what, more, other })))(
  'counted again: $what',
  ({ more, other }) => {
    // What is compared must differ in that alone.
    const before = 'questions' in more ? { questions: [scaleQuestion] } : {};
    expect(keyOf(more, other)).not.toBe(keyOf(before));
  },
);

test.each<[string, Partial<Survey>]>([
  ['title', { title: sameInAll('又名') }],
  ['place of the survey', { file: '/else/survey.yaml', folder: '/else' }],
  ['another round', { rounds: [round('r1'), round('r2'), round('r3')] }],
  ['file of another round', { rounds: [round('r1'), round('r2', { encoding: 'gbk' })] }],
  ['minimum', { privacy: { ...survey.privacy, minimum: 8 } }],
  ['confidence', { statistics: { ...survey.statistics, confidence: 0.9 } }],
  ['head-counts', { population: { path: '/p.csv', name: 'p.csv' } }],
  ['second language', { languages: ['zh-Hans'] }],
  ['what another round asked', { questions: [{ ...openQuestion, asked: ['r1'] }] }],
])('not counted again: %s', (_, more) => {
  const before = 'questions' in more ? { questions: [openQuestion] } : {};
  expect(keyOf(more)).toBe(keyOf(before));
});

test('what another round is coded by does not matter', () => {
  const byRound = (more: readonly (readonly [string, string])[]): Partial<Survey> => ({
    questions: [
      { ...open, taxonomy: { by: 'round', taxonomies: new Map([['r1', 'tiny'], ...more]) } },
    ],
  });
  const other = { ...tiny, id: 'other', sha256: 'y' };
  const both: Partial<Codebook> = {
    taxonomies: new Map([...tinyCodebook.taxonomies, ['mine.yaml', other]]),
    themes: [
      ...tinyCodebook.themes,
      { id: 'late', labels: sameInAll('late'), members: new Map([['other', ['P1']]]) },
    ],
  };
  const before = keyOf(byRound([]));
  expect(keyOf(byRound([['r2', 'mine.yaml']]), { book: both })).toBe(before);
  expect(keyOf(byRound([['r1', 'mine.yaml']]), { book: both })).not.toBe(before);
});
