/** Multiple choices that cannot hold together: "none of the above", and something of the above. */
import type { Question } from '../../survey/survey.ts';
import { remember } from '../remember.ts';
import type { Answer } from '../respondent.ts';

/** 无, 以上都没有, 没有明显困难, 都不是, 不适用; folded, in simplified and traditional characters. */
const NONE_CHINESE =
  /^(?:以上|上述)?(?:各项|各項|选项|選項|情况|情況)?(?:(?:都|皆|均|全)?(?:没有|沒有|没|沒|无|無|不存在)(?:任何|什么|什麼|明显|明顯|突出|特别|特別|以上|上述)*(?:困难|困難|问题|問題|情况|情況|障碍|障礙|不足|压力|壓力|选项|選項)?|(?:都|皆|均)(?:不是|不选|不選|不符合)|(?:都|皆|均)?不适用|(?:都|皆|均)?不適用)$/;
const NONE_ENGLISH =
  /^(?:none(?:ofthe(?:above|following)|ofthese|atall)?|nothing|no(?:particular|real|specific|major)?(?:problems?|difficult(?:y|ies)|obstacles?|issues?)|notapplicable|n\/a)$/;

/** Whether an option says by itself that no other one holds. @example isNone('以上都没有') // true */
export function isNone(option: string): boolean {
  const folded = option
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.。,，、!！()]+/gu, '');
  return NONE_CHINESE.test(folded) || NONE_ENGLISH.test(folded);
}

export interface Choice {
  /** Place among the questions. */
  readonly at: number;
  /** Whether an option that goes with no other is among several. */
  readonly isContradicted: (options: readonly string[]) => boolean;
  /** Whether it has such an option, as far as is known. */
  readonly isPossible: () => boolean;
}

/**
 * Multiple choices that have an option which goes with no other, as far as options are declared.
 *
 * @param questions as the round asked them, null where not
 */
export function choicesOf(questions: readonly (Question | null)[]): readonly Choice[] {
  return questions.flatMap((question, at) => {
    if (question?.type !== 'multiple') return [];
    const declared = new Set(question.exclusive);
    let possible = declared.size > 0;
    const isExclusive = remember((option) => {
      const found = declared.has(option) || isNone(option);
      if (found) possible = true;
      return found;
    }, MOST_KNOWN);
    const { options } = question;
    if (options.length > 0 && !options.some(isExclusive)) return [];
    const judge = (chosen: readonly string[]) => chosen.some(isExclusive) && chosen.length > 1;
    // Respondents with one cell share one answer; of a column an option each has its own.
    const isContradicted = question.layout.kind === 'joined' ? once(judge) : judge;
    return [{ at, isContradicted, isPossible: () => possible }];
  });
}

/** Options that are not declared are respondents' words: not without end. */
const MOST_KNOWN = 1000;

/** Judges the same list of options once, as long as not too many are known. */
function once(judge: (chosen: readonly string[]) => boolean): typeof judge {
  const known = new Map<readonly string[], boolean>();
  return (chosen) => {
    const old = known.get(chosen);
    if (old !== undefined) return old;
    const found = judge(chosen);
    if (known.size < MOST_KNOWN) known.set(chosen, found);
    return found;
  };
}

/** The options of the first choice that contradicts itself, or null. */
export function contradictionIn(
  answers: readonly Answer[],
  choices: readonly Choice[],
): readonly string[] | null {
  for (const { at, isContradicted, isPossible } of choices) {
    const answer = answers[at]!;
    if (answer.kind !== 'options') continue;
    // Alone it contradicts nothing, but tells that the question has such an option.
    if (answer.options.length < 2 && isPossible()) continue;
    if (isContradicted(answer.options)) return answer.options;
  }
  return null;
}
