/** Whether the ids of a panel mean the same people, in one line a pair of rounds. */
import type { RecurringIds } from '../aggregate/recurring.ts';
import { fill, type MessageLang } from './message.ts';

const WORDS = {
  line: {
    'zh-Hans': '配对  {from} 与 {to}：{ids} 个编号两轮都有{agreeing}',
    en: 'panel   {from} and {to}: {ids} {ids|id occurs|ids occur} in both{agreeing}',
  },
  agreeing: {
    'zh-Hans': '，其中 {share} 的分组前后相同',
    en: ', {share} of them in the same groups',
  },
  doubtful: {
    'zh-Hans': '。注意：编号可能不是同一人（如平台序号），前后比较不可信；如是，请写 panel: false',
    en: '. Warning: an id may not be the same person (e.g. a running number of the platform), so that comparing them means nothing; if so, write panel: false',
  },
  none: {
    'zh-Hans':
      '注意  {from} 与 {to}：没有一个编号两轮都有，无法作同一人的前后比较；请核对编号，或写 panel: false',
    en: 'note    {from} and {to}: no id occurs in both, so nobody can be compared with themselves; check the ids, or write panel: false',
  },
} as const;

/** @param one before protection: for whoever runs the program */
export function recurringLine(one: RecurringIds, lang: MessageLang): string {
  const { from, to, ids, agreeing, doubtful } = one;
  if (ids === null || ids === 0) return fill(WORDS.none[lang], { from, to });
  const share = agreeing === null ? '' : `${((100 * agreeing) / ids).toFixed(1)}%`;
  const told = agreeing === null ? '' : fill(WORDS.agreeing[lang], { share });
  const line = fill(WORDS.line[lang], { from, to, ids, agreeing: told });
  return doubtful ? `${line}${WORDS.doubtful[lang]}` : line;
}
