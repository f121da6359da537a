import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { renderReport } from '../../pipeline/report/report.ts';
import { hostile } from './hostile.ts';
import { MANIFEST, MODEL } from './model.ts';

const render = (model: ReportModel) => renderReport(model, drawCharts(model), MANIFEST);

let report = '';
beforeAll(async () => {
  report = await render(MODEL);
});

test('same input, same bytes', async () => {
  expect(await render(structuredCloneOf(MODEL))).toBe(report);
});

test('three rounds, 36 units, 13 problems fit into 2.5 MB', () => {
  expect(Buffer.byteLength(report)).toBeLessThan(2.5e6);
});

test('its policy allows what is in it, by hash, and nothing else', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(report)?.[1] ?? '';
  const hashes = (element: string) =>
    [...report.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashes('script').join(' ')}`,
    `style-src ${hashes('style').join(' ')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(hashes('script')).toHaveLength(5);
});

test('has no style attribute, no handler and no address to load from', () => {
  const body = withoutScripts(report);
  expect(body).not.toMatch(/<[^>]* (?:style|on\w+|src|srcset)=/);
  expect(body).not.toMatch(/<[^>]* href="(?!#)/);
});

test('every section is there once a language, under its own anchor', () => {
  const ids = [...report.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 11)).toEqual(
    [
      'findings',
      'problems',
      'changes',
      'groups',
      'subproblems',
      'closed',
      'themes',
      'pairs',
      'coding',
      'rows',
      'method',
    ].map((id) => `${id}-zh-Hans`),
  );
  expect(ids).toHaveLength(33);
});

test('findings follow verdicts, not the size of differences', async () => {
  const text = findingsOf(report, 'en');
  expect(text).toContain(
    'significantly fewer mentions than in Q2 2026: “A6 Funding not guaranteed”',
  );
  expect(text).toContain('shares differ significantly by unit type for “A2 Working');
  // The same shares without the verdicts: no change and no difference may be told.
  const undecided = await render({
    ...MODEL,
    tables: {
      ...MODEL.tables,
      trends: MODEL.tables.trends.map((row) => ({
        ...row,
        change: row.change === '' ? '' : 'no-evidence',
      })),
      tests: MODEL.tables.tests.map((row) => ({
        ...row,
        p_adjusted: row.p_adjusted === null ? null : 0.06,
      })),
    },
  });
  const calm = findingsOf(undecided, 'en');
  expect(calm).not.toContain('fewer mentions');
  expect(calm).not.toContain('differ significantly by');
  expect(calm).toContain('none of the 8 comparable problems changed significantly since Q2 2026');
});

test('a hidden line shows no figure in any language', () => {
  // B5 of the second round is hidden: its change from there to the third has no figure.
  for (const word of ['隐去', '隱去', 'hidden'])
    expect(report).toContain(`<i class="hidden">${word}</i>`);
  const hidden = [
    ...report.matchAll(/<tr><th scope="row">B5[^<]*<\/th><td>[^→]*二季度 →.*?<\/tr>/g),
  ];
  expect(hidden.length).toBeGreaterThan(0);
  for (const [row] of hidden) {
    const figures = [...row.matchAll(/<td class="n">(.*?)<\/td>/g)].map(([, cell]) => cell);
    expect(figures).toHaveLength(4);
    expect(figures.every((cell) => /^<i class="hidden">/.test(cell ?? ''))).toBe(true);
  }
});

test('shows a marking such as fictitious data at its head', () => {
  expect(report).toContain('<p class="marking">虚构数据</p>');
});

test('a survey of one language, one round and one question makes a report', async () => {
  const only = <T extends { readonly round: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.round === '2026-q3');
  const small = await render({
    ...MODEL,
    survey: {
      ...MODEL.survey,
      languages: ['en'],
      groups: [],
      rounds: MODEL.survey.rounds.slice(2),
      questions: MODEL.survey.questions.slice(0, 1),
    },
    themes: [],
    tables: {
      problems: only(MODEL.tables.problems).filter((row) => row.group === 'all'),
      themes: [],
      closed: [],
      trends: [],
      tests: [],
      pairs: [],
      coding: only(MODEL.tables.coding),
      rows: only(MODEL.tables.rows),
    },
  });
  expect(small).toContain('There is only one round so far');
  expect(withoutScripts(small)).not.toMatch(/undefined|NaN|\[object/);
});

test('hostile names stay text', async () => {
  const body = withoutScripts(await render(hostile(MODEL)));
  expect(body).not.toMatch(/<(?:img|base|iframe|object|svg onload|script)/);
  expect(body).toContain('&lt;/script&gt;&lt;script&gt;window.ran=2');
});

function findingsOf(text: string, lang: string): string {
  return new RegExp(`<section id="findings-${lang}">([\\s\\S]*?)</section>`).exec(text)?.[1] ?? '';
}

/** The document without the contents of its scripts and styles. */
function withoutScripts(text: string): string {
  return text
    .replace(/<script>[\s\S]*?<\/script>/g, '')
    .replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '')
    .replace(/<style>[\s\S]*?<\/style>/g, '');
}

function structuredCloneOf(model: ReportModel): ReportModel {
  return { ...model, tables: structuredClone(model.tables) };
}
