/** Absolute paths and network addresses, of which a published file has none. */

export type AddressKind = 'leak-path' | 'leak-url';

export interface Address {
  readonly kind: AddressKind;
  readonly found: string;
}

/** A scheme that goes to the network, or `//host.name` with the page's own. */
const URL_PATTERN =
  /\b(?:https?|ftps?|wss?):(?:\/\/|\\\\)[^\s"'<>]*|(?<![\w:/.\p{L}])\/\/[\w-]+(?:\.[\w-]+)+[^\s"'<>]*/giu;

const PATH_PATTERNS = [
  /\bfile:\/\/[^\s"'<>]*/gi,
  // C:\Users\…, C:/Users/…, \\server\share
  /(?<![\w\p{L}])[a-z]:[\\/][^\s"'<>|]*/giu,
  /(?<![\w\p{L}\\])\\\\[\w.-]+\\[^\s"'<>|]+/gu,
  // Two steps at least, the first in Latin letters: /home/…, but neither 考核/奖惩 nor 2026/3/9.
  /(?<![\w\p{L}\p{N}./:<)\]）”])\/(?=[\w.-]*[A-Za-z])[\w.-]+\/[^\s"'<>|，。；、]+/gu,
] as const;

/** Every address in a text, each told once. */
export function addressesIn(text: string): readonly Address[] {
  if (!/[/\\]/.test(text)) return [];
  const found: Address[] = [];
  let rest = text;
  const take = (kind: AddressKind, pattern: RegExp) => {
    rest = rest.replace(pattern, (whole) => {
      found.push({ kind, found: whole });
      return ' ';
    });
  };
  take('leak-url', URL_PATTERN);
  for (const pattern of PATH_PATTERNS) take('leak-path', pattern);
  return found;
}

/** The address of the form a Vega-Lite chart is written in; nothing is loaded from it. */
export function isSchemaAddress(text: string): boolean {
  return /^https:\/\/vega\.github\.io\/schema\/vega-lite\/v\d+\.json$/.test(text);
}

/** Names of the XML languages used; nothing is loaded from them. */
export function isNamespace(text: string): boolean {
  return (
    /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/(?:xlink|xhtml))$/.test(text) ||
    /^http:\/\/schemas\.openxmlformats\.org\/(?:spreadsheetml\/2006\/main|officeDocument\/2006\/relationships)$/.test(
      text,
    )
  );
}
