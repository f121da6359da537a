/** The columns of each round's file, as the survey tool exports them, and the cells of a row. */
import { RENAMED_UNITS } from './plan.mjs';
import { seededRandom } from './random.mjs';

/** @typedef {import('./respondents.mjs').Person} Person */

const SCALE_TITLES = [
  '党建工作受重视程度',
  '组织生活吸引力',
  '党建经费保障程度',
  '党务干部履职条件',
  '支部工作规范程度',
];
const CHOICE_TITLES = [
  '您认为本单位党建工作的主要困难有哪些？（机关、事业单位填答）',
  '您认为本单位党建工作的主要困难有哪些？（企业、街道社区填答）',
];
const OPEN_TITLES = [
  '您认为本单位党建工作存在哪些问题和困难？',
  '您认为本单位党建工作存在哪些问题和困难？',
  '您认为本单位党建工作还存在哪些问题和困难？',
];
const ADDED_TITLE = '本季度您参加组织生活的次数';

/**
 * The header of a round. From the second round on a question was put in before the sixth, so
 * that all after it have another number; the unit's column was renamed too.
 * @param {number} round 0, 1 or 2
 * @returns {string[]}
 */
export function headerOf(round) {
  const titles = [
    ...SCALE_TITLES,
    ...(round > 0 ? [ADDED_TITLE] : []),
    ...CHOICE_TITLES,
    OPEN_TITLES[round],
  ];
  return [
    ...['序号', '提交答卷时间', '所用时间', '来源', '来源详情', '来自IP'],
    ...['单位类型', round === 0 ? '单位名称' : '单位', '职务', '党龄（年）'],
    ...titles.map((title, index) => `${index + 1}、${title}`),
    '权重',
  ];
}

/**
 * The cells of one record, parallel to the header.
 * @param {number} round 0, 1 or 2
 * @param {Person} person
 * @returns {string[]}
 */
export function cellsOf(round, person) {
  const renamed = RENAMED_UNITS[person.unit];
  const unit = renamed && round <= renamed.until ? renamed.old : person.unit;
  return [
    String(person.id),
    timeOf(person.submitted),
    `${person.seconds}秒`,
    person.source,
    '', // 来源详情 and 来自IP: nothing that could lead to a person
    '',
    person.type,
    unit,
    person.role || '(空)',
    person.bad.tenure ?? (person.tenure === null ? '' : String(person.tenure)),
    ...person.scales.map(
      (value, i) => person.bad[`scale${i + 1}`] ?? (value === null ? '(空)' : String(value)),
    ),
    ...(round > 0 ? [String(seededRandom(person.id * 3 + round).whole(1, 9))] : []),
    ...person.choices.map((answer) =>
      answer === 'skipped' ? '(跳过)' : answer === 'missing' ? '(空)' : answer.join('┋'),
    ),
    person.open.text,
    person.bad.weight ?? person.weight,
  ];
}

/** `2026/3/9 8:30:05`. @type {(time: number) => string} */
function timeOf(time) {
  const at = new Date(time);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const day = `${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/${at.getUTCDate()}`;
  return `${day} ${at.getUTCHours()}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}
