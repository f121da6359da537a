/** A made-up survey with finished tables: 3 rounds, 2 taxonomies, some cells hidden. */
import type {
  ClosedRow,
  HygieneRow,
  PairRow,
  PersonalRow,
  ProblemRow,
  QualityRow,
  ShareFigures,
  Tables,
  ThemeRow,
  TrendRow,
} from '../../pipeline/aggregate/tables.ts';
import type { ReportModel } from '../../pipeline/chart/charts.ts';
import { STATUSES } from '../../pipeline/code/coding.ts';
import { PERSONAL_TYPES } from '../../pipeline/redact/personal.ts';
import type { Manifest } from '../../pipeline/report/manifest.ts';
import { HYGIENE_RULES, type Survey } from '../../pipeline/survey/survey.ts';
import type { LocalText } from '../../pipeline/survey/text.ts';
import type { CodeEntry, Problem, Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';
import { NO_TABLES } from '../support/tables.ts';

const local = (hans: string, hant: string, en: string): LocalText => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

const ROUNDS = ['2026-q1', '2026-q2', '2026-q3'] as const;
const TYPES = ['省直机关', '市直机关', '乡镇街道', '村和社区', '国有企业'] as const;

function entry(id: string, hans: string, hant: string, en: string) {
  return {
    id,
    labels: local(hans, hant, en),
    definition: local(`${hans}的情形。`, `${hant}的情形。`, `Answers that state: ${en}.`),
    includes: [local('直接陈述', '直接陳述', 'plain statements')],
    excludes: [local('仅作猜测', '僅作猜測', 'mere guesses')],
    terms: [hans],
  };
}

function taxonomy(
  id: string,
  labels: LocalText,
  problems: readonly (readonly [string, string, string, string, number])[],
): Taxonomy {
  return {
    id,
    labels,
    problems: problems.map(
      ([code, hans, hant, en, parts]): Problem => ({
        ...entry(code, hans, hant, en),
        subproblems: Array.from({ length: parts }, (_, at) =>
          entry(
            `${code}.${at + 1}`,
            `${hans}的第${at + 1}种具体表现，写得长一些以便折行`,
            `${hant}的第${at + 1}種具體表現，寫得長一些以便折行`,
            `Detail ${at + 1} of “${en.toLowerCase()}”, long enough to need several lines`,
          ),
        ),
      }),
    ),
    examples: [],
    sha256: id.padEnd(64, '0'),
  };
}

export const ORGAN = taxonomy('organ', local('机关党建', '機關黨建', 'Party building in organs'), [
  ['A1', '重要性认识不足', '重要性認識不足', 'Importance not recognised', 3],
  ['A2', '工作关系未理顺', '工作關係未理順', 'Working relationships not straightened out', 4],
  ['A3', '规范化建设不足', '規範化建設不足', 'Organisations not run to standard', 5],
  ['A4', '党务干部岗位吸引力弱', '黨務幹部崗位吸引力弱', 'Party-affairs posts unattractive', 3],
  ['A5', '组织生活内容、方式单一', '組織生活內容、方式單一', 'Organisational life monotonous', 3],
  ['A6', '经费无保证', '經費無保證', 'Funding not guaranteed', 3],
  ['A7', '缺乏创新、亮点不多', '缺乏創新、亮點不多', 'Little innovation, few highlights', 4],
  ['A8', '先进性不突出', '先進性不突出', 'Advanced nature not evident', 4],
]);
export const GRASSROOTS = taxonomy(
  'grassroots',
  local('基层党建', '基層黨建', 'Grassroots party building'),
  [
    ['B1', '思想认识不到位', '思想認識不到位', 'Awareness not in place', 3],
    ['B2', '工作机制不完善', '工作機制不完善', 'Mechanisms incomplete', 4],
    ['B3', '工作内容不丰富', '工作內容不豐富', 'Content not rich', 4],
    ['B4', '党内监督不健全', '黨內監督不健全', 'Inner-party supervision unsound', 4],
    ['B5', '工作保障不力', '工作保障不力', 'Support insufficient', 4],
  ],
);

export const SURVEY: Survey = {
  file: '/survey/survey.yaml',
  folder: '/survey',
  title: local('党建工作问题调查', '黨建工作問題調查', 'Survey on party-building work'),
  issuer: local('某市机关党委', '某市機關黨委', 'Organ party committee of a city'),
  date: '2026-10-01',
  marking: local('虚构数据', '虛構資料', 'Fictitious data'),
  note: null,
  languages: ['zh-Hans', 'zh-Hant', 'en'],
  rounds: [
    ['2026年一季度', '2026年一季度', 'Q1 2026'],
    ['2026年二季度', '2026年二季度', 'Q2 2026'],
    ['2026年三季度', '2026年三季度', 'Q3 2026'],
  ].map(([hans = '', hant = '', en = ''], at) => ({
    id: ROUNDS[at] ?? '',
    label: local(hans, hant, en),
    date: null,
    files: [],
  })),
  columns: { respondent: null, weight: ['权重'], stratum: null, cluster: null, fpc: null },
  exclude: [],
  groups: [
    {
      id: 'unit_type',
      label: local('单位类型', '單位類型', 'unit type'),
      column: ['单位类型'],
      within: null,
      aliases: new Map(),
    },
    {
      id: 'unit',
      label: local('单位', '單位', 'unit'),
      column: ['单位'],
      within: 'unit_type',
      aliases: new Map(),
    },
  ],
  questions: [
    {
      id: 'problems',
      type: 'open',
      label: local('存在的问题', '存在的問題', 'Problems met'),
      missing: [],
      skipped: [],
      asked: ROUNDS,
      column: ['问题和困难'],
      taxonomy: {
        by: 'unit_type',
        taxonomies: new Map(TYPES.map((one, at) => [one, at < 2 ? 'organ' : 'grassroots'])),
      },
    },
    {
      id: 'importance',
      type: 'scale',
      label: local('党建重视程度', '黨建重視程度', 'Importance given to party building'),
      missing: [],
      skipped: [],
      asked: ROUNDS,
      column: ['重视程度'],
      range: [1, 5],
      labels: new Map([
        ['1', local('很不重视', '很不重視', 'very low')],
        ['5', local('非常重视', '非常重視', 'very high')],
      ]),
      aliases: new Map(),
      reverse: false,
      rounds: new Map(),
      measures: 'A1',
    },
    {
      id: 'reasons',
      type: 'multiple',
      label: local('主要困难', '主要困難', 'Main difficulties'),
      missing: [],
      skipped: [],
      asked: ROUNDS,
      options: ['经费不足', '人手不够', '时间冲突', '场地缺乏'],
      exclusive: [],
      links: new Map([
        ['经费不足', 'A6'],
        ['人手不够', 'A4'],
      ]),
      labels: new Map(),
      aliases: new Map(),
      layout: { kind: 'joined', column: ['主要困难'], separator: '┋' },
    },
    {
      id: 'role',
      type: 'single',
      label: local('职务', '職務', 'Position'),
      missing: [],
      skipped: [],
      asked: ROUNDS,
      options: [],
      links: new Map(),
      labels: new Map(),
      aliases: new Map(),
      column: ['职务'],
    },
    {
      id: 'years',
      type: 'number',
      label: local('党龄（年）', '黨齡（年）', 'Years in the party'),
      missing: [],
      skipped: [],
      asked: ROUNDS,
      column: ['党龄'],
    },
  ],
  privacy: { minimum: 5, quotes: 'none', personalData: 'mask' },
  statistics: { confidence: 0.95, interval: 'wilson', correction: 'BH' },
  weighting: { method: 'none', by: [], trim: null },
  population: null,
  panel: false,
  hygiene: {
    duplicates: 'flag',
    identical: 'flag',
    straight_lining: 'flag',
    speed: 'flag',
    contradictions: 'flag',
  },
  coding: { examples: null },
  maximumSetAside: 0.05,
};

/** Numbers that look like data: the same for the same words. */
function pseudo(...parts: readonly (string | number)[]): number {
  let state = 2166136261;
  for (const one of parts.join('/')) state = Math.imul(state ^ one.charCodeAt(0), 16777619);
  state = Math.imul(state ^ (state >>> 15), 2246822507);
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
}

const HIDDEN: ShareFigures = {
  base: null,
  n: null,
  share: null,
  low: null,
  high: null,
  n_effective: null,
  status: 'suppressed',
};

export function figures(share: number, base: number): ShareFigures {
  if (base === 0) return { ...HIDDEN, status: 'no-base' };
  const n = Math.round(share * base);
  if (n < 5 || base - n < 5) return HIDDEN;
  const half = 1.96 * Math.sqrt((share * (1 - share)) / base) * 1.05;
  return {
    base,
    n,
    share: n / base,
    low: Math.max(0, n / base - half),
    high: Math.min(1, n / base + half),
    n_effective: base * 0.91,
    status: 'shown',
  };
}

function problemRows(units: number): readonly ProblemRow[] {
  const rows: ProblemRow[] = [];
  for (const [at, round] of ROUNDS.entries()) {
    for (const [tax, types, base] of [
      [ORGAN, TYPES.slice(0, 2), 612],
      [GRASSROOTS, TYPES.slice(2), 431],
    ] as const) {
      const places: [string, string, number][] = [
        ['all', '', base + 20 * at],
        ...types.map((one, index): [string, string, number] => [
          'unit_type',
          one,
          index === 2 ? 14 : 260 - 90 * index,
        ]),
        ...types.flatMap((one, type) =>
          Array.from({ length: Math.ceil(units / 5) }, (_, unit): [string, string, number] => [
            'unit',
            `${one}/第${type * 8 + unit + 1}处`,
            unit === 3 ? 0 : 15 + unit * 9,
          ]),
        ),
      ];
      for (const [group, value, size] of places) {
        const where = { round, question: 'problems', taxonomy: tax.id, group, value };
        rows.push({ ...where, code: tax.id, level: 0, label: tax.id, ...figures(0.83, size) });
        for (const [index, one] of tax.problems.entries()) {
          const level = 0.42 - 0.045 * index + 0.06 * (pseudo(group, value, one.id) - 0.5);
          const share = Math.max(0.01, level + (one.id === 'A6' ? -0.05 * at : 0));
          rows.push({
            ...where,
            code: one.id,
            level: 1,
            label: one.labels['zh-Hans'],
            ...(one.id === 'B5' && round === '2026-q2' ? HIDDEN : figures(share, size)),
          });
          if (group === 'unit') continue;
          for (const [part, sub] of one.subproblems.entries()) {
            rows.push({
              ...where,
              code: sub.id,
              level: 2,
              label: sub.labels['zh-Hans'],
              ...figures(share / (part + 1.5), size),
            });
          }
        }
      }
    }
  }
  return rows;
}

function trendRows(): readonly TrendRow[] {
  const pairs = [
    ['2026-q1', '2026-q2'],
    ['2026-q2', '2026-q3'],
    ['2026-q1', '2026-q3'],
  ] as const;
  return pairs.flatMap(([from, to]) =>
    [...ORGAN.problems, ...GRASSROOTS.problems].flatMap((one) =>
      (
        [
          ['all', ''],
          ['unit_type', TYPES[0]],
        ] as const
      ).map(([group, value]): TrendRow => {
        const falls = one.id === 'A6';
        const hidden = one.id === 'B5' && from !== '2026-q1';
        const difference = falls ? -0.05 : 0.004;
        return {
          question: 'problems',
          code: one.id,
          group,
          value,
          from,
          to,
          ...(hidden
            ? { share_from: null, share_to: null, difference: null, low: null, high: null }
            : { share_from: 0.2, share_to: 0.2 + difference, difference, low: -0.09, high: 0.01 }),
          p: hidden ? null : falls ? 0.0004 : 0.41,
          p_adjusted: hidden ? null : falls ? 0.0032 : 0.62,
          change: hidden ? '' : falls ? 'down' : 'no-evidence',
          shown: hidden ? 'no' : 'yes',
        };
      }),
    ),
  );
}

function closedRows(): readonly ClosedRow[] {
  const rows: ClosedRow[] = [];
  for (const [at, round] of ROUNDS.entries()) {
    const line = (
      question: string,
      type: ClosedRow['type'],
      option: string,
      found: ShareFigures,
      mean: number | null = null,
    ) =>
      rows.push({
        round,
        question,
        group: 'all',
        value: '',
        type,
        option,
        label: option,
        ...found,
        mean,
        sd: mean === null ? null : 1.04,
      });
    for (const [index, share] of [0.06, 0.13, 0.29, 0.34, 0.18].entries()) {
      line('importance', 'scale', String(index + 1), at === 0 ? HIDDEN : figures(share, 980));
    }
    line(
      'importance',
      'scale',
      '',
      { ...figures(0.5, 980), share: null, low: 3.3, high: 3.5 },
      3.4,
    );
    for (const [index, value] of TYPES.entries()) {
      const found =
        index === 4 ? HIDDEN : { ...figures(0.5, 190), share: null, low: 3.1, high: 3.6 };
      const mean = index === 4 ? null : 3.35;
      rows.push({
        ...{ round, question: 'importance', group: 'unit_type', value, type: 'scale', option: '' },
        ...{ label: '', ...found, mean, sd: mean === null ? null : 1.1 },
      });
    }
    for (const [index, option] of ['经费不足', '人手不够', '时间冲突', '场地缺乏'].entries()) {
      line('reasons', 'multiple', option, index === 3 ? HIDDEN : figures(0.5 - 0.1 * index, 940));
    }
    for (const [index, option] of ['书记', '副书记', '委员', '党员'].entries()) {
      line('role', 'single', option, figures([0.1, 0.14, 0.26, 0.5][index] ?? 0, 1010));
    }
    line('years', 'number', '', { ...figures(0.5, 990), share: null, low: 11.2, high: 12.6 }, 11.9);
  }
  return rows;
}

function pairRows(): readonly PairRow[] {
  return [ORGAN, GRASSROOTS].flatMap((tax) =>
    tax.problems.flatMap((a, at) =>
      tax.problems.slice(at + 1).map((b): PairRow => {
        const found = figures(0.02 + 0.09 * pseudo(a.id, b.id), 612);
        const { n_effective: _, ...rest } = found;
        const shown = found.status === 'shown';
        const odds = 2 * pseudo(b.id, a.id);
        return {
          round: '2026-q3',
          question: 'problems',
          code_a: a.id,
          code_b: b.id,
          ...rest,
          lift: shown ? 0.7 + odds / 2 : null,
          ...{ odds_ratio: shown ? odds : null, odds_low: shown ? odds * 0.7 : null },
          odds_high: shown ? odds * 1.4 : null,
        };
      }),
    ),
  );
}

const THEMES = [
  { id: 'awareness', labels: local('思想认识', '思想認識', 'Awareness'), codes: ['A1', 'B1'] },
  {
    id: 'support',
    labels: local('经费与保障', '經費與保障', 'Funding and support'),
    codes: ['A6', 'B5'],
  },
  {
    id: 'content',
    labels: local('活动内容与形式', '活動內容與形式', 'Content of activities'),
    codes: ['A5', 'B3'],
  },
] as const;

function themeRows(): readonly ThemeRow[] {
  return ROUNDS.flatMap((round) =>
    THEMES.flatMap((theme, at) => [
      {
        round,
        question: 'problems',
        theme: theme.id,
        group: 'all',
        value: '',
        ...figures(0.4 - at * 0.1, 1043),
      },
      ...TYPES.map((value, index) => ({
        round,
        question: 'problems',
        theme: theme.id,
        group: 'unit_type',
        value,
        ...figures(0.4 - at * 0.1 + 0.1 * pseudo(value, theme.id), index === 4 ? 12 : 250),
      })),
    ]),
  );
}

/** ORGAN was measured; GRASSROOTS is coded by terms alone. A6 is never given, A8 never due. */
function qualityRows(): readonly QualityRow[] {
  return [ORGAN, GRASSROOTS].flatMap((tax) =>
    tax.problems
      .flatMap((one) => [{ ...one, level: 1 as const }, ...one.subproblems.map(leaf)])
      .map(({ id, labels, level }): QualityRow => {
        const line = { taxonomy: tax.id, code: id, level, label: labels['zh-Hans'] };
        if (tax === GRASSROOTS) {
          const none = { support: null, predicted: null, precision: null, recall: null, f1: null };
          return { ...line, source: '', answers: null, ...none };
        }
        const [support, predicted] = [id === 'A8' ? 0 : 50, id === 'A6' ? 0 : 40];
        const hits = id === 'A6' || id === 'A8' ? 0 : 33;
        return {
          ...{ ...line, source: 'examples', answers: 1234, support, predicted },
          precision: predicted === 0 ? null : hits / predicted,
          recall: support === 0 ? null : hits / support,
          f1: (2 * hits) / (support + predicted),
        };
      }),
  );
}

function leaf(entry: CodeEntry) {
  return { ...entry, level: 2 as const };
}

/** Speed was not told in the first round; repeated ids are few; contradictions are dropped. */
function hygieneRows(): readonly HygieneRow[] {
  return ROUNDS.flatMap((round, at) =>
    HYGIENE_RULES.map((rule): HygieneRow => {
      const policy = rule === 'contradictions' ? 'drop' : 'flag';
      const line = { round, rule, policy, n: null, share: null } as const;
      if (rule === 'speed' && at === 0) return { ...line, status: 'no-base' };
      if (rule === 'duplicates') return { ...line, status: 'suppressed' };
      return { ...line, n: 37, share: 37 / 1204, status: 'shown' };
    }),
  );
}

/** Mobile numbers in two rounds, few in the last; names in all. */
function personalRows(): readonly PersonalRow[] {
  return ROUNDS.flatMap((round, at) =>
    PERSONAL_TYPES.map((type): PersonalRow => {
      const line = { round, question: 'problems', type } as const;
      if (type === 'mobile' && at === 2) return { ...line, n: null, status: 'suppressed' };
      const n = { mobile: at * 7, name: 29 }[type as string] ?? 0;
      return { ...line, n, status: 'shown' };
    }),
  );
}

/** @param units in all; fewer make smaller tables */
export function madeUpTables(units = 36): Tables {
  return {
    ...NO_TABLES,
    problems: problemRows(units),
    themes: themeRows(),
    closed: closedRows(),
    trends: trendRows(),
    tests: [...ORGAN.problems, ...GRASSROOTS.problems].map((one) => ({
      round: '2026-q3',
      question: 'problems',
      code: one.id,
      group: 'unit_type',
      statistic: one.id === 'B4' ? null : 3.2,
      df1: one.id === 'B4' ? null : 1.98,
      df2: one.id === 'B4' ? null : 911.3,
      p: one.id === 'B4' ? null : pseudo('p', one.id) * 0.2,
      p_adjusted: one.id === 'B4' ? null : one.id === 'A2' || one.id === 'B1' ? 0.011 : 0.34,
      shown: one.id === 'B4' ? 'no' : 'yes',
    })),
    pairs: pairRows(),
    coding: ROUNDS.flatMap((round, at) =>
      STATUSES.map((status, index) => ({
        round,
        question: 'problems',
        status,
        n: at === 0 && index > 2 ? null : ([866, 93, 84, 120, 41][index] ?? 0) + at * 10,
        shown: at === 0 && index > 2 ? 'no' : 'yes',
      })),
    ),
    quality: qualityRows(),
    uncoded: [
      ['organ', 1, '食堂太远'],
      ['organ', 1, '排队'],
      ['organ', 2, '停车位不够'],
      ['grassroots', 1, '路灯不亮'],
    ].map(([taxonomy, theme, phrase]) => ({
      round: '2026-q3',
      question: 'problems',
      taxonomy: String(taxonomy),
      theme: Number(theme),
      phrase: String(phrase),
    })),
    quotes: [
      ['2026-q2', 'A2', '多头管理，没有人牵头'],
      ['2026-q3', 'A2', '職責不清，互相推'],
      ['2026-q3', 'A6', 'no money for activities'],
    ].map(([round, code, quote]) => ({
      ...{ round: String(round), question: 'problems', taxonomy: 'organ' },
      ...{ code: String(code), quote: String(quote) },
    })),
    hygiene: hygieneRows(),
    personal: personalRows(),
    rows: ROUNDS.flatMap((round, at) => {
      const file = {
        round,
        file: `${round}.csv`,
        encoding: ['gb18030', 'utf-8', 'utf-16le'][at] ?? '',
        format: 'wenjuanxing',
        encoding_reason: (['plausible-text', 'valid-utf8', 'byte-order-mark'] as const)[at]!,
        runner_up: at === 0 ? 'big5' : '',
      };
      return [
        { ...file, rows: 1204, used: 1204, set_aside: 0, excluded: 0, reason: '' },
        { ...file, rows: 7, used: 0, set_aside: 7, excluded: 0, reason: 'too-few-cells' },
        { ...file, rows: 12, used: 0, set_aside: 0, excluded: 12, reason: 'excluded' },
      ];
    }),
  };
}

export const MODEL: ReportModel = {
  recurring: [],
  survey: SURVEY,
  taxonomies: [ORGAN, GRASSROOTS],
  themes: THEMES.map((theme) => ({
    id: theme.id,
    labels: theme.labels,
    members: new Map([
      ['organ', [theme.codes[0]]],
      ['grassroots', [theme.codes[1]]],
    ]),
  })),
  tables: madeUpTables(),
};

export const MANIFEST: Manifest = {
  schema: 1,
  program: { name: 'canvass', version: '0.1.0' },
  survey: { file: 'survey.yaml', sha256: 'a'.repeat(64) },
  inputs: ROUNDS.map((round) => ({
    round,
    file: `${round}.csv`,
    sha256: round.replace(/\W/g, '').padEnd(64, 'e'),
    encoding: 'utf-8',
    format: 'wenjuanxing',
    encoding_reason: 'valid-utf8',
    runner_up: null,
  })),
  hand_codes: { file: 'hand-codes.csv', sha256: 'd'.repeat(64), answers: 240 },
  taxonomies: [
    { id: 'organ', sha256: 'b'.repeat(64) },
    { id: 'grassroots', sha256: 'c'.repeat(64) },
  ],
  settings: {
    minimum: 5,
    confidence: 0.95,
    interval: 'wilson',
    correction: 'BH',
    languages: 'zh-Hans zh-Hant en',
  },
  not_asked: [],
  revised: [],
  changes: [],
  population: null,
  weighting: [],
  hygiene: [],
  rows: madeUpTables().rows,
};
