/** The phrases by which a theme is called. */

/** More would not be read. */
const MOST = 8;
/** Share of a phrase's answers that have a longer one of its theme, from which on it adds nothing. */
const PART = 0.75;

interface Named {
  readonly words: readonly string[];
  readonly answers: readonly unknown[];
}

/**
 * The strongest phrases, without those that mostly stand inside a longer one.
 *
 * @param phrases strongest first
 * @example namesOf([测试都是搜答案, 搜答案]) // [测试都是搜答案]
 */
export function namesOf<T extends Named>(phrases: readonly T[]): readonly T[] {
  const spaced = ({ words }: T) => ` ${words.join(' ')} `;
  const isPart = (part: T) =>
    phrases.some(
      (whole) =>
        whole.words.length > part.words.length &&
        whole.answers.length > PART * part.answers.length &&
        spaced(whole).includes(spaced(part)),
    );
  return phrases.filter((one) => !isPart(one)).slice(0, MOST);
}
