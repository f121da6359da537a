/** Ranges of numbers that stay on one line: a browser may end a line after a dash. */
import { type Content, html } from './html.ts';

const RANGE = /(\d[\d.,]*%?–−?\d(?:[\d.,]*\d)?%?)/;

/**
 * Text in which no range of numbers breaks, also where its ends are texts of their own; markup
 * stays as it is.
 *
 * @example unbroken(['interval ', '3.70', '–', '3.79']) // interval <span class="nowrap">3.70–3.79</span>
 */
export function unbroken(contents: readonly Content[]): Content {
  const texts: Content[] = [];
  for (const next of contents) {
    const last = texts.at(-1);
    if (typeof last === 'string' && isWritten(next)) texts.splice(-1, 1, `${last}${next}`);
    else texts.push(isWritten(next) ? String(next) : next);
  }
  return texts.map((one) => (typeof one === 'string' ? whole(one) : one));
}

function isWritten(content: Content): content is string | number {
  return typeof content === 'string' || typeof content === 'number';
}

function whole(text: string): Content {
  return text
    .split(RANGE)
    .map((part, at) => (at % 2 === 0 ? part : html`<span class="nowrap">${part}</span>`));
}
