/** Names that people write in more than one way. */
import { nearest } from '../errors.ts';

/**
 * Of `names`, the one that is most likely meant: the same in another form, or a slip. Else null.
 *
 * @example nearName('市直单位', ['市直单们', '街道']) // '市直单们'
 */
export function nearName(wanted: string, names: readonly string[]): string | null {
  return sameName(wanted, names) ?? nearest(wanted, names);
}

/**
 * Of `names`, one that is the same but for blanks, width and case, or shortens `wanted`, or is
 * shortened by it: all characters of the short form stand in the long one in their order.
 *
 * @example sameName('国企', ['事业单位', '国有企业']) // '国有企业'
 */
export function sameName(wanted: string, names: readonly string[]): string | null {
  const bare = bareName(wanted);
  const forms = names.map((name) => ({ name, form: bareName(name) }));
  const same =
    forms.find(({ form }) => form === bare) ??
    forms.find(({ form }) => shortens(bare, form) || shortens(form, bare));
  return same?.name ?? null;
}

function bareName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function shortens(short: string, long: string): boolean {
  const letters = [...short];
  let at = 0;
  for (const letter of long) if (letter === letters[at]) at += 1;
  return letters.length > 1 && at === letters.length;
}
