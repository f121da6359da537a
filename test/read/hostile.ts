/** One survey that all fixtures of fourteen columns answer, and what reading one gives. */
import { InputError } from '../../pipeline/errors.ts';
import { fixture, joined, open, readAll, roundFile, scale, single, survey } from './surveys.ts';

export const OPEN = '7、您认为当前党建工作存在哪些问题？请简要说明';
const MULTIPLE = '6、当前党建工作存在的突出问题（多选）';
export const SCALES = [
  '1、理论学习效果好（1-5分）',
  '2、组织生活规范（1-5分）',
  '3、支部战斗堡垒作用强（1-5分）',
  '4、党务干部队伍建设好（1-5分）',
  '5、考核评价科学（1-5分）',
];
const OPTIONS = [
  '党建与业务融合不够',
  '组织生活质量不高',
  '党务干部力量薄弱',
  '考核评价不科学',
  '形式主义负担重',
  '经费阵地保障不足',
  '党员作用发挥不明显',
  '其他',
];

export const party = survey({
  columns: { respondent: ['序号'], weight: ['权重'], stratum: null, cluster: null, fpc: null },
  questions: [
    open(OPEN),
    single('单位'),
    joined(MULTIPLE, OPTIONS),
    ...SCALES.map((column) => scale(column)),
  ],
});

/** What the six respondents of a sound file say. */
export const SOUND = {
  ids: ['1', '2', '3', '4', '5', '6'],
  units: ['机关第一支部', '第一分公司', '第二研究所'],
  answers: [
    '党建和业务两张皮，各干各的',
    '材料多、报表多，基层负担重',
    '党务干部都是兼职，精力顾不过来',
    '主题党日活动形式单一',
  ],
};

/** A fixture as the survey reads it. */
export async function readParty(name: string) {
  const read = await readAll(roundFile(fixture(`hostile/${name}`)), party);
  const cells = read.respondents.map(({ answers: [text, unit, multiple] }) => ({
    text: text?.kind === 'text' ? text.text : null,
    unit: unit?.kind === 'options' ? unit.options[0] : null,
    options: multiple?.kind === 'options' ? multiple.options : multiple?.kind,
  }));
  return {
    encoding: read.encoding,
    ids: read.respondents.map(({ id }) => id),
    texts: cells.map(({ text }) => text),
    units: cells.map(({ unit }) => unit),
    options: cells.map(({ options }) => options),
    respondents: read.respondents,
    setAside: read.setAside,
    notes: read.notes(),
  };
}

/** The first problem that a fixture is refused for. @throws Error if it is read */
export async function problemOf(name: string) {
  try {
    await readParty(name);
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]!;
    throw error;
  }
  throw new Error(`${name} was read`);
}
