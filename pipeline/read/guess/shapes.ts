/** Cells that are known by their form alone: personal data, times, numbers with a unit. */

export type Shape = 'phone' | 'mail' | 'identity' | 'address' | 'date';

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ['phone', /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$|^0\d{2,3}[- ]\d{7,8}$/],
  ['identity', /^\d{17}[\dXx]$/],
  ['mail', /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/],
  // 问卷星 writes the place behind: 1.2.3.4(广东-深圳).
  ['address', /^\d{1,3}(?:\.\d{1,3}){3}(?:[(（].*[)）])?$/],
  [
    'date',
    /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}-[A-Z][a-z]{2}-\d{4})(?:[T ]+\d{1,2}:\d{2}(?::\d{2})?.*)?$/,
  ],
];

const LONGEST = 60;

/** The form of a trimmed cell; null for words and plain numbers. */
export function shapeOf(text: string): Shape | null {
  if (text.length > LONGEST || !/\d|@/.test(text)) return null;
  return SHAPES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Whether a cell is personal data of itself. */
export function isPersonal(text: string): boolean {
  const shape = shapeOf(text);
  return shape !== null && shape !== 'date';
}
