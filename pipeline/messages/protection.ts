/** How much is hidden, for whoever runs the program: the split says more than may be published. */
import { changeRows, type RoundChange } from '../protect/earlier/remembered.ts';
import type { Protection } from '../protect/protect.ts';
import { fill, type MessageLang } from './message.ts';

const WORDS = {
  protected: {
    'zh-Hans':
      '隐去  {primary} 个本身须隐去的人数，另 {complementary} 个以防推算（最小 {minimum}；此处按人数的个数计，表和报告按行计）',
    en: 'hidden  {primary} {primary|head-count|head-counts} for what {primary|it is|they are}, and {complementary} more that would give them away (minimum {minimum}; head-counts are counted here, lines in tables and report)',
  },
  low: {
    'zh-Hans':
      '注意  privacy.minimum 为 {minimum}：人数极少的回答也会刊出，几乎保护不了任何人；建议用 5，至少用 3',
    en: 'note    privacy.minimum is {minimum}: answers of very few people are published, which protects hardly anybody; use 5, or 3 at least',
  },
  late: {
    'zh-Hans':
      '隐去  {round}：与先前的发布（或先前某一轮）对照，能看出少数几个人的回答，有关数字一并隐去。先前的结果若全都从未给过别人，可加 --previous none 重新运行',
    en: 'hidden  {round}: laid beside what was released before (or an earlier round) some figures would tell what a few people said; they are hidden too. If none of it was ever given away, run again with --previous none',
  },
  both: {
    'zh-Hans':
      '隐去  {round}：这一轮在历次发布之间此增彼减，凡与上次发布不同的数字今后都不刊出，以免与更早的发布对照看出个人；新收的答卷宜另立一轮。先前的结果若全都从未给过别人，可加 --previous none 重新运行',
    en: 'hidden  {round}: between releases it has grown here and shrunk there; figures that differ from the last release are not shown from now on, since an older one beside them could tell what a few people said. New answers are better put in a round of their own. If none of it was ever given away, run again with --previous none',
  },
  regrouped: {
    'zh-Hans':
      '隐去  {round}：分组 {groups} 在历次发布之间此增彼减（例如有人改归了别的单位），其中凡与上次发布不同的数字今后都不刊出，以免与更早的发布对照看出个人；总体和其他分组照旧。先前的结果若全都从未给过别人，可加 --previous none 重新运行',
    en: 'hidden  {round}: between releases {groups} has grown here and shrunk there (people moved to other units, say); figures by it that differ from the last release are not shown from now on, since an older one beside them could tell what a few people said. Figures of all, and by other groups, are as ever. If none of it was ever given away, run again with --previous none',
  },
  scales: {
    'zh-Hans': '  scales.csv：{lines} 行中隐去 {hidden} 行（由 closed.csv 的分值而来）',
    en: '  scales.csv: {hidden} of {lines} {lines|line|lines} hidden, as the points in closed.csv are',
  },
  kept: {
    'zh-Hans':
      '  {table}.csv：过小而隐去 {primary} 行；其余 {others} 行中，为防推算隐去 {complementary} 行（{share}%）',
    en: '  {table}.csv: {primary} small {primary|line|lines} hidden; of the other {others}, {complementary} ({share} %) that would give them away',
  },
} as const;

/** Below, a published count can be one person and whoever knows of them. */
const LEAST_MINIMUM = 3;

/** In one line, and one more a round that is held back beside an earlier one. */
export function protectedLines(
  { primary, complementary, late, changes }: Protection,
  minimum: number,
  lang: MessageLang,
): readonly string[] {
  return [
    fill(WORDS.protected[lang], { primary, complementary, minimum }),
    ...(minimum < LEAST_MINIMUM ? [fill(WORDS.low[lang], { minimum })] : []),
    ...late.map((round) => lateLine(changeRows(changes), round, lang)),
  ];
}

function lateLine(changes: readonly RoundChange[], round: string, lang: MessageLang): string {
  const both = changes.filter((one) => one.round === round && one.respondents === 'both');
  if (both.some(({ group }) => group === undefined)) return fill(WORDS.both[lang], { round });
  if (both.length === 0) return fill(WORDS.late[lang], { round });
  const groups = both.map(({ group }) => group).join(lang === 'en' ? ', ' : '、');
  return fill(WORDS.regrouped[lang], { round, groups });
}

/** The same, and a line a table in which not everything is small. */
export function protectionLines(
  protection: Protection,
  minimum: number,
  lang: MessageLang,
): readonly string[] {
  return [
    ...protectedLines(protection, minimum, lang),
    ...protection.kept.flatMap(({ table, primary, others, complementary }) => {
      if (others === 0) return [];
      const share = ((100 * complementary) / others).toFixed(1);
      return [fill(WORDS.kept[lang], { table, primary, others, complementary, share })];
    }),
  ];
}

/** How many lines of scales are hidden: their shares follow from the points of other lines. */
export function scaleLines(
  rows: readonly { readonly status: string }[],
  lang: MessageLang,
): readonly string[] {
  if (rows.length === 0) return [];
  const hidden = rows.filter(({ status }) => status === 'suppressed').length;
  return [fill(WORDS.scales[lang], { lines: rows.length, hidden })];
}
