/** The marking, such as 内部资料, at the head of every printed page. */
import { clean } from '../chart/text.ts';

/** A rule for the style sheet; nothing where the survey has no marking. */
export function printedMarking(marking: string | null): string {
  if (marking === null) return '';
  const box = `font: 8pt sans-serif; color: #7c1f14; content: ${cssString(marking)};`;
  return `@media print { @page { @top-right { ${box} } } }\n`;
}

/**
 * A CSS string in which every character is written as its number, so that none can end it.
 *
 * @example cssString('a"') // '"\\61 \\22 "'
 */
export function cssString(text: string): string {
  const escaped = [...clean(text)].map((one) => `\\${(one.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped.join('')}"`;
}
