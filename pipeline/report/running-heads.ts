/** The title, and a marking such as 内部资料, at the head of every printed page. */
import { clean } from '../chart/text.ts';
import type { Survey } from '../survey/survey.ts';

/** Rules for the style sheet: pages of their own for each language, so that each has its own words. */
export function runningHeads({ languages, title, marking }: Survey): string {
  const rules = languages.map((lang) => {
    const head = `@top-left { font: 8pt sans-serif; color: #444; content: ${cssString(title[lang])}; }`;
    const mark =
      marking === null
        ? ''
        : ` @top-right { font: 8pt sans-serif; color: #7c1f14; content: ${cssString(marking[lang])}; }`;
    return `@page ${lang} { ${head}${mark} }\n.report:lang(${lang}) { page: ${lang}; }\n`;
  });
  return `@media print {\n${rules.join('')}}\n`;
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
