/**
 * The made-up organisation and the story its answers tell. Change figures here, nowhere else.
 *
 * The story: want of money grows from round to round (A6), monotonous organisational life
 * shrinks (A5), and in one unit type far more people complain of part-time party-affairs
 * posts (A4). All else is flat but for chance.
 */

/** A share in each of the three rounds. @typedef {number[]} Shares */
/** @typedef {{text: string, old?: {text: string, until: number}, code: string | null, share: Shares, ofType?: Record<string, number>}} Option */
/** @typedef {{id: string, taxonomy: string, options: Option[]}} Choice */
/** @typedef {{id: string, level: Shares, problems: string[], ofType?: Record<string, number>}} Scale */

/** Three rounds; `records` counts the rows of data, `days` are those on which answers came in. */
export const ROUNDS = [
  { id: '2026-q1', records: 1987, firstDay: Date.UTC(2026, 2, 9), days: 19 },
  { id: '2026-q2', records: 2034, firstDay: Date.UTC(2026, 5, 8), days: 19 },
  { id: '2026-q3', records: 2011, firstDay: Date.UTC(2026, 8, 7), days: 19 },
];

/**
 * Unit type -> its taxonomy, the level of its weights, and its units with their usual number of
 * answers.
 * @type {Record<string, {taxonomy: string, weight: number, units: Record<string, number>}>}
 */
export const UNIT_TYPES = {
  综合科室: {
    taxonomy: 'organ',
    weight: 0.6,
    units: { 综合协调科: 17, 督查考核科: 13, 信息档案科: 9, 后勤保障科: 3 },
  },
  直属机关: {
    taxonomy: 'organ',
    weight: 0.85,
    units: {
      发展统筹局: 200,
      公共服务局: 148,
      民生保障局: 121,
      市场服务局: 96,
      生态园林局: 74,
      水务调度局: 57,
      交通运行局: 43,
      文化体育局: 31,
      数据资源局: 18,
      离退休干部处: 7,
    },
  },
  事业单位: {
    taxonomy: 'organ',
    weight: 1,
    units: {
      云岭综合医院: 168,
      云岭职业技术学校: 112,
      云岭实验中学: 84,
      妇幼保健中心: 61,
      农技推广中心: 40,
      检验检测中心: 27,
      云岭图书馆: 15,
      云岭水文站: 8,
      云岭方志馆: 4,
    },
  },
  国有企业: {
    taxonomy: 'grassroots',
    weight: 1.25,
    units: {
      云岭公交公司: 131,
      云岭水务公司: 76,
      云岭城建公司: 45,
      云岭粮油公司: 22,
      云岭文旅公司: 11,
      云岭物资公司: 2,
    },
  },
  街道社区: {
    taxonomy: 'grassroots',
    weight: 1.3,
    units: {
      东坪街道: 122,
      西溪街道: 88,
      南桥街道: 63,
      柳湾社区: 41,
      石埠社区: 25,
      新河社区: 14,
      松坪村: 5,
    },
  },
};

/**
 * Unit as it is called now -> its old name, and the last round (from 0) that used that.
 * @type {Record<string, {old: string, until: number}>}
 */
export const RENAMED_UNITS = { 离退休干部处: { old: '老干部处', until: 1 } };

/** Share of respondents with a substantive answer who state each problem, by round. */
const FLAT = /** @param {number} share */ (share) => [share, share, share];
export const PREVALENCE = {
  A1: FLAT(0.16),
  A2: FLAT(0.1),
  A3: FLAT(0.15),
  A4: FLAT(0.18),
  A5: [0.34, 0.27, 0.2],
  A6: [0.18, 0.24, 0.31],
  A7: FLAT(0.15),
  A8: FLAT(0.08),
  B1: FLAT(0.23),
  B2: FLAT(0.2),
  B3: FLAT(0.27),
  B4: FLAT(0.1),
  B5: FLAT(0.3),
};

/** Where a unit type differs from the others of its taxonomy. @type {Record<string, Record<string, Shares>>} */
export const PREVALENCE_OF_TYPE = { 事业单位: { A4: FLAT(0.42) } };

/**
 * How often each code is meant when its problem is stated; the problem itself: in general.
 * @type {Record<string, Record<string, number>>}
 */
export const CODE_MIX = {
  A1: { A1: 2, 'A1.1': 4, 'A1.2': 3, 'A1.3': 3 },
  A2: { A2: 2, 'A2.1': 2, 'A2.2': 1.5, 'A2.3': 3, 'A2.4': 3 },
  A3: { A3: 1.5, 'A3.1': 4, 'A3.2': 4, 'A3.3': 1.5, 'A3.4': 1.5, 'A3.5': 2 },
  A4: { A4: 1, 'A4.1': 2.5, 'A4.2': 4, 'A4.3': 3 },
  A5: { A5: 2.5, 'A5.1': 4, 'A5.2': 4, 'A5.3': 2.5 },
  A6: { A6: 2.5, 'A6.1': 4, 'A6.2': 3, 'A6.3': 3 },
  A7: { A7: 1.5, 'A7.1': 4, 'A7.2': 3, 'A7.3': 3, 'A7.4': 1.5 },
  A8: { A8: 1, 'A8.1': 2, 'A8.2': 2, 'A8.3': 2.5, 'A8.4': 1.5 },
  B1: { B1: 1.5, 'B1.1': 4, 'B1.2': 4, 'B1.3': 3 },
  B2: { B2: 1.5, 'B2.1': 3, 'B2.2': 3, 'B2.3': 3, 'B2.4': 2 },
  B3: { B3: 1.5, 'B3.1': 4, 'B3.2': 4, 'B3.3': 3, 'B3.4': 2 },
  B4: { B4: 1, 'B4.1': 2, 'B4.2': 3, 'B4.3': 2, 'B4.4': 3 },
  B5: { B5: 2, 'B5.1': 4, 'B5.2': 4, 'B5.3': 2.5, 'B5.4': 2 },
};
/** @type {Record<string, Record<string, Record<string, number>>>} */
export const CODE_MIX_OF_TYPE = { 事业单位: { A4: { A4: 1, 'A4.1': 1.5, 'A4.2': 9, 'A4.3': 2 } } };

/** What becomes of the open question, as shares of all respondents; the rest states problems. */
export const OPEN_STATUS = { skipped: 0.03, empty: 0.045, none: 0.075, praise: 0.015, other: 0.05 };

/** Share of answers with problems that first deny another problem. */
export const DENYING = 0.065;

/** The 1–5 scales: usual level by round, and the problems that lower it. @type {Scale[]} */
export const SCALES = [
  { id: 'importance', level: [3.7, 3.7, 3.75], problems: ['A1', 'B1'] },
  { id: 'attraction', level: [2.9, 3.1, 3.35], problems: ['A5', 'B3'] },
  { id: 'funding', level: [3.4, 3.15, 2.9], problems: ['A6'] },
  { id: 'conditions', level: [3.3, 3.3, 3.25], problems: ['A4'], ofType: { 事业单位: -0.5 } },
  { id: 'standards', level: [3.5, 3.5, 3.55], problems: ['A3'] },
];

/** The option that stands for no difficulty. */
export const NOTHING = '没有明显困难';

/** The multiple-choice questions: which taxonomy's respondents are asked. @type {Choice[]} */
export const CHOICES = [
  {
    id: 'difficulties_organ',
    taxonomy: 'organ',
    options: [
      { text: '领导重视不够', code: 'A1', share: [0.2, 0.2, 0.2] },
      { text: '“三会一课”等制度落实不到位', code: 'A3', share: [0.24, 0.24, 0.23] },
      {
        text: '党务干部多为兼职，精力不足',
        code: 'A4.2',
        share: [0.28, 0.28, 0.28],
        ofType: { 事业单位: 0.25 },
      },
      {
        text: '活动形式单一（如集体读文件、念报纸）',
        old: { text: '活动形式单一（读文件、念报纸）', until: 1 },
        code: 'A5',
        share: [0.44, 0.38, 0.32],
      },
      { text: '经费保障不足', code: 'A6', share: [0.26, 0.32, 0.39] },
      { text: '材料/台账过多', code: 'A7.1', share: [0.4, 0.41, 0.4] },
      { text: '上级部署变化快', code: null, share: [0.14, 0.14, 0.14] },
      { text: '信息系统不好用（重复填报）', code: null, share: [0.18, 0.18, 0.18] },
    ],
  },
  {
    id: 'difficulties_grassroots',
    taxonomy: 'grassroots',
    options: [
      { text: '忙于业务、顾不上党建', code: 'B1', share: [0.33, 0.33, 0.33] },
      { text: '考核/奖惩办法不健全', code: 'B2.1', share: [0.22, 0.22, 0.22] },
      { text: '活动缺少新意（流于形式）', code: 'B3.1', share: [0.36, 0.34, 0.33] },
      { text: '党内监督作用不明显', code: 'B4', share: [0.12, 0.12, 0.12] },
      { text: '经费、场地等保障不足', code: 'B5', share: [0.38, 0.39, 0.4] },
      { text: '网格、值班等任务重', code: null, share: [0.3, 0.3, 0.3] },
    ],
  },
];

/** Posts, and how common each is. @type {[string, number][]} */
export const ROLES = [
  ['党组织书记', 9],
  ['党务干部（专职）', 5],
  ['党务干部（兼职）', 17],
  ['普通党员', 60],
  ['入党积极分子', 9],
];
