/** How head-counts that do not match the respondents are told of. */
import { type HeadCountGap, headCountGaps, roundsUncounted } from '../aggregate/head-count-gaps.ts';
import type { ResponseRow } from '../aggregate/tables.ts';
import type { Population } from '../read/population.ts';
import type { Survey } from '../survey/survey.ts';
import { COMMA, type MessageLang } from './message.ts';
import { notice } from './notices.ts';

/** Gaps listed before the rest is only counted. */
const LISTED = 20;

/** Rounds without head-counts, then values that do not match. @param rows before protection */
export function headCountLines(
  rows: readonly ResponseRow[],
  survey: Survey,
  population: Population | null,
  lang: MessageLang,
): readonly string[] {
  if (population === null) return [];
  const { file } = population;
  const { method, by } = survey.weighting;
  // What stops computed weights is told as a problem.
  const isProblem = ({ kind, group }: HeadCountGap) =>
    kind === 'no-head-count' && method !== 'none' && by.includes(group);
  const gaps = headCountGaps(rows, survey, population).filter((one) => !isProblem(one));
  const more = gaps.length - LISTED;
  return [
    ...roundsUncounted(rows).map((round) => notice('no-head-counts', lang, { file, round })),
    ...gaps.slice(0, LISTED).map((gap) => gapLine(gap, file, survey, lang)),
    ...(more > 0 ? [notice('check-more', lang, { count: more })] : []),
  ];
}

function gapLine(gap: HeadCountGap, file: string, survey: Survey, lang: MessageLang): string {
  const { kind, value, respondents, people, row, near } = gap;
  const group = survey.groups.find(({ id }) => id === gap.group)!.label[lang];
  const nearby =
    near === null
      ? ''
      : notice(near.row === null ? 'near-value' : 'near-row', lang, {
          near: near.value,
          row: near.row ?? '',
        });
  return notice(kind, lang, {
    ...{ file, group, value, respondents, people, near: nearby },
    row: row ?? '',
    rounds: gap.rounds.join(COMMA[lang]),
    rate: people === 0 ? '' : `${((100 * respondents) / people).toFixed(0)}%`,
  });
}
