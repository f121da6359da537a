/** Takes the options of a multiple-choice cell apart. */

/** What 问卷星 puts between options; it does not occur in prose. */
const WENJUANXING = '┋';
/** Marks that stand between options; they may also stand inside one. */
const SEPARATORS = [';', '；', ',', '，', '、', '|'] as const;
/** Of these, the ones trusted where no options are declared to check against. */
const TRUSTED = [';', '；', '|'] as const;

export interface Choices {
  readonly known: readonly string[];
  /** Parts that are no declared option. */
  readonly unknown: readonly string[];
}

/**
 * Splits a cell into options.
 *
 * With declared options the longest one that fits is taken at each place, so that an option may
 * hold the separator; of several possible separators the one that finds most options is taken,
 * then the one that leaves least over.
 *
 * @param separator as the survey gives it, or null to find it
 * @param options declared options and their aliases; empty if the data are to tell
 * @example splitChoices('A, B, C', null, ['A, B', 'C']) // { known: ['A, B', 'C'], unknown: [] }
 */
export function splitChoices(
  text: string,
  separator: string | null,
  options: readonly string[],
): Choices {
  const longestFirst = [...options].sort((a, b) => b.length - a.length);
  if (separator !== null) return splitAt(text, separator.trim() || separator, longestFirst);
  if (text.includes(WENJUANXING)) return splitAt(text, WENJUANXING, longestFirst);
  if (options.length === 0) {
    const found = TRUSTED.find((mark) => text.includes(mark));
    return found ? splitAt(text, found, longestFirst) : { known: [text.trim()], unknown: [] };
  }
  return SEPARATORS.map((mark) => splitAt(text, mark, longestFirst)).reduce((best, next) =>
    (next.known.length - best.known.length || best.unknown.length - next.unknown.length) > 0
      ? next
      : best,
  );
}

function splitAt(text: string, separator: string, longestFirst: readonly string[]): Choices {
  const known: string[] = [];
  const unknown: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const option = longestFirst.find((one) => beginsWith(rest, one, separator));
    const cut = option === undefined ? endOfPart(rest, separator) : option.length;
    const part = rest.slice(0, cut).trim();
    const stray = option === undefined && longestFirst.length > 0;
    if (part !== '') (stray ? unknown : known).push(part);
    rest = rest.slice(cut).trim();
    if (rest.startsWith(separator)) rest = rest.slice(separator.length).trim();
  }
  return { known, unknown };
}

/** Whether `text` begins with `part` as a whole: what follows is the separator or nothing. */
function beginsWith(text: string, part: string, separator: string): boolean {
  if (part === '' || !text.startsWith(part)) return false;
  const after = text.slice(part.length);
  return (
    after.startsWith(separator) || after.trim() === '' || after.trimStart().startsWith(separator)
  );
}

function endOfPart(text: string, separator: string): number {
  const at = text.indexOf(separator);
  return at < 0 ? text.length : at;
}
