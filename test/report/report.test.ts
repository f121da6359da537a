import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { renderReport } from '../../pipeline/report/report.ts';
import { NO_TABLES } from '../support/tables.ts';
import { hostile } from './hostile.ts';
import { modelWith, problem, Q2, Q3, shown, trend } from './made.ts';
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
  const ids = [...withoutScripts(report).matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 16)).toEqual(
    [
      'findings',
      'problems',
      'changes',
      'groups',
      'subproblems',
      'closed',
      'pairs',
      'units',
      'themes',
      'uncoded',
      'quality',
      'rows',
      'coding',
      'hygiene',
      'sensitivity',
      'method',
    ].map((id) => `${id}-zh-Hans`),
  );
  expect(ids).toHaveLength(48);
});

test('findings follow verdicts, not the size of differences', async () => {
  const text = findingsOf(report, 'en');
  expect(text).toContain(
    'Mentions of “A6 Funding not guaranteed” fell from 15.2% to 10.3%, by 5.0 points.',
  );
  expect(text).toContain('Mentions of “A2 Working relationships not straightened out” differ by');
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
  expect(calm).not.toMatch(/ rose | fell /);
  expect(calm).not.toMatch(/out” differ by/);
  expect(calm).toContain('no evidence that mentions of 8 problems changed');
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

/** The first data table of a section that has a code, with what stands under it. */
function tableIn(text: string, section: string, lang: string, code: string): string {
  const found = new RegExp(`<section id="${section}-${lang}">[\\s\\S]*?</section>`).exec(text)?.[0];
  return found?.split('<figure>').find((one) => one.includes(`>${code} `)) ?? '';
}

/** The cells of a line, without markup. */
function lineOf(table: string, name: string): readonly string[] {
  const [line = ''] = new RegExp(`<tr><th[^>]*>${name}.*</tr>`).exec(table) ?? [];
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]*>/g, ''),
  );
}

test.each([
  ['zh-Hans', '查准率', '查全率', '1,234 条例句（并非本调查的回答）', '置信区间不包括编码误差'],
  ['zh-Hant', '查準率', '查全率', '1,234 則例句（並非本調查的回答）', '信賴區間不包括編碼誤差'],
  ['en', 'Precision', 'Recall', '1,234 examples of the taxonomy', 'do not cover this error'],
])('shares stand beside the quality of their coding, and what it is from (%s)', (lang, ...said) => {
  for (const section of ['problems', 'subproblems']) {
    const table = tableIn(report, section, lang, 'A2');
    for (const words of said) expect(table).toContain(words);
  }
  const table = tableIn(report, 'problems', lang, 'A2');
  // 33 of 40 given, 33 of 50 due; A6 is never given, A8 never due.
  expect(lineOf(table, 'A2').slice(-2)).toEqual(['83%', '66%']);
  expect(lineOf(table, 'A6').slice(-2)).toEqual(['—', '0%']);
  expect(lineOf(table, 'A8').slice(-2)).toEqual(['0%', '—']);
  expect(lineOf(tableIn(report, 'subproblems', lang, 'A2'), 'A2.1').slice(-2)).toEqual([
    '83%',
    '66%',
  ]);
});

test.each([
  ['zh-Hans', '未测得：该问题体系没有例句', '100 条以上回答人工编码'],
  ['zh-Hant', '未測得：該問題體系沒有例句', '100 則以上回答人工編碼'],
  ['en', 'were not measured: the taxonomy has no examples', 'code 100 or more answers'],
])('coding by terms alone is said not to be measured, and how it can be (%s)', (lang, ...said) => {
  const table = tableIn(report, 'problems', lang, 'B2');
  for (const words of said) expect(table).toContain(words);
  expect(table).toContain('<code>coding: {examples: …}</code>');
  expect(table).not.toMatch(/查[准準]率<|Precision</);
  // Base, count, share, interval, effective n, round before.
  expect(lineOf(table, 'B2')).toHaveLength(6);
});

test('too few examples are said to be the reason why quality was not measured', async () => {
  const few = await render({
    ...MODEL,
    tables: {
      ...MODEL.tables,
      quality: MODEL.tables.quality.map((row) => ({ ...row, source: 'examples', answers: 0 })),
    },
  });
  const table = tableIn(few, 'problems', 'en', 'A2');
  expect(table).toContain('neither the taxonomy’s examples nor answers coded by hand come to 100');
  expect(lineOf(table, 'A2')).toHaveLength(6);
});

test('quality from hand-coded answers hides what rests on few of them', async () => {
  const byHand = await render({
    ...MODEL,
    tables: {
      ...MODEL.tables,
      quality: MODEL.tables.quality.map((row) => ({
        ...row,
        source: 'hand-codes',
        answers: 150,
        recall: row.code === 'A2' ? null : 0.7,
      })),
    },
  });
  const table = tableIn(byHand, 'problems', 'en', 'A2');
  expect(table).toContain(
    '150 answers of this survey coded by hand; over fewer than 10 they are hidden',
  );
  expect(lineOf(table, 'A2').slice(-2)).toEqual(['83%', 'hidden']);
});

test('the method tells of models only where there is one, of terms alone only where so', async () => {
  const methodOf = (text: string) => /<section id="method-en">[\s\S]*?<\/dl>/.exec(text)?.[0] ?? '';
  expect(methodOf(report)).toContain('A linear model then decides');
  expect(methodOf(report)).toContain('(Grassroots party building) are coded by terms alone');
  const withQuality = (keep: string) =>
    render({
      ...MODEL,
      taxonomies: MODEL.taxonomies.filter((one) => one.id === keep),
      themes: [],
    });
  expect(methodOf(await withQuality('organ'))).not.toContain('terms alone');
  expect(methodOf(await withQuality('grassroots'))).not.toContain('linear model');
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
      ...NO_TABLES,
      problems: only(MODEL.tables.problems).filter((row) => row.group === 'all'),
      coding: only(MODEL.tables.coding),
      quality: MODEL.tables.quality,
      uncoded: only(MODEL.tables.uncoded),
      rows: only(MODEL.tables.rows),
    },
  });
  expect(small).toContain('There is only one round so far');
  // Without groups nobody can tell whether words come from one unit only.
  expect(small).toContain('This survey has no groups, so there is no telling');
  expect(withoutScripts(small)).not.toContain('食堂太远');
  expect(withoutScripts(small)).not.toMatch(/undefined|NaN|\[object/);
});

test('lists the words of uncoded answers of the latest round, a line a set, and no count', async () => {
  const section = (text: string) =>
    /<section id="uncoded-zh-Hans">([\s\S]*?)<\/section>/.exec(text)?.[1] ?? '';
  const shown = section(report);
  expect(shown).toContain('<th scope="row">1</th><td>食堂太远、排队</td>');
  expect(shown).toContain('<th scope="row">2</th><td>停车位不够</td>');
  expect(shown).toContain('private/uncoded-themes.csv');
  expect(shown).not.toContain('没有可以公布的词语');
  const { uncoded } = MODEL.tables;
  const older = uncoded.map((row) => ({ ...row, round: '2026-q2' }));
  const tables = { ...MODEL.tables, uncoded: older };
  const empty = section(await render({ ...MODEL, tables }));
  expect(empty).not.toContain('食堂太远');
  expect(empty).toContain('没有可以公布的词语');
});

test('tells in each language what was flagged, what is hidden, what was dropped and what not checked', () => {
  const words = {
    'zh-Hans': ['直线作答', '标记', '剔除', '隐去', '未核查'],
    'zh-Hant': ['直線作答', '標記', '剔除', '隱去', '未核查'],
    en: ['Straight-lining', 'flagged', 'dropped', 'hidden', 'not checked'],
  };
  for (const [lang, [straight, flagged, dropped, hidden, unchecked]] of Object.entries(words)) {
    const section = new RegExp(`<section id="hygiene-${lang}">([\\s\\S]*?)</section>`);
    const [rules] = (section.exec(report)?.[1] ?? '').split('<h4>');
    const lines = rules!.match(/<tr>.*<\/tr>/g) ?? [];
    const line = (name: string) => lines.find((one) => one.includes(`<th scope="row">${name}`));
    expect(line(straight!)).toContain(`<td>${flagged}</td>`);
    expect(line(straight!)?.match(/37 <small>3\.1%<\/small>/g)).toHaveLength(3);
    expect(lines.filter((one) => one.includes(`<td>${dropped}</td>`))).toHaveLength(1);
    expect(lines.join('').match(new RegExp(`<i class="hidden">${hidden}</i>`, 'g'))).toHaveLength(
      3,
    );
    expect(lines.join('').split(`>${unchecked}<`)).toHaveLength(2);
  }
});

test('tells in each language how many gave personal data, and hides few', () => {
  const words = {
    'zh-Hans': ['手机号', '姓名', '隐去'],
    'zh-Hant': ['手機號碼', '姓名', '隱去'],
    en: ['mobile number', 'name', 'hidden'],
  };
  for (const [lang, [mobile, name, hidden]] of Object.entries(words)) {
    const section = new RegExp(`<section id="hygiene-${lang}">([\\s\\S]*?)</section>`);
    const lines = (section.exec(report)?.[1] ?? '').split('<h4>')[1]?.match(/<tr>.*<\/tr>/g) ?? [];
    const cells = (kind: string) =>
      lines
        .find((one) => one.includes(`<td>${kind}</td>`))
        ?.match(/(?<=<td class="n">).*?(?=<\/td>)/g);
    expect(lines).toHaveLength(3);
    expect(cells(mobile!)).toEqual(['0', '7', `<i class="hidden">${hidden}</i>`]);
    expect(cells(name!)).toEqual(['29', '29', '29']);
  }
});

test.each([
  ['zh-Hans', '“', '”', '2026年二季度', '不足 30 人', '均经人工逐条同意'],
  ['zh-Hant', '「', '」', '2026年二季度', '不足 30 人', '均經人工逐則同意'],
  ['en', '“', '”', 'Q2 2026', 'fewer than 30 respondents', 'A person agreed to each quote'],
])(
  'released quotes stand under their problem, the latest first, each in its language (%s)',
  (lang, open, close, earlier, ...rules) => {
    const block = new RegExp(`<section id="problems-${lang}">[\\s\\S]*?</section>`).exec(
      report,
    )![0];
    for (const words of rules) expect(block).toContain(words);
    const said = [...block.matchAll(/<h4>(A\d)|<blockquote><p>(.*?)<\/p>/g)].map(
      (one) => one[1] ?? one[2],
    );
    const quoted = (written: string, text: string) =>
      `${open}<span lang="${written}">${text}</span>${close}`;
    const a2 = said.slice(said.indexOf('A2'), said.indexOf('A2') + 3);
    expect(a2[1]).toContain(quoted('zh-Hant', '職責不清，互相推'));
    expect(a2[2]).toContain(quoted('zh-Hans', '多头管理，没有人牵头'));
    expect(a2[2]).toContain(earlier);
    expect(said[said.indexOf('A6') + 1]).toContain(quoted('en', 'no money for activities'));
    expect(said).toHaveLength(5);
  },
);

test('where nothing was released, nothing is said of quotes', async () => {
  const none = withoutScripts(await render({ ...MODEL, tables: { ...MODEL.tables, quotes: [] } }));
  expect(none).not.toContain('<blockquote');
  expect(none).not.toContain('受访者原话');
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

test('what is found to have changed has the same figures under changes', () => {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
    const sentences = (section: string) => {
      const found = new RegExp(`<section id="${section}-${lang}">([\\s\\S]*?)</section>`).exec(
        report,
      );
      return [...(found?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text ?? '');
    };
    const findings = sentences('findings');
    expect(findings.length).toBeGreaterThanOrEqual(3);
    expect(findings.length).toBeLessThanOrEqual(6);
    const changed = findings.filter((one) => /升至|降至|rose|fell/.test(one));
    expect(changed.length).toBeGreaterThan(0);
    for (const one of changed) {
      const shares = one.match(/\d+\.\d%/g) ?? [];
      const told = sentences('changes').some((other) => shares.every((it) => other.includes(it)));
      expect([one, told]).toEqual([one, true]);
    }
  }
});

test('a change that rests on too few answers has no direction, in its line neither', async () => {
  const few = (n_effective: number) =>
    render(
      modelWith({
        problems: [
          problem(Q2, 'A1', shown(0.2, 600)),
          problem(Q3, 'A1', shown(0.6, 90, 0.1, n_effective)),
        ],
        trends: [trend('A1', 'up', { difference: 0.4 })],
      }),
    );
  const verdict = (text: string) => lineOf(tableIn(text, 'changes', 'en', 'A1'), 'A1').at(-1);
  expect(verdict(await few(29))).toBe('too few answers');
  expect(verdict(await few(31))).toBe('▲ up');
});

test('small numbers of dropped sheets are explained, where sheets are dropped', async () => {
  const explained = '设为剔除的，再少也列出';
  const under = (policy: 'flag' | 'drop') =>
    render({
      ...MODEL,
      tables: {
        ...MODEL.tables,
        hygiene: MODEL.tables.hygiene.map((row) => ({ ...row, policy })),
      },
    });
  expect(withoutScripts(await under('drop'))).toContain(explained);
  expect(withoutScripts(await under('flag'))).not.toContain(explained);
});
