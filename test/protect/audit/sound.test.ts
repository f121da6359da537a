/** Sound results pass, however small the groups and however alike the names in them. */
import { expect, test } from '@jest/globals';
import type { ReportModel } from '../../../pipeline/chart/charts.ts';
import type { Effects } from '../../../pipeline/effects.ts';
import type { Respondent } from '../../../pipeline/read/respondent.ts';
import { PERSONAL_TYPES } from '../../../pipeline/redact/personal.ts';
import { randomFrom } from '../../../pipeline/statistics/random.ts';
import type { Survey } from '../../../pipeline/survey/survey.ts';
import { hostile } from '../../report/hostile.ts';
import { MANIFEST, MODEL } from '../../report/model.ts';
import { tablesOf } from '../../support/made-tables.ts';
import {
  openQuestion,
  respondentOf,
  scaleQuestion,
  singleQuestion,
  surveyOf,
  tiny,
  tinyCodebook,
} from '../../support/survey.ts';
import { NO_TABLES } from '../../support/tables.ts';
import { problemsOf, soundSet } from './set.ts';

/** Anything read again would fail. */
const NO_FILES = {} as Effects;

/** Values of groups are called as options, rounds, codes and a taxonomy are. */
const TYPES = ['x', 'r1', 'P1', 'tiny'];
const UNITS = ['x', 'y', 'P2', 'U'];
const ANSWERS = ['P1.1', 'P1.2;P3', 'P2.1', 'P3', 'no-problem', 'uncoded', 'empty'];

function people(next: () => number, most: number): readonly Respondent[] {
  const of = <T>(list: readonly T[]) => list[Math.floor(next() ** 2 * list.length)]!;
  return Array.from({ length: 8 + Math.floor(next() * most) }, (_, i) =>
    respondentOf(of(ANSWERS), of(TYPES), of(UNITS), {
      scale: 1 + Math.floor(next() * 5),
      single: of(['x', 'y', 'z']),
      row: i + 2,
    }),
  );
}

test.each([1, 2, 3, 4, 5, 6])(
  'made-up answers pass without being read again, seed %d',
  async (seed) => {
    const next = randomFrom(seed);
    const survey = surveyOf({ panel: seed % 2 === 0, languages: ['zh-Hans', 'en'] });
    const rounds = [1, 2, 3].map(() => people(next, 40 * seed));
    expect(await problemsOf(await setOf(survey, rounds), NO_FILES)).toEqual([]);
  },
);

function setOf(survey: Survey, rounds: readonly (readonly Respondent[])[]) {
  const tables = { ...NO_TABLES, ...tablesOf(rounds, survey) };
  const { themes } = tinyCodebook;
  const model: ReportModel = { survey, tables, taxonomies: [tiny], themes, recurring: [] };
  const own = { inputs: [], hand_codes: null, taxonomies: [], hygiene: [], rows: tables.rows };
  return soundSet(model, { ...MANIFEST, ...own });
}

test('many rounds pass without being read again, though charts name only some of them', async () => {
  const next = randomFrom(7);
  const asked = Array.from({ length: 13 }, (_, i) => `r${i + 1}`);
  const [first] = surveyOf().rounds;
  const survey = surveyOf({
    rounds: asked.map((id) => ({ ...first!, id, label: { 'zh-Hans': id, 'zh-Hant': id, en: id } })),
    questions: [openQuestion, scaleQuestion, singleQuestion].map((one) => ({ ...one, asked })),
    languages: ['zh-Hans', 'zh-Hant', 'en'],
  });
  const rounds = asked.map(() => people(next, 80));
  expect(await problemsOf(await setOf(survey, rounds), NO_FILES)).toEqual([]);
});

test('questions of one taxonomy pass without being read again where one was not asked of late', async () => {
  const other = { ...openQuestion, id: 'other', asked: ['r1'] };
  const survey = surveyOf({
    questions: [openQuestion, scaleQuestion, singleQuestion, other],
    languages: ['zh-Hans', 'en'],
  });
  // P1 is told of `other` in the first round, and of few of a unit in the last one.
  const rounds = [6, 2, 2].map((some) =>
    ['u', 'v'].flatMap((unit) =>
      Array.from({ length: 20 }, (_, i) => {
        const answer = i < some ? 'P1.1' : 'P3';
        const one = respondentOf(answer, 'T', unit, { row: i + 2 });
        return { ...one, answers: [...one.answers, { kind: 'text', text: answer } as const] };
      }),
    ),
  );
  const set = await setOf(survey, rounds);
  expect(await problemsOf(set, NO_FILES)).toEqual([]);
});

test.each([[['en', 'zh-Hans']], [['zh-Hant', 'en']], [['en']]] as const)(
  'a report in %j passes without being read again',
  async (languages) => {
    const model = { ...MODEL, survey: { ...MODEL.survey, languages } };
    expect(await problemsOf(await soundSet(model), NO_FILES)).toEqual([]);
  },
);

test('the names of all kinds of personal data are words of the report', async () => {
  const { rounds, questions } = MODEL.survey;
  const personal = PERSONAL_TYPES.map((type) => {
    const where = {
      round: rounds.at(-1)!.id,
      question: questions.find((one) => one.type === 'open')!.id,
    };
    return { ...where, type, n: 20, status: 'shown' as const };
  });
  const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;
  const survey = { ...MODEL.survey, languages };
  const model = { ...MODEL, survey, tables: { ...MODEL.tables, personal } };
  expect(await problemsOf(await soundSet(model), NO_FILES)).toEqual([]);
});

test('names that try to be markup, addresses and expressions are texts of the survey', async () => {
  expect(await problemsOf(await soundSet(hostile(MODEL)))).toEqual([]);
});
