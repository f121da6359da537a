/**
 * Words that follow a number: of `{n|answer|answers}` in a text the first is used where n is 1, else
 * the second. Both may hold `{name}`, but no choice of their own.
 */
const CHOICE = /\{(\w+)\|((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}/g;

/**
 * A text with the words that fit its numbers; `{name}` stays to be filled in.
 *
 * @param numberOf the number of a name, or as it is written
 * @example inNumber('{n} {n|round|rounds}', () => 1) // '{n} round'
 */
export function inNumber(text: string, numberOf: (name: string) => unknown): string {
  return text.replace(CHOICE, (_, name: string, one: string, more: string) =>
    String(numberOf(name)) === '1' ? one : more,
  );
}

/** A text as it is for one and for more. */
export function inEitherNumber(text: string): readonly [string, string] {
  return [inNumber(text, () => 1), inNumber(text, () => 2)];
}
