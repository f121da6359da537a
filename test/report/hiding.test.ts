/** What the method says of hiding, and that the numbers it gives tell nothing new. */
import { expect, test } from '@jest/globals';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import type { ReportModel } from '../../pipeline/chart/model.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { html } from '../../pipeline/report/html.ts';
import { hiddenLines, howHidden } from '../../pipeline/report/sections/hiding.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import type { Lang } from '../../pipeline/survey/text.ts';
import { MANIFEST, MODEL } from './model.ts';

function told(lang: Lang, changes: Partial<ReportModel> = {}): string {
  const model = { ...MODEL, ...changes };
  const contexts = contextsOf(model, drawCharts(model), MANIFEST, new Map());
  return String(html`${howHidden(contexts.find((one) => one.lang === lang)!)}`);
}

const surveyWith = (changes: Partial<Survey>) => ({ survey: { ...MODEL.survey, ...changes } });

test.each([
  ['zh-Hans', '少于 5 人'],
  ['zh-Hant', '少於 5 人'],
  ['en', 'fewer than 5'],
] as const)('in %s a leader reads two sentences, and the rest is folded', (lang, rule) => {
  const [lead, rest] = told(lang).split('<details>');
  expect(lead!.match(/[。.](?=\s|$|[^\d])/g)).toHaveLength(2);
  expect(lead).toContain(rule);
  expect(rest!.match(/<li>/g)).toHaveLength(11);
  expect(told(lang)).not.toMatch(/\{\w+\}/);
});

test('the threshold of the survey is the one that is told', () => {
  const privacy = { ...MODEL.survey.privacy, minimum: 12 };
  expect(told('en', surveyWith({ privacy }))).toContain('lie at least 12 apart');
  expect(told('en', surveyWith({ privacy }))).not.toMatch(/\b5\b/);
});

test('what became of personal data is told as it was set, and not where none was looked for', () => {
  const privacy = { ...MODEL.survey.privacy, personalData: 'drop' } as const;
  expect(told('en')).toContain('it is masked by its kind');
  expect(told('en', surveyWith({ privacy }))).toContain('answers with any are left out');
  const tables = { ...MODEL.tables, personal: [] };
  expect(told('en', { tables })).not.toContain('identity cards');
});

test.each([
  { why: 'computed', weighting: { ...MODEL.survey.weighting, method: 'rake' } as const },
  { why: 'in a column', columns: { ...MODEL.survey.columns, weight: ['weight'] } },
])('that shares are given roughly is told where weights are $why, and only there', (given) => {
  const { why: _, ...changes } = given;
  const unweighted = { ...MODEL.survey.columns, weight: null };
  expect(told('en', surveyWith({ columns: unweighted }))).not.toContain('given roughly');
  expect(told('en', surveyWith({ columns: unweighted, ...changes }))).toContain('given roughly');
});

test('lines are counted table by table as a reader of the tables would', () => {
  const [first, second, third] = MODEL.tables.pairs.filter((row) => row.status === 'shown');
  const hidden = { ...third!, n: null, share: null, status: 'suppressed' } as const;
  const status = { round: 'r', question: 'q', status: 'coded' } as const;
  const tables = {
    ...MODEL.tables,
    pairs: [first!, second!, hidden],
    coding: [
      { ...status, n: 8, shown: 'yes' },
      { ...status, n: null, shown: 'no' },
    ],
    response: [],
  } as const;
  const found = hiddenLines(tables);
  expect(found.find((one) => one.table === 'pairs')).toEqual({
    table: 'pairs',
    lines: 3,
    hidden: 1,
  });
  expect(found.find((one) => one.table === 'coding')).toEqual({
    ...{ table: 'coding', lines: 2, hidden: 1 },
  });
  expect(found.find((one) => one.table === 'response')).toBeUndefined();
  const text = told('zh-Hans', { tables })
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain(' pairs 3 1 33%');
});
