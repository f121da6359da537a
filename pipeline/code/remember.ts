/** Most texts remembered in each of two generations. */
export const MOST_REMEMBERED = 30_000;
/** Longer texts are rarely said twice, and hold much memory. */
export const LONGEST_REMEMBERED = 40;

/**
 * A function of a text that remembers what it gave for texts seen lately; many respondents say
 * the same words. Memory is bounded: when the younger generation is full, the older one goes.
 *
 * @param give pure
 */
export function remember<Result>(give: (text: string) => Result): (text: string) => Result {
  let young = new Map<string, Result>();
  let old = new Map<string, Result>();
  return (text) => {
    if (!isRemembered(text)) return give(text);
    const known = young.get(text);
    if (known !== undefined) return known;
    const result = old.get(text) ?? give(text);
    if (young.size >= MOST_REMEMBERED) {
      old = young;
      young = new Map();
    }
    young.set(text, result);
    return result;
  };
}

/** Whether a text is remembered at all. */
export function isRemembered(text: string): boolean {
  return text.length <= LONGEST_REMEMBERED;
}
